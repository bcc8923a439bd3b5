"""The composition root: the only file that knows every part of the running program."""

from __future__ import annotations

import asyncio
import errno
import multiprocessing
import signal
import sys
from contextlib import AsyncExitStack, asynccontextmanager, closing, contextmanager, suppress
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click
import structlog
from pydantic import SecretStr

from bot import logs
from bot.bell import Bell
from bot.chat.connect import connect
from bot.chat.gateway import Gateway, TelegramRefuses
from bot.chat.menu import StaffMenu, show_menu
from bot.chat.receive import Receiver
from bot.console.office import Office
from bot.console.server import serve as serve_console
from bot.crew import REFUSED, Crew
from bot.desk import Desk
from bot.ledger import Ledger
from bot.reading.rows import RowsError
from bot.scribe import utc_now
from bot.serving import listen
from bot.settings import Settings, SettingsError
from bot.staff.commands import STAFF_MENU
from bot.standin.cloud import Cloud
from bot.standin.server import serve as serve_standin
from bot.team import send_code
from bot.workers import Workers
from flows.advance import advance
from flows.chart import flow_page
from flows.clinic import ProfileError
from flows.commands import MENU
from flows.flow import load
from flows.what_if import AnswersError
from flows.words import WordsError
from storage.database import migrate, one_process, open_database
from storage.refusals import Refused

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from flows.flow import Flow
    from storage.database import Database


class PortTaken(Exception):
    """A port can't be had; the message is one sentence."""


class TooMany(Exception):
    """More workers than the database takes; the message is one sentence."""


REFUSALS = (
    SettingsError,
    Refused,
    TelegramRefuses,
    ProfileError,
    WordsError,
    PortTaken,
    TooMany,
    AnswersError,
    RowsError,
)
"""Every reason not to start or not to go on: the message is one sentence for the owner, the exit code 2."""

DEMO_BOT = 700_000_001
"""The stand-in's bot; its token is made of this number and is good nowhere else."""
HERE = "127.0.0.1"


def nowhere(_point: str) -> None:
    """Pass a named point; only tests do something there."""


def run(settings: Settings, workers: int = 1, passing: Callable[[str], None] = nowhere) -> None:
    """Serve until SIGTERM or SIGINT, with so many processes. Raises one of REFUSALS."""
    logs.setup(settings.log_level)
    settings.token()
    if workers == 1:
        work(settings, passing=passing)
        return
    if settings.is_on_a_file():
        raise TooMany(
            "Several workers need a PostgreSQL server in DATABASE_URL: name one there, or leave --workers out."
        )
    open_database(settings.database_url).close()
    if exit_code := Crew(work_among, workers, (settings,)).run():
        sys.exit(exit_code)


def work_among(settings: Settings, number: int, count: int) -> None:
    """Be one of several workers of one program, in a process that has just begun."""
    logs.setup(settings.log_level)
    try:
        work(settings, number, count)
    except REFUSALS as reason:
        click.echo(str(reason), err=True)
        sys.exit(REFUSED)


def work(settings: Settings, number: int = 0, count: int = 1, passing: Callable[[str], None] = nowhere) -> None:
    """Be the one worker, or that number of so many. Raises one of REFUSALS."""
    flow = load()
    alone = one_process(settings.database_url)
    with alone, closing(open_database(settings.database_url)) as database, suppress(asyncio.CancelledError):
        asyncio.run(serve(settings, flow, database, passing, number=number, count=count))


async def serve(
    settings: Settings,
    flow: Flow,
    database: Database,
    passing: Callable[[str], None] = nowhere,
    demo_at: str = "",
    number: int = 0,
    count: int = 1,
) -> None:
    """Run the loops and the console in this event loop until a signal; `demo_at` is where a demo's phone is.

    Raises TelegramRefuses, PortTaken, or what made a loop fail.
    """
    log = structlog.get_logger()
    starting = asyncio.current_task()
    if starting is not None:
        _on_signals(starting.cancel)
    async with connect(settings.token(), settings.bot_api_url) as bot:
        chats, members = settings.staff_chats, settings.staff
        if number == 0:
            await show_menu(bot, flow.words, MENU, StaffMenu(STAFF_MENU, (*chats, *members)))
        desk = Desk(flow, database, advance, chats, members, settings.console_url, bot.username, passing)
        pace, changed = 0.0 if settings.is_local() else settings.sends_per_second / count, Bell()
        ledger, presence = Ledger(desk, bot.id), database.presence()
        workers = Workers(desk, Receiver(bot), Gateway(bot), ledger, presence, changed, pace)
        _keep_form(desk)
        async with _console(settings, desk, changed, demo_at, shared=count > 1):
            _on_signals(workers.stop)
            _end_with_parent(workers.stop)
            log.info("bot.started", fingerprint=flow.fingerprint, kind=number)
            await workers.run()
    log.info("bot.stopped")


def _end_with_parent(stop: Callable[[], object]) -> None:
    """A worker whose program was killed ends as well: nobody else would end it."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        asyncio.get_running_loop().add_reader(parent.sentinel, stop)


def _keep_form(desk: Desk) -> None:
    """An intake names its form by the fingerprint; staff can read it as it was, whatever it has become since."""
    with desk.database.work(utc_now()) as work:
        work.forms.keep(desk.flow.fingerprint, flow_page(desk.flow))
        work.commit()


@asynccontextmanager
async def _console(
    settings: Settings, desk: Desk, changed: Bell, demo_at: str, shared: bool = False
) -> AsyncIterator[None]:
    """The staff console for as long as the bot runs; where nobody is named who may get in there is none."""
    if not desk.members:
        yield
        return
    office = Office(
        flow=desk.flow,
        database=desk.database,
        staff=desk.members,
        url=settings.console_url,
        clock=utc_now,
        desk=desk,
        changed=changed,
        send_code=send_code,
        demo=bool(demo_at),
        framed_by=demo_at,
    )
    host, port = settings.console_place
    async with AsyncExitStack() as serving:
        with _asking_for("CONSOLE_LISTEN is taken by another program: choose another port, or stop that one."):
            await serving.enter_async_context(serve_console(office, host, port, shared))
        yield


@contextmanager
def _asking_for(sentence: str) -> Iterator[None]:
    """Say the sentence where the port that is asked for is taken."""
    try:
        yield
    except OSError as problem:
        if problem.errno == errno.EADDRINUSE:
            raise PortTaken(sentence) from None
        raise


def _on_signals(act: Callable[[], object]) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, act)


def demo(port: int, console_port: int) -> None:
    """Serve a stand-in, a client's phone and the console on this machine until Ctrl-C; nothing is left behind.

    Port 0 takes any free one. Raises one of REFUSALS.
    """
    logs.setup("WARNING")
    flow = load()
    with TemporaryDirectory(prefix="intake-demo-") as folder:
        url = f"sqlite:///{folder}/demo.sqlite3"
        migrate(url)
        with closing(open_database(url)) as database, suppress(asyncio.CancelledError):
            asyncio.run(_demo(flow, database, url, port, console_port))


async def _demo(flow: Flow, database: Database, database_url: str, port: int, console_port: int) -> None:
    cloud, token = Cloud(), f"{DEMO_BOT}:demo"
    bot = cloud.add_bot(token, flow.clinic.name)
    cloud.add_person("Pat")
    staff = cloud.add_person("Courtney (staff)")
    cloud.chat_with(staff, bot).opened = True
    with _asking_for(f"Port {console_port} is taken: choose another one with --console-port."):
        console = f"{HERE}:{_free(console_port)}"
    async with AsyncExitStack() as serving:
        with _asking_for(f"Port {port} is taken: choose another one with --port."):
            phone = await serving.enter_async_context(serve_standin(cloud, port=port, beside=f"http://{console}/"))
        click.echo(f"Open {phone.url} in a browser. Ctrl-C stops it.")
        click.echo(f"What is recorded is in DATABASE_URL={database_url} until then.")
        settings = Settings(
            bot_token=SecretStr(token),
            bot_api_url=phone.url,
            database_url=database_url,
            staff_chat_id=(staff.id,),
            admins=f"{staff.id} Courtney",
            console_url=f"http://{console}",
            console_listen=console,
        )
        await serve(settings, flow, database, demo_at=phone.url)


def _free(port: int) -> int:
    """The port if it is free, any free one for 0. Raises OSError for one that is taken."""
    with closing(listen(HERE, port)) as place:
        return int(place.getsockname()[1])
