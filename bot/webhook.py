"""Takes the Updates that Telegram brings: each is on disk before it is answered, and nobody else is listened to."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum
from hmac import compare_digest
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import unquote, urlsplit

import structlog

from bot.chat.receive import Batch, batch
from bot.settings import SettingsError
from storage.inbox import Arrived
from storage.refusals import Busy

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from bot.settings import Settings

SECRET_HEADER = b"x-telegram-bot-api-secret-token"
LEAST = 16
"""A piece of a token shorter than this may stand in an address by chance."""

Store: TypeAlias = Callable[[Batch], Awaitable[int]]
"""Commits a Batch and says how many of its Updates were new. Raises Busy where the database is down."""


class Outcome(StrEnum):
    """What became of one request; the names are those of the metrics."""

    STORED = "stored"
    REPEATED = "repeated"
    """It was here before, and is not stored twice."""
    UNREAD = "unread"
    """Stored as it came, for a person to look at: it is no Update."""
    STRANGER = "stranger"
    """Without the secret, or not where or how Telegram asks."""
    TOO_LARGE = "too_large"
    SLOW = "slow"
    GONE = "gone"
    BUSY = "busy"
    """Not stored: Telegram is asked to bring it again."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, headers, and never a body: Telegram would take one for a call."""

    status: int
    outcome: Outcome
    headers: tuple[tuple[bytes, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one request may take: bytes of its body, seconds until it is read, seconds until it is stored."""

    body: int = 2**20
    reading: float = 10.0
    storing: float = 10.0


# What is left unread of a request is not read from the connection either.
CLOSING = ((b"connection", b"close"),)
STORED = Answer(200, Outcome.STORED)
REPEATED = Answer(200, Outcome.REPEATED)
UNREAD = Answer(200, Outcome.UNREAD)
NOT_HERE = Answer(404, Outcome.STRANGER, CLOSING)
NOT_SO = Answer(405, Outcome.STRANGER, ((b"allow", b"POST"), *CLOSING))
NOT_YOU = Answer(403, Outcome.STRANGER, CLOSING)
NOT_JSON = Answer(415, Outcome.STRANGER, CLOSING)
NO_SIZE = Answer(400, Outcome.STRANGER, CLOSING)
TOO_LARGE = Answer(413, Outcome.TOO_LARGE, CLOSING)
TOO_SLOW = Answer(408, Outcome.SLOW, CLOSING)
GONE = Answer(400, Outcome.GONE, CLOSING)
BUSY = Answer(503, Outcome.BUSY, ((b"retry-after", b"5"),))


def webhook_app(
    settings: Settings,
    store: Store,
    tell: Callable[[Outcome], None] = lambda outcome: None,
    limits: Limits | None = None,
) -> Webhook:
    """The app behind WEBHOOK_URL; `tell` hears what became of each request. Raises SettingsError."""
    secrets = tuple(secret.encode() for secret in settings.webhook_secrets)
    return Webhook(path_of(settings), secrets, store, tell, limits or Limits())


def path_of(settings: Settings) -> str:
    """The one path that is answered; raises SettingsError where Updates can't be brought with these settings."""
    if not settings.webhook_url:
        raise SettingsError("WEBHOOK_URL is missing: give an https address such as https://bot.example.org/updates.")
    if settings.webhook_secret is None:
        raise SettingsError("WEBHOOK_SECRET is missing: give 16 to 256 letters, digits, - or _, chosen at random.")
    address, token = unquote(settings.webhook_url), settings.token()
    key = token.partition(":")[2]
    if token in address or (len(key) >= LEAST and key in address):
        raise SettingsError("WEBHOOK_URL holds the bot's token, and addresses end up in logs: choose another path.")
    path = unquote(urlsplit(settings.webhook_url).path)
    if not path.strip("/"):
        raise SettingsError("WEBHOOK_URL has no path of its own: put one such as /updates behind the host.")
    return path


@dataclass(frozen=True, slots=True)
class Webhook:
    """An ASGI app with one path; it never raises, and never acknowledges what is not stored."""

    path: str
    secrets: tuple[bytes, ...]
    store: Store
    tell: Callable[[Outcome], None] = lambda outcome: None
    limits: Limits = Limits()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        answer = self._refusal(scope) or await self._take(receive)
        self.tell(answer.outcome)
        structlog.get_logger().debug("webhook.answered", status=answer.status, outcome=answer.outcome.value)
        headers = [(b"content-length", b"0"), *answer.headers]
        await send({"type": "http.response.start", "status": answer.status, "headers": headers})
        await send({"type": "http.response.body", "body": b""})

    def _refusal(self, scope: Scope) -> Answer | None:
        """What can be said before any of the body is read; None where it is to be read."""
        if scope["path"] != self.path:
            return NOT_HERE
        if scope["method"] != "POST":
            return NOT_SO
        given = _values(scope, SECRET_HEADER)
        # Every secret is compared, each in constant time: how long it takes tells nothing.
        known = [compare_digest(secret, given[0] if given else b"") for secret in self.secrets]
        if len(given) != 1 or not any(known):
            return NOT_YOU
        if [kind.partition(b";")[0].strip().lower() for kind in _values(scope, b"content-type")] != [
            b"application/json"
        ]:
            return NOT_JSON
        return self._size_refused(_values(scope, b"content-length"))

    def _size_refused(self, sizes: list[bytes]) -> Answer | None:
        if not all(size.isdigit() for size in sizes):
            return NO_SIZE
        # Compared as text first: a number may be longer than Python reads.
        too_large = any(len(size) > 18 or int(size) > self.limits.body for size in sizes)
        return TOO_LARGE if too_large else None

    async def _take(self, receive: Receive) -> Answer:
        try:
            async with asyncio.timeout(self.limits.reading):
                body = await self._read(receive)
        except TimeoutError:
            return TOO_SLOW
        return body if isinstance(body, Answer) else await self._keep(body)

    async def _read(self, receive: Receive) -> bytes | Answer:
        parts, size = [], 0
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                return GONE
            part = message.get("body", b"")
            parts.append(part)
            size += len(part)
            if size > self.limits.body:
                return TOO_LARGE
            if not message.get("more_body", False):
                return b"".join(parts)

    async def _keep(self, body: bytes) -> Answer:
        try:
            async with asyncio.timeout(self.limits.storing):
                return await self._store(body)
        except (Busy, TimeoutError) as problem:
            structlog.get_logger().warning("webhook.busy", error=problem)
        except Exception as problem:
            # Not even the plainest of rows can be written: it is not the Update's fault, and Telegram keeps it.
            structlog.get_logger().error("webhook.failed", error=problem)
        return BUSY

    async def _store(self, body: bytes) -> Answer:
        found = read(body)
        if found is not None:
            try:
                return STORED if await self.store(found) else REPEATED
            except Busy:
                raise
            except Exception as problem:
                structlog.get_logger().error("update.unstorable", error=problem)
        if not await self.store(as_it_came(body)):
            return REPEATED
        structlog.get_logger().warning("update.unread")
        return UNREAD


def read(body: bytes) -> Batch | None:
    """One Update as a poll would have brought it, so that each knows the other's repeats; None for what is no JSON."""
    try:
        return batch([json.loads(body.decode("utf-8", "surrogatepass"))])
    except (ValueError, RecursionError):
        return None


def as_it_came(body: bytes) -> Batch:
    """Any bytes as a text that every database can hold; the Turn finds no Update in it and puts it in quarantine."""
    return Batch((Arrived(0, None, json.dumps(body.decode("utf-8", "surrogateescape"))),), None)


def _values(scope: Scope, name: bytes) -> list[bytes]:
    return [value for key, value in scope["headers"] if key == name]
