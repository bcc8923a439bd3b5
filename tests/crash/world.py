"""A stand-in with a program that is kept alive beside it, and what the two must agree on in the end."""

from __future__ import annotations

import shutil
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.standin.cloud import Cloud
from bot.standin.server import serve_in_thread
from bot.verifying import invariants
from storage.database import open_database
from tests.crash import rows
from tests.crash.child import TOKEN, the_flow
from tests.crash.lives import Lives
from tests.crash.rows import fall_silent
from tests.crash.story import CAST, STORY, Cast, arrived, cast, play, recorded, repeats
from tests.folders import quick_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager

    Databases = Callable[[], AbstractContextManager[str]]
    """Gives addresses of empty databases."""


FIGURES = "figures"
"""The name under which a test notes how many deaths there were, and what they met."""


@dataclass(frozen=True)
class Left:
    """What a story leaves: in the database, and on everybody's phone."""

    stored: dict[str, Any]
    heard: dict[str, list[str]]


@dataclass
class World:
    """One stand-in, one database, and as many casts as play the story."""

    cloud: Cloud
    lives: Lives
    casts: list[Cast] = field(default_factory=list)

    def tell(self, meanwhile: Callable[[], None] = lambda: None) -> None:
        """The whole story with new people, each group when all is quiet."""
        phones = cast(self.cloud, self.lives.bot)
        self.casts.append(phones)
        for group in STORY:
            play(phones, group, partial(fall_silent, self.lives.database_url))
            self.lives.until_quiet(meanwhile)

    def left(self, number: int = 0) -> Left:
        """What the story of this cast left."""
        phones = self.casts[number]
        return Left(recorded(self.lives.database_url, phones), {name: arrived(phones[name]) for name in CAST})

    def settle(self, expected: Left) -> int:
        """Everything is as if nobody had died; how often something was sent again, which is known to happen."""
        self.lives.keep_alive()
        self.lives.until_quiet()
        again = 0
        for number in range(len(self.casts)):
            left = self.left(number)
            assert left.stored == expected.stored
            again += sum(repeats(expected.heard[name], left.heard[name]) for name in CAST)
        assert again <= sum(grave.sending for grave in self.lives.graves), "sent again without need"
        self.check()
        return again

    def figures(self, again: int) -> str:
        """What is to be told of the deaths, once all is as it must be."""
        graves = self.lives.graves
        amid, sending = sum(grave.amid for grave in graves), sum(grave.sending for grave in graves)
        return f"{len(graves)} killed, {amid} amid work; {sending} Letters were being sent, {again} came again"

    def check(self) -> None:
        """Nothing was given up, and no invariant is broken."""
        url = self.lives.database_url
        assert rows.count(url, rows.GIVEN_UP) == 0
        with closing(open_database(url)) as database:
            assert invariants(database, the_flow()) == []


@contextmanager
def world(databases: Databases, traps: Iterable[tuple[str, int]] = (), workers: int = 1) -> Iterator[World]:
    """A stand-in, and a program on a database of its own that ends well unless the test fails."""
    cloud = Cloud()
    bot = cloud.add_bot(TOKEN, username="IntakeBot")
    with databases() as url, serve_in_thread(cloud) as standin:
        lives = Lives(url, standin.url, bot, iter(traps), workers)
        try:
            yield World(cloud, lives)
            lives.end()
        finally:
            lives.kill()


@contextmanager
def copied(file: Path) -> Iterator[str]:
    """A database that is a copy of this file."""
    with quick_folder() as folder:
        yield f"sqlite:///{shutil.copy(file, folder)}"
