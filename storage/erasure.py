"""How a client's words leave the database: deleted first, and then scrubbed from the file as well."""

from sqlalchemy import ColumnElement, Connection, and_, delete, func, or_, select, update

from flows.model import Event
from storage.inbox import BARE
from storage.leftovers import ask_for_scrubbing
from storage.staff_tables import AlertRow, NoteRow, PassedOnRow, SearchRow, TagRow, TermRow
from storage.tables import (
    AnswerRow,
    ChatRow,
    DeadlineRow,
    EventRow,
    InboxRow,
    InboxState,
    IntakeRow,
    LineRow,
    OutboxRow,
    TurnRow,
    table,
)

INBOX, CHATS, INTAKES, ANSWERS = table(InboxRow), table(ChatRow), table(IntakeRow), table(AnswerRow)
TURNS, LINES, OUTBOX, DEADLINES = table(TurnRow), table(LineRow), table(OutboxRow), table(DeadlineRow)
EVENTS, PASSED_ON = table(EventRow), table(PassedOnRow)

NOTES, TAGS, TERMS = table(NoteRow), table(TagRow), table(TermRow)
SEARCHES, ALERTS = table(SearchRow), table(AlertRow)

Columns = dict[str, object]

COUNTED = (
    Event.INTAKE_STARTED.value,
    Event.QUESTION_SHOWN.value,
    Event.ANSWER_GIVEN.value,
    Event.ANSWER_CHANGED.value,
    Event.ANSWER_NOT_READ.value,
    Event.ASKED_AGAIN.value,
    Event.WENT_BACK.value,
    Event.NEXT_STEP_CHOSEN.value,
    Event.INTAKE_FINISHED.value,
)
"""The events that keep what they are about for the numbers: a key of ours, which says nothing of whom it was."""

WORDLESS: Columns = {
    "picked": [],
    "pending": None,
    "tries": 0,
    "mentions": [],
    "source": "",
    "verdict": None,
    "severity": None,
    "earliest": None,
}


def forget_words(connection: Connection, intake_id: int, chat_id: int) -> None:
    """Every word of one intake, and what was said in the chat outside of any; its row and its events stay."""
    outside = and_(TURNS.c.chat_id == chat_id, TURNS.c.intake_id.is_(None))
    _forget(connection, chat_id, INTAKES.c.id == intake_id, or_(TURNS.c.intake_id == intake_id, outside))


def forget_chat(connection: Connection, chat_id: int) -> None:
    """Every word of every intake of the chat; their rows and their events stay."""
    _forget(connection, chat_id, INTAKES.c.chat_id == chat_id, TURNS.c.chat_id == chat_id)


def _forget(connection: Connection, chat_id: int, intakes: ColumnElement[bool], turns: ColumnElement[bool]) -> None:
    _erase_words(connection, intakes, turns)
    connection.execute(update(INTAKES).where(intakes).values(**WORDLESS))
    _bare(connection, chat_id, INBOX.c.state == InboxState.QUARANTINED)
    ask_for_scrubbing(connection)


def erase_chat(connection: Connection, chat_id: int) -> None:
    """Every row of the chat; events lose their link to it.

    Updates that nobody has begun to work on stay: they were sent after the one that asks for this.
    """
    _bare(connection, chat_id, INBOX.c.attempts > 0)
    _erase_rows(connection, chat_id)
    ask_for_scrubbing(connection)


def erase_intake(connection: Connection, intake_id: int) -> None:
    """One intake with all its rows; when it was the chat's last, the chat's other rows too. Waiting updates stay."""
    which = INTAKES.c.id == intake_id
    chat_id = connection.execute(select(INTAKES.c.chat_id).where(which)).scalar_one_or_none()
    if chat_id is None:
        return
    others = select(INTAKES.c.id).where(INTAKES.c.chat_id == chat_id, ~which)
    if connection.execute(others).first() is None:
        _bare(connection, chat_id, INBOX.c.state == InboxState.QUARANTINED)
        _erase_rows(connection, chat_id)
    else:
        _erase_intakes(connection, which, TURNS.c.intake_id == intake_id)
    ask_for_scrubbing(connection)


def _erase_rows(connection: Connection, chat_id: int) -> None:
    connection.execute(delete(OUTBOX).where(OUTBOX.c.chat_id == chat_id))
    _erase_intakes(connection, INTAKES.c.chat_id == chat_id, TURNS.c.chat_id == chat_id)
    connection.execute(delete(CHATS).where(CHATS.c.chat_id == chat_id))


def _erase_intakes(connection: Connection, intakes: ColumnElement[bool], turns: ColumnElement[bool]) -> None:
    ids = select(INTAKES.c.id).where(intakes)
    connection.execute(delete(DEADLINES).where(DEADLINES.c.intake_id.in_(ids)))
    _erase_words(connection, intakes, turns)
    cases = select(INTAKES.c.case).where(intakes)
    connection.execute(delete(ALERTS).where(ALERTS.c.case.in_(cases)))
    connection.execute(delete(INTAKES).where(intakes))


def _erase_words(connection: Connection, intakes: ColumnElement[bool], turns: ColumnElement[bool]) -> None:
    intake_ids = select(INTAKES.c.id).where(intakes)
    turn_ids = select(TURNS.c.id).where(turns)
    about = or_(EVENTS.c.intake_id.in_(intake_ids), EVENTS.c.turn_id.in_(turn_ids))
    connection.execute(update(EVENTS).where(about, EVENTS.c.event.not_in(COUNTED)).values(about=""))
    for rows in (NOTES, TAGS, TERMS):
        connection.execute(delete(rows).where(rows.c.intake_id.in_(intake_ids)))
    # Somebody may have looked for this very client.
    connection.execute(delete(SEARCHES))
    connection.execute(delete(OUTBOX).where(OUTBOX.c.turn_id.in_(turn_ids)))
    connection.execute(delete(PASSED_ON).where(PASSED_ON.c.intake_id.in_(intake_ids)))
    connection.execute(delete(ANSWERS).where(ANSWERS.c.intake_id.in_(intake_ids)))
    connection.execute(delete(LINES).where(LINES.c.turn_id.in_(turn_ids)))
    connection.execute(delete(TURNS).where(turns))


def _bare(connection: Connection, chat_id: int, which: ColumnElement[bool]) -> None:
    # One that was never done is over as well, and goes with the others of its age.
    over = func.coalesce(INBOX.c.done_at, INBOX.c.received_at)
    connection.execute(update(INBOX).where(INBOX.c.chat_id == chat_id, which).values(**BARE, done_at=over))
