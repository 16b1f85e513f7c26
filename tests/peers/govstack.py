"""A Registration building block 0.1.1 of GovStack, from its specification."""

import itertools
import json
import threading
import uuid
from typing import Any

from tests.peers.web import Asked, Reply, Web, json_reply

SERVICE = "P2c9280957e579ad7017e58a3399f0068"
SERVICES = {SERVICE, "f7d33db0-2809-484e-a780-76b7ccd4ecbf"}
"""One identifier is no UUID, as published services have them."""
E_FORM = "d98a205a-679b-485b-823d-7a32a391e744"


def system_error(status: int, code: str) -> Reply:
    """The specification's error."""
    told = {"traceId": "1f", "code": code, "message": "…", "localizedMessage": "…"}
    return json_reply(status, told)


class GovStack(Web):
    """Files by id; `decide` moves one on as an officer would."""

    def __init__(self) -> None:
        super().__init__(self._answer)
        self.files: dict[str, dict[str, Any]] = {}
        self.documents = 0
        self._numbers = itertools.count(1)
        self._keeping = threading.Lock()

    def decide(self, reference: str, code: str) -> None:
        """PENDING, APPROVED, SENDBACK or REJECTED."""
        self.files[reference]["status"] = {"code": code, "title": code.title()}

    def _answer(self, asked: Asked) -> Reply:
        if asked.headers.get("information-mediator-client", "").count("/") != 3:
            return system_error(400, "NO_CLIENT")
        match [asked.method, *asked.path.strip("/").split("/")]:
            case ["POST", "services", service, "applications"]:
                return self._submit(service, asked)
            case ["POST", "documents"]:
                return self._document(asked)
            case ["GET", "applications"]:
                return json_reply(200, self._listed(asked.query))
            case ["GET", "applications", reference]:
                file = self.files.get(reference)
                return json_reply(200, file) if file else Reply(404, b"", "")
        return Reply(404, b"", "")

    def _submit(self, service: str, asked: Asked) -> Reply:
        if service not in SERVICES:
            return Reply(404, b"", "")
        if asked.headers["content-type"].startswith("application/x-www-form-urlencoded"):
            told: dict[str, Any] = dict(asked.form)
        else:
            told = json.loads(asked.body)
        if not told.get("applicantId"):
            return system_error(400, "NO_APPLICANT")
        with self._keeping:
            number = next(self._numbers)
            file = {
                "fileId": str(uuid.uuid4()),
                "registered": f"2026-11-23T08:{number // 60 % 60:02}:{number % 60:02}.000Z",
                "applicantId": told["applicantId"],
                "serviceId": service,
                "serviceName": "Household certificate",
                "status": {"code": "PENDING", "title": "Pending"},
                "ended": False,
                "applicationData": told,
            }
            self.files[str(file["fileId"])] = file
        return json_reply(200, file)

    def _document(self, asked: Asked) -> Reply:
        media = asked.headers["content-type"]
        form = dict(asked.form) if media.startswith("application/x-www-form") else {}
        if not (form.get("file") or media.startswith("multipart/form-data; boundary=")):
            return system_error(400, "NO_FILE")
        with self._keeping:
            self.documents += 1
        told = {"code": 200, "type": "ok", "message": "", "url": f"/documents/{self.documents}"}
        return json_reply(200, told)

    def _listed(self, query: dict[str, str]) -> list[dict[str, Any]]:
        with self._keeping:
            files = list(reversed(self.files.values()))
        wanted = [
            {
                "fileId": file["fileId"],
                "status": file["status"],
                "applicantId": file["applicationData"]["applicantId"],
                "registered": file["registered"],
                "serviceId": file["serviceId"],
                "serviceName": file["serviceName"],
            }
            for file in files
            if query.get("serviceId") in (None, file["serviceId"])
            and query.get("applicantId") in (None, file["applicationData"]["applicantId"])
        ]
        start = int(query.get("firstResult", 0))
        return wanted[start : start + int(query.get("maxResult", 1000))]
