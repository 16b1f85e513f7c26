"""The demonstration: enrol, walk one whole visit, write down what came of it."""

import argparse
import json
import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foundation.paths import data_dir
from kiosk.app.milestones import Milestones
from kiosk.app.opening import open_window
from kiosk.demo.answers import fill_page
from kiosk.demo.sources import CameraPlan, plan_cameras
from kiosk.demo.walker import Walker
from kiosk.journey.visit import State
from kiosk.services.receipts.keys import BESIDE, trusted_keys_file
from kiosk.settings import load

SERVICE = "residence_permit"
COUNTER = "households"
if TYPE_CHECKING:
    from kiosk.app.application import Application

_CAPTURE_S = 60.0
_OUTCOMES = {
    "match": "submitted",
    "no_match": "not_verified",
    "spoof_suspected": "spoof_suspected",
}


def walk_visit(options: argparse.Namespace, size: tuple[int, int]) -> int:
    """Walk with the command's options in a window of this size; returns the exit code."""
    cameras = plan_cameras(options.camera, options.enrol_from)
    settings = load().model_copy(
        update={
            "camera": cameras.visit,
            "language": options.language,
            "demonstration": True,
            "print_folder": str(data_dir() / "printed"),
        }
    )
    milestones = Milestones()
    screens = open_window(settings, milestones, size)
    from kiosk.app.application import Application  # behind the window that is seen already

    with Application(settings, screens, milestones, options.models, cameras.enrol) as application:
        visit = DemoVisit(application, options.out, cameras)
        visit.walk()
        report = visit.report()
    (options.out / "visit.json").write_text(
        json.dumps(report, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )
    print(f"{report['outcome']}: {len(report['screens'])} pictures in {options.out}")
    return 0


class DemoVisit:
    """One walk through the terminal, from its first screen back to it."""

    def __init__(self, application: "Application", out: Path, cameras: CameraPlan) -> None:
        self._app = application
        self._screens = application.screens
        self._walker = Walker(application.screens, out)
        self._out = out
        self._cameras = cameras
        self._outcome = ""
        self._receipt: dict[str, Any] = {}

    def walk(self) -> None:
        """Everything a first visitor would do, in order."""
        self._arrive()
        self._enrol()
        self._identify()
        if self._outcome == "submitted":
            self._choose()
            self._apply()
            self._leave()
        else:
            self._be_offered_another_way()

    def report(self) -> dict[str, Any]:
        """What goes into visit.json."""
        return {
            "outcome": self._outcome,
            "demonstration_camera": self._cameras.built_in,
            "screens": self._walker.shown,
            "decision": self._app.identification.decision,
            "receipt": self._receipt,
            "timings_ms": dict(self._app.milestones.ms),
        }

    def _arrive(self) -> None:
        self._walker.screen("attract")
        self._walker.until(lambda: bool(self._screens.attract.ready), "a terminal that is ready")
        self._walker.keep("attract")

    def _enrol(self) -> None:
        walker = self._walker
        walker.press("attract.enrol")
        walker.screen("enrol")
        walker.keep("enrol-consent")
        walker.press("enrol.agree")
        model = self._screens.enrol
        walker.until(lambda: model.progress > 0.3, "a face to enrol", _CAPTURE_S)
        walker.keep("enrol-capture")
        walker.until(lambda: model.stage in ("done", "failed"), "an enrolment", _CAPTURE_S)
        walker.keep("enrol-done")
        walker.press("enrol.finish")

    def _identify(self) -> None:
        walker = self._walker
        walker.screen("language")
        walker.press(f"language.{self._screens.session.language}")
        walker.keep("language")
        walker.press("language.continue")
        walker.screen("consent")
        walker.keep("consent")
        walker.press("consent.readNotice")
        walker.screen("notice")
        walker.keep("notice")
        walker.press("page.back")
        walker.screen("consent")
        walker.press("consent.useFace")
        walker.screen("who")
        walker.keep("who")
        walker.press("who.demo_card")
        self._show_face()

    def _show_face(self) -> None:
        walker, face, conductor = self._walker, self._screens.face, self._app.conductor
        walker.screen("face")
        walker.until(
            lambda: (
                face.progress > 0.2
                or conductor.visit.state is not State.FACE
                or face.stage == "failed"
            ),
            "a face in the oval",
            _CAPTURE_S,
        )
        if conductor.visit.state is State.FACE:
            walker.keep("face")
        walker.until(
            lambda: conductor.visit.identified or face.stage == "failed", "a decision", _CAPTURE_S
        )
        cause = str(self._app.identification.decision["cause"])
        self._outcome = _OUTCOMES.get(cause, cause)

    def _be_offered_another_way(self) -> None:
        walker = self._walker
        walker.keep("face-failed")
        walker.press("face.otherWay")
        walker.screen("pin")
        walker.keep("another-way")
        walker.press("dock.leave")
        walker.screen("farewell")
        walker.keep("farewell")
        walker.screen("attract")
        walker.keep("attract-again")

    def _choose(self) -> None:
        walker, hall = self._walker, self._screens.hall
        walker.screen("hall")
        walker.until(lambda: bool(hall.ready), "the hall's first picture")
        walker.pause(600)
        walker.keep("hall-entrance")
        self._app.hall.go_to("desk")
        walker.until(lambda: hall.place == "desk" and not hall.route, "the information desk")
        walker.pause(1200)
        walker.keep("hall-desk")
        walker.press(f"hall.counter.{COUNTER}")
        walker.pause(200)
        walker.press("hall.takeMeThere")
        walker.pause(900)
        walker.keep("hall-on-the-way")
        walker.until(lambda: hall.place == f"counter:{COUNTER}", "the counter")
        walker.until(lambda: not hall.route, "the end of the way")
        walker.pause(1200)
        walker.keep("hall-counter")
        walker.press("hall.list")
        walker.screen("services")
        walker.keep("services")
        walker.press("page.back")
        walker.screen("hall")
        walker.press("hall.open")
        walker.screen("services")
        walker.press(f"services.service.{SERVICE}")

    def _apply(self) -> None:
        walker = self._walker
        walker.screen("service")
        walker.keep("service")
        walker.press("service.start")
        while walker.screen("question", "check") == "question":
            page = str(self._screens.question.page)
            fill_page(walker, self._screens.question)
            walker.keep(f"question-{page}")
            walker.press("question.continue")
            walker.until(partial(self._is_past, page), "the next page")
        walker.keep("check")
        walker.press("check.send")
        walker.until(
            lambda: (
                self._screens.session.screen == "receipt" or self._screens.sending.stage != "saving"
            ),
            "an application that is saved",
        )
        if self._screens.session.screen == "sending":
            walker.pause(300)
            walker.keep("sending")
        if walker.screen("sending", "receipt") == "sending":
            walker.until(lambda: self._screens.sending.stage == "received", "a receipt")
        walker.screen("receipt")
        walker.until(lambda: self._screens.receipt.stage == "received", "a signed receipt")
        walker.keep("receipt")
        self._keep_receipt()

    def _is_past(self, page: str) -> bool:
        return self._screens.session.screen != "question" or self._screens.question.page != page

    def _keep_receipt(self) -> None:
        self._walker.press("receipt.print")
        receipt = self._screens.receipt
        self._walker.until(
            lambda: receipt.printed in ("printed", "kept", "failed"), "a receipt on paper"
        )
        self._walker.keep("receipt-printed")
        applying = self._app.applying
        if applying.printed is not None:
            shutil.copyfile(applying.printed, self._out / "receipt.pdf")
        (self._out / "receipt.jws").write_text(applying.signed, encoding="ascii")
        shutil.copyfile(trusted_keys_file(), self._out / BESIDE)
        self._receipt = applying.claims()

    def _leave(self) -> None:
        walker = self._walker
        walker.press("receipt.finish")
        walker.screen("rating")
        walker.press("rating.5")
        walker.keep("rating")
        walker.press("rating.send")
        walker.screen("farewell")
        walker.keep("farewell")
        walker.screen("attract")
        walker.keep("attract-again")
