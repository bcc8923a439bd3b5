"""Killed at each system call of storage and network by which one tap is stored, taken and answered."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from bot.standin.phone import Phone
from tests.crash.calls import At, deadly, traced
from tests.crash.child import CALM
from tests.crash.story import arrived, play, recorded, repeats
from tests.crash.world import FIGURES, World, world

if TYPE_CHECKING:
    from collections.abc import Callable

BEFORE, CYCLE = ("/start",), ("tap :agree",)
TRIES = 3
"""So often a call is waited for: which thread does what, and how often it has to look, is chance."""
MOST = 0.8
"""What must have come again of all calls, in one life or another."""


def a_client(there: World) -> Phone:
    """Somebody new, who is in the middle of the form."""
    client = Phone(there.cloud, there.cloud.add_person("Pat"), there.lives.bot)
    play({"Pat": client}, BEFORE, lambda _: None)
    there.lives.keep_alive()
    there.lives.until_quiet()
    return client


def act(there: World, client: Phone) -> None:
    play({"Pat": client}, CYCLE, lambda _: None)
    there.lives.until_quiet()


def pid(there: World) -> int:
    assert there.lives.process is not None
    assert there.lives.process.pid is not None
    return there.lives.process.pid


def left(there: World, client: Phone) -> tuple[Any, list[str]]:
    return recorded(there.lives.database_url, {"Pat": client}), arrived(client)


def strike(there: World, point: At) -> Phone:
    """The client whose tap met the kill, or the last one where the call did not come again: no life is like another."""
    for _ in range(TRIES):
        graves = len(there.lives.graves)
        client = a_client(there)
        with deadly(pid(there), point):
            act(there, client)
        there.lives.keep_alive()
        there.lives.until_quiet()
        if len(there.lives.graves) > graves:
            break
    return client


@pytest.mark.skipif(shutil.which("strace") is None and "CI" not in os.environ, reason="no strace here")
@pytest.mark.parametrize("kind", ["files", "on_server"], ids=["file", "server"])
def test_killed_at_each_system_call_nothing_is_lost_or_doubled(
    kind: str, request: pytest.FixtureRequest, record_property: Callable[[str, object], None]
) -> None:
    with world(request.getfixturevalue(kind)) as there:
        there.lives.ticks = CALM
        client = a_client(there)
        with traced(pid(there)) as made:
            act(there, client)
        stored, heard = left(there, client)
        points = [At(thread, call, time + 1) for (thread, call), times in made.items() for time in range(times)]
        again = 0
        for point in points:
            now_stored, now_heard = left(there, strike(there, point))
            assert now_stored == stored, point
            again += repeats(heard, now_heard)
        graves = there.lives.graves
        record_property(FIGURES, f"{len(points)} calls, {there.figures(again)}")
        assert len(graves) > len(points) * MOST, "calls did not come again"
        assert again <= sum(grave.sending for grave in graves)
        there.check()
