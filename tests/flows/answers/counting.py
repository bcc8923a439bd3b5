"""What reading a text costs in units that are the same on every machine: calls, and characters handed to patterns."""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

import pytest

METHODS = frozenset({"search", "match", "fullmatch", "finditer", "findall", "sub", "split"})


@dataclass(slots=True)
class Work:
    """What was done so far."""

    calls: int = 0
    characters: int = 0

    @property
    def total(self) -> int:
        return self.calls + self.characters


class CountedPattern:
    """A pattern that counts the characters it is handed."""

    def __init__(self, pattern: re.Pattern[str], work: Work) -> None:
        self._pattern, self._work = pattern, work

    def __getattr__(self, name: str) -> object:
        method = getattr(self._pattern, name)
        return self._counting(name, method) if name in METHODS else method

    def _counting(self, name: str, method: Callable[..., object]) -> Callable[..., object]:
        def counted(*given: str) -> object:
            self._work.characters += len(given[1] if name == "sub" else given[0])
            return method(*given)

        return counted


@contextmanager
def counting(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Callable[[], object]], int]]:
    """A function that says what a task costs, while every pattern of the readers is counted."""
    work = Work()
    with monkeypatch.context() as patched:
        for name, module in list(sys.modules.items()):
            if name.startswith("flows.answers"):
                for each, value in list(vars(module).items()):
                    if isinstance(value, re.Pattern):
                        patched.setattr(module, each, CountedPattern(value, work))
        yield lambda task: _cost(task, work)


def _cost(task: Callable[[], object], work: Work) -> int:
    before = work.total

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        work.calls += event in ("call", "c_call")

    watched = sys.getprofile()
    # Whoever watches the collector of garbage is called by it, at any moment.
    gc.disable()
    sys.setprofile(count)
    try:
        task()
    finally:
        sys.setprofile(watched)
        gc.enable()
    return work.total - before
