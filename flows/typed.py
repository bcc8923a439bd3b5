"""Typed words: what waits for a yes or no first, then the question asked, then what a client may ask."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from flows import answers as readers
from flows import machine
from flows.answers import Asked
from flows.asking import ask
from flows.explainer import TOPICS, Topic
from flows.flow import Flow
from flows.model import (
    Answer,
    Asking,
    Event,
    Happened,
    How,
    Intake,
    Kind,
    Pending,
    Phrase,
    ProductClass,
    Products,
    Question,
    Reading,
    Rejected,
    Reply,
    Step,
    Typed,
    Understood,
)
from flows.pages import at_page, said_as
from flows.pending import decline, said_to_pending
from flows.taking import consider, day_matters, not_understood, noted, wait
from flows.telling import contacts, label

FREE_TEXT = frozenset({Kind.TEXT, Kind.NAME})
LABELLED = frozenset({Kind.CHOICE, Kind.SEVERAL, Kind.YES_NO})
SENTENCES = re.compile(r"[.!?;\n]+")


def typed(flow: Flow, intake: Intake, given: Typed, today: date) -> Step:
    """What follows on a text message that is neither urgent nor a command."""
    pending = intake.pending
    if pending is not None and (step := said_to_pending(flow, intake, pending, given, today)) is not None:
        return step
    question = flow.by_key.get(intake.state)
    if question is None:
        return _at_a_page(flow, intake, given, today)
    return _at_a_question(flow, intake, question, given, today)


# --- at a question --------------------------------------------------------------------------------


def read(flow: Flow, question: Question, text: str, today: date, language: str) -> Reading:
    """`text` as an answer to `question`; choices are known by their labels, in the client's language before others."""
    others = (code for code in flow.words.languages if code != language and question.kind in LABELLED)
    ours = frozenset(who.dials for who in flow.clinic.contacts)
    reading: Reading = Rejected()
    for code in (language, *others):
        labels = {choice: flow.words.say(label(question, choice), code) for choice in question.choices}
        reading = readers.read(text, Asked(question, labels, today, flow.catalogue, language, ours))
        if isinstance(reading, Understood):
            break
    return reading


def typed_answer(flow: Flow, intake: Intake, given: Typed, reading: Reading) -> Answer:
    """The Answer a reading makes; a rejected one still carries the words and what they mention."""
    value = "" if isinstance(reading, Rejected) else reading.value
    how = How.RECOGNISED if isinstance(value, Products) and value.found else How.TYPED
    mentioned = readers.mentions(given.text, flow.catalogue)
    return Answer(value, str(given.text), how, intake.round, given.message_id, mentioned)


def _at_a_question(flow: Flow, intake: Intake, question: Question, given: Typed, today: date) -> Step:
    reading = read(flow, question, given.text, today, intake.language)
    topic = topic_of(given.text)
    if topic is not None and _rather_a_question(question, reading):
        return _answer_topic(flow, intake, topic, today)
    if topic is not None and _only_a_guess(given.text, topic):
        topic = None
    pending, intake = intake.pending, replace(intake, pending=None)
    answer = typed_answer(flow, intake, given, reading)
    if isinstance(reading, Rejected) and pending is not None and pending.asking is Asking.DELETE:
        return decline(flow, intake, pending, today)
    if isinstance(reading, Rejected):
        return not_understood(flow, intake, question, answer, reading.reason, today)
    asked_too = topic_lines(flow, topic) if topic else ()
    if reading.sure or day_matters(flow, intake, question.key, answer, today):
        step = consider(flow, intake, question.key, answer, today, *asked_too, noted(question.key, answer))
    else:
        step = wait(flow, intake, Pending(Asking.CONFIRM, question.key, answer), today, *asked_too)
    return replace(step, events=(*step.events, *_topic_events(topic))) if topic else step


def _rather_a_question(question: Question, reading: Reading) -> bool:
    """Whether words that ask something are no answer at all; a text or an unknown product would take any words."""
    if isinstance(reading, Rejected) or question.kind in FREE_TEXT:
        return True
    value = reading.value
    return isinstance(value, Products) and value.classes() <= {ProductClass.UNCLEAR, ProductClass.NEITHER}


def _only_a_guess(text: str, topic: Topic) -> bool:
    """One sentence that answers, and ends with a question mark for want of certainty: "a few days ago?"."""
    return topic.key == "other" and len([part for part in SENTENCES.split(text) if part.strip()]) == 1


# --- a question of the client's -------------------------------------------------------------------


def topic_of(text: str) -> Topic | None:
    """What `text` asks about, if it asks something; not answered where the clinic's text covers only some of it."""
    key = readers.topic(text)
    topic = next((topic for topic in TOPICS if topic.key == key), None)
    if topic is None or not topic.answered or readers.covered(text):
        return topic
    return Topic(topic.key, answered=False, passed_on=True)


def topic_lines(flow: Flow, topic: Topic) -> tuple[Phrase, ...]:
    """The clinic's answer where there is one, and "passed on" where it does not cover all of it."""
    says = (Phrase(f"topic-{topic.key}", {"contacts": contacts(flow)}),) if topic.answered else ()
    key = "passed_on-rest" if topic.answered else "passed_on"
    return (*says, Phrase(key, {"contacts": contacts(flow)})) if topic.passed_on else says


def _topic_events(topic: Topic) -> tuple[Happened, ...]:
    return (Happened(Event.QUESTION_PASSED_ON if topic.passed_on else Event.QUESTION_ANSWERED, topic.key),)


def _answer_topic(flow: Flow, intake: Intake, topic: Topic, today: date) -> Step:
    return Step(intake, (Reply(topic_lines(flow, topic)), ask(flow, intake, today)), _topic_events(topic))


# --- at a page ------------------------------------------------------------------------------------


def _at_a_page(flow: Flow, intake: Intake, given: Typed, today: date) -> Step:
    if intake.state in machine.FORGOTTEN:
        return _after_a_forgotten_end(flow, intake, given, today)
    if (topic := topic_of(given.text)) is not None:
        return _answer_topic(flow, intake, topic, today)
    intake = replace(intake, pending=None)
    if (step := at_page(flow, intake, given.text, today)) is not None:
        return step
    message = Happened(Event.QUESTION_PASSED_ON, "message")
    return Step(intake, (Reply((Phrase("message-kept"),)), ask(flow, intake, today)), (message,))


def _after_a_forgotten_end(flow: Flow, intake: Intake, given: Typed, today: date) -> Step:
    """Nothing said after a declined consent is kept; who changes their mind begins anew."""
    if intake.state == machine.DECLINED and said_as(flow, given.text, "next"):
        return Step(intake, starts_over=True)
    topic = topic_of(given.text)
    says = (Reply((Phrase(f"topic-{topic.key}", {"contacts": contacts(flow)}),)),) if topic and topic.answered else ()
    return Step(intake, (*says, ask(flow, intake, today)))
