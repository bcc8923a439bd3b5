"""The score as a table: on the terminal, and in README between two marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from bot.reading.judging import Worth
from bot.reading.rows import RowsError
from bot.reading.score import Tally

README: Final = Path(__file__).resolve().parents[2] / "README.md"
BEGIN: Final = "<!-- reading -->\n"
END: Final = "<!-- /reading -->"
LANGUAGES: Final = {"en": "English", "es": "Spanish"}
HEAD: Final = ("reader", "language", "rows", "understood", "or asked", "wrong", "harm")


def as_text(tallies: Iterable[Tally]) -> Iterator[str]:
    """One line per tally, the figures under each other."""
    lines = [HEAD, *map(_cells, tallies)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()


def as_markdown(tallies: Iterable[Tally]) -> str:
    """The same as a table of README."""
    lines = [HEAD, ("---",) * len(HEAD), *map(_cells, tallies)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cells(tally: Tally) -> tuple[str, ...]:
    harms = ", ".join(f"{harm} {count}" for harm, count in tally.harms.items())
    return (
        tally.reader + (", held" if tally.held else ""),
        LANGUAGES.get(tally.language, tally.language),
        f"{tally.rows}",
        f"{tally.share(Worth.UNDERSTOOD):.3f}",
        f"{tally.share(Worth.UNDERSTOOD, Worth.ASKED):.3f}",
        f"{tally.worth[Worth.WRONG]}",
        harms or "-",
    )


def with_table(page: str, table: str) -> str:
    """The page with the table between its two marks. Raises RowsError when the marks are not there."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise RowsError(f"README.md has no place for the table: put {BEGIN.strip()} and {END} around one.")
    return f"{before}{begin}{table}{end}{after}"
