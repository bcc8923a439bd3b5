"""Every file in which a database keeps, or has kept, what it stores: to be searched for words that should be gone."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from storage.engine import engine_for
from storage.leftovers import rewrite

if TYPE_CHECKING:
    from collections.abc import Iterator

WHERE = """
    SELECT current_setting('data_directory'), oid::text FROM pg_database WHERE datname = current_database()
"""


def written(url: str) -> bytes:
    """All of them, one after the other; on a server without its log of changes and the databases of other tests."""
    files = _on_server(url) if url.startswith("postgresql") else _beside(url)
    return b"".join(file.read_bytes() for file in files)


def left(url: str) -> bytes:
    """The same after a quiet moment, in which a server is rid of what was erased; a file is so at once."""
    engine = engine_for(url)
    rewrite(engine, is_night=True)
    engine.dispose()
    return written(url)


def _beside(url: str) -> Iterator[Path]:
    folder = Path(url.removeprefix("sqlite:///")).parent
    return (file for file in folder.rglob("*") if file.is_file())


def _on_server(url: str) -> Iterator[Path]:
    with closing(psycopg.connect(url, autocommit=True)) as server:
        server.execute("CHECKPOINT")
        (folder, own) = server.execute(WHERE).fetchone() or ("", "")
    for file in Path(folder).rglob("*"):
        room, *inner = file.relative_to(folder).parts
        if file.is_file() and room != "pg_wal" and (room != "base" or inner[0] == own):
            yield file
