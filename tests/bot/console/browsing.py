"""A browser without a window: it keeps cookies, says where its requests come from, and fills forms in."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.console.cookies import ARRIVING, SESSION, Cookies
from bot.console.tokens import token_of

with warnings.catch_warnings():
    # It would rather stand on a library that is none of ours; the one that it warns of does as well.
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

if TYPE_CHECKING:
    from starlette.applications import Starlette

    from bot.console.office import Office
    from bot.desk import Desk
    from bot.members import Member
    from storage.work import Work

HOST = "127.0.0.1"
OURS = {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 4, 18, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **units: float) -> None:
        self.now += timedelta(**units)


@dataclass
class Codes:
    """Stands in for the bot that sends them: remembers to whom which."""

    sent: list[tuple[int, str]] = field(default_factory=list)

    def __call__(self, desk: Desk, work: Work, staff_id: int, code: str) -> None:
        self.sent.append((staff_id, code))

    @property
    def newest(self) -> str:
        return self.sent[-1][1]


class Browser(TestClient):
    """Follows no redirect unless told to; `submit` fills in and sends a form of ours."""

    def __init__(self, app: Starlette, url: str = f"http://{HOST}", peer: str = HOST) -> None:
        super().__init__(app, base_url=url, headers=OURS, follow_redirects=False, client=(peer, 50000))
        self.app_given = app
        self.office: Office = app.state.office
        self.names: Cookies = app.state.cookies

    def cookie(self, which: str) -> str:
        return str(self.cookies.get(self.names.name(which), ""))

    @property
    def token(self) -> str:
        """What the hidden field of a form says that was given to this browser while it was in."""
        return token_of(self.cookie(SESSION))

    @property
    def arriving_token(self) -> str:
        """The same for the forms of getting in."""
        return token_of(self.cookie(ARRIVING))

    def submit(self, path: str, /, *, headers: dict[str, str] | None = None, **fields: str) -> Any:
        token = self.arriving_token if path.startswith("/sign-in") else self.token
        return self.post(path, data={"token": token, **fields}, headers=headers)

    def hold(self, key: str) -> None:
        """Holds the key of a session, wherever it is from."""
        self.cookies.set(self.names.name(SESSION), key, domain=HOST, path="/")

    def come_in(self, member: Member) -> None:
        with self.office.database.work(self.office.clock()) as work:
            opened = work.sessions.open(member.id, "Firefox on Linux")
            work.commit()
        self.hold(opened.key)


def here(app: Starlette, member: Member | None = None) -> Browser:
    """A browser on this machine, in which `member` is signed in already."""
    browser = Browser(app)
    if member is not None:
        browser.come_in(member)
    return browser
