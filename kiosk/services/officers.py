"""The officer's side of the back-end, for tools that play a department."""

from typing import Any
from urllib.parse import quote

from kiosk.services.asking import BackendClient, Unreachable

Row = dict[str, Any]


class OfficerClient(BackendClient):
    """With an officer's token in place of a terminal's."""

    def waiting(self, department: str | None = None) -> list[Row] | Unreachable:
        """What an officer can move, the most urgent first."""
        query = f"?department={quote(department)}" if department else ""
        return self._get(f"/v1/officer/cases{query}", list[Row])

    def show(self, reference: str) -> Row | Unreachable:
        """What was applied for, and what was said."""
        return self._get(f"/v1/officer/cases/{quote(reference)}", Row)

    def move(self, reference: str, move: str, text: str | None) -> Row | Unreachable:
        """Its new state."""
        request = {"reference": reference, "move": move, "text": text}
        return self._post("/v1/officer/moves", request, Row)

    def say(self, reference: str, text: str) -> Row | Unreachable:
        """Write to the citizen."""
        return self._post("/v1/officer/messages", {"reference": reference, "text": text}, Row)

    def issue(self, reference: str, kind: str) -> Row | Unreachable:
        """The new document's id."""
        return self._post("/v1/officer/documents", {"reference": reference, "kind": kind}, Row)

    def tasks(self) -> list[Row] | Unreachable:
        """What is to be done beside the cases."""
        return self._get("/v1/officer/tasks", list[Row])

    def done(self, task: int) -> Row | Unreachable:
        """A task is done."""
        return self._post("/v1/officer/tasks/done", {"id": task}, Row)
