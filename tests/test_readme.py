"""Every command that README tells somebody to type is tried."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot import commands
from storage.database import migrate

ROOT = Path(__file__).parents[1]
START = "python3 -m bot "
TRIED_BY_CI = {"pip install -e '.[test]'", "bash .ci/run", "cp .env.example .env"}


def written() -> list[str]:
    blocks = re.findall(r"```console\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    return [line.strip() for block in blocks for line in block.splitlines() if line.strip()]


def ends_by_itself(line: str) -> bool:
    return line.startswith(("python3 -m bot check", "python3 -m bot screen")) and "--against" not in line


@pytest.mark.parametrize("line", [line for line in written() if ends_by_itself(line)])
def test_a_command_that_needs_nothing_works_as_written(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert CliRunner().invoke(commands.main, line.split()[3:]).exit_code == 0


WITH_A_DATABASE = (
    "migrate", "check --against", "intakes", "questions", "trouble", "quarantine list", "verify", "export",
)  # fmt: skip


@pytest.mark.parametrize("line", [line for line in written() if line.removeprefix(START).startswith(WITH_A_DATABASE)])
def test_a_command_that_needs_a_database_works_as_written(
    line: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", "sqlite:///intake.sqlite3")
    migrate("sqlite:///intake.sqlite3")
    if "migrate-data" in line:
        monkeypatch.setenv("DATABASE_URL", "sqlite:///other.sqlite3")
    assert CliRunner().invoke(commands.main, line.split()[3:], catch_exceptions=False).exit_code == 0


@pytest.mark.parametrize("line", written())
def test_a_command_in_the_readme_exists_with_its_options(line: str) -> None:
    if line in TRIED_BY_CI:
        return
    words = line.removeprefix(START).split()
    assert line.startswith(START)
    command = commands.main.commands[words[0]]
    known = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in words if word.startswith("--")} <= known


def test_every_command_is_in_the_readme() -> None:
    assert set(commands.main.commands) <= {line.split()[3] for line in written() if line.startswith("python3 -m bot ")}


def test_the_files_that_the_readme_names_are_there() -> None:
    text = (ROOT / "README.md").read_text()
    named = set(re.findall(r"`((?:bot|flows|storage|tests|\.ci)/[\w./-]+)`", text))
    assert named
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
