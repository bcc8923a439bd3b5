"""What is wrong with the words: missing, unused, with a gap nobody fills, too long for Telegram, or saying too much."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from flows import machine
from flows.answers.wording import vocabulary
from flows.commands import COMMANDS, HIDDEN
from flows.explainer import PAGES, TOPICS
from flows.flow import Flow
from flows.model import URGENT, ProductClass, Verdict
from flows.pages import WORDS_AT
from flows.screening import WISH_TOO_EARLY
from flows.telling import label
from flows.words import Language

SAID_BY_DELIVERY = frozenset(
    {
        "sorry-trouble", "tap-again", "elsewhere", "button-share_contact", "bot-description", "bot-short_description",
        "alert", "alert-link", "alert-finished", "alert-urgent", "alert-person", "alert-question", "alert-replied",
        "alert-digest", "alert-count", "alert-cases", "alert-case", "alert-more",
        "menu-waiting", "menu-claim", "menu-handback", "menu-code", "menu-staff",
        "staff-help", "staff-code", "staff-no_sign_in", "staff-code_privately", "staff-not_allowed",
        "staff-nobody_waits", "staff-waiting", "staff-waiting_line", "staff-waiting_urgent", "staff-more",
        "staff-stage_new", "staff-stage_claimed", "staff-which_case", "staff-no_case", "staff-claimed", "staff-taken",
        "staff-handed_back", "staff-not_theirs", "staff-not_reached",
    }
)  # fmt: skip
"""The keys that the Telegram edge says; a test there holds the two together."""

REASONS = ("not_understood", "future_date", "past_date", "too_long", "not_a_phone", "which_one")
ANY_GAP = frozenset({"*"})
NEVER_SAID = vocabulary(
    """
    candidate candidates cleared safe safely approved guarantee guarantees guaranteed
    candidata candidato candidatas candidatos apta apto aptas aptos segura seguro seguras seguros aprobada aprobado
    aprobadas aprobados autorizada autorizado autorizadas autorizados garantía garantizar garantiza garantizan
    garantizamos garantizada garantizado garantizadas garantizados
    """
)
"""In no language, for no word of one means anything harmless in another."""

TEXT_LIMIT = 4096
LIMITS = {"bot-short_description": 120, "bot-description": 512, "menu-": 256, "choice-": 64, "button-": 64}
"""Telegram's limits by the beginning of a key, in characters; a button's own is where phones start to cut it off."""


def word_problems(flow: Flow) -> Iterator[str]:
    """One sentence per problem, naming language and key."""
    first, *others = flow.words.by_code.values()
    literal = literal_phrases()
    used = set(literal) | set(derived_keys(flow)) | SAID_BY_DELIVERY
    for key in sorted(used - set(first.gaps)):
        yield f"{first.code}.ftl: {key!r} is missing; add it"
    for key in sorted(set(first.gaps) - used):
        yield f"{first.code}.ftl: {key!r} is never said; remove it"
    for key, filled in sorted(literal.items()):
        for gap in sorted(first.gaps.get(key, frozenset()) - filled) if filled != ANY_GAP else ():
            yield f"{first.code}.ftl: {key!r} has a gap {{ ${gap} }} that nothing fills"
    for other in others:
        yield from _translation_problems(first, other)
    for language in flow.words.by_code.values():
        yield from _text_problems(language)


def _translation_problems(first: Language, other: Language) -> Iterator[str]:
    for key in sorted(set(first.gaps) - set(other.gaps)):
        yield f"{other.code}.ftl: {key!r} is missing; translate it from {first.code}.ftl"
    for key in sorted(set(other.gaps) - set(first.gaps)):
        yield f"{other.code}.ftl: {key!r} is not in {first.code}.ftl; remove it"
    for key in sorted(set(other.gaps) & set(first.gaps)):
        if other.gaps[key] != first.gaps[key]:
            yield f"{other.code}.ftl: {key!r} has other gaps than in {first.code}.ftl"


def _text_problems(language: Language) -> Iterator[str]:
    for key, text in language.plain.items():
        limit = next((limit for start, limit in LIMITS.items() if key.startswith(start)), TEXT_LIMIT)
        if len(text) > limit:
            yield f"{language.code}.ftl: {key!r} is {len(text)} characters long; Telegram takes {limit} there"
        if not text.strip() and not language.gaps[key]:
            yield f"{language.code}.ftl: {key!r} is empty"
        for word in NEVER_SAID & set(re.findall(r"\w+", text.casefold())):
            yield f"{language.code}.ftl: {key!r} says {word!r}, which only the clinic may say of a person"


# --- which keys are said --------------------------------------------------------------------------


def derived_keys(flow: Flow) -> Iterator[str]:
    """The keys that follow from the form, the rules, the pages and the commands."""
    for question in flow.by_key.values():
        yield from (f"ask-{question.key}", f"short-{question.key}", f"example-{question.kind}")
        yield from (label(question, choice).key for choice in question.choices)
    yield from (f"reason-{rule.reason or rule.key}" for rule in flow.rules)
    yield from (f"reason-{WISH_TOO_EARLY}", "again-tap", "choice-skip", "passed_on", "passed_on-rest")
    yield from (f"again-{reason}" for reason in REASONS)
    yield from (f"day-{day}" for day in ("today", "yesterday", "on", "before"))
    yield from (f"class-{each}" for each in ProductClass)
    yield from (f"plan-{verdict.name.lower()}" for verdict in Verdict)
    yield from (f"page-{page}" for page in PAGES)
    yield from (f"topic-{topic.key}" for topic in TOPICS if topic.answered)
    yield from (f"urgent-{kind}" for kind in URGENT)
    yield from (f"farewell-{ending}" for ending in machine.ENDINGS - {machine.FINISHED})
    yield from (f"at-{state}" for state in (machine.START, *machine.ENDINGS))
    yield from (f"receipt-{choice}" for choice in flow.by_key["next_step"].choices)
    yield from (f"{when}-{what}" for when in ("last_day", "before") for what in ("retinoid", "exfoliant", "sun"))
    yield from (f"menu-{name}" for name in COMMANDS)
    yield from (f"typed-{name}" for name, entry in chain(COMMANDS.items(), HIDDEN.items()) if entry.by_word)
    yield from (f"typed-{word}" for words in WORDS_AT.values() for word in words)
    for code in flow.words.by_code:
        yield from (f"language-{code}", f"button-speak_{code}", f"typed-language_{code}")


def literal_phrases(code: Path = Path(__file__).parent) -> dict[str, frozenset[str]]:
    """The keys that the modules in `code` say by name, with the gaps that they always fill."""
    said: dict[str, frozenset[str]] = {}
    for path in sorted(code.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"Phrase", "button"}:
                for key in _keys(node.args[0]):
                    said[key] = _both(said[key], _filled(node)) if key in said else _filled(node)
    return said


def _both(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """The gaps that both calls fill; a call that could fill any leaves it to the other one."""
    if ANY_GAP in {one, other}:
        return other if one == ANY_GAP else one
    return one & other


def _keys(node: ast.expr) -> list[str]:
    if isinstance(node, ast.IfExp):
        return [*_keys(node.body), *_keys(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def _filled(call: ast.Call) -> frozenset[str]:
    """The gaps that a call fills. A mapping passed by name could fill any, so it is taken at its word."""
    if isinstance(call.func, ast.Name) and call.func.id == "button":
        return frozenset(word.arg for word in call.keywords if word.arg)
    if len(call.args) == 1:
        return frozenset()
    mapping = call.args[1]
    if not isinstance(mapping, ast.Dict) or None in mapping.keys:
        return ANY_GAP
    return frozenset(key.value for key in mapping.keys if isinstance(key, ast.Constant) and isinstance(key.value, str))
