"""Setting, deleting and asking about a webhook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.standin.webhooks import Delivery

if TYPE_CHECKING:
    from bot.standin.accounts import Bot
    from tests.bot.standin.conftest import Api, Clock

HOOK = "https://bot.test/hook"
NO_HTTPS = "400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
BAD_SECRET = "400 Bad Request: secret token contains unallowed characters"


@pytest.mark.parametrize(
    "url",
    ["http://bot.test", "http://10.0.0.1/", "http://127.0.0.1.bot.test/", "ftp://127.0.0.1/", "bot.test/hook"],
)
async def test_a_webhook_needs_https(api: Api, bot: Bot, url: str) -> None:
    assert await api.refused("setWebhook", url=url) == NO_HTTPS
    assert (bot.webhook, bot.delivery) == ("", None)


@pytest.mark.parametrize("host", ["127.0.0.1:5000", "127.9.9.9", "localhost:81", "[::1]:8082"])
@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_on_this_machine_plain_http_will_do_on_any_port(api: Api, scheme: str, host: str) -> None:
    await api("setWebhook", url=f"{scheme}://{host}/hook")
    assert (await api("getWebhookInfo"))["url"] == f"{scheme}://{host}/hook"


@pytest.mark.parametrize(("port", "taken"), [("", True), (":443", True), (":8443", True), (":8080", False)])
async def test_elsewhere_only_four_ports_will_do(api: Api, port: str, taken: bool) -> None:
    status, body = await api.answer("setWebhook", url=f"https://bot.test{port}/hook")
    assert (status == 200) is taken
    assert taken or "ports 80, 88, 443 or 8443" in body["description"]


@pytest.mark.parametrize("url", ["https://", "https://bot.test:port/", "https://[bot", "http://127.0.0.1:99999/"])
async def test_an_address_nobody_can_read_is_refused(api: Api, url: str) -> None:
    assert await api.refused("setWebhook", url=url) == "400 Bad Request: invalid webhook URL specified"


@pytest.mark.parametrize("secret", ["a", "A-z_0", "x" * 256])
async def test_a_secret_of_the_right_letters_is_kept(api: Api, bot: Bot, secret: str) -> None:
    await api("setWebhook", url=HOOK, secret_token=secret)
    assert bot.delivery
    assert bot.delivery.secret == secret


@pytest.mark.parametrize("secret", ["a b", "a.b", "a/b", "a=", "\u00e9", "a\n"])
async def test_a_secret_of_other_letters_is_refused(api: Api, bot: Bot, secret: str) -> None:
    assert await api.refused("setWebhook", url=HOOK, secret_token=secret) == BAD_SECRET
    assert bot.webhook == ""


async def test_a_secret_may_have_256_letters(api: Api) -> None:
    refusal = await api.refused("setWebhook", url=HOOK, secret_token="x" * 257)
    assert refusal == "400 Bad Request: secret token is too long"


@pytest.mark.parametrize(("asked", "given"), [(None, 40), (1, 1), ("100", 100), (0, 1), (101, 100), ("many", 40)])
async def test_connections_are_between_1_and_100(api: Api, asked: int | str | None, given: int) -> None:
    await api("setWebhook", url=HOOK, max_connections=asked)
    assert (await api("getWebhookInfo"))["max_connections"] == given


async def test_what_is_known_of_a_webhook(api: Api, bot: Bot, clock: Clock) -> None:
    assert await api("getWebhookInfo") == {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
    url = "http://localhost:1/hook"
    await api("setWebhook", url=url, allowed_updates=["message"], ip_address="192.0.2.1", max_connections=2)
    known = {
        "url": url,
        "has_custom_certificate": False,
        "pending_update_count": 0,
        "max_connections": 2,
        "ip_address": "127.0.0.1",
        "allowed_updates": ["message"],
    }
    assert await api("getWebhookInfo") == known
    assert bot.delivery
    bot.delivery.failed("Connection refused", clock())
    failed = {"last_error_date": int(clock().timestamp()), "last_error_message": "Connection refused"}
    assert await api("getWebhookInfo") == known | failed


async def test_a_webhook_set_again_begins_anew(api: Api, bot: Bot, clock: Clock) -> None:
    await api("setWebhook", url=HOOK, secret_token="one")
    assert bot.delivery
    bot.delivery.failed("Connection refused", clock())
    await api("setWebhook", url=HOOK)
    assert bot.delivery == Delivery(HOOK)


@pytest.mark.parametrize("method", ["deleteWebhook", "setWebhook"])
async def test_a_webhook_is_deleted_by_name_or_by_an_empty_address(api: Api, bot: Bot, method: str) -> None:
    await api("setWebhook", url=HOOK)
    assert await api(method, url="") is True
    assert (bot.webhook, bot.delivery) == ("", None)
    assert await api("getUpdates") == []
