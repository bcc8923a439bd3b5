"""The machine moves by one rule, restated here on its own; and by nothing else."""

from __future__ import annotations

from random import Random
from types import SimpleNamespace

import pytest
from hypothesis import given

from flows import machine
from flows.conditions import holds
from flows.flow import Flow
from flows.model import Answers, Facts
from tests.flows.forms import MODEST, SEEDS, any_form
from tests.flows.given import answered, form, the_flow


def by_the_one_rule(flow: Flow, state: str, facts: Facts) -> str:
    """Take the exit if one holds; else the first question that applies and has no answer; else the next part."""
    for way_out in flow.exits:
        if way_out.choice in facts.values(way_out.question):
            return way_out.ending
    for question in flow.questions:
        if question.key not in facts.answers and holds(question.when, facts):
            return question.key
    return machine.REVIEW


@MODEST
@given(seed=SEEDS)
def test_every_step_of_going_on_follows_the_one_rule_of_movement(seed: int) -> None:
    flow = the_flow()
    random = Random(seed)
    answers = any_form(flow, random)
    kept = {key: answer for key, answer in answers.items() if random.random() < 0.8}
    for state in (machine.START, machine.STOPPED, *(question.key for question in flow.questions)):
        facts = Facts(kept)
        assert machine.move(flow.machine, "go_on", state, facts) == by_the_one_rule(flow, state, facts)


def test_the_parts_follow_one_another(flow: Flow) -> None:
    facts = Facts(form())
    assert machine.move(flow.machine, "looks_right", machine.REVIEW, facts) == machine.PLAN
    met = [machine.PLAN]
    while met[-1] not in flow.by_key:
        met.append(machine.move(flow.machine, "go_on", met[-1], facts))
    assert met == [machine.PLAN, *machine.EXPLAIN, "next_step"]


@pytest.mark.parametrize(
    ("told", "after"),
    [({}, "next_step"), ({"next_step": "i_call"}, machine.FINISHED), ({"next_step": "call_me"}, "phone")],
)
def test_the_hand_off_asks_what_is_needed_and_ends(flow: Flow, told: dict[str, str], after: str) -> None:
    facts = Facts(form(told))
    assert machine.move(flow.machine, "to_booking", machine.PLAN, facts) == after
    assert machine.move(flow.machine, "go_on", "next_step", facts) == after


def test_an_open_question_is_asked_before_the_plan(flow: Flow) -> None:
    facts = Facts(form(without=("skin_now",)))
    assert machine.move(flow.machine, "looks_right", machine.REVIEW, facts) == "skin_now"


@pytest.mark.parametrize(
    ("state", "without", "before"),
    [
        ("area", (), "goals"),
        ("isotretinoin", (), "retinoid"),
        ("area", ("goals", "name"), "age"),
        ("consent", (), "consent"),
        (machine.REVIEW, (), "note"),
        (machine.PLAN, (), machine.REVIEW),
        (machine.EXPLAIN[0], (), machine.PLAN),
        (machine.EXPLAIN[2], (), machine.EXPLAIN[1]),
        ("next_step", (), machine.PLAN),
    ],
)
def test_back_goes_to_the_last_question_that_was_answered(
    flow: Flow, state: str, without: tuple[str, ...], before: str
) -> None:
    assert machine.move(flow.machine, "back", state, Facts(form(without=without))) == before


def test_back_in_the_hand_off_goes_to_the_question_before(flow: Flow) -> None:
    answers: Answers = {"next_step": answered("call_me")}
    assert machine.move(flow.machine, "back", "best_time", Facts(answers)) == "next_step"


def test_only_what_was_answered_can_be_changed(flow: Flow) -> None:
    facts = Facts(form(without=("area",)))
    assert machine.move(flow.machine, "change_area", machine.REVIEW, facts) == machine.REVIEW
    assert machine.move(flow.machine, "change_age", machine.REVIEW, facts) == "age"


def test_a_trigger_that_leads_nowhere_stays(flow: Flow) -> None:
    for state in (machine.DECLINED, machine.MINOR, machine.FINISHED):
        assert machine.move(flow.machine, "go_on", state, Facts(form())) == state


def test_a_state_of_another_form_goes_on_from_the_start(flow: Flow) -> None:
    assert machine.move(flow.machine, "back", "a_question_long_gone", Facts(form(without=("area",)))) == "area"


def test_stop_leads_out_of_every_part_of_the_form(flow: Flow) -> None:
    for state in set(flow.machine.states) - machine.ENDINGS:
        assert machine.move(flow.machine, "stop", state, Facts({})) == machine.STOPPED


def test_only_a_cursor_carries_the_state(flow: Flow) -> None:
    with pytest.raises(TypeError, match="SimpleNamespace"):
        flow.machine.events["go_on"].trigger(SimpleNamespace(state=machine.START))
