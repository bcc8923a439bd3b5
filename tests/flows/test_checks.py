"""Each defect of a flow is caught by a sentence that names the place; the flow as it is has none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from flows.checks import problems
from flows.clinic import PROFILE
from flows.commands import COMMANDS
from flows.conditions import All, Answered, AnyOf, Dated, Is, Named, Not, OneOf, Use
from flows.flow import Flow, load
from flows.model import Condition, Exit, Kind, ProductClass, Question, Source, Verdict
from flows.screening import Day, Rule, Unit


def test_the_flow_as_it_is_has_no_problems(flow: Flow) -> None:
    assert problems(flow) == []


# --- questions --------------------------------------------------------------------------------------


def changed(flow: Flow, key: str, **parts: Any) -> Flow:
    """The flow with one question changed."""
    questions = tuple(_with(question, parts) if question.key == key else question for question in flow.questions)
    handoff = tuple(_with(question, parts) if question.key == key else question for question in flow.handoff)
    return replace(flow, questions=questions, handoff=handoff)


def _with(question: Question, parts: dict[str, Any]) -> Question:
    return replace(question, **parts)


def asked_too(flow: Flow, *questions: Question) -> Flow:
    return replace(flow, questions=(*flow.questions, *questions))


def ruled(flow: Flow, when: Condition, verdict: Verdict = Verdict.REVIEW, day: Day | None = None) -> Flow:
    """The flow with one more rule."""
    return replace(flow, rules=(*flow.rules, Rule("odd", when, verdict, Source.PRACTICE, day=day, reason="sun")))


QUESTION_DEFECTS: Final[dict[str, tuple[Callable[[Flow], Flow], tuple[str, ...]]]] = {
    "a forward reference": (
        lambda flow: changed(flow, "sun_last", when=Is("series", "first")),
        ("'sun_last'", "'series'", "asked after it"),
    ),
    "a question asked again with a later one": (
        lambda flow: changed(flow, "area", again_with="note"),
        ("'area'", "'note'", "asked after it"),
    ),
    "a duplicate key": (
        lambda flow: asked_too(flow, flow.by_key["area"]),
        ("'area'", "2 times"),
    ),
    "an unknown key in a condition": (
        lambda flow: changed(flow, "note", when=Answered("shoe_size")),
        ("'note'", "'shoe_size'", "not in the form"),
    ),
    "an unknown choice in a condition": (
        lambda flow: changed(flow, "note", when=Is("area", "knees")),
        ("'note'", "'area'", "'knees'"),
    ),
    "a question that is never asked": (
        lambda flow: changed(flow, "note", when=All((Is("series", "first"), Is("series", "continuing")))),
        ("'note'", "never asked"),
    ),
    "a question with one choice": (
        lambda flow: changed(flow, "procedure", choices=("yes",)),
        ("'procedure'", "fewer than two"),
    ),
    "a choice offered twice": (
        lambda flow: changed(flow, "area", choices=("face", "neck", "both", "other", "face")),
        ("'area'", "'face'", "twice"),
    ),
    "a careful value that is no choice": (
        lambda flow: changed(flow, "area", careful="knees"),
        ("'area'", "'knees'"),
    ),
    "a count that the clinic does not have": (
        lambda flow: changed(flow, "sun_last", days="moon"),
        ("'sun_last'", "days.moon"),
    ),
    "a question that must be asked left out": (
        lambda flow: replace(flow, questions=tuple(each for each in flow.questions if each.key != "isotretinoin")),
        ("'isotretinoin'", "always asked"),
    ),
    "an exit to no ending": (
        lambda flow: replace(flow, exits=(*flow.exits, Exit("area", "other", "limbo"))),
        ("'area'", "'limbo'", "no ending"),
    ),
    "an exit by an unknown choice": (
        lambda flow: replace(flow, exits=(*flow.exits, Exit("area", "knees", "declined"))),
        ("'declined'", "'area'", "'knees'"),
    ),
    "an ending that nothing leads to": (
        lambda flow: replace(flow, exits=(*flow.exits, Exit("series_last", "not_sure", "stopped")), questions=tuple(
            each for each in flow.questions if each.key not in {"series_last"}
        )),
        ("'stopped'", "never reached"),
    ),
    "a button over the limit": (
        lambda flow: asked_too(flow, Question("q" * 40, Kind.YES_NO, Source.PRACTICE, choices=("yes", "no"))),
        ("qqq", "64 bytes"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("spoil", "named"), QUESTION_DEFECTS.values(), ids=QUESTION_DEFECTS)
def test_a_defect_of_a_question_is_named(flow: Flow, spoil: Callable[[Flow], Flow], named: tuple[str, ...]) -> None:
    assert any(all(part in problem for part in named) for problem in problems(spoil(flow)))


def test_a_state_with_no_way_on_is_named(flow: Flow) -> None:
    flow = replace(flow)
    del flow.machine.events["go_on"].transitions["area"]
    found = problems(flow)
    assert any("stuck at 'area'" in problem for problem in found)
    assert any("from 'area' no ending" in problem for problem in found)


# --- rules ------------------------------------------------------------------------------------------

RULE_DEFECTS: Final[dict[str, tuple[Callable[[Flow], Flow], tuple[str, ...]]]] = {
    "a rule that cannot fire": (
        lambda flow: ruled(flow, All((Is("series", "first"), Is("series", "continuing")))),
        ("'odd'", "cannot fire"),
    ),
    "a wait without a day": (
        lambda flow: ruled(flow, Is("area", "face"), Verdict.WAIT),
        ("'odd'", "WAIT", "no day"),
    ),
    "a rule that makes ready": (
        lambda flow: ruled(flow, Is("area", "face"), Verdict.READY),
        ("'odd'", "READY"),
    ),
    "a Not in a rule": (
        lambda flow: ruled(flow, AnyOf((Is("area", "face"), Not(Is("area", "neck"))))),
        ("'odd'", "Not"),
    ),
    "a Not deep in a rule": (
        lambda flow: ruled(flow, Dated(All((Not(Is("area", "neck")),)), "sun_last")),
        ("'odd'", "Not"),
    ),
    "a rule about an unknown question": (
        lambda flow: ruled(flow, Answered("shoe_size")),
        ("'odd'", "'shoe_size'"),
    ),
    "a rule about an unknown choice": (
        lambda flow: ruled(flow, OneOf("area", ("face", "knees"))),
        ("'odd'", "'knees'"),
    ),
    "a rule that counts days the clinic does not have": (
        lambda flow: ruled(flow, Answered("sun_last"), Verdict.WAIT, Day("moon", Unit.DAYS)),
        ("'odd'", "'moon'"),
    ),
    "a rule that counts months the clinic does not have": (
        lambda flow: ruled(flow, Answered("sun_last"), Verdict.WAIT, Day("retinoid", Unit.MONTHS)),
        ("'odd'", "'retinoid'"),
    ),
    "the same rule twice": (
        lambda flow: replace(flow, rules=(*flow.rules, flow.rules[0])),
        ("'minor'", "2 times"),
    ),
}


@pytest.mark.parametrize(("spoil", "named"), RULE_DEFECTS.values(), ids=RULE_DEFECTS)
def test_a_defect_of_a_rule_is_named(flow: Flow, spoil: Callable[[Flow], Flow], named: tuple[str, ...]) -> None:
    assert any(all(part in problem for part in named) for problem in problems(spoil(flow)))


def test_a_rule_about_products_is_known_to_fire(flow: Flow) -> None:
    use = Use("retinoid", "retinoid_product", "retinoid_last")
    assert problems(ruled(flow, Named(ProductClass.NEITHER, (use,)))) == []


@pytest.mark.parametrize("key", ["skin_now", "procedure"])
def test_a_rule_whose_questions_the_owner_left_out_may_be_silent(flow: Flow, key: str) -> None:
    left = replace(flow, questions=tuple(each for each in flow.questions if not each.key.startswith(key)))
    assert not any("cannot fire" in problem for problem in problems(left))


# --- clinic -----------------------------------------------------------------------------------------


@pytest.fixture
def profile(tmp_path: Path) -> Callable[[str, str], Flow]:
    """Loads the flow with one thing in the clinic's profile changed."""

    def spoilt(old: str, new: str) -> Flow:
        text = PROFILE.read_text(encoding="utf-8")
        assert old in text
        path = tmp_path / "clinic.toml"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return load(profile=path)

    return spoilt


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("off = []", 'off = ["isotretinoin"]', "'isotretinoin' can't be left out"),
        ("off = []", 'off = ["retinoid"]', "'retinoid' can't be left out"),
        ("off = []", 'off = ["shoe_size"]', "'shoe_size'"),
        ('dials = "+13149607619"', 'dials = "314.960.7619"', "Courtney"),
        ('dials = "+13149607619"', 'dials = "+1314call"', "Courtney"),
    ],
)
def test_a_defect_of_the_profile_is_named(profile: Callable[[str, str], Flow], old: str, new: str, named: str) -> None:
    assert any(named in problem for problem in problems(profile(old, new)))


def test_a_question_that_may_be_left_out_leaves_a_sound_flow(profile: Callable[[str, str], Flow]) -> None:
    flow = profile("off = []", 'off = ["procedure", "name", "isotretinoin_last"]')
    assert {"procedure", "procedure_note", "name", "isotretinoin_last"}.isdisjoint(flow.by_key)
    assert not any("cannot fire" in problem or "depends" in problem for problem in problems(flow))


def test_no_contacts_is_named(flow: Flow) -> None:
    assert any("no contact" in each for each in problems(replace(flow, clinic=replace(flow.clinic, contacts=()))))


def test_a_command_that_telegram_does_not_take_is_named(flow: Flow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.checks.COMMANDS", {**COMMANDS, "Über-Uns": COMMANDS["help"]})
    assert any("/Über-Uns" in problem for problem in problems(flow))
