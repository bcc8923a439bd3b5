"""What was found, by its level: tests ask what is the case and not how it is put."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.doctor.finding import Finding


def levels(findings: Iterable[Finding]) -> list[str]:
    return [finding.level.value for finding in findings]


def troubles(findings: Iterable[Finding]) -> list[Finding]:
    """Those that somebody has to do something about."""
    return [finding for finding in findings if finding.level != "ok"]


def only(findings: Iterable[Finding]) -> Finding:
    """The one trouble that there is."""
    (trouble,) = troubles(findings)
    return trouble
