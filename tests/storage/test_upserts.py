"""Tests of inserts that meet a row which is there already."""

from storage.tables import ChatRow, OffsetRow, table
from storage.upserts import insert_new, put_one
from storage.work import Work
from tests.storage.given import stored


def test_inserting_nothing_is_no_statement_at_all(work: Work) -> None:
    assert insert_new(work.inbox.connection, table(ChatRow), []) == 0


def test_putting_a_row_twice_leaves_the_second(work: Work) -> None:
    for offset in (1, 2):
        put_one(work.inbox.connection, table(OffsetRow), {"bot_id": 7, "next_offset": offset})
    assert [(row["bot_id"], row["next_offset"]) for row in stored(work, OffsetRow)] == [(7, 2)]
