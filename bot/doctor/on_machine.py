"""What the machine has to give: room on its disks, the ports that are asked for, and backups that are there."""

from __future__ import annotations

import errno
import shutil
import socket
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.doctor.finding import Finding, look, ok, wrong
from bot.serving import listen
from bot.showing import age

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

LEAST, LITTLE = 50_000_000, 500_000_000
"""Bytes below which a disk is as good as full, and below which somebody should look."""
OLD = timedelta(days=2)
"""The age from which a backup is worth a look."""
SECONDS = 2.0


def disk(places: Mapping[str, Path], needed: int = 0) -> Iterator[Finding]:
    """Whether there is room in each place; a database that is written anew needs `needed` bytes more for a while."""
    for what, place in places.items():
        free = shutil.disk_usage(place).free
        if free < LEAST + needed:
            yield wrong("disk", f"Only {free / 1e6:.0f} MB are free for {what}: make room, or nothing can be stored.")
        elif free < LITTLE + 2 * needed:
            yield look("disk", f"Only {free / 1e6:.0f} MB are free for {what}: make room soon.")
        else:
            yield ok("disk", f"{free / 1e9:.1f} GB are free for {what}.")


def ports(wanted: Mapping[str, tuple[str, int]], is_in_use: bool) -> Iterator[Finding]:
    """Whether each place, by the name of its setting, is ours: free before the bot runs, answered while it does."""
    for name, (host, port) in wanted.items():
        if _answers(host, port):
            if is_in_use:
                yield ok("ports", f"{name}: somebody answers at port {port}.")
            else:
                yield wrong("ports", f"{name}: port {port} is another program's: choose another, or stop that one.")
        elif is_in_use:
            yield look("ports", f"{name}: nobody answers at port {port}: see that the bot on this machine runs.")
        else:
            yield _free(name, host, port)


def _answers(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), SECONDS).close()
    except OSError:
        return False
    return True


def _free(name: str, host: str, port: int) -> Finding:
    try:
        with closing(listen(host, port)):
            return ok("ports", f"{name}: port {port} is free.")
    except OSError as problem:
        why = {errno.EADDRNOTAVAIL: "this machine has no such address", errno.EACCES: "this user may not listen there"}
        return wrong("ports", f"{name}: {why.get(problem.errno or 0, 'it cannot be had')}: give another.")


def backups(folder: Path | None, now: datetime) -> Iterator[Finding]:
    """How old the newest is; nothing where nobody says in which folder they are."""
    if folder is None:
        return
    if not folder.is_dir():
        yield wrong("backups", "The folder of backups is not there: make it, and have `python3 -m bot backup` fill it.")
        return
    newest = max(
        (file.stat().st_mtime for file in folder.iterdir() if file.is_file() and file.name[0] != "."), default=None
    )
    if newest is None:
        yield wrong("backups", "There is no backup yet: `python3 -m bot backup`.")
        return
    passed = now - datetime.fromtimestamp(newest, UTC)
    if passed > OLD:
        yield look("backups", f"The newest is {age(passed)} old: see that they are still made.")
    else:
        yield ok("backups", f"The newest is {age(passed)} old.")
