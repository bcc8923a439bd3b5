"""Reads the form that a request carries, once, and no longer than it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from bot.console.refusals import Refusal

if TYPE_CHECKING:
    from starlette.requests import Request

LONGEST = 128 * 1024
"""In bytes, as it is sent: a long text in a script of three bytes a letter, each byte written as three."""
MOST_FIELDS = 200
ENCODED = "application/x-www-form-urlencoded"


def refuse_long(request: Request) -> None:
    """Raises Refusal 413 before anything is read; 400 for a length that is none."""
    length = request.headers.get("content-length", "0")
    if not length.isdecimal():
        raise Refusal(400, "length")
    if int(length) > LONGEST:
        raise Refusal(413, "length")


async def fields(request: Request) -> list[tuple[str, str]]:
    """Every field in order. Raises Refusal 400, 413 or 415."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != ENCODED:
        raise Refusal(415, "content_type")
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST:
            raise Refusal(413, "length")
    try:
        given = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict")
    except ValueError:
        raise Refusal(400, "form") from None
    # No key types it, and not every database can hold it.
    return [(name, value.replace("\0", "")) for name, value in given]
