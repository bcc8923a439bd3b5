"""A list is read in slices: nothing twice, nothing passed over, nobody held up."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.console.exports.reading import in_slices
from flows.model import Answer, How
from storage.cases import Wanted
from tests.bot.console.exports.given import making
from tests.bot.room import NOW
from tests.storage.given import INCOMPLETE, answered

if TYPE_CHECKING:
    from flows.flow import Flow
    from storage.database import Database

COUNT = 7


@pytest.fixture
def begun(flow: Flow, database: Database) -> list[str]:
    """The case numbers of seven intakes, in the order in which they began."""
    cases = []
    for number in range(COUNT):
        with database.work(NOW - timedelta(hours=COUNT - number)) as work:
            kept = work.intakes.begin(5_000_000_001 + number, flow.fingerprint, "en")
            work.intakes.save(kept, answered(kept.intake, note=Answer("", "", How.TAP)), None, INCOMPLETE)
            work.commit()
        cases.append(kept.intake.case)
    return cases


@pytest.mark.parametrize("size", [1, 3, COUNT, COUNT + 1])
def test_every_intake_is_read_once_in_the_order_in_which_they_began(
    flow: Flow, database: Database, begun: list[str], size: int
) -> None:
    read = [each.line.case for each in in_slices(database, making(flow), Wanted(), size=size)]
    assert read == begun


def test_whoever_writes_is_not_held_up_between_two_slices(flow: Flow, database: Database, begun: list[str]) -> None:
    reading = in_slices(database, making(flow), Wanted(), size=2)
    read = [next(reading).line.case]
    with database.work(NOW) as work:
        added = work.intakes.begin(5_000_000_099, flow.fingerprint, "en").intake.case
        work.erase(5_000_000_006)
        work.commit()
    read += [each.line.case for each in reading]
    assert read == [*begun[:5], begun[6], added]


def test_a_change_meanwhile_is_told_by_the_slice_that_comes_to_it(
    flow: Flow, database: Database, begun: list[str]
) -> None:
    reading = in_slices(database, making(flow), Wanted(), size=2)
    tags = [next(reading).line.tags]
    with database.work(NOW) as work:
        for case in begun:
            line = work.cases.find(case)
            assert line is not None
            work.notes.tag(line.id, 111, "late")
        work.commit()
    tags += [each.line.tags for each in reading]
    assert tags == [(), (), *[("late",)] * 5]


def test_the_chat_is_read_only_where_it_is_wanted(flow: Flow, database: Database, begun: list[str]) -> None:
    with database.work(NOW) as work:
        line = work.cases.find(begun[0])
        assert line is not None
        work.transcript.turn(line.chat_id, line.id, "typed", "Hello")
        work.commit()
    assert [line.text for line in next(in_slices(database, making(flow), Wanted(), chat=True)).chat] == ["Hello"]
    assert next(in_slices(database, making(flow), Wanted())).chat == ()
