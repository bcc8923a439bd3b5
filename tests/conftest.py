"""How hard the tests try, as options of the command line; and an ear for what is told that must not be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.postgres import Server, served
from tests.silence import Silence

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
WHOLE = frozenset({"benchmarks", "crash", "faults", "journeys", "machine"})
"""Where the whole program is played through: what it passes on the way counts as tested by nobody."""


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("how hard to try")
    group.addoption("--updates", type=int, default=2_000, help="how many random Updates are taken (default 2000)")
    group.addoption("--everywhere", action="store_true", help="make every journey on a server as well")
    group.addoption("--backlog", type=int, default=2_000, help="how many Updates wait after an outage (default 2000)")
    group.addoption("--kills", type=int, default=50, help="how often the program is killed at random (default 50)")
    group.addoption("--machine-examples", type=int, default=0, help="how many lives by chance (default: a few)")


def pytest_configure(config: pytest.Config) -> None:
    silence = Silence()
    silence.listen()
    config.pluginmanager.register(silence, "silence")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.relative_to(HERE).parts[0] in WHOLE:
            item.add_marker(pytest.mark.no_cover)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server, from the first test that asks for it to the last test of all."""
    with served() as running:
        yield running
