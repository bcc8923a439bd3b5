"""The check-up goes through its table whatever fails on the way, and lets no secret out."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pydantic import SecretStr

from bot.doctor import checkup
from bot.doctor.checkup import CHECKS, Check, Patient, check_up, findings
from bot.doctor.finding import Finding, ok
from bot.serving import listen
from bot.settings import Settings
from bot.standin.server import serve_in_thread
from storage.refusals import Busy
from tests.bot.doctor.levels import troubles
from tests.bot.room import NOW
from tests.bot.running import TOKEN, a_cloud

if TYPE_CHECKING:
    from collections.abc import Iterator

PASSWORD = "hunter2-in-the-address"
NOBODY = "http://127.0.0.1:9"


@pytest.fixture
def patient() -> Patient:
    return Patient(Settings(), NOW)


def a_token() -> SecretStr:
    return SecretStr(TOKEN)


def test_a_check_that_fails_is_one_line_and_tells_no_more_than_the_kind(patient: Patient) -> None:
    def half(_patient: Patient) -> Iterator[Finding]:
        yield ok("half", "So far so good.")
        raise ValueError(PASSWORD)

    first, second = findings(Check("half", half), patient)
    assert (first.level, second.level, second.about) == ("ok", "wrong", "half")
    assert "ValueError" in second.says
    assert PASSWORD not in second.says


def test_a_check_that_is_refused_gives_the_sentence(patient: Patient) -> None:
    def refuse(_patient: Patient) -> Iterator[Finding]:
        raise Busy

    (found,) = findings(Check("database", refuse), patient)
    assert (found.level, found.says) == ("wrong", Busy.sentence)


def test_one_that_fails_keeps_none_from_being_looked_at() -> None:
    def fail(_patient: Patient) -> Iterator[Finding]:
        raise ValueError

    checks = (Check("one", fail), Check("two", lambda _patient: [ok("two", "Well.")]))
    assert [found.about for found in check_up(Settings(), checks=checks)] == ["one", "two"]


def test_every_check_has_a_name_of_its_own() -> None:
    assert len({check.about for check in CHECKS}) == len(CHECKS)


def test_a_clinic_in_order_is_well(database_url: str) -> None:
    cloud, phone = a_cloud()
    phone.start()
    Path(database_url.removeprefix("sqlite:///")).chmod(0o600)
    with closing(listen("127.0.0.1", 0)) as free:
        console = f"127.0.0.1:{free.getsockname()[1]}"
    with serve_in_thread(cloud) as standin:
        given = Settings(
            bot_token=a_token(),
            bot_api_url=standin.url,
            database_url=database_url,
            staff_chat_id=(phone.chat.person.id,),
            admins=f"{phone.chat.person.id} Courtney",
            watch_listen="off",
            console_listen=console,
        )
        found = list(check_up(given))
    assert [(one.level.value, one.about) for one in troubles(found) if one.about not in ("clock", "disk")] == [
        ("look", "workers")
    ]
    assert {one.about for one in found} >= {
        "settings",
        "words",
        "database",
        "work",
        "token",
        "webhook",
        "staff",
        "ports",
    }


def test_where_nothing_works_every_check_still_says_so_and_no_secret(tmp_path: Path) -> None:
    given = Settings(
        bot_token=a_token(),
        bot_api_url=NOBODY,
        database_url=f"postgresql://intake:{PASSWORD}@127.0.0.1:9/intake",
        webhook_url="https://bot.example.org/updates",
        webhook_secret=SecretStr("a-secret-of-sixteen-letters"),
        staff_chat_id=(5,),
        admins="5 Courtney",
        watch_listen="off",
    )
    found = list(check_up(given, tmp_path))
    told = "\n".join(map(str, found))
    assert {one.about for one in troubles(found)} >= {"database", "workers", "token", "webhook", "backups"}
    for secret in (PASSWORD, TOKEN, "a-secret-of-sixteen-letters"):
        assert secret not in told


def test_without_a_token_telegram_is_not_asked(database_url: str) -> None:
    reached = Patient(Settings(database_url=database_url, bot_api_url=NOBODY), NOW).telegram
    assert (reached.bot_id, bool(reached.problem)) == (0, True)


@pytest.mark.parametrize(
    ("changed", "names"),
    [
        ({}, {"WATCH_LISTEN"}),
        ({"watch_listen": "off"}, set()),
        ({"watch_listen": "off", "admins": "5"}, {"CONSOLE_LISTEN"}),
        ({"webhook_url": "https://bot.example.org/u"}, {"WATCH_LISTEN", "WEBHOOK_LISTEN"}),
    ],
)
def test_the_places_that_are_looked_at_are_those_where_the_bot_listens(
    changed: dict[str, str], names: set[str]
) -> None:
    assert set(Patient(Settings.model_validate(changed), NOW).places) == names


def test_a_system_without_a_place_for_logs_has_no_disk_for_them(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checkup, "LOGS", tmp_path)
    patient = Patient(Settings(database_url=database_url), NOW)
    assert set(patient.disks) == {"the database", "logs"}
    monkeypatch.setattr(checkup, "LOGS", tmp_path / "none")
    assert set(patient.disks) == {"the database"}
