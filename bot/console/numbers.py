"""The numbers: how many start and finish, where the others stop, how soon the team comes; as a page and as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel.dates import format_skeleton
from starlette.responses import Response

from bot.console.amounts import lasting, per_hundred, share
from bot.console.days import STAFF_LANGUAGE, day
from bot.console.numbers_drawn import drawn
from bot.console.numbers_named import Names
from bot.console.numbers_table import numbers_table
from bot.console.office import office_of
from bot.console.rendering import render
from bot.console.weeks import CHOICES, beginning, chosen, mondays

if TYPE_CHECKING:
    from datetime import date

    from starlette.requests import Request

    from storage.reports import Figures, Numbers


@dataclass(frozen=True, slots=True)
class Week:
    """One line of a table by week."""

    label: str
    day: str
    is_now: bool
    figures: Figures


def page(request: Request) -> Response:
    office = office_of(request)
    weeks, days, found = _found(request)
    names = Names.of(office.flow)
    labels = [format_skeleton("MMMd", monday, locale=STAFF_LANGUAGE) for monday in days]
    lines = [
        Week(label, day(monday), place == weeks - 1, figures)
        for place, (label, monday, figures) in enumerate(zip(labels, days, found.weeks, strict=False))
    ]
    return render(
        request,
        "numbers.html",
        weeks=lines,
        total=found.total,
        names=names,
        charts=drawn(labels[:-1], found, names),
        chosen=weeks,
        choices=CHOICES,
        first=day(days[0]),
        share=share,
        per_hundred=per_hundred,
        lasting=lasting,
    )


def table(request: Request) -> Response:
    """The same as a spreadsheet, with each figure of each week."""
    _, days, found = _found(request)
    text = "".join(numbers_table(days[:-1], found))
    name = f"numbers-{days[0].isoformat()}-{len(found.weeks)}-weeks.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(text, media_type="text/csv", headers=headers)


def _found(request: Request) -> tuple[int, tuple[date, ...], Numbers]:
    """How many weeks, the days between which they lie, and their numbers."""
    office, weeks = office_of(request), chosen(request.query_params.get("weeks", ""))
    now, zone = office.clock(), office.flow.clinic.zone
    days = mondays(now.astimezone(zone).date(), weeks)
    request.state.audit_about = f"weeks={weeks}"
    with office.database.look(now) as work:
        return weeks, days, work.reports.weekly([beginning(each, zone) for each in days])
