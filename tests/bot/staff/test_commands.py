"""The team's commands: a table, each on the trail, and no health fact in any of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.members import Member, Role
from bot.staff.commands import SHOWN, STAFF_COMMANDS, Answer, Asked, StaffCommand, run
from bot.team import team_turn
from flows.advance import advance
from flows.commands import COMMANDS, HIDDEN
from flows.flow import Flow
from flows.model import Event, Happened, Phrase, TakenOver
from storage.database import Database
from storage.work import Work
from tests.bot.room import CONSOLE, NOW, Room
from tests.bot.updates import CLIENT

ANN = Member(111, "Ann", Role.REVIEWER)
BO = Member(222, "Bo", Role.ADMIN)


@pytest.fixture
def room(flow: Flow, database: Database) -> Room:
    return Room(flow, database, advance=advance)


def asked(room: Room, work: Work, argument: str = "", member: Member = ANN, *, in_private: bool = True) -> Asked:
    return Asked(room.desk, work, NOW, member, argument, in_private)


def trail(work: Work) -> list[tuple[int | None, str, str | None, str, str]]:
    lines = work.audit.page()
    return [(line.staff_id, line.action, line.case, line.about, line.outcome) for line in reversed(lines)]


def begin(work: Work, chat_id: int = CLIENT, *, urgent: bool = False) -> str:
    kept = work.intakes.begin(chat_id, "form", "en")
    work.cases.call_staff(kept.id, urgent=urgent)
    return kept.intake.case


def keys(answer: Answer) -> list[str]:
    return [phrase.key for phrase in answer.here]


def test_no_command_of_the_teams_is_a_clients() -> None:
    assert STAFF_COMMANDS.keys().isdisjoint({*COMMANDS, *HIDDEN})


@pytest.mark.parametrize("name", STAFF_COMMANDS)
def test_every_command_has_a_line_and_is_in_the_help(name: str, room: Room) -> None:
    with room.database.work(NOW) as work:
        (told,) = run("staff", asked(room, work)).here
    assert f"/{name} – {room.words(f'menu-{name}')}" in room.flow.words.say(told, "en").splitlines()


def test_who_waits_is_named_by_case_the_longest_first(room: Room) -> None:
    with room.database.work(NOW) as work:
        assert keys(run("waiting", asked(room, work))) == ["staff-nobody_waits"]
        first, second, urgent = begin(work), begin(work, CLIENT + 1), begin(work, CLIENT + 2, urgent=True)
        run("claim", asked(room, work, first))
        answer = run("waiting", asked(room, work))
        text = room.flow.words.say(answer.here[0], "en")
    assert [text.count(f"{CONSOLE}/intakes/{case}") for case in (first, second, urgent)] == [1, 1, 1]
    assert text.index(second) < text.index(first)
    assert room.words("staff-stage_claimed") in text.splitlines()[-1]
    assert (answer.case, answer.refused) == (None, "")


def test_no_more_than_ten_are_named(room: Room) -> None:
    with room.database.work(NOW) as work:
        for number in range(SHOWN + 1):
            begin(work, CLIENT + number)
        answer = run("waiting", asked(room, work))
    assert keys(answer) == ["staff-waiting", "staff-more"]
    assert room.flow.words.say(answer.here[0], "en").count("/intakes/") == SHOWN


def test_a_case_is_taken_once_and_the_second_hears_so(room: Room) -> None:
    with room.database.work(NOW) as work:
        case = begin(work)
        assert keys(run("claim", asked(room, work, case.lower()))) == ["staff-claimed"]
        assert keys(run("claim", asked(room, work, case))) == ["staff-claimed"]
        assert keys(run("claim", asked(room, work, case, BO))) == ["staff-taken"]
        line = work.cases.find(case)
        assert line is not None
        assert line.claimed_by == ANN.id
        assert [past.happened for past in work.events.of(line.id)] == [Happened(Event.INTAKE_CLAIMED)]
        assert trail(work) == [
            (111, "telegram_claim", case, "telegram", "done"),
            (111, "telegram_claim", case, "telegram", "done"),
            (222, "telegram_claim", case, "taken", "refused"),
        ]


@pytest.mark.parametrize("name", ["claim", "handback"])
@pytest.mark.parametrize(("typed", "key"), [("", "staff-which_case"), ("Zebulon Pike", "staff-no_case")])
def test_a_case_that_is_not_there_is_refused_and_what_was_typed_is_not_kept(
    room: Room, name: str, typed: str, key: str
) -> None:
    with room.database.work(NOW) as work:
        assert keys(run(name, asked(room, work, typed))) == [key]
        assert trail(work) == [(111, f"telegram_{name}", None, "no_case", "refused")]


def test_handing_back_lets_the_bot_speak(room: Room) -> None:
    with room.database.work(NOW) as work:
        case = begin(work)
        assert keys(run("handback", asked(room, work, case))) == ["staff-not_theirs"]
        team_turn(room.desk, work, NOW, case, TakenOver(), ANN.id)
        assert keys(run("handback", asked(room, work, case))) == ["staff-handed_back"]
        kept = work.intakes.find(case)
        assert kept is not None
        assert room.flow.words.say(Phrase("team-handed_back"), "en") in [
            line.text.split("\n\n")[0] for line in work.transcript.of(kept.id)
        ]
        assert [row[3:] for row in trail(work)] == [("not_handed_over", "refused"), ("telegram", "done")]


def test_an_earlier_form_of_the_client_is_not_handed_back(room: Room) -> None:
    with room.database.work(NOW) as work:
        case = begin(work)
        team_turn(room.desk, work, NOW, case, TakenOver(), ANN.id)
        kept = work.intakes.find(case)
        assert kept is not None
        work.intakes.close(kept)
        begin(work)
        assert keys(run("handback", asked(room, work, case))) == ["staff-not_reached"]
        assert trail(work)[-1][3:] == ("not_reached", "refused")


def test_a_code_is_for_the_browser_that_asked_and_is_said_in_private(room: Room) -> None:
    with room.database.work(NOW) as work:
        answer = run("code", asked(room, work))
        assert keys(answer) == ["staff-no_sign_in"]
        assert f"{CONSOLE}/sign-in?staff=111" in room.flow.words.say(answer.here[0], "en")
        browser, _ = work.sign_ins.ask(ANN.id, is_staff=True)
        (said,) = run("code", asked(room, work)).here
        assert work.sign_ins.attempt(browser, str(said.values["code"])).staff_id == ANN.id
        work.sign_ins.ask(ANN.id, is_staff=True)
        in_group = run("code", asked(room, work, in_private=False))
        assert keys(in_group) == ["staff-code_privately"]
        assert [phrase.key for phrase in in_group.privately] == ["staff-code"]
        assert str(said.values["code"]) not in str(trail(work))


def test_what_is_for_admins_is_refused_to_a_reviewer(room: Room) -> None:
    only = {"staff": replace(STAFF_COMMANDS["staff"], role=Role.ADMIN)}
    assert StaffCommand(STAFF_COMMANDS["staff"].handler).role is Role.REVIEWER
    with room.database.work(NOW) as work:
        assert keys(run("staff", asked(room, work), only)) == ["staff-not_allowed"]
        assert keys(run("staff", asked(room, work, member=BO), only)) == ["staff-help"]
        assert [row[3:] for row in trail(work)] == [("role", "refused"), ("telegram", "done")]
