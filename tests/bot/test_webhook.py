"""The webhook: who is listened to, what is read, and that nothing is acknowledged that is not stored."""

from __future__ import annotations

import asyncio
import json
import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from pydantic import SecretStr
from structlog.testing import capture_logs

from bot.chat.receive import batch
from bot.scribe import Scribe, commit
from bot.settings import Settings, SettingsError
from bot.taking_turns import take_update
from bot.webhook import Limits, Outcome, Webhook, as_it_came, path_of, webhook_app
from storage.refusals import Busy
from tests.bot.knocking import PATH, SECRET, Knock, post
from tests.bot.room import BOT_ID, NOW, Room
from tests.bot.updates import CLIENT, text
from tests.postgres import KINDS

if TYPE_CHECKING:
    from datetime import datetime

    from starlette.types import Message

    from bot.chat.receive import Batch
    from flows.flow import Flow
    from storage.database import Database
    from storage.inbox import Arrived
    from storage.work import Work

BEFORE = "the-secret-that-was-before"
TOKEN = "700:stand-in-with-a-long-key"


def settings(**changes: object) -> Settings:
    usual = {
        "bot_token": SecretStr(TOKEN),
        "bot_api_url": "http://127.0.0.1:9",
        "webhook_url": f"https://bot.example.org{PATH}",
        "webhook_secret": SecretStr(SECRET),
    }
    return Settings.model_validate({**usual, **changes})


@dataclass
class Shelf:
    """A store that keeps what it is given, or raises what a test wants."""

    batches: list[Batch] = field(default_factory=list)
    raises: list[Exception] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    slow: bool = False

    async def store(self, found: Batch) -> int:
        if self.slow:
            await asyncio.Event().wait()
        if self.raises:
            raise self.raises.pop(0)
        is_new = found not in self.batches
        self.batches.append(found)
        return int(is_new)

    @property
    def rows(self) -> list[Arrived]:
        return [arrived for found in self.batches for arrived in found.arrived]

    @property
    def app(self) -> Webhook:
        return webhook_app(settings(), self.store, self.outcomes.append)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


def as_bytes(update: object) -> bytes:
    return json.dumps(update).encode()


HELLO = as_bytes(text("hello"))


async def test_an_update_is_stored_as_a_poll_would_have_brought_it(shelf: Shelf) -> None:
    update = text("naïve 🌵")
    knock = Knock((json.dumps(update, ensure_ascii=False).encode(),))
    assert await knock.at(shelf.app) == 200
    assert shelf.rows == list(batch([update]).arrived)
    assert (knock.body, knock.headers) == (b"", {"content-length": "0"})
    assert shelf.outcomes == [Outcome.STORED]


async def test_the_answer_comes_after_it_is_stored() -> None:
    knock, answered_before = Knock((HELLO,)), []

    async def store(_: Batch) -> int:
        answered_before.append(knock.status)
        return 1

    assert await knock.at(webhook_app(settings(), store)) == 200
    assert answered_before == [0]


async def test_a_repeat_is_answered_well_and_told(shelf: Shelf) -> None:
    assert [await post(shelf.app, HELLO), await post(shelf.app, HELLO)] == [200, 200]
    assert shelf.outcomes == [Outcome.STORED, Outcome.REPEATED]


@pytest.mark.parametrize(
    "secrets",
    [(), ("",), (SECRET[:-1],), (SECRET + "x",), (SECRET.upper(),), ("ü",), (SECRET, SECRET), ("x", SECRET)],
)
async def test_whoever_does_not_know_the_secret_is_refused_before_anything_is_read(
    shelf: Shelf, secrets: tuple[str, ...]
) -> None:
    knock = Knock((HELLO,), secrets=secrets)
    assert await knock.at(shelf.app) == 403
    assert (knock.parts_read, knock.body, knock.headers["connection"]) == (0, b"", "close")
    assert (shelf.rows, shelf.outcomes) == ([], [Outcome.STRANGER])


async def test_every_secret_is_compared_whichever_it_is(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[bytes, bytes]] = []

    def compare(known: bytes, given: bytes) -> bool:
        compared.append((known, given))
        return known == given

    monkeypatch.setattr("bot.webhook.compare_digest", compare)
    app = webhook_app(settings(webhook_secret_before=SecretStr(BEFORE)), shelf.store)
    for secrets, status in (((SECRET,), 200), ((BEFORE,), 200), (("neither",), 403), ((), 403)):
        compared.clear()
        assert await Knock((HELLO,), secrets=secrets).at(app) == status
        given = secrets[0].encode() if secrets else b""
        assert compared == [(SECRET.encode(), given), (BEFORE.encode(), given)]


async def test_a_secret_is_changed_in_two_steps(shelf: Shelf) -> None:
    fresh = "the-secret-of-next-year"
    during = webhook_app(
        settings(webhook_secret=SecretStr(fresh), webhook_secret_before=SecretStr(SECRET)), shelf.store
    )
    assert [await Knock((HELLO,), secrets=(each,)).at(during) for each in (SECRET, fresh)] == [200, 200]
    afterwards = webhook_app(settings(webhook_secret=SecretStr(fresh)), shelf.store)
    assert [await Knock((HELLO,), secrets=(each,)).at(afterwards) for each in (SECRET, fresh)] == [403, 200]


@pytest.mark.parametrize(
    ("knock", "status"),
    [
        (Knock((HELLO,), path="/"), 404),
        (Knock((HELLO,), path=PATH + "/"), 404),
        (Knock((HELLO,), path=f"/{TOKEN}"), 404),
        (Knock((HELLO,), method="GET"), 405),
        (Knock((HELLO,), method="PUT"), 405),
        (Knock((HELLO,), kinds=()), 415),
        (Knock((HELLO,), kinds=("text/plain",)), 415),
        (Knock((HELLO,), kinds=("application/json", "text/plain")), 415),
        (Knock((HELLO,), size="-1"), 400),
        (Knock((HELLO,), size="x"), 400),
    ],
)
async def test_what_telegram_would_not_ask_is_refused_before_anything_is_read(
    shelf: Shelf, knock: Knock, status: int
) -> None:
    assert await knock.at(shelf.app) == status
    assert (knock.parts_read, knock.body, shelf.rows, shelf.outcomes) == (0, b"", [], [Outcome.STRANGER])


async def test_a_wrong_method_is_told_the_right_one(shelf: Shelf) -> None:
    knock = Knock(method="GET")
    await knock.at(shelf.app)
    assert knock.headers["allow"] == "POST"


async def test_a_charset_beside_the_content_type_does_no_harm(shelf: Shelf) -> None:
    assert await Knock((HELLO,), kinds=("Application/JSON; charset=utf-8",)).at(shelf.app) == 200


async def test_a_body_may_come_in_any_number_of_parts(shelf: Shelf) -> None:
    parts = [HELLO[at : at + 7] for at in range(0, len(HELLO), 7)]
    assert await Knock([*parts, b""], size=str(len(HELLO))).at(shelf.app) == 200
    assert shelf.rows == list(batch([json.loads(HELLO)]).arrived)


@pytest.mark.parametrize("size", [str(2**20 + 1), "9" * 5000])
async def test_a_body_that_says_it_is_too_large_is_not_read(shelf: Shelf, size: str) -> None:
    knock = Knock((HELLO,), size=size)
    assert await knock.at(shelf.app) == 413
    assert (knock.parts_read, shelf.outcomes) == (0, [Outcome.TOO_LARGE])


async def test_a_body_that_turns_out_too_large_is_read_no_further(shelf: Shelf) -> None:
    knock = Knock([b"x" * 2**19] * 8)
    assert await knock.at(shelf.app) == 413
    assert (knock.parts_read, knock.headers["connection"], shelf.rows) == (3, "close", [])


async def test_a_body_of_just_the_limit_is_taken(shelf: Shelf) -> None:
    body = as_bytes({"update_id": 1, "x": ""})
    filled = body.replace(b'""', b'"' + b"y" * (2**20 - len(body)) + b'"')
    assert len(filled) == 2**20
    assert await Knock((filled,), size=str(2**20)).at(shelf.app) == 200
    assert shelf.rows[0].update_id == 1


async def test_a_body_that_does_not_come_is_not_waited_for(shelf: Shelf) -> None:
    app = Webhook(PATH, (SECRET.encode(),), shelf.store, shelf.outcomes.append, Limits(reading=0.01))
    knock = Knock((HELLO[:9],), hangs=True)
    assert await knock.at(app) == 408
    assert (knock.headers["connection"], shelf.rows, shelf.outcomes) == ("close", [], [Outcome.SLOW])


async def test_whoever_hangs_up_in_the_middle_leaves_nothing(shelf: Shelf) -> None:
    await Knock((HELLO[:9], None)).at(shelf.app)
    assert (shelf.rows, shelf.outcomes) == ([], [Outcome.GONE])


@pytest.mark.parametrize("problem", [Busy(), ZeroDivisionError()])
async def test_a_database_that_is_down_has_telegram_bring_it_again(shelf: Shelf, problem: Exception) -> None:
    shelf.raises = [problem, problem]
    knock = Knock((HELLO,))
    with capture_logs() as lines:
        assert await knock.at(shelf.app) == 503
    assert (knock.headers["retry-after"], knock.body, shelf.rows) == ("5", b"", [])
    assert (shelf.outcomes, [line["log_level"] for line in lines if line["event"] == "webhook.answered"]) == (
        [Outcome.BUSY],
        ["debug"],
    )
    assert any(line["event"] in {"webhook.busy", "webhook.failed"} for line in lines)


async def test_a_database_that_hangs_is_not_waited_for_for_ever(shelf: Shelf) -> None:
    shelf.slow = True
    app = Webhook(PATH, (SECRET.encode(),), shelf.store, shelf.outcomes.append, Limits(storing=0.01))
    assert await post(app, HELLO) == 503
    assert shelf.outcomes == [Outcome.BUSY]


async def test_what_telegram_was_asked_to_bring_again_does_not_pile_up_here(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.scribe.BUSY_PAUSE", 0.001)
    scribe, works = Scribe(database), database.work

    async def store(found: Batch) -> int:
        return await scribe.write(lambda work: work.inbox.ingest(BOT_ID, found.arrived))

    def down(_: datetime) -> Work:
        raise Busy

    app = Webhook(PATH, (SECRET.encode(),), store, limits=Limits(storing=0.02))
    monkeypatch.setattr(database, "work", down)
    assert {await post(app, as_bytes(text("hi"))) for _ in range(5)} == {503}
    monkeypatch.setattr(database, "work", works)
    assert await post(webhook_app(settings(), store), HELLO) == 200
    scribe.close()
    with database.look(NOW) as work:
        # The last of them may be just about to be written when it is given up.
        assert work.inbox.waiting() in {1, 2}


async def test_an_update_that_no_row_can_hold_is_stored_as_it_came(shelf: Shelf) -> None:
    shelf.raises = [OverflowError()]
    assert await post(shelf.app, HELLO) == 200
    assert (shelf.batches, shelf.outcomes) == ([as_it_came(HELLO)], [Outcome.UNREAD])


BAD = (
    b"",
    b"{",
    b"hello",
    HELLO[:-1],
    b"\xff\xfe" + HELLO,
    b"\xef\xbb\xbf" + HELLO,
    b'{"update_id": 1, "x": "\x00"}',
    b"\x00\x01\xff",
    b'{"update_id": ' + b"9" * 5000 + b"}",
    b'{"update_id": 1, "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    HELLO.decode().encode("utf-16"),
    struct.pack("<II", 0xD800, 0xDFFF),
)
ODD = (
    b"[]",
    b"null",
    b"5",
    b'"x"',
    b'[["update_id", 1]]',
    b"NaN",
    b'{"update_id": 1e999}',
    b'{"update_id": 1180591620717411303424, "message": {"chat": {"id": 1180591620717411303424}, "message_id": 1}}',
    b'{"update_id": 5, "message": {"chat": {"id": "\\ud800\\u0000"}}}',
    b'{"update_id": 6, "message": {"chat": {"id": 5}, "message_id": 1, "text": "\xed\xa0\x80 \\u0000 \\udfff"}}',
    b'{"update_id": 7, "update_id": 8}',
    b'{"update_id": 9, "x": ' + b"[" * 300 + b"]" * 300 + b"}",
)


@pytest.mark.parametrize("body", BAD, ids=lambda body: repr(body[:24]))
async def test_what_is_no_json_is_stored_as_it_came(shelf: Shelf, body: bytes) -> None:
    assert await post(shelf.app, body) == 200
    (row,) = shelf.rows
    assert (row.update_id, row.chat_id, row.about) == (0, None, None)
    assert json.loads(row.raw).encode("utf-8", "surrogateescape") == body
    assert row.raw.isascii()
    assert await post(shelf.app, body) == 200
    assert shelf.outcomes == [Outcome.UNREAD, Outcome.REPEATED]


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
@pytest.mark.parametrize("database_url", KINDS, indirect=True)
async def test_whatever_comes_is_in_the_database_and_is_taken(flow: Flow, database: Database) -> None:
    room = Room(flow, database)

    async def store(found: Batch) -> int:
        return commit(database, NOW, lambda work: work.inbox.ingest(BOT_ID, found.arrived))

    app = webhook_app(settings(), store)
    for body in BAD + ODD:
        assert [await post(app, body), await post(app, body)] == [200, 200]
        while take_update(room.desk, NOW):
            pass
    assert await post(app, as_bytes(text("hi"))) == 200
    while take_update(room.desk, NOW):
        pass
    with database.look(NOW) as work:
        assert work.inbox.waiting() == 0
        quarantined = work.inbox.quarantined()
        assert work.inbox.offset(BOT_ID) is None
    assert {row.error for row in quarantined} == {"Unreadable"}
    assert len(BAD) <= len(quarantined) <= len(BAD + ODD)
    assert [letter.chat_id for letter in room.letters()][-1] == CLIENT


async def test_what_a_webhook_brings_does_not_move_the_polls_offset(database: Database) -> None:
    with database.work(NOW) as work:
        work.inbox.ingest(BOT_ID, (), 900)
        assert work.inbox.ingest(BOT_ID, batch([text("x")]).arrived) == 1
        assert work.inbox.offset(BOT_ID) == 900


async def test_other_things_than_requests_are_let_pass(shelf: Shelf) -> None:
    sent: list[Message] = []

    async def receive() -> Message:
        raise AssertionError("nothing is read")

    async def send(message: Message) -> None:
        sent.append(message)

    await shelf.app({"type": "lifespan"}, receive, send)
    assert sent == []


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"webhook_url": ""}, "WEBHOOK_URL"),
        ({"webhook_secret": None}, "WEBHOOK_SECRET"),
        ({"webhook_secret": None, "webhook_secret_before": SecretStr(BEFORE)}, "WEBHOOK_SECRET"),
        ({"webhook_url": "https://bot.example.org"}, "path"),
        ({"webhook_url": "https://bot.example.org/"}, "path"),
        ({"webhook_url": f"https://bot.example.org/{TOKEN}"}, "token"),
        ({"webhook_url": f"https://bot.example.org/x-{TOKEN.partition(':')[2]}"}, "token"),
        ({"webhook_url": f"https://bot.example.org/{TOKEN.replace(':', '%3A')}"}, "token"),
        ({"bot_token": None}, "BOT_TOKEN"),
    ],
)
def test_settings_that_cannot_work_are_refused_with_a_sentence_that_holds_no_secret(
    changes: dict[str, object], named: str
) -> None:
    with pytest.raises(SettingsError, match=named) as refused:
        path_of(settings(**changes))
    assert not [secret for secret in (TOKEN, SECRET, BEFORE, "bot.example.org/x") if secret in str(refused.value)]


@pytest.mark.parametrize(("written", "path"), [("/updates", "/updates"), ("/a/b/", "/a/b"), ("/%C3%BC", "/ü")])
def test_the_path_is_the_one_of_the_address(written: str, path: str) -> None:
    assert path_of(settings(webhook_url=f"https://bot.example.org{written}")) == path


def test_a_short_key_may_stand_in_an_address_by_chance() -> None:
    chosen = settings(bot_token=SecretStr("700:demo"), webhook_url="https://demo.example.org/updates")
    assert path_of(chosen) == "/updates"
