"""Clients of an earlier program, with what stands on their phones, in front of the present one."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from bot.standin.chats import Message
from flows import machine
from flows.model import Asking, HandedBack, Handover

if TYPE_CHECKING:
    from tests.journeys.chat import Client
    from tests.journeys.clinic import Clinic
    from tests.storage.old.loading import Old, Phone

USUAL = {
    "retinoid_product": "tretinoin",
    "retinoid_last": "not_sure",
    "isotretinoin_last": "not_sure",
    "exfoliant_product": "glycolic acid",
    "exfoliant_last": "not_sure",
    "procedure_note": "a peel in October",
    "sun_last": "not_sure",
    "series_last": "not_sure",
    "best_time": "morning",
    "next_step": "i_call",
}
WAYS_ON = {
    Asking.CONFIRM: "button-confirm",
    Asking.NARROW: "button-narrow_keep",
    Asking.EDIT: "button-change_to_this",
    Asking.DELETE: "button-keep",
}
AT_PAGES = {
    machine.REVIEW: "button-looks_right",
    machine.STOPPED: "button-resume",
    **dict.fromkeys((machine.PLAN, *machine.EXPLAIN), "button-to_booking"),
}


def come_back(clinic: Clinic, left: Old) -> dict[str, Client]:
    """Everybody, by what they were in the middle of; Telegram goes on numbering where it was."""
    clients = {who: _with_phone(clinic, phone) for who, phone in left.phones.items()}
    clinic.account.feed.next_id = left.next_update
    clinic.cloud._numbers = left.numbers
    clinic.clock.now = left.at
    return clients


def _with_phone(clinic: Clinic, left: Phone) -> Client:
    client = clinic.client(left.name, language=left.language)
    chat, person, bot = client.phone.chat, client.phone.person, client.phone.bot
    assert person.id == left.chat_id
    for number in range(1, left.said + 1):
        chat.messages[number] = Message(number, chat, person.as_user(), 0, {}, deleted=True)
    for number, from_bot, date, content, keyboards in left.messages:
        sender = bot.as_user() if from_bot else person.as_user()
        chat.messages[number] = Message(number, chat, sender, date, deepcopy(content), deepcopy(keyboards))
    chat.opened, chat.blocked, chat.reply_keyboard = True, left.blocked, left.keyboard
    return client


async def goes_to_the_end(client: Client) -> list[str]:
    """Do what is asked until the form has ended; give the questions that were asked, beginning with the present one."""
    asked: list[str] = []
    while client.state != machine.FINISHED:
        if client.state in client.clinic.flow.by_key and client.state not in asked[-1:]:
            asked.append(client.state)
        await _goes_on(client)
    return asked


async def _goes_on(client: Client) -> None:
    intake = client.intake
    if intake.handover is not Handover.BOT:
        await client.clinic.team(client, HandedBack())
    elif intake.paused:
        await client.taps("button-resume")
    elif intake.pending is not None:
        await client.taps(WAYS_ON[intake.pending.asking])
    elif intake.picked:
        await client.taps("button-done")
    elif intake.state in AT_PAGES:
        await client.taps(AT_PAGES[intake.state])
    elif intake.state == "phone":
        await client.does(client.phone.share_contact)
    else:
        await client.goes_on(**USUAL)
