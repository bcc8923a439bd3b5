"""Everything in a folder, for an owner who leaves: files that need neither this program nor a database to be read.

`tables/` has one file of JSON lines for each table, `records/` the readable record of each client under the case number
of their newest intake, `forms/` each form as it read, and `manifest.json` how many rows each file has and its SHA-256.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.record import record_of
from storage.copying import settle
from storage.database import open_database
from storage.leaving import forms, people, tables
from storage.refusals import Refused
from storage.schema import check
from storage.snapshots import snapshot
from storage.work import Work

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path
    from typing import BinaryIO

FOLDERS = ("tables", "records", "forms")


class ExportRefused(Refused):
    """The message is one sentence for the owner."""


@dataclass(slots=True)
class Export:
    """A folder that is being filled; `manifest` says what is in it so far."""

    folder: Path
    manifest: dict[str, dict[str, object]] = field(default_factory=dict)

    def add(self, name: str, lines: Iterable[str]) -> None:
        """One file, for its owner's eyes only."""
        count, sealed = 0, hashlib.sha256()
        with _new(self.folder / name) as file:
            for line in lines:
                written = f"{line}\n".encode()
                file.write(written)
                sealed.update(written)
                count += 1
        self.manifest[name] = {"rows": count, "sha256": sealed.hexdigest()}


def export(url: str, folder: Path, now: datetime) -> int:
    """Writes it all, as it is at one moment, and notes it on the trail; gives the number of clients' records.

    Raises ExportRefused where the folder has something in it or can't be written, and what `copying.snapshot` raises.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ExportRefused(f"{folder.name} has something in it already: name an empty folder, or one to be made.")
    part = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}.part")
    try:
        for each in (part, *(part / name for name in FOLDERS)):
            each.mkdir(mode=0o700)
        with snapshot(url) as engine, Work(engine, now, reading=True) as work:
            check(work.marks.connection)
            count = _write(Export(part), work, now)
        part.replace(folder)
        settle(folder.parent)
    except OSError as problem:
        raise ExportRefused(f"{folder.name} cannot be written: {os.strerror(problem.errno or 0)}.") from None
    finally:
        shutil.rmtree(part, ignore_errors=True)
    _note(url, now, count)
    return count


def _write(into: Export, work: Work, now: datetime) -> int:
    connection, count = work.marks.connection, 0
    for name, rows in tables(connection):
        into.add(f"tables/{name}.jsonl", (_told(row) for row in rows))
    for chat_id, case in people(connection):
        into.add(f"records/{case}.json", [record_of(work, chat_id, case).text])
        count += 1
    for fingerprint, text in forms(connection):
        into.add(f"forms/{fingerprint}.md", [text])
    made = {"made_at": now.isoformat(), "files": into.manifest}
    with _new(into.folder / "manifest.json") as file:
        file.write(json.dumps(made, indent=1).encode())
    return count


def _note(url: str, now: datetime, count: int) -> None:
    database = open_database(url)
    try:
        with database.work(now) as work:
            work.audit.add("exported_everything", staff_id=None, about=f"terminal,records={count}")
            work.commit()
    finally:
        database.close()


def _told(row: object) -> str:
    return json.dumps(row, ensure_ascii=False)


def _new(path: Path) -> AbstractContextManager[BinaryIO]:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
