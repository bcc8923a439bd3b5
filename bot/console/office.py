"""What every page of the console works with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from starlette.requests import Request

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from bot.bell import Bell
    from bot.desk import Desk
    from bot.members import Member
    from flows.flow import Flow
    from storage.database import Database
    from storage.work import Work

SendCode: TypeAlias = "Callable[[Desk, Work, int, str], None]"


@dataclass(frozen=True, slots=True)
class Office:
    """`url` is where staff reach the console, without a slash at its end; `changed` rings after each committed change.

    `clock` gives the moment, aware. `send_code` puts a sign-in code into the outbox. In the demo anybody on this
    machine gets in by a click, and the page at `framed_by` may show the console in a frame.
    """

    flow: Flow
    database: Database
    staff: Mapping[int, Member]
    url: str
    clock: Callable[[], datetime]
    desk: Desk
    changed: Bell
    send_code: SendCode
    demo: bool = False
    framed_by: str = ""


def office_of(request: Request) -> Office:
    office: Office = request.app.state.office
    return office
