"""Whether what clients were answered is stored indeed, by the store of who answered them."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from storage.database import open_database
from tests.benchmarks.work import SENDS

if TYPE_CHECKING:
    from storage.work import Work as Look
    from tests.benchmarks.contenders import Contender
    from tests.benchmarks.work import Work

LOOKED_AT = 200


class Lost(Exception):
    """Somebody's whole intake is not stored as it was answered."""


def check_kept(contender: Contender, state: str, people: Iterable[int], work: Work) -> int:
    """See that the intakes of people who are through are stored, each act and each message; gives how many were seen.

    Raises Lost. Of very many only some are looked at; of a store that cannot be read from here none.
    """
    some = list(people)[:LOOKED_AT]
    if contender.store in ("sqlite", "postgresql"):
        return _ours(state, some, work)
    return _pickled(Path(state), some, work) if contender.store == "pickle" else 0


def _ours(url: str, people: list[int], work: Work) -> int:
    with closing(open_database(url)) as database, database.look(datetime.now(UTC)) as look:
        for person in people:
            (acts, said), wanted = _stored(look, person), (len(work.steps), messages(work))
            # Beside the messages it is kept what has become of the buttons.
            if acts != wanted[0] or said < wanted[1]:
                raise Lost(f"of (acts, messages) {wanted} there are {acts, said}")
    return len(people)


def _stored(look: Look, person: int) -> tuple[int, int]:
    kept, lines = look.intakes.current(person), look.transcript.of_chat(person)
    if kept is None or kept.finished_at is None:
        raise Lost("an intake is not finished")
    return sum(line.speaker != "bot" for line in lines), sum(line.speaker == "bot" for line in lines)


def messages(work: Work) -> int:
    """How many messages a whole intake says to a client."""
    return sum(call.method in SENDS for step in work.steps for call in step.calls)


def _pickled(file: Path, people: list[int], work: Work) -> int:
    kept = pickle.loads(file.read_bytes())["user_data"]
    for person in people:
        lines = len(kept.get(person, {}).get("transcript", ()))
        if lines != len(work.steps) + messages(work):
            raise Lost(f"of {len(work.steps) + messages(work)} lines there are {lines}")
    return len(people)
