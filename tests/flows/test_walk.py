"""The walk through the whole flow meets everything, and everything ends."""

from __future__ import annotations

from flows import machine
from flows.conditions import All, AnyOf, Dated, Is, Not, OneOf
from flows.flow import Flow
from flows.model import Facts, Kind, Mention
from flows.walk import possible_values, telling_values, walk
from flows.walk import tests_in as every_test_in


def test_the_walk_meets_every_state_but_the_one_that_only_a_command_leads_to(flow: Flow) -> None:
    assert walk(flow).states == set(flow.machine.states) - {machine.STOPPED}


def test_every_path_ends(flow: Flow) -> None:
    walked = walk(flow)
    assert walked.stuck == frozenset()
    assert walked.ended == {machine.FINISHED, machine.DECLINED, machine.MINOR}
    reached = set(walked.ended)
    while grown := {source for source, dest in walked.steps if dest in reached} - reached:
        reached |= grown
    assert reached == walked.states


def test_every_step_of_the_walk_is_one_that_its_answers_lead_to(flow: Flow) -> None:
    for (source, dest), answers in walk(flow).steps.items():
        trigger = "looks_right" if source == machine.REVIEW else "go_on"
        led = {
            machine.move(flow.machine, trigger, source, Facts(answers, mentions))
            for mentions in (frozenset[Mention](), frozenset({Mention.MELASMA}))
        }
        assert dest in led


def test_no_path_comes_back_to_a_question_it_has_answered(flow: Flow) -> None:
    order = [machine.START, *(question.key for question in flow.questions), *machine.SHOWN]
    order += [*(question.key for question in flow.handoff), *sorted(machine.ENDINGS)]
    assert all(order.index(source) < order.index(dest) for source, dest in walk(flow).steps)


def test_telling_values_tell_apart_what_decides_the_way(flow: Flow) -> None:
    assert telling_values(flow, flow.by_key["note"]) == ["words"]
    assert (
        telling_values(flow, flow.by_key["retinoid"]) == ["yes", "no"]
        or len(telling_values(flow, flow.by_key["retinoid"])) == 3
    )
    assert ("tone",) in telling_values(flow, flow.by_key["goals"])


def test_possible_values_stand_for_every_kind_of_answer(flow: Flow) -> None:
    for question in flow.by_key.values():
        values = possible_values(question)
        assert values
        if question.kind in {Kind.CHOICE, Kind.YES_NO}:
            assert values == list(question.choices)


def test_the_tests_of_a_condition_are_found_however_deep_they_stand() -> None:
    deep = All((AnyOf((Is("a", "1"), Not(Is("b", "2")))), Dated(OneOf("c", ("3",)), "d")))
    assert [test.key for test in every_test_in(deep)] == ["a", "b", "c"]
