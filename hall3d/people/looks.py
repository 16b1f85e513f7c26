"""How people look: build, age, skin, hair and clothes, as plain data."""

from dataclasses import dataclass, replace
from typing import Literal

HairStyle = Literal["short", "crop", "grey", "thin", "bun", "bob", "long", "tail", "scarf"]
Top = Literal["blazer", "shirt", "jumper", "coat"]


@dataclass(frozen=True)
class Looks:
    """One person. Colours are RRGGBB; `tall` is metres; `broad` widens; `age` is in years."""

    woman: bool
    age: int
    tall: float
    skin: str
    hair: str
    style: HairStyle
    top: Top = "coat"
    cloth: str = "A4937F"
    inner: str = "E4DDD0"
    legs: str = "555B63"
    accent: str = "8C7B6B"
    shoes: str = "1B1816"
    broad: float = 1.0
    skirt: bool = False
    glasses: bool = False
    staff: bool = False
    carries: Literal["nothing", "stick", "wheelchair", "leaflet", "phone"] = "nothing"


def _staff(person: Looks, top: Top = "blazer", cloth: str = "15534C") -> Looks:
    """The house's livery: pine green, a pale shirt, brass for the tie and the badge."""
    return replace(
        person, top=top, cloth=cloth, inner="EFECE4", legs="1F2B2D", accent="C39545", staff=True
    )


GUIDE = _staff(Looks(True, 32, 1.69, "E0B08C", "2A1C15", "bun"))
STAFF: tuple[Looks, ...] = (
    _staff(Looks(False, 38, 1.76, "DDAA86", "1C1613", "short")),
    _staff(Looks(True, 45, 1.66, "EBC3A4", "4A2F1F", "bob", glasses=True)),
    _staff(Looks(False, 57, 1.74, "E3B391", "8D8A86", "grey", glasses=True)),
    _staff(Looks(True, 27, 1.67, "8D5A3B", "17110F", "tail")),
    _staff(Looks(True, 36, 1.65, "D2A17C", "2F4858", "scarf")),
    _staff(Looks(False, 31, 1.79, "6F4630", "120E0C", "crop"), "shirt", "E9E6DD"),
    _staff(Looks(True, 52, 1.64, "E6BB99", "5E5751", "bob")),
    _staff(Looks(False, 26, 1.75, "E8BF9E", "3B2619", "short"), "jumper", "3F5A57"),
    _staff(Looks(True, 30, 1.70, "D9A77F", "1B1412", "long")),
)
VISITORS: dict[str, Looks] = {
    "parent": Looks(True, 35, 1.66, "E2B596", "33241B", "tail"),
    "child": Looks(
        False,
        7,
        1.22,
        "E8BD9E",
        "2B1F18",
        "short",
        "jumper",
        "C79F4E",
        legs="66707A",
        shoes="6E6257",
    ),
    "elder": Looks(
        False,
        78,
        1.66,
        "DDB090",
        "C9C5BE",
        "thin",
        "coat",
        "7F817A",
        "D9D2C4",
        "5C5850",
        glasses=True,
        carries="stick",
    ),
    "grandmother": Looks(
        True,
        72,
        1.58,
        "E4BD9F",
        "BDB8B0",
        "bob",
        "jumper",
        "8E7080",
        "E7E0D6",
        "5A5760",
        skirt=True,
    ),
    "student": Looks(
        True,
        21,
        1.64,
        "C98F68",
        "1F1612",
        "long",
        "jumper",
        "A8755C",
        "DED8CC",
        "4C535E",
        shoes="C9C4BA",
        carries="phone",
    ),
    "worker": Looks(
        False, 44, 1.77, "D6A27C", "241A15", "crop", "shirt", "7C8FA6", legs="57534C", broad=1.05
    ),
    "reader": Looks(
        False,
        29,
        1.75,
        "7A4D34",
        "15100E",
        "crop",
        "coat",
        "4E5A66",
        "D8D2C6",
        "4F4B47",
        carries="leaflet",
    ),
    "traveller": Looks(
        True,
        41,
        1.68,
        "DDAE8B",
        "6B4A33",
        "bob",
        "coat",
        "B09A76",
        "E8E2D8",
        "5B5F66",
        glasses=True,
    ),
    "wheelchair": Looks(
        False,
        36,
        1.74,
        "E3B796",
        "3A281D",
        "short",
        "jumper",
        "6E8A78",
        "E2DCD0",
        "555A60",
        shoes="3A3733",
        carries="wheelchair",
    ),
}
