"""Room, ports and backups."""

from __future__ import annotations

import errno
import os
import shutil
import socket
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.doctor import on_machine
from bot.doctor.on_machine import LEAST, LITTLE, OLD, backups, disk, ports
from bot.serving import listen
from tests.bot.doctor.levels import levels
from tests.bot.room import NOW

HERE = "127.0.0.1"


class Usage(NamedTuple):
    free: int


@pytest.mark.parametrize(
    ("free", "needed", "level"),
    [
        (LITTLE, 0, "ok"),
        (LITTLE - 1, 0, "look"),
        (LEAST, 0, "look"),
        (LEAST - 1, 0, "wrong"),
        (LEAST + 999, 1_000, "wrong"),
        (LITTLE + 1_999, 1_000, "look"),
    ],
)
def test_a_disk_with_little_room_is_told(
    free: int, needed: int, level: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: Usage(free))
    assert levels(disk({"the database": tmp_path}, needed)) == [level]


def test_each_place_is_looked_at(tmp_path: Path) -> None:
    assert len(levels(disk({"the database": tmp_path, "logs": tmp_path}))) == 2


def taken() -> socket.socket:
    place = listen(HERE, 0)
    place.listen()
    return place


def test_before_the_bot_runs_its_ports_are_to_be_free() -> None:
    with closing(taken()) as place:
        wanted = {"CONSOLE_LISTEN": (HERE, place.getsockname()[1])}
        assert levels(ports(wanted, is_in_use=False)) == ["wrong"]
    assert levels(ports(wanted, is_in_use=False)) == ["ok"]


def test_while_the_bot_runs_its_ports_are_to_answer() -> None:
    with closing(taken()) as place:
        wanted = {"CONSOLE_LISTEN": (HERE, place.getsockname()[1])}
        assert levels(ports(wanted, is_in_use=True)) == ["ok"]
    assert levels(ports(wanted, is_in_use=True)) == ["look"]


@pytest.mark.parametrize("number", [errno.EADDRNOTAVAIL, errno.EACCES, errno.EADDRINUSE])
def test_a_place_that_cannot_be_had_is_wrong(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(host: str, port: int) -> socket.socket:
        raise OSError(number, "no")

    with closing(taken()) as place:
        port = place.getsockname()[1]
    monkeypatch.setattr(on_machine, "listen", refuse)
    assert levels(ports({"WATCH_LISTEN": (HERE, port)}, is_in_use=False)) == ["wrong"]


def test_where_nobody_says_where_backups_are_there_is_nothing_to_say() -> None:
    assert levels(backups(None, NOW)) == []


def test_a_folder_without_a_backup_is_wrong(tmp_path: Path) -> None:
    (tmp_path / ".intake.part").write_text("half of one")
    assert levels(backups(tmp_path, NOW)) == ["wrong"]
    assert levels(backups(tmp_path / "none", NOW)) == ["wrong"]


def test_the_newest_backup_decides(tmp_path: Path) -> None:
    for name, age in (("old", OLD * 3), ("newest", OLD)):
        (tmp_path / name).write_text("a backup")
        at = (NOW - age).timestamp()
        os.utime(tmp_path / name, (at, at))
    assert levels(backups(tmp_path, NOW)) == ["ok"]
    assert levels(backups(tmp_path, NOW + timedelta(seconds=1))) == ["look"]
