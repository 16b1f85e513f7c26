"""XML from outside: elements and their text, without doctypes, entities or depth (domain)."""

from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

_DEEPEST = 16
_MOST_ELEMENTS = 50_000


class BadXml(ValueError):
    """Not well-formed, or more than an answer needs."""


@dataclass
class Element:
    """One element; attributes and namespaces mean nothing in GeoReport and are left out."""

    tag: str
    text: str = ""
    children: list["Element"] = field(default_factory=list)


def read_xml(content: bytes) -> Element:
    """The root. Raises BadXml, for every document type declaration too: without one there is no
    entity to expand and nothing to fetch."""
    reading = _Reading()
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = reading.doctype
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.words
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError) as broken:
        raise BadXml(str(broken)) from None
    return reading.top.children[0]


class _Reading:
    def __init__(self) -> None:
        self.top = Element("")
        self._open = [self.top]
        self._count = 0

    def doctype(self, *_: Any) -> None:
        raise BadXml("a document type declaration")

    def start(self, tag: str, _: Any) -> None:
        self._count += 1
        if len(self._open) > _DEEPEST or self._count > _MOST_ELEMENTS:
            raise BadXml("too deep or too many elements")
        element = Element(tag.rpartition(":")[2])
        self._open[-1].children.append(element)
        self._open.append(element)

    def end(self, _: str) -> None:
        self._open.pop()

    def words(self, words: str) -> None:
        self._open[-1].text += words
