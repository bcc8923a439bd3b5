"""The same words mean the same, whenever and wherever they are read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from flows.answers.said import Said
from tests.flows.answers.told import told

ROOT = Path(__file__).parents[3]


def told_elsewhere(seed: str) -> list[str]:
    """The same in a process of its own, whose sets and dictionaries of strings are in another order."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "tests.flows.answers.told"]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    return run.stdout.decode("utf-8").splitlines()


def test_reading_depends_on_nothing_but_the_words() -> None:
    here = list(told())
    assert here == list(told())
    assert len(here) > 1000
    assert here == told_elsewhere("1")
    assert here == told_elsewhere("2")


def test_a_text_that_remembers_what_was_found_is_read_like_any_other() -> None:
    assert list(told(Said)) == list(told())
