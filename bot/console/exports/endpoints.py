"""What staff take along: one intake, the list they see, and the form itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from starlette.responses import Response, StreamingResponse

from bot.console.exports.csv_table import csv_table
from bot.console.exports.fhir_answers import bundle, response
from bot.console.exports.fhir_form import questionnaire, retired
from bot.console.exports.gathering import Making, gathered
from bot.console.exports.json_document import json_document
from bot.console.exports.printing import paper
from bot.console.exports.reading import in_slices
from bot.console.listing import listed
from bot.console.office import office_of
from bot.console.refusals import Refusal
from bot.console.showing import Showing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from starlette.requests import Request

    from bot.console.exports.gathering import Exported

CSV, JSON, FHIR, PRINT = "csv", "json", "fhir", "print"
KINDS = {CSV: ("text/csv", "csv"), JSON: ("application/json", "json"), FHIR: ("application/fhir+json", "fhir.json")}


def making_of(request: Request) -> Making:
    office = office_of(request)
    names = {member.id: member.name for member in office.staff.values()}
    return Making(office.flow, request.state.member.name, office.clock(), office.url, names)


# --- one intake -----------------------------------------------------------------------------------


def one(request: Request) -> Response:
    """One intake as a file. Raises Refusal 404 for a case or a format that there is not."""
    kind = _kind(request)
    making = making_of(request)
    each = _found(request, making, chat=kind == JSON)
    return _file(_written(making, kind, each), kind, f"intake-{each.line.case}")


def _written(making: Making, kind: str, each: Exported) -> Iterable[str]:
    if kind == FHIR:
        return [json.dumps(response(making, each), ensure_ascii=False)]
    return (csv_table if kind == CSV else json_document)(making, [each])


def print_one(request: Request) -> Response:
    """One intake on paper. Raises Refusal 404 for a case that there is not."""
    making = making_of(request)
    each = _found(request, making, chat=True)
    return _paper(request, making, [each], f"Intake {each.line.case}")


def _found(request: Request, making: Making, *, chat: bool) -> Exported:
    with office_of(request).database.look(making.at) as work:
        line = work.cases.find(request.path_params["case"])
        each = gathered(work, making, line, chat=chat) if line else None
    if each is None:
        raise Refusal(404)
    request.state.audit_case = each.line.case
    request.state.audit_about = _about(request, 1)
    return each


# --- a list ---------------------------------------------------------------------------------------


def many(request: Request) -> Response:
    """The list that the queue's address names, as a file. Raises Refusal 404 for a format that there is not."""
    kind = _kind(request)
    making = making_of(request)
    every = _listed(request, making, chat=kind == JSON)
    write: dict[str, Callable[[Making, Iterable[Exported]], Iterator[str]]]
    write = {CSV: csv_table, JSON: json_document, FHIR: bundle}
    return _file(write[kind](making, every), kind, f"intakes-{making.today}")


def print_many(request: Request) -> Response:
    """The list on paper, each intake beginning a page."""
    making = making_of(request)
    return _paper(request, making, _listed(request, making, chat=True), f"Intakes {making.today}")


def _listed(request: Request, making: Making, *, chat: bool) -> Iterator[Exported]:
    """Raises Refusal 404 when the search is no longer there: without it the list would be another one."""
    database = office_of(request).database
    with database.look(making.at) as work:
        asked = listed(request, work)
        if request.query_params.get("search") and not asked.place.search:
            raise Refusal(404)
        count = work.cases.total(asked.wanted)
    request.state.audit_about = _about(request, count)
    return in_slices(database, making, asked.wanted, chat=chat)


# --- the form -------------------------------------------------------------------------------------


def form(request: Request) -> Response:
    """The form as a Questionnaire; of one that is no longer the present one only how it read. Else Refusal 404."""
    office, fingerprint = office_of(request), request.path_params["fingerprint"]
    request.state.audit_about = f"form={(office.flow.fingerprint == fingerprint and 'present') or 'earlier'}"
    if fingerprint == office.flow.fingerprint:
        found = questionnaire(office.flow, office.url)
    else:
        with office.database.look(office.clock()) as work:
            text = work.forms.text(fingerprint)
        if text is None:
            raise Refusal(404)
        found = retired(office.flow, office.url, fingerprint, text)
    return _file([json.dumps(found, ensure_ascii=False)], FHIR, f"form-{fingerprint}")


# --- what all of them share -----------------------------------------------------------------------


def _kind(request: Request) -> str:
    kind = str(request.path_params["format"])
    if kind not in KINDS:
        raise Refusal(404)
    return kind


def _about(request: Request, count: int) -> str:
    """For the trail: which format, and how many intakes there were as it began."""
    return f"format={request.path_params.get('format', PRINT)},count={count}"


def _file(pieces: Iterable[str], kind: str, name: str) -> Response:
    """A download; half a character, which JSON can spell and UTF-8 cannot, is spelled out."""
    media_type, ending = KINDS[kind]
    headers = {"Content-Disposition": f'attachment; filename="{name}.{ending}"'}
    sent = (piece.encode("utf-8", "backslashreplace") for piece in pieces)
    return StreamingResponse(sent, media_type=media_type, headers=headers)


def _paper(request: Request, making: Making, every: Iterable[Exported], title: str) -> Response:
    show, with_chat = Showing(office_of(request), making.at), request.query_params.get("transcript") == "1"
    page = paper(request.app.state.templates, show, making.by, every, title=title, with_chat=with_chat)
    return StreamingResponse((piece.encode("utf-8", "replace") for piece in page), media_type="text/html")
