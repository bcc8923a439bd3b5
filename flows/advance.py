"""One step: (Intake, Input, today) -> Step. Pure; every input ends here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from flows import machine
from flows.asking import ask, button
from flows.commands import COMMANDS, HIDDEN, resume
from flows.flow import Flow
from flows.handing_over import quietly, replied, team_step
from flows.meeting import Met, meet
from flows.mentioned import heard, urgent_words, with_mentions, words_of
from flows.model import (
    Answer,
    Asking,
    Command,
    ContactShared,
    Edited,
    Event,
    Handover,
    Happened,
    How,
    Input,
    Intake,
    Kind,
    MediaSent,
    Mention,
    NudgeDue,
    Pending,
    Phrase,
    Rejected,
    Reply,
    Step,
    Tapped,
    Team,
    Typed,
    Understood,
)
from flows.pages import again, begin, pause, said_as
from flows.resuming import meant_for_another, shown_where
from flows.spoken import CHOICE, asked_for, chosen, offering, other_tongue, switched, with_offer
from flows.standing_still import stands_still
from flows.taking import consider, noted, wait
from flows.taps import tapped
from flows.telling import answered, contacts
from flows.typed import read, topic_lines, topic_of, typed, typed_answer

CHOOSING = frozenset({Kind.CHOICE, Kind.SEVERAL, Kind.YES_NO})
SILENT = frozenset({machine.FINISHED, machine.DECLINED, machine.MINOR, machine.STOPPED})


def advance(flow: Flow, intake: Intake, given: Input, today: date) -> Step:
    """What follows on `given`. `today` is the day in the clinic's zone; nothing else of the world is known here."""
    given, met = heard(given), meet(flow, intake)
    return shown_where(flow, intake, met, _advanced(flow, met, given, today), given, today)


def _advanced(flow: Flow, met: Met, given: Input, today: date) -> Step:
    intake = met.intake
    if isinstance(given, Team):
        return team_step(flow, intake, given, today)
    if not isinstance(given, NudgeDue):
        intake = replace(intake, nudged=False)
    words = words_of(given)
    if words and (what := urgent_words(flow, words)):
        return replied(_urgent(flow, intake, what, words, today), given)
    return with_mentions(flow, intake, _heard(flow, intake, given, today, met.elsewhere), given, today)


def _heard(flow: Flow, intake: Intake, given: Input, today: date, elsewhere: bool) -> Step:
    if intake.handover is Handover.BOT:
        return with_offer(flow, intake, _step(flow, intake, given, today, elsewhere), given)
    if isinstance(given, Edited):
        return replied(_edited_quietly(flow, intake, given, today), given)
    return replied(quietly(flow, intake, given, today), given)


def _step(flow: Flow, intake: Intake, given: Input, today: date, elsewhere: bool) -> Step:
    match given:
        case Typed():
            return _typed(flow, intake, given, today, elsewhere)
        case Tapped():
            return _tapped(flow, intake, given, today)
        case Command():
            return _command(flow, intake, given, today)
        case Edited():
            return _edited(flow, intake, given, today)
        case ContactShared():
            return _contact(flow, intake, given, today)
        case MediaSent():
            return again(flow, intake, today, Phrase("media"))
        case NudgeDue():
            return _nudge(flow, intake, today)
        case _:
            return Step(intake)


# --- urgent words ---------------------------------------------------------------------------------


def _urgent(flow: Flow, intake: Intake, what: Mention, words: str, today: date) -> Step:
    """The fixed message before everything else, in the language of the words; the form pauses and staff are alerted."""
    was, spoken = intake.language, other_tongue(flow, intake, words)
    intake = chosen(intake, spoken) if spoken else intake
    forgotten = intake.state in machine.FORGOTTEN
    told = replace(
        intake,
        paused=intake.state not in machine.ENDINGS,
        mentions=intake.mentions if forgotten else intake.mentions | {what},
        round=intake.round + 1,
        pending=None,
    )
    fixed = Reply((Phrase(f"urgent-{what}", {"contacts": contacts(flow)}),))
    if told.handover is not Handover.BOT:
        way_on = Reply((Phrase("with_team"),))
    else:
        way_on = pause() if told.paused else ask(flow, told, today)
    replies = offering((fixed, way_on), was) if spoken else (fixed, way_on)
    return Step(told, replies, (Happened(Event.URGENT_WORDS_SEEN, what),))


# --- words and taps -------------------------------------------------------------------------------


def _typed(flow: Flow, intake: Intake, given: Typed, today: date, elsewhere: bool) -> Step:
    if (code := asked_for(flow, given.text)) is not None:
        return switched(flow, intake, code, today)
    if (name := _command_in_words(flow, intake, given.text, today)) is not None:
        return _command(flow, intake, Command(name, "", given.message_id), today)
    if intake.paused:
        return stands_still(flow, intake, given, today)
    if intake.state == machine.START:
        return _first_words(flow, intake, given, today)
    if elsewhere:
        return meant_for_another(flow, intake, given, today)
    return typed(flow, intake, given, today)


def _command_in_words(flow: Flow, intake: Intake, text: str, today: date) -> str | None:
    """The command that a bare word means, unless it answers what is asked: "back" is an area too."""
    pending, question = intake.pending, flow.by_key.get(intake.state)
    if pending is not None and pending.asking is Asking.DELETE:
        return None
    said = (name for name, entry in (*COMMANDS.items(), *HIDDEN.items()) if entry.by_word)
    name = next((name for name in said if said_as(flow, text, name)), None)
    if name is None or question is None or question.kind not in CHOOSING:
        return name
    reading = read(flow, question, text, today, intake.language)
    return None if isinstance(reading, Understood) and reading.sure else name


def _first_words(flow: Flow, intake: Intake, given: Typed, today: date) -> Step:
    step = begin(flow, intake, today)
    topic = topic_of(given.text)
    if topic is None:
        return step
    event = Event.QUESTION_PASSED_ON if topic.passed_on else Event.QUESTION_ANSWERED
    return replace(
        step,
        replies=(Reply(topic_lines(flow, topic)), *step.replies),
        events=(*step.events, Happened(event, topic.key)),
    )


def _tapped(flow: Flow, intake: Intake, given: Tapped, today: date) -> Step:
    current = (given.case, given.round) == (intake.case, intake.round)
    if current and given.choice.startswith(CHOICE):
        return tapped(flow, intake, given, today)
    if intake.paused and not given.choice.startswith("page_"):
        resumes = current and given.choice == "resume"
        return resume(flow, intake, today) if resumes else stands_still(flow, intake, given, today)
    if intake.state == machine.START and not given.choice.startswith("page_"):
        return begin(flow, intake, today)
    return tapped(flow, intake, given, today)


def _command(flow: Flow, intake: Intake, given: Command, today: date) -> Step:
    entry = COMMANDS.get(given.name) or HIDDEN.get(given.name)
    if entry is None:
        return again(flow, intake, today, Phrase("unknown_command"))
    if entry.in_form and intake.paused:
        return Step(intake, (pause(),))
    if entry.in_form and intake.state == machine.START:
        return begin(flow, intake, today)
    return entry.handler(flow, intake, given, today)


# --- an edited message ----------------------------------------------------------------------------


def _edited(flow: Flow, intake: Intake, given: Edited, today: date) -> Step:
    """An edit corrects the answer that the message gave, once confirmed; it never answers another question."""
    if _waits(intake, given) and not intake.paused:
        return typed(flow, replace(intake, pending=None), Typed(given.text, given.message_id), today)
    given_by = (key for key, answer in intake.answers.items() if answer.message_id == given.message_id)
    key = next((key for key in given_by if key in flow.by_key), None)
    if key is None or intake.paused:
        return again(flow, intake, today, Phrase("edit-no_answer"))
    changed = Typed(given.text, given.message_id)
    reading = read(flow, flow.by_key[key], given.text, today, intake.language)
    if isinstance(reading, Rejected):
        kept = {"question": Phrase(f"short-{key}"), "value": answered(key, intake.answers[key])}
        ways = (button("button-change_it", f"change_{key}"), button("button-to_form", "go_on"))
        return Step(intake, (Reply((Phrase("edit-not_read", kept),), buttons=(ways,)),))
    answer = replace(typed_answer(flow, intake, changed, reading), how=How.EDITED)
    return wait(flow, intake, Pending(Asking.EDIT, key, answer), today)


def _edited_quietly(flow: Flow, intake: Intake, given: Edited, today: date) -> Step:
    """While the team speaks, a correction waits to be confirmed until the bot is handed back."""
    if _waits(intake, given):
        return Step(intake)
    edited = _edited(flow, intake, given, today).intake
    return Step(edited if edited.pending and edited.pending.asking is Asking.EDIT else intake)


def _waits(intake: Intake, given: Edited) -> bool:
    """Whether the message that was changed is the one being read back right now."""
    waiting = intake.pending
    if waiting is None or waiting.answer is None or waiting.asking is Asking.EDIT:
        return False
    return waiting.answer.message_id == given.message_id


# --- contacts and silence -------------------------------------------------------------------------


def _contact(flow: Flow, intake: Intake, given: ContactShared, today: date) -> Step:
    question = flow.by_key.get(intake.state)
    if question is None or question.kind is not Kind.PHONE or intake.paused:
        return again(flow, intake, today, Phrase("contact-not_now"))
    if not given.own:
        return again(flow, intake, today, Phrase("contact-not_own"))
    reading = read(flow, question, f"+{given.phone.lstrip('+')}", today, intake.language)
    phone = given.phone if isinstance(reading, Rejected) else reading.value
    answer = Answer(phone, given.phone, How.CONTACT, intake.round, given.message_id)
    return consider(flow, intake, question.key, answer, today, noted(question.key, answer))


def _nudge(flow: Flow, intake: Intake, today: date) -> Step:
    """One friendly line after a day of silence, and where the client was."""
    if intake.nudged or intake.paused or intake.state in {machine.START, *SILENT}:
        return Step(intake)
    nudged = replace(intake, nudged=True)
    return Step(nudged, (ask(flow, nudged, today, Phrase("nudge")),), (Happened(Event.NUDGED, intake.state),))
