"""The figures as Prometheus reads them: what this worker did, and what waits in the database it shares with others."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import structlog
from prometheus_client import CollectorRegistry, ProcessCollector
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, InfoMetricFamily
from prometheus_client.registry import Collector

from bot.counts import Trouble
from storage.refusals import Busy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from prometheus_client.core import Metric

    from bot.counts import Seen, Spread
    from bot.watch.post import Build, Post
    from storage.queues import Queues


def registry(post: Post, build: Build) -> CollectorRegistry:
    """One of our own: in the library's stands whatever anybody puts there."""
    own = CollectorRegistry(auto_describe=False)
    own.register(Figures(post, build))
    ProcessCollector(registry=own)
    return own


class Figures(Collector):
    """Reads everything anew at each scrape. The labels are fixed: none is ever made of what somebody sends."""

    def __init__(self, post: Post, build: Build) -> None:
        self._post, self._build = post, build

    def collect(self) -> Iterator[Metric]:
        queues = _look(self._post)
        yield from _done(self._post)
        yield from _standing(self._post, self._build)
        yield _gauge("database_up", "1 while the database answers.", queues is not None)
        if queues is not None:
            yield from _waiting(queues, self._post.clock())


def _look(post: Post) -> Queues | None:
    """None where the database does not answer: the figures of the process itself are worth having then above all."""
    try:
        return post.look()
    except Busy as problem:
        structlog.get_logger().warning("watch.failed", error=problem)
    except Exception as problem:
        structlog.get_logger().error("watch.failed", error=problem)
    return None


def _done(post: Post) -> Iterator[Metric]:
    seen = post.counts.seen()
    yield _counter("updates_received", "Updates that came in.", "kind", seen.updates)
    yield _counter("turns", "Turns by what became of them.", "outcome", seen.turns)
    yield _counter("sends", "Letters tried, by what became of them.", "outcome", seen.sends)
    yield _histogram("turn_seconds", "From taking an Update in hand to its commit.", seen.turn_seconds)
    yield _histogram("answer_seconds", "From storing an Update to the first Letter sent for it.", seen.answer_seconds)
    yield _counter("webhook_requests", "Requests to the webhook, by what became of them.", "outcome", seen.requests)
    yield from _hook(seen)
    yield CounterMetricFamily("intake_database_busy", "Times the database could not be used.", seen.busy)
    yield CounterMetricFamily("intake_log_lines_lost", "Lines that the log did not take.", post.lines_lost())


def _hook(seen: Seen) -> Iterator[Metric]:
    """Of the one worker that looks at Telegram's end of the webhook."""
    if seen.hook_waiting is None:
        return
    yield _gauge("webhook_waiting", "Updates that Telegram has not brought yet.", seen.hook_waiting)
    family = GaugeMetricFamily("intake_webhook_trouble", "1 for what is wrong at Telegram's end.", labels=("kind",))
    for trouble in get_args(Trouble):
        family.add_metric((trouble,), float(trouble in seen.hook_troubles))
    yield family


def _standing(post: Post, build: Build) -> Iterator[Metric]:
    yield _gauge("leader", "1 for the worker that polls and meets deadlines.", post.leads())
    yield _gauge("loops_silent", "Parts of this worker that hang.", len(post.pulse.silent()))
    yield _gauge("breaker_open", "1 while Turns of many chats fail and none is given up.", post.is_broken())
    told = {"version": build.version, "form": build.form, "schema": build.schema}
    yield InfoMetricFamily("intake_build", "What runs.", value=told)


def _waiting(queues: Queues, now: datetime) -> Iterator[Metric]:
    yield _gauge("updates_waiting", "Updates that are not worked off yet.", queues.updates)
    yield _gauge("updates_oldest_seconds", "Age of the oldest of them.", _age(queues.oldest_update, now))
    yield _gauge("updates_quarantined", "Updates that were given up.", queues.quarantined)
    yield _gauge("letters_waiting", "Letters that are not sent yet, to chats that are open to us.", queues.letters)
    yield _gauge("letters_oldest_seconds", "Age of the oldest of them.", _age(queues.oldest_letter, now))
    yield _gauge("letters_parked", "Letters that wait for a client to let us in again.", queues.parked)
    yield _gauge("letters_dead", "Letters of the last day that never arrived and are missed.", queues.lost)
    yield _gauge("deadlines_overdue", "Deadlines that were due more than a minute ago.", queues.overdue)
    yield _gauge("workers", "Workers seen within the last minute.", queues.workers)
    yield _gauge("held", "1 while nothing is sent until somebody releases it.", bool(queues.held))
    if queues.heard_at is not None:
        yield _gauge("telegram_heard_seconds", "How long ago Telegram was last heard.", _age(queues.heard_at, now))


def _age(since: datetime | None, now: datetime) -> float:
    return max(0.0, (now - since).total_seconds()) if since else 0.0


def _gauge(name: str, means: str, value: float) -> Metric:
    return GaugeMetricFamily(f"intake_{name}", means, float(value))


def _counter(name: str, means: str, label: str, counts: Mapping[str, int]) -> Metric:
    family = CounterMetricFamily(f"intake_{name}", means, labels=(label,))
    for kind, count in counts.items():
        family.add_metric((kind,), count)
    return family


def _histogram(name: str, means: str, spread: Spread) -> Metric:
    buckets = [("+Inf" if bound == float("inf") else str(bound), float(count)) for bound, count in spread.up_to()]
    return HistogramMetricFamily(f"intake_{name}", means, buckets=buckets, sum_value=spread.total)
