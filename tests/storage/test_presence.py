"""Tests of presence: who is there, who leads, and who is dead."""

from collections.abc import Iterator
from contextlib import closing
from signal import SIGINT

import pytest
from sqlalchemy import URL

from storage.among_others import AmongOthers
from storage.database import open_database
from storage.engine import parsed
from storage.presence import Alone, News, presence_at
from storage.refusals import Busy
from tests.postgres import Server, served
from tests.storage.given import NOW


@pytest.fixture
def address(server: Server) -> Iterator[URL]:
    with server.database() as url:
        yield parsed(url)


def entered(address: URL, holder: int) -> AmongOthers:
    presence = AmongOthers(address)
    presence.enter(holder)
    return presence


def test_what_fits_the_database_is_chosen_and_nothing_is_opened_for_it() -> None:
    assert isinstance(presence_at(parsed("sqlite:///nowhere.db")), Alone)
    assert isinstance(presence_at(parsed("postgresql://nobody@127.0.0.1:9/nothing")), AmongOthers)


def test_on_a_file_one_leads_and_everybody_else_is_dead() -> None:
    alone = Alone()
    alone.enter(7)
    assert (alone.leads, alone.has_others) == (True, False)
    assert (alone.is_dead(7), alone.is_dead(6), alone.is_dead(0)) == (False, True, True)
    assert not alone.hear(60.0)


def test_one_of_many_leads_and_another_does_when_it_is_gone(address: URL) -> None:
    first, second = entered(address, 1), entered(address, 2)
    second.renew()
    assert (first.leads, second.leads) == (True, False)
    first.close()
    assert not first.leads
    second.renew()
    assert second.leads
    second.close()


def test_who_is_connected_lives_and_who_is_not_is_dead(address: URL) -> None:
    first, second = entered(address, 1), entered(address, 2**31 + 2)
    assert [first.is_dead(holder) for holder in (1, 2**31 + 2, 3, 0)] == [False, False, True, True]
    second.close()
    assert first.is_dead(2**31 + 2)
    assert first.is_dead(2**31 + 2), "to have looked is not to have taken its place"
    first.close()


def test_who_is_not_connected_itself_calls_nobody_dead(address: URL) -> None:
    first = entered(address, 1)
    first.close()
    assert not first.is_dead(2)


def test_a_number_that_somebody_has_is_nobody_elses(address: URL) -> None:
    first = entered(address, 1)
    with pytest.raises(Busy):
        entered(address, 1)
    first.close()
    entered(address, 1).close()


@pytest.mark.parametrize("news", News)
def test_the_others_hear_of_it_once_it_is_committed_and_nobody_of_their_own(address: URL, news: News) -> None:
    first, second = entered(address, 1), entered(address, 2)
    database = open_database(address.render_as_string(hide_password=False))
    for commits in (False, True):
        with database.work(NOW) as work:
            work.tell_others(news, 1)
            if commits:
                work.commit()
        assert first.hear(0.1) == set()
        assert second.hear(5.0 if commits else 0.1) == ({news} if commits else set())
    database.close()
    first.close()
    second.close()


def test_who_lost_the_server_leads_no_more_and_is_there_again_when_it_is_back() -> None:
    with served() as server, server.database() as url:
        presence = entered(parsed(url), 1)
        server.stop(SIGINT)
        with pytest.raises(Busy):
            presence.hear(5.0)
        assert not presence.leads
        with pytest.raises(Busy):
            presence.hear(0.0)
        with pytest.raises(Busy):
            presence.renew()
        server.start()
        with closing(presence):
            presence.renew()
            assert presence.leads
