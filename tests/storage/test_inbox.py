"""Tests of the inbox: nothing twice, nothing lost, one chat in order, no chat in another's way."""

from datetime import timedelta

from storage.database import Database
from storage.inbox import Quarantined, Waiting
from storage.tables import InboxRow
from storage.work import Work
from tests.storage.given import BOT, CHAT, LATER, NOW, OTHER_CHAT, arrived, stored


def test_a_bot_that_never_polled_has_no_offset(work: Work) -> None:
    assert work.inbox.offset(BOT) is None


def test_the_offset_of_each_bot_is_its_own_and_the_last_one(work: Work) -> None:
    work.inbox.ingest(BOT, [], 11)
    work.inbox.ingest(BOT + 1, [], 500)
    work.inbox.ingest(BOT, [], 12)
    assert (work.inbox.offset(BOT), work.inbox.offset(BOT + 1)) == (12, 500)


def test_the_same_update_twice_is_stored_once(work: Work) -> None:
    assert work.inbox.ingest(BOT, [arrived(1), arrived(2), arrived(1)], 3) == 2
    assert work.inbox.ingest(BOT, [arrived(2), arrived(3)], 4) == 1
    assert work.inbox.waiting() == 3


def test_a_number_that_comes_again_with_other_content_is_a_new_update(work: Work) -> None:
    work.inbox.ingest(BOT, [arrived(1, raw="before the quiet week")], 2)
    assert work.inbox.ingest(BOT, [arrived(1, raw="after it")], 2) == 1


def test_the_same_thing_under_another_number_or_in_other_words_is_a_repeat(work: Work) -> None:
    assert work.inbox.ingest(BOT, [arrived(1, about="m:5:1:"), arrived(2, about="m:5:1:")], 3) == 1
    assert work.inbox.ingest(BOT, [arrived(1, raw="the same in other words", about="m:5:1:")], 3) == 0
    assert work.inbox.ingest(BOT, [arrived(3, about="m:5:1:99"), arrived(4), arrived(5)], 6) == 3
    assert work.inbox.ingest(BOT + 1, [arrived(1, about="m:5:1:")], 2) == 1


def test_the_same_thing_is_known_after_it_is_done_by_a_digest_alone(work: Work) -> None:
    work.inbox.ingest(BOT, [arrived(1, about=f"m:{CHAT}:1:\ud800")], 2)
    _take(work)
    assert work.inbox.ingest(BOT, [arrived(2, about=f"m:{CHAT}:1:\ud800")], 3) == 0
    assert str(CHAT) not in str(stored(work, InboxRow))


def test_a_clock_that_was_set_back_holds_up_nothing_new(database: Database) -> None:
    with database.work(LATER) as work:
        work.inbox.ingest(BOT, [arrived(1)], 2)
        work.commit()
    with database.work(NOW) as work:
        assert _take(work) == 1


def test_another_bot_may_have_the_same_update(work: Work) -> None:
    work.inbox.ingest(BOT, [arrived(1)], 2)
    assert work.inbox.ingest(BOT + 1, [arrived(1)], 2) == 1


def test_a_repeat_is_known_even_after_the_update_is_done(work: Work) -> None:
    work.inbox.ingest(BOT, [arrived(1)], 2)
    _take(work)
    assert work.inbox.ingest(BOT, [arrived(1)], 2) == 0
    assert work.inbox.claim() is None


def test_a_claim_gives_the_update_as_it_came_and_counts_the_attempt(work: Work) -> None:
    work.inbox.ingest(BOT, [arrived(2**31, raw='{"ü": "\U0001f33f"}')], 9)
    assert work.inbox.claim() == Waiting(1, 2**31, CHAT, '{"ü": "\U0001f33f"}', 1, NOW)
    again = work.inbox.claim()
    assert again is not None
    assert again.attempts == 2


def test_updates_are_worked_off_in_the_order_they_were_received(work: Work) -> None:
    work.inbox.ingest(BOT, [arrived(9), arrived(3, OTHER_CHAT), arrived(5)], 10)
    assert [_take(work) for _ in range(3)] == [9, 3, 5]
    assert work.inbox.claim() is None


def test_a_chat_whose_first_update_waits_for_a_retry_blocks_itself_and_nobody_else(work: Work) -> None:
    work.inbox.ingest(BOT, [arrived(1), arrived(2), arrived(3, OTHER_CHAT)], 4)
    first = work.inbox.claim()
    assert first is not None
    work.inbox.retry(first.id, LATER, "ValueError")
    assert _take(work) == 3
    assert work.inbox.claim() is None


def test_a_retry_comes_back_before_the_rest_of_its_chat(database: Database) -> None:
    with database.work(NOW) as work:
        work.inbox.ingest(BOT, [arrived(1), arrived(2)], 3)
        first = work.inbox.claim()
        assert first is not None
        work.inbox.retry(first.id, LATER, "ValueError")
        work.commit()
    with database.work(LATER) as work:
        again = work.inbox.claim()
        assert again is not None
        assert (again.update_id, again.attempts) == (1, 2)
        work.inbox.done(again.id)
        assert _take(work) == 2


def test_updates_without_a_chat_wait_for_nobody(work: Work) -> None:
    work.inbox.ingest(BOT, [arrived(1, None), arrived(2, None)], 3)
    first = work.inbox.claim()
    assert first is not None
    work.inbox.retry(first.id, LATER, "ValueError")
    assert _take(work) == 2


def test_a_done_update_keeps_nothing_but_what_recognises_it(work: Work) -> None:
    work.inbox.ingest(BOT, [arrived(1)], 2)
    _take(work)
    [row] = stored(work, InboxRow)
    assert (row["raw"], row["chat_id"], row["error"]) == (None, None, None)
    assert (row["bot_id"], row["update_id"], row["state"]) == (BOT, 1, "done")


def test_quarantine_keeps_the_update_and_lets_its_chat_go_on(work: Work) -> None:
    work.inbox.ingest(BOT, [arrived(1, raw="poison"), arrived(2)], 3)
    first = work.inbox.claim()
    assert first is not None
    work.inbox.quarantine(first.id, "ValueError")
    assert _take(work) == 2
    assert work.inbox.waiting() == 0
    assert work.inbox.quarantined() == [Quarantined(first.id, 1, CHAT, "ValueError", NOW)]
    kept = stored(work, InboxRow)[0]
    assert (kept["raw"], kept["error"], kept["state"]) == ("poison", "ValueError", "quarantined")


def test_an_offset_is_stored_with_its_batch_or_not_at_all(database: Database) -> None:
    with database.work(NOW) as work:
        work.inbox.ingest(BOT, [arrived(1)], 2)
    with database.work(NOW + timedelta(seconds=1)) as work:
        assert (work.inbox.offset(BOT), work.inbox.waiting()) == (None, 0)


def _take(work: Work) -> int | None:
    waiting = work.inbox.claim()
    if waiting is None:
        return None
    work.inbox.done(waiting.id)
    return waiting.update_id
