"""The monitor: what is wrong with a webhook, when a person hears of it, and what it mends by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from structlog.testing import capture_logs

from bot.chat.connect import connect
from bot.chat.gateway import TelegramRefuses
from bot.chat.hook import CONNECTIONS, Told, set_hook
from bot.chat.monitor import ADVICE, LASTING, LEFT_OVER, MANY, Facts, Monitor, Trouble, complaints, following, judge
from bot.chat.receive import KINDS
from bot.logs import ALLOWED
from bot.standin.phone import Phone
from bot.standin.server import serve
from tests.bot.running import TOKEN, a_cloud

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.chat.calling import Bot

URL = "https://bot.example.org/updates"
SECRET = "the-secret-of-the-tests"
NOW = datetime(2026, 11, 4, 18, tzinfo=UTC)
WELL = Told(URL, 0, CONNECTIONS, KINDS)


# --- what is wrong ----------------------------------------------------------------------------------


def test_a_webhook_that_is_ours_and_quiet_is_well() -> None:
    assert judge(WELL, URL, Facts(), NOW) == ()
    assert judge(replace(WELL, kinds=tuple(reversed(KINDS))), URL, Facts(), NOW) == ()


@pytest.mark.parametrize(
    ("told", "trouble"),
    [
        (Told(""), Trouble.GONE),
        (replace(WELL, url="https://elsewhere.example.org/updates"), Trouble.CHANGED),
        (replace(WELL, url=URL + "/"), Trouble.CHANGED),
        (replace(WELL, kinds=KINDS[1:]), Trouble.CHANGED),
        (replace(WELL, kinds=()), Trouble.CHANGED),
        (replace(WELL, kinds=(*KINDS, "poll")), Trouble.CHANGED),
        (replace(WELL, failed_at=NOW - timedelta(seconds=119)), Trouble.FAILING),
        (replace(WELL, failed_at=NOW + timedelta(seconds=5)), Trouble.FAILING),
    ],
)
def test_each_trouble_is_seen(told: Told, trouble: Trouble) -> None:
    assert judge(told, URL, Facts(), NOW) == (trouble,)


def test_a_failure_of_long_ago_is_forgotten() -> None:
    assert judge(replace(WELL, failed_at=NOW - timedelta(minutes=2)), URL, Facts(), NOW) == ()


@pytest.mark.parametrize(
    ("counts", "seen"),
    [
        ([MANY + 1], [False]),
        ([MANY, MANY + 1], [False, True]),
        ([0, MANY], [False, False]),
        ([5000, 4000, 3000], [False, False, False]),
        ([5000, 5001, 4000, MANY + 1, MANY, MANY + 1], [False, True, True, True, False, True]),
        ([5000, 5000], [False, False]),
    ],
)
def test_a_backlog_begins_when_it_grows_and_ends_when_it_is_small(counts: list[int], seen: list[bool]) -> None:
    facts, found = Facts(), []
    for count in counts:
        told = replace(WELL, waiting=count)
        troubles = judge(told, URL, facts, NOW)
        found.append(Trouble.BACKLOG in troubles)
        facts = following(facts, told, troubles)
    assert found == seen


@pytest.mark.parametrize("trouble", Trouble)
def test_a_person_hears_of_a_trouble_once_and_only_if_it_lasts(trouble: Trouble) -> None:
    facts, told_at = Facts(), []
    for look in range(1, 12):
        facts = following(facts, WELL, (trouble,))
        told_at += [look] if facts.to_tell else []
    assert told_at == [LASTING[trouble]]
    again = following(following(facts, WELL, ()), WELL, (trouble,))
    assert again.lasting == {trouble: 1}


def test_what_was_told_last_is_known_while_telegram_is_silent() -> None:
    facts = following(Facts(replace(WELL, waiting=7)), None, (Trouble.UNREACHABLE,))
    assert (facts.waiting, Facts().waiting) == (7, 0)


@pytest.mark.parametrize(
    ("told", "troubles", "caught_up"),
    [
        (WELL, (), True),
        (replace(WELL, waiting=CONNECTIONS), (Trouble.FAILING,), True),
        (replace(WELL, waiting=CONNECTIONS + 1), (), False),
        (Told(""), (Trouble.GONE,), False),
        (WELL, (Trouble.CHANGED,), False),
        (None, (Trouble.UNREACHABLE,), False),
        (None, (), False),
    ],
)
def test_we_have_caught_up_when_we_can_be_reached_and_little_waits(
    told: Told | None, troubles: tuple[Trouble, ...], caught_up: bool
) -> None:
    assert following(Facts(), told, troubles).is_caught_up is caught_up


def test_an_owner_is_told_what_to_do_about_each_trouble() -> None:
    assert set(ADVICE) | {Trouble.UNREACHABLE} == set(LASTING) == set(Trouble)
    assert complaints(WELL, URL, NOW) == ()
    assert complaints(replace(WELL, waiting=MANY + 1), URL, NOW) == (ADVICE[Trouble.BACKLOG],)
    assert complaints(Told(""), URL, NOW) == (ADVICE[Trouble.GONE],)


def test_where_updates_are_polled_a_webhook_is_what_is_wrong() -> None:
    assert complaints(Told(""), "", NOW) == ()
    assert complaints(WELL, "", NOW) == (LEFT_OVER,)


# --- what is done about it --------------------------------------------------------------------------


@pytest.fixture
def phone() -> Phone:
    return a_cloud()[1]


@pytest.fixture
async def bot(phone: Phone) -> AsyncIterator[Bot]:
    async with serve(phone.cloud) as standin, connect(TOKEN, standin.url, polling=False) as bot:
        yield bot


@pytest.fixture
def told() -> list[Facts]:
    return []


@pytest.fixture
def monitor(bot: Bot, told: list[Facts]) -> Monitor:
    return Monitor(bot, URL, SECRET, told.append, lambda: NOW)


def set_there(phone: Phone) -> tuple[str, str]:
    """Address and secret that Telegram has."""
    delivery = phone.bot.delivery
    return (delivery.url, delivery.secret) if delivery else ("", "")


async def test_a_start_sets_the_webhook_with_the_present_secret(monitor: Monitor, bot: Bot, phone: Phone) -> None:
    await set_hook(bot, URL, "the-secret-that-was-before")
    await monitor.begin()
    assert set_there(phone) == (URL, SECRET)
    assert (await monitor.look()).lasting == {}
    assert len(phone.cloud.requests("setWebhook")) == 2


async def test_a_webhook_that_is_gone_is_set_again(monitor: Monitor, phone: Phone, told: list[Facts]) -> None:
    await monitor.begin()
    phone.bot.delivery, phone.bot.webhook = None, ""
    facts = await monitor.look()
    assert facts.to_tell == (Trouble.GONE,)
    assert set_there(phone) == (URL, SECRET)
    assert (await monitor.look()).lasting == {}
    assert [set(each.lasting) for each in told] == [{Trouble.GONE}, set()]


async def test_a_webhook_that_leads_elsewhere_is_set_again(monitor: Monitor, bot: Bot, phone: Phone) -> None:
    await monitor.begin()
    await set_hook(bot, "https://elsewhere.example.org/updates", "a-secret-of-somebody-else")
    assert Trouble.CHANGED in (await monitor.look()).to_tell
    assert set_there(phone) == (URL, SECRET)


async def test_a_webhook_that_is_ours_is_not_set_at_every_look(monitor: Monitor, phone: Phone) -> None:
    await monitor.begin()
    for _ in range(3):
        await monitor.look()
    assert len(phone.cloud.requests("setWebhook")) == 1


async def test_what_could_not_be_set_at_the_start_is_set_at_the_next_look(monitor: Monitor, phone: Phone) -> None:
    phone.cloud.faults.refuse(502, "Bad Gateway", method="setWebhook")
    await monitor.begin()
    assert set_there(phone) == ("", "")
    await monitor.look()
    assert set_there(phone) == (URL, SECRET)


async def test_a_secret_that_could_not_be_set_is_set_at_the_next_look(monitor: Monitor, bot: Bot, phone: Phone) -> None:
    await set_hook(bot, URL, "the-secret-that-was-before")
    phone.cloud.faults.refuse(502, "Bad Gateway", method="setWebhook")
    await monitor.begin()
    await monitor.look()
    assert set_there(phone) == (URL, SECRET)


async def test_an_address_that_telegram_refuses_ends_the_start(bot: Bot) -> None:
    with pytest.raises(TelegramRefuses, match="WEBHOOK_URL"):
        await Monitor(bot, "http://bot.example.org/updates", SECRET).begin()


async def test_an_address_that_telegram_has_and_refuses_just_now_ends_nothing(
    monitor: Monitor, bot: Bot, phone: Phone
) -> None:
    await set_hook(bot, URL, SECRET)
    phone.cloud.faults.refuse(400, "Bad Request: bad webhook: Failed to resolve host", method="setWebhook")
    await monitor.begin()
    assert set_there(phone) == (URL, SECRET)


async def test_an_address_that_is_refused_while_nobody_says_what_is_there_ends_the_start(
    monitor: Monitor, phone: Phone
) -> None:
    phone.cloud.faults.refuse(400, "Bad Request: bad webhook: Failed to resolve host", method="setWebhook")
    phone.cloud.faults.refuse(502, "Bad Gateway", method="getWebhookInfo")
    with pytest.raises(TelegramRefuses, match="WEBHOOK_URL"):
        await monitor.begin()


async def test_a_look_that_fails_is_a_fact_and_the_next_one_goes_on(monitor: Monitor, phone: Phone) -> None:
    await monitor.begin()
    phone.cloud.faults.refuse(502, "Bad Gateway", method="getWebhookInfo", times=2)
    assert [(await monitor.look()).lasting for _ in range(3)] == [
        {Trouble.UNREACHABLE: 1},
        {Trouble.UNREACHABLE: 2},
        {},
    ]


async def test_a_webhook_that_cannot_be_mended_ends_nothing(monitor: Monitor, phone: Phone) -> None:
    phone.cloud.faults.refuse(429, "Too Many Requests: retry after 3", method="setWebhook", times=3)
    await monitor.begin()
    for looks in (1, 2):
        assert (await monitor.look()).lasting == {Trouble.GONE: looks}
    await monitor.look()
    assert set_there(phone) == (URL, SECRET)


async def test_the_log_says_what_is_wrong_by_keys_that_are_allowed(monitor: Monitor, phone: Phone) -> None:
    with capture_logs() as lines:
        await monitor.look()
        assert phone.bot.delivery is not None
        phone.bot.delivery.failed(f"Wrong response from {URL}", NOW)
        await monitor.look()
    troubles = [line for line in lines if line["event"] == "webhook.trouble"]
    assert [(line["kind"], line["count"]) for line in troubles] == [("gone", 1), ("failing", 1)]
    assert not {key for line in lines for key in line} - ALLOWED - {"log_level"}
    assert not [line for line in lines if URL in str(line) or SECRET in str(line)]
