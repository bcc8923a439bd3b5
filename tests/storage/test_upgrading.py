"""Tests of an upgrade from the first tables, with clients in the middle of the form: nothing is lost, all is found."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from sqlalchemy import create_engine, text

from flows.model import Finding, Screening, Source, Verdict
from storage.cases import Sort, Stage, Wanted
from storage.database import Database, migrate, open_database
from storage.engine import engine_for
from storage.schema import config
from storage.staff_tables import TermRow
from storage.terms import terms_of
from tests.storage.given import LATER, answer, answered, stored

AT = datetime(2026, 10, 30, 15, tzinfo=UTC)
SQL_AT = "2026-10-30 15:00:00.000000"
NEVER = {"replaced_at": None, "message_id": None, "turn_id": None, "at": SQL_AT, "round": 1, "mentions": "[]"}
PLAIN = {"picked": "[]", "pending": None, "tries": 0, "mentions": "[]", "round": 3, "source": "flyer", "nudged": False}
TIMES = {"started_at": SQL_AT, "updated_at": SQL_AT, "closed_at": None}
OLD = (
    {"id": 1, "case": "CCCCCC", "chat_id": 11, "state": "finished", "verdict": "WAIT", "earliest": "2026-11-09"},
    {"id": 2, "case": "DDDDDD", "chat_id": 12, "state": "sun_last", "verdict": "REVIEW", "earliest": None},
    {"id": 3, "case": "FFFFFF", "chat_id": 13, "state": "declined", "verdict": None, "earliest": None},
    {"id": 4, "case": "GGGGGG", "chat_id": 12, "state": "start", "verdict": None, "earliest": None},
)
SAID: tuple[tuple[int, str, object, str | None], ...] = (
    (1, "name", "José O'Brien", None),
    (1, "goals", ["tone", "texture"], None),
    (1, "phone", "+13145550142", None),
    (1, "retinoid_last", {"interval": ["2026-10-28", "2026-10-28"]}, None),
    (2, "name", "Anna", SQL_AT),
    (2, "name", "Bianca 美咲", None),
    (2, "goals", ["not_sure"], None),
    (4, "name", "", None),
)


@pytest.fixture
def old(tmp_path: Path) -> str:
    """A database as the first version left it."""
    url = f"sqlite:///{tmp_path / 'old.db'}"
    engine = engine_for(url, foreign_keys=False)
    with engine.begin() as connection:
        settings = config()
        settings.attributes["connection"] = connection
        command.upgrade(settings, "0001")
    with engine.begin() as connection:

        def put(name: str, row: Mapping[str, object]) -> None:
            names = ", ".join(f'"{column}"' for column in row)
            values = ", ".join(f":{column}" for column in row)
            connection.execute(text(f"INSERT INTO {name} ({names}) VALUES ({values})"), row)

        put("chats", {"chat_id": 11, "language": "en", "parked": False, "album": None, "explained": False})
        for row in OLD:
            finished = SQL_AT if row["state"] == "finished" else None
            rest = {"form": "form", "language": "en", "paused": False, "version": 5, "finished_at": finished}
            put("intakes", {**row, **PLAIN, **TIMES, **rest})
        put("turns", {"id": 1, "chat_id": 11, "intake_id": 1, "did": "typed", "said": "José", "at": SQL_AT})
        put("lines", {"turn_id": 1, "speaker": "bot", "text": "Welcome", "buttons": "[]", "at": SQL_AT})
        for intake_id, question, value, gone in SAID:
            kept = {"intake_id": intake_id, "question": question, "value": json.dumps(value), "said": "so"}
            put("answers", {**NEVER, **kept, "how": "typed", "understood": True, "replaced_at": gone})
        put("events", {"intake_id": 1, "turn_id": 1, "event": "AnswerGiven", "about": "name", "at": SQL_AT})
        put("passed_on", {"intake_id": 1, "turn_id": 1, "topic": "pain", "text": "does it hurt?", "at": SQL_AT})
        put("deadlines", {"kind": "nudge", "chat_id": 12, "intake_id": 2, "due_at": SQL_AT})
        put(
            "outbox",
            {"chat_id": 11, "turn_id": 1, "method": "sendMessage", "state": "due", "attempts": 0, "put_at": SQL_AT},
        )
    engine.dispose()
    return url


@pytest.fixture
def upgraded(old: str) -> Database:
    migrate(old)
    return open_database(old)


def test_an_upgrade_keeps_every_value_of_every_row(old: str) -> None:
    before = rows(old)
    migrate(old)
    after = rows(old)
    assert {name for name in before if not before[name]} == {"inbox", "offsets"}
    for name, kept in before.items():
        if name != "alembic_version":
            assert (
                [{column: row[column] for column in kept[0]} for row in after[name]] == kept
                if kept
                else not after[name]
            )


def test_the_queue_has_every_intake_where_it_belongs(upgraded: Database) -> None:
    with upgraded.look(LATER) as work:
        stages = {line.case: line.stage for line in work.cases.page(Wanted(), Sort.NEWEST).lines}
        assert stages == {
            "CCCCCC": Stage.NEW,
            "DDDDDD": Stage.UNFINISHED,
            "FFFFFF": Stage.DECLINED,
            "GGGGGG": Stage.UNFINISHED,
        }
        (new,) = work.cases.page(Wanted(stage=Stage.NEW), Sort.WAITING).lines
        assert (new.name, new.goals, new.verdict, new.raised_at) == (
            "José O'Brien",
            ("tone", "texture"),
            Verdict.WAIT,
            AT,
        )
        for sort in Sort:
            assert len(list(work.cases.every(Wanted(), sort))) == len(OLD)
    upgraded.close()


@pytest.mark.parametrize(
    ("wanted", "cases"),
    [
        (Wanted(name="jose"), ["CCCCCC"]),
        (Wanted(name="brien jos"), ["CCCCCC"]),
        (Wanted(name="美"), ["DDDDDD"]),
        (Wanted(name="anna"), []),
        (Wanted(phone="(314) 555-0142"), ["CCCCCC"]),
        (Wanted(phone="0142"), ["CCCCCC"]),
        (Wanted(goal="tone"), ["CCCCCC"]),
        (Wanted(goal="not_sure"), ["DDDDDD"]),
        (Wanted(verdict=Verdict.WAIT), ["CCCCCC"]),
        (Wanted(case="dd"), ["DDDDDD"]),
        (Wanted(since=AT, until=LATER, stage=Stage.NEW), ["CCCCCC"]),
    ],
)
def test_what_was_there_before_is_found(upgraded: Database, wanted: Wanted, cases: list[str]) -> None:
    with upgraded.look(LATER) as work:
        assert [line.case for line in work.cases.every(wanted, Sort.OLDEST)] == cases
    upgraded.close()


def test_what_the_migration_fills_in_is_what_the_program_would_have(upgraded: Database) -> None:
    with upgraded.look(LATER) as work:
        for row in OLD:
            kept = work.intakes.find(str(row["case"]))
            assert kept is not None
            unscreened = Screening(Verdict.READY, None, complete=True, findings=())
            found = {(each["kind"], each["term"]) for each in stored(work, TermRow) if each["intake_id"] == kept.id}
            assert found == {(kind.value, term) for kind, term in terms_of(kept.intake, unscreened)}
    upgraded.close()


def test_who_was_in_the_middle_goes_on_and_is_found_by_rules_from_then_on(upgraded: Database) -> None:
    with upgraded.work(LATER) as work:
        kept = work.intakes.find("DDDDDD")
        assert kept is not None
        assert set(kept.intake.answers) == {"name", "goals"}
        fired = (Finding("sun", Verdict.WAIT, None, ("sun_last",), Source.CLINIC),)
        screening = Screening(Verdict.WAIT, None, complete=True, findings=fired)
        work.intakes.save(kept, answered(kept.intake, sun_last=answer()), None, screening)
        assert [line.case for line in work.cases.page(Wanted(rule="sun", name="bianca"), Sort.NEWEST).lines] == [
            "DDDDDD"
        ]
        assert work.cases.claim(kept.id, 111)
        work.commit()
    upgraded.close()


def rows(url: str) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table, by the name of the table."""
    engine = create_engine(url)
    with engine.connect() as connection:
        tables = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
        named = [name for name in tables if not name.startswith("sqlite_")]
        found = {
            name: [dict(row._asdict()) for row in connection.execute(text(f"SELECT * FROM {name} ORDER BY 1"))]
            for name in named
        }
    engine.dispose()
    return found
