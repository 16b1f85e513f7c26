"""A text in every language that the terminal speaks."""

from typing import Annotated

from pydantic import AfterValidator

LANGUAGES = ("zh_CN", "en")


def _complete(text: dict[str, str]) -> dict[str, str]:
    missing = [language for language in LANGUAGES if not text.get(language, "").strip()]
    unknown = sorted(set(text) - set(LANGUAGES))
    if missing or unknown:
        raise ValueError(f"give this text in {', '.join(LANGUAGES)}, and in no other language")
    return text


Text = Annotated[dict[str, str], AfterValidator(_complete)]
"""Language -> text; complete and never blank."""
