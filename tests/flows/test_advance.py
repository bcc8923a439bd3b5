"""What follows on each kind of input: words, taps, commands, edits, contacts, media, silence, urgent words."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from flows import machine
from flows.advance import advance
from flows.flow import Flow
from flows.model import (
    Asking,
    CameBack,
    Card,
    Command,
    ContactShared,
    Edited,
    Event,
    How,
    Input,
    Intake,
    Interval,
    MediaSent,
    Mention,
    NudgeDue,
    Pending,
    ProductClass,
    Products,
    Tapped,
    Typed,
    Verdict,
)
from tests.flows.given import CASE, MONDAY, PHONES, TODAY, Chat, answered, form, in_words, on, the_flow

URGENT = {
    "my face is swelling and I can't breathe": Mention.EMERGENCY,
    "I want to kill myself": Mention.CRISIS,
    "after my last treatment there is pus and it is getting worse": Mention.CLINICAL,
}


def test_a_whole_form_ends_finished_with_both_numbers(chat: Chat) -> None:
    chat.fill(until=machine.FINISHED)
    assert (Event.INTAKE_FINISHED, "READY") in chat.events
    assert all(phone in chat.words for phone in PHONES)
    assert CASE in chat.words


@pytest.mark.parametrize(
    ("ending", "given"),
    [
        (machine.DECLINED, {"consent": ":no_thanks"}),
        (machine.MINOR, {"age": ":under_18"}),
        (machine.DECLINED, {"consent": "no thanks"}),
        (machine.MINOR, {"age": "17"}),
    ],
)
def test_a_client_who_is_turned_away_leaves_with_both_numbers(chat: Chat, ending: str, given: dict[str, str]) -> None:
    chat.fill(until=ending, **given)
    assert all(phone in chat.words for phone in PHONES)
    assert [reply.card for reply in chat.step.replies if reply.card] == [
        Card("Courtney · Pur-One Medispa", "+13149607619"),
        Card("Jackie · Pur-One Medispa", "+13149090633"),
    ]
    assert chat.intake.answers == {}


def test_a_minor_is_told_nothing_but_goodbye_and_may_correct_a_slip(chat: Chat) -> None:
    chat.fill(until=machine.MINOR, age=":under_18")
    assert (Event.MINOR_TURNED_AWAY, "") in chat.events
    chat.tap("start_over")
    assert chat.state == "consent"


def test_words_after_the_end_are_passed_on_and_nothing_else_happens(chat: Chat) -> None:
    chat.fill(until=machine.FINISHED).say("see you soon")
    assert chat.state == machine.FINISHED
    assert (Event.QUESTION_PASSED_ON, "message") in chat.events


@pytest.mark.parametrize("words", ["I take accutane", "my skin is sore"])
@pytest.mark.parametrize(("key", "tap"), [("consent", ":no_thanks"), ("age", ":under_18")])
def test_nothing_said_after_a_forgotten_end_is_kept(chat: Chat, key: str, tap: str, words: str) -> None:
    chat.fill(until=key).do(tap)
    assert chat.state in machine.FORGOTTEN
    chat.say(words)
    assert (chat.intake.mentions, chat.events) == (frozenset(), ())


def test_who_declined_and_then_agrees_begins_anew(chat: Chat) -> None:
    chat.fill(until=machine.DECLINED, consent=":no_thanks").say("ok")
    assert chat.state == "consent"


def test_who_declined_may_still_ask_how_it_works(chat: Chat) -> None:
    chat.fill(until=machine.DECLINED, consent=":no_thanks").say("how does microneedling work?")
    assert chat.said[0] == "topic-how_it_works"


# --- the first words --------------------------------------------------------------------------------


def test_the_first_words_of_a_stranger_bring_the_consent_prompt(chat: Chat) -> None:
    chat.say("hello")
    assert (chat.state, chat.keys) == ("consent", ("ask-consent",))
    assert (Event.INTAKE_STARTED, "") in chat.events


def test_a_question_as_the_first_words_is_answered_before_the_consent_prompt(chat: Chat) -> None:
    chat.say("how does microneedling work?")
    assert chat.said == ("topic-how_it_works", "ask-consent")
    assert (Event.QUESTION_ANSWERED, "how_it_works") in chat.events


def test_a_first_question_that_the_clinic_says_nothing_about_is_passed_on(chat: Chat) -> None:
    chat.say("does it hurt?")
    assert chat.keys[0] == "passed_on"
    assert (Event.QUESTION_PASSED_ON, "pain") in chat.events


def test_a_sticker_as_the_first_message_brings_the_consent_prompt(chat: Chat) -> None:
    chat.send("sticker")
    assert (chat.state, chat.keys) == ("consent", ("media", "ask-consent"))


def test_a_tap_before_the_start_begins(chat: Chat) -> None:
    other = Chat(chat.flow).start()
    chat.press(other.messages[-1], "consent:agree")
    assert (chat.state, chat.intake.answers) == ("consent", {})


# --- words ------------------------------------------------------------------------------------------


def test_typed_words_mean_what_the_buttons_mean(chat: Chat) -> None:
    chat.fill(
        consent="yes I agree", age="30", name="Ann", goals="acne scars and 4", area="face and neck", retinoid="nope",
        isotretinoin="never", exfoliant="no", procedure="no", pigment="no", skin_now="no", health_stop="none",
        health_review="none of them", series="first", wish="no", note="see you soon",
    )  # fmt: skip
    assert chat.values() == {
        "consent": "agree", "age": "22_or_older", "name": "Ann", "goals": ("acne_scars", "texture"), "area": "both",
        "retinoid": "no", "isotretinoin": "never", "exfoliant": "no", "procedure": "no", "pigment": "no",
        "skin_now": "no", "health_stop": "none", "health_review": "none", "series": "first", "wish": "no",
        "note": "see you soon",
    }  # fmt: skip
    assert {answer.how for answer in chat.intake.answers.values()} == {How.TYPED}
    assert chat.screening().verdict is Verdict.READY


@pytest.mark.parametrize(("word", "state"), [("stop", "stopped"), ("go back", "consent"), ("Help!", "age")])
def test_the_bare_word_of_a_command_is_the_command(chat: Chat, word: str, state: str) -> None:
    chat.fill(until="age").say(word)
    assert chat.state == state


def test_the_bare_word_of_a_command_is_the_command_while_something_waits(chat: Chat) -> None:
    chat.fill(until="retinoid_last", retinoid=":yes").say("about a month ago")
    assert chat.asking is Asking.CONFIRM
    chat.say("stop")
    assert chat.state == "stopped"


def test_a_bare_word_that_answers_the_question_is_the_answer(chat: Chat) -> None:
    chat.fill(until="area").say("back")
    assert chat.value("area") == "other"


def test_a_changed_message_that_is_being_read_back_is_read_anew(chat: Chat) -> None:
    chat.fill(until="retinoid_product", retinoid=":yes").say("tretinoin")
    pending = chat.intake.pending
    assert pending is not None
    assert pending.answer is not None
    chat.edit(pending.answer.message_id or 0, "tretinoin and accutane")
    assert chat.asking is Asking.CONFIRM
    chat.tap("confirm")
    value = chat.value("retinoid_product")
    assert isinstance(value, Products)
    assert ProductClass.ISOTRETINOIN in value.classes()


def test_an_unknown_command_says_so_and_shows_the_question_again(chat: Chat) -> None:
    chat.fill(until="area").command("dance")
    assert chat.said == ("unknown_command", "ask-area")
    assert chat.state == "area"


def test_an_unknown_command_at_the_start_begins(chat: Chat) -> None:
    assert chat.command("dance").state == "consent"


def test_a_command_of_the_form_before_its_start_begins_it(chat: Chat) -> None:
    assert chat.command("skip").keys == ("ask-consent",)


# --- a question and an answer in one message --------------------------------------------------------


def test_a_question_in_the_middle_is_answered_and_the_form_goes_on_where_it_was(chat: Chat) -> None:
    chat.fill(until="area").say("how many sessions do I need?")
    assert chat.state == "area"
    assert chat.said == ("topic-sessions", "ask-area")
    assert chat.events == ((Event.QUESTION_ANSWERED, "sessions"),)


def test_a_question_that_the_clinic_says_nothing_about_is_passed_on_honestly(chat: Chat) -> None:
    chat.fill(until="area").say("does it hurt?")
    assert chat.keys[0] == "passed_on"
    assert all(phone in chat.words for phone in PHONES)
    assert chat.events == ((Event.QUESTION_PASSED_ON, "pain"),)


def test_a_question_does_not_count_as_an_answer_to_a_text_question(chat: Chat) -> None:
    chat.fill(until="note").say("how much does it cost?")
    assert chat.state == "note"
    assert chat.events == ((Event.QUESTION_PASSED_ON, "price"),)


def test_one_message_may_answer_and_ask(chat: Chat) -> None:
    chat.fill(until="retinoid_last", retinoid=":yes").say("yesterday. how long is the downtime?")
    asked = [event for event in chat.events if event[0] in {Event.QUESTION_ANSWERED, Event.QUESTION_PASSED_ON}]
    assert asked == [(Event.QUESTION_PASSED_ON, "downtime")]
    assert "topic-downtime" in chat.keys
    assert chat.asking is Asking.CONFIRM or chat.value("retinoid_last") == on(11, 6)


def test_what_a_question_mentions_is_remembered(chat: Chat) -> None:
    chat.fill(until="area").say("can I come if I take accutane?")
    assert Mention.ISOTRETINOIN in chat.intake.mentions
    assert chat.fill().screening().verdict is Verdict.REVIEW


# --- urgent words -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "kind"), URGENT.items())
def test_urgent_words_come_before_everything_else(chat: Chat, text: str, kind: Mention) -> None:
    chat.fill(until="note").say(text)
    assert chat.keys[0] == f"urgent-{kind}"
    assert all(phone in chat.words for phone in PHONES)
    assert chat.events == ((Event.URGENT_WORDS_SEEN, kind),)
    assert chat.intake.paused
    assert (chat.state, "note" in chat.intake.answers) == ("note", False)
    assert chat.screening().verdict is Verdict.STOP


def test_the_most_urgent_kind_wins(chat: Chat) -> None:
    chat.start().say("I can't breathe and I want to kill myself")
    assert chat.keys[0] == "urgent-crisis"


def test_the_form_stays_paused_until_the_client_goes_on(chat: Chat) -> None:
    chat.fill(until="area").say("I can't breathe")
    old = replace(chat.messages[-1])
    for step in (chat.say("face"), chat.command("skip"), chat.send("voice"), chat.tap("area:face"), chat.nudge()):
        assert step.state == "area"
        assert step.intake.paused
    chat.share("13145550123")
    assert chat.keys == ("contact-not_now", "paused")
    chat.press(old, "resume")
    assert (chat.intake.paused, chat.state) == (False, "area")
    assert chat.events == ((Event.INTAKE_RESUMED, "area"),)
    assert chat.fill().screening().verdict is Verdict.STOP


def test_start_goes_on_after_urgent_words(chat: Chat) -> None:
    chat.fill(until="area").say("I can't breathe").start()
    assert (chat.intake.paused, chat.keys[0]) == (False, "ask-area")


def test_urgent_words_of_a_stranger_come_before_the_consent_prompt(chat: Chat) -> None:
    chat.say("I can't breathe")
    assert "ask-consent" not in chat.keys
    chat.tap("resume")
    assert chat.state == "consent"


def test_urgent_words_after_the_end_do_not_pause_what_is_finished(chat: Chat) -> None:
    chat.fill(until=machine.FINISHED).say("my face is swelling and I can't breathe")
    assert chat.keys[0] == "urgent-emergency"
    assert not chat.intake.paused


@pytest.mark.parametrize("way", ["caption", "edit"])
def test_urgent_words_are_seen_wherever_they_are_written(chat: Chat, way: str) -> None:
    chat.fill(until="area")
    if way == "caption":
        chat.send("photo", caption="I can't breathe")
    else:
        chat.edit(999, "I can't breathe")
    assert chat.keys[0] == "urgent-emergency"


def test_pages_can_be_read_while_the_form_is_paused(chat: Chat) -> None:
    chat.fill(until="area").say("I can't breathe").command("how").tap("page_1")
    assert "page-proliferation" in chat.keys


# --- edited messages --------------------------------------------------------------------------------


def test_an_edited_message_corrects_the_answer_it_gave_once_confirmed(chat: Chat) -> None:
    chat.fill(until="area", name="Ann")
    number = chat.intake.answers["name"].message_id
    assert number is not None
    chat.edit(number, "Anna")
    assert (chat.asking, chat.value("name"), chat.state) == (Asking.EDIT, "Ann", "area")
    chat.tap("confirm")
    assert (chat.value("name"), chat.intake.answers["name"].how, chat.state) == ("Anna", How.EDITED, "area")
    assert (Event.ANSWER_CHANGED, "name") in chat.events


def test_an_edited_message_can_be_left_as_it_was(chat: Chat) -> None:
    chat.fill(until="area", name="Ann")
    chat.edit(chat.intake.answers["name"].message_id or 0, "Anna").tap("keep")
    assert (chat.value("name"), chat.asking, chat.state) == ("Ann", None, "area")


def test_an_edit_of_a_message_that_gave_no_answer_is_no_answer_to_the_next_question(chat: Chat) -> None:
    chat.fill(until="area").say("what is it?")
    chat.edit(chat.number - 3, "face")
    assert chat.state == "area"
    assert chat.keys[0] == "edit-no_answer"


def test_an_edit_that_cannot_be_read_leaves_the_answer(chat: Chat) -> None:
    chat.fill(until="name", age="25")
    chat.edit(chat.intake.answers["age"].message_id or 0, "purple monkey")
    assert chat.keys[0] == "edit-not_read"
    assert (chat.value("age"), chat.state) == ("22_or_older", "name")
    chat.tap("change_age")
    assert chat.state == "age"


def test_an_edit_while_the_form_is_paused_changes_nothing(chat: Chat) -> None:
    chat.fill(until="area", name="Ann").say("I can't breathe")
    chat.edit(chat.intake.answers["name"].message_id or 0, "Anna")
    assert (chat.value("name"), chat.asking) == ("Ann", None)


def test_an_edit_after_the_end_leads_back_to_the_card(chat: Chat) -> None:
    chat.fill(until=machine.FINISHED, retinoid="no")
    chat.edit(chat.intake.answers["retinoid"].message_id or 0, "yes").tap("confirm")
    assert chat.state == "retinoid_product"
    assert chat.fill().state == machine.REVIEW


def test_an_edit_of_a_day_that_is_too_vague_is_narrowed_down(chat: Chat) -> None:
    chat.fill(retinoid=":yes", retinoid_product="tretinoin", retinoid_last="2026-11-06")
    chat.edit(chat.intake.answers["retinoid_last"].message_id or 0, "last week").tap("confirm")
    assert chat.asking in {None, Asking.NARROW}
    assert isinstance(chat.fill().value("retinoid_last"), Interval)


# --- contacts, media, silence -----------------------------------------------------------------------


def test_a_contact_of_the_clients_own_is_the_number(chat: Chat) -> None:
    chat.fill(until="phone", next_step=":call_me").share("13145550123")
    assert chat.value("phone") == "+13145550123"
    assert (chat.intake.answers["phone"].how, chat.state) == (How.CONTACT, "best_time")


def test_a_contact_that_is_no_number_we_know_is_kept_as_it_came(chat: Chat) -> None:
    chat.fill(until="phone", next_step=":call_me").share("12")
    assert (chat.value("phone"), chat.state) == ("12", "best_time")


def test_a_contact_of_somebody_else_is_not_taken(chat: Chat) -> None:
    chat.fill(until="phone", next_step=":call_me").share("13145550123", own=False)
    assert (chat.state, chat.keys[0]) == ("phone", "contact-not_own")


def test_a_contact_when_none_was_asked_for_is_not_kept(chat: Chat) -> None:
    chat.fill(until="area").share("13145550123")
    assert (chat.state, chat.keys[0]) == ("area", "contact-not_now")
    assert "phone" not in chat.intake.answers


def test_media_are_not_opened_and_the_question_stands(chat: Chat) -> None:
    chat.fill(until="area").send("photo", album="1")
    assert (chat.state, chat.keys[0]) == ("area", "media")


def test_silence_is_broken_once_until_the_client_says_something(chat: Chat) -> None:
    chat.fill(until="area").nudge()
    assert (chat.keys[:2], chat.events) == (("nudge", "ask-area"), ((Event.NUDGED, "area"),))
    assert chat.nudge().step.replies == ()
    chat.say("face").nudge()
    assert chat.keys[:2] == ("nudge", "ask-retinoid")


@pytest.mark.parametrize("ending", [machine.FINISHED, machine.STOPPED, machine.DECLINED])
def test_nobody_is_nudged_after_an_end(chat: Chat, ending: str) -> None:
    if ending == machine.STOPPED:
        chat.fill(until="area").command("stop")
    else:
        chat.fill(until=ending, **({"consent": ":no_thanks"} if ending == machine.DECLINED else {}))
    assert chat.nudge().step.replies == ()


def test_nobody_is_nudged_before_the_start(chat: Chat) -> None:
    assert chat.nudge().step.replies == ()


def test_a_client_who_lets_the_bot_in_again_is_where_they_were(chat: Chat) -> None:
    chat.fill(until="area").come_back()
    assert (chat.state, chat.step.replies) == ("area", ())


# --- the worst bug it could have --------------------------------------------------------------------


@pytest.mark.parametrize("question", ["retinoid", "exfoliant"])
@pytest.mark.parametrize("text", ["Accutane", "isotretinoin 20 mg", "tretinoin and accutane"])
def test_a_pill_typed_at_a_product_question_is_never_the_five_days(chat: Chat, question: str, text: str) -> None:
    given = {question: ":yes", f"{question}_product": text, f"{question}_last": f":on_{MONDAY.isoformat()}"}
    chat.fill(**given)
    products = chat.value(f"{question}_product")
    assert isinstance(products, Products)
    assert products.found[0].counts_as == "isotretinoin"
    screening = chat.screening()
    assert screening.verdict is Verdict.REVIEW
    assert screening.earliest is not None
    assert (screening.earliest - TODAY).days > 150


def test_a_pill_named_in_a_note_is_never_ready(chat: Chat) -> None:
    assert chat.fill(note="I took accutane this spring").screening().verdict is Verdict.REVIEW


def test_every_input_is_pure(flow: Flow) -> None:
    one, other = Chat(flow).fill(), Chat(flow).fill()
    assert one.step == other.step


# --- a form that has changed ------------------------------------------------------------------------

EVERY_INPUT: tuple[Input, ...] = (
    Typed("yes", 9),
    Tapped(CASE, 3, "back", 9),
    Tapped(CASE, 3, "go_on", 9),
    Edited("no", 8),
    Command("start", "", 9),
    Command("edit", "", 9),
    Command("skip", "", 9),
    ContactShared("13145550123", own=True, message_id=9),
    MediaSent("photo", None, 9),
    NudgeDue(),
    CameBack(),
)


@cache
def without(gone: str) -> Flow:
    """The flow after a question was taken out, and what is asked with it; made once, as its machine takes its time."""
    flow = the_flow()
    return replace(
        flow,
        questions=tuple(each for each in flow.questions if gone not in {each.key, each.again_with}),
        handoff=tuple(each for each in flow.handoff if gone not in {each.key, each.again_with}),
    )


@pytest.mark.parametrize("given", EVERY_INPUT, ids=lambda given: type(given).__name__)
def test_nobody_is_stranded_at_a_question_that_was_taken_out(flow: Flow, given: Input) -> None:
    for gone in flow.by_key:
        left = without(gone)
        last = replace(answered("yes"), message_id=8)
        waiting = Pending(Asking.CONFIRM, gone, last)
        there = Intake(CASE, gone, 3, form({gone: last}), pending=waiting)
        step = advance(left, there, given, TODAY)
        assert step.starts_over or step.intake.state in left.machine.states
        assert all(in_words(left, reply) or reply.buttons or reply.card or reply.onto for reply in step.replies)


def test_the_button_of_a_question_that_was_taken_out_is_an_old_one(flow: Flow) -> None:
    left = replace(flow, questions=tuple(each for each in flow.questions if each.key != "skin_now"))
    there = Intake(CASE, "health_stop", 5, form({"skin_now": replace(answered("no"), round=4)}))
    step = advance(left, there, Tapped(CASE, 4, "skin_now:no", 9), TODAY)
    assert step.intake == there
    assert [phrase.key for phrase in step.replies[0].body] == ["old-plain"]


# --- what is mentioned along the way ----------------------------------------------------------------


def test_what_a_caption_mentions_is_kept(chat: Chat) -> None:
    chat.fill(until="area").send("photo", caption="I take acitretin")
    assert Mention.ORAL_RETINOID in chat.intake.mentions


def test_what_the_first_words_mention_is_kept(chat: Chat) -> None:
    chat.say("hi i take acitretin")
    assert Mention.ORAL_RETINOID in chat.intake.mentions


def test_what_is_mentioned_while_the_form_is_paused_is_kept(chat: Chat) -> None:
    chat.fill(until="area").say("my face is swelling and I can't breathe").say("I take accutane")
    assert Mention.ISOTRETINOIN in chat.intake.mentions


@pytest.mark.parametrize("state", [machine.PLAN, "next_step", machine.FINISHED])
def test_a_client_whose_words_change_the_plan_is_told_the_new_one(chat: Chat, state: str) -> None:
    chat.fill(until=state).say("I forgot, I take accutane")
    assert "plan-changed" in chat.said
    assert "plan-review" in chat.said
    chat.say("accutane, as I said")
    assert "plan-changed" not in chat.said


def test_words_on_the_card_that_say_more_are_for_a_person_to_look_at(chat: Chat) -> None:
    chat.fill(until=machine.REVIEW).say("I forgot to say I use retinol every night")
    assert chat.screening().verdict is Verdict.REVIEW


@pytest.mark.parametrize("then", ["no", "retinol"])
def test_what_was_read_back_and_let_go_of_was_said_all_the_same(chat: Chat, then: str) -> None:
    chat.fill(until="retinoid_product", retinoid=":yes").say("accutane")
    assert chat.intake.mentions == frozenset()
    chat.say(then)
    assert chat.intake.mentions == {Mention.ISOTRETINOIN}


def test_what_was_read_back_and_agreed_to_is_the_answers_own(chat: Chat) -> None:
    chat.fill(until="retinoid_product", retinoid=":yes").say("accutane").tap("confirm")
    assert chat.intake.mentions == frozenset()
    assert chat.intake.answers["retinoid_product"].mentions == {Mention.ISOTRETINOIN}


# --- what the numbers count by ----------------------------------------------------------------------


@pytest.mark.parametrize(("link", "source"), [("instagram", "instagram"), ("flyer at Ann's", "other"), ("", "")])
def test_a_start_says_where_the_client_came_from_by_a_key_of_ours(chat: Chat, link: str, source: str) -> None:
    chat.start(link)
    assert (Event.INTAKE_STARTED, source) in chat.events
    assert chat.intake.source == link


def test_a_question_asked_again_because_it_was_not_understood_is_counted(chat: Chat) -> None:
    chat.fill(until="retinoid_last", retinoid=":yes", retinoid_product="tretinoin").say("around the jacaranda bloom")
    assert (Event.ASKED_AGAIN, "retinoid_last") in chat.events
    chat.say("the purple ones")
    assert Event.ASKED_AGAIN not in {event for event, _ in chat.events}
    assert (Event.ANSWER_NOT_READ, "retinoid_last") in chat.events


def test_how_a_client_goes_on_and_how_the_form_ended_are_counted_by_key(chat: Chat) -> None:
    chat.fill(until="next_step", skin_now=":yes").do(":write_here")
    assert (Event.NEXT_STEP_CHOSEN, "write_here") in chat.events
    assert (Event.INTAKE_FINISHED, "REVIEW") in chat.events


@pytest.mark.parametrize(
    ("state", "given"), [(machine.DECLINED, {"consent": ":no_thanks"}), (machine.MINOR, {"age": ":under_18"})]
)
def test_to_whom_was_turned_away_it_is_not_said_that_the_team_was_told(
    chat: Chat, state: str, given: dict[str, str]
) -> None:
    chat.fill(until=state, **given).command("human")
    assert list(chat.said) == ["hand_off"]
    assert chat.events == ()
