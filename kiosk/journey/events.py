"""What can happen to a visit, and what the visit asks of the world in return."""

from dataclasses import dataclass

from kiosk.journey.assurance import FaceAssurance


@dataclass(frozen=True)
class Begin:
    """Someone touched the attract screen."""

    choose_language: bool = True
    """False when they began by touching a language."""


@dataclass(frozen=True)
class EnrolDemonstration:
    """Someone who has never seen the terminal wants to be its demonstration citizen."""


@dataclass(frozen=True)
class EnrolmentAgreed:
    """They agreed to be enrolled; also after an enrolment that failed."""


@dataclass(frozen=True)
class EnrolmentOver:
    """They have seen that they are enrolled, and begin their visit."""


@dataclass(frozen=True)
class LanguageSettled:
    """Language and voice are chosen."""


@dataclass(frozen=True)
class ReadNotice:
    """The whole privacy notice, from the consent screen."""


@dataclass(frozen=True)
class UseFace:
    """Consent to one face check."""


@dataclass(frozen=True)
class UseOtherWay:
    """Another way to show who they are, or leaving a face check for it."""


@dataclass(frozen=True)
class CitizenNamed:
    """A valid card number was given; nothing about it is proved yet."""


@dataclass(frozen=True)
class FaceDecided:
    """The identity process decided; `assurance` is how surely the person was alive."""

    matched: bool
    assurance: FaceAssurance = FaceAssurance.NONE


@dataclass(frozen=True)
class RetryFace:
    """Another face check, after one that failed."""


@dataclass(frozen=True)
class PinAccepted:
    """The back-end accepted the card number's PIN."""


@dataclass(frozen=True)
class UsePhone:
    """Approve with a phone, in place of the PIN."""


@dataclass(frozen=True)
class AskPhoneAgain:
    """Another approval, after one that ended."""


@dataclass(frozen=True)
class PhoneApproved:
    """The citizen's own device signed that it is them."""


@dataclass(frozen=True)
class ShowHall:
    """From the list to the hall."""


@dataclass(frozen=True)
class ShowList:
    """From the hall to the flat list of the same services."""


@dataclass(frozen=True)
class ShowCases:
    """To what the person has applied for, and who read their data."""


@dataclass(frozen=True)
class OpenCase:
    """One of them in full."""


@dataclass(frozen=True)
class ShowData:
    """Who read their data, and what they agreed to."""


@dataclass(frozen=True)
class ShowDocuments:
    """Their documents."""


@dataclass(frozen=True)
class ShowComing:
    """Appointments and queue tickets: coming to a counter."""


@dataclass(frozen=True)
class OpenService:
    """A service was picked, in the hall or the list; `needed` is the least assurance that a face
    sign-in must have had for it."""

    service: str
    needed: FaceAssurance = FaceAssurance.NONE


@dataclass(frozen=True)
class CheckFaceAgain:
    """Another face check, surer than the one before, for the service that was picked."""


@dataclass(frozen=True)
class StartService:
    """Start the form; `first_page` is the first page that applies."""

    first_page: str


@dataclass(frozen=True)
class PageAnswered:
    """The page is valid; `next_page` is None when the form is complete."""

    next_page: str | None


@dataclass(frozen=True)
class OpenEntry:
    """From a list of entries to the questions of one of them."""

    page: str


@dataclass(frozen=True)
class Paused:
    """The department keeps the answers so far, under a code."""


@dataclass(frozen=True)
class AskForCode:
    """From a service to the code of answers that were kept."""


@dataclass(frozen=True)
class Resumed:
    """Kept answers are there again: the next page to ask, or the last one with `complete`."""

    page: str
    trail: tuple[str, ...]
    complete: bool = False


@dataclass(frozen=True)
class ChangePage:
    """Change one answer from check-your-answers."""

    page: str


@dataclass(frozen=True)
class Send:
    """Send the application."""


@dataclass(frozen=True)
class Saved:
    """The outbox committed the submission under this idempotency key."""

    key: str


@dataclass(frozen=True)
class SaveFailed:
    """The outbox could not take the submission; nothing was sent."""


@dataclass(frozen=True)
class Received:
    """The department's signed receipt for this key was verified."""

    key: str


@dataclass(frozen=True)
class Rejected:
    """The department refused this submission for good."""

    key: str


@dataclass(frozen=True)
class GoOnWithoutReceipt:
    """Saved here, not yet received: go on with what is true so far."""


@dataclass(frozen=True)
class Finish:
    """Done with the receipt. rating: a department is there that takes one."""

    rating: bool = True


@dataclass(frozen=True)
class AnotherService:
    """Back to where services are chosen, still identified."""


@dataclass(frozen=True)
class RatingDone:
    """Rated or skipped."""


@dataclass(frozen=True)
class Back:
    """One step back."""


@dataclass(frozen=True)
class Leave:
    """End the visit now: the person's wish, the time-out, or a fault that cannot be mended."""


@dataclass(frozen=True)
class FarewellOver:
    """The last screen was shown long enough."""


Event = (
    Begin
    | EnrolDemonstration
    | EnrolmentAgreed
    | EnrolmentOver
    | LanguageSettled
    | ReadNotice
    | UseFace
    | UseOtherWay
    | CitizenNamed
    | FaceDecided
    | RetryFace
    | PinAccepted
    | UsePhone
    | AskPhoneAgain
    | PhoneApproved
    | ShowHall
    | ShowList
    | ShowCases
    | OpenCase
    | ShowData
    | ShowDocuments
    | ShowComing
    | OpenService
    | CheckFaceAgain
    | StartService
    | PageAnswered
    | OpenEntry
    | Paused
    | AskForCode
    | Resumed
    | ChangePage
    | Send
    | Saved
    | SaveFailed
    | Received
    | Rejected
    | GoOnWithoutReceipt
    | Finish
    | AnotherService
    | RatingDone
    | Back
    | Leave
    | FarewellOver
)


@dataclass(frozen=True)
class StartCapture:
    """Open the camera and compare with the citizen's templates."""


@dataclass(frozen=True)
class StartEnrolment:
    """Open the camera and enrol the demonstration citizen."""


@dataclass(frozen=True)
class StopCapture:
    """Close the camera; a decision that still arrives counts for nothing."""


@dataclass(frozen=True)
class AskPhone:
    """Ask the citizen's phone; only the newest approval counts."""


@dataclass(frozen=True)
class StopAskingPhone:
    """An approval that still arrives counts for nothing."""


@dataclass(frozen=True)
class LoadService:
    """Load the service and what the registries already know for its form."""

    service: str


@dataclass(frozen=True)
class Submit:
    """Commit the answers to the outbox."""


@dataclass(frozen=True)
class ForgetAnswers:
    """Drop the form's answers from memory."""


@dataclass(frozen=True)
class WipePerson:
    """Remove every trace of the person, and put the terminal's settings back."""


Effect = (
    StartCapture
    | StartEnrolment
    | StopCapture
    | AskPhone
    | StopAskingPhone
    | LoadService
    | Submit
    | ForgetAnswers
    | WipePerson
)
