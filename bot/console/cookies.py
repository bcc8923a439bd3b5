"""Two cookies: of who is in, and of who is on the way in. No script reads them, and no other site's page sends them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

SESSION, ARRIVING = "session", "arriving"


class Cookies:
    """Under https they carry the prefix by which a browser takes them from this host alone, and only there."""

    def __init__(self, url: str) -> None:
        self.secure = url.startswith("https:")

    def name(self, which: str) -> str:
        return f"__Host-{which}" if self.secure else which

    def read(self, request: Request, which: str) -> str:
        """Its value, or "" for none."""
        return request.cookies.get(self.name(which), "")

    def put(self, response: Response, which: str, value: str) -> None:
        """Until the browser is closed; how long it is good for is decided here, not there."""
        response.set_cookie(self.name(which), value, path="/", secure=self.secure, httponly=True, samesite="strict")

    def drop(self, response: Response, which: str) -> None:
        response.delete_cookie(self.name(which), path="/", secure=self.secure, httponly=True, samesite="strict")
