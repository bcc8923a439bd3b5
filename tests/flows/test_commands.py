"""The commands, each from the places where a client may use it."""

from __future__ import annotations

import pytest

from flows import machine
from flows.commands import COMMANDS, HIDDEN, MENU
from flows.flow import Flow
from flows.model import Asking, Card, Event
from tests.flows.given import PHONES, Chat


def test_start_begins_and_keeps_where_the_client_came_from(chat: Chat) -> None:
    chat.start("flyer")
    assert (chat.state, chat.intake.source) == ("consent", "flyer")
    chat.tap(":agree").start("poster")
    assert chat.intake.source == "flyer"


def test_start_in_the_middle_welcomes_back_and_offers_to_start_over(chat: Chat) -> None:
    chat.fill(until="area").start()
    assert (chat.said, chat.state) == (("welcome_back", "ask-area"), "area")
    chat.tap("start_over")
    assert chat.state == "consent"


def test_start_after_stopping_goes_on_where_it_was(chat: Chat) -> None:
    chat.fill(until="area").command("stop").start()
    assert (chat.state, chat.said) == ("area", ("welcome_back", "ask-area"))
    assert (Event.INTAKE_RESUMED, "area") in chat.events


@pytest.mark.parametrize("given", [{}, {"consent": ":no_thanks"}, {"age": ":under_18"}])
def test_start_after_an_end_offers_to_start_over(chat: Chat, given: dict[str, str]) -> None:
    ending = {(): machine.FINISHED, ("consent",): machine.DECLINED, ("age",): machine.MINOR}[tuple(given)]
    chat.fill(until=ending, **given).start()
    assert chat.state == ending
    assert chat.choices.count("start_over") == 1
    assert chat.tap("start_over").state == "consent"


def test_starting_over_by_word(chat: Chat) -> None:
    chat.fill(until="area").say("start over")
    assert (chat.state, chat.intake.answers) == ("consent", {})


def test_starting_over_with_the_first_words_begins_the_one_form(chat: Chat) -> None:
    case = chat.intake.case
    chat.say("start over")
    assert (chat.state, chat.intake.case, chat.step.starts_over) == ("consent", case, False)


@pytest.mark.parametrize("name", sorted({*COMMANDS, *HIDDEN, "nonsense"}))
@pytest.mark.parametrize(
    "place", ["start", "area", "goals", "review", "plan", "phone", "finished", "stopped", "paused"]
)
def test_every_command_is_answered_everywhere(flow: Flow, name: str, place: str) -> None:
    chat = Chat(flow)
    if place in {"stopped", "paused"}:
        chat.fill(until="area").say("stop" if place == "stopped" else "I can't breathe")
    elif place != "start":
        chat.fill(until=place, next_step=":call_me")
    chat.command(name)
    assert chat.step.replies
    assert any(reply.body for reply in chat.step.replies)
    assert chat.state in flow.machine.states


def test_help_lists_every_command_of_the_menu_with_both_numbers(chat: Chat) -> None:
    chat.fill(until="area").command("help")
    assert all(f"/{name} " in chat.words for name in MENU)
    assert all(phone in chat.words for phone in PHONES)


def test_back_goes_to_the_question_before_and_its_answer_stands(chat: Chat) -> None:
    chat.fill(until="area", name="Ann").command("back").command("back")
    assert (chat.state, chat.value("name")) == ("name", "Ann")
    assert chat.events == ((Event.WENT_BACK, "name"), (Event.QUESTION_SHOWN, "name"))
    chat.say("Anna")
    assert (chat.state, chat.value("name")) == ("area", "Anna")


def test_back_at_the_first_question_stays_there(chat: Chat) -> None:
    assert chat.start().command("back").state == "consent"


def test_skip_keeps_an_earlier_answer(chat: Chat) -> None:
    chat.fill(until="goals", name="Ann").command("back").command("skip")
    assert (chat.state, chat.value("name")) == ("goals", "Ann")


def test_skip_passes_a_question_that_may_be_skipped(chat: Chat) -> None:
    chat.fill(until="name").command("skip")
    assert (chat.state, chat.value("name")) == ("goals", "")


def test_skip_does_not_pass_a_question_that_may_not_be_skipped(chat: Chat) -> None:
    chat.fill(until="area").command("skip")
    assert (chat.state, chat.said) == ("area", ("cant_skip", "ask-area"))


def test_skip_at_a_page_leads_to_booking(chat: Chat) -> None:
    assert chat.fill(until=machine.PLAN).command("skip").state == "next_step"


def test_edit_shows_the_card_and_looks_right_leads_back_into_the_form(chat: Chat) -> None:
    chat.fill(until="area").command("edit")
    assert chat.state == machine.REVIEW
    chat.tap("looks_right")
    assert chat.state == "area"


def test_edit_with_nothing_to_edit_says_so(chat: Chat) -> None:
    chat.start().command("edit")
    assert (chat.state, chat.said) == ("consent", ("nothing_yet", "ask-consent"))


def test_edit_after_the_end_changes_an_answer_and_finishes_again(chat: Chat) -> None:
    chat.fill(until=machine.FINISHED).command("edit").tap("change_skin_now", ":yes")
    assert chat.state == machine.REVIEW
    chat.fill(until=machine.FINISHED)
    assert chat.value("skin_now") == "yes"


def test_stop_keeps_what_was_said_and_leaves_both_numbers(chat: Chat) -> None:
    chat.fill(until="area", name="Ann").command("stop")
    assert (chat.state, chat.value("name")) == (machine.STOPPED, "Ann")
    assert all(phone in chat.words for phone in PHONES)
    assert (Event.INTAKE_STOPPED, "") in chat.events
    chat.tap("resume")
    assert chat.state == "area"


def test_stop_twice_says_where_things_stand(chat: Chat) -> None:
    assert chat.fill(until="area").command("stop").command("stop").said == ("at-stopped",)


@pytest.mark.parametrize(("name", "page"), [("how", "page-inflammation"), ("aftercare", "page-after")])
def test_the_explainer_opens_anywhere_and_returns_to_the_same_question(chat: Chat, name: str, page: str) -> None:
    chat.fill(until="area").command(name)
    assert (chat.said[0], chat.state) == (page, "area")
    assert chat.tap("go_on").said == ("ask-area",)


def test_book_gives_both_contacts_as_text_and_as_cards(chat: Chat) -> None:
    chat.fill(until="area").command("book")
    assert all(phone in chat.words for phone in PHONES)
    cards = [reply.card for reply in chat.step.replies if isinstance(reply.card, Card)]
    assert [card.phone for card in cards] == ["+13149607619", "+13149090633"]


def test_a_person_can_be_asked_for_by_command_or_word(chat: Chat) -> None:
    for step in (chat.fill(until="area").command("human"), chat.say("talk to a person")):
        assert step.events == ((Event.PERSON_WANTED, "asked"),)
        assert all(phone in step.words for phone in PHONES)
    assert chat.state == "area"


def test_the_language_can_be_chosen_where_there_is_another(chat: Chat) -> None:
    chat.fill(until="area").command("language")
    others = len(chat.flow.words.languages) - 1
    assert chat.said == (("language-choose",) if others else ("language-only",))
    assert len(chat.choices) == others + 1


def test_privacy_says_how_long_things_are_kept(chat: Chat) -> None:
    chat.fill(until="area").command("privacy")
    assert all(str(days) in chat.words for days in (60, 7))


def test_my_data_is_readable_and_a_file(chat: Chat) -> None:
    chat.fill(until="area", name="Annabel").command("mydata")
    assert "Annabel" in chat.words
    assert [reply.file for reply in chat.step.replies] == [False, True]
    assert Chat(chat.flow).command("mydata").keys[1] == "nothing_yet"


def test_delete_before_anything_was_said_deletes_at_once(chat: Chat) -> None:
    chat.command("delete")
    assert chat.deleted


def test_delete_is_asked_once_in_words_too(chat: Chat) -> None:
    chat.fill(until="area").say("delete my data")
    assert chat.asking is Asking.DELETE
    chat.say("yes")
    assert chat.deleted


def test_delete_said_twice_is_a_yes(chat: Chat) -> None:
    chat.fill(until="area").command("delete").say("delete everything")
    assert chat.deleted


def test_something_else_said_to_the_deletion_deletes_nothing(chat: Chat) -> None:
    chat.fill(until="area").command("delete").say("the face")
    assert (chat.deleted, chat.value("area"), chat.asking) == (False, "face", None)
