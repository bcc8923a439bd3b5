"""A line to a PostgreSQL server that breaks where a test wants it to: after a commit, before its answer."""

from __future__ import annotations

import socket
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from socketserver import BaseRequestHandler, ThreadingTCPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMIT = b"COMMIT"
HOST = "127.0.0.1"


@dataclass
class Line:
    """Passes bytes on between clients and a server; of the commits that it sees, those with these numbers are cut."""

    server_port: int
    cuts: set[int] = field(default_factory=set)
    commits: int = 0
    cut: int = 0
    port: int = 0

    def carry(self, client: socket.socket) -> None:
        """Serve one client until either side goes away or the line is cut."""
        with socket.create_connection((HOST, self.server_port)) as server:
            answers = threading.Thread(target=_pass, args=(server, client))
            answers.start()
            with suppress(OSError):
                self._ask(client, server)
            for end in (client, server):
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
            answers.join()

    def _ask(self, client: socket.socket, server: socket.socket) -> None:
        while asked := client.recv(65536):
            is_cut = COMMIT in asked and self._is_cut()
            if is_cut:
                # The answer is not to get through, the commit is.
                client.shutdown(socket.SHUT_RDWR)
            server.sendall(asked)
            if is_cut:
                self.cut += 1
                return

    def _is_cut(self) -> bool:
        self.commits += 1
        return self.commits in self.cuts


def _pass(server: socket.socket, client: socket.socket) -> None:
    with suppress(OSError):
        while heard := server.recv(65536):
            client.sendall(heard)
    with suppress(OSError):
        client.shutdown(socket.SHUT_RDWR)


@contextmanager
def line_to(server_port: int) -> Iterator[Line]:
    """Open on a port of its own until the block ends."""
    line = Line(server_port)

    class Carrying(BaseRequestHandler):
        def handle(self) -> None:
            line.carry(self.request)

    class Carriers(ThreadingTCPServer):
        def handle_error(self, request: Any, client_address: Any) -> None:
            """A client that is gone is no trouble: lines break here."""

    with Carriers((HOST, 0), Carrying) as carriers:
        line.port = carriers.server_address[1]
        thread = threading.Thread(target=carriers.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield line
        finally:
            carriers.shutdown()
            thread.join()
