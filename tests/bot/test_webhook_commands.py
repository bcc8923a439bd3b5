"""The commands for the webhook: what they do at Telegram, what they say, and the exit code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from bot import commands, settings
from bot.chat.monitor import ADVICE, LEFT_OVER, MANY, Trouble
from bot.standin.server import serve_in_thread
from tests.bot.running import TOKEN, a_cloud

if TYPE_CHECKING:
    from pathlib import Path

    from bot.standin.phone import Phone

Run = Callable[..., Result]
# No packet leaves for it: the stand-in delivers on this machine only.
URL = "https://bot.example.org/updates"
SECRET = "the-secret-of-the-tests"


@pytest.fixture
def phone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Phone]:
    """Somebody's phone; the settings of this machine name the stand-in that it belongs to, and no webhook."""
    for name in settings.NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bot.logs.setup", lambda *_: None)
    cloud, phone = a_cloud()
    with serve_in_thread(cloud) as standin:
        monkeypatch.setenv("BOT_TOKEN", TOKEN)
        monkeypatch.setenv("BOT_API_URL", standin.url)
        yield phone


@pytest.fixture
def wanted(monkeypatch: pytest.MonkeyPatch, phone: Phone) -> Phone:
    """The same, with a webhook in the settings."""
    monkeypatch.setenv("WEBHOOK_URL", URL)
    monkeypatch.setenv("WEBHOOK_SECRET", SECRET)
    return phone


def run(command: str) -> Result:
    return CliRunner().invoke(commands.main, [command])


def test_set_webhook_has_telegram_bring_updates_and_says_what_it_has(wanted: Phone) -> None:
    wanted.send("wait for me")
    printed = run("set-webhook")
    assert (printed.exit_code, printed.stderr) == (0, "")
    assert URL in printed.stdout
    assert SECRET not in printed.stdout
    assert wanted.bot.delivery is not None
    assert (wanted.bot.delivery.url, wanted.bot.delivery.secret) == (URL, SECRET)
    assert len(wanted.bot.feed.waiting) == 1


@pytest.mark.parametrize("missing", ["BOT_TOKEN", "WEBHOOK_URL", "WEBHOOK_SECRET"])
def test_set_webhook_needs_its_settings(wanted: Phone, monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    monkeypatch.delenv(missing)
    printed = run("set-webhook")
    assert (printed.exit_code, len(printed.stderr.splitlines())) == (2, 1)
    assert missing in printed.stderr
    assert not wanted.bot.webhook


def test_set_webhook_says_why_telegram_refuses(wanted: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBHOOK_URL", "https://bot.example.org:8082/updates")
    printed = run("set-webhook")
    assert (printed.exit_code, len(printed.stderr.splitlines())) == (2, 1)
    assert "ports" in printed.stderr


def test_delete_webhook_keeps_what_waits_to_be_fetched(wanted: Phone) -> None:
    run("set-webhook")
    wanted.send("wait for me")
    printed = run("delete-webhook")
    assert (printed.exit_code, printed.stderr) == (0, "")
    assert not wanted.bot.webhook
    assert len(wanted.bot.feed.waiting) == 1


def test_delete_webhook_without_one_does_no_harm(phone: Phone) -> None:
    assert run("delete-webhook").exit_code == 0
    assert not phone.bot.webhook


def test_webhook_info_is_content_with_the_webhook_of_the_settings(wanted: Phone) -> None:
    run("set-webhook")
    printed = run("webhook-info")
    assert (printed.exit_code, printed.stderr) == (0, "")
    assert [line.partition("  ")[0] for line in printed.stdout.splitlines()] == [
        "address",
        "waiting",
        "last error",
        "connections",
    ]
    assert URL in printed.stdout


def test_webhook_info_is_content_without_one_where_updates_are_polled(phone: Phone) -> None:
    phone.send("x")
    printed = run("webhook-info")
    assert (printed.exit_code, printed.stderr) == (0, "")


def gone(phone: Phone) -> None:
    phone.bot.webhook, phone.bot.delivery = "", None


def led_elsewhere(phone: Phone) -> None:
    phone.bot.webhook = "https://elsewhere.example.org/updates"


def failed(phone: Phone) -> None:
    assert phone.bot.delivery is not None
    phone.bot.delivery.failed("Connection refused", datetime.now(UTC) - timedelta(seconds=70))


def piled_up(phone: Phone) -> None:
    for _ in range(MANY + 1):
        phone.send("x")


@pytest.mark.parametrize(
    ("happened", "trouble"),
    [
        (gone, Trouble.GONE),
        (led_elsewhere, Trouble.CHANGED),
        (failed, Trouble.FAILING),
        (piled_up, Trouble.BACKLOG),
    ],
)
def test_webhook_info_fails_with_a_sentence_for_what_is_wrong(
    wanted: Phone, happened: Callable[[Phone], None], trouble: Trouble
) -> None:
    run("set-webhook")
    # From here on nothing is tried that would fail by itself: no packet leaves this machine.
    happened(wanted)
    printed = run("webhook-info")
    assert printed.exit_code == 1
    assert ADVICE[trouble] in printed.stderr.splitlines()


def test_webhook_info_tells_the_age_and_the_words_of_the_last_error(wanted: Phone) -> None:
    run("set-webhook")
    failed(wanted)
    assert "1 min ago: Connection refused" in run("webhook-info").stdout


def test_webhook_info_fails_where_one_is_left_over(wanted: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    run("set-webhook")
    monkeypatch.delenv("WEBHOOK_URL")
    printed = run("webhook-info")
    assert (printed.exit_code, printed.stderr.strip()) == (1, LEFT_OVER)


@pytest.mark.parametrize("command", ["set-webhook", "delete-webhook", "webhook-info"])
def test_a_telegram_that_is_out_of_reach_is_one_sentence(
    wanted: Phone, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr("bot.chat.connect.TRIES", 1)
    monkeypatch.setenv("BOT_API_URL", "http://127.0.0.1:9")
    printed = run(command)
    assert (printed.exit_code, len(printed.stderr.splitlines())) == (2, 1)
    assert "BOT_API_URL" in printed.stderr
    assert not wanted.bot.webhook


def test_an_answer_that_makes_no_sense_is_one_sentence(wanted: Phone) -> None:
    wanted.cloud.faults.garble(method="getWebhookInfo")
    printed = run("webhook-info")
    assert (printed.exit_code, len(printed.stderr.splitlines())) == (2, 1)
