"""Taking an answer: kept word for word after two tries, narrowed where it matters, changed with what hangs on it."""

from __future__ import annotations

import pytest

from flows import machine
from flows.flow import Flow
from flows.model import (
    NOT_SURE,
    Asking,
    Event,
    Interval,
    Keyboard,
    Kind,
    Mention,
    ProductClass,
    Products,
    Question,
    Source,
    Value,
    Verdict,
)
from flows.taking import careful_value, skipped_value
from tests.flows.given import MONDAY, Chat, on

GIBBERISH = "qwrtp zxcvb"

CAREFUL: dict[str, Value] = {
    "area": "other",
    "goals": ("not_sure",),
    "retinoid": NOT_SURE,
    "isotretinoin": NOT_SURE,
    "procedure": "yes",
    "pigment": NOT_SURE,
    "skin_now": NOT_SURE,
    "health_stop": NOT_SURE,
    "health_review": NOT_SURE,
    "series": "continuing",
}


@pytest.mark.parametrize(("key", "value"), CAREFUL.items())
def test_what_is_not_understood_twice_is_kept_word_for_word_and_counts_the_careful_way(
    chat: Chat, key: str, value: Value
) -> None:
    chat.fill(until=key).say(GIBBERISH)
    assert (chat.said, chat.state) == (("again-not_understood", f"ask-{key}"), key)
    chat.say(f"{GIBBERISH} again")
    answer = chat.intake.answers[key]
    assert (answer.value, answer.said, answer.understood) == (value, f"{GIBBERISH} again", False)
    assert chat.said[0] == "kept_as_said"
    assert (Event.ANSWER_NOT_READ, key) in chat.events
    assert chat.fill().screening().verdict is Verdict.REVIEW


@pytest.mark.parametrize("key", ["consent", "age"])
def test_consent_and_age_are_asked_until_they_are_clear_and_the_numbers_are_given(chat: Chat, key: str) -> None:
    chat.fill(until=key).say(GIBBERISH, GIBBERISH)
    assert chat.said == ("again-tap", "or_call", f"ask-{key}")
    assert key not in chat.intake.answers
    assert chat.fill(until="name").state == "name"


def test_a_day_to_come_is_no_day_of_last_use(chat: Chat) -> None:
    chat.fill(until="retinoid_last", retinoid=":yes").say("tomorrow")
    assert (chat.state, chat.said[0]) == ("retinoid_last", "again-future_date")
    chat.say("next week")
    assert (chat.value("retinoid_last"), chat.intake.answers["retinoid_last"].understood) == (NOT_SURE, False)


def test_a_product_nobody_knows_is_read_back_and_kept_for_the_team(chat: Chat) -> None:
    chat.fill(until="retinoid_product", retinoid=":yes").say("blue zorblax from my aunt")
    assert (chat.asking, chat.said) == (Asking.CONFIRM, ("confirm-unclear",))
    chat.tap("confirm")
    products = chat.value("retinoid_product")
    assert isinstance(products, Products)
    assert products.classes() == {ProductClass.UNCLEAR}


def test_the_words_of_a_failed_try_count_for_what_they_mention(chat: Chat) -> None:
    chat.fill(until="area").say("accutane whatever thing")
    assert Mention.ISOTRETINOIN in chat.intake.mentions


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.TEXT, "so"),
        (Kind.NAME, "so"),
        (Kind.PHONE, "so"),
        (Kind.CHOICE, None),
        (Kind.SEVERAL, None),
        (Kind.PAST_DATE, None),
    ],
)
def test_words_are_kept_as_they_are_and_a_choice_needs_its_careful_value(kind: Kind, value: Value | None) -> None:
    assert careful_value(Question("q", kind, Source.PRACTICE), "so") == value


@pytest.mark.parametrize(
    ("kind", "value"), [(Kind.PAST_DATE, NOT_SURE), (Kind.FUTURE_DATE, "no"), (Kind.TEXT, ""), (Kind.NAME, "")]
)
def test_what_a_skipped_question_counts_as(kind: Kind, value: Value) -> None:
    assert skipped_value(Question("q", kind, Source.PRACTICE)) == value


# --- a more exact day -------------------------------------------------------------------------------


def test_a_more_exact_day_is_asked_for_when_it_would_change_the_result(chat: Chat) -> None:
    chat.fill(until="retinoid_last", retinoid=":yes", retinoid_product="tretinoin")
    chat.tap(":before_2026-11-02")
    assert (chat.state, chat.intake.pending) == ("isotretinoin", None)
    chat.command("back").say("between Nov 2 and Nov 6")
    if chat.asking is Asking.CONFIRM:
        chat.tap("confirm")
    assert (chat.asking, chat.state) == (Asking.NARROW, "retinoid_last")


def test_a_vague_day_long_ago_is_taken_as_it_is(chat: Chat) -> None:
    chat.fill(until="retinoid_last", retinoid=":yes", retinoid_product="tretinoin").say("2 or 3 months ago")
    if chat.asking is Asking.CONFIRM:
        chat.tap("confirm")
    assert (chat.asking, chat.state) == (None, "isotretinoin")


def test_a_vague_day_that_nothing_hangs_on_is_taken_as_it_is(chat: Chat) -> None:
    chat.fill(until="retinoid_last", retinoid=":yes", retinoid_product="Accutane").say("still using it")
    assert chat.state == "isotretinoin"


# --- changing an answer -----------------------------------------------------------------------------

TRETINOIN = {"retinoid": ":yes", "retinoid_product": "tretinoin", "retinoid_last": f":on_{MONDAY.isoformat()}"}


def test_a_change_on_the_card_asks_again_only_what_hung_on_it(chat: Chat) -> None:
    chat.fill(**TRETINOIN).tap("change_retinoid_product")
    before = chat.values()
    chat.say("differin").tap("confirm")
    assert chat.state == "retinoid_last"
    assert set(before) - set(chat.values()) == {"retinoid_last"}
    chat.tap(":still_using")
    assert chat.state == machine.REVIEW


def test_a_change_to_no_lets_go_of_the_product_and_its_day(chat: Chat) -> None:
    chat.fill(**TRETINOIN).tap("change_retinoid", ":no")
    assert chat.state == machine.REVIEW
    assert not {"retinoid_product", "retinoid_last"} & set(chat.values())
    assert chat.screening().verdict is Verdict.READY


def test_the_same_answer_again_changes_nothing(chat: Chat) -> None:
    chat.fill(**TRETINOIN)
    before = chat.values()
    chat.tap("change_retinoid", ":yes")
    assert (chat.state, chat.values()) == (machine.REVIEW, before)


def test_goals_that_come_to_include_tone_answer_the_question_on_pigment(chat: Chat) -> None:
    chat.fill().tap("change_goals")
    chat.do(":tone")
    assert (chat.state, "pigment" in chat.values()) == ("sun_last", False)
    chat.tap(":on_2026-11-07")
    assert chat.screening().earliest == on(11, 15).latest


def test_pigment_is_not_asked_when_the_goals_answer_it(chat: Chat) -> None:
    chat.fill(goals=":tone+texture")
    assert "pigment" not in chat.values()
    assert "sun_last" in chat.values()


def test_another_number_is_asked_for_again_when_the_way_to_go_on_changes(chat: Chat) -> None:
    chat.fill(until=machine.FINISHED, next_step=":call_me").tap("noted:next_step").tap("change_next_step", ":i_call")
    assert (chat.state, "phone" in chat.values()) == (machine.FINISHED, False)


def test_a_person_wanted_on_a_health_list_is_told_to_staff(chat: Chat) -> None:
    chat.fill(until="health_stop").tap(":tell_a_person")
    assert (Event.PERSON_WANTED, "health_stop") in chat.events


# --- the phone's own keyboard -----------------------------------------------------------------------


def test_the_keyboard_that_shares_a_number_comes_and_goes(chat: Chat) -> None:
    chat.fill(until="phone", next_step=":call_me")
    assert chat.step.replies[-1].keyboard is Keyboard.SHARE_CONTACT
    chat.share("13145550123")
    assert chat.step.replies[0].keyboard is Keyboard.REMOVE


def test_the_keyboard_goes_when_the_client_goes_back(chat: Chat) -> None:
    chat.fill(until="phone", next_step=":call_me").command("back")
    assert (chat.state, chat.step.replies[0].keyboard) == ("next_step", Keyboard.REMOVE)
    assert chat.said[0] == "thanks"


def test_the_dates_of_an_intake_are_those_the_client_meant(flow: Flow) -> None:
    value = Chat(flow).fill(**TRETINOIN).value("retinoid_last")
    assert value == Interval.on(MONDAY)


def test_a_product_nobody_could_read_is_unclear_and_keeps_its_words() -> None:
    value = careful_value(Question("q", Kind.PRODUCT, Source.PRACTICE), "so")
    assert isinstance(value, Products)
    assert value.text == "so"
    assert value.classes() == {ProductClass.UNCLEAR}


def test_the_card_and_the_plan_count_as_shown(chat: Chat) -> None:
    chat.fill("note").say("no")
    assert chat.events[-1] == (Event.QUESTION_SHOWN, "review")
    chat.tap("looks_right")
    assert chat.events == ((Event.QUESTION_SHOWN, "plan"),)
