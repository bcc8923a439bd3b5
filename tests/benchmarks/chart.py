"""The comparison as a picture: bars for the updates a second and for the processor's time, drawn from the results."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, Final

from tests.benchmarks.contenders import CONTENDERS
from tests.benchmarks.page import size_compared

WIDTH: Final = 990
NAMES: Final = 270
"""Width of the column of names, and of each of the two columns of bars after it; height of a line."""
BARS: Final = 320
LINE: Final = 26
TOP: Final = 58
OURS, THEIRS, STORE = "#0f766e", "#94a3b8", "#d97706"


def chart(results: Mapping[str, Any]) -> str:
    """An SVG picture; the longest bar of a column fills it."""
    size = size_compared(results)
    found = {each["name"]: each["full"] for each in results["contenders"] if each["stored"] == size}
    shown = [(each, found[each.name]) for each in CONTENDERS if each.name in found]
    height = TOP + LINE * len(shown) + 34
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
            'font-family="system-ui, sans-serif" font-size="13" fill="#0f172a">',
            f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
            _text(12, 24, f"A whole intake over HTTP, {size:,} conversations stored", bold=True),
            _text(NAMES, 46, "updates a second (more is better)"),
            _text(NAMES + BARS + 40, 46, "ms of CPU per update (less is better)"),
            *(_text(12, _middle(place), each.title) for place, (each, _) in enumerate(shown)),
            *_column(NAMES, [(each.ours, (figures["updates_per_second"],)) for each, figures in shown], "{:.0f}"),
            *_column(
                NAMES + BARS + 40,
                [(each.ours, (figures["cpu_ms"], figures["server_cpu_ms"])) for each, figures in shown],
                "{:.2f}",
            ),
            _text(12, height - 12, "Ours in green; what its database server takes in orange. One run, medians."),
            "</svg>\n",
        )
    )


def _column(left: int, rows: Sequence[tuple[bool, tuple[float, ...]]], form: str) -> Iterator[str]:
    most = max((sum(parts) for _, parts in rows), default=0) or 1
    for place, (ours, parts) in enumerate(rows):
        at = float(left)
        for colour, part in zip((OURS if ours else THEIRS, STORE), parts, strict=False):
            width = part / most * (BARS - 60)
            there = f'x="{at:.1f}" y="{TOP + LINE * place + 4}"'
            yield f'<rect {there} width="{width:.1f}" height="{LINE - 8}" fill="{colour}"/>'
            at += width
        yield _text(at + 6, _middle(place), form.format(sum(parts)))


def _middle(place: int) -> int:
    return TOP + LINE * place + 18


def _text(x: float, y: int, words: str, *, bold: bool = False) -> str:
    weight = ' font-weight="600"' if bold else ""
    return f'<text x="{x:.1f}" y="{y}"{weight}>{escape(words)}</text>'
