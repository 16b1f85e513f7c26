"""What the type column of a survey says."""

import re
from dataclasses import dataclass

METADATA = frozenset(
    {
        "start",
        "end",
        "today",
        "deviceid",
        "device id",
        "phonenumber",
        "username",
        "simserial",
        "sim id",
        "subscriberid",
        "subscriber id",
        "audit",
        "start-geopoint",
        "background-audio",
        "background-geopoint",
        "imei",
        "email",
        "start time",
        "end time",
        "get today",
        "get start time",
        "get end time",
        "get device id",
        "get subscriber id",
        "get sim id",
        "get phone number",
    }
)
WIDGETS = {
    "text": "text",
    "string": "text",
    "q string": "text",
    "add text prompt": "text",
    "integer": "number",
    "int": "number",
    "q int": "number",
    "add integer prompt": "number",
    "percentage": "number",
    "decimal": "decimal",
    "q decimal": "decimal",
    "add decimal prompt": "decimal",
    "date": "date",
    "q date": "date",
    "add date prompt": "date",
    "time": "time",
    "datetime": "date_time",
    "add date time prompt": "date_time",
    "date time": "date_time",
    "image": "photo",
    "photo": "photo",
    "q picture": "photo",
    "q image": "photo",
    "add image prompt": "photo",
    "audio": "file",
    "video": "file",
    "q audio": "file",
    "q video": "file",
    "add audio prompt": "file",
    "add video prompt": "file",
    "add file prompt": "file",
    "file": "file",
    "barcode": "text",
    "q barcode": "text",
    "add barcode prompt": "text",
    "acknowledge": "declaration",
    "q acknowledge": "declaration",
    "add acknowledge prompt": "declaration",
    "trigger": "declaration",
    "note": "note",
    "q note": "note",
    "add note prompt": "note",
    "geopoint": "place",
    "location": "place",
    "gps": "place",
    "q geopoint": "place",
    "q location": "place",
    "add location prompt": "place",
    "geotrace": "line",
    "geoshape": "area",
    "q geotrace": "line",
    "q geoshape": "area",
    "range": "range",
    "phone number": "phone",
    "phone": "phone",
    "url": "url",
    "hidden": "hidden",
    "calculate": "calculate",
    "q calculate": "calculate",
    "add calculate prompt": "calculate",
    "osm": "text",
}
_SELECT = re.compile(
    r"^(?:add\s+)?(?P<kind>select[ _]?one(?:[ _]external)?|select1|select[ _]?multiple|select"
    r"|select all that apply|rank|odk:rank|q select1?|select one prompt|select multiple prompt)"
    r"(?P<file>[ _]from[ _]file)?(?:\s+(?:prompt\s+)?(?:from|using|use)\b)?"
    r"\s+(?P<list>\$?\{?[^\s}]+\}?)(?P<other>\s+(?:or[ _]other|or specify other))?\s*$",
    re.I,
)
_GROUP = re.compile(
    r"^(?P<edge>begin|end)[ _](?P<what>group|repeat|looped group|loop|repeat group)", re.I
)


@dataclass(frozen=True)
class Type:
    """`kind`: a widget, or select_one, select_multiple, rank, place, line, area, range, hidden,
    calculate, metadata, begin_group, end_group, begin_repeat, end_repeat, unknown."""

    kind: str
    list_name: str = ""
    other: bool = False
    from_file: bool = False
    written: str = ""


def type_of(written: str) -> Type:
    """What a type means."""
    plain = " ".join(written.split())
    low = plain.lower()
    group = _GROUP.match(plain)
    if group:
        what = "group" if group["what"].lower() == "group" else "repeat"
        return Type(f"{group['edge'].lower()}_{what}", written=plain)
    found = _SELECT.match(plain)
    if found:
        kind = found["kind"].lower()
        several = "multiple" in kind or "all that" in kind or kind in ("select", "q select")
        ours = "rank" if "rank" in kind else "select_multiple" if several else "select_one"
        name = found["list"]
        from_file = bool(found["file"]) or name.lower().endswith((".csv", ".xml", ".geojson"))
        return Type(ours, name, bool(found["other"]), from_file, plain)
    if low in METADATA:
        return Type("metadata", written=low)
    return Type(WIDGETS.get(low, WIDGETS.get(low.replace("_", " "), "unknown")), written=plain)
