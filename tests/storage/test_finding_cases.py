"""Tests of searches: what they find, in which order, page by page, and that an index leads to all of it."""

import random
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Select, text, update

from flows.model import Finding, Screening, Source, Verdict
from storage import counting, filters, finding_cases
from storage.cases import CaseLine, CasePage, Sort, Stage, Wanted
from storage.database import open_database
from storage.finding_cases import Place, finding
from storage.tables import IntakeRow, table
from storage.terms import TermKind, name_parts, name_words, phone_digits, phone_ends
from storage.work import Work
from tests.postgres import Server
from tests.storage.given import NOW, answer, answered

INTAKES = table(IntakeRow)
NAMES = ("Ana O'Brien", "Anna Annabel Park", "José Castillo", "美咲", "")
RULES = ("retinoid", "sun", "health_stop")
GOALS = ("tone", "texture", "other")
TAGS = ("VIP", "call after 5")
STAFF = (111, 222)
DAY = timedelta(days=1)

WANTED = {
    "all": Wanted(),
    "name": Wanted(name="an"),
    "two words of a name": Wanted(name="obri ana"),
    "accents": Wanted(name="jose"),
    "another script": Wanted(name="美"),
    "case": Wanted(case="c"),
    "phone": Wanted(phone="(314) 555"),
    "end of a phone": Wanted(phone="0003"),
    "rule": Wanted(rule="retinoid"),
    "goal": Wanted(goal="tone"),
    "tag": Wanted(tag="vip"),
    "verdict": Wanted(verdict=Verdict.STOP),
    "claimed by": Wanted(claimed_by=111),
    "since": Wanted(since=NOW - 20 * DAY),
    "days": Wanted(since=NOW - 30 * DAY, until=NOW - 10 * DAY),
    "terms": Wanted(goal="tone", rule="sun", name="an", since=NOW - 30 * DAY),
    "many": Wanted(name="a", rule="sun", verdict=Verdict.WAIT, until=NOW),
    "nothing": Wanted(name="nobody"),
}
WAYS = {"few are sorted": (True, 0), "an index is walked": (False, -1), "it is walked with a list": (False, 10_000)}
"""By whether there can be few, and how many are several."""
CROWD = 1000
ROWS_READ = text("SELECT idx_tup_fetch FROM pg_stat_xact_user_tables WHERE relname = 'intakes'")
ROOM = text("SELECT pg_size_bytes(current_setting('work_mem'))")
IN_A_LIST = 8 + 24
"""Bytes that a number takes in a list of a server: itself, and the head of a row."""
TERMS_ASKED = text("SELECT idx_scan FROM pg_stat_xact_user_tables WHERE relname = 'terms'")


@dataclass(frozen=True)
class Many:
    """Some hundred intakes of every sort, with what is not on their lines by their numbers."""

    work: Work
    phones: dict[int, str]
    rules: dict[int, list[str]]
    lines: list[CaseLine]


@pytest.fixture(scope="module")
def many(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Many]:
    """In a Work that is never committed."""
    file = shutil.copy(migrated, tmp_path_factory.mktemp("many") / "bot.db")
    with _filled(f"sqlite:///{file}") as many:
        yield many


@pytest.fixture(scope="module")
def many_on_server(server: Server) -> Iterator[Many]:
    """The same on a server, which goes its own ways."""
    with server.database() as url, _filled(url) as many:
        yield many


@contextmanager
def _filled(url: str) -> Iterator[Many]:
    with closing(open_database(url)) as database, database.work(NOW) as work:
        dice, many = random.Random(5), Many(work, {}, {}, [])
        for number in range(1, 181):
            _one(many, dice, number)
            many.lines.extend(work.cases.of_person(number))
        yield many


def _one(many: Many, dice: random.Random, number: int) -> None:
    work, rules = many.work, dice.sample(RULES, dice.randrange(3))
    kept = work.intakes.begin(number, "form", "en")
    said = {"name": answer(dice.choice(NAMES)), "goals": answer(tuple(dice.sample(GOALS, 2)))}
    if dice.random() < 0.7:
        many.phones[kept.id] = f"+1314555{dice.randrange(30):04}"
        said["phone"] = answer(many.phones[kept.id])
    many.rules[kept.id] = rules
    verdict = dice.choice([None, *Verdict])
    # After a STOP there is never a day.
    earliest = dice.choice([None, NOW.date() + dice.randrange(5) * DAY]) if verdict is not Verdict.STOP else None
    fired = tuple(Finding(rule, Verdict.WAIT, None, (), Source.CLINIC) for rule in rules)
    screening = Screening(verdict or Verdict.READY, earliest, complete=True, findings=fired)
    work.intakes.save(kept, answered(kept.intake, **said), None, screening)
    for tag in dice.sample(TAGS, dice.randrange(3)):
        work.notes.tag(kept.id, 111, tag)
    stage = dice.choice([Stage.NEW, Stage.NEW, Stage.BOOKED, Stage.UNFINISHED])
    # What is unfinished was never raised.
    raised_at = dice.choice([None, NOW - dice.randrange(4) * DAY]) if stage is not Stage.UNFINISHED else None
    columns: dict[str, object] = {
        "started_at": NOW - dice.randrange(40) * DAY,
        "raised_at": raised_at,
        "claimed_by": dice.choice([None, *STAFF]),
        "stage": stage,
    }
    if verdict is None:
        columns |= {"verdict": None, "severity": None}
    work.cases.connection.execute(update(INTAKES).where(INTAKES.c.id == kept.id).values(**columns))


@pytest.fixture(params=WAYS.values(), ids=list(WAYS))
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each way of finding, at any number of intakes."""
    few_are_sorted, several = request.param
    monkeypatch.setattr(counting, "SEVERAL", several)
    if not few_are_sorted:
        nobody_is_few(monkeypatch)


def nobody_is_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding_cases, "are_few", lambda _, filters: [False for _ in filters])


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("stage", [None, Stage.NEW, Stage.UNFINISHED])
@pytest.mark.parametrize("name", WANTED)
def test_exactly_what_is_wanted_is_found_in_order_on_pages_that_lead_both_ways(
    many: Many, way: None, name: str, stage: Stage | None, sort: Sort
) -> None:
    wanted, cases = replace(WANTED[name], stage=stage), many.work.cases
    expected = told_plainly(many, wanted, sort)
    assert [line.id for line in cases.every(wanted, sort)] == expected
    assert cases.total(wanted) == len(expected)
    pages = list(walked(many.work, wanted, sort))
    assert [number for page in pages for number in ids(page)] == expected
    assert [page.before is None for page in pages] == [True] + [False] * (len(pages) - 1)
    for page, following in pairwise(pages):
        assert cases.page(wanted, sort, following.before, size=7) == page


@pytest.mark.parametrize(
    ("wanted", "sort"),
    [
        (Wanted(stage=Stage.UNFINISHED), Sort.WAITING),
        (Wanted(verdict=Verdict.STOP), Sort.EARLIEST),
        (Wanted(verdict=Verdict.WAIT), Sort.VERDICT),
    ],
)
def test_where_nobody_can_have_a_key_nobody_is_looked_for_by_one(many: Many, wanted: Wanted, sort: Sort) -> None:
    (query,) = finding(many.work.cases.connection, wanted, sort).queries(None, backward=False, limit=7)
    assert str(query).partition("ORDER BY ")[2].startswith("intakes.id")


def test_a_server_walks_to_no_key_through_those_of_another_stage(server: Server) -> None:
    """Everybody with a key is at one stage and everybody without at another: it cannot know, and believes in chance."""
    with server.database() as url, closing(open_database(url)) as database:
        with database.work(NOW) as work:
            for number in range(CROWD):
                work.intakes.begin(number, "form", "en")
            of_half = update(INTAKES).where(INTAKES.c.id % 2 == 0)
            work.cases.connection.execute(of_half.values(stage=Stage.BOOKED, raised_at=NOW))
            work.commit()
        with closing(psycopg.connect(url, autocommit=True)) as connection:
            connection.execute("VACUUM ANALYZE intakes")
        with database.look(NOW) as work:
            page = work.cases.page(Wanted(stage=Stage.BOOKED), Sort.WAITING, f"a{CROWD - 6}", size=9)
            read = work.cases.connection.execute(ROWS_READ).scalar_one()
    assert len(page.lines) == 3
    assert read < CROWD / 10


@pytest.mark.parametrize("sort", [Sort.NEWEST, Sort.EARLIEST])
@pytest.mark.parametrize("wanted", [Wanted(name="ana zoe"), Wanted(name="zoe", rule="sun")])
def test_a_server_reads_no_row_on_its_way_that_is_not_shown(
    crowd: Work, monkeypatch: pytest.MonkeyPatch, wanted: Wanted, sort: Sort
) -> None:
    nobody_is_few(monkeypatch)
    before = crowd.cases.connection.execute(ROWS_READ).scalar_one()
    page = crowd.cases.page(wanted, sort, size=2)
    read = crowd.cases.connection.execute(ROWS_READ).scalar_one() - before
    assert len(page.lines) == 2
    assert read < CROWD / 10


@pytest.mark.parametrize("wanted", [Wanted(name="ana zoe"), Wanted(name="zoe", stage=Stage.UNFINISHED)])
def test_a_server_that_walks_by_a_key_does_not_ask_the_terms_about_everybody(
    crowd: Work, monkeypatch: pytest.MonkeyPatch, wanted: Wanted
) -> None:
    nobody_is_few(monkeypatch)
    before = crowd.cases.connection.execute(TERMS_ASKED).scalar_one()
    page = crowd.cases.page(wanted, Sort.EARLIEST, size=2)
    asked = crowd.cases.connection.execute(TERMS_ASKED).scalar_one() - before
    assert len(page.lines) == 2
    assert asked < CROWD / 10


def test_the_one_that_lets_through_the_fewest_is_asked_first_if_these_may_be_listed(
    crowd: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    [ana], [zoe] = filters.filters_of(Wanted(name="ana")), filters.filters_of(Wanted(name="zoe"))
    first, other = counting.fewest_first(crowd.cases.connection, [ana, zoe])
    assert (first.ids, other) == (zoe.ids, ana)
    monkeypatch.setattr(counting, "SEVERAL", 2)
    assert counting.fewest_first(crowd.cases.connection, [ana, zoe]) == [ana, zoe]


def test_a_server_has_room_for_the_longest_list(crowd: Work) -> None:
    assert crowd.cases.connection.execute(ROOM).scalar_one() >= 2 * counting.SEVERAL * IN_A_LIST


def test_of_two_terms_the_rarer_one_leads_the_way(crowd: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "SAMPLE", 20)
    rule, goal = filters.filters_of(Wanted(rule="sun", goal="tone"))
    assert counting.rarest(crowd.cases.connection, [rule, goal]) is goal
    assert counting.rarest(crowd.cases.connection, [rule]) is rule
    assert counting.rarest(crowd.cases.connection, list(filters.filters_of(Wanted(name="ana")))) is None


def test_as_many_as_are_few_are_so_and_twice_as_many_of_some_days(crowd: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    zoes = list(filters.filters_of(Wanted(name="zoe")))
    begun = list(filters.filters_of(Wanted(since=NOW)))
    for few, are in ((2, False), (3, True)):
        monkeypatch.setattr(counting, "FEW", few)
        assert counting.are_few(crowd.cases.connection, zoes) == [are]
    for few, are in ((CROWD // 2 - 1, False), (CROWD // 2, True)):
        monkeypatch.setattr(counting, "FEW", few)
        assert counting.are_few(crowd.cases.connection, [*zoes, *begun]) == [True, are]


@pytest.fixture
def crowd(server: Server) -> Iterator[Work]:
    """Everybody is called Ana and was in the sun, three in the middle are called Zoe, and some want an even tone."""
    with server.database() as url, closing(open_database(url)) as database:
        with database.work(NOW) as work:
            for number in range(1, CROWD + 1):
                kept = work.intakes.begin(number, "form", "en")
                few = [(TermKind.NAME, "zoe")] if abs(number - CROWD / 2) < 2 else []
                some = [(TermKind.GOAL, "tone")] if number % 5 == 0 else []
                work.terms.index(kept.id, [(TermKind.NAME, "ana"), (TermKind.RULE, "sun"), *few, *some])
            work.cases.connection.execute(update(INTAKES).values(earliest=NOW.date()))
            work.commit()
        with closing(psycopg.connect(url, autocommit=True)) as connection:
            connection.execute("VACUUM ANALYZE")
        with database.look(NOW) as work:
            yield work


@pytest.mark.parametrize("sort", [Sort.NEWEST, Sort.EARLIEST])
@pytest.mark.parametrize("name", WANTED)
def test_a_server_finds_exactly_what_is_wanted_as_well(many_on_server: Many, way: None, name: str, sort: Sort) -> None:
    pages = walked(many_on_server.work, WANTED[name], sort, size=60)
    assert [number for page in pages for number in ids(page)] == told_plainly(many_on_server, WANTED[name], sort)


@pytest.mark.parametrize("sort", Sort)
def test_a_page_reached_from_behind_leads_on_as_well(many: Many, way: None, sort: Sort) -> None:
    first, second, third = list(walked(many.work, Wanted(), sort))[:3]
    again = many.work.cases.page(Wanted(), sort, third.before, size=7)
    assert again == second
    assert many.work.cases.page(Wanted(), sort, again.before, size=7) == first


def test_every_filter_lets_some_through_and_holds_some_back(many: Many) -> None:
    everyone = many.work.cases.total(Wanted())
    totals = {name: many.work.cases.total(wanted) for name, wanted in WANTED.items()}
    assert {name for name, total in totals.items() if total in {0, everyone}} == {"all", "nothing"}


# --- the ways there -------------------------------------------------------------------------------


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("stage", [None, Stage.NEW])
@pytest.mark.parametrize("name", WANTED)
def test_an_index_leads_to_every_page_in_every_order(
    many: Many, monkeypatch: pytest.MonkeyPatch, name: str, stage: Stage | None, sort: Sort
) -> None:
    nobody_is_few(monkeypatch)
    steps = list(plans(many.work, replace(WANTED[name], stage=stage), sort))
    assert steps
    assert [step for step in steps if step.startswith("SCAN") or "TEMP B-TREE" in step] == []


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("name", WANTED)
def test_few_are_found_by_an_index_and_nothing_but_them_is_sorted(many: Many, name: str, sort: Sort) -> None:
    steps = list(plans(many.work, replace(WANTED[name], stage=Stage.NEW), sort))
    assert [step for step in steps if re.match(r"SCAN (intakes|sought|terms)\b", step)] == []
    read = [step for step in steps if step.startswith("SEARCH intakes")]
    sorted_after = [step for step in steps if "ORDER BY" in step]
    by_number = [step for step in read if "USING INTEGER PRIMARY KEY (rowid=?)" in step]
    assert not sorted_after or by_number == read


def plans(work: Work, wanted: Wanted, sort: Sort) -> Iterator[str]:
    """Every step of every statement that pages in the middle, at the ends and among what has no key are made of."""
    found = finding(work.cases.connection, wanted, sort)
    middle = {"severity": 2, "earliest": NOW.date(), "raised_at": NOW}
    places = [None, Place(None, 90), *([Place(middle[found.order.key], 90)] if found.order.key else [])]
    for place, backward in product(places, (False, True)):
        for query in found.queries(place, backward, 26):
            yield from explained(work, query.limit(26))
    yield from explained(work, *(each.ids for each in filters.filters_of(wanted)))


def explained(work: Work, *queries: Select[Any]) -> Iterator[str]:
    for query in queries:
        text = query.compile(work.cases.connection, compile_kwargs={"literal_binds": True})
        for step in work.cases.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}"):
            yield str(step.detail)


# --- a plain second telling -----------------------------------------------------------------------


def ids(page: CasePage) -> list[int]:
    return [line.id for line in page.lines]


def walked(work: Work, wanted: Wanted, sort: Sort, size: int = 7) -> Iterator[CasePage]:
    """Every page, from the first to the last."""
    page = work.cases.page(wanted, sort, size=size)
    yield page
    while page.after:
        page = work.cases.page(wanted, sort, page.after, size=size)
        yield page


def told_plainly(many: Many, wanted: Wanted, sort: Sort) -> list[int]:
    keys: dict[Sort, Callable[[CaseLine], Any]] = {
        Sort.NEWEST: lambda line: -line.id,
        Sort.OLDEST: lambda line: line.id,
        Sort.VERDICT: lambda line: (line.verdict is None, -(line.verdict or 0), -line.id),
        Sort.EARLIEST: lambda line: (line.earliest is None, line.earliest or date.max, line.id),
        Sort.WAITING: lambda line: (line.raised_at is None, line.raised_at or NOW, line.id),
    }
    return [line.id for line in sorted(many.lines, key=keys[sort]) if _fits(many, line, wanted)]


def _fits(many: Many, line: CaseLine, wanted: Wanted) -> bool:
    begun = [part for word in name_words(wanted.name) for part in name_parts(line.name) if part.startswith(word)]
    ends = phone_ends(many.phones.get(line.id, ""))
    return all(
        (
            wanted.stage in {None, line.stage},
            wanted.verdict in {None, line.verdict},
            wanted.claimed_by in {None, line.claimed_by},
            all(any(part.startswith(word) for part in begun) for word in name_words(wanted.name)),
            line.case.startswith(wanted.case.upper()),
            not wanted.phone or any(end.startswith(phone_digits(wanted.phone)) for end in ends),
            not wanted.rule or wanted.rule in many.rules[line.id],
            not wanted.goal or wanted.goal in line.goals,
            not wanted.tag or wanted.tag.upper() in {tag.upper() for tag in line.tags},
            wanted.since is None or line.started_at >= wanted.since,
            wanted.until is None or line.started_at < wanted.until,
        )
    )
