"""More than can be done at once: a day's backlog, and one chat that drowns all others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.chat.receive import batch
from bot.desk import Desk
from bot.scribe import commit, utc_now
from bot.taking_turns import take
from bot.working_off import TOGETHER
from tests.bot.room import BOT_ID
from tests.bot.updates import text
from tests.faults.resting import told

if TYPE_CHECKING:
    from storage.work import Work
    from tests.bot.room import Room

LOUD = 6_000_000_000
QUIET = tuple(range(6_000_000_001, 6_000_000_021))
HOLDER = 7


@pytest.fixture
def backlog(request: pytest.FixtureRequest) -> int:
    count = request.config.getoption("backlog")
    assert isinstance(count, int)
    return count


def arrive(room: Room, chats: list[int]) -> None:
    """One Update for each, in this order, whose text says where it stands."""
    arrived = batch([text(str(number), chat) for number, chat in enumerate(chats)]).arrived
    commit(room.database, room.now, lambda work: work.inbox.ingest(BOT_ID, arrived, 1))


def one_round(desk: Desk, room: Room, rounds: int) -> list[int]:
    """What one commit of the loop does: claims, and takes what it has claimed; says whose they were."""

    def both(work: Work) -> list[int]:
        waiting = work.inbox.claim_some(HOLDER, TOGETHER, rounds % 2 == 0)
        for each in waiting:
            take(desk, each, HOLDER, work)
        return [each.chat_id or 0 for each in waiting]

    return commit(room.database, room.now, both)


def worked_off(room: Room) -> list[int]:
    """Take all that waits; whose they were, in order."""
    desk, taken, rounds = room.desk, list[int](), 0
    while done := one_round(desk, room, rounds):
        taken += done
        rounds += 1
    return taken


def test_a_chat_that_floods_us_holds_up_nobody_else(room: Room, backlog: int) -> None:
    flood = backlog // 4
    arrive(room, [LOUD] * flood + list(QUIET) * 2)
    taken = worked_off(room)
    last = max(number for number, chat in enumerate(taken) if chat != LOUD)
    assert taken[: last + 1].count(LOUD) <= 3, "each of the others is answered after a few of the flood's"
    assert len(taken) == flood + 2 * len(QUIET)
    assert [int(each) for each, chat in zip(told(room), taken, strict=True) if chat == LOUD] == list(range(flood))


def test_a_days_backlog_is_worked_off_in_the_order_of_each_chat(room: Room, backlog: int) -> None:
    chats = [LOUD + number * 7919 % 997 for number in range(backlog)]
    arrive(room, chats)
    taken = worked_off(room)
    seen = told(room)
    assert sorted(int(each) for each in seen) == list(range(backlog))
    for chat in set(chats):
        mine = [int(each) for each, whose in zip(seen, taken, strict=True) if whose == chat]
        assert mine == sorted(mine)
    with room.database.look(utc_now()) as work:
        assert (work.inbox.waiting(), work.workers.holders(), work.inbox.quarantined()) == (0, set(), [])
