"""What is in the way of a worker's work is named, one by one, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from bot.watch.post import POLL_SILENCE
from bot.watch.readiness import obstacles
from storage.marks import Mark
from storage.refusals import Busy
from tests.bot.room import BOT_ID
from tests.bot.watch.asking import Away

if TYPE_CHECKING:
    from bot.watch.post import Build, Post
    from tests.bot.watch.asking import Hands


def test_nothing_is_in_the_way_of_a_worker_that_has_just_begun(post: Post, build: Build) -> None:
    assert obstacles(post, build) == {}


def test_a_database_that_is_away_is_named(post: Post, build: Build) -> None:
    away = replace(post, database=cast("Any", Away(Busy())))
    assert list(obstacles(away, build)) == ["database"]


def test_a_database_that_fails_is_named_by_the_kind_of_failure_alone(post: Post, build: Build) -> None:
    broken = replace(post, database=cast("Any", Away(ValueError("password=hunter2"))))
    found = obstacles(broken, build)
    assert list(found) == ["database"]
    assert "ValueError" in found["database"]
    assert "hunter2" not in found["database"]


def test_tables_of_another_program_are_named(post: Post, build: Build) -> None:
    assert list(obstacles(post, replace(build, schema="9999"))) == ["schema"]


def test_a_database_that_is_held_is_named_without_the_reason(post: Post, build: Build) -> None:
    with post.database.work(post.clock()) as work:
        work.marks.set(Mark.HELD, "restored-from-tuesday")
        work.commit()
    found = obstacles(post, build)
    assert list(found) == ["held"]
    assert "tuesday" not in found["held"]


def test_a_loop_that_hangs_is_named(post: Post, build: Build, hands: Hands) -> None:
    post.pulse.beat("scribe", within=10)
    hands.forward(seconds=11)
    found = obstacles(post, build)
    assert list(found) == ["loops"]
    assert "scribe" in found["loops"]


def test_a_breaker_that_is_open_is_named(post: Post, build: Build, hands: Hands) -> None:
    hands.is_broken = True
    assert list(obstacles(post, build)) == ["breaker"]


def test_a_telegram_that_is_silent_for_too_long_is_named(post: Post, build: Build, hands: Hands) -> None:
    hands.forward(seconds=POLL_SILENCE)
    assert obstacles(post, build) == {}
    hands.forward(seconds=1)
    assert list(obstacles(post, build)) == ["telegram"]


def test_a_telegram_that_was_heard_of_late_is_not(post: Post, build: Build, hands: Hands) -> None:
    hands.forward(hours=3)
    with post.database.work(hands.now) as work:
        work.inbox.ingest(BOT_ID, [], 1)
        work.commit()
    assert obstacles(post, build) == {}
    hands.forward(seconds=POLL_SILENCE + 1)
    assert list(obstacles(post, build)) == ["telegram"]


def test_what_telegram_said_before_this_program_began_does_not_count_against_it(
    post: Post, build: Build, hands: Hands
) -> None:
    with post.database.work(hands.now) as work:
        work.inbox.ingest(BOT_ID, [], 1)
        work.commit()
    hands.forward(hours=3)
    assert obstacles(replace(post, started_at=hands.now), build) == {}


def test_where_nobody_listens_on_a_quiet_night_silence_is_no_obstacle(post: Post, build: Build, hands: Hands) -> None:
    hands.forward(hours=9)
    assert obstacles(replace(post, silence=None), build) == {}


def test_all_that_is_in_the_way_is_named_at_once(post: Post, build: Build, hands: Hands) -> None:
    post.pulse.beat("scribe", within=1)
    hands.forward(hours=1)
    hands.is_broken = True
    assert set(obstacles(post, build)) == {"loops", "breaker", "telegram"}


def test_a_webhook_that_leads_elsewhere_is_named_and_a_backlog_is_not(post: Post, build: Build) -> None:
    post.counts.hook(500, ["backlog", "failing"])
    assert obstacles(post, build) == {}
    post.counts.hook(500, ["backlog", "changed"])
    assert list(obstacles(post, build)) == ["webhook"]
