"""The pages and the topics: what the clinic says, in its own numbers, and an honest "passed on" for the rest."""

from __future__ import annotations

from flows import machine
from flows.explainer import AFTERCARE_PAGE, PAGES, TOPICS
from flows.flow import Flow
from flows.model import Phrase
from tests.flows.given import Chat

FACTS = {
    "inflammation": ("epidermis", "dermis"),
    "proliferation": ("collagen",),
    "remodeling": ("collagen", "elastin"),
    "before": ("5 days", "1 week"),
    "after": ("72 hours", "SkinFuse", "24 hours"),
    "series": ("series of 3", "4-6 weeks"),
}


def test_each_page_says_what_the_clinic_says(flow: Flow) -> None:
    assert set(FACTS) == set(PAGES)
    for page, facts in FACTS.items():
        text = flow.words.say(Phrase(f"page-{page}"), "en")
        assert all(fact in text for fact in facts)


def test_each_page_is_a_state_of_the_form() -> None:
    assert tuple(f"explain_{page}" for page in PAGES) == machine.EXPLAIN
    assert PAGES[AFTERCARE_PAGE] == "after"


def test_each_topic_is_answered_or_passed_on() -> None:
    assert len({topic.key for topic in TOPICS}) == len(TOPICS)
    assert all(topic.answered or topic.passed_on for topic in TOPICS)


def test_the_pages_from_the_menu_turn_both_ways_and_lead_back(chat: Chat) -> None:
    chat.fill(until="area").command("how")
    for page in range(1, len(PAGES)):
        chat.tap(f"page_{page}")
        assert chat.said[0] == f"page-{PAGES[page]}"
    assert f"page_{len(PAGES)}" not in chat.choices
    for page in reversed(range(len(PAGES) - 1)):
        chat.tap(f"page_{page}")
    assert chat.said[0] == f"page-{PAGES[0]}"
    assert chat.tap("go_on").state == "area"
