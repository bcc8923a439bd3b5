"""Tests of what is read about processes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.benchmarks.processes import cpu, has_ended, spent

TURNING = "\n".join(
    (
        "import os, sys, time",
        "child = os.fork()",
        "while time.process_time() < 0.1: pass",
        "block = b'x' * 20_000_000",
        "print(flush=True)",
        "sys.stdin.read() if child else time.sleep(60)",
        "os.kill(child, 9)",
    )
)


@pytest.fixture
def busy() -> Iterator[subprocess.Popen[bytes]]:
    """A process with a child; both have worked for a tenth of a second and hold 20 MB, and wait."""
    process = subprocess.Popen([sys.executable, "-c", TURNING], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None
    for _ in range(2):
        process.stdout.readline()
    yield process
    process.communicate()


def test_a_family_is_counted_as_one(busy: subprocess.Popen[bytes]) -> None:
    found = spent(busy.pid)
    assert found.cpu >= cpu(busy.pid) + 0.09
    assert found.rss > found.pss > 40


def test_one_that_has_ended_can_still_be_asked(busy: subprocess.Popen[bytes]) -> None:
    assert not has_ended(busy.pid)
    assert busy.stdin is not None
    busy.stdin.close()
    while not has_ended(busy.pid):
        pass
    assert cpu(busy.pid) >= 0.09
    busy.stdin = None


def test_what_is_gone_has_spent_nothing() -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    assert cpu(gone.pid) == 0.0


def test_this_process_has_memory() -> None:
    assert spent(os.getpid()).rss > 10
