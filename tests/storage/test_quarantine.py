"""What was given up: looked at, tried again in its chat's order, or let go of with its words."""

from contextlib import closing
from pathlib import Path

from storage.database import Database, open_database
from storage.quarantine import GivenUp
from storage.tables import InboxRow
from storage.work import Work
from tests.storage.given import BOT, CHAT, LATER, NOW, OTHER_CHAT, arrived, is_scrubbed, stored

WORDS = '{"text":"planted-in-quarantine"}'


def give_up(work: Work, number: int, chat_id: int = CHAT, raw: str | None = None) -> int:
    """The inbox number of an Update that failed twice."""
    work.inbox.ingest(BOT, [arrived(number, chat_id, raw)], number + 1)
    work.inbox.claim()
    found = work.inbox.claim()
    assert found is not None
    work.inbox.quarantine(found.id, "ValueError")
    return found.id


def test_what_was_given_up_is_listed_oldest_first_without_its_words(work: Work) -> None:
    first, second = give_up(work, 1, raw=WORDS), give_up(work, 2, OTHER_CHAT)
    assert work.quarantine.all() == [GivenUp(first, NOW, "ValueError", 2), GivenUp(second, NOW, "ValueError", 2)]


def test_what_waits_or_is_done_is_not_in_quarantine(work: Work) -> None:
    work.inbox.ingest(BOT, [arrived(1), arrived(2)], 3)
    first = work.inbox.claim()
    assert first is not None
    work.inbox.done(first.id)
    second = work.inbox.claim()
    assert second is not None
    for number in (first.id, second.id, 99):
        assert work.quarantine.raw(number) is None
        assert not work.quarantine.retry(number)
        assert not work.quarantine.drop(number)
    assert work.quarantine.all() == []
    assert work.quarantine.retry_all() == 0


def test_the_update_can_be_looked_at_as_it_came(work: Work) -> None:
    assert work.quarantine.raw(give_up(work, 1, raw=WORDS)) == WORDS


def test_one_that_is_tried_again_has_all_its_attempts_and_leads_its_chat(database: Database) -> None:
    with database.work(NOW) as work:
        given_up = give_up(work, 1)
        work.inbox.ingest(BOT, [arrived(2)], 3)
        assert work.quarantine.retry(given_up)
        work.commit()
    with database.work(LATER) as work:
        again = work.inbox.claim()
        assert again is not None
        assert (again.id, again.attempts) == (given_up, 1)
        assert work.inbox.done(again.id)
        following = work.inbox.claim()
        assert following is not None
        assert following.update_id == 2
    with database.work(LATER) as work:
        row = stored(work, InboxRow)[0]
        assert (row["error"], row["done_at"], row["due_at"], row["holder"]) == (None, None, None, None)


def test_all_can_be_tried_again_at_once(work: Work) -> None:
    give_up(work, 1)
    give_up(work, 2, OTHER_CHAT)
    assert work.quarantine.retry_all() == 2
    assert (work.quarantine.all(), work.inbox.waiting()) == ([], 2)


def test_one_that_is_let_go_of_leaves_only_what_recognises_a_repeat(work: Work) -> None:
    dropped, kept = give_up(work, 1, raw=WORDS), give_up(work, 2, OTHER_CHAT)
    assert work.quarantine.drop(dropped)
    assert [one.id for one in work.quarantine.all()] == [kept]
    row = stored(work, InboxRow)[0]
    assert (row["raw"], row["chat_id"], row["error"], row["state"]) == (None, None, None, "done")
    assert work.inbox.ingest(BOT, [arrived(1, raw=WORDS)], 3) == 0


def test_its_words_go_from_the_file_as_well(file: Path, sqlite_url: str) -> None:
    with closing(open_database(sqlite_url)) as database:
        with database.work(NOW) as work:
            dropped = give_up(work, 1, raw=WORDS)
            work.commit()
        assert b"planted-in-quarantine" in file.read_bytes()
        with database.work(NOW) as work:
            work.quarantine.drop(dropped)
            work.commit()
        assert not is_scrubbed(sqlite_url)
    assert is_scrubbed(sqlite_url)
    assert b"planted-in-quarantine" not in file.read_bytes()
