"""Components that ask several things at once, each with a name in the form's conditions."""

from dataclasses import dataclass

CHOICES = {
    "vegadresseEllerPostboksadresse": (("vegadresse", "street"), ("postboksadresse", "post_box"))
}
"""The answers to choose from, value and text; yes and no for every other choice."""


@dataclass(frozen=True)
class Part:
    """One of the things: its key, its widget, and when it is asked (another's key and value)."""

    key: str
    widget: str
    label: str
    only_if: tuple[str, str] | None = None


YES, NO = "ja", "nei"

COMPOSITES: dict[str, tuple[Part, ...]] = {
    "identity": (
        Part("harDuFodselsnummer", "choice", "has_number"),
        Part("identitetsnummer", "id_number", "national_number", ("harDuFodselsnummer", YES)),
        Part("fodselsdato", "date", "person_birth", ("harDuFodselsnummer", NO)),
    ),
    "navAddress": (
        Part("borDuINorge", "choice", "lives_in_country"),
        Part("vegadresseEllerPostboksadresse", "choice", "kind_of_address", ("borDuINorge", YES)),
        Part("adresse", "address", "address"),
    ),
    "addressValidity": (
        Part("gyldigFraOgMed", "date", "valid_from"),
        Part("gyldigTilOgMed", "date", "valid_until"),
    ),
}
"""By type. The keys are those of the forms of the Norwegian labour and welfare administration."""
