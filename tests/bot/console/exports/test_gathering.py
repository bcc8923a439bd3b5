"""Everything of an intake is read together."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from bot.console.exports.gathering import gathered
from tests.bot.console.exports.given import COURTNEY, LATER, exported, given, history, line, making
from tests.bot.console.given import clients
from tests.bot.room import NOW

if TYPE_CHECKING:
    from flows.flow import Flow
    from storage.database import Database


def test_an_intake_that_is_gone_is_none(flow: Flow, database: Database) -> None:
    with database.look(NOW) as work:
        assert gathered(work, making(flow), line(flow), chat=True) is None


def test_everything_of_an_intake_is_there(flow: Flow, database: Database) -> None:
    came = clients(flow, database, "review")
    with database.work(NOW) as work:
        found = work.cases.find(came.case("review"))
        assert found is not None
        work.notes.add(found.id, COURTNEY, "Called")
        each = gathered(work, making(flow), found, chat=True)
    assert each is not None
    assert each.line == found
    assert each.screening == flow.screen(each.intake, NOW.date())
    assert {one.question for one in each.current} == set(each.intake.answers)
    assert [one.question for one in each.replaced] == ["area", "procedure_note"]
    assert [note.text for note in each.notes] == ["Called"]
    assert [asked.text for asked in each.asked] == ["Do you have parking behind the building?"]
    assert each.chat
    assert each.happened


def test_an_intake_whose_words_are_forgotten_is_not_screened(flow: Flow, database: Database) -> None:
    came = clients(flow, database, "declined")
    with database.look(NOW) as work:
        found = work.cases.find(came.case("declined"))
        assert found is not None
        each = gathered(work, making(flow), found, chat=True)
    assert each is not None
    assert (each.screening, each.history, each.chat) == (None, (), ())


def test_the_day_is_the_clinics(flow: Flow) -> None:
    night = replace(making(flow), at=datetime(2026, 11, 5, 5, 59, tzinfo=UTC))
    assert night.today == date(2026, 11, 4)


def test_who_left_the_team_is_known_by_the_number(flow: Flow) -> None:
    made = making(flow)
    assert [made.name(staff_id) for staff_id in (COURTNEY, 999, None)] == ["Courtney", "999", ""]


def test_what_is_not_finished_cannot_be_amended(flow: Flow) -> None:
    changed = (*history(), given("wish", "no", replaced_at=LATER))
    assert not exported(flow, changed, happened=()).amended
    assert exported(flow, changed).amended
