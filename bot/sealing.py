"""A stream that nobody reads without the key: AES-256-GCM in numbered chunks, the key made of a password by scrypt.

The file begins with a line that says what it is, the salt (16 bytes), what every nonce begins with (7 bytes) and a
check of the key (16 bytes). Then come chunks of 64 KiB, the last one shorter or empty, each with its tag of 16 bytes
behind it. A chunk's nonce is that beginning, its number (4 bytes) and whether it is the last (1 byte), and everything
before the first chunk is authenticated with each: a chunk that is missing, moved, repeated or of another file is
noticed, and so is an end that is not the end. This is the STREAM construction of Hoang, Reyhanitabar, Rogaway and
Vizar.
"""

from __future__ import annotations

import hmac
import io
import secrets
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

MAGIC = b"intake backup, encrypted, 1\n"
CHUNK, TAG, SALT, PREFIX, CHECK = 65_536, 16, 16, 7, 16
KEY = 32
MOST = 2**32
"""Chunks that one file can have: 256 TiB."""
# About 100 ms and 32 MiB for each guess at the password.
COST, BLOCK, PARALLEL = 2**15, 8, 1


class WrongKey(Exception):
    """The file was sealed with another key."""


class Broken(Exception):
    """The file is not as it was written."""


class Sealer(io.RawIOBase):
    """Writes what is written to it, sealed, into `into`; `close` writes the end and leaves `into` open."""

    def __init__(self, into: BinaryIO, password: str) -> None:
        self._into, self._waiting, self._number = into, bytearray(), 0
        salt, self._prefix = secrets.token_bytes(SALT), secrets.token_bytes(PREFIX)
        key, check = _keys(password, salt)
        self._cipher, self._head = AESGCM(key), MAGIC + salt + self._prefix + check
        into.write(self._head)

    def writable(self) -> bool:
        return True

    def write(self, given: bytes | bytearray | memoryview) -> int:  # type: ignore[override] # any buffer, in truth
        self._waiting += given
        while len(self._waiting) > CHUNK:
            self._seal(bytes(self._waiting[:CHUNK]), last=False)
            del self._waiting[:CHUNK]
        return len(given)

    def close(self) -> None:
        if not self.closed:
            self._seal(bytes(self._waiting), last=True)
            super().close()

    def _seal(self, chunk: bytes, *, last: bool) -> None:
        self._into.write(self._cipher.encrypt(_nonce(self._prefix, self._number, last), chunk, self._head))
        self._number += 1


def unsealed(sealed: BinaryIO, password: str) -> Iterator[bytes]:
    """What was sealed, chunk by chunk, each as soon as it is proved; `sealed` stands behind MAGIC.

    Raises WrongKey, and Broken where a chunk is not as it was written: what came before it was right.
    """
    salt, prefix, check = (sealed.read(size) for size in (SALT, PREFIX, CHECK))
    if len(check) < CHECK:
        raise Broken
    key, expected = _keys(password, salt)
    if not hmac.compare_digest(check, expected):
        raise WrongKey
    cipher, head = AESGCM(key), MAGIC + salt + prefix + check
    chunk, number = sealed.read(CHUNK + TAG), 0
    while chunk or number == 0:
        following = sealed.read(CHUNK + TAG)
        try:
            yield cipher.decrypt(_nonce(prefix, number, not following), chunk, head)
        except InvalidTag:
            raise Broken from None
        chunk, number = following, number + 1


def _keys(password: str, salt: bytes) -> tuple[bytes, bytes]:
    """The key, and by what a wrong password is known before anything is read."""
    made = Scrypt(salt=salt, length=KEY + CHECK, n=COST, r=BLOCK, p=PARALLEL).derive(password.encode())
    return made[:KEY], made[KEY:]


def _nonce(prefix: bytes, number: int, last: bool) -> bytes:
    if number >= MOST:
        raise OverflowError("a file has no more chunks")
    return prefix + number.to_bytes(4, "big") + bytes([last])
