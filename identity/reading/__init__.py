"""Picture files from outside, read so that no file can harm: bounded, decoded, turned upright."""

from identity.reading.files import shown
from identity.reading.picture import read_picture

__all__ = ["read_picture", "shown"]
