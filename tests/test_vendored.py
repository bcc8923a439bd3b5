"""What others made and we carry along: each file is what the note beside it says, and is installed with the program."""

from __future__ import annotations

import hashlib
import re
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SERVED = ROOT / "bot/console/static/vendor"
TESTED_WITH = ROOT / "tests/vendor"
NOTE = "VENDORED.md"
LINE = re.compile(
    r"\| `(?P<file>[^`]+)` \| (?P<package>\S+) \| [\d.]+ \| `\S+` \| (?P<licence>[^|]+) \| `(?P<digest>\w+)` \|"
)
# Those that need not lie beside the file: 0BSD asks for nothing, and MPL-2.0 for the notice that is in the file.
GOES_ALONE = {"0BSD", "MPL-2.0"}


def noted(folder: Path) -> list[dict[str, str]]:
    """The lines of a folder's table."""
    lines = (folder / NOTE).read_text(encoding="utf-8").splitlines()
    return [match.groupdict() for line in lines if (match := LINE.fullmatch(line))]


def problems(folder: Path) -> set[str]:
    """What differs between a folder and its note, as `file: what`."""
    wanted = {line["file"]: line["digest"] for line in noted(folder)}
    there = {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path != folder / NOTE
    }
    unlisted = {f"{name}: not in the note" for name in there.keys() - wanted.keys()}
    missing = {f"{name}: missing" for name in wanted.keys() - there.keys()}
    changed = {f"{name}: changed" for name in wanted.keys() & there.keys() if wanted[name] != there[name]}
    return unlisted | missing | changed


@pytest.mark.parametrize("folder", [SERVED, TESTED_WITH], ids=lambda folder: str(folder.relative_to(ROOT)))
def test_each_vendored_file_is_the_one_that_was_noted(folder: Path) -> None:
    assert noted(folder)
    assert not problems(folder)


@pytest.mark.parametrize("folder", [SERVED, TESTED_WITH], ids=lambda folder: str(folder.relative_to(ROOT)))
def test_a_licence_that_asks_for_its_text_has_it_beside_the_file(folder: Path) -> None:
    texts = {(line["package"], line["licence"]) for line in noted(folder) if "LICENSE" in line["file"]}
    asking = {(line["package"], line["licence"]) for line in noted(folder) if line["licence"] not in GOES_ALONE}
    assert asking == texts


def test_what_the_console_serves_is_part_of_the_package() -> None:
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    patterns = tool["setuptools"]["package-data"]["*"]
    assert not [path.name for path in SERVED.iterdir() if not any(fnmatch(path.name, pattern) for pattern in patterns)]


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("kept.js", "let a = 2", {"kept.js: changed"}),
        ("kept.js", "", {"kept.js: changed"}),
        ("stray.js", "let b", {"stray.js: not in the note"}),
        ("deeper/stray.js", "let b", {"deeper/stray.js: not in the note"}),
    ],
)
def test_a_file_that_differs_from_its_note_is_seen(tmp_path: Path, name: str, text: str, found: set[str]) -> None:
    vendored(tmp_path)
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert problems(tmp_path) == found


def test_a_file_that_is_noted_and_gone_is_seen(tmp_path: Path) -> None:
    vendored(tmp_path).unlink()
    assert problems(tmp_path) == {"kept.js: missing"}


def vendored(folder: Path) -> Path:
    """A folder of one file that is as it was noted."""
    text = b"let a = 1"
    digest = hashlib.sha256(text).hexdigest()
    (folder / NOTE).write_text(f"| `kept.js` | kept | 1.0 | `dist/kept.js` | MIT | `{digest}` |\n", encoding="utf-8")
    kept = folder / "kept.js"
    kept.write_bytes(text)
    assert not problems(folder)
    return kept
