"""Every error that Telegram can give, one journey each: what the client gets, what is stored, and that all go on."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

import pytest
from telegram import error

from bot.chat.gateway import TABLE, TelegramRefuses
from bot.standin.faults import Cut

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.standin.faults import Faults
    from tests.journeys.chat import Client
    from tests.journeys.clinic import Clinic

    Strike = Callable[[Faults, int], object]


class Fate(StrEnum):
    """What becomes of the message that the error strikes."""

    LATER = "arrives a little later"
    NEVER = "is lost, and staff can see that"
    ON_RETURN = "waits until the client lets us in again"
    MOOT = "is missed by nobody"
    STOPS = "waits until a person has put the program right"


@dataclass(frozen=True)
class Case:
    """One answer of Telegram's to one call."""

    status: int
    says: str
    fate: Fate
    method: str = "sendMessage"
    times: int = 1
    parameters: Mapping[str, int] = field(default_factory=dict)


CASES: dict[tuple[type[error.TelegramError], str], Case] = {
    (error.RetryAfter, ""): Case(
        429, "Too Many Requests: retry after 30", Fate.LATER, times=3, parameters={"retry_after": 30}
    ),
    (error.Forbidden, ""): Case(403, "Forbidden: bot was blocked by the user", Fate.ON_RETURN),
    (error.BadRequest, "message is not modified"): Case(
        400, "Bad Request: message is not modified: exactly the same", Fate.MOOT, "editMessageReplyMarkup"
    ),
    (error.BadRequest, "query is too old"): Case(
        400, "Bad Request: query is too old and response timeout expired", Fate.MOOT, "answerCallbackQuery"
    ),
    (error.BadRequest, "message to edit not found"): Case(
        400, "Bad Request: message to edit not found", Fate.MOOT, "editMessageReplyMarkup"
    ),
    (error.BadRequest, "message can't be edited"): Case(
        400, "Bad Request: message can't be edited", Fate.MOOT, "editMessageReplyMarkup"
    ),
    (error.BadRequest, "chat not found"): Case(400, "Bad Request: chat not found", Fate.ON_RETURN),
    (error.BadRequest, "peer_id_invalid"): Case(400, "Bad Request: PEER_ID_INVALID", Fate.ON_RETURN),
    (error.BadRequest, "not enough rights"): Case(
        400, "Bad Request: not enough rights to send text messages to the chat", Fate.ON_RETURN
    ),
    (error.BadRequest, "have no rights"): Case(400, "Bad Request: have no rights to send a message", Fate.ON_RETURN),
    (error.BadRequest, ""): Case(400, "Bad Request: something that nobody has heard of", Fate.NEVER),
    (error.NetworkError, ""): Case(502, "Bad Gateway", Fate.LATER, times=4),
    (error.InvalidToken, ""): Case(401, "Unauthorized", Fate.STOPS),
    (error.EndPointNotFound, ""): Case(404, "Not Found", Fate.STOPS),
    (error.Conflict, ""): Case(409, "Conflict: terminated by other getUpdates request", Fate.STOPS),
}
OF_OUR_OWN_SIDE = {
    (error.TimedOut, ""): "the library says so where an answer takes too long: test_unknown.py",
    (error.ChatMigrated, ""): "names another chat: the two tests below",
    (error.PassportDecryptionError, ""): "only who asks for passports can get it: test_gateway.py",
    (error.TelegramError, ""): "what an answer without sense becomes: test_unknown.py",
}


def test_each_row_of_the_table_is_tried() -> None:
    assert {(row.kind, row.says) for row in TABLE} == CASES.keys() | OF_OUR_OWN_SIDE.keys()


def asked(client: Client) -> int:
    """How often the question after the goals arrived."""
    return client.times_seen("ask-area")


def lost(clinic: Clinic) -> list[str]:
    with clinic.look() as work:
        return [one.method for one in work.outbox.lost()]


async def at_the_goals(clinic: Clinic) -> tuple[Client, Client]:
    ana, eva = clinic.client("Ana"), clinic.client("Eva")
    await ana.fills_in(until="goals")
    await eva.fills_in(until="goals")
    return ana, eva


async def strikes(clinic: Clinic, ana: Client, case: Case) -> None:
    """Ana answers, and the answer to that meets the error."""
    chat_id, faults = ana.phone.person.id, clinic.cloud.faults
    faults.refuse(
        case.status, case.says, method=case.method, chat_id=chat_id, times=case.times, parameters=case.parameters
    )
    await ana.says("acne scars")


@pytest.mark.parametrize("case", [case for case in CASES.values() if case.fate is Fate.LATER], ids=lambda c: c.says)
async def test_what_passes_delays_an_answer_and_nothing_else(clinic: Clinic, case: Case) -> None:
    ana, eva = await at_the_goals(clinic)
    await strikes(clinic, ana, case)
    await eva.says("acne scars")
    assert (asked(ana), asked(eva)) == (0, 1), "others do not wait for it"
    await clinic.sleep(minutes=3)
    assert (asked(ana), ana.state, ana.given["goals"]) == (1, "area", ("acne_scars",))
    assert lost(clinic) == []
    await ana.gets_a_plan()
    assert ana.sees("plan-ready")


@pytest.mark.parametrize("case", [case for case in CASES.values() if case.fate is Fate.NEVER], ids=lambda c: c.says)
async def test_what_can_never_be_sent_is_seen_by_staff_and_the_chat_goes_on(clinic: Clinic, case: Case) -> None:
    ana, eva = await at_the_goals(clinic)
    await strikes(clinic, ana, case)
    await eva.says("acne scars")
    await clinic.sleep(minutes=3)
    assert (asked(ana), asked(eva)) == (0, 1)
    assert lost(clinic) == ["sendMessage"]
    await ana.says("neck")
    assert (ana.given["area"], ana.times_seen("ask-retinoid")) == ("neck", 1)
    await ana.gets_a_plan()
    assert ana.sees("plan-ready")


@pytest.mark.parametrize("case", [case for case in CASES.values() if case.fate is Fate.ON_RETURN], ids=lambda c: c.says)
async def test_a_closed_chat_waits_for_the_client(clinic: Clinic, case: Case) -> None:
    ana, eva = await at_the_goals(clinic)
    await strikes(clinic, ana, case)
    await eva.says("acne scars")
    await clinic.sleep(hours=5)
    assert (asked(ana), ana.state) == (0, "area"), "nothing is sent into a closed chat, not even a nudge"
    assert (asked(eva), eva.state) == (1, "area")
    await ana.does(ana.phone.block, ana.phone.unblock)
    assert asked(ana) == 1
    assert lost(clinic) == []
    await ana.gets_a_plan()
    assert ana.sees("plan-ready")


@pytest.mark.parametrize("case", [case for case in CASES.values() if case.fate is Fate.MOOT], ids=lambda c: c.says)
async def test_what_nobody_misses_is_let_go(clinic: Clinic, case: Case) -> None:
    ana, eva = await at_the_goals(clinic)
    fault = clinic.cloud.faults.refuse(case.status, case.says, method=case.method)
    await ana.taps("choice-goals-acne_scars")
    await ana.taps("button-done")
    await eva.says("acne scars")
    assert fault not in clinic.cloud.faults.planned, "the call was made"
    assert (ana.state, asked(ana), asked(eva)) == ("area", 1, 1)
    assert lost(clinic) == []
    await ana.gets_a_plan()
    assert ana.sees("plan-ready")


@pytest.mark.parametrize("case", [case for case in CASES.values() if case.fate is Fate.STOPS], ids=lambda c: c.says)
async def test_what_a_person_has_to_mend_stops_the_program_and_loses_nothing(clinic: Clinic, case: Case) -> None:
    ana, eva = await at_the_goals(clinic)
    ana.phone.send("acne scars")
    eva.phone.send("acne scars")
    await clinic.receive()
    for method in ("sendMessage", "getMe"):
        clinic.cloud.faults.refuse(case.status, case.says, method=method)
    with pytest.raises(TelegramRefuses, match="BOT_TOKEN"):
        await clinic.work()
    clinic.cloud.faults.clear()
    await clinic.restart()
    assert [(asked(each), each.state) for each in (ana, eva)] == [(1, "area")] * 2


async def test_a_group_that_has_become_another_is_written_to_by_its_new_number(clinic: Clinic) -> None:
    ana, eva = await at_the_goals(clinic)
    here = ana.phone.person.id
    clinic.cloud.faults.refuse(
        400, "Bad Request: group chat was upgraded", chat_id=here, parameters={"migrate_to_chat_id": here}
    )
    await ana.says("acne scars")
    assert (asked(ana), lost(clinic)) == (1, [])
    await eva.says("acne scars")
    assert asked(eva) == 1


async def test_a_group_that_moves_on_and_on_is_given_up(clinic: Clinic) -> None:
    ana, eva = await at_the_goals(clinic)
    here = ana.phone.person.id
    clinic.cloud.faults.refuse(
        400, "Bad Request: group chat was upgraded", chat_id=here, times=2, parameters={"migrate_to_chat_id": here}
    )
    await ana.says("acne scars")
    assert (asked(ana), lost(clinic)) == (0, ["sendMessage"])
    await eva.says("acne scars")
    assert asked(eva) == 1


@pytest.mark.parametrize(
    "strike",
    [
        lambda faults, chat: faults.hang_up(Cut.AFTER, method="sendMessage", chat_id=chat),
        lambda faults, chat: faults.garble(method="sendMessage", chat_id=chat),
        lambda faults, chat: faults.refuse(500, "Internal Server Error", method="sendMessage", chat_id=chat, late=True),
        lambda faults, chat: faults.refuse(504, "Gateway Timeout", method="sendMessage", chat_id=chat, late=True),
    ],
    ids=["the answer is lost", "the answer is garbled", "a 500 after the effect", "a 504 after the effect"],
)
async def test_what_may_have_arrived_is_sent_once_more_and_does_no_harm(clinic: Clinic, strike: Strike) -> None:
    ana, eva = await at_the_goals(clinic)
    strike(clinic.cloud.faults, ana.phone.person.id)
    await ana.says("acne scars")
    before = ana.history
    with clinic.look() as work:
        told = work.transcript.of(kept.id) if (kept := work.intakes.current(ana.phone.person.id)) else []
    await clinic.sleep(minutes=3)
    assert asked(ana) == 2, "once for each that may have arrived"
    with clinic.look() as work:
        assert kept is not None
        assert work.transcript.of(kept.id) == told
        assert work.outbox.waiting() == 0
    assert (ana.history, lost(clinic)) == (before, [])
    await eva.says("acne scars")
    assert asked(eva) == 1
    # Whichever of the two is tapped, it counts once.
    for message in ana.phone.answers[-2:]:
        await ana.taps_old(message, "choice-area-neck")
    assert [key for key, _ in ana.history].count("area") == 1
    assert ana.state == "retinoid"
