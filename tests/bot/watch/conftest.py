"""A worker at its post: all is well until a test says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.counts import Counts
from bot.pulse import Pulse
from bot.watch.post import Build, Post
from storage.revision import wanted
from tests.bot.room import BOT_ID, NOW
from tests.bot.watch.asking import Hands

if TYPE_CHECKING:
    from storage.database import Database


@pytest.fixture
def hands() -> Hands:
    """What a test can turn."""
    return Hands(NOW)


@pytest.fixture
def post(database: Database, hands: Hands) -> Post:
    return Post(
        database=database,
        counts=Counts(),
        pulse=Pulse(lambda: hands.now.timestamp()),
        bot_id=BOT_ID,
        form="f0f0",
        started_at=NOW,
        clock=lambda: hands.now,
        leads=lambda: hands.leads,
        is_broken=lambda: hands.is_broken,
        lines_lost=lambda: hands.lines_lost,
    )


@pytest.fixture
def build() -> Build:
    return Build("0.1.0", "f0f0", wanted())
