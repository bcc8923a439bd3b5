"""Clients who do anything at all, now and then on a broken line: Updates by chance, for tests."""

from __future__ import annotations

import json
import random
from collections import deque
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from flows.commands import MENU
from tests.bot.updates import edit, group, membership, message, person, private, tap, text
from tests.hostile import hostile

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from storage.outbox import Letter

HEADS = 8
"""How many clients there are at a time."""
WORDS = (
    "yes", "no", "not sure", "22", "Pat", "tretinoin 0.05%", "Accutane", "last Tuesday", "Nov 2", "2026-11-02",
    "yesterday", "still using it", "does it hurt?", "my face is swelling and I can't breathe", "face", "done", "skip",
    "314 555 0100", "looks right", "🌵", "a" * 4096, "\u202e\u0000\ud800", "1", "17", "back", "start over", "keloids",
)  # fmt: skip
ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 2**31, 2**63, 2**70, 10**400, "", "x", [], {}, [1], {"id": 1}, [[]], [None], 1.5, 1e308,
    float("nan"), float("inf"), "\ud800", "\u0000", "x" * 5000,
)  # fmt: skip
FILE = {"file_id": "a", "file_unique_id": "b"}
PIXELS = {**FILE, "width": 1, "height": 1}
MEDIA: tuple[dict[str, Any], ...] = (
    {"photo": [PIXELS]},
    {"photo": [PIXELS, PIXELS], "media_group_id": "7"},
    {"video": {**PIXELS, "duration": 1}},
    {"voice": {**FILE, "duration": 1}},
    {"audio": {**FILE, "duration": 1}},
    {"video_note": {**FILE, "length": 1, "duration": 1}},
    {"document": FILE},
    {"animation": {**PIXELS, "duration": 1}, "document": FILE},
    {"sticker": {**PIXELS, "is_animated": False, "is_video": False, "type": "regular"}},
    {"location": {"latitude": 38.6, "longitude": -90.2}},
    {"dice": {"emoji": "🎲", "value": 3}},
    {"venue": {"location": {"latitude": 38.6, "longitude": -90.2}, "title": "x", "address": "y"}},
)
UNASKED = ("channel_post", "inline_query", "poll", "chat_member", "message_reaction", "business_message", "tomorrow")
NESTED = 1200


class Crowd:
    """So many clients at a time, from the number `first` on."""

    def __init__(self, seed: int, first: int) -> None:
        self.random, self.hostile = random.Random(seed), hostile()
        self.clients = tuple(range(first, first + HEADS))
        self.buttons: dict[int, deque[tuple[str, int]]] = {client: deque(maxlen=40) for client in self.clients}
        self.sent: deque[bytes] = deque([b"{}"], maxlen=50)

    def update(self) -> Any:
        """What a poll may bring."""
        update = self.well_formed(self.random.choice(self.clients))
        for _ in range(self.random.choices((0, 1, 3), (75, 20, 5))[0]):
            update = self.broken(update)
        return update

    def body(self) -> bytes:
        """What a webhook may be sent; now and then the same again."""
        if self.random.random() < 0.04:
            return self.random.choice(self.sent)
        ascii_only = self.random.random() < 0.5
        body = json.dumps(self.update(), ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")
        if self.random.random() < 0.06:
            body = self.mangled(body)
        self.sent.append(body)
        return body

    def well_formed(self, client: int) -> dict[str, Any]:
        shown, words = self.buttons[client], self.random.choice(WORDS)
        made = (
            lambda: tap(*self.random.choice([*shown][-6:]), message_id=self.random.randrange(1, 90)),
            lambda: tap(self.random.choice(shown)[0], client),
            lambda: text(words, client),
            lambda: text(self.random.choice(self.hostile), client),
            lambda: text("/" + self.random.choice((*MENU, "start_over", "nonsense", "start@IntakeBot x")), client),
            lambda: edit(words, self.random.randrange(1, 90), client),
            lambda: message(client, **self.random.choice(MEDIA), caption=self.random.choice(("", *WORDS))),
            lambda: message(client, contact={"phone_number": "3145550100", "first_name": "P", "user_id": client}),
            lambda: membership(self.random.choice(("kicked", "member")), private(client)),
            lambda: text("/start", client, chat=group(-client)),
            lambda: tap(self.random.choice(("", "K.1.yes", "...", "x" * 64)), client),
            lambda: text(words, client, entities=[{"type": "bold", "offset": 2**31, "length": -1}]),
            lambda: text(words, client, sender=person(client, is_bot=True), via_bot=person(client, is_bot=True)),
            lambda: text(words, client, reply_to_message=message(client, text="x")["message"]),
            lambda: {"update_id": 1, self.random.choice(UNASKED): message(client, text=words)["message"]},
        )
        weights = (12 if shown else 0, 1 if shown else 0, 8, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)
        return self.random.choices(made, weights)[0]()

    def broken(self, update: Any) -> Any:
        """The same with one part of it gone or replaced."""
        broken = deepcopy(update)
        place: Any = broken
        while isinstance(place, dict | list) and place:
            key = self.random.choice(list(place)) if isinstance(place, dict) else self.random.randrange(len(place))
            if self.random.random() < 0.4 or not isinstance(place[key], dict | list):
                if self.random.random() < 0.5:
                    del place[key]
                else:
                    place[key] = self.random.choice(ODD)
                break
            place = place[key]
        return broken if self.random.random() < 0.98 else self.random.choice(ODD)

    def mangled(self, body: bytes) -> bytes:
        """Bytes that were once an Update, and may still be one."""
        at = self.random.randrange(len(body) + 1)
        return self.random.choice(
            (
                lambda: body[:at],
                lambda: body[:at] + bytes([self.random.randrange(256)]) + body[at + 1 :],
                lambda: body[:at] + self.random.randbytes(3) + body[at:],
                lambda: body + body,
                lambda: b"",
                lambda: b"\xef\xbb\xbf" + body,
                lambda: body.decode("utf-8", "replace").encode("utf-16"),
                lambda: body.replace(b":", b":" + b"[" * NESTED, 1),
                lambda: body.replace(b":", b":" + b"[" * NESTED + b"]" * NESTED + b',"x":', 1),
                lambda: body.replace(b":", b":" + b"9" * 5000, 1),
                lambda: body.replace(b"{", b'{"update_id":7,', 1),
                lambda: body.replace(b'"', b"'"),
                lambda: b"[" + body + b"]",
                lambda: json.dumps(body.decode("utf-8", "replace")).encode(),
                lambda: body + b" " * 9 + b"\x00",
            )
        )()

    def sees(self, letters: Iterable[Letter]) -> None:
        """Read what the bot says, to tap on it."""
        for letter in letters:
            for row in _keyboard(letter):
                if letter.chat_id in self.buttons:
                    found = ((button["callback_data"], letter.chat_id) for button in row)
                    self.buttons[letter.chat_id].extend(found)


def _keyboard(letter: Letter) -> Sequence[Sequence[dict[str, str]]]:
    found: Sequence[Sequence[dict[str, str]]] = letter.params.get("reply_markup", {}).get("inline_keyboard", [])
    return found
