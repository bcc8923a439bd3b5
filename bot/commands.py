"""The command line: one click command per thing the owner can do."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, ParamSpec

import click

# Each command imports what it needs: the whole program takes two seconds, `--help` and `screen` a fraction of one.
if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from storage.work import Work

ROOT = Path(__file__).resolve().parents[1]
ROWS = ROOT / "tests" / "flows" / "answers" / "rows"
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


# --- trying and running ---------------------------------------------------------------------------


@main.command()
@click.option("--port", default=8080, show_default=True, help="Where the page is served on this machine.")
@click.option("--console-port", default=8081, show_default=True, help="Where the staff console is.")
@refusing
def demo(port: int, console_port: int) -> None:
    """Try it: a client's phone and the staff console in the browser, no token, nothing outside this machine."""
    from bot import app

    app.demo(port, console_port)


@main.command()
@refusing
def run() -> None:
    """Serve clients on Telegram with the settings in .env."""
    from bot import app, settings

    app.run(settings.load())


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


# --- the flow -------------------------------------------------------------------------------------


@main.command()
@click.pass_context
@refusing
def check(context: click.Context) -> None:
    """Prove the flow: every question reachable, every path ends, every rule can fire, every word is there."""
    from flows import checks, flow

    found = checks.problems(flow.load())
    for problem in found:
        click.echo(problem, err=True)
    if found:
        context.exit(1)
    click.echo("The flow is sound.")


@main.command()
@refusing
def chart() -> None:
    """Write flows/FLOW.md: the chart, the questions and the rules with their sources."""
    from flows import chart as page
    from flows import flow

    page.PAGE.write_text(page.flow_page(flow.load()), encoding="utf-8")
    click.echo(f"Wrote {page.PAGE.relative_to(ROOT)}.")


@main.command()
@click.option("--answers", type=click.File("rb"), required=True, help="A TOML file; - for standard input.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day to screen on; today in the clinic's zone.")
@click.option("--json", "as_json", is_flag=True, help="For other programs to read.")
@refusing
def screen(answers: BinaryIO, today: datetime | None, as_json: bool) -> None:
    """What the rules say of the answers in a file: verdict, reasons and the earliest day."""
    from flows import flow, what_if

    form = flow.load()
    day = today.date() if today else _today(form.clinic.zone)
    screening = form.screen(what_if.answers_in(form, _text_in(answers), day), day)
    click.echo(json.dumps(what_if.as_json(form, screening)) if as_json else what_if.as_text(form, screening))


def _text_in(file: BinaryIO) -> str:
    try:
        return file.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal("The answers are not text in UTF-8: save them as UTF-8, then try again.") from None


def _today(zone: ZoneInfo) -> date:
    return datetime.now(zone).date()


@main.command()
@click.option("--rows", type=click.Path(path_type=Path), default=ROWS, help="The folder of rows; the project's own.")
@click.option("--readme", is_flag=True, help="Put the figures into README.md as well.")
@click.option("--missed", is_flag=True, help="List the rows that are not understood, but never a held one.")
@click.pass_context
@refusing
def reading(context: click.Context, rows: Path, readme: bool, missed: bool) -> None:
    """How well it understands what people type, per reader and language; fails where a misreading does harm."""
    from bot.reading import page, score
    from bot.reading.rows import load_samples
    from flows import flow

    form, samples = flow.load(), load_samples(rows)
    tallies = list(score.scored(form, samples))
    _show(page.as_text(tallies))
    if missed:
        _show(score.missed(form, samples))
    if readme:
        text = page.with_table(page.README.read_text(encoding="utf-8"), page.as_markdown(tallies))
        page.README.write_text(text, encoding="utf-8")
    if any(tally.unforgivable for tally in tallies):
        context.exit(1)


# --- what is stored -------------------------------------------------------------------------------


@main.command()
@refusing
def intakes() -> None:
    """List the intakes: case, state, verdict, earliest day, age."""
    from bot import showing

    with _work() as work:
        listing = work.intakes.listing()
    _show(showing.intakes_table(listing, datetime.now(UTC)))


@main.command()
@click.argument("case")
@refusing
def transcript(case: str) -> None:
    """Show one intake: the chat, the answers as said and as understood, the findings with rule and answer."""
    from bot import showing
    from flows import flow

    form = flow.load()
    with _work() as work:
        kept = work.intakes.find(case.strip().upper())
        if kept is None:
            raise Refusal(f"There is no case {case}: `intakes` lists those that are stored.")
        chat, history = work.transcript.of(kept.id), work.intakes.history(kept)
    _show(showing.transcript(form, kept, chat, history, _today(form.clinic.zone)))


@main.command()
@refusing
def questions() -> None:
    """List the clients' questions that wait for a person: case, when, topic, words."""
    from bot import showing
    from flows import flow

    zone = flow.load().clinic.zone
    with _work() as work:
        waiting, listing = work.passed_on.open(), work.intakes.listing()
    _show(showing.questions_table(waiting, listing, zone) if waiting else ["No question waits for a person."])


@main.command()
@refusing
def trouble() -> None:
    """List what went wrong: updates that were given up, letters that never arrived."""
    from bot import showing
    from flows import flow

    zone = flow.load().clinic.zone
    with _work() as work:
        quarantined, lost = work.inbox.quarantined(), work.outbox.lost()
    found = bool(quarantined or lost)
    _show(showing.trouble_table(quarantined, lost, zone) if found else ["Every update was taken, every letter sent."])


def _show(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


@contextmanager
def _work() -> Iterator[Work]:
    """One look into what is stored. The bot waits while it lasts: read, leave, and only then show."""
    from bot import settings
    from storage import database

    with (
        closing(database.open_database(settings.load().database_url)) as opened,
        opened.work(datetime.now(UTC)) as work,
    ):
        yield work
