"""The links between the pages of a DEFRA form, and the order that they put the pages in."""

from dataclasses import dataclass
from typing import Any

from kiosk.services.forms.importing.report import Ledger
from kiosk.services.forms.importing.sources import rows, words


@dataclass
class Link:
    """From one page to another, under `condition` (None: else)."""

    where: str
    start: int
    end: int
    condition: Any = None
    back: bool = False


def first_page(pages: list[dict[str, Any]], start: Any) -> int:
    """The number of the page that a form starts with."""
    return next((n for n, page in enumerate(pages) if page.get("path") == start), 0)


def reachable(pages: list[dict[str, Any]], start: Any) -> set[int]:
    """The pages that links lead to, whatever is answered."""
    onward: dict[int, list[Link]] = {}
    for link in read_links(pages, Ledger()):
        onward.setdefault(link.start, []).append(link)
    return reached(first_page(pages, start), onward)


def read_links(pages: list[dict[str, Any]], ledger: Ledger) -> list[Link]:
    """All links, those with a condition first."""
    numbers = {words(page.get("path")): n for n, page in reversed(list(enumerate(pages)))}
    made = []
    for start, page in enumerate(pages):
        links = []
        for place, one in enumerate(rows(page.get("next"))):
            where = f"/pages/{start}/next/{place}"
            condition = one.get("condition") or one.get("if") or None
            if condition:
                ledger.met("condition", where)
            end = numbers.get(words(one.get("path")))
            if end is not None:
                links.append(Link(where, start, end, condition))
                continue
            target = words(one.get("redirect")) or words(one.get("path"))
            _leads_out(where, target, bool(condition), ledger)
        made += sorted(links, key=lambda link: link.condition is None)
    return made


def _leads_out(where: str, target: str, conditional: bool, ledger: Ledger) -> None:
    what = f"it leads to {target}, which is no page of the form"
    if conditional:
        ledger.lost("condition", where, what, "add the page, or a note with the address")
    else:
        ledger.note(where, what, "left out", "add the page, or a note with the address")


def in_order(count: int, first: int, links: list[Link]) -> list[int]:
    """Pages so that links lead onward; those that lead back are marked. Unreached pages last."""
    onward: dict[int, list[Link]] = {}
    for link in links:
        onward.setdefault(link.start, []).append(link)
    _mark_back(first, onward)
    arriving = [0] * count
    led_to = reached(first, onward)
    for link in links:
        if not link.back and link.start in led_to:
            arriving[link.end] += 1
    ready, order = [first], []
    while ready:
        number = min(ready)
        ready.remove(number)
        order.append(number)
        for link in onward.get(number, ()):
            if not link.back:
                arriving[link.end] -= 1
                if not arriving[link.end]:
                    ready.append(link.end)
    return order + [number for number in range(count) if number not in led_to]


def _mark_back(first: int, onward: dict[int, list[Link]]) -> None:
    """Depth first; a link to a page that is still open leads back."""
    done: set[int] = set()
    open_pages = [first]
    stack = [iter(onward.get(first, ()))]
    while stack:
        link = next(stack[-1], None)
        if link is None:
            stack.pop()
            done.add(open_pages.pop())
        elif link.end in open_pages:
            link.back = True
        elif link.end not in done:
            open_pages.append(link.end)
            stack.append(iter(onward.get(link.end, ())))


def reached(first: int, onward: dict[int, list[Link]]) -> set[int]:
    found, waiting = {first}, [first]
    while waiting:
        for link in onward.get(waiting.pop(), ()):
            if link.end not in found:
                found.add(link.end)
                waiting.append(link.end)
    return found
