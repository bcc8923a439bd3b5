"""How long the console takes to answer among very many intakes: the queue, every kind of search, one intake."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime

from bot.lasting import lasting
from storage.database import open_database
from tests.benchmarks.cases import p95, questions, timed

GROUPS: Mapping[str, tuple[str, ...]] = {
    "queue": ("first page", "page in the middle", "counts of the stages"),
    "search": ("search",),
    "one intake": ("one intake's screen",),
}
"""What questions are about, by the beginning of their names."""


def asked(url: str, intakes: int, times: int) -> dict[str, dict[str, float | str]]:
    """Milliseconds by group: p95 over all its questions, and of the slowest one, which is named.

    As in the program, whose console this is, what was loaded is not walked by the garbage collector.
    """
    now, took = datetime.now(UTC), dict[str, dict[str, list[float]]]()
    with lasting():
        database = open_database(url)
    with closing(database):
        for question in questions(database, intakes, now, times):
            group = group_of(question.name)
            if group is not None:
                took.setdefault(group, {})[question.name] = timed(database, question, now)[0]
    return {group: _summed_up(by_name) for group, by_name in took.items()}


def group_of(question: str) -> str | None:
    """What the question is about; None where it is asked by no page."""
    return next((group for group, begins in GROUPS.items() if question.startswith(begins)), None)


def _summed_up(took: Mapping[str, list[float]]) -> dict[str, float | str]:
    slowest = max(took, key=lambda name: p95(took[name]))
    every = [each for several in took.values() for each in several]
    return {"p95_ms": p95(every), "slowest_p95_ms": p95(took[slowest]), "slowest": slowest}
