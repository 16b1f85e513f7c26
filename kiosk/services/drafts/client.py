"""Keeping a draft at the department, taking it up again, and what was said last time."""

from dataclasses import dataclass
from typing import Any

from kiosk.services.asking import BackendClient, Unreachable
from kiosk.services.drafts.code import new_code, read_code
from kiosk.services.drafts.sealing import draft_key, seal, unseal


@dataclass(frozen=True)
class KeptDraft:
    """`code`: eight characters, shown once and kept nowhere; `expires_at` is UTC."""

    code: str
    expires_at: str


@dataclass(frozen=True)
class OpenedDraft:
    """`errand`: service or life event; `form` and `version`: what it fills; `saved`: as kept."""

    errand: str
    form: str
    version: int
    saved: dict[str, Any]


@dataclass(frozen=True)
class NoDraft:
    """cause: mistyped (no code looks like that; it costs no try), unknown, or locked."""

    cause: str
    tries_left: int = 0
    retry_after_s: int | None = None


@dataclass(frozen=True)
class LastAnswers:
    """What the citizen said themselves the last time; `said_on` is an ISO date."""

    form: dict[str, Any]
    answers: dict[str, Any]
    said_on: str


@dataclass(frozen=True)
class _Kept:
    expires_at: str


@dataclass(frozen=True)
class _Sealed:
    errand: str
    form: dict[str, Any]
    sealed: str


@dataclass(frozen=True)
class _Opened:
    draft: _Sealed | None
    tries_left: int
    retry_after_s: int | None


class DraftsClient(BackendClient):
    """Every call takes some 100 ms of this computer: never on the window's thread."""

    def keep_draft(
        self, citizen: str, errand: str, form: str, version: int, saved: dict[str, Any]
    ) -> KeptDraft | Unreachable:
        """Keep what `Draft.saved()` gave for 30 days, in place of an earlier one of this errand."""
        code = new_code()
        key = draft_key(code, citizen)
        request = {
            "citizen": citizen,
            "errand": errand,
            "locator": key.locator,
            "form": {"id": form, "version": version},
            "sealed": seal(saved, key),
        }
        kept = self._post("/v1/drafts", request, _Kept)
        return kept if isinstance(kept, Unreachable) else KeptDraft(code, kept.expires_at)

    def open_draft(self, citizen: str, typed: str) -> OpenedDraft | NoDraft | Unreachable:
        """The draft of this code; it stays where it is until it is erased or sent."""
        code = read_code(typed)
        if code is None:
            return NoDraft("mistyped")
        key = draft_key(code, citizen)
        request = {"citizen": citizen, "locator": key.locator}
        opened = self._post("/v1/drafts/open", request, _Opened)
        if isinstance(opened, Unreachable):
            return opened
        if opened.draft is None:
            cause = "locked" if opened.tries_left == 0 else "unknown"
            return NoDraft(cause, opened.tries_left, opened.retry_after_s)
        found = opened.draft
        saved = unseal(found.sealed, key)
        return OpenedDraft(found.errand, found.form["id"], found.form["version"], saved)

    def erase_draft(self, citizen: str, errand: str) -> bool | Unreachable:
        """Whether there was a draft of this errand; there is none now."""
        request = {"citizen": citizen, "errand": errand}
        done = self._post("/v1/drafts/erase", request, dict[str, bool])
        return done if isinstance(done, Unreachable) else done.get("erased", False)

    def said_on(self, citizen: str, service: str) -> str | Unreachable | None:
        """The day of the citizen's last application for this service, None when there is none."""
        path = f"/v1/citizens/{citizen}/last-said/{service}"
        told = self._get(path, dict[str, str | None])
        return told if isinstance(told, Unreachable) else told.get("said_on")

    def last_answers(self, citizen: str, service: str) -> LastAnswers | Unreachable:
        """What they said then. Call it when they asked for it: that is their consent, which is
        kept, and the read is logged."""
        request = {"citizen": citizen, "service": service}
        asked = {**request, "purpose": "reuse", "registries": ["applications"]}
        agreed = self._post("/v1/consents", asked, dict[str, str])
        if isinstance(agreed, Unreachable):
            return agreed
        return self._post("/v1/answers/last", {**request, "consent": agreed["id"]}, LastAnswers)
