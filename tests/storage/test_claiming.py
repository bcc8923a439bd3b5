"""Tests of many who claim at once: nobody has what another has, and each chat goes in its order."""

from collections import defaultdict
from collections.abc import Callable
from contextlib import closing
from threading import Lock, Thread

import pytest

from storage.database import Database, open_database
from storage.work import Work
from tests.postgres import Server
from tests.storage.given import BOT, LATER, NOW, arrived

CHATS, EACH, CLAIMERS, MOST = 25, 40, 4, 3
OTHER_WAYS = ("hashagg", "hashjoin", "mergejoin", "sort", "indexscan", "bitmapscan", "material")


class Ledger:
    """What was begun and ended, by whichever thread, as it happened."""

    def __init__(self) -> None:
        self.done: dict[int, list[int]] = defaultdict(list)
        self.clashes: list[int] = []
        self._held: set[int] = set()
        self._lock = Lock()

    def begin(self, chat_ids: list[int]) -> None:
        with self._lock:
            self.clashes += [chat_id for chat_id in chat_ids if chat_id in self._held or chat_ids.count(chat_id) > 1]
            self._held.update(chat_ids)

    def end(self, rows: list[tuple[int, int]]) -> None:
        with self._lock:
            for chat_id, row_id in rows:
                self._held.discard(chat_id)
                self.done[chat_id].append(row_id)


def updates(database: Database, ledger: Ledger, holder: int) -> bool:
    with database.work(NOW) as work:
        claimed = work.inbox.claim_some(holder, MOST)
        work.commit()
    assert len(claimed) <= MOST
    rows = [(each.chat_id or 0, each.id) for each in claimed]
    ledger.begin([chat_id for chat_id, _ in rows])
    with database.work(NOW) as work:
        for each in claimed:
            work.alone_with(each.chat_id or 0)
            assert work.inbox.done(each.id, holder)
        # Told before anybody can take the next ones.
        ledger.end(rows)
        work.commit()
    return bool(rows)


def letters(database: Database, ledger: Ledger, holder: int) -> bool:
    with database.work(NOW) as work:
        claimed = work.outbox.claim_some(holder, MOST)
        work.commit()
    assert len(claimed) <= MOST
    rows = [(each.chat_id, each.id) for each in claimed]
    ledger.begin([chat_id for chat_id, _ in rows])
    with database.work(NOW) as work:
        for each in claimed:
            work.outbox.sent(each.id, 1)
        ledger.end(rows)
        work.commit()
    return bool(rows)


@pytest.mark.parametrize(
    ("take", "waiting"), [(updates, lambda work: work.inbox.waiting()), (letters, lambda work: work.outbox.waiting())]
)
def test_a_thousand_are_each_taken_once_in_order_and_never_two_of_a_chat(
    url: str, take: Callable[[Database, Ledger, int], bool], waiting: Callable[[Work], int]
) -> None:
    database, ledger, trouble = open_database(url), Ledger(), list[BaseException]()
    with database.work(NOW) as work:
        _fill(work)
        work.commit()

    def run(holder: int) -> None:
        own = open_database(url)
        try:
            while any(take(own, ledger, holder) for _ in range(3)) or _waits(own, waiting):
                pass
        except BaseException as error:
            trouble.append(error)
        own.close()

    threads = [Thread(target=run, args=(holder,)) for holder in range(1, CLAIMERS + 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    database.close()
    assert trouble == []
    assert ledger.clashes == []
    assert sum(map(len, ledger.done.values())) == CHATS * EACH
    assert all(rows == sorted(set(rows)) for rows in ledger.done.values())


def _fill(work: Work) -> None:
    batch = [arrived(number, 1 + number % CHATS) for number in range(CHATS * EACH)]
    work.inbox.ingest(BOT, batch, len(batch))
    for number in range(CHATS * EACH):
        work.outbox.put(1 + number % CHATS, None, "sendMessage", {"text": "hi"})


def _waits(database: Database, waiting: Callable[[Work], int]) -> bool:
    with database.look(NOW) as work:
        return waiting(work) > 0


def test_whatever_way_a_server_goes_no_more_is_claimed_than_was_asked_for(server: Server) -> None:
    """Where tables are small it may look for the ones to claim once for each row that there is."""
    with server.database() as url, closing(open_database(url)) as database, database.work(NOW) as work:
        _fill(work)
        for way in OTHER_WAYS:
            work.inbox.connection.exec_driver_sql(f"SET LOCAL enable_{way} = off")
        assert len(work.inbox.claim_some(7, MOST)) == MOST
        assert len(work.outbox.claim_some(7, MOST)) == MOST


@pytest.mark.parametrize("new_first", [True, False])
def test_what_was_tried_before_is_taken_alone(work: Work, new_first: bool) -> None:
    work.inbox.ingest(BOT, [arrived(number, number) for number in (1, 2, 3)], 4)
    first = work.inbox.claim(7)
    assert first is not None
    work.workers.free(7)
    taken = [work.inbox.claim_some(8, 9, new_first) for _ in range(3)]
    together, alone = [(2, 1), (3, 1)], [(1, 2)]
    expected = [together, alone, []] if new_first else [alone, together, []]
    assert [[(each.update_id, each.attempts) for each in some] for some in taken] == expected


def test_what_another_has_in_hand_meanwhile_cannot_be_ended(work: Work) -> None:
    work.inbox.ingest(BOT, [arrived(1)], 2)
    mine = work.inbox.claim(7)
    assert mine is not None
    work.workers.free(7)
    assert work.inbox.claim(8) is not None
    assert not work.inbox.done(mine.id, 7)
    assert work.inbox.waiting() == 1
    assert work.inbox.done(mine.id, 8)
    assert not work.inbox.done(mine.id, 8)


def test_what_was_put_back_was_never_tried(work: Work) -> None:
    work.inbox.ingest(BOT, [arrived(1)], 2)
    (mine,) = work.inbox.claim_some(7, 9)
    assert not work.inbox.put_back(mine.id, NOW, 8)
    assert work.inbox.put_back(mine.id, NOW, 7)
    assert work.workers.holders() == set()
    (again,) = work.inbox.claim_some(8, 9)
    assert (again.id, again.attempts) == (mine.id, 1)


def test_a_letter_that_is_over_stays_over(work: Work) -> None:
    number = work.outbox.put(5, None, "sendMessage", {"text": "hi"})
    assert work.outbox.claim(7) is not None
    work.outbox.sent(number, 99)
    work.outbox.retry(number, LATER, counts=True)
    work.outbox.dead(number, "too late")
    assert work.outbox.claim(8) is None
    assert (work.outbox.waiting(), work.outbox.lost()) == (0, [])


def test_a_chat_waits_for_its_letter_in_flight_whoever_has_it(work: Work) -> None:
    for _ in range(2):
        work.outbox.put(5, None, "sendMessage", {"text": "hi"})
    (first,) = work.outbox.claim_some(7, 9)
    assert work.outbox.claim_some(8, 9) == []
    work.outbox.sent(first.id, 1)
    assert len(work.outbox.claim_some(8, 9)) == 1
