"""Waiting until a program has nothing left to do, and looking at what it has done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.scribe import utc_now
from flows.model import Typed

if TYPE_CHECKING:
    from tests.bot.room import Room
    from tests.bot.running import Program


def is_at_rest(room: Room) -> bool:
    """Whether nothing is to be taken or sent by what is stored."""
    with room.database.look(utc_now()) as work:
        return not work.inbox.waiting() and not work.outbox.waiting()


async def answered(room: Room, running: Program, *texts: str) -> None:
    """Wait until the flow was told exactly this, and everything that follows is done."""
    await running.until(lambda: told(room) == list(texts) and is_at_rest(room))


def told(room: Room) -> list[str]:
    """The texts that the flow was told, in order."""
    return [given.text for given in room.script.inputs if isinstance(given, Typed)]


def heard(room: Room) -> list[str]:
    """What is stored of what clients said, in order; each Turn once, whatever was tried."""
    with room.database.look(utc_now()) as work:
        lines = [line for intake in work.intakes.listing() for line in work.transcript.of(intake.id)]
    return [line.text for line in lines if line.speaker == "client"]
