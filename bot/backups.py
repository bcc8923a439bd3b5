"""A backup: the whole database in one file, compressed, sealed where there is a key, and read back before it counts.

Unsealed it is gzip, and inside are the lines of `storage.streaming`, each ended by a line feed: `zcat` shows them.
Sealed, the same gzip stands in the chunks that `bot.sealing` describes. It has the file's name only when it is whole.
"""

from __future__ import annotations

import gzip
import io
import os
import secrets
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.sealing import MAGIC, Broken, Sealer, WrongKey, unsealed
from storage import streaming
from storage.copying import fill, refuse_full, settle, stopped
from storage.refusals import Refused
from storage.snapshots import reading, snapshot

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from pathlib import Path
    from typing import BinaryIO

GZIP = b"\x1f\x8b"
LEVEL = 6
SUFFIX = ".intake-backup"


class BackupRefused(Refused):
    """The message is one sentence for the owner."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a backup holds; `size` is the file's, in bytes."""

    path: Path
    size: int
    is_sealed: bool
    head: streaming.Head
    rows: Mapping[str, int]


def place_in(place: Path, now: datetime) -> Path:
    """The file that is meant: in a folder, one with a name made of the time."""
    return place / f"intake-{now:%Y%m%dT%H%M%SZ}{SUFFIX}" if place.is_dir() else place


def write(url: str, path: Path, password: str, now: datetime) -> Kept:
    """Writes the database as it is now into a new file, for its owner's eyes only, whatever goes on meanwhile.

    Raises BackupRefused where there is such a file, or none can be made, and what `copying.snapshot` raises.
    """
    if path.exists():
        raise BackupRefused(f"{path.name} is there already, and no backup is ever overwritten: give another name.")
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with snapshot(url) as engine, reading(engine) as connection, _new(part) as file:
            with _writing(file, password) as into:
                for line in streaming.lines(connection, now):
                    into.write(line + b"\n")
            file.flush()
            os.fsync(file.fileno())
        kept = check(part, password)
        os.link(part, path)
        settle(path.parent)
    except FileExistsError:
        raise BackupRefused(f"{path.name} is there already, and no backup is ever overwritten.") from None
    except OSError as problem:
        reason = os.strerror(problem.errno or 0)
        raise BackupRefused(f"The backup cannot be written to {path.name}: {reason}.") from None
    finally:
        part.unlink(missing_ok=True)
    return Kept(path, kept.size, kept.is_sealed, kept.head, kept.rows)


def check(path: Path, password: str) -> Kept:
    """Reads a whole backup. Raises BackupRefused, NotOurs or Damaged for one that is of no use."""
    with _lines(path, password) as (stream, is_sealed):
        head = streaming.head(stream)
        rows = streaming.count(stream)
    return Kept(path, path.stat().st_size, is_sealed, head, rows)


def restore(path: Path, password: str, url: str, now: datetime) -> Kept:
    """Makes an empty or a missing database of a backup, and has it held: nothing is sent until a person releases it.

    Raises what `check` and `copying.fill` raise; nothing is written then.
    """
    with stopped(url):
        refuse_full(url)
        kept = check(path, password)
        with _lines(path, password) as (stream, _):
            rows = fill(url, stream, now, held=kept.head.made_at.isoformat())
    return Kept(path, kept.size, kept.is_sealed, kept.head, rows)


@contextmanager
def _new(part: Path) -> Iterator[BinaryIO]:
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        yield file


@contextmanager
def _writing(file: BinaryIO, password: str) -> Iterator[gzip.GzipFile]:
    sealer = Sealer(file, password) if password else None
    with gzip.GzipFile("", "wb", LEVEL, sealer or file, mtime=0) as into:
        yield into
    if sealer is not None:
        sealer.close()


@contextmanager
def _lines(path: Path, password: str) -> Iterator[tuple[Iterator[bytes], bool]]:
    """The lines of a backup, and whether it is sealed; what is wrong with it becomes one sentence."""
    try:
        with path.open("rb") as file:
            begins = file.read(len(MAGIC))
            is_sealed = begins == MAGIC
            if is_sealed and not password:
                raise BackupRefused("The backup is encrypted: set BACKUP_KEY to the key it was made with.")
            if not is_sealed and not begins.startswith(GZIP):
                raise streaming.NotOurs
            file.seek(len(MAGIC) if is_sealed else 0)
            chunks = unsealed(file, password) if is_sealed else iter(lambda: file.read(io.DEFAULT_BUFFER_SIZE * 8), b"")
            yield _split(_inflated(chunks)), is_sealed
    except WrongKey:
        raise BackupRefused("BACKUP_KEY is not the key that this backup was made with.") from None
    except (Broken, zlib.error):
        raise streaming.Damaged from None
    except OSError as problem:
        reason = os.strerror(problem.errno or 0)
        raise BackupRefused(f"The backup {path.name} cannot be read: {reason}.") from None


def _inflated(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Raises Damaged where there is less than was written, or more."""
    inflater = zlib.decompressobj(wbits=31)
    for chunk in chunks:
        if inflater.eof and chunk:
            raise streaming.Damaged
        yield inflater.decompress(chunk)
    if not inflater.eof or inflater.unused_data:
        raise streaming.Damaged


def _split(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Lines without their ends; Python's own `splitlines` knows ends that are none here."""
    rest = b""
    for piece in pieces:
        *whole, rest = (rest + piece).split(b"\n")
        yield from whole
    if rest:
        raise streaming.Damaged
