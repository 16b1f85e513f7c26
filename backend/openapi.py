"""The native protocol as OpenAPI 3.1: `python -m backend.openapi` writes docs/openapi.json."""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from backend.application import create_app
from backend.parts import set_up
from foundation.paths import asset

FILE = Path(__file__).resolve().parents[1] / "docs" / "openapi.json"

_OPEN = (
    "/v1/health",
    "/v1/keys",
    "/v1/catalogue",
    "/v1/queue",
    "/v1/approvals/{identifier}/answer",
)
"""Paths without a token."""

_PROBLEM = {
    "type": "object",
    "description": "What went wrong (RFC 9457).",
    "properties": {
        "type": {"type": "string", "description": "urn:atrium: and the kind of problem"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"field": {"type": "string"}, "rule": {"type": "string"}},
                "required": ["field", "rule"],
            },
        },
    },
    "required": ["type", "status", "detail"],
}
_TOKENS = {
    "terminal": {"type": "http", "scheme": "bearer", "description": "A terminal's token."},
    "officer": {"type": "http", "scheme": "bearer", "description": "An officer's token."},
}
_FAULT = {
    "description": "A problem; what it is called stands in its type.",
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
}


def document() -> dict[str, Any]:
    """The whole description."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        parts = set_up(home / "b.sqlite", asset(), bytes(32), "token", home / "keys.json")
        told = create_app(parts).openapi()
        parts.registries.close()
        parts.database.close()
    schemas = told["components"]["schemas"]
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    schemas["Problem"] = _PROBLEM
    told["components"]["securitySchemes"] = _TOKENS
    for path, methods in told["paths"].items():
        for operation in methods.values():
            operation["responses"].pop("422", None)
            operation["responses"]["4XX"] = _FAULT
            if path not in _OPEN:
                token = "officer" if path.startswith("/v1/officer/") else "terminal"
                operation["security"] = [{token: []}]
    return told


def text() -> str:
    """As it is published: stable, so that a change can be read."""
    return json.dumps(document(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    target = Path(sys.argv[1]) if sys.argv[1:] else FILE
    target.write_text(text(), encoding="utf-8")
    print(target)
