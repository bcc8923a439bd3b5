"""Routes for whoever runs an experiment: order faults, read the log of calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.standin.bodies import json_object
from bot.standin.faults import Cut, Fault
from bot.standin.refusal import JSON, Refused
from bot.standin.slips import Slip

if TYPE_CHECKING:
    from starlette.requests import Request

    from bot.standin.cloud import Cloud


def routes() -> list[Route]:
    """The routes of this part."""
    return [
        Route("/faults", order, methods=["POST"]),
        Route("/faults", clear, methods=["DELETE"]),
        Route("/requests", log, methods=["GET"]),
    ]


async def order(request: Request) -> Response:
    """Order a fault: `method`, `chat_id`, `nth`, `times`, and `status` + `description` + `parameters`, `cut`, ...

    With `slip` it is one in delivering to the webhook.
    """
    body, faults = await json_object(request), _cloud(request).faults
    try:
        if "slip" in body:
            where = {key: body[key] for key in ("chat_id", "nth", "times", "seconds") if key in body}
            faults.misdeliver(Slip(body["slip"]), **where)
        else:
            faults.plan(_fault(body))
    except (TypeError, ValueError) as wrong:
        raise HTTPException(400, str(wrong)) from wrong
    return JSONResponse({"planned": len(faults.planned) + len(faults.misdeliveries)}, 201)


def _fault(body: JSON) -> Fault:
    where = {key: body[key] for key in ("method", "chat_id", "nth", "times", "seconds", "garbled") if key in body}
    refusal = None
    if "status" in body:
        refusal = Refused(int(body["status"]), str(body.get("description", "")), dict(body.get("parameters", {})))
    return Fault(**where, refusal=refusal, cut=Cut(body["cut"]) if body.get("cut") else None)


async def clear(request: Request) -> Response:
    """Forget every fault still to come."""
    _cloud(request).faults.clear()
    return JSONResponse({"planned": 0})


async def log(request: Request) -> Response:
    """The calls so far, or those of one `method`."""
    calls = _cloud(request).requests(request.query_params.get("method", ""))
    return JSONResponse(
        [
            {
                "method": call.method,
                "params": dict(call.params),
                "files": list(call.files),
                "status": call.status,
                "description": call.description,
                "at": call.at.isoformat(),
            }
            for call in calls
        ]
    )


def _cloud(request: Request) -> Cloud:
    cloud: Cloud = request.app.state.cloud
    return cloud
