"""Tests of the outbox: in order per chat, no chat in another's way, no words left behind."""

from storage.chats import Chat
from storage.database import Database
from storage.marks import Mark
from storage.outbox import TAP_ANSWER, File, Letter
from storage.tables import ChatRow, OutboxRow
from storage.work import Work
from tests.storage.given import CHAT, LATER, NOW, OTHER_CHAT, stored


def test_a_claimed_letter_is_what_was_put(work: Work) -> None:
    turn = work.transcript.turn(CHAT, None, "typed", "hello", 1)
    number = work.outbox.put(CHAT, turn, "sendDocument", {"caption": "señal \U0001f33f"}, File("record.txt", "words"))
    letter = work.outbox.claim()
    expected = {"caption": "señal \U0001f33f"}
    assert letter == Letter(number, CHAT, "sendDocument", expected, File("record.txt", "words"), 1, NOW)


def test_a_letter_without_a_file_has_none(work: Work) -> None:
    _put(work, CHAT, "one")
    letter = work.outbox.claim()
    assert letter is not None
    assert letter.file is None


def test_a_chat_whose_letter_is_in_flight_yields_nothing_and_others_go_on(work: Work) -> None:
    for chat_id, text in ((CHAT, "one"), (CHAT, "two"), (OTHER_CHAT, "three")):
        _put(work, chat_id, text)
    assert [_claimed(work), _claimed(work), _claimed(work)] == ["one", "three", None]


def test_letters_of_a_chat_go_in_order(work: Work) -> None:
    for text in ("one", "two", "three"):
        _put(work, CHAT, text)
    assert [_sent(work) for _ in range(4)] == ["one", "two", "three", None]


def test_an_answer_to_a_tap_waits_for_no_letter_and_no_letter_waits_for_it(work: Work) -> None:
    first = _put(work, CHAT, "one")
    taps = [work.outbox.put(CHAT, None, TAP_ANSWER, {"callback_query_id": tap}) for tap in ("1", "2")]
    _put(work, CHAT, "two")
    assert [letter.id for letter in work.outbox.claim_some(None, 9)] == [first, *taps]
    work.outbox.sent(first, 1)
    assert _claimed(work) == "two"


def test_an_answer_to_a_tap_waits_like_the_rest_while_its_chat_is_parked(work: Work) -> None:
    _put(work, CHAT, "one")
    work.outbox.put(CHAT, None, TAP_ANSWER, {"callback_query_id": "1"})
    work.outbox.park(CHAT)
    assert work.outbox.claim() is None


def test_letters_that_are_put_together_go_in_their_order(work: Work) -> None:
    turn = work.transcript.turn(CHAT, None, "typed", "hello", 1)
    _put(work, CHAT, "one")
    work.outbox.put_each(CHAT, turn, [("sendMessage", {"text": text}, None) for text in ("two", "three")])
    work.outbox.put_each(CHAT, turn, [])
    assert [_sent(work) for _ in range(4)] == ["one", "two", "three", None]


def test_while_all_is_held_no_letter_is_claimed(work: Work) -> None:
    _put(work, CHAT, "one")
    work.marks.set(Mark.TRAIL, "is no reason")
    work.marks.set(Mark.HELD, "restored")
    assert _claimed(work) is None
    work.marks.clear(Mark.HELD)
    assert _claimed(work) == "one"


def test_a_retry_keeps_its_place_and_counts_only_when_told_to(database: Database) -> None:
    with database.work(NOW) as work:
        number = _put(work, CHAT, "one")
        _put(work, CHAT, "two")
        _put(work, OTHER_CHAT, "three")
        work.outbox.claim()
        work.outbox.retry(number, LATER, counts=False)
        assert [_sent(work), _claimed(work)] == ["three", None]
        work.commit()
    with database.work(LATER) as work:
        assert _attempts(work) == 1
        work.outbox.retry(number, LATER, counts=True)
        assert _attempts(work) == 2
        work.outbox.sent(number, 1)
        assert _sent(work) == "two"


def test_a_sent_letter_keeps_its_message_and_no_words(work: Work) -> None:
    number = work.outbox.put(CHAT, None, "sendDocument", {"caption": "words"}, File("name.txt", "words"))
    work.outbox.claim()
    work.outbox.sent(number, 99)
    [row] = stored(work, OutboxRow)
    assert (row["params"], row["file_name"], row["file_text"], row["chat_id"]) == (None, None, None, None)
    assert (row["state"], row["message_id"], row["done_at"]) == ("sent", 99, NOW)


def test_a_dead_letter_keeps_its_reason_and_no_words_and_the_next_one_goes(work: Work) -> None:
    number = _put(work, CHAT, "one")
    _put(work, CHAT, "two")
    work.outbox.claim()
    work.outbox.dead(number, "chat not found")
    row = stored(work, OutboxRow)[0]
    assert (row["state"], row["reason"], row["params"]) == ("dead", "chat not found", None)
    assert _claimed(work) == "two"


def test_a_parked_chat_yields_nothing_and_others_go_on(work: Work) -> None:
    _put(work, CHAT, "one")
    work.outbox.claim()
    work.outbox.park(CHAT)
    _put(work, CHAT, "two")
    _put(work, OTHER_CHAT, "three")
    assert [_sent(work), _claimed(work)] == ["three", None]
    assert work.chats.get(CHAT).parked


def test_the_letter_that_found_the_chat_shut_is_sent_first_when_it_opens(work: Work) -> None:
    _put(work, CHAT, "one")
    _put(work, CHAT, "two")
    work.outbox.claim()
    work.outbox.park(CHAT)
    work.outbox.release(CHAT)
    assert _claimed(work) == "one"


def test_a_released_chat_sends_all_that_waited_in_order(work: Work) -> None:
    number = _put(work, CHAT, "one")
    _put(work, CHAT, "two")
    work.outbox.claim()
    work.outbox.retry(number, LATER, counts=True)
    work.outbox.park(CHAT)
    work.outbox.release(CHAT)
    assert [_sent(work), _sent(work), _claimed(work)] == ["one", "two", None]
    assert not work.chats.get(CHAT).parked


def test_parking_a_chat_keeps_what_else_is_known_of_it(work: Work) -> None:
    chat = Chat(CHAT, language="es", album="7", explained=True)
    work.chats.save(chat)
    work.outbox.park(CHAT)
    work.outbox.release(CHAT)
    assert work.chats.get(CHAT) == chat


def test_a_stranger_is_not_parked(work: Work) -> None:
    work.outbox.park(CHAT)
    assert stored(work, ChatRow) == []


def test_a_chat_that_is_known_can_be_parked_before_anything_is_said(work: Work) -> None:
    work.chats.save(Chat(CHAT, language="es"))
    work.outbox.park(CHAT)
    assert work.chats.get(CHAT) == Chat(CHAT, language="es", parked=True)


def test_a_clock_that_was_set_back_holds_up_nothing_new(database: Database) -> None:
    with database.work(LATER) as work:
        _put(work, CHAT, "one")
        _put(work, CHAT, "two")
        work.commit()
    with database.work(NOW) as work:
        assert _sent(work) == "one"
        work.outbox.release(CHAT)
        assert _sent(work) == "two"


def test_what_was_in_flight_when_the_program_died_is_due_again(work: Work) -> None:
    _put(work, CHAT, "one")
    _put(work, OTHER_CHAT, "two")
    _sent(work)
    work.outbox.claim()
    assert work.workers.holders() == {0}
    assert work.workers.free(0) == 1
    assert _claimed(work) == "two"


def test_what_is_not_over_yet_is_counted(work: Work) -> None:
    for text in ("one", "two", "three"):
        _put(work, CHAT, text)
    _sent(work)
    work.outbox.claim()
    assert work.outbox.waiting() == 2


def _put(work: Work, chat_id: int, text: str) -> int:
    return work.outbox.put(chat_id, None, "sendMessage", {"text": text})


def _claimed(work: Work) -> object:
    letter = work.outbox.claim()
    return letter and letter.params["text"]


def _sent(work: Work) -> object:
    letter = work.outbox.claim()
    if letter is None:
        return None
    work.outbox.sent(letter.id, 1)
    return letter.params["text"]


def _attempts(work: Work) -> int | None:
    letter = work.outbox.claim()
    return letter.attempts if letter else None
