"""The composition root: the only file that knows every part of the running program."""

from __future__ import annotations

import asyncio
import errno
import signal
from contextlib import closing, suppress
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click
import structlog
from pydantic import SecretStr

from bot import logs
from bot.chat.connect import connect
from bot.chat.gateway import Gateway, TelegramRefuses
from bot.chat.menu import show_menu
from bot.chat.receive import Receiver
from bot.desk import Desk
from bot.ledger import Ledger
from bot.settings import Settings, SettingsError
from bot.standin.cloud import Cloud
from bot.standin.server import serve as serve_standin
from bot.workers import Workers
from flows.advance import advance
from flows.clinic import ProfileError
from flows.commands import MENU
from flows.flow import load
from flows.what_if import AnswersError
from flows.words import WordsError
from storage.database import migrate, one_process, open_database
from storage.refusals import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from flows.flow import Flow
    from storage.database import Database


class PortTaken(Exception):
    """The demo's port can't be had; the message is one sentence."""


REFUSALS = (SettingsError, Refused, TelegramRefuses, ProfileError, WordsError, PortTaken, AnswersError)
"""Every reason not to start or not to go on: the message is one sentence for the owner, the exit code 2."""

PER_SECOND = 25.0
"""How many Letters may leave in a second; Telegram allows a bot about thirty."""
DEMO_BOT = 700_000_001
"""The stand-in's bot; its token is made of this number and is good nowhere else."""


def nowhere(_point: str) -> None:
    """Pass a named point; only tests do something there."""


def run(settings: Settings, passing: Callable[[str], None] = nowhere) -> None:
    """Serve until SIGTERM or SIGINT. Raises one of REFUSALS."""
    logs.setup(settings.log_level)
    settings.token()
    flow = load()
    alone = one_process(settings.database_url)
    with alone, closing(open_database(settings.database_url)) as database, suppress(asyncio.CancelledError):
        asyncio.run(serve(settings, flow, database, passing))


async def serve(settings: Settings, flow: Flow, database: Database, passing: Callable[[str], None] = nowhere) -> None:
    """Run the loops in this event loop until a signal. Raises TelegramRefuses, or what made a loop fail."""
    log = structlog.get_logger()
    starting = asyncio.current_task()
    if starting is not None:
        _on_signals(starting.cancel)
    async with connect(settings.token(), settings.bot_api_url) as bot:
        await show_menu(bot, flow.words, MENU)
        desk = Desk(flow, database, advance, next(iter(settings.staff_chats), None), bot.username, passing)
        pace = 0.0 if settings.is_local() else PER_SECOND
        workers = Workers(desk, Receiver(bot), Gateway(bot), Ledger(desk, bot.id), pace)
        _on_signals(workers.stop)
        log.info("bot.started", fingerprint=flow.fingerprint)
        await workers.run()
    log.info("bot.stopped")


def _on_signals(act: Callable[[], object]) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, act)


def demo(port: int) -> None:
    """Serve a stand-in and a client's phone on this machine until Ctrl-C; it starts empty and leaves nothing behind.

    Raises one of REFUSALS.
    """
    logs.setup("WARNING")
    flow = load()
    with TemporaryDirectory(prefix="intake-demo-") as folder:
        url = f"sqlite:///{folder}/demo.sqlite3"
        migrate(url)
        with closing(open_database(url)) as database, suppress(asyncio.CancelledError):
            asyncio.run(_demo(flow, database, url, port))


async def _demo(flow: Flow, database: Database, database_url: str, port: int) -> None:
    cloud, token = Cloud(), f"{DEMO_BOT}:demo"
    cloud.add_bot(token, flow.clinic.name)
    cloud.add_person("Pat")
    try:
        async with serve_standin(cloud, port=port) as running:
            click.echo(f"Open {running.url} in a browser. Ctrl-C stops it.")
            click.echo(f"What is recorded is in DATABASE_URL={database_url} until then.")
            settings = Settings(bot_token=SecretStr(token), bot_api_url=running.url, database_url=database_url)
            await serve(settings, flow, database)
    except OSError as problem:
        if problem.errno == errno.EADDRINUSE:
            raise PortTaken(f"Port {port} is taken: choose another one with --port.") from None
        raise
