"""Handing over: the team speaks with the client, and the bot is quiet until it is handed back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from flows.asking import ask
from flows.commands import COMMANDS, HIDDEN, delete
from flows.flow import Flow
from flows.machine import ENDINGS
from flows.mentioned import has_a_plan
from flows.model import (
    Asking,
    Command,
    ContactShared,
    Edited,
    Event,
    Handover,
    Happened,
    Input,
    Intake,
    MediaSent,
    Phrase,
    QuestionReplied,
    Reply,
    Step,
    TakenOver,
    Tapped,
    Team,
    TeamWrote,
    Typed,
)
from flows.pages import again, said_as
from flows.pending import confirm
from flows.plan import plan
from flows.spoken import CHOICE, asked_for, chosen
from flows.taps import tapped
from flows.telling import clipped

WORDS = Typed | Edited | ContactShared | MediaSent
"""What a client says with; a tap or a command is no reply to the team."""


# --- what the team does ---------------------------------------------------------------------------


def team_step(flow: Flow, intake: Intake, given: Team, today: date) -> Step:
    """What follows on an act of the team's; what is left is handing back. No answer changes, the urgent stays so."""
    match given:
        case TakenOver():
            return _take_over(intake)
        case TeamWrote(text):
            return _write(intake, text)
        case QuestionReplied(asked, text):
            return _reply(flow, intake, asked, text, today)
        case _:
            return _hand_back(flow, intake, today)


def _take_over(intake: Intake) -> Step:
    if intake.handover is not Handover.BOT:
        return Step(intake)
    taken = replace(intake, handover=Handover.TEAM)
    return Step(taken, (Reply((Phrase("team-took_over"),)),), (Happened(Event.TEAM_TOOK_OVER),))


def _write(intake: Intake, text: str) -> Step:
    """Whoever writes has taken over; the client is told so once."""
    taken = _take_over(intake)
    wrote = Reply((Phrase("team-wrote", {"text": text}),), speaker="staff")
    awaited = replace(taken.intake, handover=Handover.AWAITED)
    return Step(awaited, (*taken.replies, wrote), (*taken.events, Happened(Event.TEAM_WROTE)))


def _reply(flow: Flow, intake: Intake, asked: str, text: str, today: date) -> Step:
    """The answer to a question that was passed on; a client in the middle of the form is shown where they are."""
    says = Reply((Phrase("team-replied", {"asked": clipped(asked), "text": text}),), speaker="staff")
    in_form = intake.handover is Handover.BOT and intake.state not in ENDINGS and not intake.paused
    shown = (ask(flow, intake, today),) if in_form else ()
    return Step(intake, (says, *shown), (Happened(Event.QUESTION_REPLIED),))


def _hand_back(flow: Flow, intake: Intake, today: date) -> Step:
    """The bot goes on where the form was; a plan that was read may have changed meanwhile, so it is shown again."""
    if intake.handover is Handover.BOT:
        return Step(intake)
    back = replace(intake, handover=Handover.BOT)
    now = plan(flow, back, today) if has_a_plan(flow, back) else ()
    step = again(flow, back, today, Phrase("team-handed_back"), *now)
    return replace(step, events=(Happened(Event.HANDED_BACK), *step.events))


# --- what the client does meanwhile ---------------------------------------------------------------


def replied(step: Step, given: Input) -> Step:
    """The step, with the client's first words after the team wrote told as such."""
    if step.intake.handover is not Handover.AWAITED or not isinstance(given, WORDS):
        return step
    heard = replace(step.intake, handover=Handover.TEAM)
    return replace(step, intake=heard, events=(*step.events, Happened(Event.CLIENT_REPLIED)))


def quietly(flow: Flow, intake: Intake, given: Input, today: date) -> Step:
    """What the bot still does while the team speaks: the form waits, and whoever wants to leave can."""
    match given:
        case Typed(text) if said_as(flow, text, "delete"):
            return _delete(flow, intake, given, today)
        case Typed(text) if (language := asked_for(flow, text)) is not None:
            return _speak(intake, language)
        case Command():
            return _command(flow, intake, given, today)
        case Tapped():
            return _tap(flow, intake, given, today)
        case MediaSent():
            return Step(intake, (Reply((Phrase("media"),)),))
        case _:
            return Step(intake)


def _delete(flow: Flow, intake: Intake, given: Typed, today: date) -> Step:
    """Asks once. A bare yes is for the team: only the word itself, or a tap, deletes."""
    if intake.pending is not None and intake.pending.asking is Asking.DELETE:
        return confirm(flow, intake, intake.pending, today)
    return delete(flow, intake, Command("delete", "", given.message_id), today)


def _command(flow: Flow, intake: Intake, given: Command, today: date) -> Step:
    entry = COMMANDS.get(given.name) or HIDDEN.get(given.name)
    if entry is None:
        return Step(intake, (Reply((Phrase("unknown_command"),)),))
    if entry.waits:
        return Step(intake, (Reply((Phrase("with_team"),)),))
    return entry.handler(flow, intake, given, today)


def _speak(intake: Intake, language: str) -> Step:
    return Step(chosen(intake, language), (Reply((Phrase("language-now"),)),))


def _tap(flow: Flow, intake: Intake, given: Tapped, today: date) -> Step:
    current = (given.case, given.round) == (intake.case, intake.round)
    if given.choice.startswith("page_"):
        return tapped(flow, intake, given, today)
    pending, done = intake.pending, Reply(onto=given.message_id)
    if current and pending is not None and pending.asking is Asking.DELETE and given.choice in {"delete", "keep"}:
        if given.choice == "delete":
            step = confirm(flow, intake, pending, today)
        else:
            step = Step(replace(intake, pending=None), (Reply((Phrase("nothing-changed"),)),))
        return replace(step, replies=(done, *step.replies))
    language = given.choice.removeprefix(CHOICE)
    if current and language != given.choice and language in flow.words.languages:
        return _speak(intake, language)
    return Step(intake, (Reply((Phrase("with_team-toast"),), toast=True),))
