"""Tests of notes and tags."""

import pytest

from storage.cases import Sort, Wanted
from storage.notes import LONGEST_TAG
from storage.staff_tables import TagRow, TermRow
from storage.work import Work
from tests.storage.given import CHAT, NOW, OTHER_CHAT, stored


@pytest.fixture
def two(work: Work) -> tuple[int, int]:
    """Two intakes of two clients."""
    return work.intakes.begin(CHAT, "form", "en").id, work.intakes.begin(OTHER_CHAT, "form", "en").id


def test_notes_are_kept_as_written_in_order_with_who_and_when(work: Work, two: tuple[int, int]) -> None:
    work.notes.add(two[0], 111, "  Called,\nno answer. ")
    work.notes.add(two[1], 111, "another client's")
    work.notes.add(two[0], 222, "<b>Called</b>")
    notes = work.notes.of(two[0])
    assert [(note.staff_id, note.text, note.at) for note in notes] == [
        (111, "Called,\nno answer.", NOW),
        (222, "<b>Called</b>", NOW),
    ]


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_a_note_without_words_is_refused(work: Work, two: tuple[int, int], text: str) -> None:
    with pytest.raises(ValueError, match="words"):
        work.notes.add(two[0], 111, text)


def test_a_tag_is_on_an_intake_once_however_it_is_spelled(work: Work, two: tuple[int, int]) -> None:
    for spelled in ("VIP", " vip ", "Vip", "víp"):
        work.notes.tag(two[0], 111, spelled)
    assert work.notes.tags_of(two[0]) == ("VIP",)
    assert len(stored(work, TermRow)) == 1


def test_a_tag_is_spelled_as_on_the_first_intake_that_got_it(work: Work, two: tuple[int, int]) -> None:
    work.notes.tag(two[0], 111, "Call  after 5")
    work.notes.tag(two[1], 111, "vip")
    work.notes.tag(two[1], 222, "CALL AFTER 5")
    assert work.notes.tags_of(two[1]) == ("Call after 5", "vip")
    assert work.notes.tags_in_use() == ("Call after 5", "vip")


@pytest.mark.parametrize("tag", ["", "  ", "x" * (LONGEST_TAG + 1)])
def test_a_tag_that_is_empty_or_too_long_is_refused(work: Work, two: tuple[int, int], tag: str) -> None:
    with pytest.raises(ValueError, match="tag"):
        work.notes.tag(two[0], 111, tag)
    assert stored(work, TagRow) == []


def test_a_tag_of_the_greatest_length_is_taken(work: Work, two: tuple[int, int]) -> None:
    work.notes.tag(two[0], 111, f" {'x' * LONGEST_TAG} ")
    assert work.notes.tags_of(two[0]) == ("x" * LONGEST_TAG,)


def test_a_tag_taken_off_is_gone_from_this_intake_alone(work: Work, two: tuple[int, int]) -> None:
    for intake_id in two:
        work.notes.tag(intake_id, 111, "VIP")
    work.notes.untag(two[0], "vip")
    work.notes.untag(two[0], "never was")
    assert (work.notes.tags_of(two[0]), work.notes.tags_of(two[1])) == ((), ("VIP",))
    found = work.cases.page(Wanted(tag="Vip"), Sort.OLDEST)
    assert [(line.id, line.tags) for line in found.lines] == [(two[1], ("VIP",))]
