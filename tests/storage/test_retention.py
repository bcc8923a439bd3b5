"""Tests of retention."""

from datetime import datetime, timedelta

from storage.chats import Chat
from storage.database import Database, open_database
from storage.retention import REPEATS, SENT
from storage.tables import ChatRow, InboxRow, OutboxRow, Row
from storage.work import Work
from tests.storage.given import BOT, CHAT, NOW, OTHER_CHAT, arrived, stored
from tests.storage.planted import OF_A_CHAT, Words, found, plant

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


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
    database.tidy(NOW, unread=7 * DAY)
    database.close()
    assert found(url, words.given) == []


def test_what_was_given_up_keeps_its_words_for_some_days_alone(database: Database, url: str) -> None:
    words = Words("zwieback")
    with database.work(NOW - 7 * DAY) as work:
        work.inbox.ingest(BOT, [arrived(1, raw=words()), arrived(2, None, raw=words())], 3)
        _give_all_up(work)
        work.commit()
    database.tidy(NOW, unread=7 * DAY)
    assert len(found(url, words.given)) == 2
    database.tidy(NOW + DAY, unread=7 * DAY)
    assert found(url, words.given) == []
    with database.work(NOW) as work:
        assert work.inbox.quarantined() == []
        assert work.inbox.ingest(BOT, [arrived(1, raw=words.given[0])], 3) == 0


def test_a_repeat_is_known_for_as_long_as_telegram_could_send_one(database: Database) -> None:
    with database.work(NOW) as work:
        work.inbox.ingest(BOT, [arrived(1), arrived(2)], 3)
        waiting = work.inbox.claim()
        assert waiting is not None
        work.inbox.done(waiting.id)
        work.commit()
    assert _left(database, InboxRow, NOW + REPEATS) == [1, 2]
    assert _left(database, InboxRow, NOW + REPEATS + MINUTE) == [2]


def test_letters_that_are_over_go_after_a_day_and_those_that_wait_do_not(database: Database) -> None:
    with database.work(NOW) as work:
        turn = work.transcript.turn(CHAT, work.intakes.begin(CHAT, "form", "en").id, "typed", "hi", 1)
        sent, dead, due = [work.outbox.put(CHAT, turn, "sendMessage", {"text": "x"}) for _ in range(3)]
        work.outbox.sent(sent, 1)
        work.outbox.dead(dead, "no")
        work.commit()
    assert _left(database, OutboxRow, NOW + SENT) == [sent, dead, due]
    assert _left(database, OutboxRow, NOW + 30 * DAY) == [due]


def test_a_farewell_that_never_got_through_goes_with_its_chat(database: Database) -> None:
    with database.work(NOW) as work:
        work.outbox.put(CHAT, None, "sendMessage", {"text": "All is deleted."})
        work.outbox.park(CHAT)
        work.commit()
    assert _left(database, ChatRow, NOW + 7 * DAY, "chat_id") == [CHAT]
    assert _left(database, ChatRow, NOW + 7 * DAY + MINUTE, "chat_id") == []
    assert _left(database, OutboxRow, NOW) == []


def test_a_chat_stays_as_long_as_something_of_it_does(database: Database) -> None:
    with database.work(NOW) as work:
        for chat_id in range(1, 6):
            work.chats.save(Chat(chat_id, explained=chat_id == 5))
        work.intakes.begin(1, "form", "en")
        work.outbox.put(2, None, "sendMessage", {"text": "x"})
        work.inbox.ingest(BOT, [arrived(1, 3)], 2)
        work.commit()
    assert _left(database, ChatRow, NOW, "chat_id") == [1, 2, 3, 5]


def _left(database: Database, row: type[Row], now: datetime, key: str = "id") -> list[object]:
    with database.work(now) as work:
        work.retention.prune(7 * DAY)
        work.commit()
    with database.work(now) as work:
        return [found[key] for found in stored(work, row)]


def _give_all_up(work: Work) -> None:
    while waiting := work.inbox.claim():
        work.inbox.quarantine(waiting.id, "ValueError")


def test_an_update_that_was_tried_and_erased_goes_with_the_others_of_its_age(database: Database) -> None:
    with database.work(NOW) as work:
        work.inbox.ingest(BOT, [arrived(1), arrived(2)], 3)
        work.inbox.claim()
        work.erase(CHAT)
        work.commit()
    with database.work(NOW + 9 * DAY) as work:
        work.retention.prune(7 * DAY)
        assert [row["update_id"] for row in stored(work, InboxRow)] == [2]
