"""Updates are kept until they are confirmed or too old."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.standin.feed import Feed

NOW = datetime(2026, 11, 2, tzinfo=UTC)


def ids(feed: Feed, offset: int = 0, limit: int = 100, now: datetime = NOW) -> list[int]:
    return [update["update_id"] for update in feed.take(offset, limit, now)]


@pytest.fixture
def feed() -> Feed:
    feed = Feed(next_id=10)
    for _ in range(4):
        feed.put("message", {}, NOW)
    return feed


def test_taking_confirms_nothing(feed: Feed) -> None:
    assert ids(feed) == ids(feed) == [10, 11, 12, 13]


def test_an_offset_confirms_what_is_below_it(feed: Feed) -> None:
    assert ids(feed, 12) == [12, 13]
    assert ids(feed) == [12, 13]


def test_the_offset_after_the_last_confirms_all(feed: Feed) -> None:
    assert ids(feed, 14) == []
    assert feed.waiting == []


def test_an_offset_far_ahead_is_not_believed(feed: Feed) -> None:
    assert ids(feed, 999) == [10, 11, 12, 13]


def test_a_negative_offset_forgets_all_but_the_last(feed: Feed) -> None:
    assert ids(feed, -1) == [13]
    assert ids(feed) == [13]


def test_a_limit_hands_out_the_oldest(feed: Feed) -> None:
    assert ids(feed, limit=2) == [10, 11]


def test_the_numbering_may_begin_anew(feed: Feed) -> None:
    feed.next_id = 3
    feed.put("message", {}, NOW)
    assert ids(feed)[-1] == 3


def test_messages_are_kept_a_day_and_taps_150_seconds(feed: Feed) -> None:
    feed.put("callback_query", {}, NOW)
    assert ids(feed, now=NOW + timedelta(seconds=149)) == [10, 11, 12, 13, 14]
    assert ids(feed, now=NOW + timedelta(seconds=150)) == [10, 11, 12, 13]
    assert ids(feed, now=NOW + timedelta(hours=24)) == []


def test_each_tap_has_its_own_150_seconds() -> None:
    feed = Feed(next_id=10)
    for seconds in (0, 100):
        feed.put("callback_query", {}, NOW + timedelta(seconds=seconds))
    assert ids(feed, now=NOW + timedelta(seconds=150)) == [11]
    feed.put("message", {}, NOW + timedelta(seconds=200))
    assert ids(feed, now=NOW + timedelta(seconds=249)) == [11, 12]
    assert ids(feed, now=NOW + timedelta(seconds=250)) == [12]
    assert ids(feed, now=NOW + timedelta(hours=25)) == []


def test_what_is_below_an_offset_is_confirmed_in_any_numbering(feed: Feed) -> None:
    feed.next_id = 3
    feed.put("message", {}, NOW)
    feed.put("message", {}, NOW)
    assert ids(feed, 4) == [10, 11, 12, 13, 4]
    assert ids(feed, 5) == [10, 11, 12, 13]
    assert ids(feed, 12) == [12, 13]


def test_what_came_since_is_told_apart_even_when_some_of_it_is_gone(feed: Feed) -> None:
    feed.remove(feed.waiting[0])
    assert [update["update_id"] for _, update in feed.since(0)] == [11, 12, 13]
    assert feed.since(feed.arrived) == []
    heard = feed.arrived
    feed.put("message", {"text": "x"}, NOW)
    assert feed.since(heard) == [(NOW, {"update_id": 14, "message": {"text": "x"}})]
    feed.waiting.clear()
    assert feed.since(heard) == []


def test_this_very_update_is_taken_out_once(feed: Feed) -> None:
    first, second = feed.waiting[0], feed.waiting[1]
    feed.remove(second)
    assert (feed.holds(first), feed.holds(second)) == (True, False)
    feed.remove(second)
    assert ids(feed) == [10, 12, 13]


def test_kinds_nobody_asked_for_are_not_kept() -> None:
    feed = Feed()
    feed.put("chat_member", {}, NOW)
    assert feed.waiting == []
    feed.allow(["chat_member"])
    feed.put("chat_member", {}, NOW)
    feed.put("message", {}, NOW)
    assert [set(update) - {"update_id"} for _, update in feed.waiting] == [{"chat_member"}]
