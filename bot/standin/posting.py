"""One attempt to hand an update to a webhook, and what came of it."""

from __future__ import annotations

import asyncio
import json
import os
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

import aiohttp

from bot.standin.slips import Slip

if TYPE_CHECKING:
    from types import TracebackType

    from bot.standin.cloud import Cloud
    from bot.standin.refusal import JSON
    from bot.standin.slips import Misdelivery
    from bot.standin.webhooks import Delivery

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
LONGEST_ASKED = 3600.0
NOT_HERE = "Failed to resolve host: the stand-in knows loopback addresses only"
CLOSED = "Webhook connection closed"


class Poster:
    """Posts to one webhook over connections that are kept, and notes on its `Delivery` what came of it."""

    def __init__(self, cloud: Cloud, delivery: Delivery) -> None:
        self._cloud, self._delivery = cloud, delivery
        self._stays_here = bool(delivery.loopback)
        self._http = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0),
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=cloud.patience.answer),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self._http.close()

    async def post(self, update: JSON, slip: Misdelivery | None) -> float | None:
        """None where the bot took it; else the seconds it asks to be left alone, 0 where it does not say."""
        if not self._stays_here:
            return self._failed(NOT_HERE)
        body = json.dumps(update, ensure_ascii=False).encode()
        headers = {"Content-Type": "application/json", **self._secret(slip)}
        try:
            if slip and slip.slip is Slip.UNHEARD:
                await self._post_and_leave(body, headers)
                return self._failed(CLOSED)
            return await self._post(body, headers)
        except TimeoutError:
            return self._failed("Read timeout expired")
        except (aiohttp.ClientError, OSError) as error:
            number = getattr(error, "errno", None)
            return self._failed(os.strerror(number) if number else CLOSED)

    async def _post(self, body: bytes, headers: dict[str, str]) -> float | None:
        url, delivery = self._delivery.url, self._delivery
        async with self._http.post(url, data=body, headers=headers, allow_redirects=False) as answer:
            said = await answer.read()
        if 200 <= answer.status <= 299:
            delivery.delivered += 1
            delivery.bodies += bool(said)
            return None
        why = f"Wrong response from the webhook: {answer.status} {answer.reason}"
        return self._failed(why, _seconds(answer.headers.get("Retry-After", "")))

    async def _post_and_leave(self, body: bytes, headers: dict[str, str]) -> None:
        parts = urlsplit(self._delivery.url)
        secure = parts.scheme == "https"
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        lines = [f"POST {target} HTTP/1.1", f"Host: {parts.netloc}", f"Content-Length: {len(body)}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        port = parts.port or (443 if secure else 80)
        _, writer = await asyncio.open_connection(parts.hostname, port, ssl=True if secure else None)
        try:
            writer.write("\r\n".join([*lines, "", ""]).encode() + body)
            await writer.drain()
        finally:
            writer.close()
            await writer.wait_closed()

    def _secret(self, slip: Misdelivery | None) -> dict[str, str]:
        secret = self._delivery.secret
        if slip and slip.slip is Slip.WRONG_SECRET:
            return {SECRET_HEADER: f"not-{secret}"}
        if not secret or (slip and slip.slip is Slip.NO_SECRET):
            return {}
        return {SECRET_HEADER: secret}

    def _failed(self, why: str, asked: float = 0.0) -> float:
        self._delivery.failed(why, self._cloud.clock())
        return asked


def _seconds(retry_after: str) -> float:
    return min(float(retry_after), LONGEST_ASKED) if retry_after.isdigit() else 0.0
