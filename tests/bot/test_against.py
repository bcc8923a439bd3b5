"""What open intakes will meet with a form that is to be deployed: each consequence, what is printed, the exit code."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from bot import commands
from bot.against import HARM, Kind, as_json, as_text, consequences, outlook
from flows import machine
from flows.clinic import load_clinic
from flows.conditions import Is
from flows.flow import asked
from flows.intake import QUESTIONS
from flows.model import Asking, Intake, Interval, Pending, Source, Verdict
from flows.model import Kind as Asks
from flows.screening import Rule
from storage.database import migrate, open_database
from storage.open_intakes import OpenIntake, Schema
from tests.flows.changes import EXTRA, with_question, words_in
from tests.flows.given import RETINOL, TODAY, answered, form, the_flow
from tests.postgres import KINDS
from tests.storage.old.loading import load_into, old

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from click.testing import Result

    from flows.flow import Flow
    from flows.model import Answer

AT = datetime(TODAY.year, TODAY.month, TODAY.day, 18, tzinfo=UTC)


def standing(state: str = machine.REVIEW, answers: dict[str, Answer] | None = None, **more: Any) -> OpenIntake:
    """An intake as the present form left it."""
    intake = Intake("CASE01", state, 7, form() if answers is None else answers, **more)
    screening = the_flow().screen(intake, TODAY)
    return OpenIntake(intake, screening.verdict, screening.earliest, AT)


def met(flow: Flow, each: OpenIntake) -> dict[Kind, tuple[str, ...]]:
    return dict(consequences(flow, each))


def without(*keys: str) -> Flow:
    return replace(the_flow(), questions=asked(QUESTIONS, frozenset(keys)))


def until(key: str) -> dict[str, Answer]:
    keys = [question.key for question in the_flow().questions]
    return {each: answer for each, answer in form().items() if each in keys[: keys.index(key)]}


def test_nobody_notices_a_form_that_did_not_change() -> None:
    for each in (standing(), standing("area", until("area")), standing(machine.FINISHED)):
        assert met(the_flow(), each) == {}


def test_who_is_past_the_place_of_a_new_question_will_be_asked_it() -> None:
    flow = the_flow()
    more = replace(flow, questions=(*flow.questions[:3], EXTRA, *flow.questions[3:]), words=words_in("en", "es"))
    assert met(more, standing("area", until("area")))[Kind.ASKED] == ("extra",)
    assert met(more, standing())[Kind.ASKED] == ("extra",)
    assert met(more, standing(machine.STOPPED, until("area")))[Kind.ASKED] == ("extra",)
    assert Kind.ASKED not in met(more, standing("name", until("name")))
    assert Kind.ASKED not in met(more, standing(machine.PLAN))


def test_a_new_question_makes_a_plan_that_was_read_one_for_the_team() -> None:
    flow = the_flow()
    more = replace(flow, questions=(*flow.questions, EXTRA), words=words_in("en", "es"))
    assert met(more, standing(machine.PLAN)) == {Kind.STRICTER: ("READY to REVIEW",)}


def test_an_answer_to_a_question_that_is_no_more_is_told() -> None:
    assert met(without("procedure"), standing()) == {Kind.GONE: ("procedure",)}


def test_an_answer_that_no_longer_fits_is_told() -> None:
    flow = replace(the_flow(), questions=with_question(the_flow().by_key["skin_now"], choices=("yes", "not_sure")))
    found = met(flow, standing())
    assert found[Kind.UNFIT] == ("skin_now",)
    assert Kind.ASKED not in found


def test_where_somebody_goes_on_whose_state_is_no_more_is_told() -> None:
    found = met(without("skin_now"), standing("skin_now", until("skin_now")))
    assert found[Kind.LED] == ("skin_now to health_stop",)


def test_a_reading_that_falls_away_is_told() -> None:
    waiting = Pending(Asking.EDIT, "procedure", answered("yes"))
    assert met(without("procedure"), standing("note", until("note"), pending=waiting))[Kind.LET_GO] == ("procedure",)


def test_a_language_that_is_no_longer_offered_is_told() -> None:
    flow = replace(the_flow(), words=words_in("en"))
    assert met(flow, standing(language="es")) == {Kind.UNSPOKEN: ("es",)}
    assert met(flow, standing()) == {}


def test_a_milder_verdict_is_told_and_a_stricter_one() -> None:
    flow, sore = the_flow(), standing(answers=form({"skin_now": "yes"}))
    milder = replace(flow, rules=tuple(rule for rule in flow.rules if rule.key != "skin_now"))
    assert met(milder, sore) == {Kind.MILDER: ("REVIEW to READY",)}
    stopping = Rule("isotretinoin_now", Is("area", "face"), Verdict.STOP, Source.CLINIC)
    stricter = replace(flow, rules=(*flow.rules, stopping))
    assert met(stricter, standing()) == {Kind.STRICTER: ("READY to STOP",)}


@pytest.mark.parametrize(("count", "kind"), [(3, Kind.MILDER), (9, Kind.STRICTER)])
def test_an_earlier_day_counts_as_milder_and_a_later_one_as_stricter(count: int, kind: Kind) -> None:
    flow, clinic = the_flow(), load_clinic()
    days = {**clinic.days, "retinoid": replace(clinic.days["retinoid"], count=count)}
    used = form({"retinoid": "yes", "retinoid_product": RETINOL, "retinoid_last": Interval.on(TODAY)})
    found = met(replace(flow, clinic=replace(clinic, days=days)), standing(answers=used))
    assert set(found) == {kind}


def test_what_time_alone_has_changed_is_no_consequence_of_the_form() -> None:
    used = form({"retinoid": "yes", "retinoid_product": RETINOL, "retinoid_last": Interval.on(TODAY)})
    waiting = standing(answers=used)
    assert waiting.verdict is Verdict.WAIT
    assert met(the_flow(), waiting) == {}


def test_a_verdict_that_was_never_given_changes_into_none() -> None:
    assert met(the_flow(), OpenIntake(standing().intake, None, None, AT)) == {}


def test_the_outlook_counts_each_kind_and_names_a_few_cases_the_gravest_first() -> None:
    flow = the_flow()
    changed = replace(
        without("procedure"),
        rules=tuple(rule for rule in flow.rules if rule.key != "skin_now"),
    )
    many = [standing(answers=form({"skin_now": "yes"})) for _ in range(7)]
    numbered = [replace(each, intake=replace(each.intake, case=f"CASE{n:02}")) for n, each in enumerate(many)]
    found = outlook(changed, Schema.OLDER, [*numbered, standing("area", until("area"))])
    assert (found.open, list(found.tallies), found.harms) == (8, [Kind.MILDER, Kind.GONE], True)
    assert found.tallies[Kind.MILDER].intakes == 7
    assert found.tallies[Kind.MILDER].cases == ["CASE00", "CASE01", "CASE02", "CASE03", "CASE04"]
    first, second, third, *_ = as_text(found)
    assert "older" in first
    assert "8" in second
    assert third.startswith("7 ")
    assert as_json(found)["consequences"][0]["about"] == {"REVIEW to READY": 7}


def test_only_what_is_lost_or_milder_harms() -> None:
    assert {Kind.MILDER, Kind.UNFIT, Kind.GONE} == HARM
    assert not outlook(the_flow(), Schema.SAME, [standing()]).harms
    stricter = replace(the_flow(), questions=(*the_flow().questions, EXTRA), words=words_in("en", "es"))
    assert not outlook(stricter, Schema.SAME, [standing(machine.PLAN)]).harms


def test_a_change_of_kind_is_met_by_every_open_intake_without_a_mistake() -> None:
    flow = replace(the_flow(), questions=with_question(the_flow().by_key["area"], kind=Asks.PAST_DATE, choices=()))
    assert met(flow, standing())[Kind.UNFIT] == ("area",)


# --- the command ----------------------------------------------------------------------------------


@pytest.fixture(params=KINDS)
def left(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The database of an earlier program, as it is before the deploy."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'old.db'}"
        load_into(url, old("0002"))
        yield url
    else:
        with request.getfixturevalue("server").database("template0") as url:
            load_into(url, old("0002"))
            yield url


@pytest.fixture
def changing(monkeypatch: pytest.MonkeyPatch) -> Callable[[Flow], None]:
    def change(flow: Flow) -> None:
        monkeypatch.setattr("flows.flow.load", lambda: flow)
        monkeypatch.setattr("flows.checks.problems", lambda _: [])

    return change


def run(*words: str) -> Result:
    return CliRunner().invoke(commands.main, ["check", *words])


def test_check_looks_at_a_database_that_is_still_to_be_migrated(left: str) -> None:
    said = run("--against", left)
    assert said.exit_code == 0, said.output
    assert "older" in said.output
    migrate(left)
    assert "older" not in run("--against", left).output
    assert json.loads(run("--against", left, "--json").output)["schema"] == "same"


def test_check_fails_where_something_would_be_lost(left: str, changing: Callable[[Flow], None]) -> None:
    changing(without("procedure"))
    said = run("--against", left, "--json")
    assert said.exit_code == 1
    found = {each["kind"]: each for each in json.loads(said.output)["consequences"]}
    assert found["gone"]["about"]["procedure"] == found["gone"]["intakes"] > 1
    assert found["led"]["about"] == {"procedure to pigment": 2, "procedure_note to pigment": 1}


def test_check_does_not_fail_where_somebody_is_only_asked_more(left: str, changing: Callable[[Flow], None]) -> None:
    flow = the_flow()
    changing(replace(flow, questions=(*flow.questions[:2], EXTRA, *flow.questions[2:]), words=words_in("en", "es")))
    said = run("--against", left, "--json")
    assert said.exit_code == 0, said.output
    assert "asked" in {each["kind"] for each in json.loads(said.output)["consequences"]}


def test_check_tells_no_word_of_any_client(left: str, changing: Callable[[Flow], None]) -> None:
    changing(without("procedure", "name", "note"))
    said = run("--against", left).output
    assert not [word for word in ("José", "Zenobia", "Zarathustra", "rainbow") if word in said]


def test_check_changes_nothing_and_disturbs_nobody(left: str) -> None:
    migrate(left)
    database = open_database(left)
    with database.work(AT) as work:
        begun = work.intakes.begin(77, "form", "en")
        if left.startswith("postgresql"):
            assert run("--against", left).exit_code == 0
        work.commit()
    database.close()
    assert run("--against", left).exit_code == 0
    with closing(open_database(left)) as opened, opened.look(AT) as work:
        found = work.intakes.find(begun.intake.case)
        assert found is not None
        assert found.version == 0


def test_check_takes_a_path_as_well(tmp_path: Path) -> None:
    file = tmp_path / "old.db"
    load_into(f"sqlite:///{file}", old("0001"))
    assert run("--against", str(file)).exit_code == 0


def test_check_refuses_a_database_that_is_not_there_with_a_sentence(tmp_path: Path) -> None:
    said = run("--against", str(tmp_path / "none.db"))
    assert said.exit_code == 2
    assert "no tables" in said.output
    assert not (tmp_path / "none.db").exists()
