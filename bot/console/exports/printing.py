"""An intake as it is printed: the same words as on its page, and nothing to press."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from bot.console import answers_shown, chat_shown, days, reasons
from bot.console.showing import Showing
from flows.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    import jinja2

    from bot.console.answers_shown import AnswerRow
    from bot.console.chat_shown import Day
    from bot.console.exports.gathering import Exported
    from bot.console.reasons import Reason

BUFFERED = 200
"""Pieces of a page that are sent together."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One intake on paper; `reasons` are those of the day of printing, none where its words are forgotten."""

    of: Exported
    rows: tuple[AnswerRow, ...]
    reasons: tuple[Reason, ...]
    chat: tuple[Day, ...]

    @property
    def contact(self) -> Mapping[str, str]:
        """The answers to the hand-off's questions, by their labels."""
        said = {row.key: (row.label, ", ".join(row.now.understood)) for row in self.rows if row.now}
        return dict(said[key] for key in ("next_step", "phone", "best_time") if key in said)

    @property
    def differs(self) -> bool:
        """Whether the rules say something else on the day of printing than when the client last answered.

        Where nothing stands in the way the earliest day is today on any day, and that is no difference.
        """
        now, line = self.of.screening, self.of.line
        if now is None or line.verdict is now.verdict is Verdict.READY:
            return False
        return (line.verdict, line.earliest) != (now.verdict, now.earliest)


def printed(show: Showing, each: Exported, chat: bool) -> Printed:
    """The chat is shown only where it is asked for, but read in any case: it tells where something was said."""
    rows = answers_shown.rows(show.flow, each.intake, each.history, each.chat, show.names)
    answered = tuple(row for row in rows if row.now or row.before)
    found = reasons.reasons(show.flow, each.screening, rows, each.chat) if each.screening else ()
    bubbles = chat_shown.days(each.chat, show.flow.clinic.zone, show.names) if chat else ()
    return Printed(each, answered, found, bubbles)


def stamp(show: Showing, at: datetime) -> str:
    """A moment with its year, as paper outlives the year it was printed in: "Tue, Nov 3, 2026, 12:04 PM"."""
    return f"{days.day(at.astimezone(show.flow.clinic.zone).date())}, {show.hour(at)}"


def paper(
    environment: jinja2.Environment, show: Showing, by: str, every: Iterable[Exported], *, title: str, with_chat: bool
) -> Iterator[str]:
    """The page piece by piece, as the intakes are read; `by` is who prints it, at the moment of `show`."""
    page = environment.get_template("print.html").stream(
        title=title,
        clinic=show.flow.clinic.name,
        by=by,
        show=show,
        stamp=partial(stamp, show),
        now=show.now,
        every=(printed(show, each, with_chat) for each in every),
        with_chat=with_chat,
    )
    page.enable_buffering(BUFFERED)
    return page
