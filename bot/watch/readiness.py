"""Whether this worker can do its work now, and what is in the way if it can't."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from storage.refusals import Busy

if TYPE_CHECKING:
    from datetime import datetime

    from bot.watch.post import Build, Post
    from storage.queues import Queues

CUT_OFF = frozenset({"gone", "changed", "unreachable"})
"""What keeps Telegram's Updates from us. That some fail, or wait, gets no better by passing this worker over."""


def obstacles(post: Post, build: Build) -> dict[str, str]:
    """What is not ready, with what is the matter; empty when all is. No word of anybody's and no secret is in it."""
    found = {}
    if silent := post.pulse.silent():
        found["loops"] = f"silent: {', '.join(silent)}"
    if cut_off := CUT_OFF & post.counts.seen().hook_troubles:
        found["webhook"] = f"at Telegram's end: {', '.join(sorted(cut_off))}"
    if post.is_broken():
        found["breaker"] = "open: Turns of many chats fail, so it is the program"
    try:
        queues = post.look()
    except Busy:
        return found | {"database": "does not answer"}
    except Exception as problem:
        structlog.get_logger().error("watch.failed", error=problem)
        return found | {"database": f"fails: {type(problem).__name__}"}
    return found | _stored(post, build, queues)


def _stored(post: Post, build: Build, queues: Queues) -> dict[str, str]:
    found = {}
    if queues.schema != build.schema:
        found["schema"] = f"is {queues.schema or 'none'} and should be {build.schema}"
    if queues.held:
        found["held"] = "nothing is sent until somebody releases it"
    if post.silence is not None and (seconds := _unheard(post, queues.heard_at)) > post.silence:
        found["telegram"] = f"not heard for {seconds:.0f} s"
    return found


def _unheard(post: Post, heard_at: datetime | None) -> float:
    """For how many seconds; we began with Telegram saying who we are."""
    last = max(heard_at, post.started_at) if heard_at else post.started_at
    return (post.clock() - last).total_seconds()
