"""The loop from the inbox to Turns: who is taken when, and what becomes of one that fails."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest

from bot.breaker import CHATS
from bot.chat.receive import batch
from bot.shift import rest
from bot.taking_turns import give_back
from bot.working_off import SHARE, TakingTurns
from flows.model import Typed
from storage.inbox import Inbox, Waiting
from storage.presence import News
from tests.bot.alone import ANOTHER, ME, PATIENCE, run, shift
from tests.bot.room import BOT_ID, NOW, Room, Script
from tests.bot.updates import CLIENT, text

if TYPE_CHECKING:
    from datetime import date

    from flows.flow import Flow
    from flows.model import Input, Intake, Step
    from storage.database import Database

LOOK = "SELECT state, attempts, holder FROM inbox ORDER BY id"


class Choosy(Script):
    """Fails at whatever begins like this, however often it is tried."""

    def __call__(self, flow: Flow, intake: Intake, given: Input, today: date) -> Step:
        taken = super().__call__(flow, intake, given, today)
        if isinstance(given, Typed) and given.text.startswith("bad"):
            raise ZeroDivisionError
        return taken


@pytest.fixture
def room(flow: Flow, database: Database) -> Room:
    return Room(flow, database, Choosy())


@pytest.fixture(autouse=True)
def _in_haste(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.working_off.REST", 0.01)


def store(room: Room, *words: tuple[int, str]) -> None:
    """These chats have written this."""
    with room.database.work(NOW) as work:
        work.inbox.ingest(BOT_ID, batch([text(said, chat_id) for chat_id, said in words]).arrived)
        work.commit()


def hand_to(room: Room, holder: int) -> None:
    """All that waits is in this worker's hand."""
    with room.database.work(NOW) as work:
        work.inbox.connection.exec_driver_sql(f"UPDATE inbox SET holder = {holder} WHERE state = 'waiting'")
        work.commit()


def rows(room: Room) -> list[tuple[str, int, int | None]]:
    with room.database.look(NOW) as work:
        found = work.inbox.connection.exec_driver_sql(LOOK).all()
    return [(row.state, row.attempts, row.holder) for row in found]


def waiting(room: Room) -> int:
    return sum(state == "waiting" for state, _, _ in rows(room))


def taken(room: Room) -> list[str]:
    return [given.text for given in room.script.inputs if isinstance(given, Typed)]


async def test_chats_are_taken_together_and_each_in_its_order(room: Room) -> None:
    store(room, (1, "1a"), (1, "1b"), (2, "2a"), (2, "2b"), (1, "1c"))
    with shift(room.desk) as ours:
        await run(ours, TakingTurns(ours).run, lambda: waiting(room) == 0)
    assert [words for words in taken(room) if words[0] == "1"] == ["1a", "1b", "1c"]
    assert [words for words in taken(room) if words[0] == "2"] == ["2a", "2b"]


async def test_pages_are_told_of_a_turn_and_nobody_looks_twice_for_what_it_says(room: Room) -> None:
    store(room, (1, "hello"))
    with shift(room.desk) as ours:
        await run(ours, TakingTurns(ours).run, lambda: ours.changed.own > 0)
        assert (ours.changed.own, ours.changed.unseen) == (1, 0)
        assert ours.letters.is_set()


@pytest.mark.parametrize("is_alone", [True, False])
async def test_who_is_not_alone_leaves_some_to_the_others_and_tells_them(
    room: Room, is_alone: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[News] = []
    claimed: list[int] = []
    claim_some = Inbox.claim_some

    def remember(inbox: Inbox, holder: int, most: int, new_first: bool = True) -> list[Waiting]:
        found = claim_some(inbox, holder, most, new_first)
        claimed.append(len(found))
        return found

    monkeypatch.setattr(Inbox, "claim_some", remember)
    monkeypatch.setattr("storage.work.Work.tell_others", lambda _work, news, _holder: told.append(news))
    store(room, *((chat, "hello") for chat in range(1, SHARE + 2)))
    with shift(room.desk) as ours:
        await run(ours, TakingTurns(ours, lambda: is_alone).run, lambda: waiting(room) == 0)
    assert [count for count in claimed if count] == ([SHARE + 1] if is_alone else [SHARE, 1])
    assert told == ([] if is_alone else [News.WAITING])


async def test_nothing_is_in_hand_after_a_stop(room: Room) -> None:
    store(room, *((chat, "hello") for chat in range(1, 100)))
    with shift(room.desk) as ours:
        await run(ours, TakingTurns(ours).run, lambda: waiting(room) < 99)
    assert {holder for _, _, holder in rows(room)} == {None}
    assert all(attempts <= 1 for _, attempts, _ in rows(room))


async def test_what_is_in_our_hand_by_name_only_is_taken_though_much_else_waits(room: Room) -> None:
    store(room, (CLIENT, "claimed by a commit of which nobody heard"))
    hand_to(room, ME)
    store(room, *((chat, "hello") for chat in range(1, 50)))
    with shift(room.desk) as ours:
        await run(ours, TakingTurns(ours).run, lambda: waiting(room) == 0)
    assert len(taken(room)) == 50


async def test_what_another_has_in_hand_is_left_to_it(room: Room) -> None:
    store(room, (CLIENT, "hello"))
    hand_to(room, ANOTHER)
    store(room, (1, "hello"))
    with shift(room.desk) as ours:
        await run(ours, TakingTurns(ours).run, lambda: waiting(room) == 1)
    assert rows(room)[0] == ("waiting", 0, ANOTHER)


@pytest.mark.parametrize("raising", [False, True])
async def test_of_what_another_took_over_meanwhile_nothing_is_done(room: Room, raising: bool) -> None:
    store(room, (CLIENT, "bad" if raising else "good"))
    passed: list[str] = []

    def take_over(point: str) -> None:
        passed.append(point)
        if point == "turn.claimed":
            hand_to(room, ANOTHER)

    with shift(replace(room.desk, passing=take_over)) as ours:
        await run(ours, TakingTurns(ours).run, lambda: "turn.committed" in passed)
    assert rows(room) == [("waiting", 1, ANOTHER)]
    assert room.letters() == []


async def test_one_that_fails_too_often_is_given_up_and_apologised_for_once(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.taking_turns.ATTEMPTS", 1)
    store(room, (CLIENT, "bad"))
    with shift(room.desk) as ours:
        await run(ours, TakingTurns(ours).run, lambda: rows(room)[0][0] == "quarantined")
    assert len(room.letters()) == 1


async def test_what_comes_behind_one_that_was_given_up_is_taken_though_nobody_wakes_us(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.taking_turns.ATTEMPTS", 1)
    monkeypatch.setattr("bot.working_off.rest", partial(rest, seconds=2 * PATIENCE))
    store(room, (CLIENT, "bad"), (CLIENT, "good"))
    with shift(room.desk) as ours:
        await run(ours, TakingTurns(ours).run, lambda: waiting(room) == 0)
        assert ours.letters.is_set()
    assert taken(room)[-1] == "good"


async def test_giving_up_a_second_time_says_nothing_again(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.taking_turns.ATTEMPTS", 1)
    store(room, (CLIENT, "bad"))
    with room.database.work(NOW) as work:
        [waiting] = work.inbox.claim_some(ME, 1)
        for _ in range(2):
            give_back(room.desk, waiting, ME, ZeroDivisionError(), work)
        work.commit()
    assert len(room.letters()) == 1


async def test_putting_back_a_second_time_takes_back_no_other_attempt(room: Room) -> None:
    store(room, (CLIENT, "bad"))
    with room.database.work(NOW) as work:
        [waiting] = work.inbox.claim_some(ME, 1)
        assert work.inbox.put_back(waiting.id, NOW, ME)
        assert not work.inbox.put_back(waiting.id, NOW, ME)
        assert work.inbox.claim_some(ME, 1) == [waiting]


async def test_while_everything_fails_nothing_is_given_up(room: Room) -> None:
    chats = range(1, 2 * CHATS + 1)
    store(room, *((chat, f"bad {chat}") for chat in chats))
    with shift(room.desk) as ours:
        taking = TakingTurns(ours)
        await run(ours, taking.run, lambda: {(0, None), (1, None)} == {row[1:] for row in rows(room)})
        assert taking.breaker.is_open
    assert [attempts for _, attempts, _ in rows(room)] == [1] * (CHATS - 1) + [0] * (CHATS + 1)
    assert {state for state, _, _ in rows(room)} == {"waiting"}
    assert set(taken(room)) == {f"bad {chat}" for chat in chats}
    assert room.letters() == []


async def test_some_that_fail_do_not_stop_everybody_else(room: Room) -> None:
    store(room, *((chat, "bad") for chat in range(1, CHATS + 1)))
    with shift(room.desk) as ours:
        taking = TakingTurns(ours)
        await run(ours, taking.run, lambda: taking.breaker.is_open)
    store(room, (CLIENT, "good"))
    with shift(room.desk) as ours:
        again = TakingTurns(ours)
        again.breaker = taking.breaker
        await run(ours, again.run, lambda: "good" in taken(room))
        assert not again.breaker.is_open
