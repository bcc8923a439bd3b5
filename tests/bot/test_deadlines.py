"""Deadlines: a nudge, an erasure, and nothing that a failure could stop."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot import deadlines
from bot.chat.receive import batch
from bot.speaking import Speaker
from flows.model import NudgeDue
from storage.alerts import AlertKind
from storage.refusals import Busy
from tests.bot.room import BOT_ID, Room, step
from tests.bot.updates import CLIENT, membership, text

STAFF = -100_900

if TYPE_CHECKING:
    from flows.flow import Flow
    from storage.database import Database


@pytest.fixture
def room(flow: Flow, database: Database) -> Room:
    return Room(flow, database)


def test_a_day_of_silence_brings_one_nudge(room: Room, flow: Flow) -> None:
    room.receive(text("hi"))
    room.letters()
    assert room.meet_deadlines() == 0
    room.now += timedelta(hours=flow.clinic.nudge_hours)
    assert room.meet_deadlines() == 1
    assert room.script.inputs[-1] == NudgeDue()
    assert room.says() == [room.words("nudge")]
    room.now += timedelta(hours=flow.clinic.nudge_hours)
    assert room.meet_deadlines() == 0


def test_each_word_puts_the_nudge_off(room: Room, flow: Flow) -> None:
    room.receive(text("hi"))
    room.now += timedelta(hours=flow.clinic.nudge_hours - 1)
    room.receive(text("still here"))
    room.now += timedelta(hours=2)
    assert room.meet_deadlines() == 0


@pytest.mark.parametrize("state", ["finished", "declined", "minor", "stopped"])
def test_who_is_done_is_not_nudged(room: Room, flow: Flow, state: str) -> None:
    room.script.steps = [step(state)]
    room.receive(text("hi"))
    room.now += timedelta(hours=flow.clinic.nudge_hours)
    assert room.meet_deadlines() == 0


def test_who_shut_us_out_is_not_nudged(room: Room, flow: Flow) -> None:
    room.receive(text("hi"), membership("kicked"))
    room.now += timedelta(hours=flow.clinic.nudge_hours)
    assert room.meet_deadlines() == 1
    assert NudgeDue() not in room.script.inputs


@pytest.mark.parametrize(("state", "kept"), [("age", "unfinished_days"), ("finished", "finished_days")])
def test_an_intake_is_erased_when_its_days_are_over(room: Room, flow: Flow, state: str, kept: str) -> None:
    room.script.steps = [step(state)]
    room.receive(text("hi"))
    room.now += timedelta(days=getattr(flow.clinic, kept), seconds=-1)
    room.meet_deadlines()
    with room.database.work(room.now) as work:
        assert work.intakes.current(CLIENT) is not None
    room.now += timedelta(seconds=1)
    room.meet_deadlines()
    with room.database.work(room.now) as work:
        assert work.intakes.current(CLIENT) is None


def test_a_deadline_that_fails_is_put_off_and_holds_nobody_up(room: Room, flow: Flow) -> None:
    room.receive(text("hi"))
    room.letters()
    room.now += timedelta(hours=flow.clinic.nudge_hours)
    room.script.steps = [ValueError("no")]
    assert room.meet_deadlines() == 1
    assert room.says() == []
    room.now += timedelta(hours=1)
    assert room.meet_deadlines() == 1
    assert room.says() == [room.words("nudge")]


def test_who_wrote_before_the_day_was_over_is_heard_and_not_erased(room: Room, flow: Flow) -> None:
    room.receive(text("hi"))
    room.now += timedelta(days=flow.clinic.unfinished_days, hours=1)
    with room.database.work(room.now) as work:
        work.inbox.ingest(BOT_ID, batch([text("I am back")]).arrived, 1)
        work.commit()
    assert room.meet_deadlines() == 0
    room.receive()
    assert room.meet_deadlines() == 0
    assert [intake.state for intake, _ in room.script.seen] == ["start", "age"]


def test_a_deadline_that_was_put_off_meanwhile_is_not_met(room: Room, flow: Flow) -> None:
    room.receive(text("hi"))
    room.now += timedelta(hours=flow.clinic.nudge_hours)
    with room.database.work(room.now) as work:
        held = work.deadlines.due()
    assert held is not None
    room.receive(text("still here"))
    seen = len(room.script.seen)
    deadlines.meet(room.desk, held, room.now)
    deadlines.put_off(room.desk, held, room.now)
    assert len(room.script.seen) == seen
    assert room.meet_deadlines() == 0


def test_a_quiet_moment_takes_the_words_of_the_given_up_from_the_file(
    room: Room, flow: Flow, database_url: str
) -> None:
    room.receive({"update_id": 5, "message": {"text": "Zebulon"}})
    assert b"Zebulon" in Path(database_url.removeprefix("sqlite:///")).read_bytes()
    room.now += timedelta(days=flow.clinic.unfinished_days, hours=1)
    room.meet_deadlines()
    assert b"Zebulon" not in Path(database_url.removeprefix("sqlite:///")).read_bytes()


def test_a_busy_database_puts_no_deadline_off(room: Room, flow: Flow) -> None:
    room.receive(text("hi"))
    room.now += timedelta(hours=flow.clinic.nudge_hours)
    room.script.steps = [Busy()]
    with pytest.raises(Busy):
        room.meet_deadlines()
    assert room.meet_deadlines() == 1
    assert room.script.inputs[-1] == NudgeDue()


def test_alerts_that_waited_their_minute_go_as_one_and_are_not_told_again(room: Room) -> None:
    room.staff_chat = STAFF
    _alert(room, 8)
    assert len(room.says(chat_id=STAFF)) == 5
    room.now += timedelta(seconds=59)
    assert room.meet_deadlines() == 0
    room.now += timedelta(seconds=1)
    assert room.meet_deadlines() == 1
    (digest,) = room.says(chat_id=STAFF)
    assert [f"CASE{number}" in digest for number in range(8)] == [False] * 5 + [True] * 3
    assert room.meet_deadlines() == 0


def test_a_digest_that_fails_is_tried_again_and_holds_no_deadline_up(
    room: Room, flow: Flow, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.receive(text("hi"))
    room.letters()
    room.staff_chat = STAFF
    room.now += timedelta(hours=flow.clinic.nudge_hours)
    _alert(room, 6)
    room.letters()
    room.now += timedelta(minutes=1)
    with monkeypatch.context() as broken:
        broken.setattr("bot.speaking.together", lambda *_: 1 / 0)
        assert room.meet_deadlines() == 1
        assert room.script.inputs[-1] == NudgeDue()
    assert room.meet_deadlines() == 1
    assert "CASE5" in room.says(chat_id=STAFF)[0]


def test_a_busy_database_leaves_a_digest_for_later(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.staff_chat = STAFF
    _alert(room, 6)
    room.now += timedelta(minutes=1)

    def busy(*_: object) -> None:
        raise Busy

    with monkeypatch.context() as broken:
        broken.setattr("bot.speaking.together", busy)
        with pytest.raises(Busy):
            room.meet_deadlines()
    assert room.meet_deadlines() == 1


def test_what_waits_when_nobody_is_alerted_any_more_waits_no_longer(room: Room) -> None:
    room.staff_chat = STAFF
    _alert(room, 6)
    room.letters()
    room.staff_chat = None
    room.now += timedelta(minutes=1)
    assert room.meet_deadlines() == 1
    assert (room.letters(), room.meet_deadlines()) == ([], 0)


def _alert(room: Room, times: int) -> None:
    with room.database.work(room.now) as work:
        for number in range(times):
            Speaker(room.desk, work).alert((AlertKind.FINISHED,), f"CASE{number}")
        work.commit()
