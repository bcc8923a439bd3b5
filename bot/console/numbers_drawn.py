"""The charts of the page of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.console.amounts import lasting, share
from bot.console.charts import Bar, Columns, bars, counted, timed
from storage.reports import Ending

if TYPE_CHECKING:
    from bot.console.numbers_named import Names
    from storage.reports import Figures, Numbers


@dataclass(frozen=True, slots=True)
class Charts:
    endings: Columns
    questions: tuple[Bar, ...]
    took: Columns
    response: Columns
    verdicts: Columns
    next_steps: tuple[Bar, ...]
    sources: tuple[Bar, ...]


def drawn(labels: Sequence[str], numbers: Numbers, names: Names) -> Charts:
    weeks, total = numbers.weeks, numbers.total
    verdicts = names.verdicts(total.verdicts)
    return Charts(
        endings=counted(labels, [_endings(week) for week in weeks]),
        questions=_questions(total, names),
        took=timed(labels, [(week.took,) for week in weeks], lasting),
        response=timed(labels, [(week.response.middle, week.response.slow) for week in weeks], lasting),
        verdicts=counted(labels, [tuple(week.verdicts.get(key, 0) for key in verdicts) for week in weeks]),
        next_steps=_next_steps(total, names),
        sources=_sources(total, names),
    )


def _endings(week: Figures) -> tuple[int, int, int]:
    """Finished, stopped, and all others."""
    finished, stopped = week.finished, week.endings[Ending.STOPPED]
    return finished, stopped, week.started - finished - stopped


def _questions(total: Figures, names: Names) -> tuple[Bar, ...]:
    lines = []
    for key in names.in_order_of_the_form(total.questions):
        asked = total.questions[key]
        told = f"{asked.stopped} of {asked.seen} ({share(asked.stopped, asked.seen) or '–'})"
        lines.append((names.question(key), asked.seen, asked.stopped, told))
    return bars(lines)


def _next_steps(total: Figures, names: Names) -> tuple[Bar, ...]:
    chose = sum(total.next_steps.values())
    lines = []
    for key in names.in_order_of_the_steps(total.next_steps):
        times = total.next_steps[key]
        lines.append((names.next_step(key), times, 0, f"{times} ({share(times, chose)})"))
    return bars(lines)


def _sources(total: Figures, names: Names) -> tuple[Bar, ...]:
    """The most frequent first; the part is who did not finish."""
    by_size = sorted(total.sources.items(), key=lambda item: (-item[1].started, item[0]))
    return bars(
        [
            (
                names.source(key),
                found.started,
                found.started - found.finished,
                f"{found.finished} of {found.started} ({share(found.finished, found.started)})",
            )
            for key, found in by_size
        ]
    )
