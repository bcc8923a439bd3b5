"""When things go wrong on our side or on the line: nothing is lost, nothing is done twice."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.standin.faults import Cut
from flows.advance import advance
from flows.model import Typed, Verdict
from tests.journeys.form import USED_ON_MONDAY

if TYPE_CHECKING:
    from flows.flow import Flow
    from flows.model import Input, Intake, Step
    from tests.journeys.clinic import Clinic

POISON = "poison"


def poisoned(flow: Flow, intake: Intake, given: Input, today: date) -> Step:
    """The real flow, with a bug."""
    if isinstance(given, Typed) and given.text == POISON:
        raise ZeroDivisionError
    return advance(flow, intake, given, today)


async def test_a_restart_in_the_middle_is_not_noticed(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="retinoid_last", retinoid="yes", retinoid_product="tretinoin")
    await clinic.restart()
    await ana.taps("day-yesterday")
    await clinic.restart()
    await ana.gets_a_plan()
    await clinic.restart()
    assert (ana.plan.verdict, ana.plan.earliest) == (Verdict.WAIT, date(2026, 11, 8))
    await ana.finishes()
    assert ana.sees("receipt")


async def test_a_restart_before_every_single_answer_gives_the_same_record(clinic: Clinic) -> None:
    ana, eva = clinic.client("Ana"), clinic.client("Eva")
    await ana.gets_a_plan(**USED_ON_MONDAY)
    await eva.starts()
    while eva.state != "review":
        await clinic.restart()
        await eva.goes_on(**USED_ON_MONDAY)
    await eva.taps("button-looks_right")
    assert (eva.given, eva.rules) == (ana.given, ana.rules)
    assert [message.text for message in eva.phone.answers] == [message.text for message in ana.phone.answers]


async def test_what_is_sent_while_we_are_down_is_taken_in_order_when_we_are_back(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="goals")
    await clinic.stop()
    for text in ("acne scars", "neck", "no", "never"):
        ana.phone.send(text)
    await clinic.sleep(hours=2)
    assert ana.state == "exfoliant"
    assert [ana.given[key] for key in ("goals", "area", "retinoid", "isotretinoin")] == [
        ("acne_scars",), "neck", "no", "never",
    ]  # fmt: skip


async def test_an_update_that_breaks_us_is_set_aside_with_one_line_and_the_chat_goes_on(clinic: Clinic) -> None:
    clinic.advance = poisoned
    ana, eva = clinic.client("Ana"), clinic.client("Eva")
    await ana.fills_in(until="area")
    await eva.fills_in(until="area")
    await ana.does(lambda: ana.phone.send(POISON), lambda: ana.phone.send("neck"), lambda: eva.phone.send("face"))
    assert eva.state == "retinoid"
    await clinic.sleep(minutes=1)
    assert ana.times_seen("sorry-trouble") == 1
    assert (ana.given["area"], ana.state) == ("neck", "retinoid")
    await ana.gets_a_plan()
    assert ana.sees("plan-ready")


async def test_what_was_set_aside_is_deleted_with_the_rest(clinic: Clinic) -> None:
    clinic.advance = poisoned
    ana = clinic.client()
    await ana.fills_in(until="area")
    await ana.says(POISON)
    await clinic.sleep(minutes=1)
    assert clinic.holds(POISON)
    await ana.says("/delete")
    await ana.taps("button-delete")
    await clinic.stop()
    assert not clinic.holds(POISON)


@pytest.mark.parametrize("times", [1, 3])
async def test_being_told_to_slow_down_delays_and_loses_nothing(clinic: Clinic, times: int) -> None:
    ana = clinic.client()
    await ana.fills_in(until="goals")
    clinic.cloud.faults.flood(7, method="sendMessage", times=times)
    await ana.says("acne scars", "neck")
    assert ana.heard == []
    assert (ana.given["goals"], ana.given["area"]) == (("acne_scars",), "neck")
    await clinic.sleep(seconds=7 * times + 1)
    assert [ana.times_seen(key) for key in ("ask-area", "ask-retinoid")] == [1, 1]


@pytest.mark.parametrize("when", [Cut.BEFORE, Cut.AFTER])
async def test_a_line_that_breaks_repeats_a_message_at_most_and_never_an_answer(clinic: Clinic, when: Cut) -> None:
    ana = clinic.client()
    await ana.fills_in(until="retinoid")
    clinic.cloud.faults.hang_up(when, method="sendMessage")
    await ana.taps("choice-no")
    await clinic.sleep(minutes=1)
    assert ana.times_seen("ask-isotretinoin") == (2 if when is Cut.AFTER else 1)
    assert [key for key, _ in ana.history].count("retinoid") == 1
    first = ana.phone.answers[-1 if when is Cut.BEFORE else -2]
    await ana.taps_old(first, "choice-isotretinoin-never")
    assert (ana.state, ana.given["isotretinoin"]) == ("exfoliant", "never")


@pytest.mark.parametrize("when", [Cut.BEFORE, Cut.AFTER])
async def test_a_poll_whose_answer_is_lost_is_asked_for_again(clinic: Clinic, when: Cut) -> None:
    ana = clinic.client()
    await ana.fills_in(until="retinoid")
    clinic.cloud.faults.hang_up(when, method="getUpdates", times=2)
    await ana.taps("choice-no")
    assert ana.state == "isotretinoin"
    assert ana.times_seen("ask-isotretinoin") == 1


async def test_half_an_answer_and_a_failing_server_repeat_no_answer(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="goals")
    clinic.cloud.faults.garble(method="getUpdates")
    clinic.cloud.faults.refuse(502, "Bad Gateway", times=2, method="sendMessage")
    await ana.says("acne scars")
    await clinic.sleep(minutes=1)
    assert ana.times_seen("ask-area") == 1
    assert [key for key, _ in ana.history] == ["consent", "age", "name", "goals"]


async def test_a_tap_older_than_telegram_answers_is_still_taken(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="retinoid")
    clinic.cloud.faults.flood(200, method="answerCallbackQuery")
    await ana.taps("choice-no")
    await clinic.sleep(minutes=5)
    assert ana.state == "isotretinoin"
    assert ana.times_seen("ask-isotretinoin") == 1
