"""The numbers as a table for a spreadsheet: a line a figure, a column a week, times in seconds."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeAlias

from bot.console.exports.cells import safe_cell
from bot.console.exports.csv_table import MARK
from storage.reports import Asked, Ending

if TYPE_CHECKING:
    from storage.reports import Figures, Numbers

Amount: TypeAlias = "int | timedelta | None"


def numbers_table(days: Sequence[date], numbers: Numbers) -> Iterator[str]:
    """Line by line as RFC 4180 wants it, with a byte order mark; each day begins a week."""
    yield MARK + _line(["figure", "about", *(day.isoformat() for day in days), "total"])
    columns = [_amounts(figures) for figures in (*numbers.weeks, numbers.total)]
    for figure, about in columns[-1]:
        yield _line([figure, about, *(_cell(column.get((figure, about), 0)) for column in columns)])


def _amounts(of: Figures) -> dict[tuple[str, str], Amount]:
    """By the name of the figure and what it is about; counts of what there was none of may be missing."""
    found: dict[tuple[str, str], Amount] = {("started", ""): of.started}
    found |= {(ending.value, ""): of.endings[ending] for ending in Ending}
    found |= {
        ("booked", ""): of.booked,
        ("seconds_to_finish_median", ""): of.took,
        ("called_for_the_team", ""): of.response.called,
        ("team_came", ""): of.response.answered,
        ("seconds_to_the_team_median", ""): of.response.middle,
        ("seconds_to_the_team_slowest_tenth", ""): of.response.slow,
    }
    found |= {("verdict", key): of.verdicts[key] for key in sorted(of.verdicts)}
    found |= {("next_step", key): of.next_steps[key] for key in sorted(of.next_steps)}
    found |= {("source_started", key): of.sources[key].started for key in sorted(of.sources)}
    found |= {("source_finished", key): of.sources[key].finished for key in sorted(of.sources)}
    for name in Asked.__slots__:
        found |= {(f"question_{name}", key): getattr(asked, name) for key, asked in of.questions.items()}
    return found


def _cell(amount: Amount) -> str:
    if isinstance(amount, timedelta):
        return str(round(amount.total_seconds()))
    return "" if amount is None else str(amount)


def _line(cells: Iterable[str]) -> str:
    written = io.StringIO(newline="")
    csv.writer(written).writerow([safe_cell(cell) for cell in cells])
    return written.getvalue()
