"""The check-up: a table of looks; one that fails becomes a line of its own, and the others go on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from bot.doctor import at_telegram, on_clock, on_database, on_form, on_machine, on_settings
from bot.doctor.finding import Finding, wrong

if TYPE_CHECKING:
    from bot.chat.reach import Reached
    from bot.settings import Settings
    from flows.flow import Flow
    from storage.examining import Examined

LOGS = Path("/var/log")
"""Where a system keeps its logs, whatever carries ours there."""


class Patient:
    """What is looked over, each fact when it is first asked for; `backups` is a folder, where one is known.

    A fact that cannot be had raises, whatever it is: `findings` makes a line of that.
    """

    def __init__(self, settings: Settings, now: datetime, backups: Path | None = None) -> None:
        self.settings, self.now, self.backups = settings, now, backups

    @cached_property
    def flow(self) -> Flow:
        from flows import flow

        return flow.load()

    @cached_property
    def database(self) -> Examined:
        from storage.examining import examine

        return examine(self.settings.database_url, self.now)

    @cached_property
    def telegram(self) -> Reached:
        from bot.chat.reach import Reached, reach
        from bot.settings import SettingsError

        settings = self.settings
        try:
            token = settings.token()
        except SettingsError:
            return Reached(problem="There is no token to ask Telegram with: see to the settings first.")
        return asyncio.run(reach(token, settings.bot_api_url, (*settings.staff_chats, *settings.staff)))

    @property
    def names(self) -> dict[int, str]:
        """Who of the team is whose chat, by number."""
        return {member.id: member.name for member in self.settings.staff.values()}

    @property
    def ahead(self) -> dict[str, float | None]:
        """By how many seconds our clock is ahead of whose."""
        server = self.database.server
        return {"Telegram": self.telegram.ahead} | ({"the database": server.ahead} if server else {})

    @property
    def disks(self) -> dict[str, Path]:
        """What needs room, and where."""
        file = self.database.file
        places = {"the database": file.path.parent} if file else {}
        return places | ({"logs": LOGS} if LOGS.is_dir() else {})

    @property
    def places(self) -> dict[str, tuple[str, int]]:
        """Where the program listens, by the setting that says so."""
        settings, found = self.settings, {}
        if settings.staff:
            found["CONSOLE_LISTEN"] = settings.console_place
        if settings.webhook_url:
            found["WEBHOOK_LISTEN"] = settings.webhook_place
        if settings.watch_place:
            found["WATCH_LISTEN"] = settings.watch_place
        return found


Look: TypeAlias = Callable[[Patient], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """One row of the table."""

    about: str
    look: Look


def _work(patient: Patient) -> Iterable[Finding]:
    queues = patient.database.queues
    return on_database.work(queues, patient.now) if queues else ()


CHECKS: tuple[Check, ...] = (
    Check("settings", lambda patient: on_settings.settings(patient.settings)),
    Check("database", lambda patient: on_database.database(patient.database)),
    Check("work", _work),
    Check("workers", lambda patient: on_database.workers(patient.database)),
    Check("token", lambda patient: at_telegram.token(patient.telegram, patient.database.bots)),
    Check("webhook", lambda patient: at_telegram.webhook(patient.telegram, patient.settings.webhook_url, patient.now)),
    Check("staff", lambda patient: at_telegram.staff(patient.telegram, patient.names)),
    Check("clock", lambda patient: on_clock.clock(patient.now, patient.flow.clinic.zone, patient.ahead)),
    Check("disk", lambda patient: on_machine.disk(patient.disks, _size(patient))),
    Check("ports", lambda patient: on_machine.ports(patient.places, patient.database.is_in_use)),
    Check("backups", lambda patient: on_machine.backups(patient.backups, patient.now)),
    # It walks through the whole form, which takes longer than all the rest.
    Check("words", lambda patient: on_form.words(patient.flow)),
)


def _size(patient: Patient) -> int:
    return patient.database.file.size if patient.database.file else 0


def check_up(settings: Settings, backups: Path | None = None, checks: Iterable[Check] = CHECKS) -> Iterator[Finding]:
    """Every finding of every check, one after the other."""
    patient = Patient(settings, datetime.now(UTC), backups)
    for check in checks:
        yield from findings(check, patient)


def findings(check: Check, patient: Patient) -> Iterator[Finding]:
    """What one check finds; where it fails, that, by the kind of failure alone: a message may hold a secret."""
    from bot.app import REFUSALS

    try:
        yield from check.look(patient)
    except REFUSALS as reason:
        yield wrong(check.about, str(reason))
    except Exception as problem:
        yield wrong(check.about, f"This could not be looked at ({type(problem).__name__}).")
