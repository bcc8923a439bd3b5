"""The results as tables of README."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from statistics import median
from typing import Any, Final

import click

from tests.benchmarks.contenders import CONTENDERS, HEADLINE

BEGIN: Final = "<!-- bench -->\n"
END: Final = "<!-- /bench -->"
CHART: Final = "tests/benchmarks/chart.svg"
COMPARED_AT: Final = 10_000
HEAD: Final = (
    "stored: {stored}", "updates/s", "PTB = 1", "CPU ms", "store's CPU", "30/s p50", "p99", "full p50", "p99", "MB",
    "start s", "kept after a kill",
)  # fmt: skip
GROWTH: Final = ("ours at", "stored", "updates/s", "CPU ms", "store's CPU", "30/s p99", "MB", "filled in", "on disk")
CONSOLE: Final = ("ours at", "stored", "queue p95", "slowest", "search p95", "slowest", "one intake p95")
Results = Mapping[str, Any]


def table(results: Results) -> str:
    """Everybody at the size at which all are compared, then ours as they grow, then the console."""
    parts = [compared(results), noted(results), grown(results), console(results)]
    return "\n".join(part for part in parts if part)


def put_into(page: str, results: Results) -> str:
    """The page with chart and tables between its two marks. Raises ClickException when the marks are not there."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise click.ClickException(f"README.md has no place for the figures: put {BEGIN.strip()} and {END} around one.")
    shown = f"![updates per second and CPU per update]({CHART})\n\n{table(results)}"
    return f"{before}{begin}{shown}{end}{after}"


def size_compared(results: Results) -> int:
    """The largest size at which the one compared with was measured, or else that at which most were."""
    sizes = [each["stored"] for each in results["contenders"]]
    with_it = {each["stored"] for each in results["contenders"] if each["name"] == HEADLINE}
    return max(sizes, key=lambda size: (size in with_it, sizes.count(size) if not with_it else 0, size), default=0)


def compared(results: Results) -> str:
    """Who was measured with the same number stored, and who could not be."""
    size = size_compared(results)
    rows = {each["name"]: each for each in results["contenders"] if each["stored"] == size}
    peer = rows.get(HEADLINE)
    lines = [_compared(rows[each.name], peer, each.title, each.keeps) for each in CONTENDERS if each.name in rows]
    titles = {each.name: each.title for each in CONTENDERS}
    lines += [(titles.get(name, name), why, *[""] * (len(HEAD) - 2)) for name, why in results["missing"].items()]
    head = (HEAD[0].format(stored=f"{size:,}"), *HEAD[1:])
    return _markdown(head, lines)


def _compared(found: Results, peer: Results | None, title: str, keeps: str) -> tuple[str, ...]:
    full, paced = found["full"], found.get("paced", {})
    times = full["updates_per_second"] / peer["full"]["updates_per_second"] if peer else 0
    return (
        title,
        f"{full['updates_per_second']:.0f}",
        f"{times:.1f}" if peer else "-",
        f"{full['cpu_ms']:.2f}",
        _or_none(full["server_cpu_ms"], "{:.2f}"),
        *_waits(paced),
        *_waits(full),
        f"{full['pss']:.0f}",
        f"{full['cold_start']:.1f}",
        keeps,
    )


def _waits(figures: Results) -> tuple[str, str]:
    if not figures:
        return "-", "-"
    return f"{figures['p50_ms']:.0f} ms", f"{figures['p99_ms']:.0f} ms"


def _or_none(figure: float, form: str) -> str:
    return form.format(figure) if figure else "-"


def noted(results: Results) -> str:
    """What has to be known to read the comparison."""
    size = size_compared(results)
    rows = {each["name"]: each["full"] for each in results["contenders"] if each["stored"] == size}
    if not rows:
        return ""
    taken = median(full["standin_cpu_ms"] for full in rows.values())
    processors, repeats = results["machine"]["processors"], results["plan"]["repeats"]
    shared = f"{processors} processors, shared with the stand-in and its clients, which take {taken:.1f} ms per update"
    notes = [f"Medians of {repeats} on {shared}."]
    if HEADLINE in rows:
        notes.append(f"PTB answers {rows[HEADLINE]['answered_per_second']:.0f} a second as long as it does not save.")
    return f"{' '.join(notes)}\n"


def grown(results: Results) -> str:
    """Ours with ever more stored; empty where only one size was measured."""
    grows = [each for each in CONTENDERS if each.grows]
    filling = {(each["name"], each["stored"]): each for each in results["filling"]}
    lines = [
        _grown(found, each.title, filling.get((each.name, found["stored"])))
        for each in grows
        for found in results["contenders"]
        if found["name"] == each.name
    ]
    return _markdown(GROWTH, lines) if len({line[1] for line in lines}) > 1 else ""


def _grown(found: Results, title: str, filling: Results | None) -> tuple[str, ...]:
    full, paced = found["full"], found.get("paced", {})
    return (
        title,
        f"{found['stored']:,}",
        f"{full['updates_per_second']:.0f}",
        f"{full['cpu_ms']:.2f}",
        _or_none(full["server_cpu_ms"], "{:.2f}"),
        _waits(paced)[1],
        f"{full['pss']:.0f}",
        f"{filling['seconds'] / 60:.1f} min" if filling else "-",
        f"{filling['mb']:,.0f} MB" if filling else "-",
    )


def console(results: Results) -> str:
    """What the console takes to answer; empty where it was not asked."""
    titles = {each.name: each.title for each in CONTENDERS}
    lines = [_asked(titles[each["name"]], each["stored"], each["groups"]) for each in results["console"]]
    return _markdown(CONSOLE, lines) if lines else ""


def _asked(title: str, stored: int, groups: Results) -> tuple[str, ...]:
    queue, search, one = (groups[name] for name in ("queue", "search", "one intake"))
    return (
        title,
        f"{stored:,}",
        *(f"{group[key]:.1f} ms" for group in (queue, search) for key in ("p95_ms", "slowest_p95_ms")),
        f"{one['p95_ms']:.1f} ms",
    )


def _markdown(head: Iterable[str], lines: Iterable[tuple[str, ...]]) -> str:
    return "".join(_rows((tuple(head), ("---",) * len(tuple(head)), *lines)))


def _rows(lines: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for line in lines:
        yield f"| {' | '.join(line)} |\n"
