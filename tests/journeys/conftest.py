"""What every journey begins with: a clinic in its own file, and clients who tap or type."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from structlog.testing import capture_logs

from bot.standin.cloud import Cloud
from tests.bot.conftest import database_url, empty_file, flow
from tests.journeys.clinic import Clinic, Clock
from tests.journeys.wire import Wire
from tests.journeys.wording import Wording
from tests.postgres import KINDS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from flows.flow import Flow
    from tests.journeys.form import By

__all__ = ["clinic", "database_url", "empty_file", "flow"]

ON_A_FILE = frozenset({"test_browser", "test_console_browser", "test_hostile"})
"""Where the database makes no difference: what is tested is a page, or how a hostile text is told."""
OF_THE_FORM = frozenset(
    {
        "test_changing", "test_en_espanol", "test_many_kinds", "test_planted", "test_speaking_up", "test_the_day",
        "test_two_languages",
    }
)  # fmt: skip
"""What is tested is what the form makes of words and taps: on a file alone, unless `--everywhere` is said."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    name = metafunc.module.__name__.rpartition(".")[2]
    alone = ON_A_FILE if metafunc.config.getoption("everywhere") else ON_A_FILE | OF_THE_FORM
    if "database_url" in metafunc.fixturenames and name not in alone:
        metafunc.parametrize("database_url", KINDS, indirect=True)


@pytest.fixture(scope="session")
def wording(flow: Flow) -> Wording:
    return Wording(flow.words)


@pytest.fixture
async def clinic(
    flow: Flow, wording: Wording, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Clinic]:
    """The program on a file of its own, with no clients yet; no log line may hold what a client says."""
    clock = Clock()
    cloud = Cloud(clock)
    monkeypatch.setattr("bot.chat.connect.AiohttpRequest", lambda **_: Wire(cloud))
    clinic = Clinic(flow, wording, database_url, cloud, clock)
    with capture_logs() as logs:
        yield clinic
        await clinic.stop()
    assert not [text for client in clinic.clients for text in client.own_words if text in str(logs)]


@pytest.fixture(params=["taps", "words"])
def both_ways(request: pytest.FixtureRequest, clinic: Clinic) -> By:
    """The journey is made twice: by tap, and in words."""
    clinic.by = request.param
    return clinic.by
