"""Reads what a request carries: a bot's parameters in any of four forms, or a page's JSON object."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from bot.standin.params import Upload
from bot.standin.refusal import bad_request

if TYPE_CHECKING:
    from starlette.requests import Request


async def parameters(request: Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    """Parameters and files of a Bot API call: query, form, multipart or JSON."""
    params: dict[str, Any] = dict(request.query_params)
    if request.headers.get("content-type", "").startswith("application/json"):
        read = _parsed(await request.body())
        if read is None:
            raise bad_request("can't parse request body as JSON object")
        return params | read, {}
    files = {}
    async with request.form() as form:
        for key, value in form.items():
            if isinstance(value, UploadFile):
                mime_type = value.content_type or "application/octet-stream"
                files[key] = Upload(value.filename or key, await value.read(), mime_type)
            else:
                params[key] = value
    return params, files


async def json_object(request: Request) -> dict[str, Any]:
    """A JSON object and nothing else, so that no form on a foreign site can post one."""
    if not request.headers.get("content-type", "").startswith("application/json"):
        raise HTTPException(415, "application/json expected")
    read = _parsed(await request.body())
    if read is None:
        raise HTTPException(400, "a JSON object expected")
    return read


def _parsed(body: bytes) -> dict[str, Any] | None:
    try:
        read = json.loads(body or b"{}")
    except ValueError:
        return None
    return read if isinstance(read, dict) else None
