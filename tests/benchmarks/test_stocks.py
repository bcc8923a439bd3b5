"""Tests of what is stored beforehand: each store holds so many, in a form that its owner works with."""

from __future__ import annotations

from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from telegram.ext import PicklePersistence

from storage.cases import Sort, Wanted
from storage.database import open_database
from tests.benchmarks import filling
from tests.benchmarks.asking import GROUPS, asked, group_of
from tests.benchmarks.contenders import CONTENDERS
from tests.benchmarks.filling import ASKED, QUESTIONS
from tests.benchmarks.stocks import Stocks
from tests.benchmarks.work import CONVERSATION
from tests.storage.given import LATER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.contenders import Contender
    from tests.postgres import Server

SOME = 50
BY_NAME = {each.name: each for each in CONTENDERS}
OURS = [BY_NAME["ours-sqlite"], BY_NAME["ours-postgresql"]]


@pytest.fixture
def stocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: Server) -> Iterator[Stocks]:
    """Stores filled in three strokes, on the tests' own server."""
    monkeypatch.setattr(filling, "BATCH", 20)
    with ExitStack() as stack:
        yield Stocks(tmp_path, tmp_path / "work.json", stack, _postgresql=server)
    server.run(f"DROP DATABASE IF EXISTS intakes{SOME} WITH (FORCE)")


@pytest.mark.parametrize("contender", OURS, ids=lambda contender: contender.name)
def test_what_intakes_have_in_common_is_copied_to_each(contender: Contender, stocks: Stocks, tmp_path: Path) -> None:
    url = stocks.state(contender, SOME, tmp_path)
    assert stocks.state(contender, SOME, tmp_path) == url
    assert list(stocks.took) == [url]
    assert stocks.size(contender, SOME) > 0
    with closing(open_database(url)) as database, database.work(LATER) as work:
        lines = list(work.cases.every(Wanted(), Sort.OLDEST))
        assert len(lines) == SOME == len({line.case for line in lines})
        for line in (lines[0], lines[19], lines[20], lines[49]):
            kept = work.intakes.find(line.case)
            assert kept is not None
            assert kept.intake.answers["name"].value == line.name
            chat = work.transcript.of(kept.id)
            assert [each.text for each in chat if each.speaker == "bot"] == [f"{name}? " * 8 for name in QUESTIONS]
            assert kept.chat_id == filling.CHATS + kept.id
            given = {each.question for each in work.intakes.history(kept)}
            assert given == {*QUESTIONS} > {*ASKED}
        # The next intake and its Turn get numbers that nobody has.
        fresh = work.intakes.begin(1, "form", "en")
        assert fresh.id == SOME + 1
        assert work.transcript.turn(1, fresh.id, "typed", "hello") == SOME * len(QUESTIONS) + 1


@pytest.mark.parametrize("contender", OURS, ids=lambda contender: contender.name)
def test_the_console_is_asked_about_everything_it_shows(contender: Contender, stocks: Stocks, tmp_path: Path) -> None:
    found = asked(stocks.state(contender, SOME, tmp_path), SOME, times=2)
    assert found.keys() == GROUPS.keys()
    for group, figures in found.items():
        assert group_of(str(figures["slowest"])) == group


async def test_a_pickle_is_one_that_ptb_reads(stocks: Stocks, tmp_path: Path) -> None:
    run = tmp_path / "run"
    run.mkdir()
    file = stocks.state(BY_NAME["ptb"], SOME, run)
    assert Path(file).parent == run
    persistence = PicklePersistence(file)
    people = await persistence.get_user_data()
    assert len(people) == SOME
    assert all(kept == CONVERSATION for kept in people.values())
    assert 0 < len(await persistence.get_conversations("intake")) < SOME


def test_a_conversation_of_a_peer_holds_what_is_stored_of_an_intake() -> None:
    asks = [line["text"] for line in CONVERSATION["transcript"] if line["speaker"] == "bot"]
    assert asks == [f"{question}? " * 8 for question in (*ASKED, "name", "phone")]
