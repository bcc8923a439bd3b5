"""The command line around copies: what the owner types, what comes back, and the exit code."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot import commands, settings
from storage.database import open_database
from storage.marks import Mark
from tests.bot.lived import NAME
from tests.bot.test_verifying import BREAKS, execute, lived

__all__ = ["lived"]

NOW = datetime(2026, 11, 5, 12, tzinfo=UTC)
Run = Callable[..., Result]


@pytest.fixture
def file(lived: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(lived, tmp_path / "lived.sqlite3"))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, file: Path) -> Run:
    for name in settings.NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("bot.sealing.COST", 2)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file}")
    monkeypatch.chdir(tmp_path)

    def type_in(*words: str, given: str = "") -> Result:
        return CliRunner().invoke(commands.main, list(words), input=given)

    return type_in


def held(file: Path) -> bool:
    with closing(open_database(f"sqlite:///{file}")) as database, database.look(NOW) as work:
        return work.marks.get(Mark.HELD) is not None


def test_a_plain_backup_warns_and_can_be_checked(run: Run) -> None:
    made = run("backup", "kept")
    assert made.exit_code == 0
    assert "NOT encrypted" in made.stderr
    checked = run("restore", "--check", "kept")
    assert (checked.exit_code, checked.stderr) == (0, "")
    assert "whole" in checked.stdout
    assert NAME not in made.output + checked.output


def test_a_sealed_backup_does_not_warn_and_needs_its_key(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKUP_KEY", "a long password")
    made = run("backup", ".")
    assert (made.exit_code, made.stderr) == (0, "")
    (kept,) = Path().glob("*.intake-backup")
    assert run("restore", "--check", str(kept)).exit_code == 0
    monkeypatch.setenv("BACKUP_KEY", "another password")
    refused = run("restore", "--check", str(kept))
    assert refused.exit_code == 2
    assert len(refused.stderr.splitlines()) == 1
    assert "another password" not in refused.output


def test_what_is_restored_is_held_until_somebody_lets_it_go(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run("backup", "kept")
    assert run("restore", "kept").exit_code == 2
    new = tmp_path / "new.sqlite3"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{new}")
    restored = run("restore", "kept")
    assert restored.exit_code == 0
    assert "release" in restored.output
    assert held(new)
    refused = run("release", given="n\n")
    assert refused.exit_code == 2
    assert "Letters that would go out" in refused.output
    assert held(new)
    assert run("release", given="y\n").exit_code == 0
    assert not held(new)
    assert "Nothing is held" in run("release", "--yes").output


def test_letters_can_be_put_aside(run: Run, file: Path) -> None:
    with closing(open_database(f"sqlite:///{file}")) as database, database.work(datetime.now(UTC)) as work:
        waiting = work.outbox.waiting()
        work.marks.set(Mark.HELD, datetime.now(UTC).isoformat())
        work.commit()
    assert waiting
    released = run("release", "--drop-letters", "--yes")
    assert f"put aside: {waiting}." in released.output
    assert not held(file)


def test_data_moves_by_address_or_by_the_name_of_the_setting(run: Run, tmp_path: Path) -> None:
    moved = run("migrate-data", "DATABASE_URL", f"sqlite:///{tmp_path}/moved.sqlite3")
    assert moved.exit_code == 0
    assert "Moved" in moved.output
    assert run("migrate-data", f"sqlite:///{tmp_path}/moved.sqlite3", "DATABASE_URL").exit_code == 2


def test_a_password_on_the_command_line_is_refused(run: Run) -> None:
    refused = run("migrate-data", "DATABASE_URL", "postgresql://user:secret@127.0.0.1/name")
    assert refused.exit_code == 2
    assert "secret" not in refused.output
    assert "DATABASE_URL" in refused.stderr


def test_an_export_says_what_it_is(run: Run) -> None:
    made = run("export", "leaving")
    assert made.exit_code == 0
    assert "not encrypted" in made.stderr
    assert Path("leaving/manifest.json").is_file()
    assert run("export", "leaving").exit_code == 2


def test_verify_names_what_is_broken_and_no_words(run: Run, file: Path) -> None:
    assert run("verify").exit_code == 0
    execute(file, *BREAKS["stage_as_computed"], *BREAKS["answer_fits"])
    found = run("verify")
    assert found.exit_code == 1
    assert sorted(line.split(":")[0] for line in found.output.splitlines()) == ["answer_fits", "stage_as_computed"]
    assert NAME not in found.output
