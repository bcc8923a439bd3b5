"""Style sheets, scripts and icons: the same for everybody, and nothing in them is about anybody."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.staticfiles import StaticFiles

STATIC = Path(__file__).parent / "static"


async def static(request: Request) -> Response:
    """Raises HTTPException 404 for what is not there."""
    folder: StaticFiles = request.app.state.static
    answer = await folder.get_response(request.path_params["file"], request.scope)
    answer.headers["Cache-Control"] = "no-cache"
    return answer
