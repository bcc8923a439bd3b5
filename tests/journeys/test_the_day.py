"""When a client could come: the verdict, the day and the reasons, by tap and in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows.model import Interval, Verdict
from tests.journeys.form import USED_ON_MONDAY

if TYPE_CHECKING:
    from flows.model import Filling
    from tests.journeys.clinic import Clinic

pytestmark = pytest.mark.usefixtures("both_ways")


async def test_a_client_with_nothing_to_tell_could_come_today(clinic: Clinic) -> None:
    ana = clinic.client(today="2026-11-03")
    await ana.gets_a_plan()
    assert (ana.plan.verdict, ana.plan.earliest, ana.rules) == (Verdict.READY, date(2026, 11, 3), {})
    assert ana.sees("plan-ready")
    assert ana.sees("plan-today")
    assert ana.sees("plan-final_word")


SUNDAY = date(2026, 11, 8)


async def test_a_client_who_used_tretinoin_on_monday_waits_until_sunday(clinic: Clinic) -> None:
    ana = clinic.client(today="2026-11-03")
    await ana.gets_a_plan(**USED_ON_MONDAY)
    assert ana.given["retinoid_last"] == Interval.on(date(2026, 11, 2))
    assert (ana.plan.verdict, ana.plan.earliest) == (Verdict.WAIT, date(2026, 11, 8))
    assert ana.rules == {"retinoid": ("retinoid_last",)}
    assert ana.sees("plan-wait")
    assert ana.sees("plan-earliest", day=date(2026, 11, 8))
    from_tuesday: dict[str, Filling] = {"from": date(2026, 11, 3), "count": 5}
    said = (clinic.wording.say("counted-from", **from_tuesday), clinic.wording.say("counted-earliest", earliest=SUNDAY))
    assert any(all(line in text for line in said) for text in ana.heard)


async def test_sun_on_saturday_with_dark_marks_means_the_sunday_after_next(clinic: Clinic) -> None:
    ana = clinic.client(today="2026-11-09")
    await ana.gets_a_plan(goals=("tone",), sun_last="Sat, Nov 7")
    assert "pigment" not in ana.given
    assert (ana.plan.verdict, ana.plan.earliest) == (Verdict.WAIT, date(2026, 11, 15))
    assert set(ana.rules) == {"sun"}
    assert ana.sees("plan-earliest", day=date(2026, 11, 15))


async def test_of_tretinoin_and_sun_the_later_day_wins(clinic: Clinic) -> None:
    ana = clinic.client(today="2026-11-07")
    await ana.gets_a_plan(**USED_ON_MONDAY, pigment="yes", sun_last="Today")
    assert (ana.plan.verdict, ana.plan.earliest) == (Verdict.WAIT, date(2026, 11, 15))
    assert set(ana.rules) == {"retinoid", "sun"}
    assert ana.sees("plan-earliest", day=date(2026, 11, 15))
    assert ana.sees("reason-retinoid")
    assert ana.sees("reason-sun")


async def test_who_is_still_using_retinol_counts_from_today(clinic: Clinic) -> None:
    ana = clinic.client(today="2026-11-03")
    await ana.gets_a_plan(retinoid="yes", retinoid_product="retinol", retinoid_last="still_using")
    assert (ana.plan.verdict, ana.plan.earliest) == (Verdict.WAIT, date(2026, 11, 9))
    assert ana.sees("plan-earliest", day=date(2026, 11, 9))


async def test_who_is_not_sure_of_anything_is_seen_by_a_person_first(clinic: Clinic) -> None:
    ana = clinic.client(today="2026-11-03")
    asked = ("goals", "retinoid", "retinoid_last", "isotretinoin", "exfoliant", "exfoliant_last", "pigment", "sun_last")
    unsure = dict.fromkeys((*asked, "skin_now", "health_stop", "health_review"), "not_sure")
    nameless = dict.fromkeys(("retinoid_product", "exfoliant_product"), "I don't know the name")
    await ana.gets_a_plan(**unsure, **nameless)
    assert ana.plan.verdict is Verdict.REVIEW
    assert {"isotretinoin_recent", "unclear_product", "skin_now", "health_stop", "unknown"} <= set(ana.rules)
    assert ana.sees("plan-review")
    assert ana.sees("reason-health_stop_unsure")
    assert not ana.sees("plan-today")


async def test_accutane_typed_at_the_retinoid_question_never_gets_the_five_days(clinic: Clinic) -> None:
    ana = clinic.client(today="2026-11-03")
    await ana.fills_in(until="retinoid")
    await ana.says("I take Accutane")
    await ana.gets_a_plan(
        retinoid="not_sure", retinoid_product="Accutane", retinoid_last="Mon, Nov 2", isotretinoin="not_sure"
    )
    assert ana.plan.verdict is Verdict.REVIEW
    assert "isotretinoin_recent" in ana.rules
    assert "retinoid" not in ana.rules
    assert not ana.sees("plan-earliest", day=date(2026, 11, 8))
    assert "Nov 8" not in "\n".join(ana.heard)


async def test_accutane_taken_now_is_a_stop(clinic: Clinic) -> None:
    ana = clinic.client(today="2026-11-03")
    await ana.gets_a_plan(isotretinoin="now")
    assert (ana.plan.verdict, ana.plan.earliest) == (Verdict.STOP, None)
    assert ana.sees("plan-stop")
    assert ana.sees("reason-isotretinoin_now")


async def test_accutane_stopped_three_months_ago_is_for_the_team_and_half_a_year_away(clinic: Clinic) -> None:
    ana = clinic.client(today="2026-11-03")
    await ana.gets_a_plan(isotretinoin="under_6_months", isotretinoin_last="Aug 3")
    assert (ana.plan.verdict, ana.plan.earliest) == (Verdict.REVIEW, date(2027, 2, 3))
    assert ana.sees("plan-review")
    assert ana.sees("reason-isotretinoin_recent")


async def test_something_on_the_first_health_list_stops_without_saying_what(clinic: Clinic) -> None:
    ana = clinic.client(today="2026-11-03")
    await ana.gets_a_plan(health_stop="something")
    assert (ana.plan.verdict, ana.plan.earliest) == (Verdict.STOP, None)
    assert ana.rules == {"health_stop": ("health_stop",)}
    assert ana.sees("plan-stop")
    assert ana.sees("reason-health_stop")


async def test_a_neck_over_22_is_as_welcome_as_a_face(clinic: Clinic) -> None:
    ana = clinic.client(today="2026-11-03")
    await ana.gets_a_plan(goals=("neck_wrinkles", "texture"), area="neck", age="22_or_older")
    assert (ana.given["goals"], ana.given["area"]) == (("neck_wrinkles", "texture"), "neck")
    assert (ana.plan.verdict, ana.plan.earliest) == (Verdict.READY, date(2026, 11, 3))


async def test_at_20_the_team_looks_first(clinic: Clinic) -> None:
    ana = clinic.client(today="2026-11-03")
    await ana.gets_a_plan(age="18_to_21")
    assert (ana.plan.verdict, set(ana.rules)) == (Verdict.REVIEW, {"outside_label"})
    assert ana.sees("plan-review")


async def test_a_series_goes_on_four_weeks_after_the_last_visit(clinic: Clinic) -> None:
    ana = clinic.client(today="2026-11-16")
    await ana.gets_a_plan(series="continuing", series_last="Nov 2")
    assert (ana.plan.verdict, ana.plan.earliest) == (Verdict.WAIT, date(2026, 11, 30))
    assert ana.rules == {"series_gap": ("series_last",)}
    assert ana.sees("plan-earliest", day=date(2026, 11, 30))


async def test_a_vague_day_is_asked_for_again_only_where_it_matters(clinic: Clinic) -> None:
    ana = clinic.client(today="2026-11-16")
    await ana.fills_in(
        until="series_last",
        retinoid="yes",
        retinoid_product="retinol",
        retinoid_last="2 months ago",
        series="continuing",
    )
    assert not ana.times_seen("narrow")
    await ana.says("2 weeks ago")
    assert ana.sees("narrow")
    assert "series_last" not in ana.given
    await ana.chooses("Mon, Nov 2", "Nov 2")
    await ana.gets_a_plan()
    assert ana.given["series_last"] == Interval.on(date(2026, 11, 2))
    assert (ana.plan.verdict, ana.plan.earliest) == (Verdict.WAIT, date(2026, 11, 30))


async def test_a_day_hoped_for_too_early_is_told_so(clinic: Clinic) -> None:
    ana = clinic.client(today="2026-11-03")
    await ana.gets_a_plan(**USED_ON_MONDAY, wish="Nov 5")
    assert (ana.plan.verdict, ana.plan.earliest) == (Verdict.WAIT, date(2026, 11, 8))
    assert "wish_too_early" in ana.rules
    assert ana.sees("wish-early", day=date(2026, 11, 5), earliest=date(2026, 11, 8))


async def test_a_day_that_fits_comes_with_the_last_day_for_each_product(clinic: Clinic) -> None:
    ana = clinic.client(today="2026-11-03")
    await ana.gets_a_plan(**USED_ON_MONDAY, wish="Dec 12")
    assert ana.sees("last_day-retinoid", day=date(2026, 12, 6))
    assert ana.sees("last_day-exfoliant", day=date(2026, 12, 6))
    assert not ana.sees("wish-early")


async def test_the_whole_way_ends_with_a_receipt_both_numbers_and_an_alert(clinic: Clinic) -> None:
    ana = clinic.client(today="2026-11-03")
    await ana.gets_a_plan(**USED_ON_MONDAY)
    await ana.finishes("i_call")
    assert ana.state == "finished"
    assert ana.sees("receipt", case=ana.intake.case)
    assert ana.sees("plan-earliest", day=date(2026, 11, 8))
    assert ana.sees_both_numbers
    assert ana.cards == ["+13149607619", "+13149090633"]
    assert clinic.alerts == [("finished", ana.intake.case)]
