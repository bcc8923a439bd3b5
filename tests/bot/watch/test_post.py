"""A worker that has no breaker and no log of its own is taken to have no trouble with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.counts import Counts
from bot.pulse import Pulse
from bot.watch.post import POLL_SILENCE, Post, build_of
from storage.revision import wanted
from tests.bot.room import BOT_ID, NOW

if TYPE_CHECKING:
    from storage.database import Database


def test_what_nobody_says_is_no_trouble(database: Database) -> None:
    post = Post(database, Counts(), Pulse(), BOT_ID, "f0f0", NOW, lambda: NOW, lambda: True)
    assert (post.is_broken(), post.lines_lost(), post.silence) == (False, 0, POLL_SILENCE)


def test_what_runs_is_the_version_the_form_and_the_tables_that_it_wants(post: Post) -> None:
    build = build_of(post, "1.2.3")
    assert (build.version, build.form, build.schema) == ("1.2.3", "f0f0", wanted())


def test_a_look_is_at_the_queues_of_this_very_moment(post: Post) -> None:
    assert post.look().updates == 0
