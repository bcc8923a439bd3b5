"""Looking after it: is all well, and what becomes of the updates that were given up."""

from __future__ import annotations

from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.edge import Refusal, main, refusing, show, stored_work

if TYPE_CHECKING:
    from collections.abc import Iterator

    from storage.work import Work


@main.command()
@click.option("--backups", type=click.Path(path_type=Path), help="The folder in which backups are kept, if any.")
@click.pass_context
def doctor(context: click.Context, backups: Path | None) -> None:
    """Look everything over, a line for each thing, with what to do; fails where something is wrong."""
    from bot import logs, settings
    from bot.doctor.checkup import check_up
    from bot.doctor.finding import Level, look, wrong

    logs.setup("ERROR")
    is_wrong = False
    try:
        for finding in check_up(settings.load(), backups):
            click.echo(str(finding))
            is_wrong = is_wrong or finding.level is Level.WRONG
    except settings.SettingsError as problem:
        show(map(str, (wrong("settings", str(problem)), look("the rest", "Not looked at: the settings come first."))))
        is_wrong = True
    if is_wrong:
        context.exit(1)


@main.group()
def quarantine() -> None:
    """The updates that were given up: list, show, retry, drop."""


@quarantine.command("list")
@refusing
def list_() -> None:
    """Each by its ID: when it came, the kind of failure, how often it was tried; never its words."""
    from bot import showing
    from flows import flow

    zone = flow.load().clinic.zone
    with stored_work() as work:
        given_up = work.quarantine.all()
    show(showing.quarantine_table(given_up, zone) if given_up else ["No update was given up."])


@quarantine.command("show")
@click.argument("inbox_id", metavar="ID", type=int)
@refusing
def show_one(inbox_id: int) -> None:
    """Show an update as Telegram sent it, with the client's words; that somebody looked stands on the trail."""
    from bot import showing

    with _changing("quarantine_shown", inbox_id) as work:
        raw = work.quarantine.raw(inbox_id)
        _refuse_unless(raw is not None, inbox_id)
    click.echo("What follows holds a client's words: keep it to yourself.", err=True)
    click.echo(showing.visible_json(raw or ""))


@quarantine.command()
@click.argument("inbox_id", metavar="[ID]", type=int, required=False)
@click.option("--all", "is_all", is_flag=True, help="Every one of them.")
@refusing
def retry(inbox_id: int | None, is_all: bool) -> None:
    """Have an update tried again, as if it had just come; mend first what it failed by."""
    if (inbox_id is None) != is_all:
        raise Refusal("Name one ID, or say --all: `quarantine list` shows them.")
    with _changing("quarantine_retried", inbox_id) as work:
        if inbox_id is None:
            count = work.quarantine.retry_all()
        else:
            count = int(work.quarantine.retry(inbox_id))
            _refuse_unless(bool(count), inbox_id)
    click.echo(f"{count} to be tried again.")


@quarantine.command()
@click.argument("inbox_id", metavar="ID", type=int)
@refusing
def drop(inbox_id: int) -> None:
    """Let go of an update for good, words and all."""
    with _changing("quarantine_dropped", inbox_id) as work:
        _refuse_unless(work.quarantine.drop(inbox_id), inbox_id)
    click.echo("It is gone.")


@contextmanager
def _changing(action: str, inbox_id: int | None) -> Iterator[Work]:
    """One transaction that stands on the trail, as done at the terminal; the bot may run meanwhile."""
    from bot import settings
    from storage import database

    with (
        closing(database.open_database(settings.load().database_url)) as opened,
        opened.work(datetime.now(UTC)) as work,
    ):
        yield work
        work.audit.add(action, staff_id=None, about=f"terminal:{inbox_id or 'all'}")
        work.commit()


def _refuse_unless(is_there: bool, inbox_id: int) -> None:
    if not is_there:
        raise Refusal(f"There is no update {inbox_id} in quarantine: `quarantine list` shows those that are.")
