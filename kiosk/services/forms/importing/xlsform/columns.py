"""Columns of an XLSForm by one name each, with their languages, however they are spelled."""

import re
from dataclasses import dataclass, field

from kiosk.services.forms.importing.xlsform.sheets import Row

_SAME = {
    "caption": "label",
    "command": "type",
    "tag": "name",
    "value": "name",
    "list name": "list_name",
    "relevance": "relevant",
    "bind:relevant": "relevant",
    "bind:required": "required",
    "bind:constraint": "constraint",
    "bind:calculate": "calculation",
    "bind:readonly": "read_only",
    "bind:jr:constraintmsg": "constraint_message",
    "jr:constraintmsg": "constraint_message",
    "constraint message": "constraint_message",
    "constraint-msg": "constraint_message",
    "constraint_msg": "constraint_message",
    "jr:requiredmsg": "required_message",
    "bind:jr:requiredmsg": "required_message",
    "required message": "required_message",
    "calculate": "calculation",
    "calculations": "calculation",
    "readonly": "read_only",
    "read only": "read_only",
    "choice filter": "choice_filter",
    "count": "repeat_count",
    "repeat count": "repeat_count",
    "jr:count": "repeat_count",
    "control:jr:count": "repeat_count",
    "body:jr:count": "repeat_count",
    "control:appearance": "appearance",
    "body:appearance": "appearance",
    "guidance hint": "guidance_hint",
    "media:image": "image",
    "media:audio": "audio",
    "media:video": "video",
    "media:big-image": "image",
    "form title": "form_title",
    "title": "form_title",
    "form id": "form_id",
    "id_string": "form_id",
    "default language": "default_language",
}
TRANSLATED = (
    "label",
    "hint",
    "guidance_hint",
    "constraint_message",
    "required_message",
    "image",
    "audio",
    "video",
)
_LANGUAGES = {
    "english": "en",
    "french": "fr",
    "français": "fr",
    "francais": "fr",
    "spanish": "es",
    "español": "es",
    "espanol": "es",
    "portuguese": "pt",
    "português": "pt",
    "arabic": "ar",
    "العربية": "ar",
    "swahili": "sw",
    "kiswahili": "sw",
    "hindi": "hi",
    "nepali": "ne",
    "german": "de",
    "deutsch": "de",
    "dutch": "nl",
    "italian": "it",
    "russian": "ru",
    "chinese": "zh_CN",
    "中文": "zh_CN",
    "zh": "zh_CN",
    "zh-cn": "zh_CN",
    "zh_cn": "zh_CN",
    "zh-hans": "zh_CN",
    "indonesian": "id",
    "bahasa": "id",
    "ukrainian": "uk",
    "turkish": "tr",
    "polish": "pl",
    "vietnamese": "vi",
    "bengali": "bn",
    "bangla": "bn",
    "urdu": "ur",
    "thai": "th",
    "somali": "so",
    "amharic": "am",
    "haitian creole": "ht",
    "kreyol": "ht",
    "burmese": "my",
    "khmer": "km",
    "lao": "lo",
}


@dataclass
class Line:
    """A row understood: texts by column, and translated ones by language too ("" is none)."""

    number: int
    cells: dict[str, str] = field(default_factory=dict)
    texts: dict[str, dict[str, str]] = field(default_factory=dict)

    def get(self, column: str) -> str:
        """A cell, or ""."""
        return self.cells.get(column, "")


def lines(rows: list[Row]) -> list[Line]:
    """Rows with their columns named alike."""
    names: dict[str, tuple[str, str]] = {}
    made = []
    for row in rows:
        line = Line(row.number)
        for header, text in row.cells.items():
            column, language = names.setdefault(header, column_of(header))
            if column in TRANSLATED:
                line.texts.setdefault(column, {}).setdefault(language, text)
            line.cells.setdefault(column, text)
        made.append(line)
    return made


def column_of(header: str) -> tuple[str, str]:
    """A header as (column, language); "label::Français (fr)" is ("label", "fr")."""
    plain = re.sub(r"\s*::?\s*", ":", header.strip())
    whole = plain.lower()
    if whole in _SAME:
        return _SAME[whole], ""
    head, _, rest = plain.partition(":")
    if head.lower() == "media" and rest:
        kind, _, language = rest.partition(":")
        return _SAME.get(f"media:{kind.lower()}", kind.lower()), language_code(language)
    if head.lower() in ("bind", "jr") and rest.count(":"):
        start, _, language = plain.rpartition(":")
        if start.lower() in _SAME:
            return _SAME[start.lower()], language_code(language)
    base = _SAME.get(head.lower(), head.lower())
    base = base.replace(" ", "_") if base.replace(" ", "_") in TRANSLATED else base
    if rest and base in TRANSLATED:
        return base, language_code(rest)
    return _SAME.get(whole, whole.replace(" ", "_")), ""


def language_code(name: str) -> str:
    """The code of a language: what stands in brackets, or what its name is known for."""
    found = re.search(r"\(\s*([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*)\s*\)\s*$", name)
    code = (found[1] if found else name).strip()
    known = _LANGUAGES.get(code.lower()) or _LANGUAGES.get(name.strip().lower())
    if known:
        return known
    if found or re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]+)?", code):
        return code
    return re.sub(r"[^\w-]+", "_", code).strip("_")
