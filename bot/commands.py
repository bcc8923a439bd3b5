"""The command line: one click command per thing the owner can do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parents[1]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Take intakes on Telegram: `demo` needs nothing, `run` needs a token in .env."""


@main.command(context_settings={"ignore_unknown_options": True}, add_help_option=False)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def test(context: click.Context, arguments: tuple[str, ...]) -> None:
    """Run the tests; ARGUMENTS are pytest's."""
    context.exit(subprocess.call([sys.executable, "-m", "pytest", *arguments], cwd=ROOT))
