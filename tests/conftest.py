"""How hard the tests try, as options of the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("how hard to try")
    group.addoption("--updates", type=int, default=2_000, help="how many random Updates are taken (default 2000)")
    group.addoption("--kills", type=int, default=30, help="how often the program is killed at random (default 30)")
