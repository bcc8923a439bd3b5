"""A log that cannot be written: the disk of the logs is full."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FULL = Path("/dev/full")
STORY = """
import asyncio
from contextlib import closing
from bot import logs
from flows.flow import load
from storage.database import migrate, open_database
from tests.bot.room import Room
from tests.bot.running import a_cloud, program
from tests.folders import quick_folder

async def story(room):
    cloud, phone = a_cloud()
    async with program(room, cloud, phone) as running:
        for word in "abc":
            phone.send(word)
        await running.hears(*[room.words("nudge")] * 3)
        await running.stop()

logs.setup("DEBUG")
with quick_folder() as folder:
    url = f"sqlite:///{folder}/intake.sqlite3"
    migrate(url)
    with closing(open_database(url)) as database:
        asyncio.run(story(Room(load(), database)))
print("lines lost:", logs.lost())
"""


@pytest.mark.skipif(not FULL.exists(), reason="no such device here")
def test_clients_are_served_while_no_line_of_the_log_can_be_written() -> None:
    with FULL.open("w") as full:
        done = subprocess.run([sys.executable, "-c", STORY], cwd=ROOT, stdout=subprocess.PIPE, stderr=full, check=True)
    told, _, lost = done.stdout.decode().rpartition(":")
    assert told == "lines lost"
    assert int(lost) > 0
