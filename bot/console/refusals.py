"""Why a request is refused: each kind has one sentence for whoever asked, and a key for the trail."""

from __future__ import annotations

from types import MappingProxyType


class Refusal(Exception):
    """`why` is a key for the trail; whoever asked reads the sentence of `status` and no more."""

    def __init__(self, status: int, why: str = "", headers: dict[str, str] | None = None) -> None:
        super().__init__(f"{status} {why}".strip())
        self.status = status
        self.why = why
        self.headers = headers or {}


SENTENCES = MappingProxyType(
    {
        400: "Your browser sent something that cannot be read: go back, reload the page and try again.",
        401: "You are signed out: sign in again.",
        403: "This is not open to you, or the page you came from was out of date: go back, reload it and try again.",
        404: "There is nothing here.",
        405: "This page cannot be used like that.",
        409: "Somebody else was faster: go back and look again.",
        413: "That was too long: go back and make it shorter.",
        415: "This page takes its own forms only.",
        429: "That was tried too often: wait ten minutes and try again.",
        500: "Something went wrong here, and it has been noted: try again.",
        503: "The console is busy: try again in a minute.",
    }
)


def sentence(status: int) -> str:
    return SENTENCES.get(status, SENTENCES[500] if status >= 500 else SENTENCES[400])
