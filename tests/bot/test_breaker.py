"""The breaker tells an Update's fault from the program's."""

from __future__ import annotations

import pytest
from structlog.testing import capture_logs

from bot.breaker import CHATS, LONGEST, REST, Breaker


def failing(*chats: int | None) -> Breaker:
    breaker = Breaker()
    for chat in chats:
        breaker.failed(chat)
    return breaker


def test_it_opens_once_so_many_chats_failed_in_a_row() -> None:
    assert not failing(*range(CHATS - 1)).is_open
    assert failing(*range(CHATS)).is_open


def test_one_chat_may_fail_as_often_as_it_likes() -> None:
    assert not failing(*[1] * 10 * CHATS).is_open


def test_one_that_goes_well_between_them_starts_the_count_anew() -> None:
    breaker = failing(*range(CHATS - 1))
    breaker.went_well()
    breaker.failed(CHATS)
    assert not breaker.is_open


def test_the_first_that_goes_well_closes_it() -> None:
    breaker = failing(*range(CHATS))
    breaker.went_well()
    assert not breaker.is_open


def test_it_says_once_that_it_opened_and_that_it_closed() -> None:
    with capture_logs() as logged:
        breaker = failing(*range(2 * CHATS))
        breaker.went_well()
        breaker.went_well()
    assert [(line["event"], line["log_level"]) for line in logged] == [
        ("breaker.opened", "critical"),
        ("breaker.closed", "warning"),
    ]


@pytest.mark.parametrize("count", [CHATS, 100])
def test_who_failed_waits_longer_than_it_takes_to_try_another_but_not_for_ever(count: int) -> None:
    assert REST < failing(*range(count)).wait <= LONGEST
