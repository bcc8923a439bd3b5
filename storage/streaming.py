"""A whole database as a stream of lines, and back: what a backup holds, and what moves from one database to another.

Each line is JSON. The first says what the stream is and of which schema; then comes each table: an object that names
its columns and the last row number it gave, a list for each row, and an object with their count and digest. The last
line counts it all. Tables come after those that they link to; a table's rows come by their primary key.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from storage.refusals import Refused
from storage.schema import schema_of
from storage.shapes import last_number, lines_of, shapes

NAME, VERSION = "intake", 1


class NotOurs(Refused):
    sentence = "The file is no backup of this program."


class Damaged(Refused):
    sentence = "The backup is damaged or was cut short: use another one."


@dataclass(frozen=True, slots=True)
class Head:
    """Which schema the tables are of, and when they were read."""

    schema: str
    made_at: datetime


@dataclass(slots=True)
class Section:
    """One table of the stream; `count` and `digest` are those of the rows read so far."""

    name: str
    columns: tuple[str, ...]
    last: int
    lines: Iterator[bytes]
    count: int = 0
    is_over: bool = False
    _sealed: Any = field(default_factory=hashlib.sha256)

    @property
    def digest(self) -> str:
        return str(self._sealed.hexdigest())

    def rows(self) -> Iterator[bytes]:
        """The rows that were not read yet, as `shapes.write` takes them. Raises Damaged when they are not all there."""
        while not self.is_over:
            line = _next(self.lines)
            if line.startswith(b"["):
                self.count += 1
                self._sealed.update(line + b"\n")
                yield line
            else:
                self.is_over = True
                if _read(line) != {"rows": self.count, "digest": self.digest}:
                    raise Damaged


def lines(connection: Connection, made_at: datetime) -> Iterator[bytes]:
    """The whole database as this connection's transaction sees it, without line ends."""
    total, tables, sealed = 0, 0, hashlib.sha256()
    yield _told({NAME: VERSION, "schema": schema_of(connection), "made_at": made_at.isoformat()})
    for shape in shapes(connection):
        yield _told({"table": shape.name, "columns": shape.kinds, "last": last_number(connection, shape)})
        count, digest = 0, hashlib.sha256()
        for line in lines_of(connection, shape):
            count += 1
            digest.update(line + b"\n")
            yield line
        yield _told({"rows": count, "digest": digest.hexdigest()})
        total, tables = total + count, tables + 1
        sealed.update(digest.digest())
    yield _told({"tables": tables, "rows": total, "digest": sealed.hexdigest()})


def head(stream: Iterator[bytes]) -> Head:
    """The first line. Raises NotOurs for what is no such stream, also for one of a newer program's making."""
    first = _read(next(stream, b""), NotOurs)
    if first.get(NAME) != VERSION:
        raise NotOurs
    try:
        return Head(str(first["schema"]), datetime.fromisoformat(first["made_at"]))
    except (KeyError, TypeError, ValueError):
        raise NotOurs from None


def sections(stream: Iterator[bytes]) -> Iterator[Section]:
    """The tables behind the head; what is not read of one is passed over. Raises Damaged unless all is as written."""
    total, tables, sealed = 0, 0, hashlib.sha256()
    while "table" in (opened := _read(_next(stream))):
        section = _section(opened, stream)
        yield section
        for _ in section.rows():
            pass
        total, tables = total + section.count, tables + 1
        sealed.update(bytes.fromhex(section.digest))
    if opened != {"tables": tables, "rows": total, "digest": sealed.hexdigest()} or next(stream, None) is not None:
        raise Damaged


def count(stream: Iterator[bytes]) -> Mapping[str, int]:
    """How many rows each table has, once all of them are found to be whole. Raises Damaged."""
    counted = {}
    for section in sections(stream):
        for _ in section.rows():
            pass
        counted[section.name] = section.count
    return counted


def _section(opened: dict[str, Any], stream: Iterator[bytes]) -> Section:
    try:
        return Section(str(opened["table"]), tuple(opened["columns"]), int(opened["last"]), stream)
    except (KeyError, TypeError, ValueError):
        raise Damaged from None


def _told(control: Mapping[str, object]) -> bytes:
    return json.dumps(control, ensure_ascii=False, separators=(",", ":")).encode()


def _next(stream: Iterable[bytes]) -> bytes:
    line = next(iter(stream), None)
    if line is None:
        raise Damaged
    return line


def _read(line: bytes, otherwise: type[Refused] = Damaged) -> dict[str, Any]:
    try:
        read = json.loads(line)
    except ValueError:
        raise otherwise from None
    if not isinstance(read, dict):
        raise otherwise
    return read
