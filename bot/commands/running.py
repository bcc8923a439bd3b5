"""Trying it and running it."""

from __future__ import annotations

import subprocess
import sys

import click

from bot.commands.edge import ROOT, main, refusing
from bot.lasting import lasting


@main.command()
@click.option("--port", default=8080, show_default=True, help="Where the page is served on this machine.")
@click.option("--console-port", default=8081, show_default=True, help="Where the staff console is.")
@refusing
def demo(port: int, console_port: int) -> None:
    """Try it: a client's phone and the staff console in the browser, no token, nothing outside this machine."""
    from bot import demo as trying

    trying.demo(port, console_port)


@main.command()
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="How many processes.")
@refusing
def run(workers: int) -> None:
    """Serve clients on Telegram with the settings in .env."""
    with lasting():
        from bot import app, settings

    app.run(settings.load(), workers)


@main.command()
@refusing
def migrate() -> None:
    """Make the tables, or bring them up to date with this program."""
    from bot import settings
    from storage import database

    url = settings.load().database_url
    with database.one_process(url):
        database.migrate(url)
    click.echo("The tables are up to date.")


@main.command(context_settings={"ignore_unknown_options": True}, add_help_option=False)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def test(context: click.Context, arguments: tuple[str, ...]) -> None:
    """Run the tests; ARGUMENTS are pytest's."""
    context.exit(subprocess.call([sys.executable, "-m", "pytest", *arguments], cwd=ROOT))
