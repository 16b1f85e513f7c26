"""A service and its form on the screen: what it is, its questions, check your answers."""

from PySide6.QtCore import QObject

from kiosk.app.asking import AskingController
from kiosk.app.check import rows
from kiosk.app.documents import validity
from kiosk.app.kit import Kit
from kiosk.app.reusing import Reusing
from kiosk.app.session import SessionController
from kiosk.journey import events as ev
from kiosk.journey.visit import State, Visit
from kiosk.services.catalogue import Catalogue, Errand, Service
from kiosk.services.catalogue.model import Need
from kiosk.services.department import DepartmentClient, Prefill, Unreachable, registry_of
from kiosk.services.drafts.client import LastAnswers
from kiosk.services.follow_up import DocumentRow
from kiosk.services.forms import Draft, load_form, merge
from kiosk.services.forms.display import say
from kiosk.services.licences import met_by, referred

PURPOSE = "prefill"


class FormController(QObject):
    """Binds the service, question and check screens to one draft."""

    def __init__(
        self,
        kit: Kit,
        session: SessionController,
        questions: AskingController,
    ) -> None:
        super().__init__(kit.conductor)
        conductor, screens = kit.conductor, kit.screens
        self.questions = questions
        self._conductor = conductor
        self._screens = screens
        self._session = session
        self._catalogue = kit.catalogue
        self._department = kit.department
        self._background = kit.background
        self._person = kit.person
        self._asking: Draft | None = None
        self._agreed = self._reused = False
        self._reusing = Reusing(self, kit)
        self._documents: list[DocumentRow] = []
        self.draft: Draft | None = None
        conductor.on(ev.LoadService, lambda effect: self._load(effect.service))
        conductor.moved.connect(self._moved)
        self._bind()

    @property
    def errand(self) -> Errand:
        """The service or life event that the person chose."""
        return self._catalogue.errand(self._conductor.visit.service or "")

    @property
    def departments(self) -> str:
        """Everybody who gets an application, by name."""
        language = self._language
        answers = {} if self.draft is None else self.draft.answers()
        names = [
            self._catalogue.department(one.department_for(answers)).name[language]
            for one in self.errand.services
        ]
        return say("between", language).join(dict.fromkeys(names))

    def parts(self) -> list[tuple[Service, Draft]]:
        """Each service of the errand with its own answers."""
        if self.draft is None:
            return []
        return [(one, self.draft.part(load_form(one.form))) for one in self.errand.services]

    def documents_for(self, service: Service) -> list[str]:
        """The ids of the person's documents that an application for this service refers to."""
        return referred(service.needs, self._documents)

    def forget(self) -> None:
        """Drop every answer."""
        if self.draft is not None:
            self.draft.clear()
        self.draft = self._asking = None
        self._agreed = self._reused = False
        self._documents = []
        self.questions.forget()
        self._reusing.forget()
        for model in (self._screens.service, self._screens.check):
            model.reset()

    def relabel(self) -> None:
        """Say it again in the language of the session; what was typed stays."""
        state = self._conductor.visit.state
        if self.draft is None:
            return
        self._show_service()
        self._reusing.relabel()
        if state is State.QUESTION and self._conductor.visit.page:
            self.questions.relabel(self.errand.title[self._language])
        elif state is State.CHECK:
            self._show_check()

    @property
    def _language(self) -> str:
        return str(self._screens.session.language)

    def _bind(self) -> None:
        screens = self._screens
        screens.service.start.connect(lambda: self._start(agreed=True))
        screens.service.typeAll.connect(lambda: self._start(agreed=False))
        screens.check.change.connect(lambda page: self._conductor.send(ev.ChangePage(page)))
        screens.check.send.connect(lambda: self._conductor.send(ev.Send()))

    def _moved(self, before: Visit, now: Visit) -> None:
        if now.state is State.QUESTION and now.page:
            if before.state is not State.QUESTION or before.page != now.page:
                self._show_page(now.page)
        elif now.state is State.CHECK:
            self._show_check()

    def _load(self, identifier: str) -> None:
        services = self._catalogue.errand(identifier).services
        forms = [load_form(one.form) for one in services]
        form = merge(identifier, forms)
        self.draft = Draft(form, self._catalogue.registry_name)
        self._agreed = self._reused = False
        self._show_service()
        self._reusing.look(services)
        if any(need.licence for need in self.errand.needs):
            self._look_for_documents()

    def _look_for_documents(self) -> None:
        """What the person has already need not be brought; not known in time, it is asked for."""
        number, draft = self._person.number, self.draft
        if number is None:
            return

        def arrived(answer: list[DocumentRow] | Unreachable) -> None:
            if self.draft is draft and not isinstance(answer, Unreachable):
                self._documents = answer
                self._show_service()

        self._background.run(lambda: self._department.documents(number.text), arrived)

    def _read(self, draft: Draft, agreed: bool, reuse: bool) -> None:
        """With the person's consent each service reads for itself, and no more than it needs."""
        number, services = self._person.number, self.errand.services
        wanted = _wanted(self.errand) if agreed else {}
        if number is None:
            return
        self._asking = draft
        self._screens.service.reading = True

        def read() -> tuple[list[Prefill | Unreachable], list[LastAnswers]]:
            answers = [
                _agreed_read(self._department, number.text, service, fields)
                for service, fields in wanted.items()
            ]
            return answers, self._reusing.read(number.text, services) if reuse else []

        def arrived(told: tuple[list[Prefill | Unreachable], list[LastAnswers]]) -> None:
            if self._asking is not draft:
                return
            answers, earlier = told
            for answer in answers:
                if isinstance(answer, Prefill):
                    draft.prefill(answer.values)
                    self._agreed = True
            for one in earlier:
                draft.reuse(one.answers, one.said_on)
                self._reused = True
            self._asked(draft)
            self._say_silent(answers)

        def broke(error: Exception) -> None:
            self._asked(draft)
            raise error

        self._background.run(read, arrived, broke)

    def _asked(self, draft: Draft) -> None:
        """The registries answered or could not be reached: the questions begin."""
        if self._asking is not draft:
            return
        self._asking = None
        self._screens.service.reading = False
        if self._conductor.visit.state is State.SERVICE:
            self._conductor.send(ev.StartService(draft.first_page()))

    def _say_silent(self, answers: list[Prefill | Unreachable]) -> None:
        """Who did not answer, so that the person knows why they are asked instead."""
        language = self._language
        if any(isinstance(answer, Unreachable) for answer in answers):
            self._session.say(say("nobody_answered", language), "warn")
            return
        silent = [one for answer in answers if isinstance(answer, Prefill) for one in answer.silent]
        names = [self._catalogue.registry_name(one, language) for one in dict.fromkeys(silent)]
        if names:
            said = say("silent", language, registries=say("between", language).join(names))
            self._session.say(said, "warn")

    def _start(self, agreed: bool) -> None:
        """The first page: at once, or filled in as soon as the registries were asked."""
        draft = self.draft
        if draft is None or self._asking is not None:
            return
        ask = agreed and not self._agreed and bool(_wanted(self.errand))
        reuse = self._reusing.chosen and not self._reused
        if ask or reuse:
            self._read(draft, ask, reuse)
        else:
            self._conductor.send(ev.StartService(draft.first_page()))

    def _show_service(self) -> None:
        if not self._conductor.visit.service:
            return
        errand, language, model = self.errand, self._language, self._screens.service
        department = self._catalogue.department(errand.first.department)
        model.title = errand.title[language]
        model.summary = errand.summary[language]
        model.department = self.departments
        model.counterNumber, model.counterColour = department.counter, department.colour
        model.facts = facts(errand, self.draft, language)
        model.resumable = self._person.number is not None
        model.registers = say("between", language).join(
            self._catalogue.registry_name(one, language) for one in _registers(errand)
        )
        law = say("fact_law_label", language)
        bases = say("between", language).join(
            one.legal_basis[0][language] for one in errand.services
        )
        model.law = f"{law}: {bases}"
        model.needs = [
            need_row(one, self._catalogue, self._documents, language) for one in errand.needs
        ]

    def _show_page(self, page: str) -> None:
        if self.draft is not None:
            self.questions.show(self.draft, page, self.errand.title[self._language])

    def _show_check(self) -> None:
        draft, model = self.draft, self._screens.check
        if draft is None:
            return
        model.service = self.errand.title[self._language]
        model.rows = rows(draft, self._language)
        count = len(draft.pages()) + 1
        self._session.show_step(count, count, self.errand.title[self._language])


def need_row(
    need: Need, catalogue: Catalogue, documents: list[DocumentRow], language: str
) -> dict[str, str]:
    """One thing that is needed, and where it already is."""
    source, text = "", need.text[language]
    met = met_by(need.licence, documents) if need.licence else None
    if met is not None:
        name = catalogue.document_kinds[met.document.kind].name[language]
        told = say("between", language).join((name, validity(met.document, language)))
        if met.valid:
            source = told
        else:
            text = say("need_expired", language, need=text, document=told)
    elif need.registry:
        source = catalogue.registry_name(need.registry, language)
    return {"icon": need.icon, "text": text, "source": source}


def _wanted(errand: Errand) -> dict[str, list[str]]:
    """service id -> the registry fields that its form can be filled in from."""
    wanted = {one.id: load_form(one.form).prefill_request for one in errand.services}
    return {service: fields for service, fields in wanted.items() if fields}


def _registers(errand: Errand) -> list[str]:
    """The registries that would be asked, each once."""
    fields = [field for one in _wanted(errand).values() for field in one]
    return list(dict.fromkeys(registry_of(field) for field in fields))


def _agreed_read(
    department: DepartmentClient, citizen: str, service: str, fields: list[str]
) -> Prefill | Unreachable:
    """Keep the consent, then read on it; without the one there is not the other."""
    registries = list(dict.fromkeys(registry_of(field) for field in fields))
    consent = department.agree(citizen, service, PURPOSE, registries)
    if isinstance(consent, Unreachable):
        return consent
    return department.prefill(citizen, service, PURPOSE, fields, consent.id)


def facts(errand: Errand, draft: Draft | None, language: str) -> list[dict[str, str]]:
    """How long it takes, when the answer comes, what it costs."""
    pages = len(draft.pages()) if draft else 1
    time = say("fact_time", language, minutes=errand.minutes, pages=pages)
    days = errand.answer_days
    answer = say("fact_answer" if days else "fact_answer_now", language, days=days)
    costs = dict.fromkeys(one.cost[language] for one in errand.services)
    titles = [one.title[language] for one in errand.services]
    services = say("between", language).join(titles) if len(titles) > 1 else ""
    rows = (
        ("list", "fact_services_label", services),
        ("clock", "fact_time_label", time),
        ("mail", "fact_answer_label", answer),
        ("money", "fact_cost_label", say("between", language).join(costs)),
    )
    return [
        {"icon": icon, "label": say(label, language), "value": value}
        for icon, label, value in rows
        if value
    ]
