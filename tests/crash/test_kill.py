"""Killed at any point and at any moment: nothing is lost, nothing is doubled, every answer arrives."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from flows.model import Event
from tests.crash.reaper import Reaper
from tests.crash.world import FIGURES, world

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.crash.world import Databases, Left

    Property = Callable[[str, object], None]

POINTS = (
    "ingest.fetched", "ingest.stored", "ingest.committed", "turn.claimed", "turn.advanced", "turn.written",
    "turn.committed", "deliver.claimed", "deliver.sent", "deliver.marked",
)  # fmt: skip


def test_the_story_goes_to_the_end(uninterrupted: Left) -> None:
    assert uninterrupted.stored["Pat"]["state"] == "finished"
    assert uninterrupted.stored["Ann"]["state"] == "declined"
    assert uninterrupted.stored["Lee"]["events"][-1].event is Event.NUDGED
    assert uninterrupted.stored["Sam"] == {"transcript": []}
    assert all(uninterrupted.heard.values())


@pytest.mark.parametrize("point", POINTS)
def test_killed_at_a_named_point_nothing_is_lost_or_doubled(point: str, files: Databases, uninterrupted: Left) -> None:
    with world(files, [(point, 1), (point, 2), (point, 5)]) as there:
        there.tell()
        there.settle(uninterrupted)
        assert len(there.lives.graves) == 3


@pytest.mark.parametrize(("kind", "workers"), [("files", 1), ("on_server", 3)], ids=["file", "server"])
def test_killed_at_random_moments_nothing_is_lost_or_doubled(
    kind: str, workers: int, uninterrupted: Left, request: pytest.FixtureRequest, record_property: Property
) -> None:
    kills = request.config.getoption("kills")
    with world(request.getfixturevalue(kind), workers=workers) as there:
        reaper = Reaper(there.lives, kills, random.Random(7))
        while reaper.kills_left or not there.casts:
            there.tell(reaper.strike_when_due)
        again = there.settle(uninterrupted)
        record_property(FIGURES, there.figures(again))
        graves = there.lives.graves
        assert len(graves) == kills
        assert sum(grave.amid for grave in graves) >= kills / 3, "few were at work"
