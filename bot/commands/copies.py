"""Copies of everything: backups, their return, the move to another database, and the check that all is whole."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.edge import Refusal, main, refusing, show

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.settings import Settings

SETTING = "DATABASE_URL"
IN_A_FILE = click.Path(path_type=Path)


@main.command()
@click.argument("file", type=IN_A_FILE)
@refusing
def backup(file: Path) -> None:
    """Write everything into one new FILE, or into a folder under a name made of the time; the bot may go on running.

    Encrypted with BACKUP_KEY if there is one. Read back before it gets its name.
    """
    from bot import backups, settings

    found, now = settings.load(), datetime.now(UTC)
    kept = backups.write(found.database_url, backups.place_in(file, now), _key(found), now)
    click.echo(f"Wrote {kept.path}: {_amount(kept.rows)}, {kept.size} bytes, read back and whole.")
    if not kept.is_sealed:
        click.echo("It is NOT encrypted and holds health answers: keep it locked away, or set BACKUP_KEY.", err=True)


@main.command()
@click.argument("file", type=IN_A_FILE)
@click.option("--check", "only_check", is_flag=True, help="Only read it and say whether it is whole.")
@refusing
def restore(file: Path, only_check: bool) -> None:
    """Make the empty or missing database in DATABASE_URL of a backup; nothing is sent until `release`."""
    from bot import backups, settings

    found, now = settings.load(), datetime.now(UTC)
    if only_check:
        kept = backups.check(file, _key(found))
        click.echo(f"The backup of {kept.head.made_at:%Y-%m-%d %H:%M} UTC is whole: {_amount(kept.rows)}.")
        return
    kept = backups.restore(file, _key(found), found.database_url, now)
    click.echo(f"Restored the backup of {kept.head.made_at:%Y-%m-%d %H:%M} UTC: {_amount(kept.rows)}, each read back.")
    click.echo("Nothing is sent yet: look at it, then `python3 -m bot release`.")
    click.echo("Who asked to be deleted after that moment is in it again: delete them again.")


@main.command()
@click.option("--drop-letters", is_flag=True, help="Letters from before the backup are put aside and never sent.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@refusing
def release(drop_letters: bool, yes: bool) -> None:
    """Let what was restored go on: letters are sent, deadlines met.

    Letters that waited when the backup was made go out too, unless told otherwise: one that comes twice does no harm,
    one that never comes leaves somebody waiting.
    """
    from bot import releasing, settings
    from storage import database

    now = datetime.now(UTC)
    with closing(database.open_database(settings.load().database_url)) as opened:
        with opened.look(now) as work:
            found = releasing.held(work)
        if found is None:
            click.echo("Nothing is held.")
            return
        click.echo(releasing.as_text(found, now))
        if not yes and not click.confirm("Put aside those of before, and go on?" if drop_letters else "Go on?"):
            raise Refusal("Nothing was released.")
        with opened.work(now) as work:
            dropped = releasing.release(work, found, drop=drop_letters)
            work.commit()
    click.echo(f"Released; letters put aside: {dropped}.")


@main.command("migrate-data")
@click.argument("origin", metavar="FROM")
@click.argument("target", metavar="TO")
@refusing
def migrate_data(origin: str, target: str) -> None:
    """Move everything from one database to another, empty one, of the same or the other kind; both stopped.

    Each is an address, or the word DATABASE_URL for the one in the settings: a password belongs there, for others see
    a command line. Nothing changes in FROM.
    """
    from bot import moving, settings

    own = settings.load().database_url
    if any(moving.has_password(each) for each in (origin, target) if each != SETTING):
        raise Refusal(f"A password on a command line is seen by others: put the address into {SETTING} and name that.")
    from_there, to_there = (own if each == SETTING else each for each in (origin, target))
    rows = moving.move(from_there, to_there, datetime.now(UTC))
    click.echo(f"Moved {_amount(rows)}, each read back.")


@main.command()
@click.argument("folder", type=IN_A_FILE)
@refusing
def export(folder: Path) -> None:
    """Write everything into a new FOLDER, as files that need no program: tables, each client's record, the forms."""
    from bot import exporting, settings

    count = exporting.export(settings.load().database_url, folder, datetime.now(UTC))
    click.echo(f"Wrote {folder}, with the records of {count} clients.")
    click.echo("It is not encrypted and holds health answers: keep it locked away.", err=True)


@main.command()
@click.pass_context
@refusing
def verify(context: click.Context) -> None:
    """Check every invariant of the database, also while the bot runs; one line for each that is broken."""
    from bot import settings, verifying
    from flows import flow
    from storage import database

    with closing(database.open_database(settings.load().database_url)) as opened:
        broken, left = verifying.invariants(opened, flow.load()), verifying.left_in_hand(opened)
    show(map(str, broken))
    if left:
        click.echo(f"In the hand of a worker that is gone, to be taken up by another: {left}.", err=True)
    if broken:
        context.exit(1)
    click.echo("Everything is as it must be.")


def _key(settings: Settings) -> str:
    return settings.backup_key.get_secret_value() if settings.backup_key else ""


def _amount(rows: Mapping[str, int]) -> str:
    return f"{sum(rows.values())} rows in {len(rows)} tables, {rows.get('intakes', 0)} intakes among them"
