"""Tests of the queue: its lines and cursors, and who decides what about which intake."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import product
from threading import Barrier, Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from flows.model import Handover, Screening, Verdict
from storage.cases import URGENT, CaseLine, Outcome, Sort, Stage, Wanted
from storage.database import Database, open_database
from storage.engine import engine_for
from storage.refusals import Conflict
from storage.tables import IntakeRow, table
from storage.work import Work
from tests.storage.given import CHAT, LATER, NOW, OTHER_CHAT, READY, answer, answered
from tests.storage.plans import filled, plan, readings

INTAKES = table(IntakeRow)
MONDAY = date(2026, 11, 9)
BOOKED = date(2026, 12, 1)
TIMES = 1_000
SOME_INTAKES = """
    INSERT INTO intakes (\"case\", chat_id, form, state, round, picked, tries, paused, mentions, language, source,
        nudged, handover, language_offered, version, stage, urgent, staff_version, started_at, updated_at)
    SELECT n, n, '', '', 0, '[]', 0, false, '[]', 'en', '', false, 'bot', false, 0, 'new', n % 100 = 0, 0, now(), now()
    FROM numbers (n)
"""


def begun(work: Work, chat_id: int = CHAT) -> CaseLine:
    return line_of(work, work.intakes.begin(chat_id, "form", "en").id)


def line_of(work: Work, intake_id: int) -> CaseLine:
    (line,) = work.cases.page(Wanted(), Sort.OLDEST, f"a{intake_id - 1}", size=1).lines
    return line


def called(work: Work, chat_id: int = CHAT) -> CaseLine:
    intake_id = begun(work, chat_id).id
    work.cases.call_staff(intake_id)
    return line_of(work, intake_id)


# --- lines ----------------------------------------------------------------------------------------


def test_a_line_shows_what_staff_go_by(work: Work) -> None:
    kept = work.intakes.begin(CHAT, "fingerprint", "es")
    told = answered(kept.intake, name=answer("José"), goals=answer(("tone", "other")), age=answer("22_or_older"))
    told = replace(told, state="finished", source="flyer", handover=Handover.TEAM)
    work.intakes.save(kept, told, None, Screening(Verdict.WAIT, MONDAY, complete=True, findings=()))
    work.notes.tag(kept.id, 111, "VIP")
    (line,) = work.cases.page(Wanted(), Sort.NEWEST).lines
    assert (line.id, line.case, line.chat_id, line.form) == (kept.id, told.case, CHAT, "fingerprint")
    assert (line.name, line.goals, line.tags) == ("José", ("tone", "other"), ("VIP",))
    assert (line.verdict, line.earliest, line.handover) == (Verdict.WAIT, MONDAY, Handover.TEAM)
    assert (line.state, line.source, line.language) == ("finished", "flyer", "es")
    assert (line.started_at, line.finished_at, line.version, line.staff_version) == (NOW, NOW, 1, 0)


def test_a_name_that_was_withdrawn_is_on_no_line(work: Work) -> None:
    kept = work.intakes.begin(CHAT, "form", "en")
    kept = work.intakes.save(kept, answered(kept.intake, name=answer("Ana")), None, READY)
    work.intakes.save(kept, replace(kept.intake, answers={}), None, READY)
    assert (line_of(work, kept.id).name, work.cases.total(Wanted(name="ana"))) == ("", 0)


def test_a_case_is_found_by_its_number_in_small_letters_too(work: Work) -> None:
    line = begun(work)
    assert work.cases.find(f" {line.case.lower()} ") == line
    assert work.cases.find("NOBODY") is None
    assert work.cases.find("") is None


def test_a_persons_intakes_are_theirs_alone_newest_first(work: Work) -> None:
    first, other, second = begun(work), begun(work, OTHER_CHAT), begun(work)
    assert [line.id for line in work.cases.of_person(CHAT)] == [second.id, first.id]
    assert [line.id for line in work.cases.of_person(OTHER_CHAT)] == [other.id]


def test_each_stage_is_counted_up_to_a_limit(work: Work) -> None:
    for number in range(5):
        called(work, CHAT + number)
    begun(work, CHAT + 9)
    counts = work.cases.counts(limit=3)
    assert set(counts) == set(Stage)
    assert {stage: number for stage, number in counts.items() if number} == {Stage.NEW: 3, Stage.UNFINISHED: 1}


# --- cursors --------------------------------------------------------------------------------------


@pytest.mark.parametrize("cursor", ["", "x", "a", "a-1", "a1b", "b 2", "a²", "a" + "9" * 30, "'; DROP TABLE intakes"])
def test_what_is_no_cursor_leads_to_the_beginning(work: Work, cursor: str) -> None:
    lines = [begun(work, CHAT + number).id for number in range(3)]
    page = work.cases.page(Wanted(), Sort.OLDEST, cursor, size=2)
    assert ([line.id for line in page.lines], page.before) == (lines[:2], None)


@pytest.mark.parametrize("sort", Sort)
def test_a_cursor_is_a_row_number_and_says_nothing_else(work: Work, sort: Sort) -> None:
    for number in range(5):
        called(work, CHAT + number)
    page = work.cases.page(Wanted(), sort, size=2)
    assert page.after == f"a{page.lines[-1].id}"
    assert work.cases.page(Wanted(), sort, page.after, size=2).before is not None


@pytest.mark.parametrize("sort", Sort)
def test_a_cursor_of_an_intake_that_is_gone_holds_its_place_as_well_as_it_can(work: Work, sort: Sort) -> None:
    ids = [called(work, CHAT + number).id for number in range(9)]
    page = work.cases.page(Wanted(), sort, size=4)
    work.retention.erase_intake(page.lines[-1].id)
    following = work.cases.page(Wanted(), sort, page.after, size=9)
    seen = [line.id for line in (*page.lines, *following.lines)]
    assert sorted(seen) == sorted(ids)


@pytest.mark.parametrize("sort", Sort)
def test_what_comes_meanwhile_neither_repeats_nor_hides_a_line(work: Work, sort: Sort) -> None:
    ids = [called(work, CHAT + number).id for number in range(6)]
    page = work.cases.page(Wanted(), sort, size=3)
    called(work, CHAT + 20)
    following = work.cases.page(Wanted(), sort, page.after, size=9)
    assert {line.id for line in (*page.lines, *following.lines)} >= set(ids)
    assert not {line.id for line in page.lines} & {line.id for line in following.lines}


def test_a_cursor_behind_which_nothing_is_left_leads_to_the_last_page(work: Work) -> None:
    ids = [begun(work, CHAT + number).id for number in range(6)]
    page = work.cases.page(Wanted(), Sort.OLDEST, f"a{ids[-1]}", size=4)
    assert [line.id for line in page.lines] == ids[2:]
    assert (page.before, page.after) == (f"b{ids[2]}", None)


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("cursor", ["a7", "b7"])
def test_a_queue_that_is_empty_has_one_empty_page(work: Work, sort: Sort, cursor: str) -> None:
    page = work.cases.page(Wanted(), sort, cursor)
    assert (page.lines, page.before, page.after) == ((), None, None)


# --- calling staff --------------------------------------------------------------------------------


def test_whoever_needs_somebody_is_new_and_waits_from_then_on(database: Database) -> None:
    with database.work(NOW) as work:
        intake_id = begun(work).id
        work.cases.call_staff(intake_id)
        work.commit()
    with database.work(LATER) as work:
        work.cases.call_staff(intake_id)
        line = line_of(work, intake_id)
        assert (line.stage, line.raised_at, line.urgent, line.staff_version) == (Stage.NEW, NOW, False, 1)


def test_urgent_stays_urgent_until_it_is_decided(work: Work) -> None:
    intake_id = called(work).id
    work.cases.call_staff(intake_id, urgent=True)
    work.cases.call_staff(intake_id, urgent=False)
    line = line_of(work, intake_id)
    assert line.urgent
    work.cases.decide(intake_id, line.staff_version, Outcome.REVIEWED)
    assert not line_of(work, intake_id).urgent


def test_the_urgent_ones_that_nobody_has_are_told_of_oldest_first(work: Work) -> None:
    first, second, calm = called(work, CHAT), called(work, OTHER_CHAT), called(work, CHAT + 7)
    for line in (second, first):
        work.cases.call_staff(line.id, urgent=True)
    assert [line.id for line in work.cases.urgent()] == [first.id, second.id]
    assert [line.id for line in work.cases.urgent(1)] == [first.id]
    work.cases.claim(first.id, 111)
    assert [line.id for line in work.cases.urgent()] == [second.id]
    work.cases.decide(second.id, line_of(work, second.id).staff_version, Outcome.REVIEWED)
    assert work.cases.urgent() == ()
    assert not line_of(work, calm.id).urgent


def test_an_index_of_the_urgent_ones_alone_leads_to_them(work: Work) -> None:
    filled(work.inbox.connection, SOME_INTAKES)
    (reading,) = readings(plan(work.inbox.connection, URGENT, most=5))
    assert re.search(r"(USING INDEX|Index Scan using) ix_intakes_urgent\b", reading)


def test_a_decided_case_that_needs_somebody_again_shows_up_again_and_waits_anew(database: Database) -> None:
    with database.work(NOW) as work:
        line = called(work)
        work.cases.decide(line.id, line.staff_version, Outcome.REVIEWED)
        work.commit()
    with database.work(LATER) as work:
        seen = line_of(work, line.id)
        work.cases.call_staff(line.id)
        again = line_of(work, line.id)
        assert (again.stage, again.outcome, again.raised_at) == (Stage.NEW, None, LATER)
        with pytest.raises(Conflict):
            work.cases.decide(line.id, seen.staff_version, Outcome.DECLINED)


# --- claims ---------------------------------------------------------------------------------------


def test_a_claim_is_the_first_ones_and_no_error_to_repeat(database: Database) -> None:
    with database.work(NOW) as work:
        intake_id = called(work).id
        assert [work.cases.claim(intake_id, staff_id) for staff_id in (111, 222, 111)] == [True, False, True]
        work.commit()
    with database.work(LATER) as work:
        assert work.cases.claim(intake_id, 111)
        line = line_of(work, intake_id)
        assert (line.stage, line.claimed_by, line.claimed_at) == (Stage.CLAIMED, 111, NOW)


def test_a_case_that_is_gone_is_nobodys(work: Work) -> None:
    assert not work.cases.claim(404, 111)


def test_a_claim_that_was_let_go_of_is_free_again(work: Work) -> None:
    line = called(work)
    work.cases.claim(line.id, 111)
    work.cases.release(line.id, 111, line_of(work, line.id).staff_version)
    free = line_of(work, line.id)
    assert (free.stage, free.claimed_by, free.claimed_at) == (Stage.NEW, None, None)
    assert work.cases.claim(line.id, 222)


def test_nobody_lets_go_of_anothers_claim_unawares(work: Work) -> None:
    line = called(work)
    work.cases.claim(line.id, 111)
    with pytest.raises(Conflict):
        work.cases.release(line.id, 222, line_of(work, line.id).staff_version)
    assert line_of(work, line.id).claimed_by == 111


def test_two_at_once_a_thousand_times_and_each_time_one_of_them_has_it(url: str) -> None:
    engine = engine_for(url)
    if engine.dialect.name == "sqlite":
        # Who has it is decided by locks; waiting for the disk to keep it would only make the test slow.
        event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous = OFF"))
    database = Database(engine)
    with database.work(NOW) as work:
        ids = [called(work, CHAT + number).id for number in range(TIMES)]
        work.commit()
    barrier, won, trouble = Barrier(2), list[int](), []

    def claim(staff_id: int) -> None:
        try:
            for intake_id in ids:
                barrier.wait()
                with database.work(NOW) as work:
                    has_it = work.cases.claim(intake_id, staff_id)
                    work.commit()
                won.extend([intake_id] * has_it)
        except BaseException as error:
            trouble.append(error)
            barrier.abort()
            raise

    threads = [Thread(target=claim, args=(staff_id,)) for staff_id in (111, 222)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.look(NOW) as work:
        owners = Counter(line.claimed_by for line in work.cases.every(Wanted(stage=Stage.CLAIMED), Sort.OLDEST))
    database.close()
    assert trouble == []
    assert sorted(won) == ids
    assert set(owners) <= {111, 222}
    assert owners.total() == TIMES


# --- decisions ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outcome", "day", "stage"),
    [
        (Outcome.REVIEWED, None, Stage.REVIEWED),
        (Outcome.BOOKED, BOOKED, Stage.BOOKED),
        (Outcome.DECLINED, None, Stage.DECLINED),
    ],
)
def test_what_was_decided_is_the_stage_and_can_be_taken_back(
    work: Work, outcome: Outcome, day: date | None, stage: Stage
) -> None:
    line = called(work)
    work.cases.decide(line.id, line.staff_version, outcome, day)
    decided = line_of(work, line.id)
    assert (decided.stage, decided.outcome, decided.outcome_at, decided.booked_on) == (stage, outcome, NOW, day)
    work.cases.reopen(line.id, decided.staff_version)
    opened = line_of(work, line.id)
    assert (opened.stage, opened.outcome, opened.outcome_at, opened.booked_on) == (Stage.NEW, None, None, None)


@pytest.mark.parametrize(("outcome", "day"), [(Outcome.BOOKED, None), (Outcome.REVIEWED, BOOKED)])
def test_a_booking_has_a_day_and_nothing_else_has(work: Work, outcome: Outcome, day: date | None) -> None:
    line = called(work)
    with pytest.raises(ValueError, match="booking"):
        work.cases.decide(line.id, line.staff_version, outcome, day)
    assert line_of(work, line.id) == line


def test_what_staff_decided_meanwhile_is_never_overwritten(work: Work) -> None:
    line = called(work)
    work.cases.decide(line.id, line.staff_version, Outcome.BOOKED, BOOKED)
    decided = line_of(work, line.id)
    changes: tuple[Callable[[], None], ...] = (
        lambda: work.cases.decide(line.id, line.staff_version, Outcome.DECLINED),
        lambda: work.cases.reopen(line.id, line.staff_version),
        lambda: work.cases.release(line.id, 111, line.staff_version),
        lambda: work.cases.decide(404, 0, Outcome.DECLINED),
    )
    for change in changes:
        with pytest.raises(Conflict):
            change()
    assert line_of(work, line.id) == decided


def test_a_client_and_staff_never_stand_in_each_others_way(work: Work) -> None:
    kept = work.intakes.begin(CHAT, "form", "en")
    line = line_of(work, kept.id)
    kept = work.intakes.save(kept, answered(kept.intake, age=answer()), None, READY)
    work.cases.decide(line.id, line.staff_version, Outcome.REVIEWED)
    kept = work.intakes.save(kept, replace(kept.intake, state="finished"), None, READY)
    line = line_of(work, kept.id)
    assert (line.outcome, line.stage, line.state, line.version) == (Outcome.REVIEWED, Stage.REVIEWED, "finished", 2)


def test_turns_that_move_nobody_leave_the_stage_as_it_is(work: Work) -> None:
    kept = work.intakes.begin(CHAT, "form", "en")
    work.cases.claim(kept.id, 111)
    kept = work.intakes.save(kept, replace(kept.intake, handover=Handover.AWAITED), None, READY)
    assert line_of(work, kept.id).stage is Stage.WAITING
    work.intakes.save(kept, replace(kept.intake, handover=Handover.TEAM), None, READY)
    assert line_of(work, kept.id).stage is Stage.CLAIMED


STANDINGS = list(product(("age", "sun_last", "finished", "declined", "minor"), Handover))


@pytest.mark.parametrize("is_claimed", [False, True])
def test_whatever_a_client_does_the_stage_is_what_the_row_says(work: Work, is_claimed: bool) -> None:
    kept = work.intakes.begin(CHAT, "form", "en")
    if is_claimed:
        work.cases.claim(kept.id, 111)
    for (state, handover), (later, other) in product(STANDINGS, repeat=2):
        kept = work.intakes.save(kept, replace(kept.intake, state=state, handover=handover), None, READY)
        kept = work.intakes.save(kept, replace(kept.intake, state=later, handover=other), None, READY)
        line = line_of(work, kept.id)
        assert line.stage is _stage(line), (state, handover, later, other)


moves = st.lists(
    st.sampled_from(["call", "urgent", "claim", "other", "release", "review", "book", "reopen"]), max_size=9
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(moves, max_size=9))
def test_after_any_moves_the_stage_is_what_the_row_says_and_each_change_is_counted(url: str, moves: list[str]) -> None:
    database = open_database(url)
    with database.work(NOW) as work:
        line = begun(work)
        for move in moves:
            before = line
            try:
                _move(work, line, move)
            except Conflict:
                assert move == "release"
            line = line_of(work, line.id)
            assert line.stage is _stage(line)
            assert (line.staff_version == before.staff_version) == (line == before)
    database.close()


def _move(work: Work, line: CaseLine, move: str) -> None:
    cases = work.cases
    match move:
        case "call" | "urgent":
            cases.call_staff(line.id, urgent=move == "urgent")
        case "claim" | "other":
            cases.claim(line.id, 111 if move == "claim" else 222)
        case "release":
            cases.release(line.id, 111, line.staff_version)
        case "reopen":
            cases.reopen(line.id, line.staff_version)
        case _:
            booked = BOOKED if move == "book" else None
            cases.decide(line.id, line.staff_version, Outcome.BOOKED if booked else Outcome.REVIEWED, booked)


def _stage(line: CaseLine) -> Stage:
    if line.outcome:
        return Stage(line.outcome.value)
    if line.state in {"declined", "minor"}:
        return Stage.DECLINED
    if line.handover is Handover.AWAITED:
        return Stage.WAITING
    if line.claimed_by:
        return Stage.CLAIMED
    return Stage.NEW if line.raised_at else Stage.UNFINISHED
