"""How much waits and for how long, on both databases."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Select, text

from storage import queues
from storage.database import Database, open_database
from storage.marks import Mark
from storage.queues import Queues
from storage.revision import wanted
from storage.work import Work
from tests.storage.given import BOT, CHAT, LATER, NOW, OTHER_CHAT, arrived

EMPTY = Queues(0, None, 0, 0, None, 0, 0, 0, 0, None, "", "")


def look(database: Database, later: timedelta = timedelta()) -> Queues:
    with database.look(NOW + later) as work:
        return work.queues.look(BOT)


def put(work: Work, chat_id: int, count: int = 1) -> list[int]:
    return [work.outbox.put(chat_id, None, "sendMessage", {"text": "hi"}) for _ in range(count)]


def test_where_nothing_happened_nothing_waits(database: Database) -> None:
    assert look(database) == replace(EMPTY, schema=wanted())


def test_updates_that_wait_are_counted_and_the_oldest_is_known(database: Database) -> None:
    with database.work(NOW) as work:
        work.inbox.ingest(BOT, [arrived(1), arrived(2)], 3)
        work.commit()
    with database.work(LATER) as work:
        work.inbox.ingest(BOT, [arrived(3, OTHER_CHAT)], 4)
        work.commit()
    found = look(database)
    assert (found.updates, found.oldest_update) == (3, NOW)
    assert found.heard_at == LATER


def test_an_update_in_hand_still_waits_and_one_that_was_given_up_does_not(database: Database) -> None:
    with database.work(NOW) as work:
        work.inbox.ingest(BOT, [arrived(1), arrived(2)], 3)
        first = work.inbox.claim()
        assert first is not None
        work.inbox.quarantine(first.id, "ValueError")
        work.inbox.claim()
        work.commit()
    found = look(database)
    assert (found.updates, found.quarantined) == (1, 1)


def test_letters_wait_whether_they_are_due_put_off_or_in_flight(database: Database) -> None:
    with database.work(NOW) as work:
        [first] = put(work, CHAT)
        put(work, OTHER_CHAT)
        work.outbox.claim()
        work.outbox.retry(first, LATER, counts=True)
        work.outbox.claim()
        work.commit()
    found = look(database)
    assert (found.letters, found.oldest_letter, found.parked) == (2, NOW, 0)


def test_letters_to_who_shut_us_out_do_not_make_the_queue_old(database: Database) -> None:
    with database.work(NOW) as work:
        put(work, CHAT, 2)
        work.outbox.park(CHAT)
        work.commit()
    with database.work(LATER) as work:
        put(work, OTHER_CHAT)
        work.commit()
    found = look(database)
    assert (found.letters, found.oldest_letter, found.parked) == (1, LATER, 2)


def test_letters_that_are_over_wait_no_more_and_only_missed_ones_are_lost(database: Database) -> None:
    with database.work(NOW) as work:
        sent, missed, unmissed = put(work, CHAT, 3)
        work.outbox.sent(sent, 7)
        work.outbox.dead(missed, "BadRequest")
        work.outbox.dead(unmissed, "")
        work.commit()
    found = look(database)
    assert (found.letters, found.lost) == (0, 1)


def test_a_deadline_is_overdue_a_minute_after_it_was_due(database: Database) -> None:
    with database.work(NOW) as work:
        kept = work.intakes.begin(CHAT, "form", "en")
        work.deadlines.set("nudge", CHAT, kept.id, NOW)
        work.commit()
    assert look(database, timedelta(seconds=60)).overdue == 0
    assert look(database, timedelta(seconds=61)).overdue == 1


def test_a_worker_lives_as_long_as_it_shows_itself(database: Database) -> None:
    with database.work(NOW) as work:
        silent, other = work.workers.join(1, "here"), work.workers.join(2, "there")
        work.commit()
    with database.work(LATER) as work:
        work.workers.seen(other)
        work.commit()
    assert silent != other
    assert look(database).workers == 2
    assert look(database, LATER - NOW).workers == 1


def test_what_is_held_says_why(database: Database) -> None:
    with database.work(NOW) as work:
        work.marks.set(Mark.HELD, "restored")
        work.commit()
    assert look(database).held == "restored"


def test_another_bots_poll_is_not_ours(database: Database) -> None:
    with database.work(NOW) as work:
        work.inbox.ingest(BOT + 1, [], 3)
        work.commit()
    assert look(database).heard_at is None


@pytest.mark.parametrize("name", ["UPDATES", "OLDEST_UPDATE", "QUARANTINED", "LETTERS", "OLDEST_LETTER", "LOST"])
def test_a_look_goes_by_an_index_and_never_through_what_is_over(sqlite_url: str, name: str) -> None:
    statement: Select[Any] = getattr(queues, name)
    with closing(open_database(sqlite_url)) as database, database.look(NOW) as work:
        connection = work.inbox.connection
        asked = statement.compile(connection, compile_kwargs={"literal_binds": True})
        plan = str(connection.execute(text(f"EXPLAIN QUERY PLAN {asked}")).all())
    assert "SCAN" not in plan
    assert "INDEX ix_" in plan
