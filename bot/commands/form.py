"""The form: prove it, draw it, ask what its rules would say, score how well it reads."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from bot.commands import edge
from bot.commands.edge import ROOT, Refusal, main, refusing, show

if TYPE_CHECKING:
    from flows.flow import Flow

ROWS = ROOT / "tests" / "flows" / "answers" / "rows"


@main.command()
@click.option("--against", "database", metavar="DATABASE", help="What open intakes in it will meet; address or path.")
@click.option("--json", "as_json", is_flag=True, help="With --against: for other programs to read.")
@click.pass_context
@refusing
def check(context: click.Context, database: str | None, as_json: bool) -> None:
    """Prove the flow: every question reachable, every path ends, every rule can fire, every word is there."""
    from flows import checks, flow

    form = flow.load()
    found = checks.problems(form)
    for problem in found:
        click.echo(problem, err=True)
    if found:
        context.exit(1)
    if database is None or not as_json:
        click.echo("The flow is sound.")
    if database is not None and _against(form, database, as_json):
        context.exit(1)


def _against(form: Flow, database: str, as_json: bool) -> bool:
    """Show what the open intakes will meet with this form; whether something would be lost or get milder."""
    from bot import against
    from storage.open_intakes import look_at_open

    address = database if "://" in database else f"sqlite:///{Path(database).resolve()}"
    with look_at_open(address) as opened:
        outlook = against.outlook(form, opened.schema, opened.every())
    show([json.dumps(against.as_json(outlook))] if as_json else against.as_text(outlook))
    return outlook.harms


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
    day = today.date() if today else edge.today(form.clinic.zone)
    screening = form.screen(what_if.answers_in(form, _text_in(answers), day), day)
    click.echo(json.dumps(what_if.as_json(form, screening)) if as_json else what_if.as_text(form, screening))


def _text_in(file: BinaryIO) -> str:
    try:
        return file.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal("The answers are not text in UTF-8: save them as UTF-8, then try again.") from None


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
    show(page.as_text(tallies))
    if missed:
        show(score.missed(form, samples))
    if readme:
        text = page.with_table(page.README.read_text(encoding="utf-8"), page.as_markdown(tallies))
        page.README.write_text(text, encoding="utf-8")
    if any(tally.unforgivable for tally in tallies):
        context.exit(1)
