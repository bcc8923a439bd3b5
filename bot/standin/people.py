"""Routes of the people's phones: who there is, what they see, what they do, the files they got."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.standin.bodies import json_object
from bot.standin.phone import NotPossible, Phone
from bot.standin.view import people, total, view

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.requests import Request

    from bot.standin.cloud import Cloud
    from bot.standin.refusal import JSON

LONGEST_WAIT = 25.0
"""Seconds a page waits for news."""

ACTS: Mapping[str, Callable[[Phone, JSON], Any]] = {
    "start": lambda phone, body: phone.start(str(body.get("payload", ""))),
    "send": lambda phone, body: phone.send(str(body["text"])),
    "press": lambda phone, body: phone.press(str(body["label"])),
    "tap": lambda phone, body: phone.tap(int(body["message_id"]), str(body["what"])),
    "edit": lambda phone, body: phone.edit(int(body["message_id"]), str(body["text"])),
    "delete": lambda phone, body: phone.delete(int(body["message_id"])),
    "contact": lambda phone, _body: phone.share_contact(),
    "card": lambda phone, body: phone.send_contact(str(body["first_name"]), str(body["phone_number"])),
    "attach": lambda phone, body: phone.attach(str(body["kind"])),
    "album": lambda phone, body: phone.album(int(body.get("count", 3))),
    "block": lambda phone, _body: phone.block(),
    "unblock": lambda phone, _body: phone.unblock(),
}


def routes() -> list[Route]:
    """The routes of this part."""
    return [
        Route("/people", everybody, methods=["GET"]),
        Route("/people", new_person, methods=["POST"]),
        Route("/people/{person_id:int}", news, methods=["GET"]),
        Route("/people/{person_id:int}/{act}", do, methods=["POST"]),
        Route("/files/{file_id}", download, methods=["GET"]),
    ]


def _cloud(request: Request) -> Cloud:
    cloud: Cloud = request.app.state.cloud
    return cloud


def _phone(request: Request) -> Phone:
    cloud = _cloud(request)
    person = cloud.people.get(request.path_params["person_id"])
    if person is None or not cloud.bots:
        raise HTTPException(404, "no such person, or no bot to talk to")
    wanted = request.query_params.get("bot", "")
    bot = cloud.bots.get(int(wanted)) if wanted.isdigit() else next(iter(cloud.bots.values()))
    if bot is None:
        raise HTTPException(404, "no such bot")
    return Phone(cloud, person, bot)


async def everybody(request: Request) -> Response:
    """All people."""
    return JSONResponse({"people": people(_cloud(request))})


async def new_person(request: Request) -> Response:
    """A new account: `first_name`, `language_code`."""
    body, cloud = await json_object(request), _cloud(request)
    name = str(body.get("first_name", "")).strip()
    if not name:
        raise HTTPException(400, "first_name is missing")
    person = cloud.add_person(name[:64], language_code=str(body.get("language_code", "en"))[:8])
    cloud.changed.ring()
    return JSONResponse({"id": person.id}, 201)


async def news(request: Request) -> Response:
    """What this person sees; with `total` as last known it waits up to `wait` seconds for a change."""
    phone, query = _phone(request), request.query_params
    after, known = _number(query.get("after")), _number(query.get("total"))
    await _changed(phone.cloud, known, min(float(_number(query.get("wait"))), LONGEST_WAIT))
    with phone.cloud.lock:
        return JSONResponse(view(phone, after))


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() else 0


async def _changed(cloud: Cloud, known: int, seconds: float) -> None:
    loop = asyncio.get_running_loop()
    until = loop.time() + seconds
    while True:
        heard = cloud.changed.rings
        if total(cloud) != known or cloud.closing or loop.time() >= until:
            return
        await cloud.changed.wait(heard, until - loop.time())


async def do(request: Request) -> Response:
    """One act of this person, its particulars in the body."""
    phone, body = _phone(request), await json_object(request)
    act = ACTS.get(request.path_params["act"])
    if act is None:
        raise HTTPException(404, "no such act")
    try:
        return JSONResponse({"result": act(phone, body)})
    except (NotPossible, KeyError, ValueError, TypeError) as wrong:
        return JSONResponse({"error": str(wrong)}, 409 if isinstance(wrong, NotPossible) else 400)


async def download(request: Request) -> Response:
    """A file, always as a download."""
    upload = _cloud(request).files.get(request.path_params["file_id"])
    if upload is None:
        raise HTTPException(404, "no such file")
    named = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(upload.name)}"}
    return Response(upload.content, media_type=upload.mime_type, headers=named)
