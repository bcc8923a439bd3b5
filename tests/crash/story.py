"""Four clients' story, and everything that is left of it in the database and on their phones."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from itertools import groupby
from operator import le
from typing import TYPE_CHECKING, TypeAlias

from bot.standin.phone import Phone
from storage.database import open_database
from storage.intakes import CASE_LETTERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.standin.accounts import Bot
    from bot.standin.cloud import Cloud

STORY: tuple[tuple[str, ...], ...] = (
    ("/start spring", "Ann> /start", "Lee> /start", "Sam> /start"),
    ("tap :agree", "Ann> no thanks", "Lee> tap :agree", "Sam> tap :agree"),
    ("22 or older", "Pat", "Sam> 22 or older", "Sam> Samantha"),
    ("tap acne_scars",),
    ("tap texture",),
    ("tap :done",),
    ("face", "yes", "tretinoin 0.05%", "Lee> silence", "Sam> tone"),
    ("tap confirm",),
    ("yesterday", "Sam> /delete"),
    ("Sam> yes",),
    ("tap isotretinoin:never",),
    ("no", "no", "does it hurt?", "no", "no"),
    ("tap none",),
    ("tap none", "album"),
    ("tap series:first",),
    ("no", "please ring the side door"),
    ("tap looks_right",),
    ("tap skip",),
    ("tap next_step:call_me",),
    ("contact", "morning"),
    ("/mydata",),
)
"""Groups of acts; what is in a group is done in one go, before anybody answers. Where nobody is named it is Pat.

Pat goes to the end, Ann declines, Lee falls silent and is nudged, Sam has everything deleted.
"""
CASE = rf"\b[{CASE_LETTERS}]{{6}}\b"
CAST = ("Pat", "Ann", "Lee", "Sam")
Cast: TypeAlias = "dict[str, Phone]"


def cast(cloud: Cloud, bot: Bot) -> Cast:
    """Everybody's phone."""
    return {name: Phone(cloud, cloud.add_person(name, phone="+13145550100"), bot) for name in CAST}


def play(phones: Cast, group: tuple[str, ...], fall_silent: Callable[[int], None]) -> None:
    """Do what a group says, on the phones as they look now."""
    for act in group:
        name, found, rest = act.partition("> ")
        phone, act = (phones[name], rest) if found else (phones["Pat"], act)
        verb, _, what = act.partition(" ")
        if verb == "silence":
            fall_silent(phone.person.id)
            continue
        if verb == "tap":
            tap(phone, what)
        elif verb == "contact":
            phone.share_contact()
        elif verb == "album":
            phone.album(3)
        else:
            phone.send(act)


def tap(phone: Phone, ending: str) -> None:
    """Tap the newest button whose data ends like this."""
    shown = [
        (message.message_id, str(button["callback_data"]))
        for message in phone.answers
        for row in message.keyboard
        for button in row
    ]
    phone.tap(*next(found for found in reversed(shown) if found[1].endswith(ending)))


def recorded(database_url: str, phones: Cast) -> dict[str, object]:
    """Of each person all that the story left, without what is new in each run."""
    return {name: _left_of(database_url, phone) for name, phone in phones.items()}


def _left_of(database_url: str, phone: Phone) -> dict[str, object]:
    """Answers, their history, Turns, transcript, events: all that is stored of one person."""
    database = open_database(database_url)
    try:
        with database.work(datetime.now(UTC)) as work:
            kept = work.intakes.current(phone.person.id)
            if kept is None:
                return {"transcript": work.transcript.of_chat(phone.person.id)}
            case = kept.intake.case
            return {
                "state": kept.intake.state,
                "answers": {key: (answer.value, answer.said) for key, answer in kept.intake.answers.items()},
                "history": [(given.question, given.answer.value) for given in work.intakes.history(kept)],
                "transcript": [
                    (line.speaker, line.did, line.text.replace(case, "CASE"), line.buttons)
                    for line in work.transcript.of_chat(phone.person.id)
                ],
                "events": [past.happened for past in work.events.of(kept.id)],
                "passed_on": [
                    (question.topic, question.text)
                    for question in work.passed_on.open()
                    if question.intake_id == kept.id
                ],
            }
    finally:
        database.close()


def arrived(phone: Phone) -> list[str]:
    """What Telegram took for this phone, in the order in which it took it, without the number of the case."""
    chat_id = str(phone.person.id)
    taken = [request for request in phone.cloud.requests() if request.status == 200]
    texts = [
        _text_of(request.method, dict(request.params), request.files)
        for request in taken
        if str(request.params.get("chat_id")) == chat_id
    ]
    return [re.sub(CASE, "CASE", text) for text in texts]


def _text_of(method: str, params: dict[str, object], files: tuple[str, ...]) -> str:
    if method == "sendContact":
        return f"{params['first_name']} {params['phone_number']}"
    if files:
        return f"{params.get('caption', '')}\n[{files[0]}]".strip()
    return str(params.get("text", ""))


def repeats(spoken: list[str], heard: list[str]) -> int:
    """How often something was heard again, which does no harm; all the rest must be heard, and in its order."""
    words, times = _counted(spoken)
    again, times_again = _counted(heard)
    assert again == words, "lost, or out of order"
    assert all(map(le, times, times_again)), "lost"
    return len(heard) - len(spoken)


def _counted(texts: list[str]) -> tuple[list[str], list[int]]:
    """Each text, and how often it stands there in a row."""
    rows = [(text, len(list(same))) for text, same in groupby(texts)]
    return [text for text, _ in rows], [count for _, count in rows]
