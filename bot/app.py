"""The composition root: the only file that knows every part of the running program."""

from __future__ import annotations

import asyncio
import errno
import signal
import sys
from contextlib import AsyncExitStack, asynccontextmanager, closing, contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING

import click
import structlog
import uvloop

from bot import logs
from bot.bell import Bell
from bot.chat.connect import connect
from bot.chat.gateway import Gateway, TelegramRefuses
from bot.chat.menu import StaffMenu, show_menu
from bot.chat.monitor import LASTING, Monitor
from bot.chat.receive import Receiver
from bot.counts import Counts
from bot.crew import AWAY, REFUSED, Crew, end_with_parent
from bot.desk import Desk
from bot.lasting import lasting
from bot.ledger import Ledger
from bot.reading.rows import RowsError
from bot.scribe import utc_now
from bot.settings import Settings, SettingsError
from bot.staff.commands import STAFF_MENU
from bot.team import send_code
from bot.watch.post import POLL_SILENCE, Post
from bot.webhook import path_of, webhook_app
from bot.workers import Workers
from flows.advance import advance
from flows.chart import flow_page
from flows.clinic import ProfileError
from flows.commands import MENU
from flows.flow import load
from flows.model import Intake, Typed
from flows.what_if import AnswersError
from flows.words import WordsError
from storage.database import one_process, open_database
from storage.refusals import Busy, Refused, Unreachable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
    from contextlib import AbstractAsyncContextManager

    from bot.chat.calling import Bot
    from bot.chat.monitor import Facts
    from bot.serving import Running
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


def nowhere(_point: str) -> None:
    """Pass a named point; only tests do something there."""


def run(settings: Settings, workers: int = 1, passing: Callable[[str], None] = nowhere) -> None:
    """Serve until SIGTERM or SIGINT, with so many processes. Raises one of REFUSALS."""
    logs.setup(settings.log_level)
    settings.token()
    if settings.webhook_url:
        path_of(settings)
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
        # The program itself has opened the database before: that one is away for a while only.
        sys.exit(AWAY if isinstance(reason, Busy | Unreachable) else REFUSED)


def work(settings: Settings, number: int = 0, count: int = 1, passing: Callable[[str], None] = nowhere) -> None:
    """Be the one worker, or that number of so many. Raises one of REFUSALS."""
    with lasting():
        flow = load()
    alone = one_process(settings.database_url)
    with (
        alone,
        closing(open_database(settings.database_url)) as database,
        suppress(asyncio.CancelledError),
        asyncio.Runner(loop_factory=uvloop.new_event_loop) as loop,
    ):
        loop.run(serve(settings, flow, database, passing, number=number, count=count))


async def serve(
    settings: Settings,
    flow: Flow,
    database: Database,
    passing: Callable[[str], None] = nowhere,
    demo_at: str = "",
    number: int = 0,
    count: int = 1,
) -> None:
    """Run the loops and the pages in this event loop until a signal; `demo_at` is where a demo's phone is.

    Raises TelegramRefuses, SettingsError, PortTaken, or what made a loop fail.
    """
    log = structlog.get_logger()
    starting = asyncio.current_task()
    if starting is not None:
        _on_signals(starting.cancel)
    polls = not settings.webhook_url
    async with connect(settings.token(), settings.bot_api_url, polling=polls) as bot, AsyncExitStack() as serving:
        chats, members = settings.staff_chats, settings.staff
        desk = Desk(flow, database, advance, chats, members, settings.console_url, bot.username, passing)
        workers = _workers(settings, desk, bot, count)
        _keep_form(desk)
        await _open(serving, settings, workers, bot.id, number, count, demo_at)
        _on_signals(workers.stop)
        end_with_parent(workers.stop)
        log.info("bot.started", fingerprint=flow.fingerprint, kind=number)
        menu = show_menu(bot, flow.words, MENU, StaffMenu(STAFF_MENU, (*chats, *members)))
        async with _beside(asyncio.to_thread(warm_up, flow)), _beside(menu) if number == 0 else nullcontext():
            await workers.run()
    log.info("bot.stopped")


def warm_up(flow: Flow) -> None:
    """Have every reader make its tables, which takes a tenth of a second: else the first who types waits for it."""
    for language in flow.words.languages:
        somebody = Intake(case="", state=flow.questions[0].key, language=language)
        advance(flow, somebody, Typed("good morning", 0), utc_now().date())


@asynccontextmanager
async def _beside(errand: Coroutine[object, object, None]) -> AsyncIterator[None]:
    """Have it done meanwhile, as far as there is time: nobody has to wait for it."""
    task = asyncio.create_task(errand)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def _workers(settings: Settings, desk: Desk, bot: Bot, count: int) -> Workers:
    pace = 0.0 if settings.is_local() else settings.sends_per_second / count
    counts, polls = Counts(), not settings.webhook_url

    def tell(facts: Facts) -> None:
        lasting = [trouble.value for trouble, looks in facts.lasting.items() if looks >= LASTING[trouble]]
        counts.hook(facts.waiting, lasting)

    return Workers(
        desk,
        Receiver(bot) if polls else None,
        Gateway(bot),
        Ledger(desk, bot.id),
        desk.database.presence(),
        Bell(),
        pace,
        monitor=None if polls else Monitor(bot, settings.webhook_url, settings.webhook_secrets[0], tell),
        counts=counts,
    )


async def _open(
    serving: AsyncExitStack, settings: Settings, workers: Workers, bot_id: int, number: int, count: int, demo_at: str
) -> None:
    """Listen for Telegram, for staff and for whoever asks how we are, as far as each is wanted."""
    shift, shared = workers.shift, count > 1
    # A web server takes 4 MB and a twentieth of a second: it is loaded only where somebody is to be answered.
    if settings.webhook_url:
        from bot.serving import Running, being_served

        app = webhook_app(settings, workers.take_in, lambda outcome: shift.counts.request(outcome.value))
        with asking_for("WEBHOOK_LISTEN is taken by another program: choose another port, or stop that one."):
            await serving.enter_async_context(being_served(Running(app, *settings.webhook_place, shared)))
    if shift.desk.members:
        with asking_for("CONSOLE_LISTEN is taken by another program: choose another port, or stop that one."):
            await serving.enter_async_context(_console(settings, shift.desk, shift.changed, shared, demo_at))
    if settings.watch_place is not None and not demo_at:
        from bot.watch.server import serve as serve_watch

        host, port = settings.watch_place
        with asking_for("WATCH_LISTEN is taken by another program: choose another port, or say off."):
            await serving.enter_async_context(serve_watch(_post(workers, bot_id), host, port + number))


def _post(workers: Workers, bot_id: int) -> Post:
    shift, form = workers.shift, workers.shift.desk.flow.fingerprint
    return Post(
        shift.desk.database,
        shift.counts,
        shift.pulse,
        bot_id,
        form,
        utc_now(),
        workers.clock,
        leads=lambda: shift.presence.leads,
        is_broken=lambda: workers.turns.breaker.is_open,
        lines_lost=logs.lost,
        silence=POLL_SILENCE if workers.receiver else None,
    )


def _keep_form(desk: Desk) -> None:
    """An intake names its form by the fingerprint; staff can read it as it was, whatever it has become since."""
    with desk.database.work(utc_now()) as work:
        # To make the page takes a tenth of a second, which most starts can do without.
        if work.forms.text(desk.flow.fingerprint) is None:
            work.forms.keep(desk.flow.fingerprint, flow_page(desk.flow))
            work.commit()


def _console(
    settings: Settings, desk: Desk, changed: Bell, shared: bool, demo_at: str
) -> AbstractAsyncContextManager[Running]:
    # Who has no team needs none of it: it takes 4 MB and a twentieth of a second.
    from bot.console.office import Office
    from bot.console.server import serve

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
    return serve(office, *settings.console_place, shared)


@contextmanager
def asking_for(sentence: str) -> Iterator[None]:
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
