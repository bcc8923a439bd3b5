"""While the form is paused a deletion can be asked for, confirmed and thought better of, by tap and in words."""

from __future__ import annotations

import pytest

from flows.model import Asking
from tests.flows.given import Chat


@pytest.fixture
def paused(chat: Chat) -> Chat:
    chat.fill(until="area").say("I can't breathe")
    assert chat.intake.paused
    return chat


def test_who_is_paused_can_delete_by_tap(paused: Chat) -> None:
    assert paused.command("delete").tap("delete").deleted


@pytest.mark.parametrize("words", ["yes", "delete"])
def test_who_is_paused_can_delete_in_words(paused: Chat, words: str) -> None:
    assert paused.command("delete").say(words).deleted


@pytest.mark.parametrize("by_tap", [True, False])
def test_who_thinks_better_of_it_is_paused_as_before(paused: Chat, by_tap: bool) -> None:
    paused.command("delete")
    paused.tap("keep") if by_tap else paused.say("no")
    assert (paused.deleted, paused.asking, paused.intake.paused) == (False, None, True)
    assert paused.said == ("nothing-changed", "paused")
    assert paused.choices == ["resume"]


def test_an_old_yes_deletes_nothing(paused: Chat) -> None:
    paused.command("delete")
    shown = next(message for message in paused.messages if "delete" in message.choices)
    paused.command("delete").press(shown, "delete")
    assert not paused.deleted
    assert paused.asking is Asking.DELETE


def test_other_words_leave_the_form_paused(paused: Chat) -> None:
    paused.command("delete").say("face")
    assert (paused.deleted, paused.intake.paused, paused.said) == (False, True, ("paused",))
    assert "area" not in paused.intake.answers
