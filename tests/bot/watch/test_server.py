"""The watch over HTTP: three addresses, each with its status, and nothing that anybody should not read."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import pytest

from tests.bot.watch.asking import Away, ask

if TYPE_CHECKING:
    from bot.watch.post import Post
    from tests.bot.watch.asking import Hands


async def test_a_process_whose_loops_live_says_so_in_one_word(post: Post) -> None:
    post.pulse.beat("scribe")
    answer = await ask(post, "/healthz")
    assert (answer.status, answer.text) == (200, "alive")


async def test_a_process_that_hangs_is_to_be_started_anew(post: Post, hands: Hands) -> None:
    post.pulse.beat("scribe", within=10)
    hands.forward(seconds=11)
    answer = await ask(post, "/healthz")
    assert (answer.status, answer.text) == (503, "hangs")


async def test_a_process_is_not_started_anew_because_its_database_is_away(post: Post) -> None:
    away = replace(post, database=cast("Any", Away()))
    assert (await ask(away, "/healthz")).status == 200
    assert (await ask(away, "/readyz")).status == 503


async def test_a_worker_that_is_ready_says_so(post: Post) -> None:
    answer = await ask(post, "/readyz")
    assert (answer.status, json.loads(answer.text)) == (200, {"ready": True, "not_ready": {}})


async def test_a_worker_that_is_not_ready_names_what_is_not(post: Post, hands: Hands) -> None:
    hands.is_broken = True
    answer = await ask(post, "/readyz")
    told = json.loads(answer.text)
    assert (answer.status, told["ready"], list(told["not_ready"])) == (503, False, ["breaker"])


async def test_the_figures_come_as_prometheus_reads_them(post: Post) -> None:
    answer = await ask(post, "/metrics")
    assert answer.status == 200
    assert answer.headers["Content-Type"].startswith("text/plain; version=")
    assert "# TYPE intake_turns_total counter\n" in answer.text


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
async def test_no_answer_is_kept_by_whoever_stands_between(post: Post, path: str) -> None:
    assert (await ask(post, path)).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
async def test_nothing_can_be_sent_there(post: Post, path: str) -> None:
    assert (await ask(post, path, "POST")).status == 405


@pytest.mark.parametrize("path", ["/", "/intakes"])
async def test_there_is_nothing_else(post: Post, path: str) -> None:
    assert (await ask(post, path)).status == 404
