"""Every setting: its type, its default, and what it does (domain)."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Settings(BaseModel):
    """The terminal's settings. docs/settings.md is generated from this class."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    language: Literal["zh_CN", "en"] = Field(
        "zh_CN", description="The language of the first screen, and again after each visit."
    )
    voice: bool = Field(False, description="Whether the screen speaks unless a person says no.")
    open_until: str = Field(
        "17:30",
        pattern=r"^([01]\d|2[0-3]):[0-5]\d$",
        description="When the hall closes today, as HH:MM, on the first screen.",
    )
    idle_seconds: int = Field(
        60,
        ge=30,
        le=600,
        description="Quiet seconds before “Are you still there?”; doubled with large text.",
    )
    camera: str = Field(
        "0",
        min_length=1,
        description="A webcam's number, a video file, a folder of pictures, an rtsp:// address, "
        "or `demonstration` for the built-in demonstration camera.",
    )
    one_in: int = Field(
        10_000,
        ge=1_000,
        le=100_000,
        description="Of how many strangers one may pass a face check: 1 in N.",
    )
    engine: Literal["sface", "dlib", "fusion"] = Field(
        "sface",
        description="Which networks compare faces. `fusion` turns away fewer people than `sface` "
        "and takes six times its time; `dlib` is for comparison. Templates of one are of no use to "
        "another: whoever changes this enrols everybody anew.",
    )
    liveness: Literal["none", "passive", "passive_and_challenge", "automatic"] = Field(
        "automatic",
        description="How a face check makes sure that a living person is there. `passive` looks "
        "with the liveness models and refuses face checks while they are missing; "
        "`passive_and_challenge` also asks for movements; `automatic` looks with the models where "
        "they are installed, and else asks for movements.",
    )
    screen_light: bool = Field(
        False,
        description="Whether a face check that asks for movements also shows colours around the "
        "face and looks for their reflection; docs/decisions/0012 says how well that works.",
    )
    phone_approval: bool = Field(
        False,
        description="Whether people may approve with their phone in place of a PIN. The back-end "
        "must reach their phones.",
    )
    verify_timeout_s: int = Field(
        20, ge=5, le=120, description="How many seconds a face check may take."
    )
    models_folder: str = Field(
        "", description="A folder with further models, such as the liveness pair; empty: none."
    )
    candidate_search: bool = Field(
        False,
        description="Whether the terminal may propose whom a picture shows (the request "
        "`identify`). Such candidates decide nothing. `atrium identify` works without it.",
    )
    search_server: str = Field(
        "",
        description="A PostgreSQL with pgvector that several terminals search together, as a libpq "
        "connection string; keep its password in libpq's password file. Empty: each terminal "
        "searches its own gallery in memory.",
    )
    district: str = Field(
        "", description="The part of the search server's gallery that this terminal enrols into."
    )
    hall_theme: Literal["day", "evening", "festival", "automatic"] = Field(
        "day",
        description="How the hall looks. `automatic` is `day` from 7 to 18 o'clock and `evening` "
        "after; a look that was not prepared is baked at its first start, which takes a while.",
    )
    hall_renderer: Literal["auto", "tiny", "gl"] = Field(
        "auto",
        description="What draws the hall: `tiny` is the processor alone, `gl` OpenGL on a GPU; "
        "`auto` takes OpenGL where it was measured to be quicker and to draw the same. OpenGL that "
        "fails is not used again until the machine changes.",
    )
    print_folder: str = Field(
        "",
        description="A folder that receipts are kept in as PDF where there is no printer; "
        "empty: where there is no printer, nothing is printed, and the screen says so.",
    )
    files_folder: str = Field(
        "/media",
        description="Where USB sticks appear, or a folder that people may choose files from; "
        "empty: nobody brings a file, papers are photographed.",
    )
    demonstration: bool = Field(
        True,
        description="Offer the demonstration citizen. Switch it off on a terminal that serves "
        "the public.",
    )
