"""A list of intakes is a table that a spreadsheet reads, and runs nothing of."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given as each_of
from hypothesis import settings

from bot.console.exports.cells import readable
from bot.console.exports.csv_table import columns, csv_table
from flows.model import Handover, Interval
from storage.case_rows import Outcome
from storage.intakes import Corrector
from storage.notes import Note
from storage.tables import Stage
from tests.bot.console.exports.given import (
    COURTNEY,
    LATER,
    exported,
    given,
    history,
    hostile_one,
    making,
)
from tests.bot.console.exports.test_cells import FORMULA, HOSTILE
from tests.bot.room import NOW
from tests.flows.given import on, the_flow
from tests.hostile import hostile

if TYPE_CHECKING:
    from bot.console.exports.gathering import Exported
    from flows.flow import Flow


def written(flow: Flow, every: Iterable[Exported], by: str = "Courtney") -> str:
    return "".join(csv_table(making(flow, by), every))


def rows(flow: Flow, *every: Exported, by: str = "Courtney") -> list[dict[str, str]]:
    text = written(flow, every, by).removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def row(flow: Flow, each: Exported) -> dict[str, str]:
    (found,) = rows(flow, each)
    return found


def test_it_is_utf_8_for_a_spreadsheet_with_crlf(flow: Flow) -> None:
    text = written(flow, [exported(flow)])
    assert text.startswith("\ufeffcase,")
    assert text.endswith("\r\n")
    assert text.count("\r\n") == 2


def test_every_intake_is_one_row_of_the_same_columns(flow: Flow) -> None:
    nothing = exported(flow, (), state="declined", verdict=None, earliest=None, screening=None, happened=())
    found = rows(flow, exported(flow, case="7F3K2Q"), nothing, exported(flow, case="9C4D6F"))
    assert [each["case"] for each in found] == ["7F3K2Q", "7F3K2Q", "9C4D6F"]
    assert {tuple(each) for each in found} == {columns(flow)}
    assert found[1]["verdict"] == found[1]["age"] == found[1]["findings"] == ""


def test_no_column_stands_there_twice(flow: Flow) -> None:
    assert len(set(columns(flow))) == len(columns(flow))


def test_every_question_has_its_answer_and_what_was_said(flow: Flow) -> None:
    assert {head for key in flow.by_key for head in (key, f"{key}_said")} <= set(columns(flow))


def test_answers_have_the_keys_of_the_form(flow: Flow) -> None:
    found = row(flow, exported(flow))
    assert found["goals"] == "tone; texture"
    assert found["retinoid_product"] == "tretinoin (retinoid)"
    assert found["exfoliant_last"] == "still_using"
    assert found["phone"] == "'+13145550123"
    assert found["name_said"] == "as said"


def test_days_stand_as_dates_and_as_the_first_and_last_of_them(flow: Flow) -> None:
    found = row(flow, exported(flow))
    ends = {
        key: (found[key], found[f"{key}_first_day"], found[f"{key}_last_day"])
        for key in ("retinoid_last", "sun_last", "series_last", "exfoliant_last")
    }
    assert ends == {
        "retinoid_last": ("2026-11-01", "2026-11-01", "2026-11-01"),
        "sun_last": ("../2026-10-31", "", "2026-10-31"),
        "series_last": ("2026-10-01/2026-10-10", "2026-10-01", "2026-10-10"),
        "exfoliant_last": ("still_using", "", ""),
    }


def test_it_says_what_staff_did(flow: Flow) -> None:
    found = row(
        flow,
        exported(
            flow, stage=Stage.BOOKED, claimed_by=COURTNEY, claimed_at=NOW, outcome=Outcome.BOOKED,
            booked_on=date(2026, 12, 12), tags=("vip", "phone"), handover=Handover.TEAM, urgent=True,
            notes=(Note(1, COURTNEY, "Called twice", NOW),),
        ),
    )  # fmt: skip
    assert found["stage"] == "booked"
    assert found["claimed_by"] == "Courtney"
    assert found["claimed_at"] == "2026-11-04T18:00:00+00:00"
    assert (found["outcome"], found["booked_on"]) == ("booked", "2026-12-12")
    assert found["tags"] == "vip; phone"
    assert found["notes"] == "2026-11-04 12:00 Courtney: Called twice"
    assert (found["handover"], found["urgent"], found["paused"]) == ("team", "yes", "no")


def test_somebody_who_left_the_team_goes_by_the_number(flow: Flow) -> None:
    assert row(flow, exported(flow, claimed_by=999))["claimed_by"] == "999"


def test_the_verdict_of_the_queue_stands_beside_what_the_rules_say_today(flow: Flow) -> None:
    each = exported(flow)
    assert each.screening is not None
    found = row(flow, each)
    assert (found["verdict"], found["earliest_day"]) == ("REVIEW", "2026-11-10")
    assert found["screened_on"] == "2026-11-04"
    assert found["verdict_then"] == each.screening.verdict.name
    assert found["findings"].split("; ")[0].startswith(f"{each.screening.findings[0].rule}: ")
    assert len(found["findings"].split("; ")) == len(each.screening.findings)


def test_it_says_what_changed_and_who_corrected_it_why(flow: Flow) -> None:
    past = (
        *history(),
        given("area", "neck", "my neck", replaced_at=LATER),
        given("wish", on(12, 1), corrected=Corrector(COURTNEY, "said so on the phone")),
    )
    changed = row(flow, exported(flow, past))["changed_answers"].split("\n")
    assert changed[0] == "area was my neck until 2026-11-04T17:00:00+00:00"
    assert "by Courtney" in changed[1]
    assert changed[1].endswith(": said so on the phone")


def test_what_was_not_read_and_what_the_form_no_longer_asks_has_a_column(flow: Flow) -> None:
    past = (
        given("retinoid", "not_sure", understood=False),
        given("hair", "long"),
        given("tan", Interval(None, on(1, 1).latest)),
    )
    found = row(flow, exported(flow, past))
    assert found["not_read"] == "retinoid"
    assert found["other_answers"] == "hair: long\ntan: ../2026-01-01"


def test_it_names_who_made_it_and_when(flow: Flow) -> None:
    (found,) = rows(flow, exported(flow), by="=Courtney")
    assert found["exported_by"] == "'=Courtney"
    assert found["exported_at"] == "2026-11-04T18:00:00+00:00"


@settings(max_examples=60)
@each_of(HOSTILE)
def test_whatever_anybody_wrote_the_table_holds_and_no_cell_starts_a_formula(text: str) -> None:
    flow = the_flow()
    every = [hostile_one(flow, text), exported(flow), hostile_one(flow, text)]
    found = list(csv.reader(io.StringIO(written(flow, every).removeprefix("\ufeff"), newline=""), strict=True))
    assert [len(cells) for cells in found] == [len(columns(flow))] * 4
    assert not [cell for cells in found for cell in cells if FORMULA.match(cell)]


def test_hostile_words_stay_readable(flow: Flow) -> None:
    texts = hostile()
    found = rows(flow, *(hostile_one(flow, text) for text in texts))
    assert [each["note"].replace("'", "") for each in found] == [readable(text).replace("'", "") for text in texts]
    assert not [cell for each in found for cell in each.values() if FORMULA.match(cell)]
