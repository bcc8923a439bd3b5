"""Whatever clients and staff tell, staff's alerts and the log hear of a case number and a kind, and of nothing else.

What is told is checked after every test of the run, see tests/silence.py; here it is made sure that there is something.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.chat.connect import connect
from bot.chat.gateway import Gateway, TelegramRefuses
from bot.scribe import utc_now
from flows.model import HandedBack, QuestionReplied, TakenOver, TeamWrote
from storage.outbox import Letter
from tests.journeys.form import USED_ON_MONDAY
from tests.planted import ANSWERS, NAMES, PHONES, TOKENS
from tests.silence import Silence

if TYPE_CHECKING:
    from tests.journeys.clinic import Clinic


@pytest.fixture
def heard(request: pytest.FixtureRequest) -> list[str]:
    silence = request.config.pluginmanager.get_plugin("silence")
    assert isinstance(silence, Silence)
    return silence.heard


@pytest.mark.parametrize("name", NAMES)
async def test_a_name_is_told_to_nobody(clinic: Clinic, heard: list[str], name: str) -> None:
    client = clinic.client(name)
    await client.gets_a_plan(name=name)
    await client.finishes()
    assert name in str(client.turns)
    assert clinic.alerts
    assert any(client.intake.case in line for line in heard)


@pytest.mark.parametrize("phone", PHONES)
async def test_a_phone_number_is_told_to_nobody(clinic: Clinic, phone: str) -> None:
    client = clinic.client()
    await client.gets_a_plan()
    await client.finishes("call_me")
    await client.says(phone)
    await client.answers("any_time")
    assert phone in str(client.turns)
    assert clinic.alerts


@pytest.mark.parametrize("answer", ANSWERS)
async def test_what_is_typed_anywhere_is_told_to_nobody(clinic: Clinic, answer: str) -> None:
    client = clinic.client()
    special = {**USED_ON_MONDAY, "procedure": "yes", "procedure_note": answer, "note": answer}
    await client.fills_in(until="retinoid_product", **special)
    await client.says(answer)
    await client.says(answer)
    await client.says("/human")
    await clinic.team(client, TakenOver(), TeamWrote(answer), HandedBack(), QuestionReplied(answer, answer))
    await client.says(answer)
    assert answer in str(client.turns)
    assert clinic.alerts


@pytest.mark.parametrize("token", TOKENS)
async def test_a_token_that_telegram_refuses_is_told_to_nobody(clinic: Clinic, heard: list[str], token: str) -> None:
    with pytest.raises(TelegramRefuses) as refused:
        async with connect(token, "http://127.0.0.1:9") as bot:
            await Gateway(bot).send(Letter(1, 1, "sendMessage", {"chat_id": 1, "text": token}, None, 1, utc_now()))
    assert token not in str(refused.value)
    assert token not in str(heard)
