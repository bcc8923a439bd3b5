"""The team speaks with a client: the bot is quiet, the form waits, and whoever wants to leave still can."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from flows import machine
from flows.commands import COMMANDS, HIDDEN
from flows.model import (
    Asking,
    Event,
    HandedBack,
    Handover,
    How,
    Interval,
    Mention,
    QuestionReplied,
    TakenOver,
    Tapped,
    TeamWrote,
    Verdict,
)
from tests.flows.given import MONDAY, PHONES, Chat

HI = TeamWrote("Hi, this is Courtney. Which cream is it?")
QUIET: tuple[str, ...] = ()
NOTHING: tuple[tuple[Event, str], ...] = ()


@pytest.fixture
def told(chat: Chat) -> Chat:
    """A client in the middle of the form with whom the team has taken over."""
    return chat.fill(until="exfoliant").team(TakenOver())


# --- what the team does ---------------------------------------------------------------------------


def test_taking_over_is_told_once(chat: Chat) -> None:
    chat.fill(until="area").team(TakenOver())
    assert chat.said == ("team-took_over",)
    assert chat.events == ((Event.TEAM_TOOK_OVER, ""),)
    assert chat.intake.handover is Handover.TEAM
    chat.team(TakenOver())
    assert (chat.said, chat.events) == (QUIET, NOTHING)
    chat.team(HI, TakenOver())
    assert (chat.said, chat.intake.handover) == (QUIET, Handover.AWAITED)


def test_whoever_writes_has_taken_over_and_is_quoted_to_the_letter(chat: Chat) -> None:
    text = "Hi { $you }!\n\n<b>Which</b> one — “0.05%”?"
    chat.fill(until="area").team(TeamWrote(text))
    assert chat.said == ("team-took_over", "team-wrote")
    assert chat.words.endswith(text)
    assert [reply.speaker for reply in chat.step.replies] == ["bot", "staff"]
    assert [event for event, _ in chat.events] == [Event.TEAM_TOOK_OVER, Event.TEAM_WROTE]
    chat.team(TeamWrote("And since when?"))
    assert list(chat.said) == ["team-wrote"]
    assert chat.events == ((Event.TEAM_WROTE, ""),)


def test_handing_back_goes_on_at_the_same_question(told: Chat) -> None:
    told.say("not that I know").team(HandedBack())
    assert told.said == ("team-handed_back", "ask-exfoliant")
    assert told.events == ((Event.HANDED_BACK, ""),)
    assert told.intake.handover is Handover.BOT
    told.tap(":no")
    assert told.value("exfoliant") == "no"


def test_handing_back_what_nobody_took_says_nothing(chat: Chat) -> None:
    chat.fill(until="area").team(HandedBack())
    assert (chat.said, chat.events) == (QUIET, ())


def test_handing_back_shows_what_waited_for_a_yes(chat: Chat) -> None:
    chat.fill(until="retinoid_product", retinoid=":yes").say("glycolic acid").team(TakenOver(), HandedBack())
    assert chat.said == ("team-handed_back", "confirm-product")


def test_handing_back_before_the_first_prompt_brings_it(chat: Chat) -> None:
    chat.team(TakenOver()).say("hello?")
    assert (chat.said, chat.state) == (QUIET, machine.START)
    chat.team(HandedBack())
    assert chat.said == ("team-handed_back", "ask-consent")
    assert (Event.INTAKE_STARTED, "") in chat.events


def test_handing_back_after_urgent_words_leaves_the_form_paused(chat: Chat) -> None:
    chat.fill(until="area").say("I can't breathe").team(HI, HandedBack())
    assert chat.said == ("team-handed_back", "paused")
    chat.tap("resume")
    assert list(chat.said) == ["ask-area"]


def test_handing_back_shows_the_plan_as_it_is_now(chat: Chat) -> None:
    chat.fill(until=machine.PLAN).team(TakenOver()).say("I forgot: I take Accutane")
    assert chat.said == QUIET
    assert chat.screening().verdict > Verdict.READY
    chat.team(HandedBack())
    assert chat.said[0] == "team-handed_back"
    assert "plan-ready" not in chat.said
    assert chat.said[-1] == "plan-next"


def test_an_answer_to_a_question_shows_a_client_in_the_form_where_they_are(chat: Chat) -> None:
    chat.fill(until="area").say("does it hurt?").team(QuestionReplied("does it hurt?", "Most people say a little."))
    assert chat.said == ("team-replied", "ask-area")
    assert [reply.speaker for reply in chat.step.replies] == ["staff", "bot"]
    assert chat.events == ((Event.QUESTION_REPLIED, ""),)
    assert "does it hurt?" in chat.words
    assert "Most people say a little." in chat.words
    assert chat.intake.handover is Handover.BOT


@pytest.mark.parametrize(
    "way",
    [
        lambda chat: chat.fill(until=machine.FINISHED),
        lambda chat: chat.fill(until="area").command("stop"),
        lambda chat: chat.fill(until="area").say("I can't breathe"),
        lambda chat: chat.fill(until="area").team(HI),
    ],
    ids=["finished", "stopped", "paused", "with the team"],
)
def test_an_answer_to_a_question_stands_alone_where_nothing_is_asked(chat: Chat, way: object) -> None:
    assert callable(way)
    way(chat)
    before = chat.intake
    chat.team(QuestionReplied("x" * 4000, "Yes."))
    assert chat.said == ("team-replied",)
    assert chat.intake == before
    assert len(chat.words) < 300


# --- what the client does meanwhile ---------------------------------------------------------------


def test_words_contacts_and_taps_are_answered_with_nothing_but_a_toast(told: Chat) -> None:
    question, before = told.messages[-2], told.intake
    acts: tuple[Callable[[], Chat], ...] = (
        lambda: told.say("no"),
        lambda: told.share("13145550123"),
        told.come_back,
        told.nudge,
    )
    for act in acts:
        act()
        assert (told.said, told.intake, told.events) == (QUIET, before, NOTHING)
    told.press(question, question.choices[0])
    assert told.said == ("with_team-toast",)
    assert told.step.replies[0].toast
    assert told.intake == before


def test_media_gets_its_line(told: Chat) -> None:
    told.send("photo")
    assert told.said == ("media",)


@pytest.mark.parametrize("name", [*COMMANDS, *HIDDEN])
def test_a_command_that_moves_the_form_waits_and_any_other_is_answered(told: Chat, name: str) -> None:
    before = told.intake
    told.command(name)
    waits = {"start", "back", "skip", "edit", "start_over"}
    assert (told.said == ("with_team",)) == (name in waits)
    assert told.step.replies
    assert told.intake.answers == before.answers
    assert told.intake.handover is Handover.TEAM


def test_an_unknown_command_is_called_so(told: Chat) -> None:
    told.command("nonsense")
    assert told.said == ("unknown_command",)


def test_a_bare_word_is_for_the_team(told: Chat) -> None:
    for word in ("stop", "back", "help", "person", "start over", "yes"):
        told.say(word)
        assert told.said == QUIET


def test_who_stops_meanwhile_leaves_with_both_numbers_and_can_go_on_later(told: Chat) -> None:
    told.command("stop")
    assert told.state == machine.STOPPED
    assert all(phone in told.words for phone in PHONES)
    told.team(HandedBack()).tap("resume")
    assert told.state == "exfoliant"


def test_the_explainer_turns_its_pages_meanwhile(told: Chat) -> None:
    told.command("how").tap("page_1")
    assert told.said[0] == "page-proliferation"


def test_deleting_takes_a_tap_or_the_word_itself_and_no_bare_yes(told: Chat) -> None:
    told.say("delete my data")
    assert told.said == ("delete-sure",)
    told.team(HI).say("yes")
    assert (told.said, told.deleted) == (QUIET, False)
    told.tap("keep")
    assert told.said == ("nothing-changed",)
    assert told.intake.pending is None
    told.command("delete").tap("delete")
    assert told.said == ("deleted",)
    assert told.deleted


def test_the_word_itself_deletes_once_asked(told: Chat) -> None:
    told.say("delete")
    assert not told.deleted
    told.say("Delete")
    assert told.deleted


def test_a_button_to_delete_of_an_earlier_message_deletes_nothing(told: Chat) -> None:
    told.command("delete")
    old = told.messages[-1]
    told.command("delete").press(old, "delete")
    assert (told.said, told.deleted) == (("with_team-toast",), False)


def test_the_language_can_be_changed_meanwhile(told: Chat) -> None:
    case, round_ = told.intake.case, told.intake.round
    told._do(Tapped(case, round_, "language_en", 1))
    assert told.said == ("language-now",)
    told._do(Tapped(case, round_, "language_xx", 1))
    assert told.said == ("with_team-toast",)
    told._do(Tapped(case, round_ - 1, "language_en", 1))
    assert told.said == ("with_team-toast",)


def test_the_first_word_after_the_teams_is_told_and_the_next_is_not(told: Chat) -> None:
    told.team(HI).say("Differin")
    assert told.events == ((Event.CLIENT_REPLIED, ""),)
    assert told.intake.handover is Handover.TEAM
    told.say("the gel")
    assert told.events == NOTHING
    told.team(HI).tap(":no")
    assert (told.events, told.intake.handover) == (NOTHING, Handover.AWAITED)
    told.share("13145550123")
    assert told.events == ((Event.CLIENT_REPLIED, ""),)
    told.team(HI).send("photo")
    assert told.events == ((Event.CLIENT_REPLIED, ""),)


def test_urgent_words_are_acted_on_first_and_told_as_the_reply_they_are(told: Chat) -> None:
    told.team(HI).say("my face is swelling and I can't breathe")
    assert told.said == ("urgent-emergency", "with_team")
    assert told.events == ((Event.URGENT_WORDS_SEEN, "emergency"), (Event.CLIENT_REPLIED, ""))
    assert told.intake.paused
    assert told.intake.handover is Handover.TEAM


def test_what_is_mentioned_to_the_team_counts(told: Chat) -> None:
    told.say("by the way, I was told it is melasma")
    assert Mention.MELASMA in told.intake.mentions
    assert told.said == QUIET


# --- a change to an earlier message ---------------------------------------------------------------


def test_a_correction_waits_for_a_yes_until_the_bot_is_handed_back(chat: Chat) -> None:
    chat.fill(until="retinoid_last", retinoid=":yes", retinoid_product="tretinoin").say("Nov 2")
    number = chat.intake.answers["retinoid_last"].message_id
    assert number is not None
    chat.team(HI).edit(number, "Nov 3")
    assert chat.said == QUIET
    assert chat.events == ((Event.CLIENT_REPLIED, ""),)
    assert chat.value("retinoid_last") == Interval.on(MONDAY)
    assert chat.intake.pending is not None
    assert chat.intake.pending.asking is Asking.EDIT
    chat.team(HandedBack())
    assert chat.said == ("team-handed_back", "confirm-edit")
    chat.tap("confirm")
    assert chat.value("retinoid_last") != Interval.on(MONDAY)
    assert chat.intake.answers["retinoid_last"].how is How.EDITED


def test_a_change_to_what_was_no_answer_changes_nothing_and_is_read_all_the_same(told: Chat) -> None:
    before = told.intake
    told.say("hm").edit(told.number, "hm, is Accutane a cream?")
    assert told.said == QUIET
    assert told.intake == replace(before, mentions=before.mentions | told.intake.mentions)
    assert Mention.ISOTRETINOIN in told.intake.mentions


def test_a_change_to_what_is_read_back_leaves_it_waiting(chat: Chat) -> None:
    chat.fill(until="retinoid_product", retinoid=":yes").say("glycolic acid")
    before = chat.intake
    assert before.pending is not None
    assert before.pending.answer is not None
    number = before.pending.answer.message_id
    assert number is not None
    chat.team(TakenOver()).edit(number, "Accutane")
    assert (chat.intake.pending, chat.intake.answers) == (before.pending, before.answers)
    assert Mention.ISOTRETINOIN in chat.intake.mentions
