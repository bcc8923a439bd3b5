"""Thousands of random Updates, well-formed and malformed: no unhandled error, and nobody stuck."""

from __future__ import annotations

import random
import sqlite3
from copy import deepcopy
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bot.chat.receive import Batch, batch
from bot.taking_turns import take_update
from flows.advance import advance
from flows.commands import MENU
from tests.bot.room import BOT_ID, NOW, Room
from tests.bot.updates import edit, group, membership, message, tap, text

if TYPE_CHECKING:
    from flows.flow import Flow
    from storage.database import Database

CLIENTS = tuple(range(5_000_000_001, 5_000_000_009))
WORDS = (
    "yes", "no", "not sure", "22", "Pat", "tretinoin 0.05%", "Accutane", "last Tuesday", "Nov 2", "2026-11-02",
    "yesterday", "still using it", "does it hurt?", "my face is swelling and I can't breathe", "face", "done", "skip",
    "314 555 0100", "looks right", "🌵", "a" * 4096, "\u202e\u0000\ud800", "1", "17", "back", "start over", "keloids",
)  # fmt: skip
ODD: tuple[Any, ...] = (None, True, -1, 2**70, "", "x", [], {}, [1], {"id": 1}, 1.5, "\ud800")
PHOTO = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]


class Crowd:
    """Clients who do anything at all, now and then on a broken line."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.buttons: dict[int, list[tuple[str, int]]] = {client: [] for client in CLIENTS}

    def update(self) -> Any:
        client = self.random.choice(CLIENTS)
        update = self.well_formed(client)
        return self.broken(update) if self.random.random() < 0.25 else update

    def well_formed(self, client: int) -> dict[str, Any]:
        shown = self.buttons[client]
        made = (
            lambda: tap(*self.random.choice(shown[-6:]), message_id=self.random.randrange(1, 90)),
            lambda: tap(self.random.choice(shown)[0], client),
            lambda: text(self.random.choice(WORDS), client),
            lambda: text("/" + self.random.choice((*MENU, "start_over", "nonsense")), client),
            lambda: edit(self.random.choice(WORDS), self.random.randrange(1, 90), client),
            lambda: message(client, photo=PHOTO, media_group_id="7", caption=self.random.choice(("", *WORDS))),
            lambda: message(client, contact={"phone_number": "3145550100", "first_name": "P", "user_id": client}),
            lambda: membership(self.random.choice(("kicked", "member")), {"id": client, "type": "private"}),
            lambda: text("/start", client, chat=group(-client)),
            lambda: tap(self.random.choice(("", "K.1.yes", "...", "x" * 64)), client),
        )
        weights = (12 if shown else 0, 1 if shown else 0, 8, 2, 1, 1, 1, 1, 1, 1)
        return self.random.choices(made, weights)[0]()

    def broken(self, update: dict[str, Any]) -> Any:
        broken = deepcopy(update)
        place: Any = broken
        while isinstance(place, dict) and place:
            key = self.random.choice(list(place))
            if self.random.random() < 0.4 or not isinstance(place[key], dict):
                if self.random.random() < 0.5:
                    del place[key]
                else:
                    place[key] = self.random.choice(ODD)
                break
            place = place[key]
        return broken if self.random.random() < 0.98 else self.random.choice(ODD)

    def sees(self, room: Room) -> None:
        for letter in room.letters():
            for row in letter.params.get("reply_markup", {}).get("inline_keyboard", []):
                self.buttons.get(letter.chat_id, []).extend((button["callback_data"], letter.chat_id) for button in row)


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
def test_no_update_is_too_strange_and_nobody_is_stuck(
    flow: Flow, database: Database, database_url: str, request: pytest.FixtureRequest
) -> None:
    room, crowd = Room(flow, database, advance=advance), Crowd(seed=1)
    for number in range(0, request.config.getoption("updates"), 10):
        room.now = NOW + timedelta(seconds=number)
        _receive(room, batch([crowd.update() for _ in range(10)]))
        crowd.sees(room)
    with sqlite3.connect(database_url.removeprefix("sqlite:///")) as connection:
        rows = connection.execute("SELECT error, count(*) FROM inbox WHERE state = 'quarantined' GROUP BY error")
        assert {error for error, _ in rows} == {"Unreadable"}
    for client in CLIENTS:
        _receive(room, batch([text("/start", client)]))
        assert any(letter.chat_id == client and letter.method == "sendMessage" for letter in room.letters())


def _receive(room: Room, fetched: Batch) -> None:
    with room.database.work(room.now) as work:
        work.inbox.ingest(BOT_ID, fetched.arrived, fetched.next_offset or 0)
        work.commit()
    while take_update(room.desk, room.now):
        pass
    with room.database.work(room.now) as work:
        assert work.inbox.waiting() == 0
