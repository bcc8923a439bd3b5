"""Methods by which a bot has its updates sent to an address of its own."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.standin.receiving import remember_kinds
from bot.standin.refusal import JSON, bad_request

if TYPE_CHECKING:
    from datetime import datetime

    from bot.standin.calls import Call

LONGEST_SECRET = 256
SECRET = re.compile(r"[A-Za-z0-9_-]*")
PORTS = (None, 443, 80, 88, 8443)
CONNECTIONS = 40
MOST_CONNECTIONS = 100
NO_HTTPS = "bad webhook: An HTTPS URL must be provided for webhook"


@dataclass
class Delivery:
    """Where and how a bot's updates are sent, and how that went; each setWebhook begins a new one."""

    url: str
    secret: str = ""
    max_connections: int = CONNECTIONS
    delivered: int = 0
    """Updates that were answered with a 2xx; one that was sent twice counts twice."""
    bodies: int = 0
    """2xx answers that had a body. Telegram would execute a `method` in it; here they are only counted."""
    failures: int = 0
    last_error_at: datetime | None = None
    last_error: str = ""

    def failed(self, why: str, now: datetime) -> None:
        self.failures += 1
        self.last_error, self.last_error_at = why, now

    @property
    def loopback(self) -> str:
        """The loopback address it goes to; empty for any other host."""
        host = urlsplit(self.url).hostname or ""
        try:
            return host if ipaddress.ip_address(host).is_loopback else ""
        except ValueError:
            return "127.0.0.1" if host == "localhost" else ""


def set_webhook(call: Call) -> bool:
    """Send the updates to `url` from now on, or to nowhere when it is empty.

    Telegram takes https only; the stand-in's one liberty is that it takes http as well where the host is a loopback
    address or `localhost`, on any port. To any other host nothing is delivered, as no packet may leave the machine:
    each attempt counts as failed.
    """
    url, secret = call.params.text("url"), call.params.text("secret_token")
    if not url:
        return delete_webhook(call)
    delivery = Delivery(url, _checked(secret), _connections(call))
    _check_address(delivery)
    remember_kinds(call)
    _begin(call, delivery)
    return True


def _checked(secret: str) -> str:
    if len(secret) > LONGEST_SECRET:
        raise bad_request("secret token is too long")
    if not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    return secret


def _connections(call: Call) -> int:
    return min(max(call.params.integer("max_connections", CONNECTIONS), 1), MOST_CONNECTIONS)


def _check_address(delivery: Delivery) -> None:
    try:
        parts = urlsplit(delivery.url)
        scheme, host, port = parts.scheme, parts.hostname, parts.port
    except ValueError:
        raise bad_request("invalid webhook URL specified") from None
    if delivery.loopback and scheme in {"http", "https"}:
        return
    if scheme != "https":
        raise bad_request(NO_HTTPS)
    if not host:
        raise bad_request("invalid webhook URL specified")
    if port not in PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


def delete_webhook(call: Call) -> bool:
    _begin(call, None)
    return True


def _begin(call: Call, delivery: Delivery | None) -> None:
    bot = call.bot
    if call.params.flag("drop_pending_updates"):
        bot.feed.waiting.clear()
    bot.webhook, bot.delivery = delivery.url if delivery else "", delivery
    bot.bell.ring()
    call.cloud.rerouted.ring()


def get_webhook_info(call: Call) -> JSON:
    bot, feed = call.bot, call.bot.feed
    known: JSON = {"url": bot.webhook, "has_custom_certificate": False, "pending_update_count": len(feed.waiting)}
    if delivery := bot.delivery:
        known["max_connections"] = delivery.max_connections
        if delivery.loopback:
            known["ip_address"] = delivery.loopback
        if delivery.last_error_at:
            known["last_error_date"] = int(delivery.last_error_at.timestamp())
            known["last_error_message"] = delivery.last_error
    return known | ({"allowed_updates": list(feed.allowed)} if feed.allowed else {})
