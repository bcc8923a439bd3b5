"""The set-up: makes `.venv` from the locked requirements when the parts are missing."""

from __future__ import annotations


def prepare(arguments: list[str]) -> None:
    """Return when the parts are there."""
