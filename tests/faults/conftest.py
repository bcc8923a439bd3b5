"""What every fault is tried on: a room with its own database, of either kind, and loops that soon lose patience."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from storage.database import open_database
from tests.bot.conftest import database_url, empty_file, flow
from tests.bot.room import Room
from tests.journeys.conftest import clinic, wording
from tests.postgres import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.flow import Flow

__all__ = ["clinic", "database_url", "empty_file", "flow", "wording"]

ON_A_FILE = frozenset({"test_disk", "test_exit_codes", "test_file", "test_logs_full"})
"""Where a fault is one of a file, or the database makes no difference."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    name = metafunc.module.__name__.rpartition(".")[2]
    if "database_url" in metafunc.fixturenames and name not in ON_A_FILE:
        metafunc.parametrize("database_url", KINDS, indirect=True)


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits for long, and everything is looked at often."""
    monkeypatch.setattr("storage.sqlite.WAITS_MS", 20)
    monkeypatch.setattr("bot.scribe.BUSY_PAUSE", 0.02)
    monkeypatch.setattr("bot.attending.BUSY_PAUSE", 0.02)
    monkeypatch.setattr("bot.attending.BEAT", 0.05)


@pytest.fixture
def room(flow: Flow, database_url: str, hasty: None) -> Iterator[Room]:
    with closing(open_database(database_url)) as database:
        yield Room(flow, database)
