"""What waits for a yes or a no: readings, narrower days, edits, deletions."""

from __future__ import annotations

import pytest

from flows.model import NOT_SURE, Asking, Interval, ProductClass, Products
from tests.flows.given import Chat, on


def narrowing(chat: Chat) -> Chat:
    """Up to the point where a more exact day is asked for: 2 to 6 November."""
    chat.fill(until="retinoid_last", retinoid=":yes", retinoid_product="tretinoin").say("between Nov 2 and Nov 6")
    if chat.asking is Asking.CONFIRM:
        chat.tap("confirm")
    assert chat.asking is Asking.NARROW
    return chat


def naming(chat: Chat) -> Chat:
    chat.fill(until="retinoid_product", retinoid=":yes").say("tretinoin")
    assert chat.asking is Asking.CONFIRM
    return chat


@pytest.mark.parametrize("way", ["yes", "Yes!", "confirm"])
def test_a_product_counts_once_it_is_confirmed(chat: Chat, way: str) -> None:
    naming(chat)
    assert "retinoid_product" not in chat.intake.answers
    chat.tap(way) if way == "confirm" else chat.say(way)
    products = chat.value("retinoid_product")
    assert isinstance(products, Products)
    assert products.classes() == {ProductClass.RETINOID}


@pytest.mark.parametrize("way", ["no", "nope", "again"])
def test_a_product_read_wrongly_is_typed_again(chat: Chat, way: str) -> None:
    naming(chat)
    chat.tap(way) if way == "again" else chat.say(way)
    assert (chat.state, chat.asking, chat.said[0]) == ("retinoid_product", None, "type-again")


def test_another_product_typed_instead_of_a_yes_is_read_anew(chat: Chat) -> None:
    naming(chat).say("accutane 20 mg every day")
    assert chat.asking is Asking.CONFIRM
    chat.tap("confirm")
    products = chat.value("retinoid_product")
    assert isinstance(products, Products)
    assert products.classes() == {ProductClass.ISOTRETINOIN}


def test_a_question_while_something_waits_leaves_it_waiting_or_asks_again(chat: Chat) -> None:
    naming(chat).say("does it hurt?")
    assert chat.state == "retinoid_product"
    assert chat.said[0] == "passed_on"


def test_a_day_within_the_span_is_taken(chat: Chat) -> None:
    narrowing(chat).say("Nov 3")
    assert (chat.value("retinoid_last"), chat.state) == (on(11, 3), "isotretinoin")


def test_a_day_outside_the_span_is_read_back_first(chat: Chat) -> None:
    narrowing(chat).say("Oct 20")
    assert chat.asking is Asking.CONFIRM
    chat.tap("confirm")
    assert chat.value("retinoid_last") == on(10, 20)


def test_still_using_instead_of_a_day_is_read_back_first(chat: Chat) -> None:
    narrowing(chat).say("still using it")
    assert chat.asking is Asking.CONFIRM


@pytest.mark.parametrize("way", ["not sure", "keep"])
def test_a_day_that_cannot_be_told_more_exactly_counts_by_its_late_end(chat: Chat, way: str) -> None:
    narrowing(chat)
    chat.tap(way) if way == "keep" else chat.say(way)
    value = chat.value("retinoid_last")
    assert isinstance(value, Interval)
    assert (value, value.exact) == (Interval(on(11, 2).latest, on(11, 6).latest), False)
    assert chat.fill().screening().earliest == on(11, 12).latest


def test_words_that_are_no_day_are_taken_as_an_answer_that_was_not_understood(chat: Chat) -> None:
    narrowing(chat).say("purple monkey")
    assert chat.state == "retinoid_last"
    assert "retinoid_last" not in chat.intake.answers
    assert chat.fill().value("retinoid_last") == NOT_SURE


def test_a_deletion_can_be_called_off_in_words(chat: Chat) -> None:
    chat.fill(until="area").command("delete").say("no")
    assert (chat.deleted, chat.asking, chat.said[0]) == (False, None, "nothing-changed")


def test_an_edit_can_be_confirmed_in_words(chat: Chat) -> None:
    chat.fill(until="area", name="Ann")
    chat.edit(chat.intake.answers["name"].message_id or 0, "Anna").say("yes")
    assert chat.value("name") == "Anna"
