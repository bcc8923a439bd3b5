"""The composition root: what it refuses, and that it starts and stops in a process of its own."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
from typing import TYPE_CHECKING, Any
from urllib.request import Request, urlopen

import pytest
from pydantic import SecretStr

from bot import app, demo
from bot.settings import Settings, SettingsError
from bot.standin.server import serve
from storage.database import one_process
from storage.refusals import AlreadyRunning, SchemaMissing
from tests.bot.running import a_cloud

if TYPE_CHECKING:
    from pathlib import Path

    from flows.flow import Flow
    from storage.database import Database

PATIENCE = 60


@pytest.fixture(autouse=True)
def _logs_as_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.logs.setup", lambda *_: None)


def settings(database_url: str, token: str | None = "700:stand-in") -> Settings:
    return Settings(
        bot_token=None if token is None else SecretStr(token),
        bot_api_url="http://127.0.0.1:9",
        database_url=database_url,
        watch_listen="off",
    )


def test_nothing_is_loaded_that_only_a_server_a_team_or_a_web_page_needs(database_url: str) -> None:
    begin = f"""
import sys
from datetime import UTC, datetime, timedelta
from bot import app
from storage.database import open_database
database = open_database({database_url!r})
database.presence().enter(1)
database.tidy(datetime.now(UTC), timedelta(days=1))
print(any(name in sys.modules for name in ("psycopg", "bot.console", "jinja2", "uvicorn", "alembic")))
"""
    assert subprocess.run([sys.executable, "-c", begin], capture_output=True, text=True).stdout == "False\n"


def test_a_start_without_a_token_is_refused(database_url: str) -> None:
    with pytest.raises(SettingsError, match="BOT_TOKEN"):
        app.run(settings(database_url, token=None))


def test_a_start_without_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SchemaMissing):
        app.run(settings(f"sqlite:///{tmp_path}/new.sqlite3"))


def test_a_second_process_on_the_same_file_is_refused(database_url: str) -> None:
    with one_process(database_url), pytest.raises(AlreadyRunning):
        app.run(settings(database_url))


@pytest.mark.parametrize("refusal", app.REFUSALS)
def test_every_refusal_is_an_error_of_our_own(refusal: type[Exception]) -> None:
    assert refusal.__module__.partition(".")[0] in {"bot", "flows", "storage"}


def test_a_demo_on_a_port_that_is_taken_is_refused() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(app.PortTaken, match="--port"):
            demo.demo(taken.getsockname()[1], 0)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_demo_serves_a_phone_and_stops_when_asked(number: signal.Signals) -> None:
    command = [sys.executable, "-c", "from bot import demo; demo.demo(0, 0)"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as demo:
        try:
            assert demo.stdout is not None
            address = re.search(r"http://127\.0\.0\.1:\d+", demo.stdout.readline())
            assert address is not None
            assert "two minutes" in first_answer(address[0])
            assert "Come in as Courtney" in the_console_beside(address[0])
            demo.send_signal(number)
            assert demo.wait(PATIENCE) == 0
        finally:
            demo.kill()


async def test_a_port_for_the_console_that_is_taken_is_refused_and_names_the_setting(
    flow: Flow, database: Database
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        place = f"127.0.0.1:{taken.getsockname()[1]}"
        async with serve(a_cloud()[0]) as standin:
            chosen = settings("sqlite:///unused.sqlite3").model_copy(
                update={"bot_api_url": standin.url, "reviewers": "111 Courtney", "console_listen": place}
            )
            with pytest.raises(app.PortTaken, match="CONSOLE_LISTEN"):
                await app.serve(chosen, flow, database)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_program_stops_when_asked_while_telegram_is_silent(database_url: str, number: signal.Signals) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        environment = {
            "BOT_TOKEN": "700:stand-in",
            "BOT_API_URL": f"http://127.0.0.1:{silent.getsockname()[1]}",
            "DATABASE_URL": database_url,
        }
        command = [sys.executable, "-c", "from bot import app, settings; app.run(settings.load())"]
        with subprocess.Popen(command, env=environment) as program:
            try:
                silent.accept()[0].close()
                program.send_signal(number)
                assert program.wait(PATIENCE) == 0
            finally:
                program.kill()


def first_answer(address: str) -> str:
    """What the bot says to the first person there is, once they press START."""
    person = _get(f"{address}/people")["people"][0]
    phone = f"{address}/people/{person['id']}"
    _get(Request(f"{phone}/start", b"{}", {"Content-Type": "application/json", "Origin": address}))
    for _ in range(PATIENCE):
        seen = _get(f"{phone}?wait=1&total={_get(phone)['total']}")
        if said := [str(message["text"]) for message in seen["messages"] if not message["mine"]]:
            return said[0]
    return "nothing"


def the_console_beside(address: str) -> str:
    """The page of the console in the frame beside the phone; a stranger is led to where one comes in."""
    frame = re.search(r'<iframe src="(http://127\.0\.0\.1:\d+/)"', _read(address))
    assert frame is not None
    return _read(frame[1])


def _read(address: str) -> str:
    with urlopen(address, timeout=PATIENCE) as answer:
        return bytes(answer.read()).decode()


def _get(what: str | Request) -> Any:
    with urlopen(what, timeout=PATIENCE) as answer:
        return json.load(answer)
