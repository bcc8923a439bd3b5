"""How long the readers take, a usual text and the worst one: `python3 -m tests.benchmarks.reading`."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from statistics import median

import click

from bot.commands.form import ROWS
from bot.reading.rows import load_samples
from flows.answers import STORY, mentions, read, topic, urgent
from flows.answers.day_words import LONGEST as LONGEST_DAY
from flows.answers.products import LONGEST as LONGEST_PRODUCT
from tests.flows.answers.asking import BY_KEY, asked, catalogue
from tests.flows.answers.endless import LONGEST, endless

Reads = Callable[[str], object]
USUAL = 300
"""Texts that people type, spread over all rows."""


@dataclass(frozen=True, slots=True)
class Took:
    """What a reader took for a text, in milliseconds of the processor."""

    milliseconds: float
    text: str


@click.command()
@click.option("--times", default=3, show_default=True, help="How often each text is read; the quickest time counts.")
def main(times: int) -> None:
    """Print what each reader takes for a usual text and for the worst, in milliseconds, and how they compare."""
    lengths = (LONGEST, STORY, LONGEST_PRODUCT, LONGEST_DAY)
    hostile = [text for length in lengths for text in endless(length)]
    rows = [row.text for sample in load_samples(ROWS) for row in sample.rows]
    usual = rows[:: max(1, len(rows) // USUAL)]
    click.echo(f"{'milliseconds':20}{'usual':>9}{'worst':>9}{'times':>9}  worst text")
    for name, reads in readers():
        reads("so that what is loaded once is there")
        common = median(took(reads, text, times).milliseconds for text in usual)
        worst = max((took(reads, text, times) for text in hostile), key=lambda each: each.milliseconds)
        ratio = worst.milliseconds / max(common, 0.001)
        told = f"{len(worst.text)} of {worst.text[:30]!r}"
        click.echo(f"{name:20}{common:9.3f}{worst.milliseconds:9.3f}{ratio:9.0f}  {told}")


def readers() -> Iterator[tuple[str, Reads]]:
    """Everything that looks at a typed text."""
    yield "topic", topic
    yield "urgent", urgent
    yield "mentions", lambda text: mentions(text, catalogue())
    for key in BY_KEY:
        yield key, partial(lambda text, key: read(text, asked(key)), key=key)


def took(reads: Reads, text: str, times: int) -> Took:
    """The quickest of so many times."""
    return Took(min(_once(reads, text) for _ in range(times)), text)


def _once(reads: Reads, text: str) -> float:
    begun = time.process_time()
    reads(text)
    return (time.process_time() - begun) * 1000


if __name__ == "__main__":
    main()
