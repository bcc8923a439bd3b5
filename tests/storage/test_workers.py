"""Tests of workers: who was there, and what those that died had in hand."""

from datetime import timedelta

from storage.database import Database
from storage.work import Work
from storage.workers import KEPT, Worker
from tests.storage.given import BOT, CHAT, LATER, NOW, OTHER_CHAT, arrived


def test_each_worker_has_a_number_of_its_own_and_is_known_by_it(work: Work) -> None:
    first, second = work.workers.join(100, "here"), work.workers.join(100, "there")
    assert [worker.id for worker in work.workers.all()] == [second, first]
    assert work.workers.all()[1] == Worker(first, 100, "here", NOW, NOW)


def test_when_anybody_was_last_there_is_known(database: Database) -> None:
    with database.work(NOW) as work:
        assert work.workers.last_seen() is None
        first = work.workers.join(100, "here")
        work.workers.join(101, "here")
        work.commit()
    with database.work(LATER) as work:
        assert work.workers.last_seen() == NOW
        work.workers.seen(first)
        assert work.workers.last_seen() == LATER


def test_others_are_those_who_were_there_lately(database: Database) -> None:
    with database.work(NOW) as work:
        first, _ = work.workers.join(100, "here"), work.workers.join(101, "here")
        work.commit()
    minute = timedelta(minutes=1)
    with database.work(NOW + minute) as work:
        assert [work.workers.others(first, within) for within in (minute, minute / 2)] == [1, 0]
        work.workers.join(102, "here")
        assert work.workers.others(first, minute / 2) == 1


def test_what_a_worker_had_in_hand_is_free_for_another_and_nothing_of_anybody_elses(work: Work) -> None:
    work.inbox.ingest(BOT, [arrived(1, CHAT), arrived(2, OTHER_CHAT)], 3)
    for chat_id in (CHAT, OTHER_CHAT):
        work.outbox.put(chat_id, None, "sendMessage", {"text": "hi"})
    taken = [(work.inbox.claim(holder), work.outbox.claim(holder)) for holder in (7, 8)]
    assert work.workers.holders() == {7, 8}
    assert work.workers.free(7) == 2
    assert work.workers.holders() == {8}
    update, letter = taken[0]
    assert update is not None
    assert letter is not None
    again, once_more = work.inbox.claim(9), work.outbox.claim(9)
    assert again is not None
    assert once_more is not None
    assert (again.id, again.attempts, once_more.id, once_more.attempts) == (update.id, 2, letter.id, 2)
    assert work.inbox.claim(9) is None
    assert work.outbox.claim(9) is None


def test_what_it_still_has_is_not_freed(work: Work) -> None:
    work.inbox.ingest(BOT, [arrived(1, CHAT), arrived(2, OTHER_CHAT)], 3)
    for chat_id in (CHAT, OTHER_CHAT):
        work.outbox.put(chat_id, None, "sendMessage", {"text": "hi"})
    updates, letters = work.inbox.claim_some(7, 2), work.outbox.claim_some(7, 2)
    assert work.workers.free_updates(7, still=[updates[0].id]) == 1
    assert work.workers.free_letters(7, still=[letters[0].id]) == 1
    assert [each.id for each in work.inbox.claim_some(8, 2)] == [updates[1].id]
    assert [each.id for each in work.outbox.claim_some(8, 2)] == [letters[1].id]


def test_who_worked_can_be_seen_for_some_days(database: Database) -> None:
    with database.work(NOW) as work:
        work.workers.join(100, "here")
        work.commit()
    for moment, left in ((NOW + KEPT, [101, 100]), (NOW + KEPT + timedelta(seconds=1), [101])):
        with database.work(moment) as work:
            work.workers.join(101, "here")
            work.retention.prune(timedelta(days=7))
            assert [each.pid for each in work.workers.all()] == left


def test_a_clock_that_leaps_forgets_nobody_who_is_there(database: Database) -> None:
    with database.work(NOW) as work:
        work.workers.join(100, "here")
        work.commit()
    with database.work(NOW + 2 * KEPT) as work:
        work.retention.prune(timedelta(days=7))
        assert [each.pid for each in work.workers.all()] == [100]
