"""Faults on order: the n-th next call that matches is refused, delayed, cut off or garbled."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.standin.refusal import Refused, too_many_requests

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.standin.params import Params


class Cut(StrEnum):
    """Where a connection breaks: before Telegram has done anything, or after, so that only the answer is lost."""

    BEFORE = "before"
    AFTER = "after"


@dataclass
class Fault:
    """What happens to a call that matches `method` and `chat_id` (None: any): the `nth` next one and `times` in all."""

    method: str | None = None
    chat_id: int | None = None
    nth: int = 1
    times: int = 1
    refusal: Refused | None = None
    cut: Cut | None = None
    seconds: float = 0
    garbled: bool = False

    def matches(self, method: str, params: Params) -> bool:
        right_method = self.method is None or self.method.lower() == method.lower()
        return right_method and (self.chat_id is None or params.integer("chat_id") == self.chat_id)


@dataclass
class Faults:
    """The list of faults still to come; the first that matches a call strikes."""

    planned: list[Fault] = field(default_factory=list)

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
    ) -> Fault:
        """Answer with this status and description and do nothing; `parameters` such as `migrate_to_chat_id`."""
        refusal = Refused(status, description, dict(parameters or {}))
        return self.plan(Fault(method, chat_id, nth, times, refusal))

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

    def clear(self) -> None:
        self.planned.clear()

    def strike(self, method: str, params: Params) -> Fault | None:
        """The fault for this call, counted down; None when all goes well."""
        for fault in [fault for fault in self.planned if fault.matches(method, params)]:
            if fault.nth > 1:
                fault.nth -= 1
                continue
            fault.times -= 1
            if fault.times <= 0:
                self.planned.remove(fault)
            return fault
        return None
