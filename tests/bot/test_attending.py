"""That a worker is there: what it takes over from the dead, and what it hears from and tells the living."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from bot.attending import Attendance
from storage.presence import News
from storage.refusals import Busy
from tests.bot.alone import ANOTHER, run, shift
from tests.bot.room import BOT_ID, NOW, Room

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.shift import Shift
    from flows.flow import Flow
    from storage.database import Database
    from storage.work import Work


@dataclass
class Among:
    """A presence among others that does as it is told."""

    has_others: bool = True
    holder: int = 0
    leads: bool = False
    dead: set[int] = field(default_factory=set)
    away: int = 0
    """How often the server cannot be reached from now on."""
    news: list[News] = field(default_factory=list)
    """What the others tell from now on."""
    entered: int = 0
    renewed: int = 0
    closed: bool = False

    def enter(self, holder: int) -> None:
        self.holder = holder
        self._reach()
        self.entered += 1

    def renew(self) -> None:
        self._reach()
        self.renewed += 1

    def is_dead(self, holder: int) -> bool:
        self._reach()
        return holder in self.dead

    def hear(self, seconds: float) -> frozenset[News]:
        self._reach()
        return frozenset([self.news.pop()] if self.news else ())

    def close(self) -> None:
        self.closed = True

    def _reach(self) -> None:
        if self.away:
            self.away -= 1
            raise Busy


@pytest.fixture(autouse=True)
def _in_haste(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.attending.BEAT", 0.01)
    monkeypatch.setattr("bot.attending.BUSY_PAUSE", 0.01)


@pytest.fixture
def room(flow: Flow, database: Database) -> Room:
    return Room(flow, database)


@pytest.fixture
def there() -> Among:
    return Among()


@pytest.fixture
def ours(room: Room, there: Among) -> Iterator[Shift]:
    with shift(room.desk, there) as made:
        yield made


@pytest.fixture
def attendance(ours: Shift) -> Iterator[Attendance]:
    made = Attendance(ours)
    yield made
    made.close()


def in_hand_of_another(room: Room) -> None:
    with room.database.work(NOW) as work:
        work.outbox.put(BOT_ID, None, "sendMessage", {"text": "hello"})
        assert len(work.outbox.claim_some(ANOTHER, 1)) == 1
        work.commit()


def holders(room: Room) -> set[int]:
    with room.database.look(NOW) as work:
        return work.workers.holders()


async def test_who_begins_is_somebody_new_and_takes_over_from_the_dead(
    room: Room, ours: Shift, there: Among, attendance: Attendance
) -> None:
    in_hand_of_another(room)
    there.dead = {ANOTHER}
    await attendance.begin()
    with room.database.look(NOW) as work:
        assert [worker.id for worker in work.workers.all()] == [there.holder]
    assert holders(room) == set()
    assert ours.letters.is_set()
    assert ours.updates.is_set()


async def test_nothing_is_taken_from_the_living(room: Room, attendance: Attendance) -> None:
    in_hand_of_another(room)
    await attendance.begin()
    assert holders(room) == {ANOTHER}


@pytest.mark.parametrize("away", [1, 2, 3])
async def test_a_server_that_goes_away_just_as_one_begins_is_waited_for(
    away: int, room: Room, there: Among, attendance: Attendance
) -> None:
    in_hand_of_another(room)
    there.dead, there.away = {ANOTHER}, away
    reach, calls = there._reach, iter([False, True, True, True])

    def away_after_entering() -> None:
        if next(calls, False):
            reach()

    there._reach = away_after_entering  # type: ignore[method-assign]  # it goes away between two calls
    await attendance.begin()
    assert holders(room) == set()


async def test_who_dies_later_is_noticed_at_the_next_beat(
    room: Room, ours: Shift, there: Among, attendance: Attendance
) -> None:
    await attendance.begin()
    in_hand_of_another(room)
    there.dead = {ANOTHER}
    await run(ours, attendance.attend, lambda: holders(room) == set())


async def test_a_connection_that_is_lost_is_made_again(ours: Shift, there: Among, attendance: Attendance) -> None:
    there.away = 3
    await run(ours, attendance.attend, lambda: there.renewed > 1)


async def test_a_change_that_another_tells_of_is_news_for_open_pages_and_is_not_told_on(
    ours: Shift, there: Among, attendance: Attendance
) -> None:
    there.news = [News.CHANGED]
    await run(ours, attendance.attend, lambda: ours.changed.rings > 0)
    assert ours.changed.own == 0


async def test_updates_that_another_leaves_to_us_are_taken_at_once(
    ours: Shift, there: Among, attendance: Attendance
) -> None:
    there.news = [News.WAITING]
    await run(ours, attendance.attend, ours.updates.is_set)
    assert ours.changed.rings == 0


async def test_who_has_seen_nobody_lately_is_alone(room: Room, ours: Shift, attendance: Attendance) -> None:
    await attendance.begin()
    assert attendance.is_alone
    with room.database.work(NOW) as work:
        work.workers.join(100, "elsewhere")
        work.commit()
    await run(ours, attendance.attend, lambda: not attendance.is_alone)


async def test_what_is_changed_here_is_told_to_the_others_once(
    ours: Shift, attendance: Attendance, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[News, int]] = []

    def remember(_work: Work, news: News, holder: int) -> None:
        told.append((news, holder))

    monkeypatch.setattr("storage.work.Work.tell_others", remember)
    monkeypatch.setattr("bot.attending.TELL_GAP", 0.0)
    ours.changed.ring(told=True)
    ours.changed.ring()
    ours.changed.ring()
    await run(ours, attendance.tell, lambda: bool(told))
    assert told == [(News.CHANGED, ours.holder)]


async def test_one_that_is_alone_tells_nobody(room: Room) -> None:
    with shift(room.desk) as ours:
        attendance = Attendance(ours)
        async with asyncio.timeout(30):
            await attendance.tell()
        attendance.close()


def test_who_leaves_says_so(ours: Shift, there: Among) -> None:
    Attendance(ours).close()
    assert there.closed
