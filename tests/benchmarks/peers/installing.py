"""Brings the parts that only the peers need, into a folder that git does not know; nothing else ever needs them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.contenders import PARTS, PEERS, Contender

AIOGRAM = ("aiogram==3.31.0", "redis==8.1.0")
GRAMMY = ("package.json", "bot.mjs")
LAST_WORDS = 300


class NotInstalled(Exception):
    """What a contender needs is not on this machine; the message says what."""


def install(contender: Contender) -> None:
    """Have everything there that it is made of. Raises NotInstalled."""
    family = contender.name.partition("-")[0]
    if family == "aiogram":
        _aiogram()
    elif family == "grammy":
        _grammy()
    if contender.store == "redis":
        program("redis-server")


def program(name: str) -> str:
    """The path of a program. Raises NotInstalled."""
    found = shutil.which(name)
    if found is None:
        raise NotInstalled(f"{name} is not installed")
    return found


def _aiogram() -> None:
    home = PARTS / "aiogram"
    if not (home / "complete").exists():
        _run(sys.executable, "-m", "venv", "--clear", str(home))
        _run(str(home / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *AIOGRAM)
        (home / "complete").touch()


def _grammy() -> None:
    home, npm = PARTS / "grammy", program("npm")
    program("node")
    home.mkdir(parents=True, exist_ok=True)
    # Node looks for the parts beside the program that asks for them.
    changed = [name for name in GRAMMY if _text(home / name) != _text(PEERS / "grammy" / name)]
    for name in changed:
        shutil.copy(PEERS / "grammy" / name, home / name)
    if "package.json" in changed or not (home / "node_modules").is_dir():
        _run(npm, "install", "--silent", "--no-audit", "--no-fund", "--no-package-lock", "--prefix", str(home))


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""


def _run(*command: str) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as problem:
        said = getattr(problem, "stderr", "") or str(problem)
        raise NotInstalled(f"its parts could not be fetched: {said.strip()[-LAST_WORDS:]}") from None
