"""The language of the chat: switched anywhere with the place kept, offered once, and followed when it is urgent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from flows import machine
from flows.flow import Flow
from flows.model import Asking, Event, HandedBack, Handover, Keyboard, Mention, TakenOver
from tests.flows.given import TAPS, Chat

OFFER = "language_es"


def spoken(chat: Chat, language: str) -> Chat:
    """The chat, held in `language` from the beginning."""
    chat.intake = replace(chat.intake, language=language)
    return chat


@pytest.mark.parametrize(
    "words", ["español", "Español por favor", "en espanol", "Spanish", "¿Habla español?", "speak spanish"]
)
def test_its_name_switches_the_language(chat: Chat, words: str) -> None:
    chat.fill(until="area").say(words)
    assert (chat.said, chat.intake.language, chat.state) == (("language-now", "ask-area"), "es", "area")
    assert "Muy bien" in chat.words


@pytest.mark.parametrize("words", ["english", "in English please", "inglés", "do you speak English?"])
def test_its_name_switches_back_too(chat: Chat, words: str) -> None:
    spoken(chat, "es").fill(until="area").say(words)
    assert (chat.said, chat.intake.language, chat.state) == (("language-now", "ask-area"), "en", "area")


@pytest.mark.parametrize("state", [state for state in TAPS if state not in {"consent", "procedure_note", "phone"}])
def test_the_switch_keeps_the_place_wherever_it_is(chat: Chat, state: str) -> None:
    yes = dict.fromkeys(("retinoid", "exfoliant", "pigment"), ":yes")
    further = {"series": ":continuing", "isotretinoin": ":under_6_months", "next_step": ":call_me"}
    chat.fill(until=state, **yes, **further, **dict.fromkeys((machine.PLAN, *machine.EXPLAIN), "next"))
    before = chat.intake
    chat.say("español")
    assert replace(chat.intake, language="en", language_offered=False) == before
    chat.command("language").tap("language_en")
    assert replace(chat.intake, language_offered=False) == before


@pytest.mark.parametrize(
    ("asking", "words"),
    [(Asking.CONFIRM, ["tretinoin"]), (Asking.NARROW, ["tretinoin", "yes", "between Nov 2 and Nov 6"])],
)
def test_what_is_read_back_or_narrowed_down_stays(chat: Chat, asking: Asking, words: list[str]) -> None:
    chat.fill(until="retinoid_product", retinoid=":yes").say(*words)
    waiting = chat.intake.pending
    assert waiting is not None
    assert waiting.asking is asking
    chat.say("español")
    assert (chat.intake.pending, chat.intake.language) == (waiting, "es")
    assert chat.said[0] == "language-now"
    chat.command("language").tap("language_en")
    assert chat.intake.pending == waiting


def test_a_change_to_a_message_stays_to_be_confirmed(chat: Chat) -> None:
    chat.fill(until="name").say("Ana")
    chat.fill(until="area").edit(_own(chat, "name"), "Anna").say("español")
    assert chat.asking is Asking.EDIT
    chat.tap("confirm")
    assert chat.value("name") == "Anna"


def _own(chat: Chat, key: str) -> int:
    number = chat.intake.answers[key].message_id
    assert number is not None
    return number


def test_a_deletion_that_was_asked_for_stays_to_be_confirmed(chat: Chat) -> None:
    chat.fill(until="area").command("delete").say("español")
    assert (chat.asking, chat.said) == (Asking.DELETE, ("language-now", "delete-sure"))
    assert chat.say("sí").deleted


def test_the_first_word_of_all_may_ask_for_the_language(chat: Chat) -> None:
    chat.say("español")
    assert (chat.state, chat.intake.language) == ("consent", "es")
    assert "asistente automático" in chat.words


def test_the_menu_of_languages_works_before_the_form_has_begun(chat: Chat) -> None:
    chat.command("language").tap("language_es")
    assert (chat.state, chat.intake.language) == ("consent", "es")


def test_a_paused_form_stays_paused_in_another_language(chat: Chat) -> None:
    chat.fill(until="area").say("I can't breathe").command("language").tap("language_es")
    assert (chat.intake.paused, chat.said) == (True, ("language-now", "paused"))
    chat.say("english")
    assert (chat.intake.paused, chat.intake.language) == (True, "en")


def test_while_the_team_speaks_the_language_is_switched_quietly(chat: Chat) -> None:
    chat.fill(until="area").team(TakenOver()).say("español")
    assert (chat.said, chat.intake.language, chat.intake.handover) == (("language-now",), "es", Handover.TEAM)
    chat.team(HandedBack())
    assert "asistente automático" in chat.words


# --- the offer ------------------------------------------------------------------------------------


def test_who_types_spanish_is_offered_it_once(chat: Chat) -> None:
    chat.fill(until="retinoid").say("no entiendo, quiero saber mucho más")
    assert chat.choices[-1] == OFFER
    assert "¿Prefiere español?" in _labels(chat)
    assert (chat.intake.language, chat.state) == ("en", "retinoid")
    chat.say("todavía no sé qué es eso")
    assert OFFER not in chat.choices


def test_the_offer_keeps_the_place(chat: Chat) -> None:
    chat.fill(until="retinoid").say("nunca he usado nada de eso")
    state, given = chat.state, chat.values()
    chat.tap(OFFER)
    assert (chat.intake.language, chat.state, chat.values()) == ("es", state, given)
    assert chat.say("I do not understand what this is").choices[-1] != "language_en"


def test_who_types_english_in_the_spanish_chat_is_offered_it(chat: Chat) -> None:
    spoken(chat, "es").fill(until="retinoid").say("I do not understand what this means")
    assert chat.choices[-1] == "language_en"
    assert "English instead?" in _labels(chat)


@pytest.mark.parametrize("words", ["no", "retinol", "hola", "The Ordinary AHA 30% + BHA 2%", "I never did"])
def test_nothing_is_offered_for_words_of_either_or_of_the_same_language(chat: Chat, words: str) -> None:
    chat.fill(until="retinoid").say(words)
    assert not chat.intake.language_offered
    assert OFFER not in chat.choices


def test_where_a_message_has_no_room_the_offer_comes_before_it(chat: Chat) -> None:
    chat.fill(until="phone", next_step=":call_me").say("no quiero dar mi número todavía")
    *_, offer, question = chat.step.replies
    assert question.keyboard is Keyboard.SHARE_CONTACT
    assert [button.choice for row in offer.buttons for button in row] == [OFFER]


def test_who_chose_a_language_is_offered_none(chat: Chat) -> None:
    chat.fill(until="area").command("language").tap("language_es").say("I do not understand what this means")
    assert "language_en" not in chat.choices


def test_the_very_first_words_may_be_in_another_language(chat: Chat) -> None:
    chat.say("buenas tardes, quiero una cita")
    assert (chat.state, chat.choices[-1]) == ("consent", OFFER)


def test_who_takes_everything_back_in_another_language_is_only_told_that(chat: Chat) -> None:
    chat.fill(until="area").command("delete").say("bórrelo todo")
    assert (chat.deleted, chat.said) == (True, ("deleted",))


def test_after_an_end_of_which_nothing_is_kept_nothing_is_offered(chat: Chat) -> None:
    chat.start().tap(":no_thanks").say("¿cuánto cuesta todo esto?")
    assert OFFER not in chat.choices
    assert not chat.intake.language_offered


# --- urgent words ---------------------------------------------------------------------------------


def test_urgent_words_are_answered_in_their_own_language(chat: Chat) -> None:
    chat.fill(until="area").say("no puedo respirar y se me hinchó la lengua")
    assert Mention.EMERGENCY in chat.intake.mentions
    assert (chat.intake.language, chat.intake.paused) == ("es", True)
    assert "llame al 911" in chat.words
    assert "language_en" in chat.choices
    chat.tap("language_en")
    assert (chat.intake.language, chat.intake.paused) == ("en", True)
    assert (Event.URGENT_WORDS_SEEN, Mention.EMERGENCY) not in chat.events


def test_urgent_words_in_the_language_of_the_chat_change_no_language(chat: Chat) -> None:
    chat.fill(until="area").say("I can't breathe")
    assert chat.intake.language == "en"
    assert chat.choices == ["resume"]


# --- words of any language ------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["atrás", "atras", "ATRÁS", "regresar", "go back"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_command_is_known_by_its_words_in_any_language(chat: Chat, words: str, language: str) -> None:
    spoken(chat, language).fill(until="area").say(words)
    assert chat.state == "goals"


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("ayuda", "help"), ("saltar", "ask-goals"), ("una persona", "person_called"), ("borrar", "delete-sure"),
        ("parar", "farewell-stopped"), ("teléfonos", "hand_off"), ("corregir", "card"),
    ],
)  # fmt: skip
def test_the_commands_in_spanish_words(chat: Chat, words: str, key: str) -> None:
    assert key in spoken(chat, "es").fill(until="name").say(words).said


@pytest.mark.parametrize(("language", "words"), [("es", "Neck"), ("en", "Cuello"), ("es", "cuello"), ("en", "neck")])
def test_a_button_is_known_by_its_words_in_any_language(chat: Chat, language: str, words: str) -> None:
    spoken(chat, language).fill(until="area").say(words)
    assert chat.value("area") == "neck"


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    ("words", "key"),
    [("cambiar zona", "area"), ("the area please", "area"), ("ultimo uso del retinoide", "retinoid_last")],
)
def test_an_answer_on_the_card_is_known_by_its_name_in_any_language(
    chat: Chat, language: str, words: str, key: str
) -> None:
    spoken(chat, language).fill(retinoid=":yes").say(words)
    assert chat.state == key


def test_every_language_names_itself(flow: Flow) -> None:
    assert flow.words.languages == ("en", "es")


def _labels(chat: Chat) -> str:
    return "\n".join(
        chat.flow.words.say(button.label, chat.intake.language)
        for reply in chat.step.replies
        for row in reply.buttons
        for button in row
    )
