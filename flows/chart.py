"""The page a nurse or an auditor reads: chart, questions and rules with their sources, written from the flow itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from flows import machine
from flows.flow import Flow
from flows.model import Phrase, Question
from flows.screening import Rule, Unit
from flows.telling import label
from flows.walk import walk

ON_THE_FORM = ("ask-", "choice-")
"""How keys begin that the table of questions shows."""
PAGE = Path(__file__).parent / "FLOW.md"


def flow_page(flow: Flow) -> str:
    """The whole page as Markdown. The same flow always gives the same page."""
    parts = [
        "# The flow",
        "Written by `python3 -m bot chart`; do not edit it by hand.",
        f"Form `{flow.fingerprint}`, for {flow.clinic.name}.",
        "## Chart",
        "\n".join(_chart(flow)),
        "## Questions",
        "\n".join(_questions(flow)),
        "## Rules",
        "Severity: STOP > REVIEW > WAIT > READY. The worst verdict wins, and the latest day.",
        "\n".join(_rules(flow)),
        "## Days",
        "\n".join(_days(flow)),
        "## Words",
        "What else the bot says, in every language side by side. A gap is filled with what `{ $name }` stands for.",
        "\n".join(_words(flow)),
    ]
    return "\n\n".join(parts) + "\n"


def _chart(flow: Flow) -> Iterator[str]:
    order = [machine.START, *(question.key for question in flow.questions), *machine.SHOWN]
    order += [*(question.key for question in flow.handoff), *sorted(machine.ENDINGS)]
    yield "```mermaid"
    yield "flowchart TD"
    for source, dest in sorted(walk(flow).steps, key=lambda step: (order.index(step[0]), order.index(step[1]))):
        condition = flow.by_key[dest].when if dest in flow.by_key else None
        arrow = f'-->|"{condition}"|' if condition else "-->"
        yield f"    {source} {arrow} {dest}"
    yield "```"


def _questions(flow: Flow) -> Iterator[str]:
    asks = " | ".join(f"asks, {code}" for code in flow.words.languages)
    yield f"| question | {asks} | answers | asked when | not understood counts as | source |"
    yield f"|{'---|' * (5 + len(flow.words.languages))}"
    for question in flow.by_key.values():
        cells = [
            f"`{question.key}`",
            *_in_each(flow, Phrase(f"ask-{question.key}", _fillings(flow))),
            _choices(flow, question),
            str(question.when or "always"),
            question.careful or ("its own words" if question.key not in {"consent", "age"} else "asked again"),
            question.source,
        ]
        yield f"| {' | '.join(cells)} |"


def _fillings(flow: Flow) -> dict[str, str | int]:
    return {
        "clinic": flow.clinic.name,
        "unfinished": flow.clinic.unfinished_days,
        "finished": flow.clinic.finished_days,
    }


def _choices(flow: Flow, question: Question) -> str:
    choices = [f"`{choice}` {' / '.join(_in_each(flow, label(question, choice)))}" for choice in question.choices]
    return f"{question.kind}: {'; '.join(choices)}" if choices else question.kind


def _in_each(flow: Flow, phrase: Phrase) -> list[str]:
    return [_cell(flow.words.say(phrase, code)) for code in flow.words.languages]


def _words(flow: Flow) -> Iterator[str]:
    yield f"| key | {' | '.join(flow.words.languages)} |"
    yield f"|---|{'---|' * len(flow.words.languages)}"
    said = [flow.words.by_code[code].written for code in flow.words.languages]
    for key in said[0]:
        if not key.startswith(ON_THE_FORM):
            yield f"| `{key}` | {' | '.join(_cell(written[key]) for written in said)} |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _rules(flow: Flow) -> Iterator[str]:
    yield "| rule | fires when | verdict | earliest day | source |"
    yield "|---|---|---|---|---|"
    for rule in flow.rules:
        cells = [f"`{rule.key}`", str(rule.when), rule.verdict.name, _earliest(flow, rule), rule.source]
        yield f"| {' | '.join(cells)} |"
    yield "| `wish_too_early` | the day hoped for is before the earliest | WAIT | the earliest | clinic |"


def _earliest(flow: Flow, rule: Rule) -> str:
    if rule.day is None:
        return "staff say" if rule.staff_say else "–"
    counts = flow.clinic.months if rule.day.unit is Unit.MONTHS else flow.clinic.days
    day = f"{counts[rule.day.count].count} {rule.day.unit} after the last"
    return f"{day}; staff say if it is not known" if rule.staff_say else day


def _days(flow: Flow) -> Iterator[str]:
    yield "| count | number | source | approved on | text |"
    yield "|---|---|---|---|---|"
    for unit, counts in (("days", flow.clinic.days), ("months", flow.clinic.months)):
        for key, count in counts.items():
            yield f"| `{unit}.{key}` | {count.count} | {count.source} | {count.approved_on} | {_cell(count.text)} |"
