"""What the machine begins with: the real flow, and databases with nothing in them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.bot.conftest import database_url, empty_file, flow
from tests.folders import quick_folder
from tests.machine.world import World
from tests.postgres import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flows.flow import Flow

__all__ = ["database_url", "empty_file", "flow"]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "database_url" in metafunc.fixturenames:
        metafunc.parametrize("database_url", KINDS, indirect=True)


@contextmanager
def fresh_file(empty: Path) -> Iterator[str]:
    """The address of a file of one's own, for as long as it is used."""
    with quick_folder() as folder:
        file = folder / "intake.sqlite3"
        file.write_bytes(empty.read_bytes())
        yield f"sqlite:///{file}"


@pytest.fixture(autouse=True)
def nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that is busy is asked again at once."""
    monkeypatch.setattr("bot.scribe.BUSY_PAUSE", 0.0)


@pytest.fixture
def world(flow: Flow, database_url: str) -> Iterator[World]:
    """With one client, Ana, and no program that runs yet."""
    made = World(flow, database_url)
    made.client("Ana")
    yield made
    made.close()
