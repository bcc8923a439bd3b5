"""What Telegram said, as findings."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.chat.hook import Told
from bot.chat.monitor import MANY
from bot.chat.reach import Reached, Standing
from bot.chat.receive import KINDS
from bot.doctor.at_telegram import staff, token, webhook
from tests.bot.doctor.levels import levels, only, troubles
from tests.bot.room import NOW

URL = "https://bot.example.org/updates"
SET = Told(URL, kinds=KINDS)
SOUND = Reached(700, "IntakeBot", hook=Told(""))


def reached(hook: Told) -> Reached:
    return replace(SOUND, hook=hook)


@pytest.mark.parametrize("known", [frozenset(), frozenset({700}), frozenset({700, 701})])
def test_a_token_of_the_bot_that_the_database_knows_is_well(known: frozenset[int]) -> None:
    assert levels(token(SOUND, known)) == ["ok"]


def test_a_token_of_another_bot_is_worth_a_look() -> None:
    assert only(token(SOUND, frozenset({701}))).level == "look"


def test_a_token_that_telegram_does_not_take_is_wrong() -> None:
    found = only(token(Reached(problem="Telegram does not accept BOT_TOKEN."), frozenset({700})))
    assert (found.level, found.says) == ("wrong", "Telegram does not accept BOT_TOKEN.")


@pytest.mark.parametrize(("hook", "url"), [(Told(""), ""), (SET, URL)])
def test_updates_that_come_as_the_settings_say_are_well(hook: Told, url: str) -> None:
    assert levels(webhook(reached(hook), url, NOW)) == ["ok"]


@pytest.mark.parametrize(
    ("hook", "url", "command"),
    [
        (Told(""), URL, "set-webhook"),
        (replace(SET, url="https://elsewhere.example.org"), URL, "set-webhook"),
        (replace(SET, kinds=("message",)), URL, "set-webhook"),
        (SET, "", "delete-webhook"),
    ],
)
def test_updates_that_come_another_way_are_wrong_with_the_command_that_mends_it(
    hook: Told, url: str, command: str
) -> None:
    found = only(webhook(reached(hook), url, NOW))
    assert (found.level, command in found.says) == ("wrong", True)


def test_a_failure_of_the_last_day_is_worth_a_look_and_an_older_one_is_not() -> None:
    failed = replace(SET, failed_at=NOW - timedelta(hours=3), failure="Connection refused")
    found = only(webhook(reached(failed), URL, NOW))
    assert (found.level, "Connection refused" in found.says) == ("look", True)
    assert troubles(webhook(reached(failed), URL, NOW + timedelta(days=1))) == []


def test_updates_that_wait_with_telegram_are_worth_a_look() -> None:
    assert troubles(webhook(reached(Told("", MANY)), "", NOW)) == []
    assert only(webhook(reached(Told("", MANY + 1)), "", NOW)).level == "look"


def test_a_webhook_that_could_not_be_asked_for_is_worth_a_look() -> None:
    assert only(webhook(replace(SOUND, hook=None), URL, NOW)).level == "look"


def test_a_team_that_can_be_written_to_is_well() -> None:
    assert levels(staff(replace(SOUND, chats={5: Standing.OPEN, -6: Standing.OPEN}), {})) == ["ok"]


def test_a_team_of_nobody_is_nothing_to_speak_of() -> None:
    assert levels(staff(SOUND, {})) == []


@pytest.mark.parametrize("standing", [standing for standing in Standing if standing is not Standing.OPEN])
def test_whoever_cannot_be_written_to_is_named_with_their_number(standing: Standing) -> None:
    found = only(staff(replace(SOUND, chats={5: standing, 6: Standing.OPEN}), {5: "Courtney"}))
    assert (found.level, "Courtney" in found.says, "5" in found.says) == ("wrong", True, True)


def test_who_never_pressed_start_is_told_to() -> None:
    assert "START" in only(staff(replace(SOUND, chats={5: Standing.UNKNOWN}), {})).says
