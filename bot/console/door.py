"""The door: every request comes in here, and what is not on the site map for whoever asks does not come in."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import structlog
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.console.auditing import prepare, record, record_refusal
from bot.console.forms import fields, refuse_long
from bot.console.guards import refuse_foreign
from bot.console.knowing import recognise, to_sign_in
from bot.console.refusals import Refusal, sentence
from bot.console.rendering import form_key, refused
from bot.console.tokens import FIELD, is_token_of
from storage.refusals import Busy, Conflict

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from bot.console.office import Office
    from bot.console.routes import Found, Page, Site


class Door:
    def __init__(self, office: Office, site: Site) -> None:
        self.office = office
        self.site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        response = await self._answer(request)
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        try:
            return await self._opened(request)
        except Refusal as refusal:
            told = refusal
        except HTTPException as error:
            told = Refusal(error.status_code)
        except Busy:
            told = Refusal(503, "busy")
        except Conflict:
            told = Refusal(409, "conflict")
        except Exception as error:
            structlog.get_logger().error("console.failed", error=error, method=request.method)
            told = Refusal(500)
        return await run_in_threadpool(_refused, request, told)

    async def _opened(self, request: Request) -> Response:
        found = self.site.find(request.scope["path"], request.method)
        request.scope["path_params"] = found.parameters if found else {}
        request.state.page = found.page if found else None
        prepare(request)
        refuse_long(request)
        refuse_foreign(request, self.office)
        if (found is None or found.role is not None) and not await run_in_threadpool(recognise, request):
            await run_in_threadpool(record_refusal, request, Refusal(303, "stranger"))
            return await run_in_threadpool(to_sign_in, request)
        page = _allowed(request, found)
        if request.method == "POST":
            await self._take_form(request)
        return await _served(request, page)

    async def _take_form(self, request: Request) -> None:
        given = await fields(request)
        request.state.forms = [(name, value) for name, value in given if name != FIELD]
        request.state.form = dict(request.state.forms)
        if not is_token_of(form_key(request), dict(given).get(FIELD, "")):
            raise Refusal(403, "form_token")


def _allowed(request: Request, found: Found | None) -> Page:
    """The page, if it is there, used as it may be, by somebody it is for."""
    if found is None:
        raise Refusal(404)
    if found.page is None:
        raise Refusal(405)
    if found.role is not None and not request.state.member.may(found.role):
        raise Refusal(403, "role")
    return found.page


async def _served(request: Request, page: Page) -> Response:
    """Nothing of a page leaves before it stands on the trail that it was seen."""
    if inspect.iscoroutinefunction(page.endpoint):
        response: Response = await page.endpoint(request)
        await run_in_threadpool(record, request, response)
        return response
    return await run_in_threadpool(_worked, request, page)


def _worked(request: Request, page: Page) -> Response:
    response = page.endpoint(request)
    if not isinstance(response, Response):
        raise TypeError(f"{page.path} gave no response")
    record(request, response)
    return response


def _refused(request: Request, refusal: Refusal) -> Response:
    try:
        record_refusal(request, refusal)
        response: Response = refused(request, refusal.status)
    except Exception as error:
        structlog.get_logger().error("console.failed", error=error, method=request.method)
        response = PlainTextResponse(sentence(500), 500)
    response.headers.update(refusal.headers)
    return response
