"""What the team does in a client's chat, from the console or from Telegram; and the code that lets them in."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from bot.chat.checked import plain
from bot.speaking import Speaker, TooLong
from bot.turns import Turn
from flows.machine import FORGOTTEN
from flows.model import Phrase, QuestionReplied, TeamWrote

if TYPE_CHECKING:
    from bot.desk import Desk
    from flows.model import Team
    from storage.work import Work

__all__ = ["NothingToSay", "TooLong", "code_message", "send_code", "team_turn"]


class NothingToSay(ValueError):
    """No words, or nobody to say them to: the intake is not the chat's present one, or nothing of it is kept."""


def team_turn(desk: Desk, work: Work, now: datetime, case: str, given: Team, staff_id: int) -> None:
    """Do in the chat of `case` what `staff_id` did; the caller commits.

    It reads the intake in this very transaction, so that a client's word of the same moment is before it or after it,
    and never lost. The answer to a question reaches a client who has begun another form since, too.
    Raises NothingToSay, or TooLong for a text that one message does not carry.
    """
    kept = work.intakes.find(case)
    if kept is not None:
        work.alone_with(kept.chat_id)
        # Read again: a Turn of the client's may have been before us.
        kept = work.intakes.find(case)
    current = work.intakes.current(kept.chat_id) if kept else None
    if kept is None or current is None or current.intake.state in FORGOTTEN:
        raise NothingToSay
    if current.id != kept.id and not isinstance(given, QuestionReplied):
        raise NothingToSay
    Turn(desk, work, now).team(current, _checked(given), staff_id)


def _checked(given: Team) -> Team:
    """The same in words that every database and Telegram can hold."""
    if not isinstance(given, TeamWrote | QuestionReplied):
        return given
    text = plain(given.text).replace("\r\n", "\n").strip()
    if not text:
        raise NothingToSay
    return replace(given, text=text)


def send_code(desk: Desk, work: Work, staff_id: int, code: str) -> None:
    """Send a sign-in code to the private chat of `staff_id`; the caller commits."""
    Speaker(desk, work).tell(staff_id, (code_message(code),))


def code_message(code: str) -> Phrase:
    """What a sign-in code comes in."""
    return Phrase("staff-code", {"code": code})
