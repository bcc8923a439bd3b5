"""The real program, as a service manager sees it, where its database can no longer be used: why it ended, and how."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.standin.server import serve_in_thread
from storage.refusals import Broken, FileGone, Refused, Replaced, SchemaMissing
from tests.bot.running import TOKEN, a_cloud
from tests.faults.test_file import beside, delete, move, overwrite

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.standin.phone import Phone

PATIENCE = 60.0
REFUSED = 2
RUN = [sys.executable, "-c", "from bot.commands import main; main(['run'])"]


def replace(file: Path) -> None:
    shutil.copy(file, beside(file))
    move(beside(file), file)


def damage(file: Path) -> None:
    overwrite(file, 0)


def begun(file: Path, at: str) -> subprocess.Popen[str]:
    environment = {
        "BOT_TOKEN": TOKEN,
        "BOT_API_URL": at,
        "DATABASE_URL": f"sqlite:///{file}",
        "WATCH_LISTEN": "off",
    }
    return subprocess.Popen(RUN, env=environment, stderr=subprocess.PIPE, text=True)


def how_it_ended(program: subprocess.Popen[str]) -> tuple[int, str]:
    """Its exit code, and the last line it said."""
    _, said = program.communicate(timeout=PATIENCE)
    return program.returncode, said.splitlines()[-1]


def wait_for_an_answer(phone: Phone) -> None:
    deadline = time.monotonic() + PATIENCE
    while not phone.answers:
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.mark.parametrize(
    ("harm", "why", "why_again"),
    [(delete, FileGone, SchemaMissing), (replace, Replaced, None), (damage, Broken, Broken)],
)
def test_it_ends_with_one_sentence_and_a_start_does_not_hide_it(
    database_url: str, harm: Callable[[Path], None], why: type[Refused], why_again: type[Refused] | None
) -> None:
    file, (cloud, phone) = Path(database_url.removeprefix("sqlite:///")), a_cloud()
    with serve_in_thread(cloud) as standin:
        phone.start()
        with begun(file, standin.url) as program:
            try:
                wait_for_an_answer(phone)
                harm(file)
                phone.send("are you there?")
                assert how_it_ended(program) == (REFUSED, str(why()))
            finally:
                program.kill()
        if why_again is not None:
            with begun(file, standin.url) as program:
                assert how_it_ended(program) == (REFUSED, str(why_again()))
