"""A keyed rotation of templates: distances stay, and without the key nothing else does.

Templates of two tenants, or of one before and after its secret changed, cannot be linked. Who has
the secret can turn them back: it hides nothing from them, which is why templates are also sealed.
"""

import numpy as np
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import ChaCha20
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from numpy.typing import NDArray

from identity.gallery.sealing import bound
from identity.pictures import Vector

_WORD = 8


class Rotation:
    """One orthogonal matrix, drawn evenly from all of them by a key (QR of a Gaussian one)."""

    def __init__(self, secret: bytes, model: str, version: str, dimensions: int) -> None:
        label = b"atrium template rotation\0" + bound((model, version, str(dimensions)))
        seed = HKDF(SHA256(), 32, None, label).derive(secret)
        orthogonal, upper = np.linalg.qr(_gaussian(seed, dimensions))
        # QR leaves the signs to the library; fixed, the draw is even and the same everywhere
        self._matrix: NDArray[np.float64] = orthogonal * np.sign(np.diagonal(upper))

    def turn(self, vector: Vector) -> Vector:
        """The vector as it is stored and searched."""
        return (self._matrix @ vector).astype(np.float32)

    def turn_back(self, vector: Vector) -> Vector:
        """The vector as the engine made it."""
        return (self._matrix.T @ vector).astype(np.float32)


def _gaussian(seed: bytes, size: int) -> NDArray[np.float64]:
    """size x size normal numbers from a key stream, by Box and Muller."""
    stream = Cipher(ChaCha20(seed, bytes(16)), mode=None).encryptor()
    words = np.frombuffer(stream.update(bytes(2 * _WORD * size * size)), "<u8")
    even = (words.reshape(2, size, size) + 0.5) / 2.0**64
    drawn: NDArray[np.float64] = np.sqrt(-2 * np.log(even[0])) * np.cos(2 * np.pi * even[1])
    return drawn
