"""How a visit moves: one function for each state, from an event to the next visit and effects.

An event that the present state does not know changes nothing: it is a second tap on a button
that is already gone, or news that arrives after the person has left.
"""

from collections.abc import Callable
from dataclasses import replace

from kiosk.journey import events as ev
from kiosk.journey.assurance import FaceAssurance
from kiosk.journey.visit import State, Visit, Way

Step = tuple[Visit, tuple[ev.Effect, ...]]

MAX_FAILED_CAPTURES = 3
"""Face checks in one visit before only another way is offered."""


def step(visit: Visit, event: ev.Event) -> Step:
    """The visit after `event`, and what the world must do for it."""
    if isinstance(event, ev.Leave):
        return _leave(visit)
    if isinstance(event, ev.Back):
        return _BACK[visit.state](visit)
    return _FORWARD[visit.state](visit, event)


def can_go_back(visit: Visit) -> bool:
    """Whether this screen has a way back (every screen has a way out)."""
    return step(visit, ev.Back())[0] != visit


def _stay(visit: Visit) -> Step:
    return visit, ()


def _to(visit: Visit, state: State, *effects: ev.Effect) -> Step:
    return visit.at(state), effects


def _leave(visit: Visit) -> Step:
    if visit.state in (State.ATTRACT, State.FAREWELL):
        return _stay(visit)
    stop = _STOPS.get(visit.state, ())
    return Visit(state=State.FAREWELL), (*stop, ev.WipePerson())


def _attract(visit: Visit, event: ev.Event) -> Step:
    match event:
        case ev.Begin(choose_language=True):
            return _to(Visit(), State.LANGUAGE)
        case ev.Begin():
            return _to(Visit(), State.CONSENT)
        case ev.EnrolDemonstration():
            return _to(Visit(), State.ENROL)
    return _stay(visit)


def _enrol(visit: Visit, event: ev.Event) -> Step:
    match event:
        case ev.EnrolmentAgreed():
            return _to(visit, State.ENROL, ev.StartEnrolment())
        case ev.EnrolmentOver():
            return _to(Visit(), State.LANGUAGE)
    return _stay(visit)


def _language(visit: Visit, event: ev.Event) -> Step:
    match event:
        case ev.LanguageSettled():
            return _to(visit, State.CONSENT)
    return _stay(visit)


def _consent(visit: Visit, event: ev.Event) -> Step:
    match event:
        case ev.ReadNotice():
            return _to(visit, State.NOTICE)
        case ev.UseFace():
            return _to(replace(visit, way=Way.FACE), State.WHO)
        case ev.UseOtherWay():
            return _to(replace(visit, way=Way.OTHER), State.WHO)
    return _stay(visit)


def _notice(visit: Visit, event: ev.Event) -> Step:
    return _stay(visit)


def _who(visit: Visit, event: ev.Event) -> Step:
    match event:
        case ev.CitizenNamed() if visit.way is Way.FACE:
            return _to(visit, State.FACE, ev.StartCapture())
        case ev.CitizenNamed():
            return _to(visit, State.PIN)
    return _stay(visit)


def _face(visit: Visit, event: ev.Event) -> Step:
    match event:
        case ev.FaceDecided(matched=True, assurance=assurance):
            return _recognised(visit, assurance)
        case ev.FaceDecided():
            return replace(visit, failed_captures=visit.failed_captures + 1), ()
        case ev.RetryFace() if visit.failed_captures < MAX_FAILED_CAPTURES:
            return _to(visit, State.FACE, ev.StartCapture())
        case ev.UseOtherWay():
            return _to(replace(visit, way=Way.OTHER), State.PIN, ev.StopCapture())
    return _stay(visit)


def _recognised(visit: Visit, assurance: FaceAssurance) -> Step:
    if not visit.stepping_up:
        return _identified(replace(visit, face=assurance))
    surer = replace(visit, face=max(visit.face, assurance, key=list(FaceAssurance).index))
    return _open(replace(surer, unmet=not surer.sure_enough))


def _pin(visit: Visit, event: ev.Event) -> Step:
    match event:
        case ev.PinAccepted():
            return _shown(visit)
        case ev.UsePhone():
            return _to(visit, State.PHONE, ev.AskPhone())
    return _stay(visit)


def _phone(visit: Visit, event: ev.Event) -> Step:
    match event:
        case ev.PhoneApproved():
            return _shown(visit)
        case ev.AskPhoneAgain():
            return _to(visit, State.PHONE, ev.AskPhone())
        case ev.UseOtherWay():
            return _to(visit, State.PIN, ev.StopAskingPhone())
    return _stay(visit)


def _shown(visit: Visit) -> Step:
    """Card and PIN, or card and phone."""
    known = replace(visit, by_card=True)
    return _open(known) if visit.stepping_up else _identified(known)


def _identified(visit: Visit) -> Step:
    return _to(replace(visit, identified=True), visit.home)


def _choosing(visit: Visit, event: ev.Event) -> Step:
    match event:
        case ev.ShowHall():
            return _to(replace(visit, home=State.HALL), State.HALL)
        case ev.ShowList():
            return _to(replace(visit, home=State.LIST), State.LIST)
        case ev.ShowCases():
            return _to(visit, State.CASES)
        case ev.OpenService(service, needed):
            return _pick(visit, service, needed)
    return _stay(visit)


def _cases(visit: Visit, event: ev.Event) -> Step:
    match event:
        case ev.OpenCase():
            return _to(visit, State.CASE)
        case ev.ShowData():
            return _to(visit, State.DATA)
        case ev.ShowDocuments():
            return _to(visit, State.DOCUMENTS)
        case ev.ShowComing():
            return _to(visit, State.COMING)
    return _stay(visit)


def _data(visit: Visit, event: ev.Event) -> Step:
    match event:
        case ev.OpenService(service, needed):
            return _pick(visit, service, needed)
    return _stay(visit)


def _pick(visit: Visit, service: str, needed: FaceAssurance) -> Step:
    fresh = replace(visit, page=None, trail=(), changing=False, unmet=False)
    return _open(replace(fresh, service=service, needed=needed))


def _open(visit: Visit) -> Step:
    """To the service that was picked, or first to a surer check."""
    if not visit.service or not visit.sure_enough:
        return _to(visit, State.STEP_UP)
    return _to(replace(visit, unmet=False), State.SERVICE, ev.LoadService(visit.service))


def _step_up(visit: Visit, event: ev.Event) -> Step:
    match event:
        case ev.CheckFaceAgain() if can_check_face_again(visit):
            return _to(visit, State.FACE, ev.StartCapture())
        case ev.UseOtherWay():
            return _to(visit, State.PIN)
    return _stay(visit)


def can_check_face_again(visit: Visit) -> bool:
    """Whether the visit allows another face check for the service that was picked."""
    return not visit.unmet and visit.failed_captures < MAX_FAILED_CAPTURES


def _service(visit: Visit, event: ev.Event) -> Step:
    match event:
        case ev.StartService(first_page):
            return _to(replace(visit, page=first_page, trail=()), State.QUESTION)
        case ev.AskForCode():
            return _to(visit, State.RESUME)
    return _stay(visit)


def _resume(visit: Visit, event: ev.Event) -> Step:
    match event:
        case ev.Resumed(page, trail, complete):
            there = replace(visit, page=page, trail=trail, changing=False)
            return _to(there, State.CHECK if complete else State.QUESTION)
    return _stay(visit)


def _question(visit: Visit, event: ev.Event) -> Step:
    match event:
        case ev.Paused():
            return _to(replace(visit, paused_at=State.QUESTION), State.PAUSED)
        case ev.PageAnswered(next_page) if next_page is None:
            return _to(replace(visit, changing=False), State.CHECK)
        case ev.PageAnswered(next_page) if next_page in visit.trail:
            return replace(visit, page=next_page, trail=_before(visit, next_page)), ()
        case ev.PageAnswered(page) | ev.OpenEntry(page):
            trail = (*visit.trail, visit.page) if visit.page else visit.trail
            return replace(visit, page=page, trail=trail), ()
    return _stay(visit)


def _check(visit: Visit, event: ev.Event) -> Step:
    match event:
        case ev.ChangePage(page):
            trail = _before(visit, page.partition("[")[0])  # an entry stands where its list does
            return _to(replace(visit, page=page, trail=trail, changing=True), State.QUESTION)
        case ev.Paused():
            return _to(replace(visit, paused_at=State.CHECK), State.PAUSED)
        case ev.Send():
            return _to(visit, State.SENDING, ev.Submit())
    return _stay(visit)


def _sending(visit: Visit, event: ev.Event) -> Step:
    match event:
        case ev.Saved(key):
            return replace(visit, submission=key), ()
        case ev.SaveFailed():
            return _to(visit, State.CHECK)
        case ev.Received(key) if key == visit.submission:
            return _to(replace(visit, received=True), State.RECEIPT)
        case ev.Rejected(key) if key == visit.submission:
            return _to(replace(visit, submission=None), State.CHECK)
        case ev.GoOnWithoutReceipt() if visit.submission:
            return _to(visit, State.RECEIPT)
    return _stay(visit)


def _receipt(visit: Visit, event: ev.Event) -> Step:
    match event:
        case ev.Received(key) if key == visit.submission:
            return replace(visit, received=True), ()
        case ev.Finish(rating):
            return _to(visit, State.RATING) if rating else _leave(visit)
        case ev.AnotherService():
            fresh = Visit(
                way=visit.way,
                identified=True,
                face=visit.face,
                by_card=visit.by_card,
                failed_captures=visit.failed_captures,
                home=visit.home,
            )
            return _to(fresh, visit.home, ev.ForgetAnswers())
    return _stay(visit)


def _rating(visit: Visit, event: ev.Event) -> Step:
    match event:
        case ev.RatingDone():
            return _leave(visit)
    return _stay(visit)


def _farewell(visit: Visit, event: ev.Event) -> Step:
    match event:
        case ev.FarewellOver():
            return Visit(), ()
        case ev.Begin():
            return _attract(Visit(), event)
    return _stay(visit)


def _back_from_face(visit: Visit) -> Step:
    return _to(visit, State.STEP_UP if visit.stepping_up else State.CONSENT, ev.StopCapture())


def _back_from_pin(visit: Visit) -> Step:
    return _to(visit, State.STEP_UP if visit.stepping_up else State.CONSENT)


def _before(visit: Visit, page: str | None) -> tuple[str, ...]:
    """The pages that lead to this one."""
    return visit.trail[: visit.trail.index(page)] if page in visit.trail else visit.trail


def _back_from_question(visit: Visit) -> Step:
    in_a_list = bool(visit.trail and visit.page and visit.page.startswith(f"{visit.trail[-1]}["))
    if visit.changing and not in_a_list:
        return _to(replace(visit, changing=False), State.CHECK)
    if visit.trail:
        return replace(visit, page=visit.trail[-1], trail=visit.trail[:-1]), ()
    return _to(visit, State.SERVICE)


def _back_to(state: State) -> Callable[[Visit], Step]:
    return lambda visit: _to(visit, state)


def _back_home(visit: Visit) -> Step:
    left = replace(visit, service=None, needed=FaceAssurance.NONE, unmet=False)
    return _to(left, visit.home, ev.ForgetAnswers())


def _back_from_check(visit: Visit) -> Step:
    return _to(visit, State.QUESTION) if visit.page else _back_home(visit)


_STOPS: dict[State, tuple[ev.Effect, ...]] = {
    State.FACE: (ev.StopCapture(),),
    State.ENROL: (ev.StopCapture(),),
    State.PHONE: (ev.StopAskingPhone(),),
}

_FORWARD: dict[State, Callable[[Visit, ev.Event], Step]] = {
    State.ATTRACT: _attract,
    State.ENROL: _enrol,
    State.LANGUAGE: _language,
    State.CONSENT: _consent,
    State.NOTICE: _notice,
    State.WHO: _who,
    State.PIN: _pin,
    State.PHONE: _phone,
    State.FACE: _face,
    State.HALL: _choosing,
    State.LIST: _choosing,
    State.CASES: _cases,
    State.CASE: _notice,
    State.DATA: _data,
    State.DOCUMENTS: _notice,
    State.COMING: _notice,
    State.STEP_UP: _step_up,
    State.SERVICE: _service,
    State.QUESTION: _question,
    State.CHECK: _check,
    State.PAUSED: lambda visit, _: _stay(visit),
    State.RESUME: _resume,
    State.SENDING: _sending,
    State.RECEIPT: _receipt,
    State.RATING: _rating,
    State.FAREWELL: _farewell,
}

_BACK: dict[State, Callable[[Visit], Step]] = {
    State.ATTRACT: _stay,
    State.ENROL: lambda visit: _to(visit, State.ATTRACT, ev.StopCapture()),
    State.LANGUAGE: _leave,
    State.CONSENT: _back_to(State.LANGUAGE),
    State.NOTICE: _back_to(State.CONSENT),
    State.WHO: _back_to(State.CONSENT),
    State.PIN: _back_from_pin,
    State.PHONE: lambda visit: _to(visit, State.PIN, ev.StopAskingPhone()),
    State.FACE: _back_from_face,
    State.HALL: _stay,
    State.LIST: _back_to(State.HALL),
    State.CASES: lambda visit: _to(visit, visit.home),
    State.CASE: _back_to(State.CASES),
    State.DATA: _back_to(State.CASES),
    State.DOCUMENTS: _back_to(State.CASES),
    State.COMING: _back_to(State.CASES),
    State.STEP_UP: _back_home,
    State.SERVICE: _back_home,
    State.QUESTION: _back_from_question,
    State.CHECK: _back_from_check,
    State.PAUSED: lambda visit: _to(visit, visit.paused_at),
    State.RESUME: _back_to(State.SERVICE),
    State.SENDING: _stay,
    State.RECEIPT: _stay,
    State.RATING: _back_to(State.RECEIPT),
    State.FAREWELL: _stay,
}
