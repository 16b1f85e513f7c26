"""A text in every language that the terminal speaks, or that a form brings with it."""

from typing import Annotated

from pydantic import AfterValidator

LANGUAGES = ("zh_CN", "en")
FALLBACK = "en"


class Worded(dict[str, str]):
    """Language -> text; a language that is not there reads in English, else in the first one."""

    def __missing__(self, language: str) -> str:
        return self[FALLBACK] if FALLBACK in self else next(iter(self.values()))


def _complete(text: dict[str, str]) -> Worded:
    missing = [language for language in LANGUAGES if not text.get(language, "").strip()]
    unknown = sorted(set(text) - set(LANGUAGES))
    if missing or unknown:
        raise ValueError(f"give this text in {', '.join(LANGUAGES)}, and in no other language")
    return Worded(text)


def _worded(text: dict[str, str]) -> Worded:
    if not text or not all(one.strip() for one in text.values()):
        raise ValueError("give this text in at least one language, and never blank")
    return Worded(text)


Text = Annotated[dict[str, str], AfterValidator(_complete)]
"""Language -> text; complete and never blank."""

FormText = Annotated[dict[str, str], AfterValidator(_worded)]
"""Language -> text in a form, which says itself which languages it is in."""
