"""Tests of what an intake is found by."""

import sys
from contextlib import closing
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.model import Finding, Intake, Screening, Source, Verdict
from storage.database import open_database
from storage.staff_tables import TermRow
from storage.terms import (
    LONGEST,
    MOST,
    TermKind,
    after_prefix,
    folded,
    name_parts,
    name_words,
    phone_digits,
    phone_ends,
    terms_of,
)
from storage.work import Work
from tests.storage.given import CHAT, INCOMPLETE, NOW, OTHER_CHAT, answer, answered, stored

NOTHING = Screening(Verdict.READY, None, complete=True, findings=())


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("José", "jose"),
        ("JOSE\u0301", "josé"),
        ("Łukasz", "lukasz"),
        ("Søren Ærø", "soren aero"),
        ("İpek", "ipek"),
        ("Weiß", "weiss"),
        ("Ольга", "ОЛЬГА"),
        ("Άννα", "αννα"),
        ("مُحَمَّد", "محمد"),
        ("김철수", "김철수"),
        ("美咲", "美咲"),
        ("प्रिया", "प्रिया"),
        ("  Ana \n Maria ", "ana maria"),
    ],
)
def test_neither_case_nor_accents_nor_blanks_matter_in_any_script(name: str, typed: str) -> None:
    assert folded(name) == folded(typed)
    assert set(name_words(typed)) <= set(name_parts(name))


@pytest.mark.parametrize("typed", ["O'Brien", "obrien", "brien", "O’Brien", "O'BR", "bri"])
def test_a_name_with_a_mark_inside_is_found_with_and_without_it(typed: str) -> None:
    parts = name_parts("Anne-Marie O’Brien")
    assert all(any(part.startswith(word) for part in parts) for word in name_words(typed))


def test_a_name_that_is_only_a_sign_is_found_by_it() -> None:
    assert name_words("\U0001f33f") == name_parts("\U0001f33f") == ["\U0001f33f"]


def test_a_very_long_name_counts_only_so_far() -> None:
    parts = name_parts(f"{'x' * 500} " * 500)
    assert parts == ["x" * LONGEST]
    assert len(name_words(" ".join(map(str, range(500))))) == MOST


@pytest.mark.parametrize(
    "phone", ["+13145550142", "(314) 555-0142 and 1 (314) 555.0142", "+1 314-555-0142", "1.314.555.0142"]
)
def test_a_number_is_found_whole_and_by_its_ends(phone: str) -> None:
    assert {"3145550142", "5550142", "0142"} <= set(phone_ends(phone))


def test_a_number_of_another_country_is_found_whole_and_by_its_ends() -> None:
    assert phone_ends("+442079460958") == ["442079460958", "2079460958", "9460958", "0958"]


@pytest.mark.parametrize("said", ["", "after 5", "ask my 2 sisters", "12345"])
def test_what_is_no_number_is_found_by_no_number(said: str) -> None:
    assert phone_ends(said) == []


@pytest.mark.parametrize(
    ("typed", "digits"), [("(314) 555-01", "31455501"), ("+1 314", "1314"), ("٠١٤٢", "0142"), ("none", "none")]
)
def test_a_number_is_looked_for_by_its_digits_alone(typed: str, digits: str) -> None:
    assert phone_digits(typed) == digits


@given(st.text(min_size=1), st.text())
def test_all_that_begins_alike_lies_between_the_beginning_and_what_is_behind_it(prefix: str, text: str) -> None:
    behind = after_prefix(prefix)
    begun = prefix + text
    assert prefix <= begun
    assert behind is None or begun < behind
    inside = prefix <= text and (behind is None or text < behind)
    assert inside == text.startswith(prefix)


def test_nothing_is_behind_the_last_sign_of_all() -> None:
    assert after_prefix(chr(sys.maxunicode)) is None
    assert after_prefix("a" + chr(sys.maxunicode)) == "b"
    assert after_prefix("\ud7ff") == "\ue000"


def test_an_intake_is_found_by_name_phone_goals_and_the_rules_that_fired() -> None:
    intake = answered(
        Intake("CCCCCC"),
        name=answer("Zoë Park"),
        phone=answer("+13145550142"),
        goals=answer(("tone", "texture")),
        note=answer("nothing of this"),
    )
    fired = tuple(Finding(rule, Verdict.WAIT, None, (), Source.CLINIC) for rule in ("sun", "retinoid"))
    assert terms_of(intake, Screening(Verdict.WAIT, None, complete=True, findings=fired)) == {
        (TermKind.NAME, "zoe"),
        (TermKind.NAME, "park"),
        (TermKind.PHONE, "13145550142"),
        (TermKind.PHONE, "3145550142"),
        (TermKind.PHONE, "5550142"),
        (TermKind.PHONE, "0142"),
        (TermKind.GOAL, "tone"),
        (TermKind.GOAL, "texture"),
        (TermKind.RULE, "sun"),
        (TermKind.RULE, "retinoid"),
    }


def test_who_said_no_name_is_found_by_none() -> None:
    assert terms_of(answered(Intake("CCCCCC"), name=answer("", "/skip")), NOTHING) == set()


def test_indexing_leaves_what_is_the_same_and_the_tags_and_every_other_intake(work: Work) -> None:
    mine, other = (work.intakes.begin(chat, "form", "en").id for chat in (CHAT, OTHER_CHAT))
    work.terms.index(other, [(TermKind.NAME, "ana")])
    work.notes.tag(mine, 1, "VIP")
    work.terms.index(mine, [(TermKind.NAME, "ana"), (TermKind.GOAL, "tone")])
    before = {row["id"]: row["term"] for row in stored(work, TermRow)}
    work.terms.index(mine, [(TermKind.NAME, "ana"), (TermKind.NAME, "park")])
    after = {row["id"]: row["term"] for row in stored(work, TermRow)}
    gone, come = before.items() - after.items(), after.items() - before.items()
    assert [term for _, term in gone] == ["tone"]
    assert [term for _, term in come] == ["park"]
    assert len(after) == 4


def test_saving_an_answer_makes_the_intake_found_by_it_and_no_more_by_the_old_one(work: Work) -> None:
    kept = work.intakes.begin(CHAT, "form", "en")
    kept = work.intakes.save(kept, answered(kept.intake, name=answer("Ana")), None, INCOMPLETE)
    work.intakes.save(kept, answered(kept.intake, name=answer("Bea")), None, INCOMPLETE)
    assert [row["term"] for row in stored(work, TermRow)] == ["bea"]


@pytest.mark.parametrize(
    ("changed", "asked"),
    [({}, set()), ({"age": answer()}, {"SELECT"}), ({"name": answer("Bea Park")}, {"SELECT", "DELETE", "INSERT"})],
)
def test_saving_asks_the_terms_no_more_than_it_must(
    sqlite_url: str, changed: dict[str, object], asked: set[str]
) -> None:
    told: list[str] = []
    with closing(open_database(sqlite_url)) as database, database.work(NOW) as work:
        kept = work.intakes.begin(CHAT, "form", "en")
        kept = work.intakes.save(kept, answered(kept.intake, name=answer("Ana")), None, INCOMPLETE)
        driver: Any = work.terms.connection.connection.driver_connection
        driver.set_trace_callback(told.append)
        work.intakes.save(kept, answered(kept.intake, **changed), None, INCOMPLETE)  # type: ignore[arg-type] # answers
        driver.set_trace_callback(None)
    assert {statement.split()[0] for statement in told if " terms" in statement} == asked
