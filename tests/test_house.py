"""The house keeps its rules, and each rule can be broken."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.reading import PACKAGES, ROOT, Module, modules
from tests.house.rules import RULES, HouseRule

if TYPE_CHECKING:
    from pathlib import Path

TOP = {"pyproject.toml", "bot", "flows", "storage", "tests", "README.md", "requirements.txt", "requirements-test.txt"}
# Rules about the program; a test may reach anywhere.
OF_THE_PROGRAM = {
    "a library stays where it belongs",
    "the environment is read in one place",
    "imports are written down",
    "nothing is constructed at import",
    "a log line's event is a literal",
}
# Spelled apart, so that this file does not hold what it looks for.
REGISTRIES = ("py" + "pi.org", "python" + "hosted.org", "np" + "mjs.", "jsdel" + "ivr", "unp" + "kg.com", "/py" + "pi/")
MACHINE = re.compile(r"(?<![\w.~/:-])/(?:" + "root|work|home|Users|opt)/\\w")
SEEDS = [(rule, path, text) for rule in RULES for path, text in rule.broken_by]
NEIGHBOURS = [(rule, path, text) for rule in RULES for path, text in rule.kept_by]


def tracked() -> list[Path]:
    """The files git knows; every file outside dot-folders where there is no git."""
    if shutil.which("git") and (ROOT / ".git").exists():
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
        return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]
    found = (path for path in ROOT.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return [path for path in found if not path.relative_to(ROOT).parts[0].startswith(".")]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_house_keeps_its_rule(rule: HouseRule) -> None:
    looked_at = modules(*PACKAGES) if rule.name in OF_THE_PROGRAM else modules(*PACKAGES, "tests")
    found = {module.path: broken for module in looked_at if (broken := list(rule.check(module)))}
    assert not found, rule.name


@pytest.mark.parametrize(("rule", "path", "text"), SEEDS, ids=[f"{seed[0].name}: {seed[2][:60]}" for seed in SEEDS])
def test_a_broken_rule_is_seen(rule: HouseRule, path: str, text: str) -> None:
    assert list(rule.check(Module(path, text)))


@pytest.mark.parametrize(
    ("rule", "path", "text"), NEIGHBOURS, ids=[f"{seed[0].name}: {seed[2][:60]}" for seed in NEIGHBOURS]
)
def test_what_comes_close_to_breaking_a_rule_may(rule: HouseRule, path: str, text: str) -> None:
    assert not list(rule.check(Module(path, text)))


def strangers(names: set[str]) -> set[str]:
    return {name for name in names if name not in TOP and not name.startswith(".")}


def test_the_top_level_holds_the_rooms_and_no_more() -> None:
    assert not strangers({path.relative_to(ROOT).parts[0] for path in tracked()})
    assert strangers({"bot", ".ci", "setup.py"}) == {"setup.py"}


def foreign_places(text: str) -> list[str]:
    return [host for host in REGISTRIES if host in text] + MACHINE.findall(text)


def test_no_file_names_a_registry_or_a_build_machine() -> None:
    texts = {path: path.read_bytes().decode("utf-8", errors="replace") for path in tracked()}
    assert not {str(path.relative_to(ROOT)): found for path, text in texts.items() if (found := foreign_places(text))}


@pytest.mark.parametrize(
    "text",
    [
        "--index-url https://" + REGISTRIES[0] + "/simple",
        "cd /ro" + "ot/x",
        "open('/ho" + "me/me/x')",
        "/wo" + "rk/main",
    ],
)
def test_a_registry_or_a_build_machine_is_seen(text: str) -> None:
    assert foreign_places(text)


def test_an_address_on_a_site_is_no_build_machine() -> None:
    assert not foreign_places("https://example.org/work/x and ~/work/x and /workers/x and ../root/x")


def locked(name: str) -> dict[str, str]:
    """The version each part is locked at in a requirement file."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    pairs = [line.split(" ")[0].split("==") for line in lines if "==" in line and not line.startswith(" ")]
    return {canonicalize_name(part): version for part, version in pairs}


def test_every_locked_part_has_a_digest() -> None:
    for name in ("requirements.txt", "requirements-test.txt"):
        entries = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
        assert entries
        assert not [entry for entry in entries if entry.strip() and "--hash=sha256:" not in entry]


def test_the_tests_run_with_the_parts_that_clients_get() -> None:
    assert locked("requirements.txt").items() <= locked("requirements-test.txt").items()


def test_the_locked_parts_are_the_ones_pyproject_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {
        "requirements.txt": project["dependencies"],
        "requirements-test.txt": project["dependencies"] + project["optional-dependencies"]["test"],
    }
    for name, lines in wanted.items():
        parts = locked(name)
        for requirement in map(Requirement, lines):
            assert requirement.specifier.contains(parts[canonicalize_name(requirement.name)]), requirement
