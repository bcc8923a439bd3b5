"""The check of every invariant: each is broken once by hand, and that one alone is reported."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.verifying import Broken, invariants, left_in_hand
from storage import streaming
from storage.copying import fill
from storage.database import migrate, open_database
from storage.invariants import nevers
from storage.snapshots import reading, snapshot
from storage.verifying import LINK
from tests.bot.lived import NAME, live
from tests.postgres import KINDS

if TYPE_CHECKING:
    from flows.flow import Flow
    from tests.postgres import Server

NOW = datetime(2026, 11, 5, tzinfo=UTC)
AT = "'2026-11-05 00:00:00.000000'"
FINISHED = "(SELECT id FROM intakes WHERE state = 'finished')"
ITS_CHAT = "(SELECT chat_id FROM intakes WHERE state = 'finished')"
FIRST_TURN = f"(SELECT min(id) FROM turns WHERE chat_id = {ITS_CHAT})"
OPEN = "(SELECT max(id) FROM intakes WHERE state = 'area' AND closed_at IS NULL)"
DECLINED = "(SELECT id FROM intakes WHERE state = 'declined')"
OF_A_MINOR = "(SELECT min(id) FROM intakes WHERE chat_id = (SELECT chat_id FROM intakes WHERE state = 'minor'))"
SENT = f"(SELECT min(id) FROM outbox WHERE state = 'sent' AND turn_id = {FIRST_TURN})"
DUE = "(SELECT max(id) FROM outbox WHERE state = 'due')"
NUDGE = "(SELECT max(id) FROM deadlines WHERE kind = 'nudge')"
REPLACED = f"(SELECT min(id) FROM answers WHERE intake_id = {FINISHED} AND replaced_at IS NOT NULL)"
TYPED = f"did = 'typed' AND chat_id = {ITS_CHAT}"
AGE_SHOWN = "event = 'QuestionShown' AND about = 'age'"


def one(rows: str, which: str) -> str:
    return f" WHERE id = (SELECT min(id) FROM {rows} WHERE {which})"


BREAKS = {
    "inbox_state": ["UPDATE inbox SET state = 'lost' " + one("inbox", "state = 'done'")],
    "inbox_done_is_bare": ["UPDATE inbox SET raw = '{}' " + one("inbox", "state = 'done'")],
    "inbox_waits_whole": ["UPDATE inbox SET raw = NULL WHERE state = 'waiting'"],
    "inbox_held_was_tried": ["UPDATE inbox SET holder = 1, attempts = 0 WHERE state = 'waiting'"],
    "inbox_quarantined_whole": ["UPDATE inbox SET error = NULL WHERE state = 'quarantined'"],
    "outbox_state": [f"UPDATE outbox SET state = 'lost' WHERE id = {SENT}"],
    "outbox_over_is_bare": [f"UPDATE outbox SET params = '{{}}' WHERE id = {SENT}"],
    "outbox_dead_has_reason": [f"UPDATE outbox SET state = 'dead', reason = NULL WHERE id = {SENT}"],
    "outbox_open_is_whole": [f"UPDATE outbox SET params = NULL WHERE id = {DUE}"],
    "outbox_due_is_free": [f"UPDATE outbox SET holder = 1 WHERE id = {DUE}"],
    "one_letter_at_a_time": ["UPDATE outbox SET state = 'in_flight' WHERE state = 'due'"],
    "letters_in_order": [
        f"UPDATE outbox SET state = 'sent', chat_id = NULL, params = NULL, done_at = {AT} WHERE id = {DUE}"
    ],
    "letter_of_its_chat": [f"UPDATE outbox SET chat_id = 9 WHERE id = {DUE}"],
    "one_turn_for_a_message": [
        f"UPDATE turns SET message_id = (SELECT max(message_id) FROM turns WHERE {TYPED})" + one("turns", TYPED)
    ],
    "turn_of_its_chat": [f"UPDATE turns SET chat_id = 9 WHERE id = {FIRST_TURN}"],
    "lines_in_order": ["UPDATE lines SET id = 99999 " + one("lines", f"turn_id = {FIRST_TURN}")],
    "outbox_in_order": [f"UPDATE outbox SET id = 99999 WHERE id = {SENT}"],
    "what_was_said_stands_there": [f"DELETE FROM lines WHERE turn_id = {FIRST_TURN}"],
    "stage_as_computed": [f"UPDATE intakes SET stage = 'booked' WHERE id = {FINISHED}"],
    "verdict_has_its_severity": [f"UPDATE intakes SET severity = NULL WHERE id = {FINISHED}"],
    "outcome_is_whole": [
        f"UPDATE intakes SET outcome = 'booked', stage = 'booked', outcome_at = {AT} WHERE id = {FINISHED}"
    ],
    "claim_is_whole": [f"UPDATE intakes SET claimed_at = {AT} WHERE id = {FINISHED}"],
    "urgent_was_raised": [f"UPDATE intakes SET urgent = 1 WHERE id = {DECLINED}"],
    "finished_has_its_time": [f"UPDATE intakes SET finished_at = NULL WHERE id = {FINISHED}"],
    "finish_is_counted": ["DELETE FROM events WHERE event = 'IntakeFinished'"],
    "one_open_intake": [
        "UPDATE intakes SET closed_at = NULL WHERE closed_at IS NOT NULL AND chat_id NOT IN"
        " (SELECT chat_id FROM intakes WHERE state = 'minor')"
    ],
    "nothing_of_the_declined": [f"UPDATE intakes SET source = 'friend' WHERE id = {DECLINED}"],
    "nothing_of_a_minor": [f"UPDATE intakes SET mentions = '[\"health\"]' WHERE id = {OF_A_MINOR}"],
    "retention_is_set": [f"DELETE FROM deadlines WHERE kind = 'retention' AND intake_id = {FINISHED}"],
    "only_the_newest_is_current": [
        "DROP INDEX ix_answers_current",
        f"UPDATE answers SET replaced_at = NULL WHERE id = {REPLACED}",
    ],
    "answer_of_its_turn": [f"UPDATE answers SET turn_id = (SELECT max(id) FROM turns) WHERE id = {REPLACED}"],
    "correction_has_its_reason": [f"UPDATE answers SET staff_id = 1 WHERE id = {REPLACED}"],
    "event_known": ["UPDATE events SET event = 'Nothing' " + one("events", AGE_SHOWN)],
    "event_of_its_run": ["UPDATE events SET run = NULL " + one("events", f"intake_id = {OPEN}")],
    "nothing_of_the_erased": [
        "UPDATE events SET about = 'words' " + one("events", "intake_id IS NULL AND event = 'ConsentGiven'")
    ],
    "one_finish_in_a_turn": [
        "INSERT INTO events (intake_id, turn_id, run, event, about, at)"
        " SELECT intake_id, turn_id, run, event, about, at FROM events WHERE event = 'IntakeFinished'"
    ],
    "deadline_kind": [f"UPDATE deadlines SET kind = 'never' WHERE id = {NUDGE}"],
    "deadline_of_its_chat": [f"UPDATE deadlines SET chat_id = 9 WHERE id = {NUDGE}"],
    "nobody_is_nudged_after_the_end": [f"UPDATE deadlines SET intake_id = {DECLINED}, chat_id ="
        f" (SELECT chat_id FROM intakes WHERE id = {DECLINED}) WHERE id = {NUDGE}"],
    "alert_kind": ["UPDATE alerts SET kind = 'nothing'"],
    "alert_of_a_case": ["UPDATE alerts SET \"case\" = 'NOBODY'"],
    "answered_by_somebody": ["UPDATE passed_on SET answered_by = 1"],
    LINK: [f"INSERT INTO notes (intake_id, staff_id, text, at) VALUES (99999, 1, '', {AT})"],
    "answer_readable": [f"UPDATE answers SET how = 'guessed' WHERE id = {REPLACED}"],
    "intake_readable": [f"UPDATE intakes SET mentions = '[\"nothing\"]' WHERE id = {OPEN}"],
    "answer_fits": [
        f"UPDATE answers SET question = 'unasked', value = '\"Zenobia\"' WHERE id = {REPLACED}",
    ],
    "state_known": [f"UPDATE intakes SET state = 'nowhere' WHERE id = {OPEN}"],
    "found_by_its_tags": ["DELETE FROM tags"],
    "verdict_as_screened": [f"UPDATE intakes SET earliest = '2001-01-01' WHERE id = {FINISHED}"],
    "found_by_its_answers": [f"DELETE FROM terms WHERE kind = 'rule' AND intake_id = {FINISHED}"],
    "trail_unbroken": ["UPDATE audit SET action = 'nothing' WHERE id = 1"],
    "trail_ends_where_marked": [f"UPDATE marks SET value = '2:{'0' * 64}' WHERE name = 'trail'"],
    "mark_readable": ["UPDATE marks SET value = 'words' WHERE name = 'trail'"],
    "mark_known": [f"INSERT INTO marks (name, value, at) VALUES ('nonsense', '', {AT})"],
}  # fmt: skip
OF_THE_FORM = {
    LINK, "answer_readable", "intake_readable", "answer_fits", "state_known", "found_by_its_tags",
    "verdict_as_screened", "found_by_its_answers", "trail_unbroken", "trail_ends_where_marked", "mark_readable",
    "mark_known",
}  # fmt: skip


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory, flow: Flow) -> Path:
    file = tmp_path_factory.mktemp("lived") / "lived.sqlite3"
    migrate(f"sqlite:///{file}")
    asyncio.run(live(f"sqlite:///{file}", flow))
    return file


@pytest.fixture
def file(lived: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(lived, tmp_path / "copy.sqlite3"))


def broken(url: str, flow: Flow) -> list[Broken]:
    with closing(open_database(url)) as database:
        return invariants(database, flow)


def execute(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        for statement in statements:
            done = connection.execute(statement)
            assert done.rowcount, "nothing was broken"
        connection.commit()


def test_every_invariant_is_broken_once() -> None:
    assert {never.invariant for never in nevers()} | OF_THE_FORM == set(BREAKS)


def test_what_has_lived_breaks_none(file: Path, flow: Flow) -> None:
    assert broken(f"sqlite:///{file}", flow) == []


@pytest.mark.parametrize("invariant", BREAKS)
def test_what_is_broken_is_reported_and_nothing_else(invariant: str, file: Path, flow: Flow) -> None:
    execute(file, *BREAKS[invariant])
    found = broken(f"sqlite:///{file}", flow)
    assert {each.invariant for each in found} == {invariant}
    assert NAME not in str(found)


@pytest.mark.parametrize("rows", [7, 23])
def test_small_slices_find_the_same(rows: int, file: Path, flow: Flow, monkeypatch: pytest.MonkeyPatch) -> None:
    execute(file, *BREAKS["stage_as_computed"], *BREAKS["lines_in_order"], *BREAKS["verdict_as_screened"])
    whole = broken(f"sqlite:///{file}", flow)
    monkeypatch.setattr("bot.verifying.ROWS", rows)
    monkeypatch.setattr("bot.verifying.INTAKES", rows)
    assert sorted(map(str, broken(f"sqlite:///{file}", flow))) == sorted(map(str, whole))
    assert len(whole) == 3


def test_another_form_is_no_measure_for_what_was_taken_with_this_one(file: Path, flow: Flow) -> None:
    execute(file, "UPDATE intakes SET form = 'another'", *BREAKS["state_known"], *BREAKS["verdict_as_screened"])
    assert broken(f"sqlite:///{file}", flow) == []


@pytest.mark.parametrize("invariant", ["one_letter_at_a_time", "letters_in_order"])
def test_an_answer_to_a_tap_is_bound_to_no_order(invariant: str, file: Path, flow: Flow) -> None:
    execute(file, "UPDATE outbox SET method = 'answerCallbackQuery' WHERE state = 'due'", *BREAKS[invariant])
    assert broken(f"sqlite:///{file}", flow) == []


def test_a_server_is_checked_alike(server: Server, file: Path, flow: Flow) -> None:
    with server.database() as url:
        execute(file, *BREAKS["letters_in_order"])
        with snapshot(f"sqlite:///{file}") as engine, reading(engine) as connection:
            fill(url, streaming.lines(connection, NOW), NOW)
        assert {each.invariant for each in broken(url, flow)} == {"letters_in_order"}


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_worker_left_behind_is_counted_and_breaks_nothing(
    kind: str, file: Path, flow: Flow, request: pytest.FixtureRequest
) -> None:
    execute(file, "UPDATE inbox SET holder = 5, attempts = 1 WHERE state = 'waiting'")
    with ExitStack() as stack:
        url = f"sqlite:///{file}"
        if kind == "postgresql":
            server: Server = request.getfixturevalue("server")
            url = stack.enter_context(server.database())
            with snapshot(f"sqlite:///{file}") as engine, reading(engine) as connection:
                fill(url, streaming.lines(connection, NOW), NOW)
        assert broken(url, flow) == []
        database = stack.enter_context(closing(open_database(url)))
        assert left_in_hand(database) == 1
        if kind == "postgresql":
            stack.enter_context(closing(database.presence())).enter(5)
        else:
            execute(file, f"INSERT INTO workers (id, pid, host, started_at, seen_at) VALUES (5, 1, '', {AT}, {AT})")
        assert left_in_hand(database) == 0
