"""Finds what the words of a key look like on a phone, whatever fills their gaps."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from fluent.syntax import FluentParser, ast

from flows.model import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flows.model import Filling
    from flows.words import Words


class Wording:
    """The words of one language, as keys and as they are seen."""

    def __init__(self, words: Words, language: str = "en") -> None:
        self.words, self.language = words, language
        self._others: dict[str, Wording] = {language: self}

    @property
    def each(self) -> list[Wording]:
        """The wording of every language that is offered."""
        return [self.spoken(code) for code in self.words.languages]

    def spoken(self, language: str) -> Wording:
        """The wording of another language."""
        if language not in self._others:
            self._others[language] = Wording(self.words, language)
        return self._others[language]

    def __contains__(self, key: str) -> bool:
        return key in self._messages

    def say(self, key: str, **values: Filling) -> str:
        return self.words.say(Phrase(key, values), self.language)

    def shape(self, key: str, **values: Filling) -> re.Pattern[str]:
        """What matches these words as lines of their own; with no `values` its gaps may hold anything."""
        if values or not self.words.by_code[self.language].gaps[key]:
            return re.compile(rf"^{re.escape(self.say(key, **values))}$", re.MULTILINE)
        text = "".join(_part(element) for element in self._messages[key].elements)
        return re.compile(rf"^{text}$", re.MULTILINE | re.DOTALL)

    def opening(self, key: str) -> str:
        """The first line of the words of a key, up to its first gap."""
        first = self._messages[key].elements[0]
        return str(first.value).splitlines()[0].rstrip() if isinstance(first, ast.TextElement) else ""

    @cached_property
    def _messages(self) -> Mapping[str, ast.Pattern]:
        body = FluentParser().parse(self.words.by_code[self.language].text).body
        return {entry.id.name: entry.value for entry in body if isinstance(entry, ast.Message) and entry.value}


def _part(element: ast.TextElement | ast.Placeable) -> str:
    return re.escape(str(element.value)) if isinstance(element, ast.TextElement) else ".+?"
