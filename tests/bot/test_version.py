"""Which version of the program this is."""

from __future__ import annotations

import importlib.metadata
from typing import TYPE_CHECKING

import pytest

from bot.version import own_version

if TYPE_CHECKING:
    from pathlib import Path


def test_the_version_is_that_of_the_projects_file(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "7.8.9"\n')
    assert own_version(tmp_path / "pyproject.toml") == "7.8.9"


def test_without_the_file_it_is_that_of_the_installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.version.version", lambda _name: "4.5.6")
    assert own_version(tmp_path / "none.toml") == "4.5.6"


def test_without_either_it_is_unknown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr("bot.version.version", missing)
    assert own_version(tmp_path / "none.toml") == "unknown"
