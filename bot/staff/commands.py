"""The commands of the team in Telegram: one entry each, in the order of their menu.

They name cases and stages only, in a group and in private alike: no names, no health facts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.members import Role
from bot.showing import age
from bot.team import NothingToSay, code_message, team_turn
from flows.model import Event, HandedBack, Handover, Happened, Phrase
from storage.case_rows import Sort, Wanted
from storage.tables import Stage

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.members import Member
    from storage.case_rows import CaseLine
    from storage.work import Work

SHOWN = 10
"""How many cases one message names."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One command: of whom, with what behind it, in the middle of which transaction."""

    desk: Desk
    work: Work
    now: datetime
    member: Member
    argument: str
    in_private: bool

    @property
    def case(self) -> CaseLine | None:
        """The case that stands behind the command."""
        return self.work.cases.find(self.argument)


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said where the command was given, and what to its giver alone; `refused` is a key that says why."""

    here: tuple[Phrase, ...]
    privately: tuple[Phrase, ...] = ()
    case: str | None = None
    refused: str = ""


Handler = Callable[[Asked], Answer]


@dataclass(frozen=True, slots=True)
class StaffCommand:
    """One command. Its line in the menu and in the help is the phrase `menu-<name>`."""

    handler: Handler
    role: Role = Role.REVIEWER


def waiting(asked: Asked) -> Answer:
    """Who waits for somebody of the team: those nobody has taken yet, then those somebody has."""
    lines: list[CaseLine] = []
    for stage in (Stage.NEW, Stage.CLAIMED):
        lines += asked.work.cases.page(Wanted(stage=stage), Sort.WAITING, size=SHOWN + 1).lines
    if not lines:
        return Answer((Phrase("staff-nobody_waits"),))
    shown = tuple(_waiting_line(asked, line) for line in lines[:SHOWN])
    more = (Phrase("staff-more"),) if len(lines) > SHOWN else ()
    return Answer((Phrase("staff-waiting", {"lines": shown}), *more))


def _waiting_line(asked: Asked, line: CaseLine) -> Phrase:
    since = age(asked.now - (line.raised_at or line.started_at))
    told = {"case": line.case, "age": since, "link": asked.desk.link(line.case)}
    if line.urgent:
        return Phrase("staff-waiting_urgent", told)
    return Phrase("staff-waiting_line", {**told, "stage": Phrase(f"staff-stage_{line.stage}")})


def claim(asked: Asked) -> Answer:
    """Take a case."""
    line = asked.case
    if line is None:
        return _no_case(asked, "claim")
    named = {"case": line.case}
    if not asked.work.cases.claim(line.id, asked.member.id):
        return Answer((Phrase("staff-taken", named),), case=line.case, refused="taken")
    if line.claimed_by is None:
        asked.work.events.add(line.id, None, Happened(Event.INTAKE_CLAIMED))
    return Answer((Phrase("staff-claimed", {**named, "link": asked.desk.link(line.case)}),), case=line.case)


def hand_back(asked: Asked) -> Answer:
    """Let the bot speak with the client again."""
    line = asked.case
    if line is None:
        return _no_case(asked, "handback")
    named = {"case": line.case}
    if line.handover is Handover.BOT:
        return Answer((Phrase("staff-not_theirs", named),), case=line.case, refused="not_handed_over")
    try:
        team_turn(asked.desk, asked.work, asked.now, line.case, HandedBack(), asked.member.id)
    except NothingToSay:
        return Answer((Phrase("staff-not_reached", named),), case=line.case, refused="not_reached")
    return Answer((Phrase("staff-handed_back", named),), case=line.case)


def _no_case(asked: Asked, command: str) -> Answer:
    if not asked.argument:
        return Answer((Phrase("staff-which_case", {"command": command}),), refused="no_case")
    return Answer((Phrase("staff-no_case"),), refused="no_case")


def code(asked: Asked) -> Answer:
    """A code to sign in with; it is said to its owner alone."""
    found = asked.work.sign_ins.new_code(asked.member.id)
    if found is None:
        link = f"{asked.desk.console_url}/sign-in?staff={asked.member.id}"
        return Answer((Phrase("staff-no_sign_in", {"link": link}),), refused="not_asked")
    said = (code_message(found),)
    return Answer(said) if asked.in_private else Answer((Phrase("staff-code_privately"),), privately=said)


def staff_help(asked: Asked) -> Answer:
    """What the team can do here."""
    does = {name: Phrase(f"menu-{name}") for name in STAFF_COMMANDS}
    lines = tuple(Phrase("help-line", {"command": name, "does": line}) for name, line in does.items())
    return Answer((Phrase("staff-help", {"commands": lines}),))


STAFF_COMMANDS: Mapping[str, StaffCommand] = {
    "waiting": StaffCommand(waiting),
    "claim": StaffCommand(claim),
    "handback": StaffCommand(hand_back),
    "code": StaffCommand(code),
    "staff": StaffCommand(staff_help),
}
HELP = "staff"
STAFF_MENU = tuple(STAFF_COMMANDS)


def run(name: str, asked: Asked, commands: Mapping[str, StaffCommand] = STAFF_COMMANDS) -> Answer:
    """Do what a member asks for, and put it on the trail, a refusal as well."""
    command = commands[name]
    refusal = Answer((Phrase("staff-not_allowed"),), refused="role")
    answer = command.handler(asked) if asked.member.may(command.role) else refusal
    outcome = "refused" if answer.refused else "done"
    about = answer.refused or "telegram"
    asked.work.audit.add(f"telegram_{name}", staff_id=asked.member.id, case=answer.case, about=about, outcome=outcome)
    return answer
