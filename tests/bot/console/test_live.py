"""News for open pages: told to whoever is in, and to nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from starlette.requests import Request

from bot.console import live
from bot.console.cookies import SESSION
from tests.bot.console.conftest import COURTNEY

if TYPE_CHECKING:
    from starlette.applications import Starlette

    from bot.console.office import Office
    from tests.bot.console.browsing import Clock


@pytest.fixture(autouse=True)
def _no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "REST_SECONDS", 0)


@pytest.fixture
def key(office: Office) -> str:
    """Of Courtney's session."""
    with office.database.work(office.clock()) as work:
        opened = work.sessions.open(COURTNEY.id, "Firefox on Linux")
        work.commit()
    return opened.key


def asking(app: Starlette, key: str) -> Request:
    cookie = f"{app.state.cookies.name(SESSION)}={key}".encode()
    return Request({"type": "http", "method": "GET", "path": "/live", "headers": [(b"cookie", cookie)], "app": app})


async def test_a_change_is_told_and_a_session_that_was_ended_ends_the_news(
    app: Starlette, office: Office, key: str
) -> None:
    news = live._news(asking(app, key))
    assert await anext(news) == live.ALIVE
    office.changed.ring()
    assert await anext(news) == live.CHANGED
    with office.database.work(office.clock()) as work:
        found = work.sessions.find(key)
        assert found is not None
        work.sessions.close(found.id)
        work.commit()
    office.changed.ring()
    assert [told async for told in news] == [live.SIGNED_OUT]


async def test_news_does_not_make_a_session_last(app: Starlette, office: Office, key: str, clock: Clock) -> None:
    news = live._news(asking(app, key))
    assert await anext(news) == live.ALIVE
    for _ in range(3):
        clock.forward(minutes=9)
        office.changed.ring()
        assert await anext(news) == live.CHANGED
    clock.forward(minutes=9)
    office.changed.ring()
    assert [told async for told in news] == [live.SIGNED_OUT]


async def test_where_nothing_happens_there_is_a_sign_of_life(
    app: Starlette, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "BEAT_SECONDS", 0)
    news = live._news(asking(app, key))
    assert [await anext(news) for _ in range(3)] == [live.ALIVE] * 3
    app.state.closing = True
    assert [told async for told in news] == []
