"""Tests of deadlines."""

from datetime import timedelta

from storage.database import Database
from storage.work import Work
from tests.storage.given import BOT, CHAT, LATER, NOW, OTHER_CHAT, arrived

MINUTE = timedelta(minutes=1)


def test_nothing_is_due_before_its_time(work: Work) -> None:
    intake_id = work.intakes.begin(CHAT, "form", "en").id
    work.deadlines.set("nudge", CHAT, intake_id, LATER)
    assert work.deadlines.due() is None


def test_the_one_that_is_due_longest_comes_first_and_ends_when_done(work: Work) -> None:
    first, second = work.intakes.begin(CHAT, "form", "en"), work.intakes.begin(OTHER_CHAT, "form", "en")
    work.deadlines.set("nudge", CHAT, first.id, NOW)
    work.deadlines.set("retention", OTHER_CHAT, second.id, NOW - MINUTE)
    due = work.deadlines.due()
    assert due is not None
    assert (due.kind, due.chat_id, due.intake_id) == ("retention", OTHER_CHAT, second.id)
    work.deadlines.done(due.id)
    following = work.deadlines.due()
    assert following is not None
    assert following.kind == "nudge"


def test_setting_again_replaces_the_same_kind_of_the_same_intake_alone(work: Work) -> None:
    first, second = work.intakes.begin(CHAT, "form", "en"), work.intakes.begin(OTHER_CHAT, "form", "en")
    work.deadlines.set("nudge", OTHER_CHAT, second.id, NOW - MINUTE)
    work.deadlines.set("retention", CHAT, first.id, NOW - 2 * MINUTE)
    work.deadlines.set("nudge", CHAT, first.id, NOW - 3 * MINUTE)
    work.deadlines.set("nudge", CHAT, first.id, LATER)
    assert _all_due(work) == [("retention", first.id), ("nudge", second.id)]


def test_clearing_ends_one_kind_of_one_intake(work: Work) -> None:
    intake_id = work.intakes.begin(CHAT, "form", "en").id
    work.deadlines.set("nudge", CHAT, intake_id, NOW)
    work.deadlines.set("retention", CHAT, intake_id, NOW)
    work.deadlines.clear(intake_id, "nudge")
    assert _all_due(work) == [("retention", intake_id)]


def test_whoever_holds_the_old_deadline_cannot_end_the_one_that_replaced_it(work: Work) -> None:
    intake_id = work.intakes.begin(CHAT, "form", "en").id
    work.deadlines.set("nudge", CHAT, intake_id, NOW)
    held = work.deadlines.due()
    assert held is not None
    work.deadlines.set("nudge", CHAT, intake_id, NOW)
    assert not work.deadlines.done(held.id)
    due = work.deadlines.due()
    assert due is not None
    assert work.deadlines.done(due.id)


def test_who_sent_something_that_waits_to_be_taken_is_left_alone_until_then(work: Work) -> None:
    mine, other = work.intakes.begin(CHAT, "form", "en"), work.intakes.begin(OTHER_CHAT, "form", "en")
    work.deadlines.set("retention", CHAT, mine.id, NOW - MINUTE)
    work.deadlines.set("retention", OTHER_CHAT, other.id, NOW)
    work.inbox.ingest(BOT, [arrived(1)], 2)
    due, waiting = work.deadlines.due(), work.inbox.claim()
    assert due is not None
    assert waiting is not None
    assert due.chat_id == OTHER_CHAT
    work.inbox.done(waiting.id)
    assert _all_due(work) == [("retention", mine.id), ("retention", other.id)]


def test_setting_all_leaves_no_other_kind_of_the_intake(work: Work) -> None:
    mine, other = work.intakes.begin(CHAT, "form", "en"), work.intakes.begin(OTHER_CHAT, "form", "en")
    for kept in (mine, other):
        work.deadlines.set_all(kept.chat_id, kept.id, {"nudge": NOW, "retention": NOW})
    work.deadlines.set_all(CHAT, mine.id, {"retention": NOW})
    assert _all_due(work) == [("nudge", other.id), ("retention", other.id), ("retention", mine.id)]


def test_a_deadline_outlives_the_program(database: Database) -> None:
    with database.work(NOW) as work:
        intake_id = work.intakes.begin(CHAT, "form", "en").id
        work.deadlines.set("nudge", CHAT, intake_id, LATER)
        work.commit()
    with database.work(LATER) as work:
        assert _all_due(work) == [("nudge", intake_id)]


def _all_due(work: Work) -> list[tuple[str, int]]:
    found = []
    while due := work.deadlines.due():
        work.deadlines.done(due.id)
        found.append((due.kind, due.intake_id))
    return found
