"""What Telegram says when it refuses, and what a client sees when the line breaks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

JSON = dict[str, Any]


@dataclass
class Refused(Exception):
    """An answer with `ok: false`: HTTP status, description, parameters such as `retry_after` (seconds)."""

    status: int
    description: str
    parameters: Mapping[str, int] = field(default_factory=dict)

    def as_json(self) -> JSON:
        body: JSON = {"ok": False, "error_code": self.status, "description": self.description}
        if self.parameters:
            body["parameters"] = dict(self.parameters)
        return body


class HungUp(ConnectionError):
    """The connection was cut and no answer will come; whether there was an effect is for the caller to wonder."""


def bad_request(what: str) -> Refused:
    return Refused(400, f"Bad Request: {what}")


def forbidden(what: str) -> Refused:
    return Refused(403, f"Forbidden: {what}")


def conflict(what: str) -> Refused:
    return Refused(409, f"Conflict: {what}")


def too_many_requests(retry_after: int) -> Refused:
    return Refused(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})
