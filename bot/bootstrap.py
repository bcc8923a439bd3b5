"""The set-up: finds the parts the program needs or makes `.venv` from the locked requirements, with nothing but Python.

Only the standard library is imported here. The environment is read here too, and only to hand it on to the Python in
`.venv` and to the tools that make it: the indexes and proxies they use are the machine's business.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot import parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).resolve().parents[1]
RUNNING = "requirements.txt"
TESTING = "requirements-test.txt"
NO_ROUTE = (
    "This Python can make no environment to install into: install its venv module "
    "(Debian and Ubuntu: apt install python3-venv), or pip, or uv, and start again."
)
_PIP = ("--quiet", "--no-input", "--disable-pip-version-check")
_AGAIN = "BOT_WAS_SET_UP"


class SetupError(Exception):
    """The parts could not be installed; the message says what to do."""


def prepare(arguments: Sequence[str], root: Path = ROOT) -> None:
    """Return when this Python has what the command needs; else set `.venv` up and go on in there, never to return."""
    if not (root / "pyproject.toml").is_file():
        return
    home = Home(root)
    needed = TESTING if arguments[:1] in (["test"], ["bench"]) else RUNNING
    was_set_up = os.environ.pop(_AGAIN, None)
    if home.has(needed):
        return
    if was_set_up:
        # Another start may be adding its parts just now.
        with home.locked():
            if home.has(needed):
                return
        sys.exit("The environment in .venv stays incomplete: delete the folder .venv and start again.")
    missing = not home.is_current(needed)
    if missing:
        _set_up(home, needed)
    home.go_on(arguments, {_AGAIN: "1"} if missing else {})


def _set_up(home: Home, needed: str) -> None:
    try:
        home.set_up(needed)
    except SetupError as error:
        sys.exit(str(error))
    except OSError as error:
        sys.exit(f"The set-up needs to write into the project's folder and cannot: {error.strerror}.")
    except KeyboardInterrupt:
        print("\nThe set-up was interrupted; the next start begins it again.", file=sys.stderr)
        sys.exit(130)


@dataclass(frozen=True)
class Home:
    """The project's folder and the environment beside its pyproject.toml."""

    root: Path

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        return self.venv / "bin" / "python"

    @property
    def site(self) -> Path:
        """Where the parts are when no virtual environment can be made."""
        return self.venv / "site"

    @property
    def stamp(self) -> Path:
        return self.venv / "set-up.json"

    @property
    def lock(self) -> Path:
        """Locked while somebody sets up; holds a word while the set-up is unfinished."""
        return self.root / ".venv.lock"

    def is_inside(self) -> bool:
        return Path(sys.prefix).resolve() == self.venv.resolve() or str(self.site) in sys.path

    def has(self, needed: str) -> bool:
        """Whether the running Python holds the parts of `needed`."""
        if self.is_inside() and (self.is_unfinished() or self.stamp.is_file()):
            return self.is_current(needed)
        return parts.are_installed(self.root, testing=needed == TESTING)

    def is_current(self, needed: str) -> bool:
        """Whether `.venv` holds the parts of `needed`, whichever Python is running."""
        if self.is_unfinished() or not (self.python.exists() or self.site.is_dir()):
            return False
        if self.is_inside() or not self.python.exists():
            return self.is_stamped(needed) and self.stamped().get("python") == _version()
        if self.stamp.is_file():
            return self.is_stamped(needed)
        # Somebody else made it: its Python is asked.
        asked = _run([str(self.python), "-m", "bot.parts", "test" if needed == TESTING else "run"], self.root)
        return asked.returncode == 0

    def is_unfinished(self) -> bool:
        return self.lock.is_file() and bool(self.lock.read_text())

    def stamped(self) -> dict[str, str]:
        """What the finished set-up wrote down: the Python it was for, and the digest of each requirement file."""
        try:
            return dict(json.loads(self.stamp.read_text()))
        except (OSError, ValueError):
            return {}

    def is_stamped(self, needed: str) -> bool:
        return self.stamped().get(needed) == _digest(self.root / needed)

    def set_up(self, needed: str) -> None:
        """Make `.venv` hold `needed`, one start at a time; raises SetupError when there is no way to."""
        with self.locked():
            if self.is_current(needed):
                return
            print("Setting up once (about a minute) ...", file=sys.stderr, flush=True)
            keep = self.can_be_kept()
            self.lock.write_text("unfinished")
            try:
                version = self.install(needed, keep)
            except SetupError:
                if keep:
                    self.lock.write_text("")
                raise
            self.write_stamp(needed, version)
            self.lock.write_text("")

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        with self.lock.open("a") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                print("Waiting for another start to finish the set-up ...", file=sys.stderr, flush=True)
                fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def can_be_kept(self) -> bool:
        """Whether a finished environment is there and works, so that parts can be added to it."""
        if self.is_unfinished() or not self.python.exists():
            return False
        version = self.version()
        return bool(version) and self.stamped().get("python", version) == version

    def version(self) -> str:
        """The version of the Python in `.venv`; empty when it does not start."""
        return _run([str(self.python), "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]).stdout.strip()

    def install(self, needed: str, keep: bool) -> str:
        """Try each route until one succeeds; returns the version of the Python that the parts are for."""
        outputs = []
        for route in self.routes(needed):
            if not keep:
                shutil.rmtree(self.venv, ignore_errors=True)
            failed = _first_failure(route[-1:] if keep else route, self.root)
            if failed is None:
                return self.version() if self.python.exists() else _version()
            command, output = failed
            if command is route[-1] and "No module named pip" not in output:
                outputs.append(output)
                # Another route would ask the same pip for the same parts.
                if command[1:3] == ["-m", "pip"]:
                    break
        raise SetupError("\n".join([*outputs, "The parts could not be installed: see above."]) if outputs else NO_ROUTE)

    def routes(self, needed: str) -> list[list[list[str]]]:
        """The ways to an environment, best first; the last command of each installs, those before make the folder."""
        # Never the Python inside `.venv`: it may be about to go.
        outer = getattr(sys, "_base_executable", sys.executable) if self.is_inside() else sys.executable
        inner, venv = str(self.python), str(self.venv)
        # The lock is complete: a pip that looks for what its parts need may stumble over a version newer than the lock.
        locked = ["--no-deps", "--require-hashes", "-r", str(self.root / needed)]
        own_pip = [inner, "-m", "pip", "install", *_PIP, "--no-user", *locked]
        routes = [
            [[outer, "-m", "venv", venv], own_pip],
            [
                [outer, "-m", "venv", "--without-pip", venv],
                [outer, "-m", "pip", "--python", inner, "install", *_PIP, "--no-user", *locked],
            ],
            [[outer, "-m", "virtualenv", "--quiet", venv], own_pip],
            [[outer, "-m", "pip", "install", *_PIP, "--no-user", "--target", str(self.site), *locked]],
        ]
        if uv := shutil.which("uv"):
            quiet = [uv, "--quiet"]
            make = [*quiet, "venv", "--python", outer, venv]
            routes.insert(0, [make, [*quiet, "pip", "install", "--python", inner, *locked]])
        return routes

    def write_stamp(self, needed: str, version: str) -> None:
        names = (RUNNING, TESTING) if needed == TESTING else (RUNNING,)
        stamp = {"python": version} | {name: _digest(self.root / name) for name in names}
        self.stamp.write_text(json.dumps(stamp))

    def go_on(self, arguments: Sequence[str], marks: Mapping[str, str]) -> None:
        """Become the Python that has the parts, with the same arguments."""
        environment = {**os.environ, **marks}
        paths = [] if Path.cwd() == self.root else [str(self.root)]
        python = str(self.python)
        if not self.python.exists():
            python = sys.executable
            paths.append(str(self.site))
        if paths:
            environment["PYTHONPATH"] = os.pathsep.join([*paths, *filter(None, [os.environ.get("PYTHONPATH")])])
        os.execve(python, [python, "-m", "bot", *arguments], environment)


def _version() -> str:
    return "%d.%d" % sys.version_info[:2]


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _first_failure(route: list[list[str]], root: Path) -> tuple[list[str], str] | None:
    for command in route:
        done = _run(command, root)
        if done.returncode:
            return command, done.stdout + done.stderr
    return None


def _run(command: list[str], folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace", check=False)
    except OSError as error:
        return subprocess.CompletedProcess(command, 1, "", str(error))
