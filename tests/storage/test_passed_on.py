"""Tests of questions that were passed on."""

from storage.work import Work
from tests.storage.given import CHAT, NOW


def test_open_questions_come_word_for_word_and_oldest_first(work: Work) -> None:
    kept = work.intakes.begin(CHAT, "form", "en")
    turn = work.transcript.turn(CHAT, kept.id, "typed", "does it hurt?", 1)
    work.passed_on.put(kept.id, turn, "pain", "does it hurt?")
    work.passed_on.put(kept.id, None, "", "and the price?")
    first, second = work.passed_on.open()
    assert (first.intake_id, first.turn_id, first.topic, first.text, first.at) == (
        kept.id,
        turn,
        "pain",
        "does it hurt?",
        NOW,
    )
    assert (second.turn_id, second.text) == (None, "and the price?")


def test_each_intake_has_its_own(work: Work) -> None:
    first, second = work.intakes.begin(CHAT, "form", "en"), work.intakes.begin(CHAT, "form", "en")
    for kept, topic in ((first, "pain"), (second, "price")):
        work.passed_on.put(kept.id, None, topic, "?")
    assert [question.topic for question in work.passed_on.of(second.id)] == ["price"]


def test_a_question_is_answered_once_and_no_longer_open(work: Work) -> None:
    kept = work.intakes.begin(CHAT, "form", "en")
    work.passed_on.put(kept.id, None, "pain", "does it hurt?")
    (question,) = work.passed_on.open()
    assert work.passed_on.find(question.id) == question
    assert work.passed_on.answered(question.id, 111)
    assert not work.passed_on.answered(question.id, 222)
    assert work.passed_on.open() == []
    (answered,) = work.passed_on.of(kept.id)
    assert (answered.answered_at, answered.answered_by) == (NOW, 111)


def test_a_question_that_is_gone_can_be_neither_found_nor_answered(work: Work) -> None:
    assert work.passed_on.find(7) is None
    assert not work.passed_on.answered(7, 111)
