"""One intake on one screen, and the parts of it that refresh themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.console.listing import EXPORTS
from bot.console.office import office_of
from bot.console.refusals import Refusal
from bot.console.rendering import render
from bot.console.sheet import sheet
from bot.console.showing import HANDOVERS, Showing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response


def page(request: Request) -> Response:
    """The whole of it."""
    return shown(request)


def status(request: Request) -> Response:
    """The head: stage, claim, verdict, who speaks; and whether the client has answered since the page was opened."""
    return shown(request, template="intake_status.html")


def chat(request: Request) -> Response:
    """The transcript."""
    return shown(request, template="intake_chat.html")


def shown(
    request: Request,
    template: str = "intake.html",
    *,
    code: int = 200,
    problem: str = "",
    field: str = "",
    typed: Mapping[str, str] | None = None,
) -> Response:
    """The page, with what is wrong with a `field` and what was `typed` where something could not be done."""
    office = office_of(request)
    show = Showing(office, office.clock())
    with office.database.look(show.now) as work:
        found = sheet(request, work, show)
    return render(
        request,
        template,
        code,
        sheet=found,
        show=show,
        handovers=HANDOVERS,
        exports=EXPORTS,
        seen=request.query_params.get("seen", str(found.kept.version)),
        problem=problem,
        field=field,
        typed=typed or {},
    )


def form(request: Request) -> Response:
    """The form that intakes were taken with, as it read then. Raises Refusal 404 for one that none was taken with."""
    office, fingerprint = office_of(request), request.path_params["fingerprint"]
    with office.database.look(office.clock()) as work:
        text = work.forms.text(fingerprint)
    if text is None:
        raise Refusal(404)
    return render(request, "form.html", fingerprint=fingerprint, text=text)
