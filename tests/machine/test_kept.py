"""What the machine has found, and what it must go on finding well: each as a story by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flows.model import Handover
from tests.machine.acting import Acting
from tests.machine.staffing import Staffing
from tests.machine.struck import Strike
from tests.machine.working import Working

if TYPE_CHECKING:
    from tests.machine.world import World


def at_work(world: World, *, workers: int = 1, answers: int = 0) -> Working:
    """The program runs, and Ana has given so many answers."""
    world.begin(workers)
    working = Working(world)
    for _ in range(answers):
        Acting(world).answers(world.phones[0])
        working.drains()
    return working


def answers_of(world: World) -> dict[str, object]:
    """What is stored of Ana; the machine has seen that it is what the model has."""
    run = world.model.chat(world.phones[0].person.id).current
    assert run is not None
    return {key: answer.value for key, answer in run.intake.answers.items()}


def test_a_slip_that_is_mended_twice_within_a_second(world: World) -> None:
    working, ana = at_work(world, answers=3), world.phones[0]
    name = ana.send("Anna")
    working.drains()
    ana.edit(name, "Ana")
    ana.edit(name, "Annie")
    working.drains()
    ana.send("yes")
    working.drains()
    assert answers_of(world)["name"] == "Annie"


def test_the_same_slip_twice_and_mended_once(world: World) -> None:
    working, ana, acting = at_work(world, answers=3), world.phones[0], Acting(world)
    ana.send("Anna")
    for text in ("Annie", "Annie", "Anna", "Annie"):
        acting.edits(ana, 0, text)
        working.drains()
    ana.send("yes")
    working.drains()
    assert answers_of(world)["name"] == "Annie"


def test_what_staff_do_with_a_bad_program_does_nothing_and_can_be_done_again(world: World) -> None:
    working, ana, staffing = at_work(world, answers=3), world.phones[0], Staffing(world)
    staffing.opens(ana.person.id)
    world.bad = True
    staffing.does(staffing.pages[-1], "take over", 11, 0)
    assert world.model.chat(ana.person.id).runs[0].intake.handover is Handover.BOT
    working.drains()
    staffing.does(staffing.pages[-1], "take over", 11, 0)
    working.drains()
    assert world.model.chat(ana.person.id).runs[0].intake.handover is Handover.TEAM


def test_who_starts_over_with_their_very_first_words_has_one_intake(world: World) -> None:
    working, ana = at_work(world), world.phones[0]
    ana.send("start over")
    working.drains()
    assert [run.intake.state for run in world.model.chat(ana.person.id).runs] == ["consent"]


@pytest.mark.parametrize("strike", [Strike.BEGIN, Strike.MIDDLE, Strike.CUT, Strike.LOST])
def test_an_answer_at_which_the_database_fails_counts_once(world: World, strike: Strike) -> None:
    working, ana = at_work(world, answers=3), world.phones[0]
    ana.send("Ana")
    (worker,) = world.workers
    working.polls(worker)
    working.turns(worker)
    world.strikes.planned.append(strike)
    said = len(ana.answers)
    working.turns(worker)
    working.drains()
    assert world.strikes.struck == [strike]
    assert answers_of(world)["name"] == "Ana"
    assert len(ana.answers) == said + 1


def test_a_worker_that_dies_with_an_answer_and_a_letter_in_hand(world: World) -> None:
    working, ana = at_work(world, answers=3), world.phones[0]
    ana.send("Ana")
    (worker,) = world.workers
    working.polls(worker)
    working.turns(worker)
    worker.dies = True
    working.turns(worker)
    assert not world.workers
    world.joins()
    (other,) = world.workers
    working.claims_letters(other)
    assert working.sends(other)
    world.dies(other)
    said = len(ana.answers)
    working.drains()
    assert answers_of(world)["name"] == "Ana"
    assert len(ana.answers) == said + 1, "nobody knew whether it had arrived, so it was sent once more"
