"""What was found in the database, and what of it needs somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.doctor.finding import Finding, look, ok, wrong
from bot.showing import age

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from storage.examining import Examined, File, Server
    from storage.queues import Queues

WAITS = 300.0
"""Seconds that an Update or a Letter may wait before it is worth a look."""


def database(found: Examined) -> Iterator[Finding]:
    """Whether it can be used, and whether its tables are this program's."""
    if found.file:
        yield from _file(found.file)
    if found.server:
        yield from _server(found.server)
    if found.problem:
        yield wrong("database", found.problem)
    else:
        yield ok("database", "It answers, and its tables are this program's.")


def _file(file: File) -> Iterator[Finding]:
    if file.whole is False:
        yield wrong("database", "The file is damaged: stop the bot, keep the file, and restore the last backup.")
    elif file.whole is None:
        yield look(
            "database", "The file is large and in use, so it was not read through: stop the bot to have it read."
        )
    else:
        yield ok("database", f"The file is whole ({_size(file.size)}, journal {file.journal}).")
    if not file.is_writable:
        yield wrong("database", "The file or its folder cannot be written by this user: give it to the bot's own user.")
    if not file.is_private:
        yield look("database", "Others on this machine can read the file: take that right away (chmod 600).")
    if file.journal != file.wanted_journal:
        yield look("database", f"Its journal is {file.journal} and becomes {file.wanted_journal} at the next start.")


def _server(server: Server) -> Iterator[Finding]:
    yield ok("database", f"It is PostgreSQL {server.version}.")
    if not server.keeps_sessions:
        yield wrong(
            "database",
            "A pooler gives each transaction another session, so workers cannot tell who lives: connect to the server "
            "itself, or have the pooler keep sessions.",
        )


def _size(size: int) -> str:
    return f"{size / 1e6:.1f} MB"


def work(queues: Queues, now: datetime) -> Iterator[Finding]:
    """What waits for the program, and what waits for a person."""
    if queues.held:
        yield wrong("work", "All is held, nothing is sent: look at what was restored, then `python3 -m bot release`.")
    for what, since in (("update", queues.oldest_update), ("letter", queues.oldest_letter)):
        if since is not None and (now - since).total_seconds() > WAITS:
            yield look("work", f"The oldest {what} has waited for {age(now - since)}: see that the bot runs.")
    if queues.overdue:
        yield look("work", f"{queues.overdue} deadlines are overdue: see that the bot runs.")
    if queues.quarantined:
        yield look("work", f"{queues.quarantined} updates were given up: `python3 -m bot quarantine list`.")
    if queues.lost:
        yield look("work", f"{queues.lost} letters never arrived: `python3 -m bot trouble`.")
    yield ok("work", f"{queues.updates} updates and {queues.letters} letters wait.")


def workers(found: Examined) -> Iterator[Finding]:
    """Whether the bot runs just now."""
    if not found.is_in_use:
        yield look("workers", "The bot does not run now: `python3 -m bot run`.")
    elif found.queues and found.queues.workers > 1:
        yield ok("workers", f"{found.queues.workers} workers run.")
    else:
        yield ok("workers", "The bot runs.")
