"""Tells an open page that something changed, over server-sent events; the page then fetches its own regions anew."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.responses import StreamingResponse

from bot.console.knowing import recognise
from bot.console.office import office_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request

BEAT_SECONDS = 20.0
"""How long it is quiet before a sign of life, and before the session is looked at again."""
REST_SECONDS = 0.5
"""How long news is gathered before it is told again: a burst of changes is one."""

CHANGED = "event: changed\ndata: .\n\n"
SIGNED_OUT = "event: signed-out\ndata: .\n\n"
ALIVE = ": .\n\n"


async def stream(request: Request) -> StreamingResponse:
    """News for as long as the page is open and its session lasts; being told news does not make a session last."""
    return StreamingResponse(_news(request), media_type="text/event-stream")


async def _news(request: Request) -> AsyncIterator[str]:
    changed = office_of(request).changed
    heard = changed.rings
    yield ALIVE
    while not request.app.state.closing:
        rang = await changed.wait(heard, BEAT_SECONDS)
        heard = changed.rings
        if not await run_in_threadpool(recognise, request):
            yield SIGNED_OUT
            return
        yield CHANGED if rang else ALIVE
        await asyncio.sleep(REST_SECONDS)
