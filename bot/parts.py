"""Whether the running Python holds the parts that pyproject.toml asks for, told with the standard library alone."""

from __future__ import annotations

import importlib.metadata
import re
import sys
import tomllib
from pathlib import Path


def are_installed(root: Path, testing: bool) -> bool:
    """Whether the running Python holds what pyproject.toml asks for."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = list(project.get("dependencies", []))
    if testing:
        wanted += project.get("optional-dependencies", {}).get("test", [])
    return all(_is_installed(requirement) for requirement in wanted)


def _is_installed(requirement: str) -> bool:
    """Whether one requirement is met; pyproject.toml uses no more than a name, `>=` and `<`."""
    name, *bounds = re.split(r"(?=[<>])|,", requirement.replace(" ", ""))
    try:
        installed = _numbers(importlib.metadata.version(name))
    except importlib.metadata.PackageNotFoundError:
        return False
    lowest = [_numbers(bound) for bound in bounds if bound.startswith(">=")]
    beyond = [_numbers(bound) for bound in bounds if bound.startswith("<")]
    return all(installed >= bound for bound in lowest) and all(installed < bound for bound in beyond)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", version))


if __name__ == "__main__":
    sys.exit(not are_installed(Path.cwd(), testing="test" in sys.argv))
