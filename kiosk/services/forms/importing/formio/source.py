"""The components of a form, wherever an export keeps them."""

from dataclasses import dataclass, field
from typing import Any

from kiosk.services.forms.importing.sources import (
    SourceError,
    read_json,
    read_zip,
    record,
    rows,
    words,
)


@dataclass
class Step:
    """One step of a form: a title and its components; `key` is what rules call it."""

    title: str
    components: list[dict[str, Any]]
    key: str = ""
    applies: bool = True
    """Whether it is asked while no rule says otherwise."""


@dataclass
class Source:
    """A form: steps in order, and the rules that stand beside them."""

    title: str
    steps: list[Step]
    wizard: bool = False
    rules: list[dict[str, Any]] = field(default_factory=list)
    variables: list[dict[str, Any]] = field(default_factory=list)
    settings: dict[str, Any] = field(default_factory=dict)
    language: str = ""


def read_source(data: bytes) -> Source:
    """Find the form in a file. Raises SourceError."""
    if data.startswith(b"PK"):
        return _archive(data)
    value = read_json(data)
    if isinstance(value, list):
        return _bare(rows(value))
    form = record(value)
    for key in ("form", "schema", "definition", "configuration"):
        inner = record(form.get(key))
        if isinstance(inner.get("components"), list) and not isinstance(
            form.get("components"), list
        ):
            form = inner
    if isinstance(form.get("forms"), dict) and not isinstance(form.get("components"), list):
        return _project(form)
    if not isinstance(form.get("components"), list):
        raise SourceError("it has no list of components, as a form of form.io has")
    title = words(form.get("title")) or words(form.get("name"))
    wizard = form.get("display") == "wizard"
    return Source(title, [Step("", rows(form["components"]))], wizard, settings=form)


def _bare(components: list[dict[str, Any]]) -> Source:
    if not any("type" in one for one in components):
        raise SourceError("it is a list, but none of components")
    return Source("", [Step("", components)])


def _project(project: dict[str, Any]) -> Source:
    """A project's template holds several forms; each is a step."""
    steps = []
    for form in project["forms"].values():
        components = rows(record(form).get("components"))
        if components:
            steps.append(Step(words(record(form).get("title")), components))
    if not steps:
        raise SourceError("its forms have no components")
    return Source(words(project.get("title")), steps)


def _archive(data: bytes) -> Source:
    """An export of Open Forms: forms.json, formSteps.json, formDefinitions.json, formLogic.json."""
    members = {name.rpartition("/")[2]: inner for name, inner in read_zip(data).items()}
    if "formDefinitions.json" not in members:
        raise SourceError("the archive has no formDefinitions.json, as an Open Forms export has")
    parts = {
        name: rows(read_json(members[f"{name}.json"])) if f"{name}.json" in members else []
        for name in ("forms", "formSteps", "formDefinitions", "formLogic", "formVariables")
    }
    definitions = {words(one.get("uuid")): one for one in parts["formDefinitions"]}
    by_url = {words(one.get("url")): one for one in parts["formDefinitions"]}
    steps = []
    for step in sorted(parts["formSteps"], key=_place):
        reference = words(step.get("form_definition") or step.get("formDefinition"))
        uuid = reference.rstrip("/").rpartition("/")[2]
        found = by_url.get(reference) or definitions.get(uuid)
        if found:
            applies = step.get("is_applicable") is not False
            steps.append(_step(found, words(step.get("uuid")), applies))
    if not steps:
        steps = [_step(one) for one in parts["formDefinitions"]]
    form = parts["forms"][0] if parts["forms"] else {}
    return Source(
        words(form.get("name")),
        steps,
        True,
        parts["formLogic"],
        parts["formVariables"],
        form,
        "nl",
    )


def _step(definition: dict[str, Any], key: str = "", applies: bool = True) -> Step:
    components = rows(record(definition.get("configuration")).get("components"))
    return Step(words(definition.get("name")), components, key, applies)


def _place(step: dict[str, Any]) -> int:
    order = step.get("order")
    return order if isinstance(order, int) else 0
