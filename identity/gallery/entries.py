"""What a person's entries hold: their key wrapped, their templates sealed under it."""

from functools import lru_cache

from identity.decisions.decision import ModelInfo
from identity.gallery.keys import Keys
from identity.gallery.rotation import Rotation
from identity.gallery.sealing import seal, unseal
from identity.gallery.template import pack, unpack
from identity.pictures import Vector

_KEY = "data key"


def wrapped_key(keys: Keys, subject: str, key: bytes) -> bytes:
    """A person's key, for the file."""
    return seal(keys.kek, key, (_KEY, subject))


def opened_key(keys: Keys, subject: str, wrapped: bytes) -> bytes:
    """A person's key; raises Unreadable."""
    return unseal(keys.kek, wrapped, (_KEY, subject))


def sealed_template(
    key: bytes, subject: str, model: ModelInfo, number: int, turned: Vector
) -> bytes:
    """A turned template, for the file: it opens only in its own place."""
    return seal(key, pack(turned), _place(subject, model, number))


def template_of(key: bytes, subject: str, model: ModelInfo, number: int, sealed: bytes) -> Vector:
    """A turned template; raises Unreadable."""
    return unpack(unseal(key, sealed, _place(subject, model, number)))


@lru_cache(maxsize=8)
def rotation_of(tenant: bytes, name: str, version: str, dimensions: int) -> Rotation:
    """The rotation of a tenant's templates of one model."""
    return Rotation(tenant, name, version, dimensions)


def _place(subject: str, model: ModelInfo, number: int) -> tuple[str, ...]:
    return (subject, model.name, model.version, str(number))
