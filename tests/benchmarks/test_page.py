"""Tests of how the results are shown: everybody has a row and a bar, and README is changed between its marks only."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Any

import click
import pytest
from click.testing import CliRunner

from tests.benchmarks import bench
from tests.benchmarks.bench import Plan, last_words, main, medians, plan
from tests.benchmarks.chart import BARS, OURS, STORE, THEIRS, chart
from tests.benchmarks.contenders import CONTENDERS, HEADLINE
from tests.benchmarks.page import BEGIN, END, put_into, size_compared, table

NAMES = [each.name for each in CONTENDERS]
SVG = "{http://www.w3.org/2000/svg}"


def figures(rate: float, cpu: float, server: float = 0.0) -> dict[str, float]:
    shown = {"updates_per_second": rate, "cpu_ms": cpu, "server_cpu_ms": server, "p50_ms": 3.0, "p99_ms": 41.0}
    shown |= {"standin_cpu_ms": 0.7, "answered_per_second": rate + 55}
    return {**shown, "pss": 77.0, "cold_start": 1.3}


def results() -> dict[str, Any]:
    """As if ours were three times as fast as PTB, and one contender could not be had."""
    rates = {"ours-sqlite": (900.0, 1.0, 0.0), "ours-postgresql": (600.0, 1.5, 0.5), HEADLINE: (300.0, 3.0, 0.0)}
    loads = {name: {"full": figures(*rate), "paced": figures(*rate)} for name, rate in rates.items()}
    grown = {"name": "ours-sqlite", "stored": 1_000_000, "full": figures(870, 1.1), "paced": figures(870, 1.1)}
    group = {"p95_ms": 4.0, "slowest_p95_ms": 19.0, "slowest": "search, area code, newest"}
    groups = dict.fromkeys(("queue", "search", "one intake"), group)
    return {
        "machine": {"processors": 2},
        "plan": {"repeats": 3},
        "missing": {"grammy": "node is not installed"},
        "contenders": [*({"name": name, "stored": 10_000, **load} for name, load in loads.items()), grown],
        "filling": [{"name": "ours-sqlite", "stored": 1_000_000, "seconds": 600, "mb": 8_200}],
        "console": [{"name": "ours-sqlite", "stored": 1_000_000, "groups": groups}],
    }


def rows(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")]


def test_everybody_is_compared_with_ptb_at_the_size_that_most_were_measured_at() -> None:
    compared = {row[0]: row for row in rows(table(results()))[:6]}
    assert compared["stored: 10,000"][1:3] == ["updates/s", "PTB = 1"]
    assert compared["ours, SQLite"][1:5] == ["900", "3.0", "1.00", "-"]
    assert compared["ours, PostgreSQL"][1:5] == ["600", "2.0", "1.50", "0.50"]
    assert compared["PTB, PicklePersistence"][1:3] == ["300", "1.0"]


def test_who_could_not_be_measured_is_said_with_the_reason() -> None:
    assert ["grammY and its runner, memory", "node is not installed"] in [row[:2] for row in rows(table(results()))]


def test_it_is_said_what_the_figures_were_made_on_and_how_fast_ptb_is_while_it_stores_nothing() -> None:
    notes = next(line for line in table(results()).splitlines() if line.startswith("Medians"))
    assert {"3", "2", "0.7", "355"} < set(notes.replace(",", "").split())


def test_nothing_measured_is_no_failure() -> None:
    nothing = {**results(), "contenders": [], "filling": [], "console": []}
    assert "node is not installed" in table(nothing)
    assert chart(nothing).startswith("<svg")


def test_growth_and_the_console_are_shown_at_every_size() -> None:
    found = rows(table(results()))
    assert ["ours, SQLite", "1,000,000", "870", "1.10", "-", "41 ms", "77", "10.0 min", "8,200 MB"] in found
    assert ["ours, SQLite", "1,000,000", "4.0 ms", "19.0 ms", "4.0 ms", "19.0 ms", "4.0 ms"] in found


def test_the_chart_has_a_bar_for_each_as_long_as_its_figure() -> None:
    by_colour: dict[str, list[float]] = {}
    for bar in ET.fromstring(chart(results())).iter(f"{SVG}rect"):
        by_colour.setdefault(bar.attrib["fill"], []).append(float(bar.attrib["width"]))
    longest = BARS - 60
    assert by_colour[OURS] == pytest.approx([longest, longest * 2 / 3, longest / 3, longest / 2], abs=0.1)
    assert by_colour[THEIRS] == pytest.approx([longest / 3, longest], abs=0.1)
    assert max(by_colour[STORE]) == pytest.approx(longest / 6, abs=0.1)


def test_a_page_is_changed_between_its_marks_only() -> None:
    page = f"before\n{BEGIN}old\n{END}\nafter\n"
    new = put_into(page, results())
    assert new.startswith(f"before\n{BEGIN}![")
    assert new.endswith(f"\n{END}\nafter\n")
    assert "old" not in new
    assert put_into(new, results()) == new


def test_a_page_without_marks_is_refused() -> None:
    with pytest.raises(click.ClickException):
        put_into("nothing here", results())


def test_the_middle_of_the_repeats_counts() -> None:
    assert medians([{"p50_ms": 9.0}, {"p50_ms": 1.0}, {"p50_ms": 2.0}]) == {"p50_ms": 2.0}


@pytest.mark.parametrize(
    "said",
    [
        "Traceback:\n  ...\ncrowd.NoAnswer: 52 clients wait in vain\n",
        "  | tests.benchmarks.crowd.NoAnswer: 52 clients wait in vain\n  +--------------------\n",
        "52 clients wait in vain",
    ],
)
def test_who_has_no_figures_is_said_why_in_one_line(said: str) -> None:
    assert last_words(said) == "52 clients wait in vain"


def test_all_are_compared_at_the_largest_size_at_which_the_one_compared_with_was_measured() -> None:
    small, large = [{"name": name, "stored": size} for name, size in (("grammy", 0), (HEADLINE, 10))]
    assert size_compared({"contenders": [small, small, large, {"name": "ours-sqlite", "stored": 100}]}) == 10
    assert size_compared({"contenders": [small, small, {"name": "ours-sqlite", "stored": 100}]}) == 0


def test_everybody_takes_turns_and_beyond_a_size_only_those_who_are_to_stay_flat() -> None:
    wanted = plan(False, "10000,1000000", "", 2)
    assert [contender.name for contender, load in wanted.rounds(10_000) if load == "full"] == NAMES * 2
    assert {contender.name for contender, _ in wanted.rounds(1_000_000)} == {"ours-sqlite", "ours-postgresql"}


@pytest.mark.parametrize(
    ("only", "names"),
    [
        (("grammy",), {"grammy"}),
        (("ours",), {name for name in NAMES if name.startswith("ours")}),
        (("ptb", "aiogram-redis"), {"ptb", "ptb-every-second", "ptb-at-stop", "aiogram-redis"}),
    ],
)
def test_a_contender_is_named_by_its_name_or_its_beginning(only: tuple[str, ...], names: set[str]) -> None:
    wanted = Plan((0,), only, 1, {}, 1, 1)
    assert {each.name for each in CONTENDERS if wanted.wants(each, 0)} == names


def test_what_was_kept_is_drawn_anew(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import json

    for name, file in (("RESULTS", "results.json"), ("CHART", "chart.svg"), ("README", "README.md")):
        monkeypatch.setattr(bench, name, tmp_path / file)
    (tmp_path / "results.json").write_text(json.dumps(results()))
    (tmp_path / "README.md").write_text(f"# Bot\n{BEGIN}{END}\n")
    done = CliRunner().invoke(main, ["--redraw", "--readme"], catch_exceptions=False)
    assert done.output == table(results()) + "\n"
    assert (tmp_path / "chart.svg").read_text() == chart(results())
    assert table(results()) in (tmp_path / "README.md").read_text()
    assert json.loads((tmp_path / "results.json").read_text()) == results()
