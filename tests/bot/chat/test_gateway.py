"""The gateway: one table for every error that Telegram can give."""

from __future__ import annotations

import inspect

import pytest
from telegram import error

from bot.chat.gateway import GIVE_UP, PATIENCE, TABLE, Dead, Outcome, Parked, RetryAt, TelegramRefuses, judge

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

KINDS = [kind for _, kind in inspect.getmembers(error, inspect.isclass) if issubclass(kind, error.TelegramError)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_of_the_library_has_a_row_of_its_own(kind: type[error.TelegramError]) -> None:
    assert any(row.kind is kind and row.says == "" for row in TABLE), f"{kind.__name__} is in no row of the table"


def test_no_row_is_hidden_behind_a_broader_one() -> None:
    for number, row in enumerate(TABLE):
        broader = [up for up in TABLE[:number] if issubclass(row.kind, up.kind) and up.says in row.says]
        assert not broader, f"{row} is never reached"


@pytest.mark.parametrize(
    ("problem", "outcome"),
    [
        (error.Forbidden("Forbidden: bot was blocked by the user"), Parked()),
        (error.Forbidden("Forbidden: user is deactivated"), Parked()),
        (error.BadRequest("Message is not modified: specified new message content"), Dead("BadRequest", quiet=True)),
        (error.BadRequest("Query is too old and response timeout expired"), Dead("BadRequest", quiet=True)),
        (error.BadRequest("Message to edit not found"), Dead("BadRequest", quiet=True)),
        (error.BadRequest("Chat not found"), Parked()),
        (error.BadRequest("PEER_ID_INVALID"), Parked()),
        (error.BadRequest("Button_data_invalid"), Dead("BadRequest")),
        (error.TimedOut(), RetryAt(1.0)),
        (error.NetworkError("Bad Gateway"), RetryAt(1.0)),
        (error.TelegramError("Invalid server response"), RetryAt(1.0)),
        (error.ChatMigrated(-5), Dead("ChatMigrated")),
    ],
)
def test_each_error_is_treated_as_what_it_is(problem: error.TelegramError, outcome: Outcome) -> None:
    assert judge(problem, 1) == outcome


@pytest.mark.parametrize("problem", [error.InvalidToken(), error.EndPointNotFound("x"), error.Conflict("x")])
def test_what_no_waiting_mends_stops_the_program_with_a_sentence(problem: error.TelegramError) -> None:
    with pytest.raises(TelegramRefuses, match=r"BOT_TOKEN.*\.$"):
        judge(problem, 1)


def test_a_lost_connection_is_tried_again_ever_more_slowly_and_not_for_ever() -> None:
    waits = [judge(error.TimedOut(), attempts) for attempts in (1, 2, 3, 4, 50)]
    assert waits == [RetryAt(1.0), RetryAt(2.0), RetryAt(4.0), RetryAt(8.0), RetryAt(PATIENCE)]
    assert judge(error.TimedOut(), GIVE_UP) == Dead("no answer")


def test_being_told_to_wait_is_no_attempt() -> None:
    assert judge(error.RetryAfter(17), 3) == RetryAt(17.0, counts=False)
