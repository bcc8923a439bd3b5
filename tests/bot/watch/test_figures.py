"""Each figure says what is the case, and no label is made of anything that a client sends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import pytest
from prometheus_client import REGISTRY, generate_latest
from prometheus_client.parser import text_string_to_metric_families

from bot.chat.receive import batch
from bot.watch.figures import registry
from storage.marks import Mark
from tests.bot.room import BOT_ID, NOW
from tests.bot.updates import CLIENT, text
from tests.bot.watch.asking import Away

if TYPE_CHECKING:
    from bot.watch.post import Build, Post
    from tests.bot.watch.asking import Hands

LABELS = {"kind", "outcome", "le", "version", "form", "schema"}


def scrape(post: Post, build: Build) -> str:
    return generate_latest(registry(post, build)).decode()


def figures(post: Post, build: Build) -> dict[str, float]:
    """By name, with its one label behind a colon where it has one."""
    families = text_string_to_metric_families(scrape(post, build))
    samples = [sample for family in families for sample in family.samples]
    return {":".join([sample.name, *sample.labels.values()]): sample.value for sample in samples}


def test_what_was_counted_is_shown_by_outcome(post: Post, build: Build) -> None:
    post.counts.received(5, 2)
    post.counts.turn("quarantined", 0.02)
    post.counts.send("parked", CLIENT, NOW, NOW)
    post.counts.busy()
    found = figures(post, build)
    assert (found["intake_updates_received_total:new"], found["intake_updates_received_total:repeated"]) == (5, 2)
    assert (found["intake_turns_total:quarantined"], found["intake_turns_total:taken"]) == (1, 0)
    assert (found["intake_sends_total:parked"], found["intake_sends_total:sent"]) == (1, 0)
    assert found["intake_database_busy_total"] == 1


def test_durations_are_histograms(post: Post, build: Build) -> None:
    post.counts.turn("taken", 0.02)
    post.counts.turn("taken", 9)
    found = figures(post, build)
    assert (found["intake_turn_seconds_bucket:0.01"], found["intake_turn_seconds_bucket:0.025"]) == (0, 1)
    assert (found["intake_turn_seconds_bucket:+Inf"], found["intake_turn_seconds_count"]) == (2, 2)
    assert found["intake_turn_seconds_sum"] == pytest.approx(9.02)
    assert found["intake_answer_seconds_count"] == 0


def test_the_queues_are_read_from_the_database_at_each_scrape(post: Post, build: Build, hands: Hands) -> None:
    assert figures(post, build)["intake_updates_waiting"] == 0
    with post.database.work(NOW) as work:
        work.inbox.ingest(BOT_ID, batch([text("hi"), text("again")]).arrived, 1)
        work.outbox.put(CLIENT, None, "sendMessage", {"text": "hi"})
        work.commit()
    hands.forward(seconds=90)
    found = figures(post, build)
    assert (found["intake_updates_waiting"], found["intake_updates_oldest_seconds"]) == (2, 90)
    assert (found["intake_letters_waiting"], found["intake_letters_oldest_seconds"]) == (1, 90)
    assert found["intake_telegram_heard_seconds"] == 90
    assert (found["intake_database_up"], found["intake_held"]) == (1, 0)


def test_how_the_worker_stands_is_shown(post: Post, build: Build, hands: Hands) -> None:
    hands.leads, hands.is_broken, hands.lines_lost = False, True, 3
    post.pulse.beat("scribe", within=1)
    hands.forward(seconds=2)
    with post.database.work(NOW) as work:
        work.marks.set(Mark.HELD, "restored")
        work.workers.join(1, "here")
        work.commit()
    found = figures(post, build)
    assert (found["intake_leader"], found["intake_breaker_open"], found["intake_loops_silent"]) == (0, 1, 1)
    assert (found["intake_log_lines_lost_total"], found["intake_held"], found["intake_workers"]) == (3, 1, 1)


def test_what_runs_is_named(post: Post, build: Build) -> None:
    line = f'intake_build_info{{form="f0f0",schema="{build.schema}",version="0.1.0"}} 1.0'
    assert line in scrape(post, build)


def test_without_a_database_the_figures_of_the_process_are_still_there(post: Post, build: Build) -> None:
    post.counts.received(5)
    for away in (Away(), Away(ValueError("odd"))):
        found = figures(replace(post, database=cast("Any", away)), build)
        assert (found["intake_database_up"], found["intake_updates_received_total:new"]) == (0, 5)
        assert "intake_updates_waiting" not in found


def test_the_webhook_is_shown_by_whoever_looks_at_it(post: Post, build: Build) -> None:
    assert not [
        name for name in figures(post, build) if name.startswith(("intake_webhook_waiting", "intake_webhook_t"))
    ]
    post.counts.request("stranger")
    post.counts.hook(7, ["changed"])
    found = figures(post, build)
    assert (found["intake_webhook_requests_total:stranger"], found["intake_webhook_requests_total:stored"]) == (1, 0)
    assert (found["intake_webhook_waiting"], found["intake_webhook_trouble:changed"]) == (7, 1)
    assert found["intake_webhook_trouble:gone"] == 0


def test_no_label_is_made_of_what_somebody_sent(post: Post, build: Build) -> None:
    post.counts.answers(CLIENT, NOW, NOW)
    post.counts.send("sent", CLIENT, NOW, NOW)
    shown = scrape(post, build)
    families = text_string_to_metric_families(shown)
    labels = {label for family in families for sample in family.samples for label in sample.labels}
    assert labels - {"le"} <= LABELS
    assert str(CLIENT) not in shown


def test_nothing_gets_into_the_librarys_own_register(post: Post, build: Build) -> None:
    scrape(post, build)
    assert b"intake_" not in generate_latest(REGISTRY)
