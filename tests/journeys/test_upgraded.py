"""The clients of earlier programs go on with this one, wherever they were: nothing is lost, nothing asked twice."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from bot.standin.cloud import Cloud
from flows import machine
from flows.model import Asking
from storage.audit import NOTHING_YET
from storage.database import migrate
from storage.staff_tables import NoteRow
from tests.folders import quick_folder
from tests.journeys.clinic import Clinic, Clock
from tests.journeys.leftover import come_back, goes_to_the_end
from tests.journeys.wire import Wire
from tests.postgres import KINDS
from tests.storage.old.loading import REVISIONS, Old, old, old_database

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from flows.flow import Flow
    from tests.journeys.chat import Client
    from tests.journeys.wording import Wording

IN_HAND = frozenset({"inbox", "burst", "letters", "in_flight"})
"""Whose messages the old program had not come to, or whose letters it had not sent."""
OVER = frozenset({"declined", "minor", "finished", "booked"})
PARTS, SERVED = 3, 4
"""One of so many goes all the way on a file, in so many parts; half as many do on a server, where steps take longer."""


@pytest.fixture(params=REVISIONS)
def left(request: pytest.FixtureRequest) -> Old:
    return old(request.param)


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, left: Old) -> Iterator[str]:
    """An old database, migrated."""
    server = partial(request.getfixturevalue, "server")
    with quick_folder() as folder, old_database(request.param, folder, server, left) as made:
        migrate(made)
        yield made


@pytest.fixture
async def clinic(flow: Flow, wording: Wording, url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Clinic]:
    cloud = Cloud(clock := Clock())
    monkeypatch.setattr("bot.chat.connect.AiohttpRequest", lambda **_: Wire(cloud))
    clinic = Clinic(flow, wording, url, cloud, clock)
    with capture_logs() as logs:
        yield clinic
        await clinic.stop()
    assert not [text for client in clinic.clients for text in client.own_words if text in str(logs)]


@pytest.fixture
async def clients(clinic: Clinic, left: Old) -> dict[str, Client]:
    """Everybody, after the program has started and done what was left to do."""
    back = come_back(clinic, left)
    await clinic.work()
    return back


def of(clients: dict[str, Client]) -> dict[str, Client]:
    return {who: client for who, client in clients.items() if who not in OVER and not client.phone.chat.blocked}


async def test_what_was_in_hand_is_done_once_and_nobody_else_hears_a_thing(
    clinic: Clinic, clients: dict[str, Client], left: Old
) -> None:
    heard = {who: len(client.phone.chat.messages) - left.phones[who].said for who, client in clients.items()}
    assert {who for who, more in heard.items() if more} == IN_HAND
    assert (heard["inbox"], heard["letters"], heard["in_flight"], heard["burst"]) == (1, 1, 1, 3)
    assert clients["inbox"].given["area"] == "face"
    assert (clients["inbox"].state, clients["burst"].state) == ("retinoid", "skin_now")
    with clinic.look() as work:
        rows = work.intakes.connection
        assert rows.execute(text("SELECT count(*) FROM inbox WHERE state = 'waiting'")).scalar() == 0
        assert rows.execute(text("SELECT count(*) FROM outbox WHERE state IN ('due', 'in_flight')")).scalar() == 0
        assert len(work.inbox.quarantined()) == 1


@pytest.mark.parametrize("part", range(PARTS))
async def test_everybody_goes_on_by_what_is_on_their_screen_and_gets_to_the_end(
    clinic: Clinic, clients: dict[str, Client], part: int
) -> None:
    some = PARTS * SERVED * (1 if clinic.url.startswith("sqlite") else 2)
    for who, client in list(of(clients).items())[part::some]:
        before, pending = client.intake, client.intake.pending
        asked = await goes_to_the_end(client)
        changed = pending.question if pending is not None and pending.asking is Asking.EDIT else ""
        for key, answer in before.answers.items():
            assert client.intake.answers[key] == answer or key in {changed, before.state}, who
        assert not set(asked[1:]) & set(before.answers), who
        assert len(asked) == len(set(asked)), who
        assert client.sees("receipt", case=before.case), who
    with clinic.look() as work:
        checked = NOTHING_YET
        while not checked.is_over:
            checked = work.audit.check(checked)
        assert checked.broken is None
        assert len(work.inbox.quarantined()) == 1


async def test_start_shows_everybody_where_they_were(clients: dict[str, Client]) -> None:
    for who, client in of(clients).items():
        before = client.intake
        if not before.paused and before.state != machine.STOPPED and "team" not in before.handover:
            await client.says("/start")
            assert (client.intake.state, client.intake.answers) == (before.state, before.answers), who
            assert client.heard, who


async def test_edit_shows_everybody_the_card_of_what_they_said(clients: dict[str, Client]) -> None:
    for who, client in of(clients).items():
        before = client.intake
        if before.handover == "bot" and not before.paused and set(before.answers) > {"consent"}:
            await client.says("/edit")
            assert client.sees("card") or before.state == machine.STOPPED, who
            assert client.intake.answers == before.answers, who


async def test_an_old_button_changes_nothing(clients: dict[str, Client]) -> None:
    tapped = 0
    for who, client in of(clients).items():
        before = client.intake
        for message in client.phone.answers:
            for label, data in [(each["text"], each["callback_data"]) for row in message.keyboard for each in row]:
                case, number, _ = str(data).split(".", 2)
                if (case, int(number)) != (before.case, before.round) and "start_over" not in str(data):
                    tapped += 1
                    await client.taps_old(message, str(label))
                    assert client.intake.answers == before.answers, who
                    break
    assert tapped > PARTS


async def test_delete_leaves_nothing_of_anybody(clinic: Clinic, clients: dict[str, Client]) -> None:
    for who, client in list(clients.items())[::PARTS]:
        if client.phone.chat.blocked:
            continue
        await client.says("/delete")
        await client.taps("button-delete")
        with clinic.look() as work:
            assert work.intakes.current(client.phone.person.id) is None, who
            assert work.intakes.of_chat(client.phone.person.id) == [], who


async def test_whoever_is_silent_is_nudged_once_and_erased_in_time(clinic: Clinic, clients: dict[str, Client]) -> None:
    silent = clients["at_area"]
    await clinic.sleep(hours=25)
    assert silent.times_seen("nudge") == 1
    await clinic.sleep(days=7)
    assert silent.times_seen("nudge") == 1
    with clinic.look() as work:
        assert work.intakes.current(silent.phone.person.id) is None
        assert work.intakes.current(clients["finished"].phone.person.id) is not None


async def test_who_had_blocked_the_bot_goes_on_when_they_let_it_in_again(clients: dict[str, Client]) -> None:
    client = clients["blocked"]
    await client.starts()
    assert client.state == "name"
    await goes_to_the_end(client)


async def test_what_the_team_did_is_there(clinic: Clinic, clients: dict[str, Client], left: Old) -> None:
    for table in ("notes", "tags", "audit"):
        with clinic.look() as work:
            rows = work.intakes.connection.execute(text(f"SELECT count(*) FROM {table}")).scalar()
        assert rows == len(left.rows().get(table, [])), table
    assert NoteRow.__tablename__ == "notes"
