"""A log that cannot be written stops nobody, and says later how much of it is missing."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

import pytest

from bot.log_lines import Lines

FULL = Path("/dev/full")
REASONS = [
    OSError(errno.ENOSPC, "no space left on device"),
    BrokenPipeError(errno.EPIPE, "broken pipe"),
    BlockingIOError(errno.EAGAIN, "resource temporarily unavailable"),
    OSError(errno.EIO, "input/output error"),
    ValueError("I/O operation on closed file"),
]


class Moody(io.StringIO):
    """A file without a descriptor that cannot be written while there is a `problem`."""

    problem: Exception | None = None

    def write(self, text: str) -> int:
        if self.problem:
            raise self.problem
        return super().write(text)


def lines_to(out: TextIO) -> Lines:
    return Lines(out, lambda count: f"lost {count}")


@contextmanager
def pipe() -> Iterator[tuple[int, TextIO]]:
    """Both ends; whoever reads may close theirs."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "w") as out:
        yield reading, out


@pytest.mark.parametrize("problem", REASONS, ids=lambda problem: type(problem).__name__)
def test_a_line_that_cannot_be_written_raises_nothing_and_is_counted(problem: Exception) -> None:
    out = Moody()
    lines = lines_to(out)
    out.problem = problem
    lines.info("one")
    lines.error("two")
    assert (lines.lost, out.getvalue()) == (2, "")


def test_once_it_can_be_written_again_it_says_once_how_many_are_missing() -> None:
    out = Moody()
    lines = lines_to(out)
    lines.info("before")
    out.problem = REASONS[0]
    lines.info("one")
    lines.info("two")
    out.problem = None
    lines.info("three")
    lines.info("four")
    assert out.getvalue().splitlines() == ["before", "lost 2", "three", "four"]
    assert lines.lost == 2


def test_each_time_it_fails_is_told_by_itself() -> None:
    out = Moody()
    lines = lines_to(out)
    for _ in range(2):
        out.problem = REASONS[0]
        lines.info("lost")
        out.problem = None
        lines.info("kept")
    assert out.getvalue().splitlines() == ["lost 1", "kept", "lost 1", "kept"]
    assert lines.lost == 2


@pytest.mark.skipif(not FULL.exists(), reason="a device that is always full is Linux's own")
def test_a_full_disk_stops_nobody_and_leaves_nothing_behind_that_fails_later() -> None:
    out = FULL.open("w")
    lines = lines_to(out)
    for _ in range(1_000):
        lines.info("x" * 200)
    assert lines.lost == 1_000
    out.close()


def test_a_pipe_that_nobody_holds_any_more_stops_nobody() -> None:
    with pipe() as (reading, out):
        lines = lines_to(out)
        lines.info("heard")
        os.close(reading)
        lines.info("lost")
        assert lines.lost == 1


def test_a_pipe_that_nobody_empties_is_not_waited_for() -> None:
    with pipe() as (reading, out):
        lines = lines_to(out)
        for number in range(2_000):
            lines.info(f"{number:0100}")
        assert lines.lost > 0
        os.set_blocking(reading, False)
        kept = os.read(reading, 2**20).decode().splitlines()
        assert len(kept) + lines.lost == 2_000
        lines.info("heard again")
        assert os.read(reading, 2**20).decode().splitlines() == [f"lost {lines.lost}", "heard again"]
        os.close(reading)


def test_a_line_that_was_cut_off_does_not_spoil_the_next(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    write = os.write
    with (tmp_path / "log").open("w") as out:
        lines = lines_to(out)
        monkeypatch.setattr(os, "write", Filling(write, 3))
        lines.info("cut off")
        lines.info("lost as well")
        monkeypatch.setattr(os, "write", write)
        lines.info("whole")
    assert (tmp_path / "log").read_text().splitlines() == ["cut", "lost 2", "whole"]


class Filling:
    """A disk with room for so many bytes."""

    def __init__(self, write: Any, room: int) -> None:
        self.write, self.room = write, room

    def __call__(self, descriptor: int, text: memoryview) -> int:
        if not self.room:
            raise REASONS[0]
        written = int(self.write(descriptor, text[: self.room]))
        self.room -= written
        return written


def test_a_file_that_was_closed_stops_nobody(tmp_path: Path) -> None:
    out = (tmp_path / "log").open("w")
    lines = lines_to(out)
    out.close()
    lines.info("lost")
    assert lines.lost == 1


PROGRAM = """
import structlog
from bot import logs
logs.setup("INFO", "json")
for number in range(50):
    structlog.get_logger().info("turn_done", count=number)
print("went on to the end")
"""


@pytest.mark.skipif(not FULL.exists(), reason="a device that is always full is Linux's own")
def test_a_program_whose_log_is_on_a_full_disk_goes_on_and_ends_well() -> None:
    with FULL.open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, stderr=full, text=True, check=False
        )
    assert (ended.returncode, ended.stdout) == (0, "went on to the end\n")


def test_a_program_whose_log_nobody_reads_goes_on_and_ends_well() -> None:
    with pipe() as (reading, out):
        os.close(reading)
        ended = subprocess.run(
            [sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, stderr=out, text=True, check=False
        )
    assert (ended.returncode, ended.stdout) == (0, "went on to the end\n")
