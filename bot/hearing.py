"""Who is heard how: a client by a Turn, a member's command by the table of the team's commands."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from bot.chat.read import Arrival, Place
from bot.speaking import Speaker
from bot.staff.commands import HELP, STAFF_COMMANDS, Asked, run
from bot.turns import Turn
from flows.model import Command, Edited

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.members import Member
    from storage.work import Work


def hear(desk: Desk, work: Work, now: datetime, arrival: Arrival) -> None:
    """Act on what arrived; the caller commits.

    To everybody but the team a command of theirs is one that nobody knows.
    """
    name, argument = _command_in(arrival)
    member = desk.members.get(arrival.sender or 0)
    if member is not None and _arrives(work, arrival, name, argument):
        _obey(desk, work, now, arrival, member, HELP, "")
        return
    if name in STAFF_COMMANDS:
        at_home = _is_at_home(desk, arrival)
        if member is not None and at_home:
            _obey(desk, work, now, arrival, member, name, argument)
            return
        _note_refusal(work, name, member)
    Turn(desk, work, now).hear(arrival)


def _command_in(arrival: Arrival) -> tuple[str, str]:
    """The command and what stands behind it; a slip that was mended counts too. Two empty texts when it is none."""
    match arrival.given:
        case Command(name, argument):
            return name, argument
        case Edited(text) if text.startswith("/"):
            head, _, argument = text[1:].partition(" ")
            return head.partition("@")[0].lower(), argument.strip()
        case _:
            return "", ""


def _arrives(work: Work, arrival: Arrival, name: str, argument: str) -> bool:
    """A member has pressed START, without which the bot may not write to them: that begins no form.

    With anything behind it, or once they have a form, it is what it is for a client.
    """
    in_private = arrival.place is Place.PRIVATE and arrival.chat_id is not None
    return name == "start" and not argument and in_private and work.intakes.current(arrival.chat_id or 0) is None


def _is_at_home(desk: Desk, arrival: Arrival) -> bool:
    return arrival.place is Place.PRIVATE or arrival.chat_id in desk.staff_chats


def _obey(desk: Desk, work: Work, now: datetime, arrival: Arrival, member: Member, name: str, argument: str) -> None:
    """It begins no intake and stands in no transcript."""
    chat_id = arrival.chat_id or member.id
    in_private = arrival.place is Place.PRIVATE
    if work.chats.get(chat_id).parked:
        work.outbox.release(chat_id)
    answer = run(name, Asked(desk, work, now, member, argument, in_private))
    speaker = Speaker(desk, work)
    speaker.tell(chat_id, answer.here)
    if answer.privately:
        speaker.tell(member.id, answer.privately)


def _note_refusal(work: Work, name: str, member: Member | None) -> None:
    """On the trail, without a stranger's number; a member's in a place that is not the team's."""
    if member is None and not work.audit.has_room_for_strangers():
        return
    about = "elsewhere" if member else "stranger"
    work.audit.add(f"telegram_{name}", staff_id=member.id if member else None, about=about, outcome="refused")
