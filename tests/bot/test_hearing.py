"""Who is heard how: a member's command is obeyed at home, anybody else's is one that nobody knows."""

from __future__ import annotations

import pytest

from bot.members import Member, Role
from flows.advance import advance
from flows.flow import Flow
from storage.audit import STRANGERS, AuditLine
from storage.database import Database
from tests.bot.room import NOW, Room
from tests.bot.updates import CLIENT, edit, group, membership, person, text

ANN = 6_000_000_001
STAFF = group()["id"]


@pytest.fixture
def room(flow: Flow, database: Database) -> Room:
    members = {ANN: Member(ANN, "Ann", Role.REVIEWER)}
    return Room(flow, database, advance=advance, staff_chat=STAFF, members=members)


def trail(room: Room) -> list[AuditLine]:
    with room.database.look(NOW) as work:
        return list(work.audit.page(size=500))


def test_a_members_command_begins_no_intake_and_stands_in_no_transcript(room: Room) -> None:
    room.receive(text("/waiting", chat_id=ANN))
    assert room.says(chat_id=ANN) == [room.words("staff-nobody_waits")]
    with room.database.look(NOW) as work:
        assert work.intakes.listing() == []
        assert work.transcript.of_chat(ANN) == []
    assert [(line.staff_id, line.action, line.outcome) for line in trail(room)] == [(ANN, "telegram_waiting", "done")]


def test_a_slip_that_was_mended_is_obeyed_too(room: Room) -> None:
    room.receive(edit("/waiting@IntakeBot  please", 4, chat_id=ANN))
    assert room.says(chat_id=ANN) == [room.words("staff-nobody_waits")]


def test_a_member_who_writes_anything_else_is_a_client_like_any_other(room: Room) -> None:
    room.receive(text("hello", chat_id=ANN))
    with room.database.look(NOW) as work:
        assert work.intakes.current(ANN) is not None
    assert trail(room) == []


def test_a_member_is_obeyed_in_the_staff_chat_and_answered_there(room: Room) -> None:
    room.receive(text("/waiting", chat=group(), sender=person(ANN)))
    assert room.says(chat_id=STAFF) == [room.words("staff-nobody_waits")]


def test_a_code_asked_for_in_the_staff_chat_is_sent_in_private(room: Room) -> None:
    with room.database.work(NOW) as work:
        work.sign_ins.ask(ANN, is_staff=True)
        work.commit()
    room.receive(text("/code", chat=group(), sender=person(ANN)))
    letters = {letter.chat_id: str(letter.params["text"]) for letter in room.letters()}
    assert letters[STAFF] == room.words("staff-code_privately")
    assert letters[ANN].startswith(room.words("staff-code", code="X").partition("X")[0])


def test_a_member_in_another_group_is_told_what_everybody_is_told_there(room: Room) -> None:
    other = group(-100_777)
    room.receive(text("/waiting", chat=other, sender=person(ANN)))
    assert room.says(chat_id=other["id"]) == [room.words("elsewhere")]
    assert [(line.staff_id, line.about, line.outcome) for line in trail(room)] == [(ANN, "elsewhere", "refused")]


def test_a_stranger_in_the_staff_chat_is_ignored(room: Room) -> None:
    room.receive(text("/claim 7F3K2Q", chat=group()))
    assert room.letters() == []
    assert [(line.staff_id, line.case, line.outcome) for line in trail(room)] == [(None, None, "refused")]


def test_a_strangers_command_is_one_that_nobody_knows(room: Room) -> None:
    room.receive(text("/start"))
    room.letters()
    room.receive(text("/claim 7F3K2Q"))
    of_ours = room.says()
    room.receive(text("/nonsense 7F3K2Q"))
    assert of_ours == room.says()
    assert of_ours[0].startswith(room.words("unknown_command"))


def test_a_stranger_cannot_fill_the_trail(room: Room) -> None:
    room.receive(*[text("/waiting") for _ in range(STRANGERS + 5)])
    rows = trail(room)
    assert len(rows) == STRANGERS
    assert str(CLIENT) not in str(rows)


def test_a_member_who_had_shut_us_out_is_answered_again(room: Room) -> None:
    room.receive(text("/start", chat_id=ANN))
    room.letters()
    with room.database.work(NOW) as work:
        work.outbox.park(ANN)
        work.commit()
    room.receive(text("/waiting", chat_id=ANN))
    assert room.says(chat_id=ANN) == [room.words("staff-nobody_waits")]
    room.receive(membership("kicked"))
    assert room.letters() == []


def test_a_member_who_presses_start_is_told_what_the_team_can_do_and_begins_no_form(room: Room) -> None:
    room.receive(text("/start", chat_id=ANN))
    (told,) = room.says(chat_id=ANN)
    assert "/waiting" in told
    with room.database.look(NOW) as work:
        assert work.intakes.listing() == []


@pytest.mark.parametrize("start", ["/start me", "/start instagram"])
def test_a_member_can_fill_in_the_form_as_a_client_would(room: Room, start: str) -> None:
    room.receive(text(start, chat_id=ANN))
    with room.database.look(NOW) as work:
        assert [line.state for line in work.intakes.listing()] == ["consent"]
    room.receive(text("/start", chat_id=ANN))
    with room.database.look(NOW) as work:
        assert len(work.intakes.listing()) == 1
    assert not any("/waiting" in said for said in room.says(chat_id=ANN))
