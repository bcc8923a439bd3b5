"""Whatever anybody does, in whatever order: nobody is stuck, and the result is that of the answers."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Final

import pytest
from hypothesis import given, settings

from flows import machine
from flows.commands import COMMANDS
from flows.flow import Flow
from flows.model import Event, HandedBack, Handover, Kind, QuestionReplied, TakenOver, Team, TeamWrote, Value, Verdict
from storage.erasure import COUNTED
from tests.flows.forms import SEEDS
from tests.flows.given import PHONES, TAPS, TODAY, Chat, Message, the_flow

JUNK: Final = (
    "yes", "no", "not sure", "maybe", "1", "2 and 3", "99", "", " ", "?", "...", "👍", "‮abc", "\u0000", "a" * 5000,
    "lorem ipsum " * 400, "yesterday", "Nov 2", "2 weeks ago", "last tuesday", "next month", "tomorrow", "13/13/2026",
    "still using it", "tretinoin 0.05%", "Accutane", "soriatane", "benzoyl peroxide", "glycolic acid", "a moisturiser",
    "melasma", "does it hurt?", "how much is it", "how does it work?", "I can't breathe", "I want to die",
    "talk to a person", "delete", "stop", "back", "skip", "start over", "314-555-0123", "+44 20 7946 0958", "17", "25",
    "{ $contacts }", "<b>hi</b>", "face", "none", "something applies", "I agree", "looks right", "next", "/notacommand",
    "first time", "no thanks", "call me", "sí", "привет",
)  # fmt: skip
TAKES: Final[tuple[Team, ...]] = (TakenOver(), TeamWrote("Is the rash new?"))
TEAM: Final[tuple[Team, ...]] = (*TAKES, QuestionReplied("does it hurt?", "A little."), HandedBack(), HandedBack())
PRODUCTS: Final = ("tretinoin 0.05%", "Accutane", "glycolic acid", "benzoyl peroxide", "blue stuff", ":not_sure")


def wander(chat: Chat, random: Random, moves: int) -> None:
    pressed: list[tuple[Message, str]] = []
    for _ in range(moves):
        pressed += [(message, choice) for message in chat.messages for choice in message.choices][-12:]
        move = random.randint(0, 21)
        if move < 8 and chat.state in TAPS and not chat.intake.paused and chat.intake.pending is None:
            _sensible(chat)
        elif move < 12 and pressed:
            chat.press(*random.choice(pressed))
        elif move < 15:
            chat.say(random.choice(JUNK))
        elif move == 15:
            chat.command(random.choice([*COMMANDS, "start", "nonsense", ""]), random.choice(["", "x", "flyer"]))
        elif move == 16:
            chat.edit(random.randint(0, chat.number + 1), random.choice(JUNK))
        elif move == 17:
            chat.share(random.choice(["13145550123", "+1", "", "x"]), own=random.random() < 0.7)
        elif move == 18:
            chat.send("photo", random.choice([None, "7"]), random.choice(["", "hello", "I can't breathe"]))
        elif move > 19:
            chat.team(random.choice(TEAM))
        else:
            chat.nudge() if random.random() < 0.7 else chat.come_back()
            chat.today += timedelta(days=random.randint(0, 1))


def _sensible(chat: Chat) -> None:
    """What a client would do here, by a button that is shown or by words."""
    shown = {choice for message in chat.messages if _current(chat, message) for choice in message.choices}
    usual = TAPS[chat.state]
    if usual.startswith(":") and f"{chat.state}{usual}" not in shown:
        chat.start()
    else:
        chat.do(usual)


def _current(chat: Chat, message: Message) -> bool:
    return (message.case, message.round) == (chat.intake.case, chat.intake.round)


def come_to_an_end(chat: Chat) -> None:
    """Tap on what is shown until the form has ended; where only words will do, type them."""
    chat.team(HandedBack())
    for _ in range(90):
        if chat.state in machine.ENDINGS and chat.intake.pending is None:
            return
        if chat.state == machine.START and not chat.intake.paused:
            chat.start()
        elif choice := _way_on(chat):
            chat.tap(choice)
        elif chat.state == "phone":
            chat.share("13145550123")
        else:
            question = chat.flow.by_key[chat.state]
            assert question.kind in {Kind.TEXT, Kind.NAME}, f"stuck at {chat.state}: {chat.messages[-3:]}"
            chat.say("a few words")
    raise AssertionError(f"no end was reached, but {chat.state}")


def _way_on(chat: Chat) -> str | None:
    usual = TAPS.get(chat.state, "")
    done = [f"{chat.state}:done"] if chat.intake.picked else []
    waiting = ["confirm", "keep"] if chat.intake.pending else []
    ways = [
        "resume",
        "goals:pick_texture" if chat.state == "goals" and not chat.intake.picked else "",
        *waiting,
        *done,
        f"{chat.state}{usual}",
        usual,
    ]
    shown = [choice for message in chat.messages if _current(chat, message) for choice in message.choices]
    return next((way for way in ways if way in shown), None)


@settings(max_examples=60, deadline=None)
@given(seed=SEEDS)
def test_nobody_is_ever_stuck_whatever_they_did(seed: int) -> None:
    flow = the_flow()
    chat, random = Chat(flow), Random(seed)
    wander(chat, random, moves=60)
    come_to_an_end(chat)


@settings(max_examples=25, deadline=None)
@given(seed=SEEDS)
def test_an_answer_is_always_one_that_the_form_takes_and_never_a_day_to_come(seed: int) -> None:
    flow = the_flow()
    chat, random = Chat(flow), Random(seed)
    wander(chat, random, moves=60)
    for key, answer in chat.intake.answers.items():
        question = flow.by_key[key]
        if isinstance(answer.value, str) and question.kind in {Kind.CHOICE, Kind.YES_NO}:
            assert answer.value in question.choices
        if question.kind is Kind.PAST_DATE and not isinstance(answer.value, str | tuple):
            assert getattr(answer.value, "latest", chat.today) <= chat.today


# --- the team -------------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(seed=SEEDS)
def test_while_the_team_speaks_no_answer_is_lost_and_no_verdict_milder(seed: int) -> None:
    chat, random = Chat(the_flow()), Random(seed)
    wander(chat, random, moves=20)
    chat.team(TakenOver())
    for _ in range(30):
        before, screened = chat.intake, chat.screening()
        if random.random() < 0.3:
            chat.team(random.choice([each for each in TEAM if not isinstance(each, HandedBack)]))
        else:
            wander(chat, random, moves=1)
        if chat.deleted or chat.intake.handover is Handover.BOT or before.handover is Handover.BOT:
            return
        assert chat.intake.answers == before.answers
        assert chat.intake.mentions >= before.mentions
        assert chat.screening().verdict >= screened.verdict
        assert chat.state in {before.state, machine.STOPPED}


@settings(max_examples=40, deadline=None)
@given(seed=SEEDS)
def test_what_the_team_does_changes_nothing_that_the_client_said(seed: int) -> None:
    chat, random = Chat(the_flow()), Random(seed)
    for _ in range(20):
        wander(chat, random, moves=3)
        before = chat.intake
        chat.team(random.choice(TEAM))
        if before.state != machine.START:
            assert (chat.intake.answers, chat.intake.mentions) == (before.answers, before.mentions)
            assert (chat.state, chat.intake.pending) == (before.state, before.pending)


@settings(max_examples=25, deadline=None)
@given(seed=SEEDS)
def test_urgent_words_come_first_whoever_speaks(seed: int) -> None:
    chat, random = Chat(the_flow()), Random(seed)
    wander(chat, random, moves=20)
    chat.team(random.choice(TAKES)).say("I can't breathe")
    assert chat.said[0] == "urgent-emergency"
    assert (Event.URGENT_WORDS_SEEN, "emergency") in chat.events


# --- what the numbers count -----------------------------------------------------------------------


@settings(max_examples=30, deadline=None)
@given(seed=SEEDS)
def test_what_a_counted_event_is_about_is_a_key_of_ours_and_never_words(seed: int) -> None:
    flow = the_flow()
    chat, random = Chat(flow), Random(seed)
    ours = {*flow.by_key, *flow.machine.states, *flow.by_key["next_step"].choices, *flow.clinic.sources, "other", ""}
    ours |= {verdict.name for verdict in Verdict}
    for argument in (random.choice(["", "website", "call me Zebulon", "x" * 64]), ""):
        chat.start(argument)
        for _ in range(60):
            assert {about for event, about in chat.events if event in COUNTED} <= ours
            wander(chat, random, moves=1)


# --- the order of giving answers ---------------------------------------------------------------------


def any_wishes(flow: Flow, random: Random) -> dict[str, str]:
    """What one client would answer at every question, whether it comes to be asked or not."""
    told = {"name": "Ann", "note": "see you soon", "procedure_note": "a peel in October", "consent": ":agree"}
    for question in flow.questions:
        if question.key in told:
            continue
        if question.kind is Kind.PRODUCT:
            told[question.key] = random.choice(PRODUCTS)
        elif question.kind is Kind.PAST_DATE:
            told[question.key] = random.choice([*(f":{choice}" for choice in question.choices), "2026-11-02"])
        else:
            choices = [choice for choice in question.choices if choice != "under_18"]
            told[question.key] = f":{random.choice(choices)}"
    return told


def correct(chat: Chat, told: dict[str, str], wanted: dict[str, Value]) -> None:
    """From the card, change each answer that is not the one wanted, until all are."""
    for _ in range(60):
        chat.fill(**told)
        wrong = [key for key, value in wanted.items() if chat.values().get(key) != value]
        if not wrong:
            return
        if wrong[0] not in chat.intake.answers:
            before = next(key for key in reversed(list(wanted)[: list(wanted).index(wrong[0])]) if key in chat.values())
            wrong.insert(0, before)
        chat.tap(f"change_{wrong[0]}").do(told[wrong[0]])
    raise AssertionError(f"these could not be corrected: {wrong}")


@settings(max_examples=40, deadline=None)
@given(seed=SEEDS)
def test_no_order_of_answers_backs_and_changes_alters_the_result(seed: int) -> None:
    flow = the_flow()
    random = Random(seed)
    told, otherwise = any_wishes(flow, random), any_wishes(flow, random)
    straight, winding = Chat(flow).fill(**told), Chat(flow).start()
    for _ in range(40):
        if winding.state in {machine.REVIEW, *flow.by_key} and winding.state != "consent":
            _detour(winding, random)
        winding.do({**(told if random.random() < 0.5 else otherwise), **PAGES}[winding.state])
    correct(winding.command("edit"), told, straight.values())
    assert {key: winding.values()[key] for key in straight.values()} == straight.values()
    assert winding.values().keys() - straight.values().keys() <= {question.key for question in flow.handoff}
    one, other = straight.screening(), winding.screening()
    assert (one.verdict, one.earliest, one.complete) == (other.verdict, other.earliest, other.complete)
    assert {(found.rule, found.earliest) for found in one.findings} == {
        (found.rule, found.earliest) for found in other.findings
    }


def _detour(chat: Chat, random: Random) -> None:
    """Back, or to the card and from there to one of the answers."""
    detour = random.randint(0, 5)
    if detour == 0:
        chat.command("back")
    if detour in {1, 2}:
        chat.command("edit")
    changes = [choice for choice in chat.choices if choice.startswith("change_")]
    if detour == 2 and changes:
        chat.tap(random.choice(changes))


PAGES: Final = {key: what for key, what in TAPS.items() if key in machine.SHOWN} | {
    "next_step": ":call_me",
    "phone": "314-555-0123",
    "best_time": ":evening",
    machine.FINISHED: "review",
    machine.REVIEW: "looks_right",
}


# --- every ending ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "way",
    [
        lambda chat: chat.fill(until=machine.FINISHED),
        lambda chat: chat.fill(until=machine.DECLINED, consent=":no_thanks"),
        lambda chat: chat.fill(until=machine.MINOR, age=":under_18"),
        lambda chat: chat.fill(until="area").command("stop"),
        lambda chat: chat.start().command("stop"),
        lambda chat: chat.command("stop"),
        lambda chat: chat.fill(until="area").say("I can't breathe"),
        lambda chat: chat.say("I want to kill myself"),
    ],
    ids=["finished", "declined", "minor", "stopped", "stopped at once", "never begun", "urgent", "urgent at once"],
)
def test_whoever_leaves_leaves_with_both_numbers(chat: Chat, way: object) -> None:
    assert callable(way)
    way(chat)
    assert all(phone in chat.words for phone in PHONES)


def test_today_is_the_day_these_stories_are_told_on() -> None:
    assert TODAY.strftime("%A") == "Saturday"
