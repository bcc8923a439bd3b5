"""Several processes begun together, begun again when one dies, and ended together."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from bot.crew import BACKOFF, EARLY, REFUSED, Crew
from tests.bot import hands

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.context import SpawnProcess

PATIENCE = 60.0


@contextmanager
def program(work: Callable[..., None], count: int, folder: Path) -> Iterator[SpawnProcess]:
    """A crew in a process of its own; what is left of it afterwards is killed."""
    leader = multiprocessing.get_context("spawn").Process(target=hands.lead, args=(work, count, str(folder)))
    leader.start()
    try:
        yield leader
    finally:
        leader.kill()
        leader.join()
        for process in (int(file.suffix[1:]) for file in folder.iterdir()):
            if is_alive(process):
                os.kill(process, signal.SIGKILL)


def is_alive(process: int) -> bool:
    """Whether it runs; one that nobody has buried yet does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def all_begun(folder: Path, count: int) -> dict[int, int]:
    wait(lambda: len(hands.at_work(folder)) == count)
    return hands.at_work(folder)


@pytest.mark.parametrize(
    "signals", [(signal.SIGTERM,), (signal.SIGTERM, signal.SIGTERM), (signal.SIGINT,)], ids=["once", "twice", "Ctrl-C"]
)
def test_asked_to_stop_it_ends_its_workers_and_then_itself(tmp_path: Path, signals: tuple[signal.Signals, ...]) -> None:
    with program(hands.diligent, 2, tmp_path) as leader:
        begun = all_begun(tmp_path, 2)
        for each in signals:
            os.kill(leader.pid or 0, each)
        leader.join(PATIENCE)
        assert leader.exitcode == 0
        assert not any(map(is_alive, begun.values()))


def test_a_worker_that_is_killed_is_begun_again_and_the_others_work_on(tmp_path: Path) -> None:
    with program(hands.diligent, 2, tmp_path):
        begun = all_begun(tmp_path, 2)
        os.kill(begun[0], signal.SIGKILL)
        wait(lambda: hands.at_work(tmp_path)[0] != begun[0])
        assert is_alive(hands.at_work(tmp_path)[0])
        assert hands.at_work(tmp_path)[1] == begun[1]
        assert is_alive(begun[1])


def test_a_worker_that_refuses_to_go_on_ends_all(tmp_path: Path) -> None:
    with program(hands.refusing, 3, tmp_path) as leader:
        leader.join(PATIENCE)
        assert leader.exitcode == REFUSED
        begun = hands.at_work(tmp_path)
        assert set(begun) == {0, 2}
        assert not any(map(is_alive, begun.values()))


def test_a_worker_that_does_not_stop_is_killed_in_the_end(tmp_path: Path) -> None:
    with program(hands.stubborn, 1, tmp_path) as leader:
        begun = all_begun(tmp_path, 1)
        leader.terminate()
        leader.join(PATIENCE)
        assert leader.exitcode == 0
        assert not is_alive(begun[0])


# --- with processes that do as they are told ------------------------------------------------------


class Hours:
    """A clock, and processes that end when it is said so."""

    def __init__(self) -> None:
        self.now = 1_000.0
        self.begun: list[Any] = []

    def begin(self, _work: object, given: tuple[object, ...], name: str) -> Any:
        self.begun.append(SimpleNamespace(exitcode=None, given=given, name=name))
        return self.begun[-1]

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def hours(monkeypatch: pytest.MonkeyPatch) -> Hours:
    hours = Hours()
    monkeypatch.setattr("bot.crew.begun", hours.begin)
    monkeypatch.setattr("bot.crew.time", hours)
    return hours


def test_each_worker_learns_its_number_and_how_many_there_are(hours: Hours) -> None:
    Crew(hands.diligent, 2, ("given",)).keep()
    assert [process.given for process in hours.begun] == [("given", 0, 2), ("given", 1, 2)]


def dies(crew: Crew, hours: Hours) -> float:
    """The worker dies, and is begun again after so many seconds."""
    hours.begun[-1].exitcode = -9
    crew.keep()
    count, waits = len(hours.begun), crew.hands[0].due_at - hours.now
    hours.now += waits - 0.01
    crew.keep()
    assert len(hours.begun) == count
    hours.now += 0.02
    crew.keep()
    assert len(hours.begun) == count + 1
    return waits


def test_the_oftener_a_worker_dies_early_the_longer_it_is_waited(hours: Hours) -> None:
    crew = Crew(hands.diligent, 1)
    crew.keep()
    assert [dies(crew, hours) for _ in range(5)] == pytest.approx([*BACKOFF, BACKOFF[-1]])


def test_a_worker_that_lived_long_is_begun_again_soon(hours: Hours) -> None:
    crew = Crew(hands.diligent, 1)
    crew.keep()
    for _ in BACKOFF:
        dies(crew, hours)
    hours.now += EARLY
    assert dies(crew, hours) == pytest.approx(BACKOFF[0])


def test_one_that_refuses_is_not_begun_again(hours: Hours) -> None:
    crew = Crew(hands.diligent, 1)
    crew.keep()
    hours.begun[-1].exitcode = REFUSED
    crew.keep()
    assert (crew.stopping, crew.exit_code) == (True, REFUSED)
    hours.now += 2 * EARLY
    crew.keep()
    assert len(hours.begun) == 1
