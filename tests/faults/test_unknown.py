"""An answer of Telegram's that does not come in time, or makes no sense: nobody knows whether the message arrived."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.running import a_cloud, program
from tests.faults.resting import heard, is_at_rest

if TYPE_CHECKING:
    from tests.bot.room import Room


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer may take half a second."""
    monkeypatch.setattr("bot.chat.request.AiohttpRequest.__init__.__defaults__", (0.5, 16))


async def test_an_answer_that_comes_too_late_has_the_message_sent_again_and_nothing_else(
    room: Room, impatient: None
) -> None:
    cloud, phone = a_cloud()
    late = cloud.faults.slow(1.0, method="sendMessage")
    async with program(room, cloud, phone) as running:
        phone.send("a")
        # The stand-in goes on with the first call though nobody waits for its answer any more.
        await running.hears(*[room.words("nudge")] * 2)
        await running.until(lambda: is_at_rest(room))
        assert late not in cloud.faults.planned
        phone.send("b")
        await running.until(lambda: heard(room) == ["a", "b"] and is_at_rest(room))
        assert running.said == [room.words("nudge")] * 3


async def test_an_answer_without_sense_is_asked_for_again_and_taken_once(room: Room) -> None:
    cloud, phone = a_cloud()
    cloud.faults.garble(method="sendMessage")
    cloud.faults.garble(method="getUpdates")
    async with program(room, cloud, phone) as running:
        phone.send("a")
        await running.hears(*[room.words("nudge")] * 2)
        await running.until(lambda: is_at_rest(room))
        assert heard(room) == ["a"]
