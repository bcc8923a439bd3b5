"""Faults on order: the n-th next call that matches is refused, delayed, cut off or garbled."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from bot.standin.refusal import Refused, too_many_requests
from bot.standin.slips import Misdelivery, Slip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.standin.params import Params


class Cut(StrEnum):
    """Where a connection breaks: before Telegram has done anything, or after, so that only the answer is lost."""

    BEFORE = "before"
    AFTER = "after"


@dataclass
class Fault:
    """What happens to a call that matches `method` and `chat_id` (None: any): the `nth` next one and `times` in all.

    A refusal that is `late` comes after the effect, as a proxy's does that was not patient enough.
    """

    method: str | None = None
    chat_id: int | None = None
    nth: int = 1
    times: int = 1
    refusal: Refused | None = None
    late: bool = False
    cut: Cut | None = None
    seconds: float = 0
    garbled: bool = False

    def matches(self, method: str, params: Params) -> bool:
        right_method = self.method is None or self.method.lower() == method.lower()
        return right_method and (self.chat_id is None or params.integer("chat_id") == self.chat_id)


Planned = TypeVar("Planned", Fault, Misdelivery)


@dataclass
class Faults:
    """The faults still to come; the first that matches a call, or an update to be delivered, strikes."""

    planned: list[Fault] = field(default_factory=list)
    misdeliveries: list[Misdelivery] = field(default_factory=list)

    def plan(self, fault: Fault) -> Fault:
        self.planned.append(fault)
        return fault

    def refuse(
        self,
        status: int,
        description: str,
        *,
        method: str | None = None,
        chat_id: int | None = None,
        nth: int = 1,
        times: int = 1,
        parameters: Mapping[str, int] | None = None,
        late: bool = False,
    ) -> Fault:
        """Answer with this status and description, and do nothing unless `late`.

        `parameters` are such as `migrate_to_chat_id`.
        """
        refusal = Refused(status, description, dict(parameters or {}))
        return self.plan(Fault(method, chat_id, nth, times, refusal, late))

    def flood(
        self, retry_after: int, *, method: str | None = None, chat_id: int | None = None, nth: int = 1, times: int = 1
    ) -> Fault:
        """Answer 429 with `retry_after` in seconds."""
        return self.plan(Fault(method, chat_id, nth, times, too_many_requests(retry_after)))

    def hang_up(
        self, when: Cut, *, method: str | None = None, chat_id: int | None = None, nth: int = 1, times: int = 1
    ) -> Fault:
        """Cut the connection before or after the effect."""
        return self.plan(Fault(method, chat_id, nth, times, cut=when))

    def slow(
        self, seconds: float, *, method: str | None = None, chat_id: int | None = None, nth: int = 1, times: int = 1
    ) -> Fault:
        """Wait before doing anything."""
        return self.plan(Fault(method, chat_id, nth, times, seconds=seconds))

    def garble(self, *, method: str | None = None, chat_id: int | None = None, nth: int = 1, times: int = 1) -> Fault:
        """Do the work and answer with half of the JSON."""
        return self.plan(Fault(method, chat_id, nth, times, garbled=True))

    def misdeliver(
        self, slip: Slip, *, chat_id: int | None = None, nth: int = 1, times: int = 1, seconds: float = 0
    ) -> Misdelivery:
        """Let the webhook have an update wrongly; `seconds` are those of `Slip.LATE`."""
        misdelivery = Misdelivery(slip, chat_id, nth, times, seconds)
        self.misdeliveries.append(misdelivery)
        return misdelivery

    def clear(self) -> None:
        self.planned.clear()
        self.misdeliveries.clear()

    def strike(self, method: str, params: Params) -> Fault | None:
        """The fault for this call, counted down; None when all goes well."""
        return _struck(self.planned, [fault for fault in self.planned if fault.matches(method, params)])

    def slip(self, chat_id: int, waiting: int) -> Misdelivery | None:
        """What goes wrong with this delivery, counted down; `waiting` updates of the chat are still to come."""
        return _struck(self.misdeliveries, [one for one in self.misdeliveries if one.matches(chat_id, waiting)])


def _struck(planned: list[Planned], matching: list[Planned]) -> Planned | None:
    for fault in matching:
        if fault.nth > 1:
            fault.nth -= 1
            continue
        fault.times -= 1
        if fault.times <= 0:
            planned.remove(fault)
        return fault
    return None
