"""Tests of what nobody has said."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from telegram import Chat, Message, Update
from telegram.ext import filters

from bot.chat.service import HAPPENED, is_service

WHEN = datetime(2026, 11, 2, tzinfo=UTC)


def holding(name: str) -> Message:
    message = Message(1, WHEN, Chat(7, "private"))
    message._unfreeze()
    setattr(message, name, (1,))
    return message


def test_what_happened_is_what_the_library_takes_for_it() -> None:
    status = filters.StatusUpdate.ALL
    told = {name for name in Message.__slots__ if status.check_update(Update(0, message=holding(name)))}
    assert told == {*HAPPENED}


@pytest.mark.parametrize(("name", "service"), [("pinned_message", True), ("invoice", True), ("photo", False)])
def test_what_was_said_or_sent_is_none(name: str, service: bool) -> None:
    assert is_service(holding(name)) is service
