"""How fast the console is among very many intakes: `python3 -m tests.benchmarks.cases --intakes 100000`."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import click

from flows.model import Verdict
from storage.cases import Sort, Stage, Wanted
from storage.database import Database, migrate, open_database
from storage.finding_cases import finding
from storage.work import Work
from tests.benchmarks.filling import DAYS, FIRST, LAST, STAFF, fill

Task = Callable[[Work], object]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that staff ask; each `task` is one instance of it."""

    name: str
    tasks: list[Task]


@click.command()
@click.option("--intakes", default=10_000, show_default=True, help="How many intakes there are.")
@click.option("--times", default=40, show_default=True, help="How often each question is asked.")
@click.option("--keep", type=click.Path(path_type=Path), help="A database file to fill once and use again.")
@click.option("--plans", is_flag=True, help="Print the plan of every query instead of the figures.")
def main(intakes: int, times: int, keep: Path | None, plans: bool) -> None:
    """Fill a database and print how long it takes what the console asks, by the clock and of the processor."""
    now = datetime.now(UTC)
    with tempfile.TemporaryDirectory() as folder:
        database = filled(f"sqlite:///{keep or Path(folder) / 'cases.db'}", intakes, now)
        if plans:
            for line in planned(database, now):
                click.echo(line)
        else:
            click.echo(f"{intakes} intakes, milliseconds\n{'':48}{'p50':>9}{'p95':>9}{'cpu p50':>9}{'cpu p95':>9}")
            for asked in questions(database, intakes, now, times):
                click.echo(measured(database, asked, now))
        database.close()


def filled(url: str, intakes: int, now: datetime) -> Database:
    """The database at this address, with its tables, filled if it has no intakes yet."""
    migrate(url)
    database = open_database(url)
    with database.look(now) as work:
        known = work.cases.page(Wanted(), Sort.NEWEST).lines
    if not known:
        fill(database, intakes, now)
    return database


def measured(database: Database, asked: Asked, now: datetime) -> str:
    wall, busy = timed(database, asked, now)
    figures = (statistics.median(wall), p95(wall), statistics.median(busy), p95(busy))
    return f"{asked.name:48}" + "".join(f"{figure:9.2f}" for figure in figures)


def timed(database: Database, asked: Asked, now: datetime) -> tuple[list[float], list[float]]:
    """How long each instance of a question took, by the clock and of the processor, in milliseconds."""
    wall, busy = [], []
    for task in asked.tasks:
        begun, worked = time.perf_counter(), time.process_time()
        with database.look(now) as work:
            task(work)
        wall.append((time.perf_counter() - begun) * 1000)
        busy.append((time.process_time() - worked) * 1000)
    return wall, busy


def p95(took: list[float]) -> float:
    """What 95 of 100 do not exceed."""
    return statistics.quantiles(took, n=20)[-1] if len(took) > 1 else took[0]


def questions(database: Database, intakes: int, now: datetime, times: int) -> Iterator[Asked]:
    """All that the queue, the search box and the screen of one intake ask."""
    dice = random.Random(1)
    for sort in Sort:
        for stage in (None, *Stage):
            where = f"first page, {stage or 'every stage'}, {sort}"
            yield Asked(where, [partial(_page, wanted=Wanted(stage=stage), sort=sort)] * times)
    for sort in Sort:
        cursors = [f"{dice.choice('ab')}{dice.randrange(1, intakes)}" for _ in range(times)]
        tasks: list[Task] = [partial(_page, wanted=Wanted(), sort=sort, after=cursor) for cursor in cursors]
        yield Asked(f"page in the middle, {sort}", tasks)
        tasks = [partial(_page, wanted=Wanted(stage=Stage.REVIEWED), sort=sort, after=cursor) for cursor in cursors]
        yield Asked(f"page in the middle, reviewed, {sort}", tasks)
    for name, wanted in searches(database, intakes, now, times, dice):
        for sort in (Sort.NEWEST, Sort.EARLIEST):
            yield Asked(f"search, {name}, {sort}", [partial(_page, wanted=each, sort=sort) for each in wanted])
    yield Asked("counts of the stages", [lambda work: work.cases.counts()] * times)
    cases = [_case(database, now, dice.randrange(1, intakes)) for _ in range(times)]
    yield Asked("one intake's screen", [partial(_screen, case=case) for case in cases])
    yield Asked("total of a rule", [lambda work: work.cases.total(Wanted(rule="retinoid"))] * 3)


def searches(
    database: Database, intakes: int, now: datetime, times: int, dice: random.Random
) -> Iterator[tuple[str, list[Wanted]]]:
    """Each sort of search, many times with other words; and some that meet the worst that can be met."""
    cases = [_case(database, now, dice.randrange(1, intakes)) for _ in range(times)]
    yield "case number", [Wanted(case=case) for case in cases]
    yield "two signs of a case number", [Wanted(case=case[:2]) for case in cases]
    yield "first and last name", [Wanted(name=f"{dice.choice(FIRST)} {dice.choice(LAST)}") for _ in range(times)]
    yield "beginning of a name", [Wanted(name=dice.choice(FIRST)[:2]) for _ in range(times)]
    yield "one letter", [Wanted(name=dice.choice("abcdefghij")) for _ in range(times)]
    yield "nobody's name", [Wanted(name="Xaveria")] * times
    yield "whole phone number", [Wanted(phone=f"+1314{dice.randrange(2_000_000, 9_999_999)}") for _ in range(times)]
    yield "last four digits", [Wanted(phone=f"{dice.randrange(10_000):04}") for _ in range(times)]
    yield "area code", [Wanted(phone="(314)")] * times
    days = [now - timedelta(days=dice.randrange(1, DAYS)) for _ in range(times)]
    yield "one day", [Wanted(since=day, until=day + timedelta(days=1)) for day in days]
    yield "two weeks", [Wanted(since=day, until=day + timedelta(days=14)) for day in days]
    yield "rule", [Wanted(rule=dice.choice(("retinoid", "sun", "procedure", "health_stop"))) for _ in range(times)]
    yield "rule and stage", [Wanted(rule="sun", stage=dice.choice(list(Stage))) for _ in range(times)]
    yield (
        "rule, verdict and claim",
        [
            Wanted(rule="retinoid", verdict=dice.choice(list(Verdict)), claimed_by=dice.choice(STAFF))
            for _ in range(times)
        ],
    )
    yield "verdict", [Wanted(verdict=dice.choice(list(Verdict))) for _ in range(times)]
    yield "tag", [Wanted(tag="VIP")] * times
    yield "mine", [Wanted(claimed_by=dice.choice(STAFF), stage=Stage.CLAIMED) for _ in range(times)]
    yield "wide ones, nobody in all", [Wanted(goal="tone", phone="314", name="a", since=now)] * times
    yield "wide ones, hardly anybody in all", [Wanted(rule="retinoid", goal="tone", phone="314", name="a m")] * times


def planned(database: Database, now: datetime) -> Iterator[str]:
    """The plan of every query of one page in the middle."""
    wanted = {"": Wanted(), "stage": Wanted(stage=Stage.NEW), "rule": Wanted(rule="sun"), "name": Wanted(name="ana")}
    with database.look(now) as work:
        for sort in Sort:
            for name, each in wanted.items():
                found = finding(work.cases.connection, each, sort)
                for query in found.queries(found.place_of(7), backward=False, limit=26):
                    text = query.limit(26).compile(work.cases.connection, compile_kwargs={"literal_binds": True})
                    rows = work.cases.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}")
                    yield f"{sort} {name}: {' | '.join(str(row.detail) for row in rows)}"


def _page(work: Work, wanted: Wanted, sort: Sort, after: str | None = None) -> object:
    return work.cases.page(wanted, sort, after)


def _screen(work: Work, case: str) -> object:
    kept, line = work.intakes.find(case), work.cases.find(case)
    if kept is None or line is None:
        raise LookupError(case)
    told = work.transcript.of(kept.id), work.intakes.history(kept), work.events.of(kept.id)
    written = work.notes.of(kept.id), work.notes.tags_of(kept.id), work.passed_on.of(kept.id)
    return line, told, written, work.cases.of_person(kept.chat_id), work.forms.text(kept.form)


def _case(database: Database, now: datetime, number: int) -> str:
    with database.look(now) as work:
        return work.cases.page(Wanted(), Sort.OLDEST, f"a{number - 1}", size=1).lines[0].case


if __name__ == "__main__":
    main()
