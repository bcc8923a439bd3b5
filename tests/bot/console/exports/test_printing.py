"""An intake on paper: everything is on it, and nothing that somebody typed is markup."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from bot.console.exports.printing import paper, printed
from bot.console.rendering import templates
from bot.console.showing import Showing
from flows.model import Verdict
from storage.intakes import Corrector
from storage.notes import Note
from storage.transcript import Line
from tests.bot.console.exports.given import BEGUN, COURTNEY, LATER, exported, given, history, hostile_one
from tests.bot.room import NOW
from tests.flows.given import NOTHING_TO_TELL
from tests.hostile import hostile
from tests.storage.given import READY

if TYPE_CHECKING:
    from bot.console.exports.gathering import Exported
    from bot.console.office import Office
    from flows.flow import Flow

TAGS = {
    "html", "head", "meta", "title", "link", "body", "main", "article", "header", "section", "h1", "h2", "p", "dl",
    "col", "colgroup", "div", "dt", "dd", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "bdi", "span",
    "strong", "small",
}  # fmt: skip
ATTRIBUTES = {"lang", "charset", "name", "content", "rel", "href", "type", "class", "scope", "colspan"}


class Reader(HTMLParser):
    """Reads a page as a browser does: which tags and attributes there are, and the words between them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.tags.add("a comment")


def page_of(office: Office, every: Iterable[Exported], *, with_chat: bool = True) -> str:
    show = Showing(office, NOW)
    return "".join(paper(templates(), show, "Courtney", every, title="Intakes", with_chat=with_chat))


def test_nothing_that_somebody_typed_is_markup(office: Office) -> None:
    texts = hostile()
    read = Reader(page_of(office, [hostile_one(office.flow, text) for text in texts]))
    assert read.tags <= TAGS
    assert read.attributes <= ATTRIBUTES


def test_what_somebody_typed_stands_there_as_they_typed_it(office: Office) -> None:
    texts = [text for text in hostile() if text.isprintable()]
    read = Reader(page_of(office, [hostile_one(office.flow, text) for text in texts]))
    assert len(texts) > 100
    assert [text for text in texts if text not in "".join(read.words)] == []


def test_each_intake_has_its_own_sheet(office: Office) -> None:
    page = page_of(office, (exported(office.flow, case=case) for case in ("7F3K2Q", "9C4D6F")))
    assert page.count("<article>") == page.count("</article>") == 2
    assert page.index("7F3K2Q") < page.index("9C4D6F")


def test_the_sheets_are_written_as_the_intakes_are_read(office: Office) -> None:
    asked: list[int] = []

    def every() -> Iterable[Exported]:
        for number in range(100):
            asked.append(number)
            yield exported(office.flow)

    page = iter(paper(templates(), Showing(office, NOW), "Courtney", every(), title="Intakes", with_chat=False))
    next(page)
    assert len(asked) < 100


@pytest.fixture
def changed(flow: Flow) -> Exported:
    """One with an answer that changed, one that was corrected, one that nobody could read, a note and a chat."""
    past = (
        *(one for one in history() if one.question not in {"area", "wish", "skin_now"}),
        given("area", "neck", "my neck", replaced_at=LATER),
        given("area", "face", "just the face", at=LATER),
        given("wish", "no", "none", corrected=Corrector(COURTNEY, "said so on the phone")),
        given("skin_now", "not_sure", "qwertz", understood=False),
    )
    chat = (Line(1, "client", "Hello there", BEGUN, "typed"), Line(1, "bot", "What may we call you?", BEGUN))
    return exported(flow, past, notes=(Note(1, COURTNEY, "Called twice", NOW),), chat=chat)


def test_the_sheet_holds_all_that_staff_see(office: Office, changed: Exported) -> None:
    words = "".join(Reader(page_of(office, [changed])).words)
    assert changed.screening is not None
    for told in (
        changed.screening.verdict.name,
        *(finding.rule for finding in changed.screening.findings),
        *("my neck", "just the face", "said so on the phone", "qwertz", "Called twice", "Hello there"),
        *("instagram", office.flow.fingerprint, "+13145550123"),
    ):
        assert told in words


def test_the_transcript_is_there_only_where_it_is_wanted(office: Office, changed: Exported) -> None:
    assert "Hello there" not in page_of(office, [changed], with_chat=False)


def test_what_never_was_answered_has_no_row(office: Office, changed: Exported) -> None:
    rows = printed(Showing(office, NOW), changed, chat=False).rows
    assert {row.key for row in rows} == {one.question for one in changed.history}


def test_an_intake_without_words_tells_how_it_ended(office: Office, flow: Flow) -> None:
    nothing = exported(
        flow, (), state="declined", verdict=None, earliest=None, screening=None, happened=(), finished_at=None,
        name="", goals=(), source="",
    )  # fmt: skip
    read = Reader(page_of(office, [nothing]))
    assert "table" not in read.tags
    assert "did not consent" in "".join(read.words)


def test_it_says_what_was_said_before_only_where_that_was_something_else(office: Office, flow: Flow) -> None:
    show, each = Showing(office, NOW), exported(flow)
    then = each.screening
    assert then is not None
    same = exported(flow, verdict=then.verdict, earliest=then.earliest)
    assert not printed(show, same, chat=False).differs
    assert printed(show, exported(flow, verdict=Verdict.STOP, earliest=then.earliest), chat=False).differs
    assert printed(show, exported(flow, verdict=then.verdict, earliest=date(2026, 12, 24)), chat=False).differs


def test_a_day_that_moves_on_by_itself_is_no_difference(office: Office, flow: Flow) -> None:
    ready = exported(flow, history(NOTHING_TO_TELL), verdict=Verdict.READY, earliest=BEGUN.date())
    nothing = replace(ready.screening or READY, verdict=Verdict.READY, earliest=NOW.date() + timedelta(days=1))
    assert not printed(Showing(office, NOW), replace(ready, screening=nothing), chat=False).differs
