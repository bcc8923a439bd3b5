"""The site map: every page of the console, who may see it, and what the trail calls it. What is not here is not served.

The first entry whose path and method fit is the one. A live fragment has the action of the page that it is part of.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

from starlette.routing import compile_path

from bot.console import (
    actions,
    asking_back,
    correcting,
    files,
    intake_page,
    listing,
    listing_sessions,
    live,
    numbers,
    reading_trail,
    signing_in,
)
from bot.console.exports import endpoints as exports
from bot.members import Role

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from re import Pattern

    from starlette.requests import Request
    from starlette.responses import Response

Endpoint: TypeAlias = "Callable[[Request], Response | Awaitable[Response]]"

GET, POST = ("GET",), ("POST",)


@dataclass(frozen=True)
class Page:
    """One page: `role` None is for anybody, strangers too; a `quiet` one is neither activity nor on the trail.

    A page of the `demo` is there only in the demo.
    """

    path: str
    endpoint: Endpoint
    methods: tuple[str, ...]
    role: Role | None
    action: str
    quiet: bool = False
    demo: bool = False

    @cached_property
    def pattern(self) -> Pattern[str]:
        return compile_path(self.path)[0]

    def parameters(self, path: str) -> dict[str, Any] | None:
        """What the path says, if it is one of this page's."""
        match = self.pattern.match(path)
        return match.groupdict() if match else None


PAGES: tuple[Page, ...] = (
    # The queue, and one intake.
    Page("/", listing.page, GET, Role.REVIEWER, "queue_viewed"),
    Page("/search", listing.search, POST, Role.REVIEWER, "searched"),
    Page("/intakes/{case}", intake_page.page, GET, Role.REVIEWER, "intake_viewed"),
    Page("/intakes/{case}/status", intake_page.status, GET, Role.REVIEWER, "intake_viewed"),
    Page("/intakes/{case}/chat", intake_page.chat, GET, Role.REVIEWER, "intake_viewed"),
    Page("/forms/{fingerprint}", intake_page.form, GET, Role.REVIEWER, "form_viewed"),
    # What staff do with one.
    Page("/intakes/{case}/claim", actions.claim, POST, Role.REVIEWER, "claimed"),
    Page("/intakes/{case}/release", actions.release, POST, Role.REVIEWER, "released"),
    Page("/intakes/{case}/note", actions.note, POST, Role.REVIEWER, "noted"),
    Page("/intakes/{case}/tag", actions.tag, POST, Role.REVIEWER, "tagged"),
    Page("/intakes/{case}/untag", actions.untag, POST, Role.REVIEWER, "untagged"),
    Page("/intakes/{case}/outcome", actions.outcome, POST, Role.REVIEWER, "decided"),
    Page("/intakes/{case}/take-over", actions.take_over, POST, Role.REVIEWER, "taken_over"),
    Page("/intakes/{case}/reply", actions.reply, POST, Role.REVIEWER, "replied"),
    Page("/intakes/{case}/hand-back", actions.hand_back, POST, Role.REVIEWER, "handed_back"),
    Page("/intakes/{case}/correct/{question}", correcting.form, GET, Role.REVIEWER, "correction_considered"),
    Page("/intakes/{case}/correct/{question}", correcting.take, POST, Role.REVIEWER, "corrected"),
    # What the bot could not answer.
    Page("/questions", asking_back.page, GET, Role.REVIEWER, "questions_viewed"),
    Page("/questions/{id}/answer", asking_back.answer, POST, Role.REVIEWER, "question_answered"),
    Page("/questions/{id}/close", asking_back.close, POST, Role.REVIEWER, "question_closed"),
    # What staff take along.
    Page("/intakes/{case}/print", exports.print_one, GET, Role.REVIEWER, "exported"),
    Page("/intakes/{case}/export/{format}", exports.one, GET, Role.REVIEWER, "exported"),
    Page("/export/print", exports.print_many, GET, Role.REVIEWER, "exported"),
    Page("/export/{format}", exports.many, GET, Role.REVIEWER, "exported"),
    Page("/forms/{fingerprint}/questionnaire", exports.form, GET, Role.REVIEWER, "exported"),
    # How it goes.
    Page("/numbers", numbers.page, GET, Role.REVIEWER, "numbers_viewed"),
    Page("/numbers.csv", numbers.table, GET, Role.REVIEWER, "numbers_exported"),
    # Getting in and out.
    Page("/sign-in", signing_in.form, GET, None, "sign_in_seen"),
    Page("/sign-in", signing_in.ask, POST, None, "sign_in_asked"),
    Page("/sign-in/code", signing_in.code_form, GET, None, "sign_in_seen"),
    Page("/sign-in/code", signing_in.try_code, POST, None, "signed_in"),
    Page("/sign-in/demo", signing_in.demo, POST, None, "signed_in", demo=True),
    Page("/sign-out", signing_in.leave, POST, Role.REVIEWER, "signed_out"),
    Page("/sessions", listing_sessions.page, GET, Role.REVIEWER, "sessions_viewed"),
    Page("/sessions/{id}/revoke", listing_sessions.revoke, POST, Role.REVIEWER, "session_revoked"),
    Page("/trail", reading_trail.page, GET, Role.ADMIN, "trail_viewed"),
    Page("/live", live.stream, GET, Role.REVIEWER, "live", quiet=True),
    Page("/static/{file:path}", files.static, GET, None, "static", quiet=True),
)


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at a path: the page for the method, or None when the path has others only."""

    page: Page | None
    role: Role | None
    parameters: dict[str, Any]


class Site:
    """The pages that are served here."""

    def __init__(self, demo: bool, pages: tuple[Page, ...] = PAGES) -> None:
        self.pages = tuple(page for page in pages if demo or not page.demo)

    def find(self, path: str, method: str) -> Found | None:
        """None where there is nothing, by whatever method."""
        here = [(page, read) for page in self.pages if (read := page.parameters(path)) is not None]
        for page, read in here:
            if method in page.methods:
                return Found(page, page.role, read)
        return Found(None, here[0][0].role, here[0][1]) if here else None
