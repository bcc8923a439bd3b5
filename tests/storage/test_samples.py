"""Tests of what a server may sample."""

import pytest
from sqlalchemy import text

from storage.database import Database, open_database
from storage.staff_tables import TermRow
from storage.tables import table
from tests.postgres import Server
from tests.storage.given import CHAT, NOW, OTHER_CHAT
from tests.storage.planted import Words, plant

SAMPLED = text("SELECT tablename || '.' || attname FROM pg_stats WHERE schemaname = 'public' AND n_distinct <> 0")
SAMPLES = text("SELECT concat(most_common_vals, histogram_bounds) FROM pg_stats WHERE schemaname = 'public'")


@pytest.fixture
def sampled(server: Server) -> set[str]:
    """The columns of which there are samples, when there was something to sample in each."""
    words = Words("zwieback")
    with server.database() as url:
        database = open_database(url)
        _plant(database, words)
        with database.work(NOW) as work:
            connection = work.inbox.connection
            connection.execute(text("ANALYZE"))
            samples = " ".join(connection.execute(SAMPLES).scalars())
            found = set(connection.execute(SAMPLED).scalars())
        database.close()
    assert not [word for word in words.given if word in samples]
    return found


def test_no_word_of_anybodys_is_sampled_and_what_rows_are_looked_for_by_is(sampled: set[str]) -> None:
    assert {"inbox.state", "outbox.state", "intakes.stage", "events.event", "terms.kind", "answers.question"} <= sampled
    assert {f"{table(TermRow).name}.term", "answers.value", "lines.text", "chats.album"}.isdisjoint(sampled)


def _plant(database: Database, words: Words) -> None:
    with database.work(NOW) as work:
        for chat_id in (CHAT, OTHER_CHAT):
            for _ in range(3):
                plant(work, chat_id, words)
        work.commit()
