"""The system calls of a program that runs: counted, or killed at one of them, by strace."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

CALLS = (
    "openat", "unlink", "pread64", "pwrite64", "fsync", "fdatasync", "ftruncate", "fchown", "fcntl", "close", "read",
    "write", "readv", "writev", "socket", "connect", "sendto", "sendmsg", "recvfrom", "recvmsg",
)  # fmt: skip
"""What storage and network are made of."""
LINE = re.compile(r"(?P<thread>\d+) +(?P<call>\w+)\(")


class At(NamedTuple):
    """The so-manieth call of this name in a thread, the threads counted in the order in which they began."""

    thread: int
    call: str
    time: int


def threads(process: int) -> list[int]:
    """The numbers of its threads, in the order in which they began."""
    return sorted(int(task.name) for task in Path(f"/proc/{process}/task").iterdir())


@contextmanager
def traced(process: int) -> Iterator[Counter[tuple[int, str]]]:
    """Counts the calls of each thread; they are there once the block is over."""
    found: Counter[tuple[int, str]] = Counter()
    order = threads(process)
    with NamedTemporaryFile("r") as lines:
        with _attached("-f", "-p", str(process), "-o", lines.name, "-e", f"trace={','.join(CALLS)}"):
            yield found
        for line in lines:
            match = LINE.match(line)
            if match and int(match["thread"]) in order:
                found[order.index(int(match["thread"])), match["call"]] += 1


@contextmanager
def deadly(process: int, at: At) -> Iterator[None]:
    """The process is killed as it makes this call, if it comes to that while the block lasts."""
    thread = threads(process)[at.thread]
    with _attached("-p", str(thread), "-o", "/dev/null", "-e", f"inject={at.call}:signal=KILL:when={at.time}"):
        yield


@contextmanager
def _attached(*options: str) -> Iterator[None]:
    with subprocess.Popen(["strace", *options], stderr=subprocess.PIPE, text=True) as tracer:
        assert tracer.stderr is not None
        # It says so as soon as every call is seen.
        assert "attached" in (line := tracer.stderr.readline()), line
        try:
            yield
        finally:
            tracer.terminate()
