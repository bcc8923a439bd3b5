"""Phrases made of parts, each part of one kind of word: what a table would otherwise list one by one."""

from __future__ import annotations

from itertools import product

from flows.answers.wording import phrases


def combined(*parts: str) -> frozenset[str]:
    """Every phrase that takes one wording of each part in turn; wordings are parted by commas, "-" is none."""
    wordings = (phrases(part) for part in parts)
    return frozenset(" ".join(word for word in each if word != "-") for each in product(*wordings))
