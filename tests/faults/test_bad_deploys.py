"""A program that is wrong, or an Update that is: what is given up, what is not, and what clients hear of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.standin.phone import Phone
from flows.model import Typed
from tests.bot.room import step
from tests.bot.running import a_cloud, program
from tests.faults.resting import heard, is_at_rest

if TYPE_CHECKING:
    from datetime import date

    from flows.flow import Flow
    from flows.model import Input, Intake, Step
    from tests.bot.room import Room

POISON = "poison"


class Deployed:
    """A flow that fails for everybody while it is `bad`, and always for the poison."""

    def __init__(self, *, bad: bool) -> None:
        self.bad, self.tries = bad, 0

    def __call__(self, flow: Flow, intake: Intake, given: Input, today: date) -> Step:
        self.tries += 1
        if self.bad or (isinstance(given, Typed) and given.text == POISON):
            raise ZeroDivisionError
        return step("age")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.breaker.REST", 0.02)
    monkeypatch.setattr("bot.working_off.REST", 0.02)
    monkeypatch.setattr("bot.breaker.LONGEST", 0.05)


def phones(first: Phone, count: int) -> list[Phone]:
    cloud = first.cloud
    return [first, *(Phone(cloud, cloud.add_person(f"Pat {number}"), first.bot) for number in range(1, count))]


def given_up(room: Room) -> int:
    with room.database.look(room.now) as work:
        return len(work.inbox.quarantined())


async def test_a_bad_deploy_gives_nothing_up_for_all_and_the_good_one_takes_everything_in_order(
    room: Room, quick: None
) -> None:
    cloud, phone = a_cloud()
    everybody, deployed = phones(phone, 6), Deployed(bad=True)
    room.advance = deployed
    for word in "abc":
        for each in everybody:
            each.send(f"{word}{each.person.id}")
    async with program(room, cloud, phone) as running:
        await running.until(lambda: running.workers.turns.breaker.is_open)
        tries = deployed.tries
        await running.until(lambda: deployed.tries > tries + 12)
        assert given_up(room) == 0
        assert not any(each.answers for each in everybody)
        deployed.bad = False
        await running.until(lambda: len(heard(room)) == 18 and is_at_rest(room))
        assert not running.workers.turns.breaker.is_open
    for each in everybody:
        mine = [words for words in heard(room) if words.endswith(str(each.person.id))]
        assert [words[0] for words in mine] == ["a", "b", "c"]
        assert [message.text for message in each.answers] == [room.words("nudge")] * 3


async def test_a_good_program_closes_what_a_bad_one_of_before_left_open(room: Room, quick: None) -> None:
    cloud, phone = a_cloud()
    everybody, deployed = phones(phone, 4), Deployed(bad=True)
    room.advance = deployed
    for each in everybody:
        each.send("a")
    async with program(room, cloud, phone) as running:
        await running.until(lambda: running.workers.turns.breaker.is_open)
    room.advance = Deployed(bad=False)
    async with program(room, cloud, phone) as running:
        await running.until(lambda: heard(room) == ["a"] * 4 and is_at_rest(room))
        assert given_up(room) == 0
    assert [len(each.answers) for each in everybody] == [1] * 4


async def test_a_poison_is_set_aside_with_one_line_and_opens_nothing(room: Room) -> None:
    cloud, phone = a_cloud()
    ana, eva = phones(phone, 2)
    room.advance = Deployed(bad=False)
    async with program(room, cloud, phone) as running:
        ana.send(POISON)
        ana.send("after")
        eva.send("beside")
        await running.until(lambda: sorted(heard(room)) == ["after", "beside"] and is_at_rest(room))
        assert not running.workers.turns.breaker.is_open
    assert given_up(room) == 1
    assert [message.text for message in ana.answers] == [room.words("sorry-trouble"), room.words("nudge")]
    assert [message.text for message in eva.answers] == [room.words("nudge")]
