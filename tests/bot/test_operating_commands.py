"""The commands for looking after it: what they print, what they change, and the exit code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from bot import commands, settings
from bot.doctor import checkup
from bot.doctor.checkup import Check
from bot.doctor.finding import Finding, look, ok, wrong
from storage.database import open_database
from storage.inbox import Arrived
from tests.bot.room import BOT_ID, NOW

if TYPE_CHECKING:
    from pathlib import Path

    from storage.audit import AuditLine
    from storage.database import Database

Run = Callable[..., Result]
WORDS = "planted-in-quarantine"
RAW = f'{{"update_id":7,"message":{{"text":"{WORDS} \\u00f3\\u001b[2J"}}}}'


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    for name in settings.NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bot.logs.setup", lambda *_: None)
    return lambda *words: CliRunner().invoke(commands.main, list(words))


@pytest.fixture
def stored(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """The database that the settings name."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    with closing(open_database(database_url)) as database:
        yield database


@pytest.fixture
def given_up(stored: Database) -> int:
    """The ID of an update that was given up; another one was as well."""
    give_up(stored)
    return 1


def give_up(database: Database) -> None:
    """Two updates, the second no JSON."""
    with database.work(NOW) as work:
        work.inbox.ingest(BOT_ID, [Arrived(7, 1, RAW), Arrived(8, 2, "no json \x1b[2J")], 9)
        for _ in range(2):
            waiting = work.inbox.claim()
            assert waiting is not None
            work.inbox.quarantine(waiting.id, "KeyError")
        work.commit()


def trail(database: Database) -> list[AuditLine]:
    """Newest first."""
    with database.look(NOW) as work:
        return list(work.audit.page())


def waiting_in(database: Database) -> tuple[int, int]:
    """How many updates are in quarantine, and how many wait."""
    with database.look(NOW) as work:
        return len(work.quarantine.all()), work.inbox.waiting()


# --- doctor ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("found", "exit_code"),
    [([ok("a", "Well.")], 0), ([ok("a", "Well."), look("b", "See.")], 0), ([wrong("a", "Mend."), ok("b", "Well.")], 1)],
)
def test_doctor_prints_a_line_for_each_finding_and_fails_where_something_is_wrong(
    run: Run, monkeypatch: pytest.MonkeyPatch, found: list[Finding], exit_code: int
) -> None:
    monkeypatch.setattr(checkup, "check_up", lambda *_: iter(found))
    printed = run("doctor")
    assert (printed.exit_code, printed.stdout.splitlines()) == (exit_code, [str(one) for one in found])


def test_doctor_on_a_new_machine_says_what_is_missing_and_goes_on(run: Run) -> None:
    printed = run("doctor")
    assert (printed.exit_code, printed.exception.__class__) == (1, SystemExit)
    assert "BOT_TOKEN" in printed.stdout
    assert "migrate" in printed.stdout
    assert "words" in printed.stdout


def test_doctor_says_which_setting_cannot_be_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONSOLE_URL", "ftp://hunter2.example.org")
    printed = run("doctor")
    assert printed.exit_code == 1
    assert "CONSOLE_URL" in printed.stdout
    assert "hunter2" not in printed.stdout


def test_doctor_looks_where_backups_are_said_to_be(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(checkup, "CHECKS", tuple(check for check in checkup.CHECKS if check.about == "backups"))
    monkeypatch.setattr(checkup.check_up, "__defaults__", (None, checkup.CHECKS))
    assert "backups" in run("doctor", "--backups", str(tmp_path)).stdout
    assert run("doctor").stdout == ""


def test_a_check_that_fails_is_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_patient: object) -> list[Finding]:
        raise ZeroDivisionError

    monkeypatch.setattr(checkup.check_up, "__defaults__", (None, (Check("odd", fail),)))
    printed = run("doctor")
    assert (printed.exit_code, len(printed.stdout.splitlines())) == (1, 1)


# --- quarantine -----------------------------------------------------------------------------------


def test_quarantine_lists_what_was_given_up_without_its_words(run: Run, given_up: int) -> None:
    headings, first, second = run("quarantine", "list").stdout.splitlines()
    assert headings.split() == ["id", "when", "error", "attempts"]
    assert first.split() == [str(given_up), "2026-11-04", "12:00", "KeyError", "1"]
    assert second.split()[0] == "2"


def test_an_empty_quarantine_says_so(run: Run, stored: Database) -> None:
    (sentence,) = run("quarantine", "list").stdout.splitlines()
    assert sentence.endswith(".")


def test_quarantine_shows_an_update_after_a_warning_and_notes_that_it_did(
    run: Run, given_up: int, stored: Database
) -> None:
    printed = run("quarantine", "show", str(given_up))
    assert (printed.exit_code, len(printed.stderr.splitlines())) == (0, 1)
    assert f"{WORDS} ó" in printed.stdout
    assert "\x1b" not in printed.stdout
    (line,) = trail(stored)
    assert (line.action, line.about, line.staff_id) == ("quarantine_shown", f"terminal:{given_up}", None)


def test_an_update_that_is_no_json_is_shown_as_it_came_without_moving_the_terminal(run: Run, given_up: int) -> None:
    printed = run("quarantine", "show", "2")
    assert "no json \\u001b[2J" in printed.stdout


def test_one_can_be_tried_again(run: Run, given_up: int, stored: Database) -> None:
    assert run("quarantine", "retry", str(given_up)).exit_code == 0
    assert waiting_in(stored) == (1, 1)
    assert [(line.action, line.about) for line in trail(stored)] == [("quarantine_retried", f"terminal:{given_up}")]


def test_all_can_be_tried_again(run: Run, given_up: int, stored: Database) -> None:
    assert run("quarantine", "retry", "--all").stdout.split()[0] == "2"
    assert waiting_in(stored) == (0, 2)
    assert [line.about for line in trail(stored)] == ["terminal:all"]


@pytest.mark.parametrize("words", [(), ("1", "--all")])
def test_which_one_is_to_be_tried_again_has_to_be_said(
    run: Run, given_up: int, stored: Database, words: tuple[str, ...]
) -> None:
    assert run("quarantine", "retry", *words).exit_code == 2
    assert (waiting_in(stored), trail(stored)) == ((2, 0), [])


def test_one_can_be_let_go_of_with_its_words(run: Run, given_up: int, stored: Database) -> None:
    assert run("quarantine", "drop", str(given_up)).exit_code == 0
    assert waiting_in(stored) == (1, 0)
    assert [line.action for line in trail(stored)] == ["quarantine_dropped"]


def test_its_words_leave_a_file_as_well(
    run: Run, empty_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "intake.sqlite3"
    file.write_bytes(empty_file.read_bytes())
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file}")
    with closing(open_database(f"sqlite:///{file}")) as database:
        give_up(database)
    assert WORDS.encode() in file.read_bytes()
    run("quarantine", "drop", "1")
    assert WORDS.encode() not in file.read_bytes()


@pytest.mark.parametrize("command", ["show", "retry", "drop"])
def test_one_that_is_not_there_is_refused_and_nothing_is_noted(
    run: Run, given_up: int, stored: Database, command: str
) -> None:
    printed = run("quarantine", command, "99")
    assert (printed.exit_code, printed.stdout) == (2, "")
    assert "99" in printed.stderr
    assert (waiting_in(stored), trail(stored)) == ((2, 0), [])


def test_quarantine_without_tables_says_to_migrate(run: Run) -> None:
    printed = run("quarantine", "list")
    assert (printed.exit_code, "migrate" in printed.stderr) == (2, True)
