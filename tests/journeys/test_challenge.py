"""A face check that asks for movements, through the whole window; a script stands for the face."""

import json
from collections.abc import Callable

from tests.journeys.conftest import Terminal

Start = Callable[..., Terminal]


def test_movements_and_light_are_shown_and_what_they_prove_opens_a_service(start: Start) -> None:
    terminal = start(screen_light=True)
    terminal.app.identity.module = "tests.app.asking_room"  # it is not started yet
    walker, face = terminal.walker, terminal.screens.face
    terminal.begin()
    terminal.screens.session.textSizeChosen.emit("elder")
    walker.press("consent.useFace")
    walker.press("who.demo_card")
    walker.until(lambda: face.challenge.get("kind") == "turn_left", "the first movement")
    assert face.liveness == "enforced" and walker.there("face.ask")
    walker.until(lambda: face.challenge.get("step") == 2, "the second movement")
    walker.until(lambda: face.light == "#78cdff", "the light")
    walker.until(lambda: face.stage == "failed", "a decision")
    assert (face.failure, face.challenge, face.light) == ("challenge_late", {}, "")
    said = json.loads(terminal.app.identification.decision["detail"])
    assert said == {"liveness": "automatic", "unhurried": True, "light": True}
    walker.press("face.retry")
    walker.screen("hall")
    walker.press("hall.list")
    walker.press("services.service.housing_fund_rent")
    walker.screen("service")
    walker.press("page.back")
    walker.press("services.service.passport_renewal")
    walker.screen("stepUp")
