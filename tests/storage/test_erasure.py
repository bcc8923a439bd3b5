"""Tests of erasure: what a client asked to have deleted is in no table and in no file, and nobody else is touched."""

from datetime import timedelta

from sqlalchemy import select

from flows.model import Event, Happened
from storage.cases import Sort, Wanted
from storage.database import Database, open_database
from storage.staff_tables import NoteRow, SearchRow, SessionRow, TagRow, TermRow
from storage.tables import AnswerRow, ChatRow, EventRow, InboxRow, Row
from storage.work import Work
from tests.storage.given import BOT, CHAT, NOW, OTHER_CHAT, arrived, stored
from tests.storage.planted import OF_A_CHAT, Words, found, plant

WORDS = 30


def test_after_delete_no_word_of_the_client_is_in_any_file(url: str) -> None:
    words = Words("zwieback")
    database = open_database(url)
    with database.work(NOW) as work:
        plant(work, CHAT, words)
        work.commit()
    database.close()
    assert len(found(url, words.given)) >= WORDS
    _erase(url, CHAT)
    assert found(url, words.given) == []


def test_words_are_planted_wherever_the_team_writes_and_looks(work: Work) -> None:
    words = Words("zwieback")
    plant(work, CHAT, words)
    for row, column in (
        (NoteRow, "text"), (TagRow, "tag"), (TermRow, "term"), (SearchRow, "wanted"), (AnswerRow, "reason"),
    ):  # fmt: skip
        held = [str(each[column]) for each in stored(work, row)]
        assert [text for text in held if any(word in text for word in words.given)], row.__name__


def test_whoever_was_looked_for_nobody_is_any_more(work: Work) -> None:
    """A search may name the client who goes; which one does cannot be told."""
    plant(work, OTHER_CHAT, Words("other"))
    plant(work, CHAT, Words("mine"))
    assert len(stored(work, SearchRow)) == 2
    work.erase(CHAT)
    assert stored(work, SearchRow) == []
    assert len(stored(work, SessionRow)) == 2


def test_an_intake_that_is_gone_is_found_by_nothing(work: Work) -> None:
    words = Words("mine")
    intake_id = plant(work, CHAT, words)
    name = next(str(row["term"]) for row in stored(work, TermRow) if row["kind"] == "name")
    tag = work.notes.tags_of(intake_id)[0]
    assert [work.cases.total(wanted) for wanted in (Wanted(name=name), Wanted(tag=tag))] == [1, 1]
    kept = work.intakes.current(CHAT)
    assert kept is not None
    work.intakes.forget(kept)
    assert [work.cases.total(wanted) for wanted in (Wanted(name=name), Wanted(tag=tag))] == [0, 0]
    assert [line.case for line in work.cases.page(Wanted(), Sort.NEWEST).lines] == [kept.intake.case]


def test_not_even_after_the_file_has_lived_for_a_while(url: str) -> None:
    """Rows that SQLite moved to another page leave copies behind that `secure_delete` alone does not find."""
    words, others = Words("zwieback"), Words("pumpernickel")
    database = open_database(url)
    for number in range(60):
        with database.work(NOW) as work:
            plant(work, CHAT, words, size=1 + number * 7 % 90)
            plant(work, OTHER_CHAT + number % 5, others, size=1 + number * 11 % 60)
            work.commit()
        if url.startswith("postgresql"):
            # As a server does by itself now and then: it keeps samples of what it finds.
            with database.work(NOW) as work:
                work.inbox.connection.exec_driver_sql("ANALYZE")
                work.commit()
    database.close()
    _erase(url, OTHER_CHAT, OTHER_CHAT + 1, CHAT)
    assert found(url, words.given) == []
    assert found(url, others.given) != []


def test_the_words_are_gone_while_the_database_stays_open(url: str) -> None:
    words = Words("zwieback")
    database = open_database(url)
    with database.work(NOW) as work:
        plant(work, CHAT, words)
        work.commit()
    with database.work(NOW) as work:
        work.erase(CHAT)
        work.commit()
    if url.startswith("postgresql"):
        assert found(url, words.given) != []
        database.tidy(NOW, timedelta(days=7))
    assert found(url, words.given) == []
    database.close()


def test_delete_leaves_no_row_of_the_chat(work: Work) -> None:
    plant(work, CHAT, Words("mine"))
    work.erase(CHAT)
    assert {row.__name__: stored(work, row) for row in OF_A_CHAT} == {row.__name__: [] for row in OF_A_CHAT}


def test_delete_touches_nobody_else(work: Work) -> None:
    plant(work, OTHER_CHAT, Words("other"))
    before = [stored(work, row) for row in OF_A_CHAT]
    updates, events = stored(work, InboxRow), stored(work, EventRow)
    plant(work, CHAT, Words("mine"))
    work.erase(CHAT)
    assert [stored(work, row) for row in OF_A_CHAT] == before
    assert [row for row in stored(work, InboxRow) if row in updates] == updates
    assert [row for row in stored(work, EventRow) if row in events] == events


def test_events_outlive_the_client_without_link_and_subject(work: Work) -> None:
    plant(work, CHAT, Words("mine"))
    work.erase(CHAT)
    assert [(row["event"], row["intake_id"], row["turn_id"], row["about"]) for row in stored(work, EventRow)] == [
        ("QuestionPassedOn", None, None, ""),
        ("AnswerGiven", None, None, "goals"),
    ]


def test_a_repeat_of_an_erased_update_is_still_known(work: Work) -> None:
    work.inbox.ingest(BOT, [arrived(1), arrived(2)], 3)
    for _ in range(2):
        waiting = work.inbox.claim()
        assert waiting is not None
        work.inbox.quarantine(waiting.id, "ValueError")
    work.erase(CHAT)
    assert work.inbox.ingest(BOT, [arrived(1), arrived(2)], 3) == 0
    assert {(row["raw"], row["chat_id"], row["error"]) for row in stored(work, InboxRow)} == {(None, None, None)}


def test_the_update_that_asked_for_it_is_done_and_what_came_after_it_is_not_lost(work: Work) -> None:
    work.inbox.ingest(BOT, [arrived(1, raw="yes, delete"), arrived(2, raw="hello again")], 3)
    asked = work.inbox.claim()
    assert asked is not None
    work.erase(CHAT)
    work.inbox.done(asked.id)
    following = work.inbox.claim()
    assert following is not None
    assert following.raw == "hello again"


def test_a_farewell_put_after_it_in_the_same_work_is_sent(database: Database) -> None:
    with database.work(NOW) as work:
        plant(work, CHAT, Words("mine"))
        work.erase(CHAT)
        work.outbox.put(CHAT, None, "sendMessage", {"text": "All is deleted."})
        work.commit()
    with database.work(NOW) as work:
        letter = work.outbox.claim()
        assert letter is not None
        assert letter.params == {"text": "All is deleted."}


def test_who_still_holds_an_erased_letter_cannot_end_the_farewell(work: Work) -> None:
    work.outbox.put(CHAT, None, "sendMessage", {"text": "One moment."})
    held = work.outbox.claim()
    assert held is not None
    work.erase(CHAT)
    work.outbox.put(CHAT, None, "sendMessage", {"text": "All is deleted."})
    work.outbox.sent(held.id, 1)
    farewell = work.outbox.claim()
    assert farewell is not None
    assert farewell.params == {"text": "All is deleted."}


def test_erasing_a_chat_nobody_knows_is_no_error(work: Work) -> None:
    work.erase(CHAT)
    assert stored(work, ChatRow) == []


def test_forgetting_an_intake_leaves_none_of_its_words_in_any_file(url: str) -> None:
    words = Words("zwieback")
    database = open_database(url)
    with database.work(NOW) as work:
        intake_id = plant(work, CHAT, words)
        work.commit()
    with database.work(NOW) as work:
        for line in work.intakes.listing():
            kept = work.intakes.find(line.case)
            assert kept is not None
            assert kept.id == intake_id
            work.intakes.forget(kept)
        work.commit()
    with database.work(NOW) as work:
        assert work.outbox.claim() is None
        album = work.chats.get(CHAT).album
    _let_go(database)
    assert found(url, words.given) == [album]


def test_forgetting_a_chat_leaves_the_rows_of_its_intakes_and_none_of_their_words(url: str) -> None:
    words = Words("zwieback")
    database = open_database(url)
    with database.work(NOW) as work:
        plant(work, CHAT, words)
        kept = work.intakes.current(CHAT)
        assert kept is not None
        work.intakes.close(kept)
        plant(work, CHAT, words)
        work.commit()
    with database.work(NOW) as work:
        album = work.chats.get(CHAT).album
        work.intakes.forget_all(CHAT)
        work.commit()
    with database.work(NOW) as work:
        assert len(work.intakes.of_chat(CHAT)) == 2
        assert work.outbox.claim() is None
    _let_go(database)
    assert found(url, words.given) == [album]


def test_a_letter_outside_of_any_turn_outlives_forgetting(work: Work) -> None:
    kept = work.intakes.begin(CHAT, "form", "en")
    farewell = work.outbox.put(CHAT, None, "sendMessage", {"text": "Here are both numbers."})
    work.intakes.forget(kept)
    letter = work.outbox.claim()
    assert letter is not None
    assert letter.id == farewell


def test_after_the_farewell_nothing_tells_which_chat_it_was(work: Work) -> None:
    work.inbox.ingest(BOT, [arrived(1, about=f"m:{CHAT}:1:")], 2)
    asked = work.inbox.claim()
    plant(work, CHAT, Words("mine"))
    held = work.outbox.claim()
    assert asked is not None
    assert held is not None
    work.erase(CHAT)
    work.inbox.done(asked.id)
    work.outbox.put(CHAT, None, "sendMessage", {"text": "All is deleted."})
    farewell = work.outbox.claim()
    assert farewell is not None
    work.outbox.sent(farewell.id, 1)
    work.outbox.park(CHAT)
    rows = [row for rows in Row.metadata.sorted_tables for row in work.inbox.connection.execute(select(rows))]
    assert rows != []
    assert [row for row in rows if any(str(CHAT) in str(value) for value in row)] == []


def test_forgetting_one_intake_leaves_the_others_of_the_chat(work: Work) -> None:
    plant(work, CHAT, Words("old"))
    old = work.intakes.current(CHAT)
    assert old is not None
    fresh = work.intakes.begin(CHAT, "form", "en")
    turn = work.transcript.turn(CHAT, fresh.id, "tapped", "No thanks", 1)
    work.transcript.turn(CHAT, None, "typed", "outside of any intake", 1)
    work.events.add(fresh.id, turn, Happened(Event.CONSENT_DECLINED, "consent"))
    work.intakes.forget(fresh)
    assert work.intakes.find(old.intake.case) == old
    assert work.transcript.of(old.id) != []
    assert work.transcript.of(fresh.id) == []
    assert [(past.happened, past.turn_id) for past in work.events.of(fresh.id)] == [
        (Happened(Event.CONSENT_DECLINED), None)
    ]


def _erase(url: str, *chat_ids: int) -> None:
    database = open_database(url)
    with database.work(NOW) as work:
        for chat_id in chat_ids:
            work.erase(chat_id)
        work.commit()
    _let_go(database)


def _let_go(database: Database) -> None:
    """After a quiet moment."""
    database.tidy(NOW, timedelta(days=7))
    database.close()
