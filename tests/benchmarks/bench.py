"""Ours against what people would use instead, in one run on the same work: `python3 -m bot bench`.

The work is one whole intake, half typed and half tapped, over real HTTP through the stand-in. Our program does it
once, and what it says is what everybody has to say: the same calls of the Bot API, each answer and each line of the
chat kept. Clients act as soon as they are answered ("full"), or 30 times a second at moments left to chance, which is
Telegram's ceiling ("paced"). The bot is a process of its own; the stand-in plays the clients in another one.

- updates/s: acts answered in full, of 64 clients. For one that stores later it counts what is stored: the time until it
  has stopped well is divided among all acts.
- CPU ms: processor time per act of the process and its children, by /proc; that of its database server apart.
- p50, p99: from the act, or from when it was due, to the first message or edit that answers it.
- MB: the process and its children, shared pages by their share (PSS), when the load has ended.
- start: from exec to the first getUpdates, or until the port of the webhook is open.

PTB saves once a minute unless told otherwise. Each save of each changed chat writes the whole file, so that saving more
often costs more: its usual setting is the kindest one that stores anything while it runs, and the one compared with.
The two others, each second and only at the stop, stand beside it. All contenders take turns, and of several rounds the
middle counts; whether all is stored is looked up afterwards in our databases and in the pickle.
"""

from __future__ import annotations

import asyncio
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from statistics import median
from typing import Any

import click

from tests.benchmarks.asking import asked
from tests.benchmarks.chart import chart
from tests.benchmarks.contenders import CONTENDERS, ROOT, Contender
from tests.benchmarks.keeping import Lost, check_kept
from tests.benchmarks.measuring import Task
from tests.benchmarks.page import put_into, table
from tests.benchmarks.peers.installing import NotInstalled, install
from tests.benchmarks.recording import record
from tests.benchmarks.stocks import Stocks
from tests.benchmarks.work import Work

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"
CHART = HERE / "chart.svg"
README = ROOT / "README.md"
COMPARED_UP_TO = 10_000
"""Sizes beyond this are only for those who are to stay flat."""
LOADS = ("full", "paced")
SAVING = 10.0
"""How much longer than until the first save a run lasts, in seconds."""
SAME_WORK = 0.02
"""By how much the calls of two who do the same work may differ; ours says a line more to those it has lost sight of."""
LAST_WORDS = 800


class OtherWork(Exception):
    """A contender does not do what is to be measured."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how often is measured; `seconds` by load."""

    sizes: tuple[int, ...]
    only: tuple[str, ...]
    repeats: int
    seconds: dict[str, float]
    clients: int
    questions: int
    """How often the console is asked each of its questions."""

    def rounds(self, size: int) -> Iterator[tuple[Contender, str]]:
        """What is run at one size: everybody's turn in each repeat."""
        for _ in range(self.repeats):
            for contender in CONTENDERS:
                if self.wants(contender, size):
                    yield from ((contender, load) for load in LOADS)

    def wants(self, contender: Contender, size: int) -> bool:
        named = not self.only or any(
            contender.name == name or contender.name.startswith(f"{name}-") for name in self.only
        )
        return named and (size <= COMPARED_UP_TO or contender.grows)

    def length(self, contender: Contender, load: str) -> float:
        """Seconds of a run: long enough at a given pace that those who save now and then are seen to do so."""
        return max(self.seconds[load], contender.saves_every + SAVING if load == "paced" else 0.0)


@dataclass
class Bench:
    """A benchmark that is being run, and what it has found."""

    plan: Plan
    stocks: Stocks
    work: Work
    serial: Iterator[int] = field(default_factory=lambda: count(1))
    runs: dict[tuple[str, int], dict[str, list[dict[str, Any]]]] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)
    """Why a contender has no figures, by name."""
    console: list[dict[str, Any]] = field(default_factory=list)

    def run(self) -> Iterator[dict[str, Any]]:
        """The results so far after each size; who cannot be run is left out from then on, and it is said why."""
        for contender in CONTENDERS:
            if any(self.plan.wants(contender, size) for size in self.plan.sizes):
                self._unless_missing(contender, install, contender)
        for size in self.plan.sizes:
            for contender, load in self.plan.rounds(size):
                if contender.name not in self.missing:
                    self._unless_missing(contender, self._once, size, contender, load)
            self.console.extend(self._asked(size))
            yield self.results()

    def _unless_missing(self, contender: Contender, do: Any, *given: Any) -> None:
        try:
            do(*given)
        except (NotInstalled, Lost, OtherWork, subprocess.CalledProcessError) as problem:
            said = str(getattr(problem, "stderr", None) or problem).strip()[-LAST_WORDS:]
            self.missing[contender.name] = last_words(said)
            click.echo(f"{contender.name}: {said}", err=True)

    def _once(self, size: int, contender: Contender, load: str) -> None:
        serial = next(self.serial)
        folder = self.stocks.folder / f"run-{serial}"
        folder.mkdir()
        state = self.stocks.state(contender, size, folder)
        servers = self.stocks.servers(contender, size)
        task = Task(
            contender.name,
            load,
            str(folder),
            str(self.stocks.work),
            state,
            size,
            serial,
            self.plan.length(contender, load),
            clients=self.plan.clients,
            servers=servers,
        )
        figures = carried_out(task)
        figures["looked_at"] = check_kept(contender, state, figures.pop("people"), self.work)
        done = figures.get("calls_per_intake", self.work.calls) / self.work.calls
        if abs(done - 1) > SAME_WORK:
            raise OtherWork(f"it makes {done:.2f} times the calls that the work takes")
        self.runs.setdefault((contender.name, size), {}).setdefault(load, []).append(figures)
        rate = f"{figures['updates_per_second']:7.0f} updates/s" if load == "full" else " " * 17
        told = f"{rate} {figures['cpu_ms']:7.2f} ms CPU {figures['p50_ms']:8.1f} {figures['p99_ms']:8.1f} ms"
        click.echo(f"{size:>8} {contender.name:26} {load:5} {told}", err=True)

    def _asked(self, size: int) -> Iterator[dict[str, Any]]:
        """What the console takes to answer at this size, on each of our databases that was measured at it."""
        for contender in CONTENDERS:
            if size and contender.grows and (contender.name, size) in self.runs:
                click.echo(f"{size:>8} {contender.name:26} the console", err=True)
                state = self.stocks.state(contender, size, self.stocks.folder)
                yield {"name": contender.name, "stored": size, "groups": asked(state, size, self.plan.questions)}

    def stock(self) -> Iterator[dict[str, Any]]:
        """How long it took to fill each of our databases, in seconds, and how large it is, in MB."""
        for name, size in self.runs:
            contender = next(each for each in CONTENDERS if each.name == name)
            if size and contender.grows:
                took = self.stocks.took[self.stocks.state(contender, size, self.stocks.folder)]
                yield {"name": name, "stored": size, "seconds": took, "mb": self.stocks.size(contender, size)}

    def results(self) -> dict[str, Any]:
        """The medians, by contender and size, with what they were measured on."""
        return {
            "at": datetime.now(UTC).isoformat(timespec="minutes"),
            "machine": {"python": platform.python_version(), "processors": os.cpu_count()},
            "plan": asdict(self.plan),
            "missing": self.missing,
            "contenders": [
                {"name": name, "stored": size, **{load: medians(runs) for load, runs in loads.items()}}
                for (name, size), loads in self.runs.items()
            ],
            "filling": list(self.stock()),
            "console": self.console,
        }


def last_words(said: str) -> str:
    """Why somebody stopped: the last line that says something, without the frame that exceptions of tasks have."""
    lines = (line.strip(" |+-") for line in reversed(said.splitlines()))
    return re.sub(r"^[\w.]+: ", "", next(filter(None, lines), ""))


def carried_out(task: Task) -> dict[str, Any]:
    """The figures of one run, in a process of its own. Raises CalledProcessError."""
    command = [sys.executable, "-m", "tests.benchmarks.measuring"]
    done = subprocess.run(command, input=json.dumps(asdict(task)), cwd=ROOT, check=True, capture_output=True, text=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def medians(runs: list[dict[str, Any]]) -> dict[str, float]:
    """The middle of each figure over the repeats."""
    return {key: median(run[key] for run in runs) for key in runs[0]}


@click.command()
@click.option("--quick", is_flag=True, help="A few minutes: short runs, once, 10,000 stored intakes.")
@click.option("--sizes", help="How many intakes are stored before, with commas between.  [default: 0,10000,100000]")
@click.option("--only", default="", help="Names of contenders or their beginnings, as in ours,ptb-at-stop.")
@click.option("--repeats", type=click.IntRange(1), help="How often everything is measured; the middle counts.")
@click.option("--readme", is_flag=True, help="Put table and chart into README.md, and keep the figures.")
@click.option("--redraw", is_flag=True, help="Measure nothing: show what was kept last.")
def main(quick: bool, sizes: str | None, only: str, repeats: int | None, readme: bool, redraw: bool) -> None:
    """Measure ours against what people would use instead, on the same work, and print how they compare."""
    wanted = plan(quick, sizes, only, repeats)
    results: dict[str, Any] = {}
    for results in [json.loads(RESULTS.read_text(encoding="utf-8"))] if redraw else benched(wanted):
        if readme:
            keep(results)
    click.echo(table(results))


def keep(results: dict[str, Any]) -> None:
    """Put them into the README, with their chart; after each size, for the largest ones may take the night."""
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    CHART.write_text(chart(results), encoding="utf-8")
    README.write_text(put_into(README.read_text(encoding="utf-8"), results), encoding="utf-8")


def plan(quick: bool, sizes: str | None, only: str, repeats: int | None) -> Plan:
    """What is measured; every option that is not given as a quick or a thorough run would have it."""
    wanted = tuple(int(size) for size in (sizes or ("10000" if quick else "0,10000,100000")).split(","))
    # At thirty a second, of which the slowest hundredth is to be more than two.
    seconds = {"full": 6.0, "paced": 15.0} if quick else {"full": 20.0, "paced": 20.0}
    names = tuple(name for name in only.split(",") if name)
    return Plan(wanted, names, repeats or (1 if quick else 3), seconds, clients=64, questions=10 if quick else 40)


def benched(plan: Plan) -> Iterator[dict[str, Any]]:
    """The results of a plan, as far as it was carried out."""
    with tempfile.TemporaryDirectory(prefix="bench-") as place, ExitStack() as stack:
        folder = Path(place)
        click.echo("writing down the work ...", err=True)
        work = asyncio.run(record(folder))
        work.save(folder / "work.json")
        bench = Bench(plan, Stocks(folder, folder / "work.json", stack), work)
        yield from bench.run()


if __name__ == "__main__":
    main()
