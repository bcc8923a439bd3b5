"""Every word a client reads: one file per language, loaded once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, reduce
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_skeleton
from fluent.runtime import FluentBundle
from fluent.runtime.types import FluentType
from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Visitor

from flows.model import Filling, Phrase

LANGUAGES = Path(__file__).parent / "languages"
FIRST_LANGUAGE = "en"
LOCALES = {"en": "en_US", "es": "es_MX"}
"""How days and numbers are written, where the language alone does not say it: as its speakers in Missouri mostly do."""
LONG = 1000


class WordsError(ValueError):
    """A file of words can't be used, or a phrase is asked for that it does not have; the sentence names the place."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language's words: its messages, the gaps each of them has, its text without them, and as it is written."""

    code: str
    text: str
    bundle: FluentBundle
    gaps: Mapping[str, frozenset[str]]
    plain: Mapping[str, str]
    written: Mapping[str, str]
    fixed: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    """What was said of phrases without values, which is the same each time."""


@dataclass(frozen=True)
class Words:
    """The words of every language; the first one is complete by definition, a further one is offered when it is too."""

    by_code: Mapping[str, Language]

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages that are offered."""
        first = self.by_code[FIRST_LANGUAGE]
        return tuple(code for code, language in self.by_code.items() if language.gaps == first.gaps)

    def say(self, phrase: Phrase, language: str) -> str:
        """`phrase` in words, in the first language where `language` is not offered, or no longer.

        Raises WordsError for an unknown key or a gap left open.
        """
        spoken = self.by_code[language if language in self.languages else FIRST_LANGUAGE]
        if phrase.values:
            return self._formatted(phrase, spoken)
        if phrase.key not in spoken.fixed:
            spoken.fixed[phrase.key] = self._formatted(phrase, spoken)
        return spoken.fixed[phrase.key]

    def _formatted(self, phrase: Phrase, spoken: Language) -> str:
        message = spoken.bundle.get_message(phrase.key) if spoken.bundle.has_message(phrase.key) else None
        if message is None or message.value is None:
            raise WordsError(f"{spoken.code}.ftl: {phrase.key!r} is missing; add it")
        fillings = {gap: self._fill(filling, spoken.code) for gap, filling in phrase.values.items()}
        # Fluent takes no more than 2,500 characters in one gap, and a card may be longer: it goes in afterwards.
        long = {
            f"\ue000{gap}\ue001": text for gap, text in fillings.items() if isinstance(text, str) and len(text) > LONG
        }
        marked = {mark[1:-1]: mark for mark in long}
        text, errors = spoken.bundle.format_pattern(message.value, {**fillings, **marked})
        if errors:
            raise WordsError(f"{spoken.code}.ftl: {phrase.key!r}: {errors[0]}")
        return reduce(lambda said, mark: said.replace(mark, long[mark]), long, str(text))

    def _fill(self, filling: Filling, language: str) -> str | int | date:
        if isinstance(filling, Phrase):
            return self.say(filling, language)
        if isinstance(filling, tuple):
            return "\n".join(self.say(line, language) for line in filling)
        return filling


def load_words(folder: Path = LANGUAGES) -> Words:
    """The words of every `.ftl` file in `folder`. Raises WordsError naming file and line of what can't be read."""
    found = sorted(folder.glob("*.ftl"), key=lambda path: (path.stem != FIRST_LANGUAGE, path.stem))
    if not found or found[0].stem != FIRST_LANGUAGE:
        raise WordsError(f"{FIRST_LANGUAGE}.ftl is missing; every other language is compared with it")
    return Words({path.stem: _language(path) for path in found})


def _language(path: Path) -> Language:
    text = path.read_text(encoding="utf-8")
    gaps: dict[str, frozenset[str]] = {}
    plain: dict[str, str] = {}
    written: dict[str, str] = {}
    # Without the place of each part, which takes a third longer.
    resource = FluentParser(with_spans=False).parse(text)
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            line = text.count("\n", 0, text.index(entry.content or "")) + 1
            raise WordsError(f"{path.name}, line {line}: {entry.annotations[0].message}")
        if isinstance(entry, ast.Message):
            if entry.id.name in gaps:
                raise WordsError(f"{path.name}: {entry.id.name!r} stands there twice; remove one")
            parts = _Parts(entry)
            gaps[entry.id.name], plain[entry.id.name] = frozenset(parts.gaps), "".join(parts.plain)
            written[entry.id.name] = FluentSerializer().serialize_entry(entry).partition("=")[2].strip()
    locale = LOCALES.get(path.stem, path.stem)
    bundle = FluentBundle([locale.replace("_", "-")], functions=_day_functions(locale), use_isolating=False)
    bundle.add_resource(resource)
    return Language(path.stem, text, bundle, gaps, plain, written)


class _Shown(FluentType):
    """A date as a file of words wants it shown."""

    def __init__(self, text: str) -> None:
        self._text = text

    def format(self, locale: Locale, options: Mapping[str, Any] | None = None) -> str:
        return self._text


def _day_functions(locale: str) -> dict[str, Callable[[Any], FluentType]]:
    """What a file of words can do with a date: NEAR($day) is "Mon, Nov 2", DAY($day) has the year too."""
    return {
        "NEAR": lambda day: _Shown(format_skeleton("MMMEd", day, locale=locale)),
        "DAY": lambda day: _Shown(format_skeleton("yMMMEd", day, locale=locale)),
    }


class _Parts(Visitor):
    """What a message is made of: the names of its gaps, and its text."""

    def __init__(self, message: ast.Message) -> None:
        self.gaps: set[str] = set()
        self.plain: list[str] = []
        self.visit(message)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the visitor's own naming
        self.gaps.add(node.id.name)

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802 - the visitor's own naming
        self.plain.append(node.value)
