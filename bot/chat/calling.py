"""The one way to call the Bot API, and the one kind of error that an answer which makes no sense becomes."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeAlias

from telegram.error import EndPointNotFound, InvalidToken, NetworkError, TelegramError
from telegram.ext import ExtBot

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Bot: TypeAlias = "ExtBot[None]"


class Malformed(NetworkError):
    """What came back is not what the Bot API promises: a proxy's page, or an answer cut or twisted on its way."""


async def call(bot: Bot, method: str, params: Mapping[str, Any], read_timeout: float | None = None) -> Any:
    """The result of one method, as JSON; `read_timeout` in seconds, else the connection's own. Raises TelegramError."""
    with understood():
        if read_timeout is None:
            return await bot.do_api_request(method, api_kwargs=dict(params))
        return await bot.do_api_request(method, api_kwargs=dict(params), read_timeout=read_timeout)


@contextmanager
def understood() -> Iterator[None]:
    """Turn whatever the library stumbles over in an answer into Malformed; its own errors pass."""
    try:
        yield
    except TelegramError as problem:
        if _is_no_json(problem):
            raise Malformed("no JSON") from problem
        raise
    except Exception as problem:
        raise Malformed(type(problem).__name__) from problem


def _is_no_json(problem: BaseException) -> bool:
    """Whether a 200, 401 or 404 is no answer of Telegram's, but a web server's own page."""
    # The library names a 401 or 404 by its number alone, and keeps as its cause that it could not be read.
    if isinstance(problem, InvalidToken | EndPointNotFound):
        return problem.__cause__ is not None and _is_no_json(problem.__cause__)
    return type(problem) is TelegramError
