"""What is counted, and how long a client waited for the first word."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from threading import Thread
from typing import get_args

import pytest

from bot import counts
from bot.chat.monitor import Trouble
from bot.counts import Counts, Spread
from bot.webhook import Outcome

RECEIVED = datetime(2026, 11, 4, 18, 0, tzinfo=UTC)
PUT = RECEIVED + timedelta(milliseconds=20)
CHAT = 5_000_000_001


def at(seconds: float) -> datetime:
    return RECEIVED + timedelta(seconds=seconds)


def waited(counted: Counts) -> tuple[int, float]:
    """How many answers were measured, and their seconds together."""
    spread = counted.seen().answer_seconds
    return sum(spread.counts), round(spread.total, 6)


def test_at_first_everything_is_there_and_nought() -> None:
    seen = Counts().seen()
    assert seen.updates == {"new": 0, "repeated": 0}
    assert seen.turns == {"taken": 0, "retried": 0, "quarantined": 0}
    assert seen.sends == {"sent": 0, "wait": 0, "retry": 0, "dead": 0, "parked": 0, "moot": 0}
    assert (sum(seen.turn_seconds.counts), sum(seen.answer_seconds.counts), seen.busy) == (0, 0, 0)


def test_each_thing_is_counted_where_it_belongs() -> None:
    counted = Counts()
    counted.received(3, 1)
    counted.received(1)
    counted.turn("taken", 0.5)
    counted.turn("retried", 0.25)
    counted.busy()
    for outcome in ("sent", "sent", "dead"):
        counted.send(outcome, CHAT, PUT, at(1))
    seen = counted.seen()
    assert seen.updates == {"new": 4, "repeated": 1}
    assert (seen.turns["taken"], seen.turns["retried"], seen.turns["quarantined"]) == (1, 1, 0)
    assert (seen.sends["sent"], seen.sends["dead"], seen.sends["retry"]) == (2, 1, 0)
    assert (seen.turn_seconds.total, seen.busy) == (0.75, 1)


def test_what_was_seen_does_not_change_afterwards() -> None:
    counted = Counts()
    seen = counted.seen()
    counted.received(1)
    counted.turn("taken", 1)
    assert (seen.updates["new"], seen.turn_seconds.total, sum(seen.turn_seconds.counts)) == (0, 0, 0)


def test_the_first_letter_of_a_turn_that_is_sent_tells_how_long_it_took() -> None:
    counted = Counts()
    counted.answers(CHAT, PUT, RECEIVED)
    counted.send("retry", CHAT, PUT, at(1))
    assert waited(counted) == (0, 0)
    counted.send("sent", CHAT, PUT, at(2))
    counted.send("sent", CHAT, PUT, at(3))
    assert waited(counted) == (1, 2)


def test_a_letter_that_no_turn_of_ours_put_tells_nothing() -> None:
    counted = Counts()
    counted.answers(CHAT, PUT, RECEIVED)
    counted.send("sent", CHAT, at(600), at(601))
    counted.send("sent", CHAT + 1, PUT, at(601))
    assert waited(counted) == (0, 0)


def test_an_update_without_a_chat_is_answered_by_nobody() -> None:
    counted = Counts()
    counted.answers(None, PUT, RECEIVED)
    assert waited(counted) == (0, 0)


def test_a_clock_that_was_set_back_makes_no_answer_come_before_its_question() -> None:
    counted = Counts()
    counted.answers(CHAT, PUT, RECEIVED)
    counted.send("sent", CHAT, PUT, at(-60))
    assert waited(counted) == (1, 0)


def test_turns_that_say_nothing_do_not_pile_up() -> None:
    counted = Counts()
    for number in range(counts.OPEN_TURNS + 1):
        counted.answers(number, PUT, RECEIVED)
    counted.send("sent", 0, PUT, at(1))
    assert waited(counted) == (0, 0)
    counted.send("sent", 1, PUT, at(1))
    assert waited(counted) == (1, 1)


def test_a_spread_counts_up_to_and_including_each_bound() -> None:
    spread = Spread((1.0, 2.0))
    for seconds in (0.5, 1.0, 1.5, 2.5):
        spread.add(seconds)
    assert spread.up_to() == [(1.0, 2), (2.0, 3), (float("inf"), 4)]


def test_threads_lose_nothing_between_them() -> None:
    counted = Counts()

    def work() -> None:
        for _ in range(2_000):
            counted.received(1)
            counted.turn("taken", 1)

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (counted.seen().updates["new"], counted.seen().turn_seconds.total) == (8_000, 8_000)


def test_the_words_for_the_webhook_are_those_of_who_tells_of_it() -> None:
    assert set(get_args(counts.Brought)) == {outcome.value for outcome in Outcome}
    assert set(get_args(counts.Trouble)) == {trouble.value for trouble in Trouble}


def test_what_is_wrong_with_the_webhook_is_what_the_last_look_found() -> None:
    counted = Counts()
    assert counted.seen().hook_waiting is None
    counted.hook(3, ["gone"])
    counted.hook(4, ["changed"])
    assert (counted.seen().hook_waiting, counted.seen().hook_troubles) == (4, frozenset({"changed"}))


def test_a_request_with_an_outcome_that_nobody_knows_makes_no_figure_of_its_own() -> None:
    counted = Counts()
    with pytest.raises(KeyError):
        counted.request("5000000001")
    assert set(counted.seen().requests) == set(get_args(counts.Brought))
