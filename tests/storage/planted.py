"""Words planted in every room, and the search for them in every file."""

import random
import re
from collections.abc import Callable
from dataclasses import replace
from secrets import token_hex

from sqlalchemy import insert

from flows.model import Answer, Asking, Event, Happened, How, Intake, Pending, Product, ProductClass, Products
from storage.chats import Chat
from storage.intakes import Corrector
from storage.outbox import File
from storage.staff_tables import NoteRow, PassedOnRow, SessionRow, TagRow, TermRow
from storage.tables import AnswerRow, ChatRow, DeadlineRow, IntakeRow, LineRow, OutboxRow, Row, TurnRow, table
from storage.work import Work
from tests.files import written
from tests.storage.given import BOT, INCOMPLETE, NOW, answer, arrived

OF_A_CHAT: tuple[type[Row], ...] = (
    AnswerRow, ChatRow, DeadlineRow, IntakeRow, LineRow, NoteRow, OutboxRow, PassedOnRow, TagRow, TermRow, TurnRow,
)  # fmt: skip

MARKED = 4
"""Letters by which the words of one planting are known."""


class Words:
    """Distinctive words, each given out once; they are the same folded, as what is looked for is kept."""

    def __init__(self, mark: str) -> None:
        self.given: list[str] = []
        self._mark = mark

    def __call__(self) -> str:
        self.given.append(f"{self._mark}{len(self.given):02d}{random.Random(len(self.given)).getrandbits(64):x}")
        return self.given[-1]


def plant(work: Work, chat_id: int, word: Callable[[], str], size: int = 1) -> int:
    """Fills every room with words of one client; gives the number of the intake."""
    long = size * 10
    numbers = [work.inbox.waiting() + 10_000 + offset for offset in range(2)]
    work.inbox.ingest(BOT, [arrived(number, chat_id, f"{word()} {'.' * long}") for number in numbers], 3)
    _quarantine_all(work, word)
    work.chats.save(Chat(chat_id, language="en", album=word()))
    kept = work.intakes.current(chat_id) or work.intakes.begin(chat_id, "form", "en")
    for _ in range(2):
        turn = work.transcript.turn(chat_id, kept.id, "typed", word() + "." * long, 1)
        work.transcript.add(turn, "bot", word(), [[word()]])
        kept = work.intakes.save(kept, _wordy(kept.intake, word), turn, INCOMPLETE)
    kept = work.intakes.save(kept, _wordy(kept.intake, word), turn, INCOMPLETE, by=Corrector(111, word()))
    _of_the_team(work, kept.id, word)
    work.transcript.turn(chat_id, None, "typed", word(), None)
    work.passed_on.put(kept.id, turn, word(), word())
    for _ in range(2):
        work.outbox.put(chat_id, turn, "sendDocument", {"caption": word()}, File(word(), word()))
    work.deadlines.set("nudge", chat_id, kept.id, NOW)
    if not work.events.of(kept.id):
        work.events.add(kept.id, turn, Happened(Event.QUESTION_PASSED_ON, word()))
        work.events.add(kept.id, turn, Happened(Event.ANSWER_GIVEN, "goals"))
    return kept.id


def _of_the_team(work: Work, intake_id: int, word: Callable[[], str]) -> None:
    """What staff wrote on the intake, and what they may have looked for to find it."""
    for _ in range(2):
        work.notes.add(intake_id, 111, word())
        work.notes.tag(intake_id, 111, word())
    work.notes.untag(intake_id, work.notes.tags_of(intake_id)[0])
    session = {"key": token_hex(), "staff_id": 111, "browser": "", "opened_at": NOW, "seen_at": NOW}
    opened = work.searches.connection.execute(insert(table(SessionRow)).returning(table(SessionRow).c.id), session)
    work.searches.keep(opened.scalar_one(), {"name": word(), "tag": word()})


def _quarantine_all(work: Work, word: Callable[[], str]) -> None:
    while waiting := work.inbox.claim():
        work.inbox.quarantine(waiting.id, word())


def _wordy(intake: Intake, word: Callable[[], str]) -> Intake:
    product = Products(word(), (Product(word(), ProductClass.UNCLEAR),))
    answers = {
        "name": answer(word(), word()),
        "product": Answer(product, word(), How.TYPED),
        "goals": answer((word(),)),
    }
    pending = Pending(Asking.CONFIRM, "name", answer(word(), word()))
    return replace(intake, answers=answers, picked=(word(),), pending=pending, source=word())


def found(url: str, words: list[str]) -> list[str]:
    """The words that stand in any file of the database."""
    files = written(url)
    # One pass for all words: they begin alike.
    places = [place.start() for place in re.finditer(words[0][:MARKED].encode(), files)]
    lengths = {len(word) for word in words}
    there = {files[place : place + length] for place in places for length in lengths}
    return [word for word in words if word.encode() in there]
