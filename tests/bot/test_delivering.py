"""The loop from the outbox to Telegram: some chats at once, each in its order, and what a stop does to it."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event
from telegram.ext import ExtBot

from bot.chat.gateway import Gateway, Outcome, Parked, RetryAt, Sent, TelegramRefuses
from bot.delivering import IN_FLIGHT, Delivery
from bot.ledger import Ledger
from storage.marks import Mark
from storage.outbox import TAP_ANSWER
from tests.bot.alone import ME, run, shift
from tests.bot.room import BOT_ID, NOW, Room

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.shift import Shift
    from flows.flow import Flow
    from storage.database import Database
    from storage.outbox import Letter

LOOK = "SELECT state, attempts, holder FROM outbox ORDER BY id"


@dataclass
class Post:
    """A gateway that does as it is told, and remembers what it was given."""

    outcomes: dict[str, list[Outcome | Exception]] = field(default_factory=dict)
    """By text, what comes of each try; it is sent where nothing is said."""
    slow: frozenset[str] = frozenset()
    """Texts that never get an answer."""
    given: list[str] = field(default_factory=list)
    under_way: int = 0
    most: int = 0

    async def send(self, letter: Letter) -> Outcome:
        text = str(letter.params["text"])
        self.given.append(text)
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        try:
            await asyncio.sleep(3600 if text in self.slow else 0.001)
        finally:
            self.under_way -= 1
        outcome = self.outcomes[text].pop(0) if self.outcomes.get(text) else Sent(7)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


class Sending(Gateway):
    """Hands every Letter to a Post."""

    def __init__(self, post: Post) -> None:
        super().__init__(ExtBot("700:nowhere"))
        object.__setattr__(self, "send", post.send)


@pytest.fixture
def room(flow: Flow, database: Database) -> Room:
    return Room(flow, database)


@pytest.fixture
def ours(room: Room) -> Iterator[Shift]:
    with shift(room.desk) as made:
        yield made


def put(room: Room, *letters: tuple[int, str], method: str = "sendMessage") -> None:
    with room.database.work(NOW) as work:
        for chat_id, words in letters:
            work.outbox.put(chat_id, None, method, {"text": words})
        work.commit()


def delivery(room: Room, ours: Shift, post: Post, per_second: float = 0.0) -> Delivery:
    return Delivery(ours, Sending(post), Ledger(room.desk, BOT_ID), per_second)


def rows(room: Room) -> list[tuple[str, int, int | None]]:
    with room.database.look(NOW) as work:
        found = work.outbox.connection.exec_driver_sql(LOOK).all()
    return [(row.state, row.attempts, row.holder) for row in found]


def over(room: Room) -> bool:
    return all(state in ("sent", "dead") for state, _, _ in rows(room))


async def test_within_a_chat_it_is_one_at_a_time_and_in_order(room: Room, ours: Shift) -> None:
    post = Post()
    put(room, (1, "a"), (1, "b"), (1, "c"))
    await run(ours, delivery(room, ours, post).run, lambda: over(room))
    assert post.given == ["a", "b", "c"]
    assert post.most == 1


async def test_a_tap_is_answered_beside_what_is_said(room: Room, ours: Shift, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.delivering.GRACE", 0.01)
    post = Post(slow=frozenset({"tap"}))
    put(room, (1, "tap"), method=TAP_ANSWER)
    put(room, (1, "a"), (1, "b"))
    await run(ours, delivery(room, ours, post).run, lambda: [state for state, _, _ in rows(room)][1:] == ["sent"] * 2)
    assert post.given == ["tap", "a", "b"]
    assert post.most == 2


async def test_one_is_marked_and_the_next_of_its_chat_claimed_at_one_stroke(room: Room, ours: Shift) -> None:
    post, commits = Post(), Counter[str]()
    event.listen(room.database._engine, "commit", lambda _: commits.update(post.given[-1:]))
    put(room, *((1, words) for words in "abcd"))
    await run(ours, delivery(room, ours, post).run, lambda: over(room))
    assert (commits["b"], commits["c"]) == (1, 1)


async def test_so_many_chats_are_written_to_at_once_and_no_more(room: Room, ours: Shift) -> None:
    post = Post()
    put(room, *((chat, str(chat)) for chat in range(3 * IN_FLIGHT)))
    await run(ours, delivery(room, ours, post).run, lambda: over(room))
    assert sorted(post.given, key=int) == [str(chat) for chat in range(3 * IN_FLIGHT)]
    assert 1 < post.most <= IN_FLIGHT


async def test_one_that_is_to_be_sent_again_holds_up_its_chat_alone(room: Room, ours: Shift) -> None:
    post = Post({"a": [RetryAt(60)]})
    put(room, (1, "a"), (1, "b"), (2, "c"))
    await run(ours, delivery(room, ours, post).run, lambda: rows(room)[2][0] == "sent" and rows(room)[0][2] is None)
    assert rows(room)[:2] == [("due", 1, None), ("due", 0, None)]
    assert sorted(post.given) == ["a", "c"]


async def test_being_told_to_wait_is_no_attempt(room: Room, ours: Shift) -> None:
    post = Post({"a": [RetryAt(60, counts=False)]})
    put(room, (1, "a"))
    await run(ours, delivery(room, ours, post).run, lambda: rows(room) == [("due", 0, None)] and bool(post.given))


async def test_who_blocks_us_is_written_to_no_more(room: Room, ours: Shift) -> None:
    post = Post({"a": [Parked()]})
    put(room, (1, "a"), (1, "b"), (2, "c"))
    await run(ours, delivery(room, ours, post).run, lambda: rows(room)[2][0] == "sent" and rows(room)[0][2] is None)
    assert [state for state, _, _ in rows(room)] == ["due", "due", "sent"]
    assert sorted(post.given) == ["a", "c"]


async def test_while_all_is_held_nothing_leaves(room: Room, ours: Shift) -> None:
    post = Post()
    put(room, (1, "a"))
    with room.database.work(NOW) as work:
        work.marks.set(Mark.HELD, "restored")
        work.commit()
    claims: list[bool] = []
    loop = delivery(room, ours, post)
    ours.letters.set()
    task = asyncio.create_task(loop.run())
    while len(claims) < 3:
        claims.append(not post.given)
        ours.letters.set()
        await ours.scribe.write(lambda work: None)
    ours.stop()
    await task
    assert post.given == []
    assert rows(room) == [("due", 0, None)]


async def test_what_is_in_our_hand_by_name_only_is_sent_though_much_else_waits(room: Room, ours: Shift) -> None:
    post = Post()
    put(room, (1, "claimed by a commit of which nobody heard"))
    with room.database.work(NOW) as work:
        assert len(work.outbox.claim_some(ME, 1)) == 1
        work.commit()
    put(room, *((chat, str(chat)) for chat in range(2, 4 * IN_FLIGHT)))
    await run(ours, delivery(room, ours, post).run, lambda: over(room))
    assert len(post.given) == len(set(post.given)) == len(rows(room))


async def test_taking_stock_lets_go_of_nothing_that_is_being_sent(
    room: Room, ours: Shift, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.delivering.STOCK", 0.0)
    monkeypatch.setattr("bot.delivering.GRACE", 0.01)
    post = Post(slow=frozenset({"slow"}))
    put(room, (1, "slow"), *((chat, str(chat)) for chat in range(2, 3 * IN_FLIGHT)))
    await run(ours, delivery(room, ours, post).run, lambda: len(post.given) == len(rows(room)))
    assert post.given.count("slow") == 1


async def test_a_stop_waits_for_what_is_being_sent_but_not_for_ever(
    room: Room, ours: Shift, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.delivering.GRACE", 0.01)
    post = Post(slow=frozenset({"slow"}))
    put(room, (1, "slow"), (1, "behind it"))
    await run(ours, delivery(room, ours, post).run, lambda: post.given == ["slow"])
    # Nobody knows whether it arrived: whoever works next has it due again.
    assert rows(room) == [("in_flight", 1, ME), ("due", 0, None)]


async def test_a_bad_token_ends_it(room: Room, ours: Shift) -> None:
    post = Post({"a": [TelegramRefuses("bad token")]})
    put(room, (1, "a"))
    with pytest.raises(ExceptionGroup) as failed:
        await run(ours, delivery(room, ours, post).run, lambda: False)
    assert failed.group_contains(TelegramRefuses)


async def test_letters_leave_no_faster_than_the_pace(room: Room, ours: Shift) -> None:
    post, clock = Post(), asyncio.get_running_loop().time
    put(room, *((chat, str(chat)) for chat in range(5)))
    began = clock()
    await run(ours, delivery(room, ours, post, per_second=50).run, lambda: over(room))
    assert clock() - began >= 4 / 50
