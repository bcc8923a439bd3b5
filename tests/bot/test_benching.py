"""Tests of the command that measures: it hands on what was asked for, and what came of it."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from click.testing import CliRunner

from bot.commands import ROOT, main


@pytest.mark.parametrize(
    ("typed", "handed_on"),
    [
        ([], []),
        (["--quick"], ["--quick"]),
        (
            ["--only", "ours,ptb", "--sizes=0,10", "--repeats", "2", "--readme"],
            ["--only", "ours,ptb", "--sizes", "0,10", "--repeats", "2", "--readme"],
        ),
    ],
)
def test_what_is_asked_for_is_measured(typed: list[str], handed_on: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[tuple[list[str], Any]] = []

    def begin(command: list[str], cwd: Any) -> int:
        begun.append((command, cwd))
        return 3

    monkeypatch.setattr(subprocess, "call", begin)
    done = CliRunner().invoke(main, ["bench", *typed])
    assert begun == [([sys.executable, "-m", "tests.benchmarks.bench", *handed_on], ROOT)]
    assert done.exit_code == 3


def test_the_command_has_the_options_of_the_program_that_it_starts() -> None:
    from tests.benchmarks.bench import main as measuring

    ours, theirs = ([each.opts for each in command.params] for command in (main.commands["bench"], measuring))
    assert ours == theirs
