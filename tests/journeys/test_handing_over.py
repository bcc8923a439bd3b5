"""The team writes with a client through the bot: it goes quiet, and comes back to where the form was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.model import Event, HandedBack, Handover, QuestionReplied, TakenOver, TeamWrote, Verdict
from storage.cases import Stage

if TYPE_CHECKING:
    from tests.journeys.chat import Client
    from tests.journeys.clinic import Clinic

HI = TeamWrote("Hi, this is Courtney. Which cream is it?")


def stage(clinic: Clinic, client: Client) -> Stage:
    case = client.intake.case
    with clinic.look() as work:
        line = work.cases.find(case)
    assert line is not None
    return line.stage


async def test_the_team_writes_the_client_answers_and_the_form_goes_on(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="retinoid_product", retinoid="yes")
    await clinic.team(ana, HI)
    assert ana.sees("team-took_over")
    assert ana.last.endswith("Which cream is it?")
    assert stage(clinic, ana) is Stage.WAITING
    await ana.says("the one in the blue tube", "Differin I think")
    assert ana.heard == []
    assert stage(clinic, ana) is Stage.NEW
    assert clinic.alerts == [("replied", ana.intake.case)]
    await clinic.team(ana, TeamWrote("Thank you! You can type that into the form."))
    assert not ana.sees("team-took_over")
    await clinic.team(ana, HandedBack())
    assert ana.sees("team-handed_back")
    assert ana.sees("ask-retinoid_product")
    await ana.goes_on(retinoid_product="Differin")
    await ana.gets_a_plan(retinoid_last="Mon, Nov 2")
    assert {"retinoid", "disclosed"} <= set(ana.rules)
    assert ana.plan.verdict is Verdict.REVIEW


async def test_the_transcript_shows_who_said_what_in_order(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="area")
    await clinic.team(ana, HI)
    await ana.says("the blue one")
    staff = [line for line in ana.turns if line.speaker == "staff"]
    assert [line.text.removeprefix("💬 ") for line in staff] == [HI.text]
    assert staff[0].staff_id is not None
    assert [(line.speaker, line.did) for line in ana.turns[-3:]] == [("bot", ""), ("staff", ""), ("client", "typed")]


async def test_what_the_client_taps_edits_and_sends_meanwhile_changes_no_answer(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="area", name="Annabel")
    await clinic.team(ana, TakenOver())
    before = ana.given
    await ana.taps("choice-area-face")
    assert ana.heard == [clinic.wording.say("with_team-toast")]
    await ana.says("my face", "/start", "/edit")
    assert ana.heard == [clinic.wording.say("with_team")] * 2
    await ana.changes("Annabel", "Bella")
    await ana.does(ana.phone.share_contact)
    assert ana.heard == []
    await ana.does(lambda: ana.phone.album(3))
    assert ana.heard == [clinic.wording.say("media")]
    assert (ana.given, ana.state) == (before, "area")
    assert {"my face", "Bella", "[photo]"} <= {line.text for line in ana.turns}
    await clinic.team(ana, HandedBack())
    assert ana.sees("confirm-edit")
    await ana.taps("button-change_to_this")
    assert ana.given["name"] == "Bella"
    await ana.fills_in()


async def test_nobody_is_nudged_while_the_team_writes(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="area")
    await clinic.team(ana, HI)
    await clinic.sleep(days=3)
    assert not ana.times_seen("nudge")
    await clinic.team(ana, HandedBack())
    await clinic.sleep(days=2)
    assert ana.times_seen("nudge") == 1


async def test_urgent_words_come_first_while_the_team_writes_too(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="area")
    await clinic.team(ana, HI)
    await ana.says("my throat is closing up and I can't breathe")
    assert ana.sees("urgent-emergency")
    assert ana.sees_both_numbers
    assert ("urgent", ana.intake.case) in clinic.alerts
    await clinic.team(ana, HandedBack())
    assert ana.sees("paused")
    await ana.taps("button-resume")
    await ana.gets_a_plan()
    assert ana.plan.verdict is Verdict.STOP


async def test_who_deletes_everything_meanwhile_is_gone_with_the_teams_words(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="area", name="Zenobia")
    await clinic.team(ana, TeamWrote("Is it Quillon's clinic you come from?"))
    await ana.says("/delete")
    await ana.says("yes")
    assert clinic.holds("Quillon")
    await ana.taps("button-delete")
    assert ana.sees("deleted")
    await clinic.stop()
    assert not [word for word in ("Zenobia", "Quillon") if clinic.holds(word)]
    await ana.starts()
    assert ana.sees("ask-consent")
    assert ana.intake.handover is Handover.BOT


async def test_the_answer_to_a_question_reaches_the_client(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="exfoliant")
    await ana.says("does it hurt?")
    with clinic.look() as work:
        (question,) = work.passed_on.open()
        work.passed_on.answered(question.id, 1111)
        work.commit()
    await clinic.team(ana, QuestionReplied(question.text, "Most people feel a light prickle."))
    assert ana.sees("team-replied", asked="does it hurt?", text="Most people feel a light prickle.")
    assert ana.sees("ask-exfoliant")
    with clinic.look() as work:
        assert work.passed_on.open() == []
    await ana.taps("choice-no")
    assert ana.given["exfoliant"] == "no"


async def test_a_client_who_blocks_the_bot_gets_it_on_coming_back(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="area")
    await ana.does(ana.phone.block)
    await clinic.team(ana, HI)
    assert not ana.times_seen("team-took_over")
    await ana.does(ana.phone.unblock)
    assert ana.sees("team-took_over")
    assert ana.last.endswith(HI.text)


async def test_the_team_and_the_client_at_the_same_moment_are_both_heard(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="area")
    case = ana.intake.case
    await ana.does(lambda: ana.phone.send("face"), lambda: clinic._team(case, HI, 1111))
    assert Event.TEAM_WROTE in ana.events
    assert "face" in {line.text for line in ana.turns if line.speaker == "client"}
    await clinic.team(ana, HandedBack())
    assert ana.sees("ask-area")
    await ana.fills_in()


async def test_the_hand_over_outlives_a_restart(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="area")
    await clinic.team(ana, HI)
    await clinic.restart()
    await ana.says("the blue one")
    assert ana.heard == []
    assert clinic.alerts == [("replied", ana.intake.case)]


async def test_to_who_declined_nothing_can_be_written(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.starts()
    await ana.taps("choice-consent-no_thanks")
    await ana.says("/human", "I can't breathe")
    assert ana.sees("urgent-emergency")
    assert not ana.times_seen("person_called")
    assert clinic.said_to_staff == []
