"""What the team does in a client's chat: in the transcript, in the outbox, and never in the way of the client."""

from __future__ import annotations

import json
from datetime import timedelta
from threading import Thread

import pytest

from bot.team import NothingToSay, TooLong, send_code, team_turn
from flows.advance import advance
from flows.flow import Flow
from flows.model import Event, HandedBack, Handover, QuestionReplied, TakenOver, Team, TeamWrote
from storage.cases import Stage
from storage.database import Database
from tests.bot.room import NOW, Room
from tests.bot.updates import CLIENT, membership, text

ANN = 111


@pytest.fixture
def room(flow: Flow, database: Database) -> Room:
    made = Room(flow, database, advance=advance)
    made.receive(text("/start"))
    made.letters()
    return made


def case_of(room: Room) -> str:
    with room.database.look(NOW) as work:
        kept = work.intakes.current(CLIENT)
    assert kept is not None
    return kept.intake.case


def do(room: Room, *did: Team, case: str | None = None) -> None:
    for given in did:
        with room.database.work(room.now) as work:
            team_turn(room.desk, work, room.now, case or case_of(room), given, ANN)
            work.commit()


def test_what_the_team_writes_is_sent_and_stands_in_the_transcript_as_theirs(room: Room) -> None:
    do(room, TeamWrote("  Which cream\r\nis it? \x00"))
    assert room.says() == [room.words("team-took_over"), room.words("team-wrote", text="Which cream\nis it?")]
    with room.database.look(NOW) as work:
        lines = work.transcript.of_chat(CLIENT)[-2:]
    assert [(line.speaker, line.staff_id) for line in lines] == [("bot", ANN), ("staff", ANN)]
    assert lines[1].text.endswith("Which cream\nis it?")


def test_what_changes_nothing_leaves_no_trace(room: Room) -> None:
    do(room, TakenOver())
    with room.database.look(NOW) as work:
        before = work.intakes.current(CLIENT), work.transcript.of_chat(CLIENT)
    do(room, TakenOver())
    with room.database.look(NOW) as work:
        assert (work.intakes.current(CLIENT), work.transcript.of_chat(CLIENT)) == before


@pytest.mark.parametrize("given", [TeamWrote("x" * 4096), QuestionReplied("?", "😀" * 2047), TeamWrote("x" * 9000)])
def test_more_than_one_message_carries_is_refused_and_nothing_is_written(room: Room, given: Team) -> None:
    with pytest.raises(TooLong):
        do(room, given)
    assert room.letters() == []


def test_as_much_as_one_message_carries_is_taken(room: Room) -> None:
    do(room, TeamWrote("x" * 4093))
    assert len(room.says()[-1].encode("utf-16-le")) // 2 == 4096


@pytest.mark.parametrize("given", [TeamWrote(""), TeamWrote(" \r\n\t"), QuestionReplied("does it hurt?", "\x00")])
def test_no_words_are_nothing_to_say(room: Room, given: Team) -> None:
    with pytest.raises(NothingToSay):
        do(room, given)


def test_a_case_that_nobody_has_is_nobody_to_say_it_to(room: Room) -> None:
    with pytest.raises(NothingToSay):
        do(room, TakenOver(), case="XXXXXX")


def test_who_declined_cannot_be_written_to(room: Room) -> None:
    room.receive(text("no thanks"))
    with pytest.raises(NothingToSay):
        do(room, TeamWrote("Are you sure?"))


def test_in_an_earlier_form_nothing_is_said_but_the_answer_to_a_question(room: Room) -> None:
    earlier = case_of(room)
    room.receive(text("/start_over"))
    room.letters()
    for given in (TakenOver(), TeamWrote("hi"), HandedBack()):
        with pytest.raises(NothingToSay):
            do(room, given, case=earlier)
    do(room, QuestionReplied("does it hurt?", "A little."), case=earlier)
    assert room.words("team-replied", asked="does it hurt?", text="A little.") in room.says()


def test_while_the_team_speaks_nobody_is_nudged_and_afterwards_they_are(room: Room, flow: Flow) -> None:
    do(room, TeamWrote("Hi!"))
    room.receive(text("hello"))
    room.now += timedelta(hours=flow.clinic.nudge_hours + 1)
    assert room.meet_deadlines() == 0
    do(room, HandedBack())
    room.letters()
    room.now += timedelta(hours=flow.clinic.nudge_hours)
    assert room.meet_deadlines() == 1
    assert [said for said in room.says() if said.startswith(room.words("nudge"))]


def test_the_queue_shows_whose_turn_it_is(room: Room) -> None:
    def stage() -> Stage:
        with room.database.look(NOW) as work:
            line = work.cases.find(case_of(room))
        assert line is not None
        return line.stage

    do(room, TeamWrote("Hi!"))
    assert stage() is Stage.WAITING
    room.receive(text("hello"))
    assert stage() is Stage.NEW
    with room.database.look(NOW) as work:
        kept = work.intakes.current(CLIENT)
        assert kept is not None
        assert Event.CLIENT_REPLIED in [past.happened.event for past in work.events.of(kept.id)]


def test_who_blocks_us_gets_it_when_they_come_back(room: Room) -> None:
    room.receive(membership("kicked"))
    do(room, TeamWrote("Hi!"))
    assert room.letters() == []
    room.receive(membership("member", before="kicked"))
    assert room.words("team-wrote", text="Hi!") in room.says()


def test_the_clients_record_holds_what_the_team_wrote_and_that_a_question_was_answered(room: Room) -> None:
    room.receive(text("I agree"), text("I'm 34"), text("Ana"), text("does it hurt?"))
    with room.database.work(NOW) as work:
        (question,) = work.passed_on.open()
        work.passed_on.answered(question.id, ANN)
        work.commit()
    do(room, QuestionReplied("does it hurt?", "A little."))
    room.letters()
    room.receive(text("/mydata"))
    (file,) = [letter.file for letter in room.letters() if letter.file]
    record = json.loads(file.text)
    (said,) = [line["text"] for line in record["conversation"] if line["speaker"] == "staff"]
    assert said.endswith("A little.")
    assert record["intakes"][0]["passed_on_to_staff"][0]["answered_at"]
    assert str(ANN) not in file.text


def test_a_staff_message_and_a_clients_of_the_same_moment_are_both_kept_in_order(room: Room) -> None:
    case, rounds = case_of(room), 20

    def write() -> None:
        for number in range(rounds):
            with room.database.work(NOW) as work:
                team_turn(room.desk, work, NOW, case, TeamWrote(f"team {number}"), ANN)
                work.commit()

    def answer() -> None:
        for number in range(rounds):
            room.receive(text(f"client {number}"))

    both = [Thread(target=each) for each in (write, answer)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    with room.database.look(NOW) as work:
        lines, kept = work.transcript.of_chat(CLIENT), work.intakes.current(CLIENT)
        assert work.inbox.quarantined() == []
    words = [line.text.removeprefix("💬 ") for line in lines]
    assert [word for word in words if word.startswith("team ")] == [f"team {number}" for number in range(rounds)]
    assert [word for word in words if word.startswith("client ")] == [f"client {number}" for number in range(rounds)]
    assert kept is not None
    assert kept.intake.handover is not Handover.BOT


def test_a_sign_in_code_goes_to_the_private_chat_and_into_no_transcript(room: Room) -> None:
    with room.database.work(NOW) as work:
        send_code(room.desk, work, ANN, "34679CDF")
        work.commit()
    assert room.says(chat_id=ANN) == [room.words("staff-code", code="34679CDF")]
    with room.database.look(NOW) as work:
        assert work.transcript.of_chat(ANN) == []
