"""Turns: one transaction for all that follows from what a person did."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.taking_turns import ATTEMPTS, CLAIMS
from flows.advance import advance
from flows.model import (
    CameBack,
    Command,
    Edited,
    Event,
    Happened,
    Intake,
    MediaSent,
    Mention,
    Phrase,
    Reply,
    Step,
    Tapped,
    Typed,
)  # fmt: skip
from storage.inbox import Arrived
from tests.bot.room import BOT_ID, CONSOLE, HELLO, NOW, Room, step
from tests.bot.updates import CLIENT, edit, group, membership, message, person, private, tap, text
from tests.files import left

if TYPE_CHECKING:
    from flows.flow import Flow
    from storage.database import Database

STAFF = -100_900
PHOTO = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]


@pytest.fixture
def room(flow: Flow, database: Database) -> Room:
    return Room(flow, database)


def test_a_first_word_begins_an_intake_and_is_answered(room: Room) -> None:
    room.receive(text("/start spring", message_id=4))
    ((intake, given),) = room.script.seen
    assert (intake.state, given) == ("start", Command("start", "spring", 4))
    assert room.says() == [room.words("nudge")]


def test_the_day_is_the_clinics(room: Room) -> None:
    room.now = datetime(2026, 11, 5, 3, 0, tzinfo=UTC)
    room.receive(text("hi"))
    assert room.script.days == [date(2026, 11, 4)]


def test_the_second_word_goes_on_with_what_the_first_one_led_to(room: Room) -> None:
    room.receive(text("hi"), text("22"))
    assert [intake.state for intake, _ in room.script.seen] == ["start", "age"]
    assert room.script.seen[0][0].case == room.script.seen[1][0].case


def test_the_same_update_twice_is_one_turn(room: Room) -> None:
    update = text("hi")
    room.receive(update, update)
    room.receive(update)
    assert len(room.script.seen) == 1


def test_the_same_message_under_another_number_or_by_another_name_is_one_turn(room: Room) -> None:
    update = text("hi")
    renamed = {**update, "message": {**update["message"], "from": person(first_name="Patty")}}
    room.receive(update)
    room.receive({**update, "update_id": 999_999}, renamed)
    assert len(room.script.seen) == 1


def test_the_same_tap_under_another_number_is_one_turn(room: Room) -> None:
    update = tap("K.1.yes")
    room.receive(update, {**update, "update_id": 999_999})
    assert len(room.script.seen) == 1


def test_an_edit_is_not_the_message_again_but_twice_the_same_edit_is(room: Room) -> None:
    first = edit("hello", 4)
    room.receive(text("hi", message_id=4), first, {**first, "update_id": 999_999})
    assert [type(given) for given in room.script.inputs] == [Typed, Edited]


def test_a_burst_is_one_turn_each_in_order(room: Room) -> None:
    room.receive(text("one"), text("two"), text("three"))
    assert [given.text for given in room.script.inputs if isinstance(given, Typed)] == ["one", "two", "three"]


def test_the_transcript_shows_both_sides(room: Room) -> None:
    room.receive(text("hi", message_id=4), tap("K.1.yes", label="Yes, I agree"))
    with room.database.work(NOW) as work:
        lines = work.transcript.of_chat(CLIENT)
    assert [(line.speaker, line.did, line.text) for line in lines] == [
        ("client", "typed", "hi"),
        ("bot", "", room.words("nudge")),
        ("client", "tapped", "Yes, I agree"),
        ("bot", "", room.words("nudge")),
    ]
    assert lines[0].message_id == 4
    assert lines[1].buttons == ((room.words("button-resume"),),)


def test_a_tap_is_answered_before_anything_is_said(room: Room) -> None:
    room.receive(tap("K.1.yes"))
    assert [letter.method for letter in room.letters()] == ["answerCallbackQuery", "sendMessage"]
    assert room.script.inputs == [Tapped("K", 1, "yes", 77)]


def test_a_tap_in_a_group_is_answered_and_begins_nothing(room: Room) -> None:
    shown = {"message_id": 1, "date": 1, "chat": group()}
    room.receive(tap("K.1.yes", message=shown))
    assert [letter.method for letter in room.letters()] == ["answerCallbackQuery"]
    assert room.script.seen == []


def test_the_first_language_is_telegrams_when_it_is_offered(room: Room) -> None:
    room.receive(text("hola", sender=person(language_code="xx")))
    assert room.script.seen[0][0].language == "en"


def test_the_language_chosen_is_kept_for_the_next_form(room: Room) -> None:
    room.script.steps = [Step(Intake(case="", state="age", language="en"), (HELLO,))]
    room.receive(text("hi"))
    with room.database.work(NOW) as work:
        assert work.chats.get(CLIENT).language == "en"


def test_an_album_gets_one_answer_and_stands_in_the_transcript_whole(room: Room) -> None:
    album = [message(photo=PHOTO, media_group_id="9") for _ in range(10)]
    room.receive(*album)
    assert len(room.script.seen) == 1
    assert len(room.says()) == 1
    with room.database.work(NOW) as work:
        assert [line.text for line in work.transcript.of_chat(CLIENT) if line.speaker == "client"] == ["[photo]"] * 10


def test_words_under_a_later_photo_of_an_album_are_heard(room: Room) -> None:
    room.receive(message(photo=PHOTO, media_group_id="9"), message(photo=PHOTO, media_group_id="9", caption="it hurts"))
    assert [given.caption for given in room.script.inputs if isinstance(given, MediaSent)] == ["", "it hurts"]


def test_a_group_is_told_once_and_gets_no_intake(room: Room) -> None:
    added = membership("member", group(), before="left")
    room.receive(added, text("/start", chat=group()), text("/start", chat=group()))
    assert room.says(chat_id=group()["id"]) == [room.words("elsewhere")]
    assert room.script.seen == []


def test_the_staff_chat_is_told_nothing_about_itself(room: Room) -> None:
    room.staff_chat = group()["id"]
    room.receive(text("/start", chat=group()))
    assert room.letters() == []


def test_a_client_who_blocks_us_gets_nothing_until_they_come_back(room: Room) -> None:
    room.receive(text("hi"), membership("kicked"))
    assert room.letters() == []
    room.receive(membership("member", before="kicked"))
    assert room.script.inputs[-1] == CameBack()
    assert len(room.says()) == 2


def test_who_writes_has_let_us_in_again(room: Room) -> None:
    room.receive(text("hi"), membership("kicked"), text("hi"))
    assert room.says() == [room.words("nudge")] * 2


def test_a_stranger_who_shuts_us_out_leaves_no_trace(room: Room) -> None:
    room.receive(membership("kicked"))
    with room.database.work(NOW) as work:
        assert not work.chats.get(CLIENT).parked


def test_starting_over_closes_one_form_and_begins_another(room: Room) -> None:
    room.receive(text("hi"))
    room.script.steps = [step(starts_over=True)]
    room.receive(text("again", message_id=8))
    intake, given = room.script.seen[-1]
    assert (intake.state, given) == ("start", Command("start", "", 8))
    cases = {seen.case for seen, _ in room.script.seen}
    assert len(cases) == 2
    with room.database.work(NOW) as work:
        current = work.intakes.current(CLIENT)
    assert current is not None
    assert current.intake.case == intake.case


def test_events_and_questions_for_staff_are_kept(room: Room) -> None:
    room.script.steps = [step(events=(Event.QUESTION_PASSED_ON,))]
    room.receive(text("where do I park?"))
    with room.database.work(NOW) as work:
        (question,) = work.passed_on.open()
        past = work.events.of(question.intake_id)
    assert (question.topic, question.text) == ("parking", "where do I park?")
    assert [entry.happened for entry in past] == [Happened(Event.QUESTION_PASSED_ON, "parking")]


def test_staff_hear_of_a_finished_intake_by_its_case_alone(room: Room) -> None:
    room.staff_chat = STAFF
    room.script.steps = [step("finished", events=(Event.ANSWER_GIVEN, Event.INTAKE_FINISHED))]
    room.receive(text("My name is Pat"))
    case = room.script.seen[0][0].case
    (said,) = room.says(chat_id=STAFF)
    assert said.endswith(f"{CONSOLE}/intakes/{case}")
    assert room.words("alert-finished") in said
    assert "Pat" not in said


def test_without_a_staff_chat_nobody_is_alerted(room: Room) -> None:
    room.script.steps = [step("finished", events=(Event.INTAKE_FINISHED,))]
    room.receive(text("done"))
    assert {letter.chat_id for letter in room.letters()} == {CLIENT}


@pytest.mark.parametrize("state", ["declined", "minor"])
def test_who_declines_or_is_too_young_leaves_no_words_behind(room: Room, state: str, database_url: str) -> None:
    room.receive(text("Zebulon here"))
    room.script.steps = [step(state, events=(Event.INTAKE_STOPPED,))]
    room.receive(text("Zebulon says no"))
    assert room.says() == [room.words("nudge")]
    room.meet_deadlines()
    with room.database.work(NOW) as work:
        assert work.transcript.of_chat(CLIENT) == []
        current = work.intakes.current(CLIENT)
    assert current is not None
    assert current.intake.state == state
    assert b"Zebulon" not in left(database_url)


@pytest.mark.parametrize("state", ["declined", "minor"])
def test_what_they_say_afterwards_is_answered_and_not_kept(room: Room, state: str, database_url: str) -> None:
    worded = replace(step(state), intake=Intake(case="", state=state, mentions=frozenset({Mention.MELASMA})))
    room.script.steps = [step(state), replace(worded, events=(Happened(Event.QUESTION_PASSED_ON, "parking"),)), worded]
    photos = [message(photo=PHOTO, media_group_id="9") for _ in range(2)]
    room.receive(text("no"), text("Zebulon has melasma"), *photos)
    assert len(room.says()) == 3
    assert b"Zebulon" not in left(database_url)
    with room.database.work(NOW) as work:
        (line,) = work.intakes.of_chat(CLIENT)
        kept = work.intakes.current(CLIENT)
        assert kept is not None
        assert (kept.intake.mentions, line.verdict) == (frozenset(), None)
        assert work.transcript.of_chat(CLIENT) == []
        assert work.passed_on.open() == []
        assert [(past.happened.about, past.turn_id) for past in work.events.of(line.id)] == [("", None)]


def test_of_a_minor_no_earlier_form_keeps_words_and_of_who_declines_it_does(room: Room) -> None:
    for state, words in (("declined", ["one"]), ("minor", [])):
        room.script.steps = [step(), step(starts_over=True), step(), step(state)]
        room.receive(text("one"), text("again"), text("last"))
        with room.database.work(NOW) as work:
            assert [line.text for line in work.transcript.of_chat(CLIENT) if line.speaker == "client"] == words
            work.erase(CLIENT)
            work.commit()


def test_who_is_turned_away_can_still_ask_for_everything_to_be_deleted(room: Room) -> None:
    room.advance = advance
    room.receive(text("/start"), text("no thanks"), text("/delete"), text("yes"))
    assert room.says()[-1] == room.words("deleted")
    with room.database.work(NOW) as work:
        assert work.intakes.of_chat(CLIENT) == []


def test_who_is_turned_away_can_still_see_what_is_stored(room: Room) -> None:
    room.script.steps = [step("declined"), step("declined", Reply((Phrase("nudge"),), file=True))]
    room.receive(text("no"), text("show me"))
    letters = [letter for letter in room.letters() if letter.file]
    record = json.loads(letters[0].file.text if letters[0].file else "")
    assert [intake["state"] for intake in record["intakes"]] == ["declined"]
    assert record["conversation"] == []


def test_deleting_leaves_no_words_and_still_says_goodbye(room: Room, database_url: str) -> None:
    room.receive(text("Zebulon here"))
    room.script.steps = [step(events=(Event.CONSENT_WITHDRAWN,))]
    room.receive(tap("K.1.delete", label="Zebulon"))
    methods = [letter.method for letter in room.letters()]
    assert methods == ["answerCallbackQuery", "sendMessage"]
    with room.database.work(NOW) as work:
        assert work.intakes.current(CLIENT) is None
        assert work.transcript.of_chat(CLIENT) == []
    assert b"Zebulon" not in left(database_url)


def test_after_deleting_a_new_word_begins_anew(room: Room) -> None:
    room.script.steps = [step(events=(Event.CONSENT_WITHDRAWN,))]
    room.receive(text("delete"), text("hello again"))
    assert [intake.state for intake, _ in room.script.seen] == ["start", "start"]
    assert len(room.says()) == 2


def test_the_record_holds_answers_and_conversation(room: Room) -> None:
    room.script.steps = [step("age", Reply((Phrase("nudge"),), file=True))]
    room.receive(text("show me", message_id=3))
    (letter,) = room.letters()
    assert letter.file is not None
    record = json.loads(letter.file.text)
    assert letter.file.name == f"my-intake-{record['case']}.json"
    assert [line["text"] for line in record["conversation"]] == ["show me"]


def test_a_turn_that_raises_is_tried_again_and_then_put_aside(room: Room) -> None:
    room.script.steps = [ValueError("no")] * ATTEMPTS
    room.receive(text("hi"), text("are you there?"))
    assert len(room.script.seen) == 1
    for _ in range(ATTEMPTS):
        room.now += timedelta(seconds=ATTEMPTS)
        room.receive()
    assert room.says() == [room.words("sorry-trouble"), room.words("nudge")]
    assert [given.text for given in room.script.inputs if isinstance(given, Typed)][-1] == "are you there?"


def test_a_turn_that_raises_once_loses_nothing(room: Room) -> None:
    room.script.steps = [ValueError("no")]
    room.receive(text("hi"))
    room.now += timedelta(seconds=5)
    room.receive()
    assert room.says() == [room.words("nudge")]


def test_an_unreadable_update_is_put_aside_at_once_and_the_chat_goes_on(room: Room) -> None:
    room.receive({"update_id": 5, "message": {"chat": private()}}, text("hi"))
    assert room.says() == [room.words("sorry-trouble"), room.words("nudge")]


def test_an_unreadable_update_from_a_group_is_put_aside_without_a_word(room: Room) -> None:
    room.receive({"update_id": 5, "message": {"chat": group()}})
    assert room.letters() == []


def test_an_update_that_takes_the_program_down_each_time_is_put_aside(room: Room) -> None:
    with room.database.work(NOW) as work:
        work.inbox.ingest(BOT_ID, [Arrived(1, CLIENT, json.dumps(text("boom")))], 2)
        work.commit()
    for _ in range(CLAIMS):
        with room.database.work(NOW) as work:
            work.inbox.claim()
            work.commit()
    room.receive()
    assert room.script.seen == []
    assert room.says() == [room.words("sorry-trouble")]
