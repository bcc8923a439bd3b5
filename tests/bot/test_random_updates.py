"""Thousands of random Updates, well-formed and malformed: no unhandled error, and nobody stuck."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.chat.receive import batch
from bot.scribe import Scribe, commit
from bot.shift import Shift
from bot.taking_turns import take_update
from bot.webhook import Outcome, Webhook
from bot.working_off import TakingTurns
from flows.advance import advance
from storage.presence import Alone
from tests.bot.crowd import Crowd
from tests.bot.knocking import PATH, SECRET, post
from tests.bot.room import BOT_ID, NOW, Room
from tests.bot.updates import CLIENT, text
from tests.silence import Silence

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from bot.chat.receive import Batch
    from flows.flow import Flow
    from storage.database import Database
    from storage.outbox import Letter

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

PATIENCE = 60.0
POLLED = 2_000
TOGETHER = 20
"""How many Updates arrive before anything is answered."""
EPOCH = 10_000
"""After so many Updates other clients come, with nothing behind them."""


@pytest.fixture
def room(flow: Flow, database: Database) -> Room:
    return Room(flow, database, advance=advance)


def test_no_polled_update_is_too_strange_and_nobody_is_stuck(room: Room) -> None:
    crowd = Crowd(seed=1, first=CLIENT)
    for number in range(0, POLLED, TOGETHER):
        room.now = NOW + timedelta(seconds=number)
        _receive(room, [crowd.update() for _ in range(TOGETHER)])
        crowd.sees(_letters(room))
    for client in crowd.clients:
        _receive(room, [text("/start", client)])
        assert _was_answered(room, client)
    _nothing_failed(room)


async def test_nothing_posted_is_too_strange_and_nobody_is_stuck(
    room: Room, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    number, told = request.config.getoption("updates"), Counter[Outcome]()
    async with _working(room, told) as program:
        for first in range(0, number, EPOCH):
            crowd = Crowd(seed=2 + first, first=CLIENT + first)
            for at in range(first, min(first + EPOCH, number), TOGETHER):
                room.now = NOW + timedelta(seconds=at)
                await program.takes([crowd.body() for _ in range(TOGETHER)])
                crowd.sees(_letters(room))
            await program.takes([json.dumps(text("/start", client)).encode() for client in crowd.clients])
            assert {letter.chat_id for letter in _letters(room) if letter.method == "sendMessage"} == {*crowd.clients}
            _nothing_failed(room)
            _let_go_of_the_log(request, capsys)
    assert set(told) == {Outcome.STORED, Outcome.REPEATED, Outcome.UNREAD}
    assert sum(told.values()) >= number


@dataclass(frozen=True, slots=True)
class Program:
    """What a worker behind a webhook does: it stores what is posted, and takes it."""

    app: Webhook
    shift: Shift
    told: Counter[Outcome]

    async def takes(self, bodies: Sequence[bytes]) -> None:
        """All of these at once, until each that is new has had its Turn; each is answered well."""
        changed, begun = self.shift.changed, self._stored() - self.shift.changed.rings
        answers = await asyncio.gather(*(post(self.app, body) for body in bodies))
        assert set(answers) == {200}, [body for body, status in zip(bodies, answers, strict=True) if status != 200]
        self.shift.updates.set()
        async with asyncio.timeout(PATIENCE):
            while (heard := changed.rings) + begun < self._stored():
                await changed.wait(heard)

    def _stored(self) -> int:
        return self.told[Outcome.STORED] + self.told[Outcome.UNREAD]


@asynccontextmanager
async def _working(room: Room, told: Counter[Outcome]) -> AsyncIterator[Program]:
    presence, scribe = Alone(), Scribe(room.database, lambda: room.now)
    presence.enter(1)
    shift = Shift(room.desk, scribe, presence)

    async def store(found: Batch) -> int:
        return await scribe.write(lambda work: work.inbox.ingest(BOT_ID, found.arrived))

    app = Webhook(PATH, (SECRET.encode(),), store, lambda outcome: told.update((outcome,)))
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(TakingTurns(shift).run())
            yield Program(app, shift, told)
            shift.stop()
    finally:
        scribe.close()


def _let_go_of_the_log(request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> None:
    """What a million Updates have the program log is too much to keep until the end; it is looked through before."""
    silence = request.config.pluginmanager.get_plugin("silence")
    assert isinstance(silence, Silence)
    silence.pytest_runtest_teardown(request.node)
    silence.heard.clear()
    capsys.readouterr()


def _receive(room: Room, updates: Sequence[object]) -> None:
    found = batch(list(updates))
    commit(room.database, room.now, lambda work: work.inbox.ingest(BOT_ID, found.arrived, found.next_offset))
    while take_update(room.desk, room.now):
        pass


def _letters(room: Room) -> list[Letter]:
    """What is to be sent by now; it counts as sent."""
    found: list[Letter] = []
    with room.database.work(room.now) as work:
        while letters := work.outbox.claim_some(1, 100):
            for letter in letters:
                work.outbox.sent(letter.id, None)
            found.extend(letters)
        work.commit()
    return found


def _was_answered(room: Room, client: int) -> bool:
    return any(letter.chat_id == client and letter.method == "sendMessage" for letter in _letters(room))


def _nothing_failed(room: Room) -> None:
    """Nothing is left, and what was given up was unreadable: no Turn raised."""
    with room.database.look(room.now) as work:
        assert work.inbox.waiting() == 0
        assert {row.error for row in work.inbox.quarantined()} <= {"Unreadable"}
