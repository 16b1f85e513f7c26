"""The view models, one for each screen."""

from kiosk.screens.models.answers import CheckModel, QuestionModel
from kiosk.screens.models.arrival import AttractModel, ConsentModel, LanguageModel
from kiosk.screens.models.base import Model
from kiosk.screens.models.cases import CaseModel, CasesModel, DataModel
from kiosk.screens.models.coming import ComingModel, DocumentsModel
from kiosk.screens.models.enrol import EnrolModel
from kiosk.screens.models.hall import HallModel
from kiosk.screens.models.identity import FaceModel, PhoneModel, PinModel, StepUpModel, WhoModel
from kiosk.screens.models.outcome import RatingModel, ReceiptModel, SendingModel
from kiosk.screens.models.pausing import PausedModel, ResumeModel
from kiosk.screens.models.service import ServiceModel, ServicesModel
from kiosk.screens.models.session import SessionModel
from kiosk.screens.models.staff import StaffModel

__all__ = [
    "AttractModel",
    "CaseModel",
    "CasesModel",
    "CheckModel",
    "ComingModel",
    "ConsentModel",
    "DataModel",
    "DocumentsModel",
    "EnrolModel",
    "FaceModel",
    "HallModel",
    "LanguageModel",
    "Model",
    "PausedModel",
    "PhoneModel",
    "PinModel",
    "QuestionModel",
    "RatingModel",
    "ReceiptModel",
    "ResumeModel",
    "SendingModel",
    "ServiceModel",
    "ServicesModel",
    "SessionModel",
    "StaffModel",
    "StepUpModel",
    "WhoModel",
]
