"""The queue: stages as tabs, the search that is on, its lines and the ways on to more of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.responses import RedirectResponse

from bot.console import searching
from bot.console.office import office_of
from bot.console.rendering import render
from bot.console.showing import STAGES, Showing
from flows.model import Verdict
from storage.cases import Sort, Wanted
from storage.tables import Stage

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from storage.work import Work

EVERY = "all"
EXPORTS = (("csv", "CSV"), ("json", "JSON"), ("fhir", "FHIR"))
"""The files that a list or an intake can be taken along as; `print` is a page."""
SHAPES: Mapping[searching.Shape, str] = {
    searching.Shape.CASE: "case number",
    searching.Shape.DAY: "day",
    searching.Shape.PHONE: "phone number",
    searching.Shape.NAME: "name",
}
COUNTED_TO = 1000
WAITING_STAGES = frozenset({Stage.NEW, Stage.WAITING, Stage.CLAIMED})
SORTS: Mapping[Sort, str] = {
    Sort.WAITING: "Longest waiting first",
    Sort.NEWEST: "Newest first",
    Sort.OLDEST: "Oldest first",
    Sort.VERDICT: "Most serious first",
    Sort.EARLIEST: "Earliest day first",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is in the queue; an address of it holds keys only."""

    stage: str = Stage.NEW
    sort: str = ""
    search: str = ""
    after: str = ""

    def address(self, path: str = "/") -> str:
        said = {"stage": self.stage, "sort": self.sort, "search": self.search, "after": self.after}
        return f"{path}?{urlencode({name: words for name, words in said.items() if words})}"

    def at(self, stage: str) -> Place:
        return replace(self, stage=stage, sort="", after="")

    @property
    def order(self) -> Sort:
        """What was chosen, or what is usual there: those who wait come first, of the others the newest."""
        usual = Sort.WAITING if self.stage in WAITING_STAGES else Sort.NEWEST
        return Sort(self.sort) if self.sort else usual

    def beyond(self, cursor: str) -> Place:
        return replace(self, after=cursor)


def place_in(asked: Mapping[str, str]) -> Place:
    """What an address says of the place; what is no stage or sort of ours falls back to the first."""
    search, stage, sort = asked.get("search", ""), asked.get("stage", ""), asked.get("sort", "")
    usual = EVERY if search else Stage.NEW.value
    return Place(
        stage=stage if stage in {*Stage, EVERY} else usual,
        sort=sort if sort in SORTS else "",
        search=search,
        after=asked.get("after", ""),
    )


@dataclass(frozen=True, slots=True)
class Listed:
    """What an address of the queue, or of an export of it, asks for."""

    place: Place
    kept: Mapping[str, str]
    wanted: Wanted
    sort: Sort


def listed(request: Request, work: Work) -> Listed:
    """The list that the request names; a search that is not this session's finds as if there were none."""
    place = place_in(request.query_params)
    kept = (work.searches.find(request.state.session.id, place.search) if place.search else None) or {}
    if place.search and not kept:
        place = replace(place, search="")
    stage = None if place.stage == EVERY else Stage(place.stage)
    return Listed(place, kept, searching.wanted(kept, stage, desk_of(request)), place.order)


def desk_of(request: Request) -> searching.Desk:
    office = office_of(request)
    today = office.desk.today(office.clock())
    return searching.Desk(office.flow, today, office.flow.clinic.zone, request.state.member.id)


# --- pages ----------------------------------------------------------------------------------------


def page(request: Request) -> Response:
    """The queue."""
    office = office_of(request)
    now = office.clock()
    with office.database.look(now) as work:
        asked = listed(request, work)
        lines = work.cases.page(asked.wanted, asked.sort, asked.place.after or None)
        counts, tags = work.cases.counts(COUNTED_TO), work.notes.tags_in_use()
        waiting, urgent = len(work.passed_on.open()), work.cases.urgent()
    tabs = _tabs(asked.place, counts)
    request.state.audit_about = f"stage={asked.place.stage}"
    return render(
        request,
        "queue.html",
        show=Showing(office, now),
        place=asked.place,
        kept=asked.kept,
        also=_also(request, asked.kept),
        shapes=SHAPES,
        filtered=sum(name in asked.kept for name in searching.FILTERS),
        label=next(tab.label for tab in tabs if tab.here),
        exports=EXPORTS,
        page=lines,
        tabs=tabs,
        sorts=SORTS,
        verdicts=tuple(Verdict),
        rules=_rules(request),
        tags=tags,
        waiting=waiting,
        urgent=urgent,
        filling_in=counts.get(Stage.UNFINISHED, 0),
    )


def search(request: Request) -> Response:
    """Keep what is looked for, and go to the list of it."""
    office = office_of(request)
    kept, place = searching.tidied(request.state.form), place_in(request.state.form)
    desk = desk_of(request)
    with office.database.work(office.clock()) as work:
        kept = _with_shape(kept, desk, work)
        key = work.searches.keep(request.state.session.id, kept) if kept else ""
        work.commit()
    request.state.audit_about = ",".join(sorted(name for name in kept if name != "q")) or "nothing"
    stage = request.state.form.get("stage", "") if key else place.stage
    return RedirectResponse(replace(place, stage=stage or EVERY, search=key, after="").address(), 303)


def _with_shape(kept: dict[str, str], desk: searching.Desk, work: Work) -> dict[str, str]:
    """The search with what its words are taken for: what somebody chose, else the first shape that finds anything."""
    words = kept.get("q", "")
    shapes = searching.shapes(words, desk)
    if not words or kept.get("read_as") in shapes:
        return kept if words else {name: said for name, said in kept.items() if name != "read_as"}
    for shape in shapes:
        tried = {**kept, "read_as": shape.value}
        if work.cases.page(searching.wanted(tried, None, desk), Sort.NEWEST, None, 1).lines:
            return tried
    return {**kept, "read_as": shapes[0].value if shapes else ""}


def _also(request: Request, kept: Mapping[str, str]) -> tuple[searching.Shape, ...]:
    """What else the words in the search box could be."""
    shapes = searching.shapes(kept.get("q", ""), desk_of(request))
    return tuple(shape for shape in shapes if shape != kept.get("read_as"))


@dataclass(frozen=True, slots=True)
class Tab:
    """One stage of the queue, with how many there are."""

    label: str
    address: str
    count: str
    here: bool


def _tabs(place: Place, counts: Mapping[Stage, int]) -> tuple[Tab, ...]:
    tabs = [Tab(STAGES[stage], place.at(stage).address(), _bounded(counts.get(stage, 0)), place.stage == stage)
            for stage in STAGES]  # fmt: skip
    return (*tabs, Tab("All", place.at(EVERY).address(), "", place.stage == EVERY))


def _bounded(count: int) -> str:
    return f"{COUNTED_TO - 1}+" if count >= COUNTED_TO else str(count)


def _rules(request: Request) -> tuple[str, ...]:
    return tuple(dict.fromkeys(rule.key for rule in office_of(request).flow.rules))
