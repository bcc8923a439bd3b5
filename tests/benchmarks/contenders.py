"""Who is measured: our program in each of its forms, and what people would use instead."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PEERS = Path(__file__).parent / "peers"
PARTS = ROOT / ".venv" / "peers"
"""Where the peers' own parts are put, which nothing else needs."""
HOST = "127.0.0.1"
FIRST_STORED = 6_000_000_000
"""The account number of the first person whose conversation a peer holds from the start."""
WEBHOOK_SECRET = "a-secret-of-the-benchmark"
WEBHOOK_PATH = "/updates"


@dataclass(frozen=True, slots=True)
class Contender:
    """`store` is where it keeps what it is told, `keeps` what is left of that after a kill."""

    name: str
    title: str
    store: str
    keeps: str
    workers: int = 1
    webhook: bool = False
    late: bool = False
    """Whether what was answered is stored only later, at the latest when it stops."""
    saves_every: float = 0.0
    """Seconds between two times at which such a one stores what has changed; 0: only when it stops."""
    grows: bool = False
    """Whether it is measured at every size, however large."""

    @property
    def ours(self) -> bool:
        return self.name.startswith("ours")


ALL = "all that was answered"
CONTENDERS = (
    Contender("ours-sqlite", "ours, SQLite", "sqlite", ALL, grows=True),
    Contender("ours-sqlite-webhook", "ours, SQLite, webhook", "sqlite", ALL, webhook=True),
    Contender("ours-postgresql", "ours, PostgreSQL", "postgresql", ALL, grows=True),
    Contender("ours-postgresql-webhook", "ours, PostgreSQL, webhook", "postgresql", ALL, webhook=True),
    Contender("ours-postgresql-4", "ours, PostgreSQL, 4 workers", "postgresql", ALL, workers=4),
    Contender(
        "ours-postgresql-4-webhook", "ours, PostgreSQL, 4 workers, webhook", "postgresql", ALL, workers=4, webhook=True
    ),
    Contender("ptb", "PTB, PicklePersistence", "pickle", "up to a minute ago", late=True, saves_every=60),
    Contender(
        "ptb-every-second",
        "PTB, PicklePersistence each second",
        "pickle",
        "a second ago",
        late=True,
        saves_every=1,
    ),
    Contender("ptb-at-stop", "PTB, PicklePersistence at stop", "pickle", "nothing", late=True),
    Contender("aiogram-memory", "aiogram, memory", "memory", "nothing"),
    Contender("aiogram-redis", "aiogram, Redis", "redis", "up to minutes ago"),
    Contender("grammy", "grammY and its runner, memory", "memory", "nothing"),
)
HEADLINE = "ptb"
"""PTB saves once a minute unless told otherwise; each save of each changed chat writes the whole file, so that
saving more often costs more, and the usual setting is the kindest one to it that stores anything while it runs."""


@dataclass(frozen=True, slots=True)
class Place:
    """What one run of a contender is given: `folder` to write into, `state` as its store says it, and the work."""

    folder: Path
    token: str
    api_url: str
    work: Path
    state: str
    stored: int
    listen: int
    """A free port, for a webhook."""


def command(contender: Contender, place: Place) -> list[str]:
    """How it is started."""
    given = [place.api_url, place.token, str(place.work), str(place.stored)]
    family = contender.name.partition("-")[0]
    if contender.ours:
        more = ["--workers", str(contender.workers)] if contender.workers > 1 else []
        return [sys.executable, "-m", "bot", "run", *more]
    if family == "ptb":
        saves = str(contender.saves_every or "stop")
        return [sys.executable, str(PEERS / "ptb_bot.py"), *given, place.state, saves]
    if family == "aiogram":
        return [str(PARTS / "aiogram" / "bin" / "python"), str(PEERS / "aiogram_bot.py"), *given, place.state]
    return ["node", str(PARTS / "grammy" / "bot.mjs"), *given]


def environment(contender: Contender, place: Place) -> dict[str, str]:
    """Its environment; nothing of the one who measures but the way to the programs."""
    found = {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(place.folder), "PYTHONPATH": str(ROOT)}
    if not contender.ours:
        return found
    ours = {"BOT_TOKEN": place.token, "BOT_API_URL": place.api_url, "DATABASE_URL": place.state}
    quiet = {"WATCH_LISTEN": "off", "SENDS_PER_SECOND": "1000"}
    return found | ours | quiet | (webhook(place) if contender.webhook else {})


def webhook(place: Place) -> dict[str, str]:
    """The settings of ours that make Telegram come to it."""
    listen = f"{HOST}:{place.listen}"
    return {"WEBHOOK_URL": f"http://{listen}{WEBHOOK_PATH}", "WEBHOOK_LISTEN": listen, "WEBHOOK_SECRET": WEBHOOK_SECRET}
