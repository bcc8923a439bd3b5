"""The watch as a web app, and serving it: /healthz, /readyz and /metrics, and nothing else."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot import serving
from bot.version import own_version
from bot.watch.figures import registry
from bot.watch.post import build_of
from bot.watch.readiness import obstacles

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request

    from bot.watch.post import Post

FRESH = {"Cache-Control": "no-store"}


def watch(post: Post) -> Starlette:
    """The whole app."""
    build = build_of(post, own_version())
    figures = registry(post, build)

    async def healthz(_request: Request) -> Response:
        """Whether the loops of this process live: what it stands on may be away, that is no reason to start it anew."""
        hangs = bool(post.pulse.silent())
        return PlainTextResponse("hangs" if hangs else "alive", 503 if hangs else 200, FRESH)

    async def readyz(_request: Request) -> Response:
        in_the_way = await run_in_threadpool(obstacles, post, build)
        told = {"ready": not in_the_way, "not_ready": in_the_way}
        return JSONResponse(told, 503 if in_the_way else 200, FRESH)

    async def metrics(_request: Request) -> Response:
        text = await run_in_threadpool(generate_latest, figures)
        return Response(text, 200, FRESH, CONTENT_TYPE_LATEST)

    return Starlette(routes=[Route("/healthz", healthz), Route("/readyz", readyz), Route("/metrics", metrics)])


@contextlib.asynccontextmanager
async def serve(post: Post, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[serving.Running]:
    """Serve in the running loop; port 0 takes any free one. Raises OSError when the port can't be had."""
    running = serving.Running(watch(post), host, port)
    async with serving.being_served(running):
        yield running
