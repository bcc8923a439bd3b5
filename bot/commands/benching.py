"""Measuring it beside what people would use instead."""

from __future__ import annotations

import subprocess
import sys

import click

from bot.commands.edge import ROOT, main


@main.command()
@click.option("--quick", is_flag=True, help="A few minutes: short runs, once, 10,000 stored intakes.")
@click.option("--sizes", help="How many intakes are stored before, with commas between; 0,10000,100000.")
@click.option("--only", help="Names of contenders or their beginnings, as in ours,ptb-at-stop.")
@click.option("--repeats", type=click.IntRange(1), help="How often everything is measured; the middle counts.")
@click.option("--readme", is_flag=True, help="Put table and chart into README.md, and keep the figures.")
@click.option("--redraw", is_flag=True, help="Measure nothing: show what was kept last.")
@click.pass_context
def bench(context: click.Context, /, **_options: object) -> None:
    """Measure it against PTB, aiogram and grammY doing the same work; their parts are fetched into .venv."""
    context.exit(subprocess.call([sys.executable, "-m", "tests.benchmarks.bench", *given(context)], cwd=ROOT))


def given(context: click.Context) -> list[str]:
    """The options as they were typed, for the measuring program, which takes the same ones."""
    found = [(f"--{name}", value) for name, value in context.params.items() if value]
    return [word for name, value in found for word in ([name] if value is True else [name, str(value)])]
