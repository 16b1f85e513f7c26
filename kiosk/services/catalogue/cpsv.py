"""The catalogue in CPSV-AP 3, the European vocabulary of public services, as JSON-LD (domain)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kiosk.services.catalogue.loader import Catalogue
from kiosk.services.catalogue.model import Department, LifeEvent, Need, Service

Node = dict[str, Any]
BASE = "urn:atrium:"

CONTEXT: dict[str, Any] = {
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dct": "http://purl.org/dc/terms/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

NOT_IN_CPSV = {
    "form": "name the form that asks for the answers",
    "minutes": "say how long it takes to apply",
    "policy": "say how sure the terminal must be of who applies",
    "search.pinyin": "give the title's pinyin, syllable by syllable",
    "department": "give each counter its number, zone and colour",
    "needs.icon": "choose an icon for each need",
    "needs.registry": "name the registry where a need already is, if any",
}
"""What a service of ours has and CPSV-AP cannot say -> what to do about it after an import."""


def export(catalogue: Catalogue) -> Node:
    """The whole catalogue as one JSON-LD document."""
    graph = [
        *map(_department, catalogue.departments),
        *map(_event, catalogue.life_events),
        *(part for one in catalogue.services for part in _service(one, catalogue)),
    ]
    return {"@context": CONTEXT, "@graph": graph}


def _department(one: Department) -> Node:
    return {
        "@id": _iri("department", one.id),
        "@type": "cv:PublicOrganisation",
        "dct:identifier": one.id,
        "dct:title": _texts(one.name),
    }


def _event(one: LifeEvent) -> Node:
    return {
        "@id": _iri("life-event", one.id),
        "@type": "cv:LifeEvent",
        "dct:identifier": one.id,
        "dct:title": _texts(one.title),
        "dct:description": _texts(one.summary),
        "dcat:keyword": list(one.search.words),
        "dct:relation": {"@list": [_ref("service", name) for name in one.services]},
    }


def _service(one: Service, catalogue: Catalogue) -> Iterator[Node]:
    """The service itself, then what it refers to."""
    needs = [_need(one.id, place, need) for place, need in enumerate(one.needs)]
    laws = [_law(one.id, place, law) for place, law in enumerate(one.legal_basis)]
    cost = {
        "@id": _iri("cost", one.id),
        "@type": "cv:Cost",
        "dct:description": _texts(one.cost),
    }
    audience = {
        "@id": _iri("audience", one.id),
        "@type": "skos:Concept",
        "skos:prefLabel": _texts(one.audience),
    }
    events = [event.id for event in catalogue.life_events if one.id in event.services]
    yield {
        "@id": _iri("service", one.id),
        "@type": "cpsv:PublicService",
        "dct:identifier": one.id,
        "dct:title": _texts(one.title),
        "dct:description": _texts(one.summary),
        "dcat:keyword": list(one.search.words),
        "cv:hasCompetentAuthority": _ref("department", one.department),
        "cv:processingTime": {"@type": "xsd:duration", "@value": f"P{one.answer_days}D"},
        "cv:isGroupedBy": [_ref("life-event", name) for name in events],
        "cv:hasCost": {"@id": cost["@id"]},
        "cv:audience": {"@id": audience["@id"]},
        "cpsv:hasInput": {"@list": [{"@id": node["@id"]} for node in needs]},
        "cv:hasLegalResource": {"@list": [{"@id": node["@id"]} for node in laws]},
    }
    yield from (*needs, *laws, cost, audience)


def _need(service: str, place: int, need: Need) -> Node:
    iri = _iri("evidence", f"{service}:{place}")
    return {"@id": iri, "@type": "cv:Evidence", "dct:title": _texts(need.text)}


def _law(service: str, place: int, law: Mapping[str, str]) -> Node:
    iri = _iri("law", f"{service}:{place}")
    return {"@id": iri, "@type": "eli:LegalResource", "dct:title": _texts(law)}


def _iri(kind: str, name: str) -> str:
    return f"{BASE}{kind}:{name}"


def _ref(kind: str, name: str) -> Node:
    return {"@id": _iri(kind, name)}


def _texts(text: Mapping[str, str]) -> list[Node]:
    return [
        {"@language": language.replace("_", "-"), "@value": words}
        for language, words in text.items()
    ]


class NotCpsv(ValueError):
    """The document is no catalogue as CPSV-AP describes it; the text says what is missing."""


def read(document: Any) -> dict[str, list[Node]]:
    """{"departments", "life_events", "services"}: as much of our records as the document says.

    Reads the compact form that `export` writes. Raises NotCpsv.
    """
    graph = document.get("@graph") if isinstance(document, dict) else None
    if not isinstance(graph, list):
        raise NotCpsv("it has no @graph; give the JSON-LD in its compact form")
    nodes = {str(one.get("@id")): one for one in graph if isinstance(one, dict)}

    def of(kind: str) -> Iterable[Node]:
        return (one for one in nodes.values() if one.get("@type") == kind)

    try:
        return {
            "departments": [
                {"id": one["dct:identifier"], "name": _read_texts(one["dct:title"])}
                for one in of("cv:PublicOrganisation")
            ],
            "life_events": [_read_event(one) for one in of("cv:LifeEvent")],
            "services": [_read_service(one, nodes) for one in of("cpsv:PublicService")],
        }
    except (KeyError, TypeError, AttributeError) as missing:
        raise NotCpsv(f"something is missing or of another shape: {missing!r}") from missing


def _read_event(node: Node) -> Node:
    return {
        "id": node["dct:identifier"],
        "title": _read_texts(node["dct:title"]),
        "summary": _read_texts(node["dct:description"]),
        "services": [_name(one) for one in node["dct:relation"]["@list"]],
        "search": {"words": list(node["dcat:keyword"])},
    }


def _read_service(node: Node, nodes: Mapping[str, Node]) -> Node:
    def texts(name: str, label: str = "dct:title") -> list[dict[str, str]]:
        return [_read_texts(nodes[one["@id"]][label]) for one in node[name]["@list"]]

    days = node["cv:processingTime"]["@value"]
    return {
        "id": node["dct:identifier"],
        "department": _name(node["cv:hasCompetentAuthority"]),
        "title": _read_texts(node["dct:title"]),
        "summary": _read_texts(node["dct:description"]),
        "audience": _read_texts(nodes[node["cv:audience"]["@id"]]["skos:prefLabel"]),
        "needs": [{"text": text} for text in texts("cpsv:hasInput")],
        "answer_days": int(days.removeprefix("P").removesuffix("D")),
        "cost": _read_texts(nodes[node["cv:hasCost"]["@id"]]["dct:description"]),
        "legal_basis": texts("cv:hasLegalResource"),
        "search": {"words": list(node["dcat:keyword"])},
    }


def _read_texts(values: Iterable[Node]) -> dict[str, str]:
    return {one["@language"].replace("-", "_"): one["@value"] for one in values}


def _name(reference: Node) -> str:
    return str(reference["@id"]).rsplit(":", 1)[-1]
