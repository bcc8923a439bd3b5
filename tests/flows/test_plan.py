"""The plan and the receipt say what the screening says: its verdict, its day, its reasons, and never more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given

from flows import machine
from flows.flow import Flow
from flows.model import NOT_SURE, Answer, Intake, Mention, Phrase, Reply, Value, Verdict
from flows.plan import plan, receipt
from tests.flows.forms import MODEST, SEEDS, any_form, any_mentions
from tests.flows.given import (
    CASE,
    NO_NAME,
    OF_A_PERSON,
    PHONES,
    RETINOL,
    TODAY,
    Chat,
    form,
    in_words,
    on,
    phrases,
    the_flow,
)

NO_WAIT = {"plan-ready", "plan-today"}


def planned(
    flow: Flow, answers: Mapping[str, Answer], *mentions: Mention, today: date = TODAY
) -> tuple[tuple[Phrase, ...], list[Phrase]]:
    """The plan's own phrases, and all of them with what fills their gaps."""
    body = plan(flow, Intake(CASE, answers=answers, mentions=frozenset(mentions)), today)
    return body, list(phrases(Reply(body)))


def keys_of(flow: Flow, changes: Mapping[str, Value | Answer], *mentions: Mention) -> set[str]:
    return {phrase.key for phrase in planned(flow, form(changes), *mentions)[1]}


RETINOID: Mapping[str, Value | Answer] = {"retinoid": "yes", "retinoid_product": RETINOL, "retinoid_last": on(11, 2)}


@MODEST
@given(seed=SEEDS)
def test_the_plan_says_the_verdict_and_the_day_of_the_screening_and_no_other(seed: int) -> None:
    flow = the_flow()
    random = Random(seed)
    answers, mentions = any_form(flow, random), any_mentions(random)
    intake = Intake(CASE, answers=answers, mentions=frozenset(mentions))
    screening = flow.screen(intake, TODAY)
    body, inner = planned(flow, answers, *mentions)
    keys = {phrase.key for phrase in inner}
    assert f"plan-{screening.verdict.name.lower()}" in keys
    assert len(keys & {f"plan-{verdict.name.lower()}" for verdict in Verdict}) == 1
    if screening.verdict is not Verdict.READY:
        assert not keys & NO_WAIT
    days = [phrase.values["day"] for phrase in inner if phrase.key == "plan-earliest"]
    assert days in ([], [screening.earliest])
    assert (screening.verdict is Verdict.WAIT) <= (days == [screening.earliest])
    told = {phrase.key for phrase in inner if phrase.key.startswith("reason-")}
    assert told == {f"reason-{found.reason}" for found in screening.findings if found.rule != "wish_too_early"}
    text = in_words(flow, Reply(body))
    assert not OF_A_PERSON.search(text)
    assert len(text) <= 4096


def test_the_plan_of_a_wait_counts_the_days_in_dates(flow: Flow) -> None:
    counted = next(phrase for phrase in planned(flow, form(RETINOID))[1] if phrase.key == "counted-from")
    assert counted.values == {"count": 5, "from": date(2026, 11, 3)}
    earliest = next(phrase for phrase in planned(flow, form(RETINOID))[1] if phrase.key == "counted-earliest")
    assert earliest.values == {"earliest": date(2026, 11, 8)}


def test_no_rules_day_is_told_where_only_a_person_can_give_the_day(flow: Flow) -> None:
    keys = keys_of(flow, {**RETINOID, "health_stop": "something"})
    assert "counted-from" in keys
    assert "counted-earliest" not in keys


def test_a_day_hoped_for_is_left_to_the_team_when_a_person_looks_first(flow: Flow) -> None:
    keys = keys_of(flow, {"health_review": "something", "wish": on(12, 12)})
    assert "wish-team" in keys
    assert "wish-fits" not in keys


def test_a_last_day_that_has_passed_is_not_told(flow: Flow) -> None:
    assert "wish-keep" not in keys_of(flow, {"wish": on(11, 8)})


def test_a_day_that_is_not_counted_in_full_days_is_said_alone(flow: Flow) -> None:
    keys = keys_of(flow, {"series": "continuing", "series_last": on(10, 24)})
    assert "counted-earliest" in keys
    assert "counted-from" not in keys


def test_each_reason_names_the_answer_that_made_it(flow: Flow) -> None:
    said = [phrase for phrase in planned(flow, form(RETINOID))[1] if phrase.key == "said"]
    assert [phrase.values["question"] for phrase in said] == [Phrase("short-retinoid_last")]


def test_nothing_to_wait_for_is_said_only_when_ready(flow: Flow) -> None:
    assert keys_of(flow, {}) >= NO_WAIT
    assert keys_of(flow, {"area": "other"}).isdisjoint(NO_WAIT)


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({**RETINOID, "wish": on(11, 7)}, "wish-early"),
        ({**RETINOID, "wish": on(11, 8)}, "wish-fits"),
        ({"skin_now": "yes", "wish": on(11, 20)}, "wish-team"),
        ({"wish": "no"}, None),
    ],
)
def test_the_plan_says_whether_the_day_hoped_for_fits(
    flow: Flow, changes: Mapping[str, Value | Answer], key: str | None
) -> None:
    wishes = {each for each in keys_of(flow, changes) if each in {"wish-early", "wish-fits", "wish-team"}}
    assert wishes == ({key} if key else set())


def test_a_day_that_fits_comes_with_the_last_day_for_each_thing(flow: Flow) -> None:
    body = planned(flow, form({"pigment": "yes", "sun_last": on(10, 1), "wish": on(11, 20)}))[1]
    last = {phrase.key: phrase.values["day"] for phrase in body if phrase.key.startswith("last_day-")}
    assert last == {
        "last_day-retinoid": date(2026, 11, 14),
        "last_day-exfoliant": date(2026, 11, 14),
        "last_day-sun": date(2026, 11, 12),
    }


def test_sun_is_only_spoken_of_where_it_matters(flow: Flow) -> None:
    assert not {key for key in keys_of(flow, {"wish": on(11, 20)}) if "sun" in key}


@pytest.mark.parametrize(
    "changes",
    [
        RETINOID,
        {"retinoid": NOT_SURE, "retinoid_product": NO_NAME, "retinoid_last": NOT_SURE},
        {"isotretinoin": "now"},
        {"isotretinoin": "6_to_12_months"},
        {"health_stop": "something"},
    ],
)
def test_nobody_is_asked_to_stop_a_prescribed_medicine(flow: Flow, changes: Mapping[str, Value | Answer]) -> None:
    assert "plan-prescriber" in keys_of(flow, changes)


@pytest.mark.parametrize("changes", [{}, RETINOID, {"skin_now": "yes"}, {"isotretinoin": "now"}])
def test_the_clinic_has_the_last_word_in_every_plan(flow: Flow, changes: Mapping[str, Value | Answer]) -> None:
    assert planned(flow, form(changes))[0][-1] == Phrase("plan-final_word")


def test_an_urgent_word_is_a_reason_without_an_answer(flow: Flow) -> None:
    assert "reason-urgent" in keys_of(flow, {}, Mention.EMERGENCY)


def test_the_receipt_has_case_answers_day_next_step_and_both_numbers(flow: Flow) -> None:
    chat = Chat(flow).fill(until=machine.FINISHED, name="Annabel", next_step=":write_here")
    body = receipt(flow, chat.intake, TODAY)
    text = in_words(flow, Reply(body))
    assert all(part in text for part in (CASE, "Annabel", *PHONES))
    assert "receipt-write_here" in {phrase.key for phrase in body}


def test_a_receipt_before_the_hand_off_says_nothing_of_how_to_go_on(flow: Flow) -> None:
    body = receipt(flow, Intake(CASE, answers=form()), TODAY)
    assert not {phrase.key for phrase in body} & {"receipt-i_call", "receipt-write_here", "receipt-call_me"}


def test_the_plan_of_a_review_gives_the_day_only_when_it_is_ahead(flow: Flow) -> None:
    assert "plan-no_day" in keys_of(flow, {"area": "other"})
    assert "plan-earliest" in keys_of(flow, {"area": "other", **RETINOID})


def test_the_plan_follows_the_clinics_own_numbers(flow: Flow) -> None:
    three = replace(flow.clinic.days["retinoid"], count=3)
    clinic = replace(flow.clinic, days={**flow.clinic.days, "retinoid": three})
    body = planned(replace(flow, clinic=clinic), form({**RETINOID, "retinoid_last": on(11, 6)}))
    counted = next(phrase for phrase in body[1] if phrase.key == "counted-from")
    assert (counted.values["count"], counted.values["from"]) == (3, date(2026, 11, 7))
