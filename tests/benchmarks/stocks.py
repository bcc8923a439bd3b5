"""What is stored before a contender starts, in the store of each: our databases, PTB's pickle, aiogram's Redis."""

from __future__ import annotations

import json
import os
import pickle
import shutil
import socket
import subprocess
import time
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from tests.benchmarks.cases import filled
from tests.benchmarks.contenders import FIRST_STORED, HOST, PARTS, PEERS
from tests.benchmarks.peers.installing import program
from tests.benchmarks.work import CONVERSATION
from tests.postgres import Server, served_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.contenders import Contender

PATIENCE = 30.0
UNFINISHED = 4
"""Of so many stored conversations one is not finished, as among ours."""
USUAL = {"shared_buffers": "128MB", "max_connections": "100"}
"""A server as it comes out of the box: durable, and small."""


@dataclass
class Stocks:
    """The stores of one benchmark, in a folder; what was filled once is used by every contender of that store."""

    folder: Path
    work: Path
    open: ExitStack
    took: dict[str, float] = field(default_factory=dict)
    """Seconds that it took to fill each store, by its address."""
    _postgresql: Server | None = None
    _redis: dict[int, tuple[str, int]] = field(default_factory=dict)

    def state(self, contender: Contender, stored: int, run: Path) -> str:
        """The address of a store that holds so many; `run` is a folder for what only this run uses."""
        match contender.store:
            case "sqlite":
                return self._filled(f"sqlite:///{self._file(stored)}", stored)
            case "postgresql":
                return self._filled(self._database(stored), stored)
            case "pickle":
                return str(shutil.copy(self._pickle(stored), run / "pickle"))
            case "redis":
                return self._keyed(stored)[0]
        return ""

    def servers(self, contender: Contender, stored: int) -> tuple[int, ...]:
        """The processes that do its storing, where it does not do so itself."""
        if contender.store == "redis":
            return (self._keyed(stored)[1],)
        process = self._server().process if contender.store == "postgresql" else None
        return (process.pid,) if process else ()

    def size(self, contender: Contender, stored: int) -> float:
        """MB on the disk of what is stored; 0 where it is not asked for."""
        if contender.store == "sqlite":
            return self._file(stored).stat().st_size / 1e6
        if contender.store == "postgresql":
            with closing(psycopg.connect(self._database(stored))) as connection:
                row = connection.execute("SELECT pg_database_size(current_database())").fetchone()
            return int(row[0]) / 1e6 if row else 0.0
        return 0.0

    # --- ours -------------------------------------------------------------------------------------

    def _file(self, stored: int) -> Path:
        return self.folder / f"intakes-{stored}.sqlite3"

    def _server(self) -> Server:
        if self._postgresql is None:
            folder = self.folder / "postgresql"
            folder.mkdir()
            self._postgresql = self.open.enter_context(served_in(folder, USUAL))
        return self._postgresql

    def _database(self, stored: int) -> str:
        return self._server().url(f"intakes{stored}")

    def _filled(self, url: str, stored: int) -> str:
        if url not in self.took:
            began = time.monotonic()
            if not url.startswith("sqlite"):
                self._server().run(f"CREATE DATABASE intakes{stored}")
            filled(url, stored, datetime.now(UTC)).close()
            if not url.startswith("sqlite"):
                # What autovacuum would have done by the time that so many have come.
                with closing(psycopg.connect(url, autocommit=True)) as connection:
                    connection.execute("VACUUM ANALYZE")
            self.took[url] = time.monotonic() - began
        return url

    # --- the peers' -------------------------------------------------------------------------------

    def _pickle(self, stored: int) -> Path:
        """A file as PicklePersistence writes it; each conversation is an object of its own, as it is when it runs."""
        file = self.folder / f"pickle-{stored}"
        if not file.exists():
            text, people = json.dumps(CONVERSATION), range(FIRST_STORED, FIRST_STORED + stored)
            kept = {
                "conversations": {"intake": {(who, who): 15 for who in people if who % UNFINISHED == 0}},
                "user_data": {who: json.loads(text) for who in people},
                "chat_data": {},
                "bot_data": {},
                "callback_data": None,
            }
            file.write_bytes(pickle.dumps(kept, protocol=pickle.HIGHEST_PROTOCOL))
        return file

    def _keyed(self, stored: int) -> tuple[str, int]:
        """A Redis server that holds so many, and its process."""
        if stored not in self._redis:
            folder, port = self.folder / f"redis-{stored}", free_port()
            folder.mkdir()
            place = ["--bind", HOST, "--port", str(port), "--dir", str(folder), "--logfile", str(folder / "log")]
            server = self.open.enter_context(_ended(subprocess.Popen([program("redis-server"), *place])))
            _until_it_listens(port)
            url = f"redis://{HOST}:{port}/0"
            fill = [str(PARTS / "aiogram" / "bin" / "python"), str(PEERS / "aiogram_bot.py"), "", "1:fill"]
            here = {"PYTHONPATH": str(PEERS.parents[2]), "PATH": os.defpath}
            subprocess.run([*fill, str(self.work), str(stored), url, "fill"], check=True, env=here)
            self._redis[stored] = url, server.pid
        return self._redis[stored]


def free_port() -> int:
    """A port of loopback that nobody has."""
    with socket.socket() as place:
        place.bind((HOST, 0))
        return int(place.getsockname()[1])


def _until_it_listens(port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with socket.socket() as place:
            if place.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.02)
    raise TimeoutError("redis-server does not come up")


@contextmanager
def _ended(process: subprocess.Popen[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    """The process, ended with the block."""
    try:
        yield process
    finally:
        process.terminate()
        process.wait()
