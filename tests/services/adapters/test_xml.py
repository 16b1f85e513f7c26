"""XML from outside: what is read of it, and what it cannot do."""

import pytest

from kiosk.services.adapters.open311.rows import NotUnderstood, rows_of
from kiosk.services.adapters.open311.xml import BadXml, read_xml

BOMB = b"""<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<x>&b;</x>"""
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


@pytest.mark.parametrize(
    "content",
    [
        BOMB,
        OUTSIDE,
        b'<!DOCTYPE x SYSTEM "http://portal.test/x.dtd"><x/>',
        b"<x>&nobody;</x>",
        b"<a>" * 40 + b"</a>" * 40,
        b"<x>" + b"<y/>" * 60_000 + b"</x>",
        b"<x><y></x>",
        b"<x/><x/>",
        b"",
        b"<x>\xff</x>",
        b"<?xml version='1.0' encoding='none-such'?><x/>",
    ],
)
def test_what_is_not_read(content: bytes) -> None:
    with pytest.raises(BadXml):
        read_xml(content)


def test_what_is_read() -> None:
    root = read_xml(
        "<a x='1'>1<b><![CDATA[<2>]]></b><!-- c --><n:b xmlns:n='u'>三</n:b></a>".encode()
    )
    assert (root.tag, root.text) == ("a", "1")
    assert [(one.tag, one.text) for one in root.children] == [("b", "<2>"), ("b", "三")]
    assert read_xml("<a>é</a>".encode("utf-16")).text == "é"


@pytest.mark.parametrize("content", [b"", b"17", b'"a"', b"null", b"[" * 100_000, b"<html>"])
def test_what_is_no_georeport(content: bytes) -> None:
    with pytest.raises(NotUnderstood):
        rows_of(content, "request")
