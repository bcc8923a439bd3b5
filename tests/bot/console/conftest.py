"""The console with nobody in it, and browsers: a stranger's, a reviewer's, an admin's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.bell import Bell
from bot.console.office import Office
from bot.console.server import console
from bot.desk import Desk
from bot.members import Member, Role
from flows.advance import advance
from tests.bot.console.browsing import Browser, Clock, Codes, here
from tests.bot.console.given import told as tell
from tests.folders import quick_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from starlette.applications import Starlette

    from flows.flow import Flow
    from storage.database import Database
    from tests.bot.console.given import Told

COURTNEY = Member(111, "Courtney", Role.REVIEWER)
JACKIE = Member(222, "Jackie", Role.REVIEWER)
DANA = Member(333, "Dana", Role.ADMIN)


@pytest.fixture(scope="session")
def told(flow: Flow, empty_file: Path) -> Iterator[Told]:
    """Every client of the stories, taken through the real flow once."""
    with quick_folder() as folder:
        file = folder / "told.sqlite3"
        file.write_bytes(empty_file.read_bytes())
        yield tell(flow, file)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def codes() -> Codes:
    """The codes that the bot would have sent, newest last."""
    return Codes()


@pytest.fixture
def staff() -> dict[int, Member]:
    """A test may take somebody out of it."""
    return {member.id: member for member in (COURTNEY, JACKIE, DANA)}


@pytest.fixture
def office(flow: Flow, database: Database, staff: dict[int, Member], clock: Clock, codes: Codes) -> Office:
    desk = Desk(flow, database, advance, username="IntakeBot")
    return Office(flow, database, staff, "http://127.0.0.1:8081", clock, desk, Bell(), codes)


@pytest.fixture
def app(office: Office) -> Starlette:
    return console(office)


@pytest.fixture
def stranger(app: Starlette) -> Iterator[Browser]:
    with here(app) as browser:
        yield browser


@pytest.fixture
def reviewer(app: Starlette) -> Iterator[Browser]:
    """Courtney's."""
    with here(app, COURTNEY) as browser:
        yield browser


@pytest.fixture
def other_reviewer(app: Starlette) -> Iterator[Browser]:
    """Jackie's."""
    with here(app, JACKIE) as browser:
        yield browser


@pytest.fixture
def admin(app: Starlette) -> Iterator[Browser]:
    """Dana's."""
    with here(app, DANA) as browser:
        yield browser
