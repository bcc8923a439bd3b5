"""Tests of intakes: what is saved comes back, every answer ever given stays, and nobody overwrites anybody."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.model import (
    Answer,
    Asking,
    How,
    Intake,
    Interval,
    Mention,
    Pending,
    Product,
    ProductClass,
    Products,
    Screening,
    Verdict,
)
from storage import intakes
from storage.database import Database, open_database
from storage.intakes import CASE_LETTERS, Kept
from storage.refusals import Conflict
from storage.tables import AnswerRow
from storage.work import Work
from tests.storage.given import CHAT, INCOMPLETE, LATER, NOW, OTHER_CHAT, READY, answer, answered, stored


def test_a_chat_without_an_intake_has_no_current_one(work: Work) -> None:
    assert work.intakes.current(CHAT) is None


def test_a_new_intake_starts_empty_with_a_case_number_and_the_form_it_uses(work: Work) -> None:
    kept = work.intakes.begin(CHAT, "fingerprint", "es")
    assert kept.intake == Intake(case=kept.intake.case, state="start", language="es")
    assert (kept.chat_id, kept.form, kept.started_at, kept.finished_at) == (CHAT, "fingerprint", NOW, None)
    assert work.intakes.current(CHAT) == kept


def test_a_case_number_is_six_signs_that_nobody_misreads(work: Work) -> None:
    cases = {work.intakes.begin(CHAT, "form", "en").intake.case for _ in range(50)}
    assert len(cases) == 50
    assert all(len(case) == 6 and set(case) <= set(CASE_LETTERS) for case in cases)
    assert not set(CASE_LETTERS) & set("AEIOUY01258BSZL")


def test_a_case_number_that_is_taken_is_drawn_again(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter(["CCCCCC", "CCCCCC", "CCCCCC", "DDDDDD"])
    monkeypatch.setattr(intakes, "new_case", lambda: next(drawn))
    cases = [work.intakes.begin(CHAT, "form", "en").intake.case for _ in range(2)]
    assert cases == ["CCCCCC", "DDDDDD"]


def test_all_that_an_intake_holds_comes_back(work: Work) -> None:
    kept = work.intakes.begin(CHAT, "form", "en")
    full = full_intake(kept.intake.case)
    work.intakes.save(kept, full, None, READY)
    found = work.intakes.current(CHAT)
    assert found is not None
    assert found.intake == full


def test_what_save_gives_back_is_what_is_stored(work: Work) -> None:
    kept = work.intakes.begin(CHAT, "form", "en")
    saved = work.intakes.save(kept, replace(full_intake(kept.intake.case), state="finished"), None, READY)
    assert saved == work.intakes.current(CHAT)


def test_an_answer_that_did_not_change_is_not_written_again(work: Work) -> None:
    kept = work.intakes.begin(CHAT, "form", "en")
    kept = work.intakes.save(kept, answered(kept.intake, age=answer(), goals=answer()), None, INCOMPLETE)
    work.intakes.save(kept, replace(kept.intake, state="review"), None, INCOMPLETE)
    assert [row["id"] for row in stored(work, AnswerRow)] == [1, 2]


def test_a_changed_answer_stays_as_history(database: Database) -> None:
    with database.work(NOW) as work:
        kept = work.intakes.begin(CHAT, "form", "en")
        turn = work.transcript.turn(CHAT, kept.id, "typed", "yes", 1)
        kept = work.intakes.save(kept, answered(kept.intake, retinoid=answer("yes")), turn, INCOMPLETE)
        work.commit()
    with database.work(LATER) as work:
        kept = work.intakes.save(kept, answered(kept.intake, retinoid=answer("no")), None, INCOMPLETE)
        old, new = work.intakes.history(kept)
        assert (old.answer, old.turn_id, old.at, old.replaced_at) == (answer("yes"), turn, NOW, LATER)
        assert (new.answer, new.turn_id, new.at, new.replaced_at) == (answer("no"), None, LATER, None)


def test_a_withdrawn_answer_is_gone_from_the_intake_and_stays_in_history(work: Work) -> None:
    kept = work.intakes.begin(CHAT, "form", "en")
    kept = work.intakes.save(kept, answered(kept.intake, retinoid=answer(), age=answer()), None, INCOMPLETE)
    kept = work.intakes.save(kept, replace(kept.intake, answers={"age": answer()}), None, INCOMPLETE)
    found = work.intakes.find(kept.intake.case)
    assert found is not None
    assert set(found.intake.answers) == {"age"}
    assert [(past.question, past.replaced_at) for past in work.intakes.history(kept)] == [
        ("retinoid", NOW),
        ("age", None),
    ]


def test_saving_what_someone_else_changed_meanwhile_is_refused(work: Work) -> None:
    kept = work.intakes.begin(CHAT, "form", "en")
    work.intakes.save(kept, answered(kept.intake, age=answer("first")), None, INCOMPLETE)
    with pytest.raises(Conflict):
        work.intakes.save(kept, answered(kept.intake, age=answer("second")), None, INCOMPLETE)
    found = work.intakes.current(CHAT)
    assert found is not None
    assert found.intake.answers["age"].value == "first"


def test_one_intake_does_not_touch_the_answers_of_another(work: Work) -> None:
    mine, other = work.intakes.begin(CHAT, "form", "en"), work.intakes.begin(OTHER_CHAT, "form", "en")
    work.intakes.save(other, answered(other.intake, age=answer("other")), None, INCOMPLETE)
    mine = work.intakes.save(mine, answered(mine.intake, age=answer("mine")), None, INCOMPLETE)
    work.intakes.save(mine, replace(mine.intake, answers={}), None, INCOMPLETE)
    found = work.intakes.current(OTHER_CHAT)
    assert found is not None
    assert found.intake.answers == {"age": answer("other")}


def test_an_intake_is_finished_when_it_gets_there_and_again_after_a_correction(database: Database) -> None:
    with database.work(NOW) as work:
        kept = work.intakes.begin(CHAT, "form", "en")
        kept = work.intakes.save(kept, replace(kept.intake, state="finished"), None, READY)
        work.commit()
    assert kept.finished_at == NOW
    with database.work(LATER) as work:
        still = work.intakes.save(kept, replace(kept.intake, round=9), None, READY)
        assert still.finished_at == NOW
        reopened = work.intakes.save(still, replace(still.intake, state="review"), None, READY)
        assert reopened.finished_at == NOW
        assert work.intakes.save(reopened, replace(reopened.intake, state="finished"), None, READY).finished_at == LATER


def test_a_closed_intake_gives_way_to_the_next_and_is_still_found(work: Work) -> None:
    old = work.intakes.begin(CHAT, "form", "en")
    work.intakes.close(old)
    assert work.intakes.current(CHAT) is None
    new = work.intakes.begin(CHAT, "form", "en")
    assert work.intakes.current(CHAT) == new
    assert work.intakes.find(old.intake.case) == old


def test_a_case_nobody_has_is_not_found(work: Work) -> None:
    assert work.intakes.find("NOBODY") is None


def test_the_list_tells_of_every_intake_what_staff_go_by(work: Work) -> None:
    first, second = work.intakes.begin(CHAT, "form", "en"), work.intakes.begin(OTHER_CHAT, "form", "es")
    waits = Screening(Verdict.WAIT, date(2026, 11, 9), complete=True, findings=())
    work.intakes.save(first, replace(first.intake, state="finished", source="flyer", paused=True), None, waits)
    work.intakes.close(second)
    one, two = work.intakes.listing()
    assert (one.case, one.verdict, one.earliest) == (first.intake.case, Verdict.WAIT, date(2026, 11, 9))
    assert (one.state, one.source, one.paused, one.finished_at) == ("finished", "flyer", True, NOW)
    assert (two.verdict, two.earliest, two.language, two.closed_at) == (None, None, "es", NOW)


def test_forgetting_leaves_the_row_with_its_state_and_not_a_word(work: Work) -> None:
    kept = work.intakes.begin(CHAT, "form", "en")
    turn = work.transcript.turn(CHAT, kept.id, "tapped", "No thanks", 1)
    kept = work.intakes.save(kept, replace(full_intake(kept.intake.case), state="declined"), turn, READY)
    work.passed_on.put(kept.id, turn, "pain", "does it hurt?")
    work.intakes.forget(kept)
    found = work.intakes.find(kept.intake.case)
    assert found is not None
    assert (found.intake.state, found.started_at) == ("declined", NOW)
    assert (found.intake.answers, found.intake.picked, found.intake.pending) == ({}, (), None)
    assert (found.intake.mentions, found.intake.source) == (frozenset(), "")
    assert (work.intakes.history(kept), work.transcript.of_chat(CHAT), work.passed_on.open()) == ([], [], [])


def test_what_is_saved_bare_tells_where_it_stands_and_not_a_word(work: Work) -> None:
    kept = work.intakes.begin(CHAT, "form", "en")
    asked = Pending(Asking.DELETE)
    full = replace(full_intake(kept.intake.case), state="minor")
    kept = work.intakes.save_bare(kept, full)
    assert kept == work.intakes.current(CHAT)
    assert (kept.intake.state, kept.intake.round, kept.intake.language) == ("minor", 12, "es")
    assert (kept.intake.answers, kept.intake.picked, kept.intake.mentions, kept.intake.source) == (
        {}, (), frozenset(), ""
    )  # fmt: skip
    assert kept.intake.pending is None
    assert work.intakes.history(kept) == []
    assert work.intakes.listing()[0].verdict is None
    kept = work.intakes.save_bare(kept, replace(kept.intake, pending=asked))
    assert kept == work.intakes.current(CHAT)
    assert kept.intake.pending == asked


def test_a_chats_intakes_are_its_own_and_all_of_them(work: Work) -> None:
    first = work.intakes.begin(CHAT, "form", "en")
    work.intakes.close(first)
    second = work.intakes.begin(CHAT, "form", "en")
    work.intakes.begin(OTHER_CHAT, "form", "en")
    assert [line.id for line in work.intakes.of_chat(CHAT)] == [first.id, second.id]


answers = st.dictionaries(
    st.sampled_from(["age", "goals", "retinoid", "note"]), st.sampled_from(["yes", "no", "not_sure"]).map(answer)
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(saves=st.lists(answers, max_size=6))
def test_any_saves_leave_the_last_answers_and_all_the_history(url: str, saves: list[dict[str, Answer]]) -> None:
    database = open_database(url)
    with database.work(NOW) as work:
        kept = work.intakes.begin(CHAT, "form", "en")
        for number, wanted in enumerate(saves):
            kept = work.intakes.save(kept, replace(kept.intake, round=number, answers=wanted), None, INCOMPLETE)
        found = work.intakes.find(kept.intake.case)
        assert found == kept
        assert _history(work, kept) == _expected_history(saves)
    database.close()


def _history(work: Work, kept: Kept) -> list[tuple[str, str, bool]]:
    past = [(one.question, str(one.answer.value), one.replaced_at is None) for one in work.intakes.history(kept)]
    return sorted(past)


def _expected_history(saves: list[dict[str, Answer]]) -> list[tuple[str, str, bool]]:
    """A plain second telling: each stretch in which an answer stayed the same is one entry."""
    expected = []
    for question in {key for save in saves for key in save}:
        run = [save[question].value if question in save else None for save in saves]
        stretches = [value for value, before in zip(run, [None, *run], strict=False) if value != before]
        for index, value in enumerate(stretches):
            if value is not None:
                expected.append((question, str(value), index == len(stretches) - 1))
    return sorted(expected)


def full_intake(case: str) -> Intake:
    """An intake with every field set, and every sort of value among its answers."""
    products = Products("Differin gel", (Product("adapalene", ProductClass.RETINOID),))
    hurt = Answer("yes", "ja", How.EDITED, 3, 77, frozenset({Mention.MELASMA, Mention.CLINICAL}), understood=False)
    return Intake(
        case=case,
        state="retinoid_last",
        round=12,
        answers={
            "goals": answer(("texture", "other")),
            "retinoid_product": answer(products, "Differin gel", 5),
            "retinoid_last": answer(Interval(date(2026, 10, 1), date(2026, 10, 31)), "last month"),
            "sun_last": answer(Interval(None, date(2026, 10, 31)), "long ago"),
            "pigment": hurt,
        },
        picked=("face", "neck"),
        pending=Pending(Asking.EDIT, "age", answer("22_or_older", "thirty", 6)),
        tries=2,
        paused=True,
        mentions=frozenset({Mention.ISOTRETINOIN}),
        language="es",
        language_offered=True,
        source="flyer-7",
        nudged=True,
    )
