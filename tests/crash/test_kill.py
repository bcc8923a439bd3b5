"""Killed at any point and at any moment: nothing is lost, nothing is doubled, every answer arrives."""

from __future__ import annotations

import random
import shutil
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.standin.cloud import Cloud
from bot.standin.phone import Phone
from bot.standin.server import serve_in_thread
from storage.database import migrate
from tests.crash.child import TOKEN
from tests.crash.lives import Lives
from tests.crash.story import STORY, arrived, is_heard_in, play, recorded, said
from tests.folders import quick_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

POINTS = (
    "ingest.fetched", "ingest.stored", "ingest.committed", "turn.claimed", "turn.advanced", "turn.written",
    "turn.committed", "deliver.claimed", "deliver.sent", "deliver.marked",
)  # fmt: skip


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


def tell(lives: Lives, phone: Phone) -> None:
    """The whole story, each group when all is quiet."""
    for group in STORY:
        play(phone, group)
        lives.until_quiet()


@pytest.fixture(scope="module")
def uninterrupted(empty_file: Path) -> dict[str, object]:
    with world(empty_file) as (cloud, lives):
        phone = Phone(cloud, cloud.add_person("Pat", phone="+13145550100"), lives.bot)
        tell(lives, phone)
        assert lives.deaths == 0
        assert is_heard_in(said(lives.database_url, phone), arrived(phone))
        return recorded(lives.database_url, phone)


def test_the_story_goes_to_the_end(uninterrupted: dict[str, object]) -> None:
    assert uninterrupted["state"] == "finished"


@pytest.mark.parametrize("point", POINTS)
def test_killed_at_a_named_point_nothing_is_lost_or_doubled(
    point: str, empty_file: Path, uninterrupted: dict[str, object]
) -> None:
    with world(empty_file, [(point, 1), (point, 2), (point, 5)]) as (cloud, lives):
        phone = Phone(cloud, cloud.add_person("Pat", phone="+13145550100"), lives.bot)
        tell(lives, phone)
        assert lives.deaths == 3
        assert recorded(lives.database_url, phone) == uninterrupted
        assert is_heard_in(said(lives.database_url, phone), arrived(phone))


def test_killed_at_random_moments_nothing_is_lost_or_doubled(
    empty_file: Path, uninterrupted: dict[str, object], request: pytest.FixtureRequest
) -> None:
    phones: list[Phone] = []
    with world(empty_file) as (cloud, lives):
        reaper = Reaper(lives, request.config.getoption("kills"), random.Random(7))
        while reaper.kills_left or not phones:
            phone = Phone(cloud, cloud.add_person("Pat", phone="+13145550100"), lives.bot)
            phones.append(phone)
            for group in STORY:
                play(phone, group)
                lives.until_quiet(reaper.strike_when_due)
        assert reaper.kills_left == 0
        for phone in phones:
            assert recorded(lives.database_url, phone) == uninterrupted
            assert is_heard_in(said(lives.database_url, phone), arrived(phone))


class Reaper:
    """Kills the program at random moments, while there is work to do."""

    def __init__(self, lives: Lives, kills: int, dice: random.Random) -> None:
        self.lives, self.kills_left, self.dice = lives, kills, dice
        self.at = 0.0

    def strike_when_due(self) -> None:
        if self.kills_left and time.monotonic() >= self.at:
            self.lives.kill()
            self.kills_left -= 1
            self.at = time.monotonic() + self.dice.uniform(0.3, 1.2)
