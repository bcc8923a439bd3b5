"""Which version of the program this is."""

from __future__ import annotations

import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"


def own_version(project: Path = PROJECT) -> str:
    """As the project's file says, or where it is installed without one, as the installation says."""
    if project.is_file():
        return str(tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"])
    try:
        return version("purone-intake")
    except PackageNotFoundError:
        return "unknown"
