"""What every command shares: the one edge where a reason not to go on becomes its sentence, and how lines are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec

import click

# Each command imports what it needs: the whole program takes two seconds, `--help` and `screen` a fraction of one.
if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from storage.work import Work

ROOT = Path(__file__).resolve().parents[2]
P = ParamSpec("P")


class Refusal(click.ClickException):
    """The one sentence an owner sees when something can't be done."""

    exit_code = 2

    def show(self, file: object = None) -> None:
        """The sentence on standard error, and nothing around it."""
        click.echo(self.message, err=True)


def refusing(command: Callable[P, None]) -> Callable[P, None]:
    """Translate every named reason not to go on into its sentence and exit code 2: the one edge where that is done."""

    @wraps(command)
    def refuse(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except Exception as reason:
            from bot.app import REFUSALS

            if not isinstance(reason, REFUSALS):
                raise
            raise Refusal(str(reason)) from None

    return refuse


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Take intakes on Telegram: `demo` needs nothing, `run` needs a token in .env."""


def today(zone: ZoneInfo) -> date:
    """The clinic's day."""
    return datetime.now(zone).date()


def show(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


@contextmanager
def stored_work() -> Iterator[Work]:
    """One look into what is stored: read, leave, and only then show."""
    from bot import settings
    from storage import database

    with (
        closing(database.open_database(settings.load().database_url)) as opened,
        opened.look(datetime.now(UTC)) as work,
    ):
        yield work
