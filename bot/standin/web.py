"""The stand-in as a web app: the Bot API, the people's phones, and the page that shows one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.templating import Jinja2Templates

from bot.standin import controls, people
from bot.standin.bodies import parameters
from bot.standin.door import call
from bot.standin.headers import StrictHeaders
from bot.standin.refusal import HungUp, Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.types import Scope

    from bot.standin.cloud import Cloud

HERE = Path(__file__).parent
LOOPBACK = ["127.0.0.1", "localhost", "[::1]"]


def _no_socket(_scope: Scope) -> None:
    raise HungUp


def stand_in(cloud: Cloud, *, hang_up: Callable[[Scope], None] = _no_socket, beside: str = "") -> Starlette:
    """The whole app. `hang_up` cuts a request's connection; `beside` is the address of a page to show at the side."""
    routes = [
        Route("/bot{token}/{method}", bot_api, methods=["GET", "POST"]),
        Route("/", page, methods=["GET"]),
        Mount("/static", StaticFiles(directory=HERE / "static")),
        *people.routes(),
        *controls.routes(),
    ]
    guards = [
        Middleware(TrustedHostMiddleware, allowed_hosts=LOOPBACK),
        Middleware(StrictHeaders, beside=beside),
    ]
    app = Starlette(routes=routes, middleware=guards)
    app.state.cloud, app.state.hang_up, app.state.beside = cloud, hang_up, beside
    app.state.templates = Jinja2Templates(directory=HERE / "templates")
    return app


async def page(request: Request) -> Response:
    """The client's phone."""
    templates: Jinja2Templates = request.app.state.templates
    return templates.TemplateResponse(request, "phone.html", {"beside": request.app.state.beside})


async def bot_api(request: Request) -> Response:
    """`/bot<token>/<method>`, by query, form, multipart or JSON."""
    path, state = request.path_params, request.app.state
    try:
        params, files = await parameters(request)
        status, body = await call(state.cloud, path["token"], path["method"], params, files)
    except Refused as refused:
        return JSONResponse(refused.as_json(), refused.status)
    except HungUp:
        state.hang_up(request.scope)
        return Response(status_code=500)
    return Response(body, status, media_type="application/json")
