"""What is shown at each state: the question, its buttons, and what waits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from flows import machine
from flows.asking import ask
from flows.flow import Flow
from flows.model import Answer, Asking, How, Intake, Interval, Keyboard, Kind, Pending
from tests.flows.given import CASE, TODAY, Chat, form


def choices(flow: Flow, intake: Intake) -> list[str]:
    return [button.choice for row in ask(flow, intake, TODAY).buttons for button in row]


def test_every_state_has_words_and_a_way_on(flow: Flow) -> None:
    for state in flow.machine.states:
        reply = ask(flow, Intake(CASE, state=state, answers=form()), TODAY)
        assert reply.body
        assert reply.buttons or reply.keyboard is Keyboard.SHARE_CONTACT


def test_every_choice_of_a_question_has_a_button(flow: Flow) -> None:
    for question in flow.by_key.values():
        shown = choices(flow, Intake(CASE, state=question.key))
        ticks = "pick_" if question.kind is Kind.SEVERAL else ""
        assert {f"{question.key}:{ticks}{choice}" for choice in question.choices} <= set(shown)


def test_each_day_that_matters_has_a_button_of_its_own(flow: Flow) -> None:
    shown = choices(flow, Intake(CASE, state="retinoid_last"))
    days = [f"retinoid_last:on_{(TODAY - timedelta(days=back)).isoformat()}" for back in range(6)]
    assert [choice for choice in shown if "on_" in choice] == days
    assert "retinoid_last:before_2026-11-02" in shown


@pytest.mark.parametrize(
    ("earliest", "latest", "days", "before"),
    [
        (date(2026, 11, 2), date(2026, 11, 6), 5, False),
        (None, date(2026, 11, 6), 8, True),
        (date(2026, 10, 1), date(2026, 11, 6), 8, True),
    ],
)
def test_a_span_is_narrowed_by_its_latest_days(
    flow: Flow, earliest: date | None, latest: date, days: int, before: bool
) -> None:
    vague = Answer(Interval(earliest, latest), "", How.TYPED)
    intake = Intake(CASE, state="retinoid_last", pending=Pending(Asking.NARROW, "retinoid_last", vague))
    shown = choices(flow, intake)
    assert len([choice for choice in shown if ":on_" in choice]) == days
    assert any(":before_" in choice for choice in shown) == before
    assert shown[-1] == "keep"


def test_what_may_be_skipped_has_a_skip_and_consent_has_no_back(flow: Flow) -> None:
    assert "name:skip" in choices(flow, Intake(CASE, state="name"))
    assert "area:skip" not in choices(flow, Intake(CASE, state="area"))
    assert "back" not in choices(flow, Intake(CASE, state="consent"))


def test_the_card_has_a_button_for_every_answer_but_consent(flow: Flow) -> None:
    shown = choices(flow, Intake(CASE, state=machine.REVIEW, answers=form()))
    assert set(shown) == {"looks_right", *(f"change_{key}" for key in form() if key != "consent")}


def test_a_card_of_the_longest_answers_is_still_one_message(chat: Chat) -> None:
    long = "w" * 5000
    chat.fill()
    answers = {key: replace(answer, understood=False, said=long) for key, answer in chat.intake.answers.items()}
    chat.intake = replace(chat.intake, answers=answers)
    chat.start()
    assert chat.state == machine.REVIEW


def test_the_card_offers_to_change_every_answer_given_and_consent_never(flow: Flow) -> None:
    answers = form({"next_step": "call_me", "phone": "+13145550123", "best_time": "morning"})
    shown = choices(flow, Intake(CASE, state=machine.REVIEW, answers=answers))
    assert set(shown) == {"looks_right"} | {f"change_{key}" for key in answers if key != "consent"}
