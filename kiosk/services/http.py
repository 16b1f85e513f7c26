"""HTTP as the terminal speaks it: its token, short patience, no redirect, no proxy."""

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import requests

CONNECT_S = 3.05
READ_S = 10.0
LARGEST_ANSWER = 1024 * 1024


@dataclass(frozen=True)
class Answer:
    """A status and a body of at most LARGEST_ANSWER bytes."""

    status: int
    body: bytes
    content_type: str
    retry_after_s: float | None

    @property
    def is_problem(self) -> bool:
        """Whether the peer itself says what went wrong (RFC 9457)."""
        return self.content_type.startswith("application/problem+json")

    @property
    def problem(self) -> str:
        """Its kind in the peer's own words; "" where it is none of ours."""
        kind = str(self.object().get("type", "")) if self.is_problem else ""
        return kind.removeprefix("urn:atrium:")

    def json(self) -> Any:
        """The body as JSON, None when it is none."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None

    def object(self) -> dict[str, Any]:
        """The body as a JSON object; empty when it is none."""
        value = self.json()
        return value if isinstance(value, dict) else {}


class Terminal:
    """One back-end as this terminal reaches it, from any thread.

    url: asked at each call, since an embedded back-end has another port after each start.
    """

    def __init__(self, url: Callable[[], str], token: str, read_s: float = READ_S) -> None:
        self._url = url
        self._token = token
        self._read_s = read_s
        self._of_thread = threading.local()

    def get(self, path: str) -> Answer:
        """Raises requests.RequestException when there is no answer."""
        return self._ask("GET", path, None, {})

    def post(self, path: str, body: bytes, headers: Mapping[str, str] | None = None) -> Answer:
        """Send JSON. Raises requests.RequestException when there is no answer."""
        return self._ask(
            "POST", path, body, {"Content-Type": "application/json", **(headers or {})}
        )

    def _ask(
        self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]
    ) -> Answer:
        with self._session().request(
            method,
            self._url() + path,
            data=body,
            headers=headers,
            timeout=(CONNECT_S, self._read_s),
            allow_redirects=False,
            stream=True,
        ) as answer:
            content = answer.raw.read(LARGEST_ANSWER + 1, decode_content=True)
            if len(content) > LARGEST_ANSWER:
                raise requests.RequestException("the answer is too large to be one of ours")
            return Answer(
                answer.status_code,
                content,
                answer.headers.get("Content-Type", ""),
                _seconds(answer.headers.get("Retry-After")),
            )

    def close(self) -> None:
        """Let go of this thread's connections."""
        self._session().close()

    def _session(self) -> requests.Session:
        """A pool of connections for this thread: requests promises no more than that."""
        session: requests.Session | None = getattr(self._of_thread, "session", None)
        if session is None:
            session = self._of_thread.session = requests.Session()
            session.trust_env = False  # no proxy, no netrc of whoever started us
            session.headers["Authorization"] = f"Bearer {self._token}"
            session.headers["Accept"] = "application/json"
        return session


def _seconds(retry_after: str | None) -> float | None:
    """Retry-After in seconds; its date form is not used by our peers and counts as absent."""
    return float(retry_after) if retry_after and retry_after.isdecimal() else None
