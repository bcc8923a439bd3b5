"""What a process and everything it has started cost: processor time and memory, as Linux counts them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
STATE, PARENT, TIMES = 0, 1, slice(11, 15)
"""Where they stand in a line of /proc/PID/stat after the name: utime, stime, and those of children that have ended."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Processor time in seconds; memory in MB: the share that is one's own (PSS), and with all that is shared (RSS)."""

    cpu: float
    pss: float
    rss: float


def spent(pid: int) -> Spent:
    """What the process and its descendants have used until now. Raises OSError where there is none."""
    family = [pid, *_descendants(pid)]
    memory = [_memory(member) for member in family]
    return Spent(sum(map(cpu, family)), sum(pss for pss, _ in memory), sum(rss for _, rss in memory))


def cpu(pid: int) -> float:
    """Seconds of processor time of a process and of its children that have ended; also of one that has just died."""
    try:
        return sum(map(int, _stat(pid)[TIMES])) / os.sysconf("SC_CLK_TCK")
    except (FileNotFoundError, ProcessLookupError):
        # A child that ends between being listed and being read is in its parent's account from then on.
        return 0.0


def has_ended(pid: int) -> bool:
    """Whether it has died, even though nobody has asked for its exit code yet."""
    return _stat(pid)[STATE] == "Z"


def _stat(pid: int) -> list[str]:
    # The name stands in brackets and may hold anything.
    return (PROC / str(pid) / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()


def _descendants(pid: int) -> Iterator[int]:
    parents = {int(entry.name): _parent(int(entry.name)) for entry in PROC.iterdir() if entry.name.isdigit()}
    found = {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        yield from more
        found |= more


def _parent(pid: int) -> int:
    try:
        return int(_stat(pid)[PARENT])
    except (FileNotFoundError, ProcessLookupError):
        return 0


def _memory(pid: int) -> tuple[float, float]:
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0, 0.0
    sizes = {name: int(rest.split()[0]) / 1024 for name, _, rest in (line.partition(":") for line in lines[1:])}
    return sizes["Pss"], sizes["Rss"]
