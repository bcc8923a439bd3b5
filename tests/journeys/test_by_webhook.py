"""Intakes that come by webhook, over real HTTP, while Telegram, the line and the database do what they do."""

from __future__ import annotations

import asyncio
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest
from structlog.testing import capture_logs

from bot.chat.connect import WebhookSet, connect
from bot.chat.monitor import Monitor, Trouble
from bot.standin.cloud import Cloud, Patience
from bot.standin.server import serve
from bot.standin.slips import Slip
from bot.webhook import Limits, Outcome
from flows.model import Verdict
from tests.journeys.clinic import TOKEN, Clock
from tests.journeys.form import USED_ON_MONDAY
from tests.journeys.hooked import SECRET, HookedClinic, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from flows.flow import Flow
    from tests.journeys.form import By
    from tests.journeys.wording import Wording


@pytest.fixture
async def clinic(
    flow: Flow, wording: Wording, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[HookedClinic]:
    """The program behind a webhook; no log line may hold what a client says, or a secret."""
    clock = Clock()
    cloud = Cloud(clock, patience=Patience(second=0.001))
    async with serve(cloud) as standin:
        monkeypatch.setattr("tests.journeys.clinic.NOBODY_LISTENS", standin.url)
        monkeypatch.setattr("tests.journeys.clinic.connect", partial(connect, polling=False))
        clinic = HookedClinic(flow, wording, database_url, cloud, clock)
        with capture_logs() as logs:
            async with clinic.open_door():
                yield clinic
                await clinic.stop()
    assert not [text for client in clinic.clients for text in (*client.own_words, SECRET) if text in str(logs)]


async def test_a_whole_intake_comes_by_webhook(clinic: HookedClinic, both_ways: By) -> None:
    ana = clinic.client()
    await ana.gets_a_plan(**USED_ON_MONDAY)
    assert (ana.plan.verdict, ana.plan.earliest) == (Verdict.WAIT, date(2026, 11, 8))
    await ana.finishes()
    assert ana.sees("receipt")
    assert clinic.delivery.delivered == len(clinic.outcomes)
    assert (set(clinic.outcomes), clinic.delivery.bodies, clinic.delivery.failures) == ({Outcome.STORED}, 0, 0)


@pytest.mark.parametrize("slip", [Slip.TWICE, Slip.UNHEARD, Slip.WRONG_SECRET, Slip.NO_SECRET, Slip.LATE])
async def test_whatever_slips_on_the_way_the_record_is_the_same(clinic: HookedClinic, slip: Slip) -> None:
    ana, eva = clinic.client("Ana"), clinic.client("Eva")
    await ana.gets_a_plan(**USED_ON_MONDAY)
    await eva.starts()
    slips = 0
    while eva.state != "review":
        clinic.cloud.faults.misdeliver(slip, chat_id=eva.phone.person.id, seconds=0.01)
        await eva.goes_on(**USED_ON_MONDAY)
        slips += 1
    clinic.cloud.faults.clear()
    await eva.taps("button-looks_right")
    assert (eva.given, eva.rules) == (ana.given, ana.rules)
    assert [message.text for message in eva.phone.answers] == [message.text for message in ana.phone.answers]
    counted = {
        Slip.TWICE: clinic.outcomes.count(Outcome.REPEATED),
        Slip.UNHEARD: clinic.delivery.failures,
        Slip.WRONG_SECRET: clinic.outcomes.count(Outcome.STRANGER),
        Slip.NO_SECRET: clinic.outcomes.count(Outcome.STRANGER),
        Slip.LATE: slips,
    }
    assert counted[slip] >= slips > 10


async def test_what_comes_out_of_order_is_lost_on_nobody(clinic: HookedClinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="note")
    clinic.cloud.faults.misdeliver(Slip.SWAPPED)
    await ana.says("one thing", "another thing")
    told = [turn.text for turn in ana.turns if turn.text in {"one thing", "another thing"}]
    assert told == ["another thing", "one thing"]
    await ana.says("/start")
    await ana.reaches("finished")
    assert ana.sees("receipt")


async def test_while_the_database_is_down_everything_waits_with_telegram_and_then_comes_in_order(
    clinic: HookedClinic,
) -> None:
    ana = clinic.client()
    await ana.fills_in(until="goals")
    clinic.is_down = True
    answering = asyncio.create_task(ana.says("acne scars", "face", "no", "never"))
    await until(lambda: clinic.delivery.failures > 5)
    assert clinic.outcomes[-1] is Outcome.BUSY
    assert clinic.delivery.last_error.startswith("Wrong response from the webhook: 503")
    assert len(clinic.account.feed.waiting) == 4
    clinic.is_down = False
    await answering
    assert [ana.given[key] for key in ("goals", "area", "retinoid", "isotretinoin")] == [
        ("acne_scars",),
        "face",
        "no",
        "never",
    ]


async def test_a_database_that_somebody_else_holds_is_not_waited_for_and_nothing_is_stored_twice(
    clinic: HookedClinic,
) -> None:
    ana = clinic.client()
    await ana.fills_in(until="name")
    clinic.limits = Limits(storing=0.02)
    clinic.behind(SECRET)
    with clinic.look() as somebody:
        if clinic.url.startswith("postgresql"):
            somebody.inbox.connection.exec_driver_sql("LOCK TABLE inbox")
        ana.phone.send("Pat")
        await until(lambda: clinic.outcomes.count(Outcome.BUSY) > 2)
    clinic.limits = Limits()
    clinic.behind(SECRET)
    await clinic.work()
    assert ana.given["name"] == "Pat"
    assert [turn.text for turn in ana.turns].count("Pat") == 1


async def test_what_comes_while_the_program_is_away_is_brought_when_it_is_back(clinic: HookedClinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="goals")
    await clinic.stop()
    ana.phone.send("acne scars")
    ana.phone.send("face")
    await until(lambda: clinic.delivery.failures > 2)
    await clinic.work()
    assert (ana.given["goals"], ana.given["area"]) == (("acne_scars",), "face")


async def test_the_secret_is_changed_while_clients_are_about(clinic: HookedClinic) -> None:
    ana, fresh = clinic.client(), "the-secret-of-next-year"
    await ana.fills_in(until="name")
    clinic.behind(fresh, before=SECRET)
    await ana.says("Pat")
    await clinic.tells_telegram(fresh)
    await ana.fills_in(until="area")
    clinic.behind(fresh)
    await ana.answers("face")
    assert Outcome.STRANGER not in clinic.outcomes
    await clinic.tells_telegram(SECRET)
    ana.phone.send("no")
    await until(lambda: clinic.delivery.failures > 2)
    assert clinic.delivery.last_error.startswith("Wrong response from the webhook: 403")
    assert len(clinic.account.feed.waiting) == 1
    await clinic.tells_telegram(fresh)
    await clinic.work()
    assert ana.given["retinoid"] == "no"


async def test_a_webhook_that_somebody_took_away_comes_back_with_what_was_said_meanwhile(clinic: HookedClinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="name")
    assert clinic.program is not None
    bot = clinic.program.gateway.bot
    monitor = Monitor(bot, clinic.url_of_door, SECRET, clock=clinic.clock)
    await monitor.begin()
    await bot.delete_webhook()
    ana.phone.send("Pat")
    assert (await monitor.look()).to_tell == (Trouble.GONE,)
    await clinic.work()
    assert ana.given["name"] == "Pat"
    assert (await monitor.look()).is_caught_up


async def test_whoever_would_poll_meanwhile_is_told_how_to_end_it(clinic: HookedClinic) -> None:
    assert clinic.program is not None
    with pytest.raises(WebhookSet, match="delete-webhook"):
        async with connect(TOKEN, clinic.program.gateway.bot.base_url.partition("/bot")[0]):
            pass
