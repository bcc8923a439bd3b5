"""Whether the form and its words may go out to clients."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.doctor.finding import Finding, ok, wrong
from flows import checks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.flow import Flow


def words(flow: Flow) -> Iterator[Finding]:
    """One line for each problem that `check` finds."""
    problems = checks.problems(flow)
    yield from (wrong("words", f"{problem} (`python3 -m bot check`).") for problem in problems)
    if not problems:
        yield ok("words", f"The flow is sound, in {len(flow.words.languages)} languages.")
