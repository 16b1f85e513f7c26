"""A service that asks for a surer sign-in, opened by somebody who came with their face."""

from collections.abc import Callable

from tests.journeys.conftest import Terminal

Start = Callable[..., Terminal]


def sign_in_by_face(terminal: Terminal) -> None:
    """A newcomer is enrolled and recognised; without liveness models, nothing checks for life."""
    walker, screens = terminal.walker, terminal.screens
    walker.until(lambda: bool(screens.attract.offerEnrol), "the offer to enrol")
    walker.until(lambda: bool(screens.attract.ready), "a terminal that is ready")
    walker.press("attract.enrol")
    walker.press("enrol.agree")
    walker.until(lambda: screens.enrol.stage in ("done", "failed"), "an enrolment")
    walker.press("enrol.finish")
    walker.press("language.continue")
    walker.press("consent.useFace")
    walker.press("who.demo_card")
    walker.until(lambda: screens.face.liveness == "not_enforced", "honest words")
    walker.screen("hall")
    walker.press("hall.list")


def test_a_surer_check_is_explained_tried_and_the_visit_goes_on(start: Start) -> None:
    terminal = start()
    walker, screens = terminal.walker, terminal.screens
    sign_in_by_face(terminal)
    assert terminal.app.identification.decision["liveness"]["assurance"] == "none"
    walker.press("services.service.housing_fund_rent")
    walker.screen("stepUp")
    assert walker.there("stepup.checkFace") and screens.session.personKnown
    walker.press("stepup.checkFace")
    walker.screen("face")
    walker.screen("stepUp")
    assert screens.stepUp.unmet and not walker.there("stepup.checkFace")
    walker.press("page.back")
    walker.screen("services")
    walker.press("services.service.passport_renewal")
    walker.screen("stepUp")
    assert not walker.there("stepup.checkFace")
    walker.press("stepup.useCard")
    walker.screen("pin")
    walker.press("page.back")
    walker.press("stepup.useCard")
    for digit in "246801":
        walker.press(f"keypad.{digit}")
    walker.press("pin.submit")
    walker.screen("service")
    assert terminal.app.conductor.visit.service == "passport_renewal"
    walker.press("page.back")
    walker.press("services.service.housing_fund_rent")
    walker.press("service.start")
    walker.screen("question")


def test_other_services_ask_for_nothing_more(start: Start) -> None:
    terminal = start()
    sign_in_by_face(terminal)
    terminal.walker.press("services.service.residence_permit")
    terminal.walker.screen("service")
