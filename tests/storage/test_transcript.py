"""Tests of the transcript."""

import sqlite3

import psycopg
import pytest

from storage.transcript import Line
from storage.work import Work
from tests.storage.given import CHAT, NOW, OTHER_CHAT


def test_a_turn_reads_as_what_the_client_said_and_what_came_back(work: Work) -> None:
    intake_id = work.intakes.begin(CHAT, "form", "en").id
    turn = work.transcript.turn(CHAT, intake_id, "typed", "about a month ago", 17)
    work.transcript.add(turn, "bot", "Is it this day?", [["Yes", "No"], ["Back"]])
    work.transcript.add(turn, "staff", "Hello from the clinic")
    assert work.transcript.of(intake_id) == [
        Line(turn, "client", "about a month ago", NOW, "typed", 17),
        Line(turn, "bot", "Is it this day?", NOW, buttons=(("Yes", "No"), ("Back",))),
        Line(turn, "staff", "Hello from the clinic", NOW),
    ]


def test_lines_stand_with_their_turn_even_when_added_later(work: Work) -> None:
    first = work.transcript.turn(CHAT, None, "tapped", "Yes", 1)
    second = work.transcript.turn(CHAT, None, "tapped", "No", 2)
    work.transcript.add(second, "bot", "to the second")
    work.transcript.add(first, "bot", "to the first")
    assert [line.text for line in work.transcript.of_chat(CHAT)] == ["Yes", "to the first", "No", "to the second"]


def test_a_nudge_is_nothing_the_client_said(work: Work) -> None:
    turn = work.transcript.turn(CHAT, None, "nudge", "", None)
    work.transcript.add(turn, "bot", "Still there?")
    assert [line.speaker for line in work.transcript.of_chat(CHAT)] == ["bot"]


def test_an_intake_has_its_own_transcript_and_a_chat_all_of_them(work: Work) -> None:
    first, second = work.intakes.begin(CHAT, "form", "en"), work.intakes.begin(CHAT, "form", "en")
    other = work.intakes.begin(OTHER_CHAT, "form", "en")
    for kept, said in ((first, "one"), (second, "two"), (other, "three")):
        work.transcript.turn(kept.chat_id, kept.id, "typed", said, None)
    assert [line.text for line in work.transcript.of(second.id)] == ["two"]
    assert [line.text for line in work.transcript.of_chat(CHAT)] == ["one", "two"]


def test_a_line_without_its_turn_is_refused(work: Work) -> None:
    with pytest.raises((sqlite3.IntegrityError, psycopg.IntegrityError)):
        work.transcript.add(404, "bot", "said to nobody")
