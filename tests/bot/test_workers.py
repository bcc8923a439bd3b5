"""The loops, end to end: a phone, the stand-in over HTTP, and a real database."""

from __future__ import annotations

import sqlite3
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from structlog.testing import capture_logs

from bot.chat.gateway import TelegramRefuses
from bot.ledger import Ledger
from bot.shift import rest
from bot.standin.faults import Cut
from bot.standin.server import serve
from flows.model import NudgeDue, Phrase, Reply, Typed
from storage.database import open_database
from storage.refusals import Busy
from tests.bot.room import Room, step
from tests.bot.running import a_cloud, loops, program

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from flows.flow import Flow
    from storage.database import Database
    from storage.outbox import Letter
    from storage.work import Work


@pytest.fixture
def room(flow: Flow, database: Database) -> Room:
    return Room(flow, database)


@pytest.fixture
def hasty(flow: Flow, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    """A room whose database and loops soon lose patience with each other."""
    monkeypatch.setattr("storage.sqlite.WAITS_MS", 20)
    monkeypatch.setattr("bot.scribe.BUSY_PAUSE", 0.02)
    with closing(open_database(database_url)) as database:
        yield Room(flow, database)


@asynccontextmanager
async def locked(database_url: str) -> AsyncIterator[None]:
    """Another program has the file open, and writes."""
    file = database_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(file, isolation_level=None, timeout=10)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


class Broken(Ledger):
    """A ledger that fails in a way nobody foresaw."""

    def claim(self, most: int, holder: int | None, work: Work) -> list[Letter]:
        raise ZeroDivisionError


def numbered(room: Room, count: int) -> list[str]:
    """Answers that differ, for as many words."""
    keys = [f"menu-{name}" for name in ("start", "help", "back", "skip", "edit")][:count]
    room.script.steps = [step("age", Reply((Phrase(key),))) for key in keys]
    return [room.words(key) for key in keys]


async def test_a_word_on_the_phone_is_answered_on_the_phone(room: Room) -> None:
    cloud, phone = a_cloud()
    async with program(room, cloud, phone) as running:
        phone.start()
        await running.hears(room.words("nudge"))
        phone.tap(phone.last.message_id, room.words("button-resume"))
        await running.hears(room.words("nudge"), room.words("nudge"))
        assert len(cloud.requests("answerCallbackQuery")) == 1


async def test_a_burst_is_answered_in_order(room: Room) -> None:
    cloud, phone = a_cloud()
    answers = numbered(room, 5)
    for word in "abcde":
        phone.send(word)
    async with program(room, cloud, phone) as running:
        await running.hears(*answers)
        assert [given.text for given in room.script.inputs if isinstance(given, Typed)] == list("abcde")


async def test_being_told_to_wait_delays_one_answer_and_keeps_the_order(room: Room) -> None:
    cloud, phone = a_cloud()
    answers = numbered(room, 2)
    cloud.faults.flood(1, method="sendMessage")
    async with program(room, cloud, phone) as running:
        phone.send("a")
        phone.send("b")
        await running.hears(*answers)


@pytest.mark.parametrize("when", [Cut.BEFORE, Cut.AFTER])
async def test_a_lost_connection_repeats_the_answer_but_never_the_turn(room: Room, when: Cut) -> None:
    cloud, phone = a_cloud()
    cloud.faults.hang_up(when, method="sendMessage")
    async with program(room, cloud, phone) as running:
        phone.send("a")
        expected = 1 if when is Cut.BEFORE else 2
        await running.hears(*[room.words("nudge")] * expected)
        assert len(room.script.seen) == 1


async def test_half_an_answer_and_a_failing_server_are_tried_again(room: Room) -> None:
    cloud, phone = a_cloud()
    cloud.faults.garble(method="getUpdates")
    cloud.faults.refuse(502, "Bad Gateway", method="sendMessage")
    async with program(room, cloud, phone) as running:
        phone.send("a")
        await running.hears(room.words("nudge"))


async def test_a_refused_answer_does_not_hold_up_the_next_one(room: Room) -> None:
    cloud, phone = a_cloud()
    answers = numbered(room, 2)
    cloud.faults.refuse(400, "Bad Request: something new", method="sendMessage")
    async with program(room, cloud, phone) as running:
        phone.send("a")
        phone.send("b")
        await running.hears(answers[1])


async def test_who_blocks_us_gets_the_answers_on_coming_back(room: Room) -> None:
    cloud, phone = a_cloud()
    room.script.steps = [step(), step("age", Reply())]
    async with program(room, cloud, phone) as running:
        cloud.faults.refuse(403, "Forbidden: bot was blocked by the user", method="sendMessage")
        phone.send("a")
        await running.until(lambda: bool(cloud.requests("sendMessage")))
        assert running.said == []
        phone.block()
        phone.unblock()
        await running.hears(room.words("nudge"))


async def test_a_letter_that_falls_due_is_sent_though_nobody_writes(room: Room) -> None:
    cloud, phone = a_cloud()
    phone.start()
    async with program(room, cloud, phone) as running:
        await running.hears(room.words("nudge"))
        with room.database.work(datetime.now(UTC)) as work:
            letter = work.outbox.put(phone.person.id, None, "sendMessage", {"chat_id": phone.person.id, "text": "late"})
            work.outbox.retry(letter, datetime.now(UTC) + timedelta(seconds=0.3), counts=True)
            work.commit()
        await running.hears(room.words("nudge"), "late")


async def test_what_a_page_has_us_say_is_sent_at_once(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.delivering.rest", partial(rest, seconds=3600))
    cloud, phone = a_cloud()
    phone.start()
    async with program(room, cloud, phone) as running:
        await running.hears(room.words("nudge"))
        with room.database.work(datetime.now(UTC)) as work:
            params = {"chat_id": phone.person.id, "text": "Courtney here"}
            work.outbox.put(phone.person.id, None, "sendMessage", params)
            work.commit()
        running.workers.shift.changed.ring()
        await running.hears(room.words("nudge"), "Courtney here")


async def test_the_record_arrives_as_a_file(room: Room) -> None:
    cloud, phone = a_cloud()
    room.script.steps = [step("age", Reply((Phrase("nudge"),), file=True))]
    async with program(room, cloud, phone) as running:
        phone.send("my data")
        await running.until(lambda: bool(phone.documents))
        assert phone.documents[0].name.startswith("my-intake-")
        assert b'"conversation"' in phone.documents[0].content


async def test_letters_leave_no_faster_than_the_pace(room: Room) -> None:
    cloud, phone = a_cloud()
    numbered(room, 3)
    async with program(room, cloud, phone, per_second=20) as running:
        for word in "abc":
            phone.send(word)
        await running.until(lambda: len(running.said) == 3)
    times = [request.at for request in cloud.requests("sendMessage")]
    assert times[2] - times[0] >= timedelta(seconds=0.09)


async def test_a_stop_finishes_what_is_being_sent_and_leaves_nothing_half_done(room: Room) -> None:
    cloud, phone = a_cloud()
    cloud.faults.slow(0.5, method="sendMessage")
    async with program(room, cloud, phone) as running:
        phone.send("a")
        await running.until(lambda: not cloud.faults.planned)  # the call has come, and takes its time
        await running.stop()
        assert running.said == [room.words("nudge")]
    with room.database.work(room.now) as work:
        assert work.workers.holders() == set()
        assert work.inbox.waiting() == 0


async def test_what_was_stored_is_not_fetched_again_after_a_restart(room: Room) -> None:
    cloud, phone = a_cloud()
    answers = numbered(room, 2)
    async with serve(cloud) as standin:
        async with loops(room, cloud, phone, standin.url) as running:
            phone.send("a")
            await running.hears(answers[0])
        phone.send("b")
        async with loops(room, cloud, phone, standin.url) as running:
            await running.hears(*answers)
    assert [given.text for given in room.script.inputs if isinstance(given, Typed)] == ["a", "b"]


async def test_a_bad_token_while_running_ends_the_program_with_a_sentence(room: Room) -> None:
    cloud, phone = a_cloud()
    async with program(room, cloud, phone) as running:
        cloud.faults.refuse(401, "Unauthorized", times=100)
        phone.send("a")
        with pytest.raises(TelegramRefuses, match="BOT_TOKEN"):
            await running.hears("never")


async def test_one_refused_token_while_running_ends_nothing(room: Room) -> None:
    cloud, phone = a_cloud()
    cloud.faults.refuse(401, "Unauthorized", method="sendMessage")
    async with program(room, cloud, phone) as running:
        phone.send("a")
        await running.hears(room.words("nudge"))


async def test_a_database_that_is_locked_for_long_is_waited_for(hasty: Room, database_url: str) -> None:
    cloud, phone = a_cloud()
    with capture_logs() as logged:
        async with program(hasty, cloud, phone) as running:
            async with locked(database_url):
                phone.send("a")
                await running.until(lambda: "database.busy" in [line["event"] for line in logged])
                phone.send("b")
            await running.hears(*[hasty.words("nudge")] * 2)


async def test_a_database_that_locks_while_a_letter_is_sent_learns_later_what_became_of_it(
    hasty: Room, database_url: str
) -> None:
    cloud, phone = a_cloud()
    cloud.faults.slow(0.3, method="sendMessage")
    with capture_logs() as logged:
        async with program(hasty, cloud, phone) as running:
            phone.send("a")
            await running.until(lambda: not cloud.faults.planned)  # the call has come, and takes its time
            async with locked(database_url):
                await running.hears(hasty.words("nudge"))
                await running.until(lambda: "database.busy" in [line["event"] for line in logged])
            phone.send("b")
            await running.hears(*[hasty.words("nudge")] * 2)
            await running.stop()
    with hasty.database.work(hasty.now) as work:
        assert work.workers.holders() == set()


async def test_an_update_is_not_blamed_for_a_busy_database(hasty: Room) -> None:
    cloud, phone = a_cloud()
    hasty.script.steps = [Busy() for _ in range(5)]
    async with program(hasty, cloud, phone) as running:
        phone.send("a")
        await running.hears(hasty.words("nudge"))


async def test_a_stop_does_not_wait_for_a_locked_database(hasty: Room, database_url: str) -> None:
    cloud, phone = a_cloud()
    async with program(hasty, cloud, phone) as running:
        phone.send("a")
        await running.hears(hasty.words("nudge"))
        async with locked(database_url):
            await running.stop()
    assert running.task.exception() is None


async def test_a_start_waits_for_a_locked_database(hasty: Room, database_url: str) -> None:
    cloud, phone = a_cloud()
    phone.send("a")
    async with locked(database_url), program(hasty, cloud, phone) as running:
        await running.stop()
    async with program(hasty, cloud, phone) as running:
        await running.hears(hasty.words("nudge"))


async def test_a_loop_that_breaks_takes_the_program_down(room: Room) -> None:
    cloud, phone = a_cloud()
    async with program(room, cloud, phone) as running:
        running.workers.delivery.ledger = Broken(room.desk, running.workers.ledger.bot_id)
        with pytest.raises(ZeroDivisionError):
            await running.hears("never")


async def test_another_poller_is_given_way_only_for_a_while(room: Room) -> None:
    cloud, phone = a_cloud()
    cloud.faults.refuse(409, "Conflict: terminated by other getUpdates request", method="getUpdates", times=2)
    async with program(room, cloud, phone) as running:
        phone.send("a")
        await running.hears(room.words("nudge"))


async def test_a_nudge_goes_out_though_nobody_writes(room: Room, flow: Flow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.workers.DEADLINE_TICK", 0.05)
    cloud, phone = a_cloud()
    answers = numbered(room, 2)
    now = datetime.now(UTC)
    async with program(room, cloud, phone) as running:
        phone.send("a")
        await running.hears(answers[0])
        running.workers.clock = lambda: now + timedelta(hours=flow.clinic.nudge_hours, minutes=1)
        await running.hears(*answers)
    assert NudgeDue() in room.script.inputs


async def test_what_a_worker_does_is_counted_and_that_it_comes_round(room: Room) -> None:
    cloud, phone = a_cloud()
    async with program(room, cloud, phone) as running:
        phone.start()
        await running.hears(room.words("nudge"))
        shift = running.workers.shift
        await running.until(lambda: sum(shift.counts.seen().answer_seconds.counts) == 1)
        seen = shift.counts.seen()
        assert (seen.updates["new"], seen.turns["taken"], seen.sends["sent"]) == (1, 1, 1)
        assert seen.answer_seconds.total > 0
        shift.pulse.beat("turns", within=-1)
        assert shift.pulse.silent() == ("turns",)
        await running.until(lambda: shift.pulse.silent() == ())


async def test_a_worker_that_waits_for_its_database_does_not_hang(hasty: Room, database_url: str) -> None:
    cloud, phone = a_cloud()
    async with program(hasty, cloud, phone) as running:
        shift = running.workers.shift
        await running.until(lambda: shift.pulse.silent() == ())
        async with locked(database_url):
            shift.pulse.beat("turns", within=-1)
            assert shift.pulse.silent() == ("turns",)
            await running.until(lambda: shift.counts.seen().busy > 0 and shift.pulse.silent() == ())
