"""The forms' own texts, assets/forms/messages.json."""

import json
from functools import cache

from foundation.paths import asset
from kiosk.services.text import Worded


@cache
def load_messages() -> dict[str, Worded]:
    """What the terminal says about answers: text id -> language -> text."""
    found = json.loads(asset("forms", "messages.json").read_text(encoding="utf-8"))
    return {text_id: Worded(texts) for text_id, texts in found.items()}
