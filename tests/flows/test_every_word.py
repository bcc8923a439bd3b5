"""Every message in every language, with every choice: all of it can be said, and Telegram takes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from flows import machine
from flows.commands import COMMANDS
from flows.explainer import PAGES
from flows.flow import Flow
from flows.model import (
    URGENT,
    Asking,
    Filling,
    HandedBack,
    Kind,
    Phrase,
    ProductClass,
    QuestionReplied,
    TakenOver,
    TeamWrote,
    Verdict,
)
from flows.wording import LIMITS, NEVER_SAID, SAID_BY_DELIVERY
from flows.words import LANGUAGES
from tests.flows.given import TAPS, Chat, the_flow

CODES: Final = tuple(sorted(path.stem for path in LANGUAGES.glob("*.ftl")))
DAY: Final = date(2026, 9, 23)
"""Its name and its month are among the longest, in each language."""
ON_A_DAY: Final = re.compile(r"(?:NEAR|DAY)\(\s*\$(\w+)\s*\)")
NUMBERS: Final = frozenset({"count", "page", "pages", "finished", "unfinished", "number"})
LONG: Final = frozenset({"lines", "commands", "contacts", "reasons", "kinds", "cases", "found", "value", "text"})
PRODUCTS: Final = (
    "tretinoin", "Accutane", "soriatane", "glycolic acid", "azelaic acid", "niacinamide", "blue stuff", ":not_sure",
)  # fmt: skip
YES: Final = dict.fromkeys(("retinoid", "exfoliant", "procedure", "pigment"), ":yes")
FURTHER: Final = {**YES, "isotretinoin": ":under_6_months", "series": ":continuing", "next_step": ":call_me"}


def spoken(language: str) -> Chat:
    chat = Chat(the_flow())
    chat.intake = replace(chat.intake, language=language)
    return chat


def fillings(flow: Flow, language: str, key: str) -> dict[str, Filling]:
    """Something as long as may be for each gap of a message."""
    days = set(ON_A_DAY.findall(flow.words.by_code[language].written[key]))
    return {gap: _filling(gap, days) for gap in flow.words.by_code[language].gaps[key]}


def _filling(gap: str, days: set[str]) -> Filling:
    if gap in days:
        return DAY
    if gap in NUMBERS:
        return 100
    return "Wörter — palabras “así”\n" * 20 if gap in LONG else "Palabras, así"


@pytest.mark.parametrize("language", CODES)
def test_every_message_can_be_said_and_leaves_no_gap(flow: Flow, language: str) -> None:
    assert language in flow.words.languages
    for key in flow.words.by_code[language].gaps:
        text = flow.words.say(Phrase(key, fillings(flow, language, key)), language)
        limit = next((limit for start, limit in LIMITS.items() if key.startswith(start)), 4096)
        assert text.strip(), key
        assert not re.search(r"[{}]|\$\w|\?\?\?", text), key
        assert len(text.encode("utf-16-le")) // 2 <= limit, key
        assert NEVER_SAID.isdisjoint(re.findall(r"\w+", text.casefold())), key


@pytest.mark.parametrize("language", CODES)
def test_days_are_said_in_the_words_of_the_language(flow: Flow, language: str) -> None:
    shown = {"en": ("Wed, Sep 23", "Wed, Sep 23, 2026"), "es": ("mié 23 de sep", "mié, 23 de sep de 2026")}[language]
    assert flow.words.say(Phrase("day-on", {"day": DAY}), language) == shown[0]
    assert flow.words.say(Phrase("value-day", {"day": DAY}), language) == shown[1]


def test_no_message_of_one_language_is_left_in_the_words_of_another(flow: Flow) -> None:
    first, *others = (flow.words.by_code[code] for code in flow.words.languages)
    for other in others:
        same = {key for key, text in other.written.items() if text == first.written[key] and _has_words(text)}
        assert same <= {"choice-no", "language-en", "language-es", "button-speak_en", "button-speak_es", "contact"}


def _has_words(text: str) -> bool:
    return re.search(r"[^\W\d_]{2,}", re.sub(r"\{[^}]*\}", "", text)) is not None


# --- the flow, with every choice ------------------------------------------------------------------


def choices() -> Iterator[tuple[str, str]]:
    """Every button under every question, and what a date or a product may be answered with beside."""
    flow = the_flow()
    for question in flow.by_key.values():
        for choice in question.choices:
            yield question.key, f":{choice}"
        if question.skippable and question.kind is not Kind.FUTURE_DATE:
            yield question.key, ":skip"
        if question.kind is Kind.PAST_DATE:
            yield from ((question.key, day) for day in ("2026-11-03", "2026-11-02 - 2026-11-06"))
        if question.kind is Kind.PRODUCT:
            yield from ((question.key, product) for product in PRODUCTS)
        if question.kind is Kind.FUTURE_DATE:
            yield from ((question.key, day) for day in ("2026-11-09", "2026-12-24"))


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize(("key", "given"), list(choices()))
def test_a_form_with_this_choice_is_said_from_its_first_word_to_its_last(language: str, key: str, given: str) -> None:
    chat = spoken(language)
    ways = {**FURTHER, machine.PLAN: "next", **dict.fromkeys(machine.EXPLAIN[:-1], "next"), key: given}
    heard: set[str] = set()
    for _ in range(80):
        if chat.state in machine.ENDINGS:
            break
        if chat.state == machine.START:
            chat.start()
        else:
            chat.do(ways.get(chat.state, TAPS[chat.state]))
        heard |= set(chat.keys)
    assert chat.state in machine.ENDINGS
    assert chat.intake.language == language
    assert f"ask-{key}" in heard


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_answered_in_every_language(language: str, name: str) -> None:
    for state in ("start", "area", machine.REVIEW, machine.PLAN, machine.FINISHED):
        chat = spoken(language)
        if state != "start":
            chat.fill(until=state)
        assert chat.command(name).step.replies


@pytest.mark.parametrize("language", CODES)
def test_all_that_is_said_along_the_way(language: str) -> None:
    """Pages, topics, urgent words, what is not understood, old buttons, edits, media, the team, silence, deletion."""
    chat = spoken(language).fill(until="retinoid_product", retinoid=":yes")
    heard: set[str] = set()

    def after(did: Chat) -> None:
        heard.update(did.keys)

    old = replace(chat.messages[-1])
    after(chat.say("does it hurt?"))
    after(chat.say("tretinoin"))
    waiting = chat.intake.pending
    assert waiting is not None
    assert waiting.answer is not None
    after(chat.tap("confirm").edit(waiting.answer.message_id or 0, "adapalene"))
    after(chat.tap("keep").press(old, "retinoid_product:not_sure"))
    after(chat.say("between Nov 2 and Nov 6"))
    if chat.asking is Asking.CONFIRM:
        chat.tap("confirm")
    assert chat.asking is Asking.NARROW
    after(chat)
    after(chat.tap("keep").send("photo"))
    after(chat.share("13145550123"))
    after(chat.nudge())
    after(chat.team(TakenOver()).say("hola"))
    after(chat.team(TeamWrote("Hi")))
    after(chat.team(QuestionReplied("?", "!")))
    after(chat.team(HandedBack()))
    after(chat.say("I can't breathe").tap("resume"))
    after(chat.command("how").tap("page_1"))
    after(chat.command("delete").tap("keep"))
    after(chat.command("nonsense"))
    assert {"confirm-edit", "old-button", "narrow", "media", "contact-not_now", "nudge", "team-wrote"} <= heard
    assert {"team-replied", "team-handed_back", "nothing-changed", "unknown_command", "passed_on"} <= heard


def test_every_kind_of_message_is_one_of_those_that_are_said(flow: Flow) -> None:
    keys = set(flow.words.by_code[CODES[0]].gaps)
    assert {f"page-{page}" for page in PAGES} | {f"urgent-{kind}" for kind in URGENT} <= keys
    assert {f"class-{each}" for each in ProductClass} | {f"plan-{each.name.lower()}" for each in Verdict} <= keys
    assert keys >= SAID_BY_DELIVERY
