"""What is made of every row and of endless texts, on one line each: `python -m tests.flows.answers.told` prints it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from bot.commands.form import ROWS
from bot.reading.rows import load_samples
from flows.answers import mentions, read, topic, urgent
from tests.flows.answers.asking import BY_KEY, asked, catalogue
from tests.flows.answers.endless import endless

EVERY = 37
"""Of the rows so many make one."""


def told(heard: Callable[[str], str] = str) -> Iterator[str]:
    """Readings, topics, alarms and mentions. A set has no order of its own, so a mention is told in that of words."""
    rows = [row.text for sample in load_samples(ROWS) for row in sample.rows][::EVERY]
    for text in map(heard, (*rows, *endless(100)[::5])):
        yield f"{text!r} {topic(text)} {urgent(text)} {sorted(mentions(text, catalogue()))}"
        yield from (f"{key} {read(text, asked(key))!r}" for key in sorted(BY_KEY))


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in told())
