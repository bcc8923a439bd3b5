"""Killed at any point and at any moment: nothing is lost, nothing is doubled, every answer arrives."""

from __future__ import annotations

import random
import shutil
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bot.standin.cloud import Cloud
from bot.standin.server import serve_in_thread
from flows.model import Event
from storage.database import migrate
from tests.crash.child import TOKEN
from tests.crash.lives import Lives
from tests.crash.story import STORY, Cast, arrived, cast, everybody_heard, play, recorded
from tests.folders import quick_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

POINTS = (
    "ingest.fetched", "ingest.stored", "ingest.committed", "turn.claimed", "turn.advanced", "turn.written",
    "turn.committed", "deliver.claimed", "deliver.sent", "deliver.marked",
)  # fmt: skip

MOST_POINTS = 12
"""How many points a life may pass before the dice are thrown at the latest; most lives get through a Turn or two."""
LATEST = 0.01
"""How long after that it is killed at the latest, in seconds."""


@pytest.fixture(scope="module")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("database") / "empty.sqlite3"
    migrate(f"sqlite:///{file}")
    return file


@contextmanager
def world(empty_file: Path, traps: Iterable[tuple[str, int]] = ()) -> Iterator[tuple[Cloud, Lives]]:
    """A stand-in and a program that is kept alive on a database of its own."""
    cloud = Cloud()
    bot = cloud.add_bot(TOKEN, username="IntakeBot")
    with quick_folder() as folder, serve_in_thread(cloud) as standin:
        file = Path(shutil.copy(empty_file, folder))
        lives = Lives(f"sqlite:///{file}", standin.url, bot, iter(traps))
        try:
            yield cloud, lives
            lives.end()
        finally:
            lives.kill()


def tell(lives: Lives, phones: Cast, meanwhile: Callable[[], None] = lambda: None) -> None:
    """The whole story, each group when all is quiet."""
    for group in STORY:
        play(phones, group, lives.fall_silent)
        lives.until_quiet(meanwhile)


@pytest.fixture(scope="module")
def uninterrupted(empty_file: Path) -> dict[str, object]:
    with world(empty_file) as (cloud, lives):
        phones = cast(cloud, lives.bot)
        tell(lives, phones)
        assert lives.deaths == 0
        return left_by(lives, phones)


def test_the_story_goes_to_the_end(uninterrupted: dict[str, Any]) -> None:
    assert uninterrupted["Pat"]["state"] == "finished"
    assert uninterrupted["Ann"]["state"] == "declined"
    assert uninterrupted["Lee"]["events"][-1].event is Event.NUDGED
    assert uninterrupted["Sam"] == {"transcript": []}


@pytest.mark.parametrize("point", POINTS)
def test_killed_at_a_named_point_nothing_is_lost_or_doubled(
    point: str, empty_file: Path, uninterrupted: dict[str, object]
) -> None:
    with world(empty_file, [(point, 1), (point, 2), (point, 5)]) as (cloud, lives):
        phones = cast(cloud, lives.bot)
        tell(lives, phones)
        assert lives.deaths == 3
        assert left_by(lives, phones) == uninterrupted


def test_killed_at_random_moments_nothing_is_lost_or_doubled(
    empty_file: Path, uninterrupted: dict[str, object], request: pytest.FixtureRequest
) -> None:
    casts: list[Cast] = []
    with world(empty_file) as (cloud, lives):
        reaper = Reaper(lives, request.config.getoption("kills"), random.Random(7))
        while reaper.kills_left or not casts:
            casts.append(cast(cloud, lives.bot))
            tell(lives, casts[-1], reaper.strike_when_due)
        assert reaper.kills_left == 0
        assert reaper.amid >= reaper.kills / 2, f"of {reaper.kills} kills {reaper.amid} fell while it was at work"
        for phones in casts:
            assert left_by(lives, phones) == uninterrupted


def test_asked_twice_to_stop_in_the_middle_of_a_poll_it_ends_well(empty_file: Path) -> None:
    with world(empty_file) as (cloud, lives):
        play(cast(cloud, lives.bot), STORY[0], lives.fall_silent)
        lives.until_quiet()
        assert lives.process is not None
        lives.process.terminate()
        lives.process.terminate()
        lives.end()
        assert lives.process.exitcode == 0
        assert lives.is_quiet()


def left_by(lives: Lives, phones: Cast) -> dict[str, object]:
    """What the story left in the database and, of who has nothing there, on the phone."""
    assert everybody_heard(lives.database_url, phones)
    return {**recorded(lives.database_url, phones), "farewell": arrived(phones["Sam"])[-1]}


class Reaper:
    """Kills each life a random moment after the program has begun to work; a start alone is nothing to lose."""

    def __init__(self, lives: Lives, kills: int, dice: random.Random) -> None:
        self.lives, self.kills, self.kills_left, self.dice = lives, kills, kills, dice
        self.amid, self.after = 0, 1

    def strike_when_due(self) -> None:
        if not self.kills_left or len(self.lives.points) < self.after:
            return
        time.sleep(self.dice.uniform(0.0, LATEST))
        self.lives.kill()
        self.kills_left -= 1
        self.amid += self.lives.is_amid()
        self.after = self.dice.randint(1, MOST_POINTS)
