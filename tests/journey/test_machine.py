"""A visit's state machine: the whole path, the ways back and out, and what arrives too late."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.journey import events as ev
from kiosk.journey.assurance import FaceAssurance, policy_for
from kiosk.journey.machine import MAX_FAILED_CAPTURES, can_go_back, step
from kiosk.journey.timeouts import patience
from kiosk.journey.visit import State, Visit, Way

WHOLE_VISIT: list[ev.Event] = [
    ev.Begin(),
    ev.LanguageSettled(),
    ev.UseFace(),
    ev.CitizenNamed(),
    ev.FaceDecided(matched=True),
    ev.ShowList(),
    ev.OpenService("residence_permit"),
    ev.StartService("address"),
    ev.PageAnswered("phone"),
    ev.PageAnswered(None),
    ev.Send(),
    ev.Saved("key-1"),
    ev.Received("key-1"),
    ev.Finish(),
    ev.RatingDone(),
    ev.FarewellOver(),
]

EVENTS: list[ev.Event] = [
    *WHOLE_VISIT,
    ev.Begin(choose_language=False),
    ev.EnrolDemonstration(),
    ev.EnrolmentAgreed(),
    ev.EnrolmentOver(),
    ev.ReadNotice(),
    ev.UseOtherWay(),
    ev.PinAccepted(),
    ev.FaceDecided(matched=False),
    ev.RetryFace(),
    ev.ShowHall(),
    ev.ChangePage("address"),
    ev.OpenEntry("address[0]"),
    ev.Paused(),
    ev.AskForCode(),
    ev.Resumed("phone", ("address",)),
    ev.Resumed("phone", ("address",), complete=True),
    ev.SaveFailed(),
    ev.Finish(rating=False),
    ev.Rejected("key-1"),
    ev.GoOnWithoutReceipt(),
    ev.AnotherService(),
    ev.FaceDecided(matched=True, assurance=FaceAssurance.CHALLENGE),
    ev.OpenService("passport_renewal", FaceAssurance.PASSIVE),
    ev.OpenService("housing_fund_rent", FaceAssurance.CHALLENGE),
    ev.CheckFaceAgain(),
    ev.ShowCases(),
    ev.OpenCase(),
    ev.ShowData(),
    ev.ShowDocuments(),
    ev.ShowComing(),
    ev.UsePhone(),
    ev.AskPhoneAgain(),
    ev.PhoneApproved(),
    ev.Back(),
    ev.Leave(),
]


def walk(*events: ev.Event, visit: Visit | None = None) -> tuple[Visit, list[ev.Effect]]:
    visit = visit or Visit()
    effects: list[ev.Effect] = []
    for event in events:
        visit, more = step(visit, event)
        effects += more
    return visit, effects


def upto(count: int) -> Visit:
    return walk(*WHOLE_VISIT[:count])[0]


def test_a_whole_visit_ends_where_it_began_and_wipes_once() -> None:
    states = [upto(n).state for n in range(len(WHOLE_VISIT) + 1)]
    assert states == [
        State.ATTRACT,
        State.LANGUAGE,
        State.CONSENT,
        State.WHO,
        State.FACE,
        State.HALL,
        State.LIST,
        State.SERVICE,
        State.QUESTION,
        State.QUESTION,
        State.CHECK,
        State.SENDING,
        State.SENDING,
        State.RECEIPT,
        State.RATING,
        State.FAREWELL,
        State.ATTRACT,
    ]
    visit, effects = walk(*WHOLE_VISIT)
    assert visit == Visit()
    assert effects.count(ev.WipePerson()) == 1
    assert effects.count(ev.Submit()) == 1


def test_where_nothing_can_be_rated_nothing_is_asked() -> None:
    visit, effects = walk(*WHOLE_VISIT[:13], ev.Finish(rating=False))
    assert visit.state is State.FAREWELL and ev.WipePerson() in effects


def test_a_newcomer_is_enrolled_and_begins_a_visit() -> None:
    visit, effects = walk(ev.EnrolDemonstration(), ev.EnrolmentAgreed(), ev.EnrolmentOver())
    assert visit == Visit(state=State.LANGUAGE) and effects == [ev.StartEnrolment()]
    visit, effects = walk(ev.EnrolDemonstration(), ev.EnrolmentAgreed(), ev.Leave())
    assert visit.state is State.FAREWELL
    assert effects[1:] == [ev.StopCapture(), ev.WipePerson()]


def test_the_other_way_reaches_the_same_hall() -> None:
    visit, effects = walk(
        ev.Begin(), ev.LanguageSettled(), ev.UseOtherWay(), ev.CitizenNamed(), ev.PinAccepted()
    )
    assert visit.state is State.HALL and visit.identified
    assert ev.StartCapture() not in effects


def test_leaving_a_face_check_for_another_way_closes_the_camera() -> None:
    visit, effects = walk(ev.UseOtherWay(), visit=upto(4))
    assert visit.state is State.PIN and visit.way is Way.OTHER
    assert effects == [ev.StopCapture()]


def test_a_face_that_fails_may_retry_a_few_times_then_only_another_way_is_left() -> None:
    visit = upto(4)
    for failures in range(1, MAX_FAILED_CAPTURES + 1):
        visit, _ = step(visit, ev.FaceDecided(matched=False))
        assert visit.state is State.FACE and visit.failed_captures == failures
        visit, effects = step(visit, ev.RetryFace())
        assert (ev.StartCapture() in effects) is (failures < MAX_FAILED_CAPTURES)
    assert step(visit, ev.UseOtherWay())[0].state is State.PIN


def test_a_decision_that_arrives_after_the_person_left_revives_nothing() -> None:
    gone, _ = walk(ev.Leave(), ev.FarewellOver(), visit=upto(4))
    assert step(gone, ev.FaceDecided(matched=True)) == (Visit(), ())
    assert step(gone, ev.Received("key-1")) == (Visit(), ())


def test_a_receipt_for_another_submission_is_not_this_persons_receipt() -> None:
    sending = upto(12)
    assert step(sending, ev.Received("key-2")) == (sending, ())


def test_without_a_receipt_the_visit_goes_on_and_the_receipt_may_still_arrive() -> None:
    visit, _ = walk(ev.GoOnWithoutReceipt(), visit=upto(12))
    assert visit.state is State.RECEIPT and not visit.received
    visit, _ = step(visit, ev.Received("key-1"))
    assert visit.received


def test_nothing_goes_on_before_it_is_saved() -> None:
    visit, _ = step(upto(11), ev.GoOnWithoutReceipt())
    assert visit.state is State.SENDING
    visit, _ = step(visit, ev.SaveFailed())
    assert visit.state is State.CHECK


def test_change_returns_to_check_your_answers() -> None:
    visit, _ = walk(ev.ChangePage("address"), visit=upto(10))
    assert (visit.state, visit.page) == (State.QUESTION, "address")
    assert step(visit, ev.Back())[0].state is State.CHECK
    assert step(visit, ev.PageAnswered(None))[0].state is State.CHECK


def test_back_walks_the_form_backwards_and_then_out_of_it() -> None:
    visit, _ = walk(ev.Back(), visit=upto(9))
    assert (visit.state, visit.page) == (State.QUESTION, "address")
    visit, _ = walk(ev.Back(), visit=visit)
    assert visit.state is State.SERVICE
    visit, effects = walk(ev.Back(), visit=visit)
    assert visit.state is State.LIST and visit.service is None
    assert effects == [ev.ForgetAnswers()]


def test_back_never_leads_from_the_hall_to_somebody_elses_identity_check() -> None:
    assert not can_go_back(upto(5))


def test_another_service_keeps_the_identity_and_forgets_the_answers() -> None:
    visit, effects = walk(ev.AnotherService(), visit=upto(13))
    assert visit.identified and visit.submission is None and visit.service is None
    assert effects == [ev.ForgetAnswers()]


@given(st.lists(st.sampled_from(EVENTS), max_size=40))
def test_whatever_happens_the_promises_hold(events: list[ev.Event]) -> None:
    visit = Visit()
    camera = False
    for event in events:
        visit, effects = step(visit, event)
        for effect in effects:
            if effect == ev.StartCapture():
                camera = True
            if effect == ev.StartEnrolment():
                camera = True
            if effect == ev.StopCapture():
                camera = False
        if event == ev.Leave():
            assert visit.state in (State.ATTRACT, State.FAREWELL)
            assert not camera or visit.state is State.ATTRACT
        if isinstance(event, (ev.FaceDecided, ev.EnrolmentOver)):
            camera = False
        inside = {State.SERVICE, State.QUESTION, State.CHECK, State.SENDING, State.RECEIPT}
        known = {State.STEP_UP, State.HALL, State.LIST, State.SERVICE, State.QUESTION, State.CHECK}
        if visit.state in known | {State.SENDING, State.RECEIPT, State.RATING}:
            assert visit.identified, "nobody reaches a service unidentified"
        if visit.state in inside:
            assert visit.sure_enough, "nobody reaches a service that asks for more"
        if visit.state in (State.ATTRACT, State.FAREWELL, State.LANGUAGE, State.CONSENT):
            assert not visit.identified and visit.submission is None


def test_every_screen_but_the_first_and_the_last_can_be_left_and_times_out() -> None:
    for state in State:
        left, effects = step(Visit(state=state), ev.Leave())
        waits = patience(state, 60, unhurried=False)
        if state in (State.ATTRACT, State.FAREWELL):
            assert left.state is state
        else:
            assert left.state is State.FAREWELL and ev.WipePerson() in effects
            assert waits.ask_after_s is not None


def test_elder_mode_and_voice_are_given_twice_the_time() -> None:
    assert patience(State.QUESTION, 60, True).ask_after_s == 120
    assert patience(State.QUESTION, 60, True).countdown_s == 60


PASSPORT = ev.OpenService("passport_renewal", FaceAssurance.PASSIVE)


def test_a_service_that_asks_for_more_is_reached_by_a_surer_face_check() -> None:
    visit, effects = walk(PASSPORT, visit=upto(6))
    assert visit.state is State.STEP_UP and effects == []
    visit, effects = walk(ev.CheckFaceAgain(), visit=visit)
    assert visit.state is State.FACE and effects == [ev.StartCapture()]
    surer = ev.FaceDecided(matched=True, assurance=FaceAssurance.PASSIVE)
    visit, effects = walk(surer, visit=visit)
    assert visit.state is State.SERVICE and visit.home is State.LIST
    assert effects == [ev.LoadService("passport_renewal")]
    visit, _ = walk(ev.Back(), PASSPORT, visit=visit)
    assert visit.state is State.SERVICE, "it is not asked twice"


def test_a_card_and_pin_are_always_enough_and_stay_so() -> None:
    visit, effects = walk(PASSPORT, ev.UseOtherWay(), ev.PinAccepted(), visit=upto(6))
    assert visit.state is State.SERVICE and effects == [ev.LoadService("passport_renewal")]
    visit, _ = walk(ev.Back(), PASSPORT, visit=visit)
    assert visit.state is State.SERVICE
    by_card, _ = walk(
        ev.Begin(), ev.LanguageSettled(), ev.UseOtherWay(), ev.CitizenNamed(), ev.PinAccepted()
    )
    assert walk(PASSPORT, visit=by_card)[0].state is State.SERVICE


def test_choosing_the_card_is_not_yet_showing_it() -> None:
    asked = walk(PASSPORT, visit=upto(6))[0]
    ways: list[list[ev.Event]] = [
        [ev.UseOtherWay(), ev.Back()],
        [ev.CheckFaceAgain(), ev.UseOtherWay(), ev.Back()],
        [ev.CheckFaceAgain(), ev.Back()],
    ]
    for way in ways:
        visit, effects = walk(*way, visit=asked)
        assert visit.state is State.STEP_UP
        assert (ev.StopCapture() in effects) is (ev.CheckFaceAgain() in way)
        visit, _ = walk(ev.Back(), PASSPORT, visit=visit)
        assert visit.state is State.STEP_UP


def test_a_check_that_is_not_sure_enough_leaves_the_card() -> None:
    weak = ev.FaceDecided(matched=True, assurance=FaceAssurance.CHALLENGE)
    visit, effects = walk(PASSPORT, ev.CheckFaceAgain(), weak, visit=upto(6))
    assert visit.state is State.STEP_UP and visit.unmet
    assert ev.LoadService("passport_renewal") not in effects
    assert walk(ev.CheckFaceAgain(), visit=visit)[0] == visit
    assert walk(ev.UseOtherWay(), ev.PinAccepted(), visit=visit)[0].state is State.SERVICE


def test_who_gives_a_service_up_is_where_they_were_and_may_open_another() -> None:
    visit, _ = walk(PASSPORT, ev.Back(), visit=upto(6))
    assert (visit.state, visit.service) == (State.LIST, None)
    assert walk(ev.OpenService("residence_permit"), visit=visit)[0].state is State.SERVICE


def test_failed_checks_of_one_visit_are_counted_together() -> None:
    visit = walk(PASSPORT, ev.CheckFaceAgain(), visit=upto(6))[0]
    for _ in range(MAX_FAILED_CAPTURES):
        visit, _ = walk(ev.FaceDecided(matched=False), ev.Back(), ev.CheckFaceAgain(), visit=visit)
    assert visit.state is State.STEP_UP


def test_another_service_is_as_sure_as_the_one_before() -> None:
    strong = [ev.FaceDecided(matched=True, assurance=FaceAssurance.PASSIVE), *WHOLE_VISIT[5:13]]
    visit, _ = walk(*WHOLE_VISIT[:4], *strong, ev.AnotherService(), PASSPORT)
    assert visit.state is State.SERVICE


def test_a_further_check_asks_for_the_least_that_is_enough() -> None:
    levels = [FaceAssurance(level) for level in ("challenge", "passive", "passive_and_challenge")]
    assert [policy_for(level, pair=False) for level in levels] == ["automatic", None, None]
    reached = [policy_for(level, pair=True) for level in levels]
    assert reached == ["passive", "passive", "passive_and_challenge"]
    for level, policy in zip(levels, reached, strict=True):
        assert FaceAssurance(str(policy)).meets(level)


def test_a_phone_is_asked_in_place_of_a_pin_and_can_be_given_up() -> None:
    asked, effects = walk(
        ev.Begin(), ev.LanguageSettled(), ev.UseOtherWay(), ev.CitizenNamed(), ev.UsePhone()
    )
    assert asked.state is State.PHONE and effects == [ev.AskPhone()]
    known, _ = walk(ev.PhoneApproved(), PASSPORT, visit=asked)
    assert known.state is State.SERVICE and known.by_card
    for way in (ev.Back(), ev.UseOtherWay()):
        visit, effects = walk(way, visit=asked)
        assert visit.state is State.PIN and effects == [ev.StopAskingPhone()]
        assert step(visit, ev.PhoneApproved()) == (visit, ())
    assert ev.StopAskingPhone() in step(asked, ev.Leave())[1]


def test_what_was_applied_for_is_seen_from_the_list_and_left_again() -> None:
    home = Visit(state=State.LIST, identified=True, home=State.LIST)
    seen, effects = step(home, ev.ShowCases())
    assert (seen.state, effects) == (State.CASES, ())
    assert step(seen, ev.OpenService("residence_permit"))[0] == seen
    assert step(seen, ev.Back())[0] == home
    assert step(seen, ev.Leave())[1] == (ev.WipePerson(),)


def test_an_entry_leads_back_to_its_list_and_on_from_there() -> None:
    visit = walk(ev.OpenEntry("address[0]"), visit=upto(8))[0]
    assert (visit.page, visit.trail) == ("address[0]", ("address",))
    listed = walk(ev.PageAnswered("address"), visit=visit)[0]
    assert (listed.page, listed.trail) == ("address", ())
    assert walk(ev.Back(), visit=visit)[0] == listed
    assert walk(ev.PageAnswered("phone"), visit=listed)[0].trail == ("address",)


def test_an_entry_that_is_changed_from_check_leads_back_to_check() -> None:
    visit = walk(ev.ChangePage("address[0]"), visit=upto(10))[0]
    assert walk(ev.Back(), visit=visit)[0].state is State.CHECK
    listed = walk(ev.ChangePage("address"), ev.OpenEntry("address[1]"), visit=upto(10))[0]
    assert walk(ev.Back(), visit=listed)[0].page == "address"


def test_what_was_kept_for_later_is_gone_on_with_where_it_was() -> None:
    asked, checked = upto(9), upto(10)
    for visit in (asked, checked):
        paused = walk(ev.Paused(), visit=visit)[0]
        assert paused.state is State.PAUSED
        back = walk(ev.Back(), visit=paused)[0]
        assert (back.state, back.page, back.trail) == (visit.state, visit.page, visit.trail)


def test_a_code_leads_to_the_page_that_is_missing_or_to_check() -> None:
    asking = walk(ev.AskForCode(), visit=upto(7))[0]
    assert asking.state is State.RESUME
    assert walk(ev.Back(), visit=asking)[0].state is State.SERVICE
    page = walk(ev.Resumed("phone", ("address",)), visit=asking)[0]
    assert (page.state, page.page, page.trail) == (State.QUESTION, "phone", ("address",))
    assert walk(ev.Back(), visit=page)[0].page == "address"
    done = walk(ev.Resumed("phone", ("address",), complete=True), visit=asking)[0]
    assert done.state is State.CHECK
