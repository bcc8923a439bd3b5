"""Browsers that ask to be let in, and the codes that let them; neither a browser's key nor a code is kept.

A code is good in the one browser that asked, once, for ten minutes and for five tries. Whoever is no member of the team
gets a row as well, with no code to find: so asking and trying are the same for everybody.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, bindparam, delete, func, insert, select, update

from storage.digests import digest
from storage.intakes import CASE_LETTERS
from storage.room import Room
from storage.staff_tables import SignInRow
from storage.tables import table

if TYPE_CHECKING:
    from storage.work import Work

SIGN_INS = table(SignInRow)

LASTS = timedelta(minutes=10)
TRIES = 5
LENGTH = 8
ASKED_BY_ONE = 5
"""How often one number may ask within `LASTS`: each time the bot writes to its owner."""
ASKED_BY_ALL = 60
REMEMBERED = timedelta(days=1)

OPEN = (SIGN_INS.c.used_at.is_(None), SIGN_INS.c.tries < TRIES, SIGN_INS.c.asked_at > bindparam("since"))
COUNT_A_TRY = (
    update(SIGN_INS)
    .where(SIGN_INS.c.browser == bindparam("which"), *OPEN)
    .values(tries=SIGN_INS.c.tries + 1)
    .returning(SIGN_INS)
)
NEWEST_OF_STAFF = (
    select(SIGN_INS.c.id, SIGN_INS.c.browser)
    .where(SIGN_INS.c.staff_id == bindparam("which"), SIGN_INS.c.code.is_not(None), *OPEN)
    .order_by(SIGN_INS.c.id.desc())
    .limit(1)
)


class Tried(StrEnum):
    RIGHT = "right"
    WRONG = "wrong"
    OVER = "over"
    """Nothing was asked in this browser, or it was too long ago, or too often wrong, or used already."""


@dataclass(frozen=True, slots=True)
class Try:
    """What came of typing a code; `staff_id` is who had asked, if anybody had."""

    outcome: Tried
    staff_id: int | None = None


class SignIns(Room):
    __slots__ = ()

    def may_ask(self, staff_id: int) -> bool:
        """Whether few enough have asked, by this number and in all; rows say so, and a restart changes nothing."""
        recent = SIGN_INS.c.asked_at > self.now - LASTS
        by_one = self._count(recent, SIGN_INS.c.staff_id == staff_id)
        return by_one < ASKED_BY_ONE and self._count(recent) < ASKED_BY_ALL

    def ask(self, staff_id: int, is_staff: bool) -> tuple[str, str | None]:
        """The key that the browser is to hold, and the code that is to be sent: none to a stranger."""
        self.connection.execute(delete(SIGN_INS).where(SIGN_INS.c.asked_at <= self.now - REMEMBERED))
        browser = secrets.token_urlsafe(32)
        code = fresh_code() if is_staff else None
        row = {"browser": digest(browser), "staff_id": staff_id, "tries": 0, "asked_at": self.now}
        row["code"] = _code_digest(digest(browser), code) if code else None
        self.connection.execute(insert(SIGN_INS).values(**row))
        return browser, code

    def attempt(self, browser: str, code: str) -> Try:
        """Counts the try before it looks at the code; the caller commits whatever comes of it."""
        which = {"which": digest(browser), "since": self.now - LASTS}
        row = self.connection.execute(COUNT_A_TRY, which).one_or_none()
        if row is None:
            return Try(Tried.OVER)
        given = _code_digest(row.browser, code)
        if not hmac.compare_digest(given, row.code or "") or row.code is None:
            return Try(Tried.WRONG if row.tries < TRIES else Tried.OVER, row.staff_id)
        self.connection.execute(update(SIGN_INS).where(SIGN_INS.c.id == row.id).values(used_at=self.now))
        return Try(Tried.RIGHT, row.staff_id)

    def new_code(self, staff_id: int) -> str | None:
        """Another code for the browser that asked last; it gets neither more time nor more tries."""
        mine = {"which": staff_id, "since": self.now - LASTS}
        row = self.connection.execute(NEWEST_OF_STAFF, mine).one_or_none()
        if row is None:
            return None
        code = fresh_code()
        changed = update(SIGN_INS).where(SIGN_INS.c.id == row.id).values(code=_code_digest(row.browser, code))
        self.connection.execute(changed)
        return code

    def _count(self, *which: ColumnElement[bool]) -> int:
        return int(self.connection.execute(select(func.count()).select_from(SIGN_INS).where(*which)).scalar_one())


def new_code(work: "Work", staff_id: int) -> str | None:
    """A fresh code for whoever asks for one in Telegram; None when they have not asked to be let in in a browser."""
    return work.sign_ins.new_code(staff_id)


def fresh_code() -> str:
    """Of letters and digits that nobody takes for one another."""
    return "".join(secrets.choice(CASE_LETTERS) for _ in range(LENGTH))


def _code_digest(browser: str, code: str) -> str:
    """Bound to the browser: the same code in another one is another digest."""
    return hmac.new(browser.encode(), code.encode(), hashlib.sha256).hexdigest()
