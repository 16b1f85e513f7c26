"""What is wrong with answers: by the schema, by the rules beyond it, and by not being asked for."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jsonschema.exceptions import ValidationError

from foundation.expressions import Context
from foundation.forms.applying import Applying, Place, applying
from foundation.forms.rules import ATTACHED, Question, Rules, asks

Path = tuple[str | int, ...]
"""Where in the answers: ("kids", 0, "name"); () is the whole."""


@dataclass(frozen=True)
class Fault:
    """`rule`: a keyword of JSON Schema, or enum, valid_if, accept, max_bytes, not_asked, computed.

    `limit` is what the rule says: a number, a format's name, a list.
    """

    path: Path
    rule: str
    limit: Any = None


def faults(rules: Rules, now: Applying, names: Collection[str] | None = None) -> Iterator[Fault]:
    """Everything that keeps the answers that count from being sent.

    names: only what these answers say for themselves, and what all of them say together.
    What the schema requires is required only where it is asked.
    """
    missing: set[Path] = set()
    wrong = list(_schema_faults(rules, now, names))
    shown = _shown(rules, now) if any(one.rule == "required" for one in wrong) else set()
    for fault in wrong:
        if fault.rule == "required":
            if fault.path in missing or not _counts(fault.path, rules, shown):
                continue
            missing.add(fault.path)
        yield fault
    for place in now.places.values():
        where = _where(place, now)
        for question in place.questions:
            top = str(where[0]) if where else question.name
            path = (*where, question.name)
            if names is not None and top not in names:
                continue
            if question.name in place.answers:
                yield from _rule_faults(question, place, path)
            elif _lacks(question, place) and path not in missing:
                yield Fault(path, "required")


def refusals(rules: Rules, given: Mapping[str, Any], moment: datetime) -> list[Fault]:
    """What is wrong with answers that somebody sent: the same, and whatever nobody asked for."""
    now = applying(rules, given, moment)
    found = [Fault(path, "not_asked") for path in _beyond(given, now.answers, rules)]
    for name in rules.computed:
        if not _same(given.get(name), now.answers.get(name)):
            found.append(Fault((name,), "computed", now.answers.get(name)))
    return found + list(faults(rules, now))


def _schema_faults(rules: Rules, now: Applying, names: Collection[str] | None) -> Iterator[Fault]:
    checks = rules.checks(now.context.moment.date())
    for name, answer in now.answers.items():
        if name in checks.each and (names is None or name in names):
            for wrong in checks.each[name].iter_errors(answer):
                yield from _told(wrong, (name,))
    for wrong in checks.beyond.iter_errors(now.answers):
        for fault in _told(wrong, ()):
            if names is None or fault.rule != "required" or fault.path[0] in names:
                yield fault


def _told(wrong: ValidationError, within: Path) -> Iterator[Fault]:
    path = (*within, *wrong.absolute_path)
    if wrong.validator != "required":
        yield Fault(path, str(wrong.validator), wrong.validator_value)
        return
    given: Any = wrong.instance
    required: Any = wrong.validator_value
    for name in required:
        if name not in given:
            yield Fault((*path, name), "required", required)


def _shown(rules: Rules, now: Applying) -> set[Path]:
    paths: set[Path] = {(name,) for name in (*rules.known, *rules.computed)}
    for place in now.places.values():
        where = _where(place, now)
        paths |= {(*where, one.name) for one in place.questions if asks(one)}
    return paths


def _counts(path: Path, rules: Rules, shown: set[Path]) -> bool:
    """Whether an answer is missed here: what is not shown is not, the inside of an answer is."""
    question = rules.questions.get(str(path[0]))
    within = len(path) == 3 and question is not None and question.fields
    return path in shown if len(path) == 1 or within else True


def _where(place: Place, now: Applying) -> Path:
    if place.entry is None:
        return ()
    page = now.places[place.page]
    group = next(one.name for one in page.questions if one.widget == "group")
    return (group, place.entry)


def _lacks(question: Question, place: Place) -> bool:
    return question.name not in place.answers and question.demands(place.context)


def _rule_faults(question: Question, place: Place, path: Path) -> Iterator[Fault]:
    answer = place.answers[question.name]
    if question.choices:
        chosen = answer if isinstance(answer, list) else [answer]
        if any(question.withholds(one, place.context) for one in chosen):
            yield Fault(path, "enum", list(question.choices))
    if question.widget in ATTACHED and isinstance(answer, list):
        yield from _attachment_faults(question, answer, path)
    if question.valid_if is not None:
        scope = _Itself(question.name, place.context)
        if not question.valid_if.value(Context(scope, place.context.moment)):
            yield Fault(path, "valid_if", question.valid_if.text)


def _attachment_faults(question: Question, answer: list[Any], path: Path) -> Iterator[Fault]:
    for place, one in enumerate(answer):
        if not isinstance(one, dict):
            continue
        if question.accept and not _accepted(question.accept, one.get("media_type")):
            yield Fault((*path, place), "accept", list(question.accept))
        size = one.get("bytes")
        if question.max_bytes and isinstance(size, int) and size > question.max_bytes:
            yield Fault((*path, place), "max_bytes", question.max_bytes)


def _accepted(accept: tuple[str, ...], media_type: Any) -> bool:
    """`image/*` stands for every kind of image."""
    if not isinstance(media_type, str):
        return False
    return any(
        media_type == one or (one.endswith("/*") and media_type.startswith(one[:-1]))
        for one in accept
    )


class _Itself:
    """`self` is the answer itself; everything else as it was."""

    def __init__(self, name: str, context: Context) -> None:
        self._name = name
        self._answers = context.answers

    def get(self, name: str, /) -> Any:
        return self._answers.get(self._name if name == "self" else name)


def _beyond(given: Any, counted: Any, rules: Rules) -> Iterator[Path]:
    """Answers that do not count, those within entries too."""
    for name, answer in given.items():
        if name in rules.computed:
            continue
        if name not in counted:
            yield (name,)
            continue
        question = rules.questions.get(name)
        if question is None or not question.fields or not isinstance(answer, list):
            continue
        for place, (entry, kept) in enumerate(zip(answer, counted[name], strict=True)):
            if isinstance(entry, dict):
                yield from ((name, place, inner) for inner in entry if inner not in kept)


def _same(left: Any, right: Any) -> bool:
    return type(left) is type(right) and bool(left == right)
