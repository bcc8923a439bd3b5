"""A list of intakes is one JSON document of one shape."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.console.exports.json_document import json_document, streamed
from flows.model import Event, Happened
from storage.case_rows import Outcome
from storage.events import Past
from storage.intakes import Corrector
from storage.notes import Note
from storage.passed_on import PassedOn
from storage.tables import Stage
from storage.transcript import Line
from tests.bot.console.exports.given import COURTNEY, LATER, exported, given, history, hostile_one, making
from tests.bot.room import NOW
from tests.hostile import hostile

if TYPE_CHECKING:
    from bot.console.exports.gathering import Exported
    from flows.flow import Flow

AT = "2026-11-04T18:00:00+00:00"


def document(flow: Flow, *every: Exported) -> dict[str, Any]:
    found: dict[str, Any] = json.loads("".join(json_document(making(flow), every)))
    return found


def the_only(flow: Flow, each: Exported) -> dict[str, Any]:
    (found,) = document(flow, each)["intakes"]
    return dict(found)


def by_question(answers: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {answer["question"]: answer for answer in answers}


def test_it_names_who_made_it_when_and_how_many(flow: Flow) -> None:
    found = document(flow, exported(flow), exported(flow))
    assert (found["exported_by"], found["exported_at"], found["count"]) == ("Courtney", AT, 2)
    assert found["zone"] == "America/Chicago"
    assert len(found["intakes"]) == 2


def test_a_list_of_nothing_is_a_document_too(flow: Flow) -> None:
    assert document(flow)["intakes"] == []
    assert document(flow)["count"] == 0


def test_every_intake_has_the_same_shape(flow: Flow) -> None:
    nothing = exported(flow, (), state="declined", verdict=None, earliest=None, screening=None, happened=())
    first, second = document(flow, exported(flow), nothing)["intakes"]
    assert list(first) == list(second)
    assert (second["verdict"], second["screening"], second["answers"]) == (None, None, [])


def test_an_answer_is_told_as_said_as_understood_and_as_a_value(flow: Flow) -> None:
    answers = by_question(the_only(flow, exported(flow))["answers"])
    assert set(answers) == {one.question for one in history()}
    assert answers["retinoid_last"]["value"] == {"earliest": "2026-11-01", "latest": "2026-11-01"}
    assert answers["sun_last"]["value"] == {"earliest": None, "latest": "2026-10-31"}
    assert answers["exfoliant_last"]["value"] == "still_using"
    assert answers["goals"]["value"] == ["tone", "texture"]
    assert answers["retinoid_product"]["value"] == {
        "text": "tretinoin 0.05%", "products": [{"name": "tretinoin", "counts_as": "retinoid"}],
    }  # fmt: skip
    assert answers["name"]["said"] == "as said"
    assert answers["note"]["understood"] == ["See you soon!"]
    assert all(answer["asks"] and answer["asks"] != answer["question"] for answer in answers.values())


def test_a_question_that_the_form_no_longer_asks_goes_by_its_key(flow: Flow) -> None:
    (answer,) = the_only(flow, exported(flow, (given("hair", "long"),), form="0123456789ab"))["answers"]
    assert (answer["asks"], answer["value"]) == ("hair", "long")


def test_it_says_whether_the_form_is_the_present_one(flow: Flow) -> None:
    assert the_only(flow, exported(flow))["form_is_current"] is True
    assert the_only(flow, exported(flow, form="0123456789ab"))["form_is_current"] is False


def test_the_history_tells_what_was_replaced_corrected_and_why(flow: Flow) -> None:
    past = (
        given("area", "neck", replaced_at=LATER),
        given("area", "face", at=LATER, corrected=Corrector(COURTNEY, "on the phone")),
    )
    first, second = the_only(flow, exported(flow, past))["history"]
    assert (first["replaced_at"], first["corrected_by"]) == ("2026-11-04T17:00:00+00:00", None)
    assert (second["replaced_at"], second["corrected_by"], second["reason"]) == (None, "Courtney", "on the phone")


def test_the_findings_are_those_of_today_with_their_answers_and_sources(flow: Flow) -> None:
    each = exported(flow)
    assert each.screening is not None
    told = the_only(flow, each)["screening"]
    assert told["on"] == "2026-11-04"
    assert [finding["rule"] for finding in told["findings"]] == [found.rule for found in each.screening.findings]
    assert all(
        finding["source"] in {"clinic", "label", "practice"} and finding["reason"] for finding in told["findings"]
    )
    assert told["verdict"] == each.screening.verdict.name


def test_it_says_what_staff_did_and_how_to_go_on(flow: Flow) -> None:
    found = the_only(
        flow,
        exported(
            flow, stage=Stage.BOOKED, claimed_by=COURTNEY, claimed_at=NOW, outcome=Outcome.BOOKED,
            booked_on=date(2026, 12, 12), tags=("vip",), notes=(Note(1, COURTNEY, "Called", NOW),),
            asked=(PassedOn(1, 1, None, "parking", "Parking?", NOW),),
        ),
    )  # fmt: skip
    assert (found["stage"], found["claimed_by"], found["outcome"], found["booked_on"]) == (
        "booked", "Courtney", "booked", "2026-12-12",
    )  # fmt: skip
    assert found["notes"] == [{"at": AT, "by": "Courtney", "text": "Called"}]
    assert found["passed_on"] == [{"at": AT, "topic": "parking", "text": "Parking?"}]
    assert found["how_to_go_on"] == {"next_step": "call_me", "phone": "+13145550123", "best_time": "morning"}
    assert found["tags"] == ["vip"]


def test_the_transcript_and_what_happened_stand_in_it(flow: Flow) -> None:
    chat = (
        Line(1, "client", "Hello", NOW, "typed", 7),
        Line(1, "bot", "Hi!", NOW, buttons=(("Yes", "No"),)),
        Line(2, "staff", "It is Courtney", NOW, staff_id=COURTNEY),
    )
    happened = (Past(Happened(Event.ANSWER_CORRECTED, "area"), None, NOW),)
    found = the_only(flow, exported(flow, chat=chat, happened=happened))
    assert [(line["speaker"], line["text"]) for line in found["transcript"]] == [
        ("client", "Hello"), ("bot", "Hi!"), ("staff", "It is Courtney"),
    ]  # fmt: skip
    assert found["transcript"][1]["buttons"] == [["Yes", "No"]]
    assert found["transcript"][2]["by"] == "Courtney"
    assert found["events"] == [{"at": AT, "event": "AnswerCorrected", "about": "area"}]


def test_hostile_words_come_back_as_they_were(flow: Flow) -> None:
    texts = hostile()
    found = document(flow, *(hostile_one(flow, text) for text in texts))
    assert found["count"] == len(texts)
    notes = [by_question(each["answers"])["note"]["value"] for each in found["intakes"]]
    assert notes == list(texts)


def test_half_a_character_survives_the_way_into_a_file(flow: Flow) -> None:
    text = "".join(json_document(making(flow), [hostile_one(flow, "a\ud800b")]))
    found = json.loads(text.encode("utf-8", "backslashreplace"))
    assert by_question(found["intakes"][0]["answers"])["note"]["value"] == "a\ud800b"


def test_parts_are_written_as_they_come() -> None:
    pulled: list[int] = []

    def parts() -> Any:
        for number in range(3):
            pulled.append(number)
            yield {"number": number}

    pieces = streamed({"a": 1}, "parts", parts(), counted=True)
    next(pieces), next(pieces)
    assert pulled == [0]
    assert json.loads("".join(['{"a": 1, "parts": [{}', *pieces]))["count"] == 3
