"""What staff hear in their chat, and what they can do there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bot.members import Role
from flows.model import TakenOver

if TYPE_CHECKING:
    from tests.journeys.clinic import Clinic


async def test_each_thing_that_needs_somebody_is_alerted_with_a_number_and_a_link(clinic: Clinic) -> None:
    ana = clinic.client("Annabel")
    await ana.gets_a_plan(name="Annabel")
    await ana.finishes()
    await ana.says("does it hurt?")
    await ana.says("/human")
    assert clinic.alerts == [(kind, ana.intake.case) for kind in ("finished", "question", "person")]
    numbers = [number for number, _, _ in clinic.numbered_alerts]
    assert numbers == sorted(set(numbers))
    assert "Annabel" not in "".join(clinic.said_to_staff)


async def test_of_who_declines_or_is_too_young_nobody_hears(clinic: Clinic) -> None:
    ana, kim = clinic.client("Ana"), clinic.client("Kim")
    await ana.starts()
    await ana.taps("choice-consent-no_thanks")
    await kim.starts()
    await kim.says("I agree", "I'm 17")
    assert clinic.said_to_staff == []


async def test_five_alerts_in_a_minute_and_then_one_digest(clinic: Clinic) -> None:
    clients = [clinic.client(f"Client {number}") for number in range(8)]
    for client in clients:
        await client.starts()
    for client in clients:
        await client.says("/human")
    assert len(clinic.said_to_staff) == 5
    await clinic.sleep(seconds=30)
    assert len(clinic.said_to_staff) == 5
    await clinic.sleep(seconds=40)
    assert len(clinic.said_to_staff) == 6
    digest = clinic.said_to_staff[-1]
    assert [client.intake.case in digest for client in clients] == [False] * 5 + [True] * 3
    assert "#6" in digest
    assert "#8" in digest
    await clinic.sleep(minutes=5)
    assert len(clinic.said_to_staff) == 6


async def test_a_digest_outlives_a_restart_and_urgent_words_do_not_wait_for_it(clinic: Clinic) -> None:
    clients = [clinic.client(f"Client {number}") for number in range(7)]
    for client in clients:
        await client.starts()
        await client.says("/human")
    await clients[0].says("I can't breathe")
    assert clinic.alerts[-1] == ("urgent", clients[0].intake.case)
    await clients[0].says("I really can't breathe")
    assert len(clinic.said_to_staff) == 6
    await clinic.restart()
    await clinic.sleep(seconds=70)
    digest = clinic.said_to_staff[-1]
    assert [client.intake.case in digest for client in (clients[5], clients[6], clients[0])] == [True] * 3
    assert clinic.wording.say("alert-urgent") in digest


async def test_a_deleted_client_is_in_no_digest(clinic: Clinic) -> None:
    clients = [clinic.client(f"Client {number}") for number in range(7)]
    for client in clients:
        await client.starts()
        await client.says("/human")
    gone = clients[6].intake.case
    await clients[6].says("/delete", "yes")
    await clinic.sleep(seconds=70)
    assert clients[5].intake.case in clinic.said_to_staff[-1]
    assert gone not in clinic.said_to_staff[-1]


async def test_an_alert_that_is_sent_again_after_a_crash_has_the_same_number(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.starts()
    program = clinic.program
    assert program is not None
    ana.phone.send("/human")
    await clinic._receive(program)
    clinic._take(program)
    while letters := clinic.commit(partial(program.ledger.claim, 1, None)):
        letter = letters[0]
        await program.gateway.send(letter)
        if letter.chat_id == clinic.staff.id:
            break
        clinic.commit(partial(program.ledger.mark, letter, await program.gateway.send(letter)))
    await clinic.restart()
    once, again = clinic.numbered_alerts
    assert once == again
    await ana.says("/human")
    assert clinic.numbered_alerts[-1][0] > once[0]


async def test_single_people_can_be_alerted_beside_the_group(clinic: Clinic) -> None:
    dana = clinic.member("Dana", Role.ADMIN)
    clinic.alerted_too = (dana.phone.person.id,)
    ana = clinic.client()
    dana.phone.start()
    await ana.starts()
    await ana.says("/human")
    assert dana.phone.last.text == clinic.said_to_staff[-1]


# --- commands -------------------------------------------------------------------------------------


async def test_a_member_sees_who_waits_takes_a_case_and_hands_it_back(clinic: Clinic) -> None:
    courtney = clinic.member("Courtney")
    ana = clinic.client("Annabel")
    await ana.fills_in(until="area", name="Annabel")
    await ana.says("/human")
    case = ana.intake.case
    await courtney.says("/waiting")
    assert case in courtney.last
    assert "Annabel" not in courtney.last
    await courtney.says(f"/claim {case.lower()}")
    assert courtney.sees("staff-claimed")
    await clinic.team(ana, TakenOver())
    await courtney.says(f"/handback {case}")
    assert courtney.sees("staff-handed_back", case=case)
    assert ana.phone.last.text.endswith(clinic.wording.say("ask-area"))
    with clinic.look() as work:
        assert work.intakes.current(courtney.phone.person.id) is None
        assert work.transcript.of_chat(courtney.phone.person.id) == []
        assert [line.action for line in work.audit.page()] == [
            "telegram_handback",
            "telegram_claim",
            "telegram_waiting",
        ]


async def test_in_the_staff_chat_a_member_is_answered_and_a_stranger_is_not(clinic: Clinic) -> None:
    courtney, ana = clinic.member("Courtney"), clinic.client()
    clinic.seat(courtney).write("/waiting@IntakeBot")
    await clinic.work()
    assert clinic.said_to_staff == [clinic.wording.say("staff-nobody_waits")]
    clinic.seat(ana).write("/waiting")
    await clinic.work()
    assert len(clinic.said_to_staff) == 1


async def test_a_code_asked_for_in_the_staff_chat_comes_in_private(clinic: Clinic) -> None:
    courtney = clinic.member("Courtney")
    await courtney.says("/staff")
    with clinic.look() as work:
        _, first = work.sign_ins.ask(courtney.phone.person.id, is_staff=True)
        work.commit()
    clinic.seat(courtney).write("/code")
    await clinic.work()
    assert clinic.said_to_staff == [clinic.wording.say("staff-code_privately")]
    opening = clinic.wording.opening("staff-code")
    assert courtney.phone.last.text.startswith(opening)
    assert first is not None
    assert first not in courtney.phone.last.text


async def test_a_strangers_claim_is_like_any_command_that_nobody_knows(clinic: Clinic) -> None:
    clinic.member("Courtney")
    ana = clinic.client()
    await ana.fills_in(until="area")
    await ana.says("/claim 7F3K2Q")
    ours = ana.heard
    await ana.says("/flurb 7F3K2Q")
    assert ours == ana.heard
    assert ana.sees("unknown_command")
    assert [line["command"] for line in ana.phone.commands if line["command"] in {"claim", "waiting", "code"}] == []
