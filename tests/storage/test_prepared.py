"""Prepared statements say and give just what SQLAlchemy's own execution would, on both databases."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import bindparam, insert, select, update

from storage.prepared import Prepared
from storage.tables import IntakeRow, LineRow, OutboxRow, table
from storage.work import Work
from tests.storage.given import NOW, stored

INTAKES, LINES, OUTBOX = table(IntakeRow), table(LineRow), table(OutboxRow)
PUT = Prepared(insert(INTAKES).returning(INTAKES.c.id))
ONE = Prepared(select(INTAKES).where(INTAKES.c.id == bindparam("which")))
CHANGE = Prepared(update(INTAKES).where(INTAKES.c.id == bindparam("which")), changes=("picked", "earliest", "urgent"))
NAIVE = datetime(2026, 11, 3, 12)  # noqa: DTZ001 - what a type must refuse
GIVEN = {
    "case": "CASE34", "chat_id": 2**62, "form": "f", "state": "name", "language": "en", "picked": ["a", "ü"],
    "pending": {"deep": {"er": None}}, "earliest": date(2026, 11, 9), "paused": True,
    "started_at": NOW.astimezone(timezone(timedelta(hours=-6))), "updated_at": NOW,
}  # fmt: skip


def test_a_row_comes_back_as_it_was_put_with_the_usual_values_for_the_rest(work: Work) -> None:
    number = PUT.number(work.inbox.connection, GIVEN)
    row = ONE.first(work.inbox.connection, {"which": number})
    assert row is not None
    (same,) = stored(work, IntakeRow)
    assert row._asdict() == same
    assert (row.picked, row.pending, row.earliest, row.paused) == (
        ["a", "ü"],
        {"deep": {"er": None}},
        date(2026, 11, 9),
        True,
    )
    assert (row.started_at, row.started_at.tzinfo) == (NOW, UTC)
    assert (row.mentions, row.stage, row.version, row.verdict) == ([], "unfinished", 0, None)


def test_a_change_says_how_many_rows_it_changed(work: Work) -> None:
    number = PUT.number(work.inbox.connection, GIVEN)
    new: dict[str, object] = {"picked": [], "earliest": None, "urgent": True}
    assert CHANGE.run(work.inbox.connection, {"which": number, **new}) == 1
    assert CHANGE.run(work.inbox.connection, {"which": number + 1, **new}) == 0
    row = ONE.first(work.inbox.connection, {"which": number})
    assert row is not None
    assert (row.picked, row.earliest, row.urgent) == ([], None, True)


def test_many_rows_get_their_numbers_in_order_and_none_is_nothing(work: Work) -> None:
    turn = work.transcript.turn(5, None, "typed", "hi")
    add = Prepared(insert(LINES))
    add.run_each(work.inbox.connection, [])
    rows = [{"turn_id": turn, "speaker": "bot", "text": text, "at": NOW} for text in "abc"]
    add.run_each(work.inbox.connection, rows)
    assert [line["text"] for line in stored(work, LineRow)] == ["a", "b", "c"]


def test_what_finds_nothing_gives_nothing(work: Work) -> None:
    assert ONE.first(work.inbox.connection, {"which": 404}) is None
    assert ONE.all(work.inbox.connection, {"which": 404}) == []


def test_what_a_column_must_have_cannot_be_left_out(work: Work) -> None:
    with pytest.raises(KeyError, match="case"):
        PUT.number(work.inbox.connection, {name: value for name, value in GIVEN.items() if name != "case"})


def test_a_time_without_a_zone_is_refused_here_too(work: Work) -> None:
    with pytest.raises(ValueError, match="zone"):
        PUT.number(work.inbox.connection, {**GIVEN, "started_at": NAIVE})


def test_a_list_of_unknown_length_is_refused(work: Work) -> None:
    with pytest.raises(ValueError, match="length"):
        Prepared(select(OUTBOX).where(OUTBOX.c.id.in_([1, 2]))).all(work.inbox.connection, {})


def test_it_is_part_of_the_transaction(work: Work) -> None:
    savepoint = work.inbox.connection.begin_nested()
    PUT.number(work.inbox.connection, GIVEN)
    savepoint.rollback()
    assert stored(work, IntakeRow) == []
