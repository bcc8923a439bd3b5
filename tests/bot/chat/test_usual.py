"""What is read without the library is read as the library reads it, whatever is odd about the Update."""

from __future__ import annotations

import random
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest

from bot.chat.arrival import Arrival
from bot.chat.checked import Unreadable
from bot.chat.read import read
from bot.chat.usual import LATEST, usual
from tests.bot.updates import BOT, edit, group, message, person, tap, text

if TYPE_CHECKING:
    from collections.abc import Callable

ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 2**40, 2**70, 1.5, "", "x", "\ud800\x00", "private", [], {}, [1], [[]], [[{}]], {"id": 1},
    [{"type": "url"}], {"inline_keyboard": 7}, {"is_disabled": 1},
)  # fmt: skip
KEYS = ("entities", "edit_date", "is_premium", "photo", "contact", "url", "api_kwargs", "reply_to_message", "via_bot")
ENTITIES = [{"type": "phone_number", "offset": 0, "length": 1}]
USUAL = {
    "text": lambda: text("I used  tretinoin\u0000 on Monday"),
    "premium": lambda: text("hi", sender=person(username="pat", last_name="P", is_premium=True)),
    "tap": lambda: tap("K7F3QX.3.area:face", label="Face"),
    "shown": lambda: shown(edit_date=1_790_000_050, entities=ENTITIES, link_preview_options={"is_disabled": True}),
    "no label": lambda: shown(reply_markup={"inline_keyboard": [[{"text": "Neck", "callback_data": "K7F3QX.3.x"}]]}),
}
RARE = {
    "command": lambda: text("/start"),
    "edit": lambda: edit("no", 5),
    "group": lambda: text("hi", chat=group()),
    "of a bot": lambda: text("hi", sender=BOT),
    "empty": lambda: text(""),
    "photo": lambda: message(photo=[{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]),
    "far future": lambda: message(text="hi", date=LATEST),
}


def shown(**more: Any) -> dict[str, Any]:
    update = tap("K7F3QX.3.area:face", label="Face")
    update["callback_query"]["message"] |= more
    return update


def outcome(reads: Callable[[dict[str, Any]], Arrival | None], update: dict[str, Any]) -> Arrival | str | None:
    try:
        return reads(update)
    except Unreadable:
        return "unreadable"


@pytest.mark.parametrize("made", USUAL.values(), ids=USUAL)
def test_a_tap_and_a_text_are_read_as_the_library_reads_them(
    made: Callable[[], dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    update = made()
    found = usual(update)
    assert found is not None
    monkeypatch.setattr("bot.chat.read.usual", lambda _: None)
    assert found == read(update)


@pytest.mark.parametrize("made", RARE.values(), ids=RARE)
def test_anything_else_is_left_to_the_library(made: Callable[[], dict[str, Any]]) -> None:
    assert usual(made()) is None


@pytest.mark.parametrize("seed", range(8))
def test_no_odd_update_is_read_in_two_ways(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.chat.read.usual", lambda _: None)
    dice = random.Random(seed)
    here = 0
    for _ in range(150):
        update = bent(dice.choice([*USUAL.values()])(), dice)
        found = outcome(usual, update)
        here += found is not None
        assert found is None or found == outcome(read, update), update
    assert here, "nothing was read here at all"


def bent(update: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    """The Update with one thing somewhere in it taken away, changed or added."""
    place: Any = deepcopy(update)
    update = place
    while True:
        key = dice.choice(range(len(place)) if isinstance(place, list) else list(place))
        if not isinstance(place[key], dict | list) or not place[key] or dice.random() < 0.15:
            break
        place = place[key]
    if dice.random() < 0.3:
        del place[key]
    elif dice.random() < 0.4 and isinstance(place, dict):
        place[dice.choice(KEYS)] = dice.choice(ODD)
    else:
        place[key] = dice.choice(ODD)
    return update
