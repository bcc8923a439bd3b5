"""Settings that can be read may still be of no use."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from bot.doctor.on_settings import settings
from bot.settings import Settings
from tests.bot.doctor.levels import levels, only, troubles

SOUND = Settings(
    bot_token=SecretStr("700:stand-in"), bot_api_url="http://127.0.0.1:9", staff_chat_id=(5,), admins="5 Courtney"
)
SECRET = SecretStr("a-secret-of-sixteen-letters")


def test_settings_that_are_all_there_are_well() -> None:
    assert levels(settings(SOUND)) == ["ok"]


@pytest.mark.parametrize("token", [None, SecretStr("no token at all")])
def test_without_a_usable_token_nothing_goes(token: SecretStr | None) -> None:
    found = only(settings(SOUND.model_copy(update={"bot_token": token})))
    assert found.level == "wrong"
    assert "BOT_TOKEN" in found.says
    assert "no token at all" not in found.says


@pytest.mark.parametrize(
    ("changed", "level", "named"),
    [
        ({"staff_chat_id": ()}, "look", "STAFF_CHAT_ID"),
        ({"admins": ""}, "look", "ADMINS"),
        ({"console_url": "http://10.0.0.5:8081"}, "look", "CONSOLE_URL"),
        ({"webhook_url": "https://bot.example.org/updates"}, "wrong", "WEBHOOK_SECRET"),
        (
            {
                "webhook_url": "https://bot.example.org/updates",
                "webhook_secret": SECRET,
                "webhook_secret_before": SECRET,
            },
            "look",
            "WEBHOOK_SECRET_BEFORE",
        ),
    ],
)
def test_what_is_missing_is_named(changed: dict[str, object], level: str, named: str) -> None:
    found = only(settings(SOUND.model_copy(update=changed)))
    assert (found.level, named in found.says) == (level, True)
    assert SECRET.get_secret_value() not in found.says


def test_a_webhook_with_its_secret_is_well() -> None:
    webhook = {"webhook_url": "https://bot.example.org/updates", "webhook_secret": SECRET}
    assert troubles(settings(SOUND.model_copy(update=webhook))) == []


@pytest.mark.parametrize("url", ["https://staff.example.org", "http://127.0.0.1:8081", "http://localhost:8081"])
def test_a_console_that_nobody_can_read_along_with_is_well(url: str) -> None:
    assert troubles(settings(SOUND.model_copy(update={"console_url": url}))) == []
