"""Tests of retention."""

from dataclasses import replace
from datetime import timedelta

from storage.chats import Chat
from storage.database import Database, open_database
from storage.tables import ChatRow, InboxRow, OutboxRow
from storage.work import Work
from tests.storage.given import BOT, CHAT, INCOMPLETE, NOW, OTHER_CHAT, READY, arrived, stored
from tests.storage.planted import OF_A_CHAT, Words, found, plant

DAY = timedelta(days=1)


def test_the_finished_and_the_unfinished_expire_by_different_days(database: Database) -> None:
    finished = _begun(database, 1, days_ago=70, finish=True)
    lately_finished = _begun(database, 2, days_ago=50, finish=True)
    unfinished = _begun(database, 3, days_ago=8, finish=False)
    lately_touched = _begun(database, 4, days_ago=6, finish=False)
    with database.work(NOW) as work:
        expired = work.retention.expired(finished_before=NOW - 60 * DAY, unfinished_before=NOW - 7 * DAY)
    assert expired == [finished, unfinished]
    assert not {lately_finished, lately_touched} & set(expired)


def test_an_unfinished_intake_lives_as_long_as_it_is_touched(database: Database) -> None:
    _begun(database, 1, days_ago=20, finish=False)
    with database.work(NOW) as work:
        kept = work.intakes.current(1)
        assert kept is not None
        work.intakes.save(kept, replace(kept.intake, round=1), None, INCOMPLETE)
        assert work.retention.expired(NOW - 60 * DAY, NOW - 7 * DAY) == []


def test_with_its_last_intake_everything_of_a_chat_goes(work: Work) -> None:
    work.retention.erase_intake(plant(work, CHAT, Words("mine")))
    assert {row.__name__: stored(work, row) for row in OF_A_CHAT} == {row.__name__: [] for row in OF_A_CHAT}
    assert {row["raw"] for row in stored(work, InboxRow)} == {None}


def test_as_long_as_another_intake_is_left_the_chat_and_what_is_its_own_stay(work: Work) -> None:
    old = plant(work, CHAT, Words("old"))
    new = work.intakes.begin(CHAT, "form", "en")
    turn = work.transcript.turn(CHAT, new.id, "typed", "new words", 1)
    work.deadlines.set("nudge", CHAT, new.id, NOW)
    letter = work.outbox.put(CHAT, turn, "sendMessage", {"text": "new words"})
    work.retention.erase_intake(old)
    assert work.intakes.current(CHAT) == new
    assert [line.text for line in work.transcript.of(new.id)] == ["new words"]
    assert work.transcript.of(old) == []
    assert [row["id"] for row in stored(work, OutboxRow)] == [letter]
    assert len(stored(work, ChatRow)) == 1
    due = work.deadlines.due()
    assert due is not None
    assert due.intake_id == new.id


def test_other_chats_are_not_touched(work: Work) -> None:
    plant(work, OTHER_CHAT, Words("other"))
    before = [stored(work, row) for row in OF_A_CHAT]
    work.retention.erase_intake(plant(work, CHAT, Words("mine")))
    assert [stored(work, row) for row in OF_A_CHAT] == before


def test_an_update_that_waits_is_not_lost_to_retention(work: Work) -> None:
    intake_id = work.intakes.begin(CHAT, "form", "en").id
    work.inbox.ingest(BOT, [arrived(1, raw="I am back")], 2)
    work.inbox.claim()
    work.retention.erase_intake(intake_id)
    waiting = work.inbox.claim()
    assert waiting is not None
    assert waiting.raw == "I am back"


def test_an_intake_that_is_gone_already_is_no_error(work: Work) -> None:
    work.chats.save(Chat(CHAT))
    work.retention.erase_intake(404)
    assert len(stored(work, ChatRow)) == 1


def test_after_retention_the_words_are_in_no_file(url: str) -> None:
    words = Words("zwieback")
    database = open_database(url)
    with database.work(NOW) as work:
        intake_id = plant(work, CHAT, words)
        work.commit()
    with database.work(NOW) as work:
        work.retention.erase_intake(intake_id)
        work.commit()
    database.close()
    assert found(url, words.given) == []


def _begun(database: Database, chat_id: int, days_ago: int, finish: bool) -> int:
    with database.work(NOW - days_ago * DAY) as work:
        kept = work.intakes.begin(chat_id, "form", "en")
        if finish:
            work.intakes.save(kept, replace(kept.intake, state="finished"), None, READY)
        work.commit()
    return kept.id
