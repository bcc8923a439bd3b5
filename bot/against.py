"""What open intakes will meet with this form, before it is deployed: counts and case numbers, never a word."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from flows import machine
from flows.conditions import holds
from flows.meeting import meet
from flows.model import Facts
from storage.open_intakes import Schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from flows.flow import Flow
    from flows.meeting import Met
    from flows.model import Intake, Screening
    from storage.open_intakes import OpenIntake

FEW = 5


class Kind(StrEnum):
    """What an intake meets with, the gravest first."""

    MILDER = "milder"
    UNFIT = "unfit"
    GONE = "gone"
    STRICTER = "stricter"
    LED = "led"
    LET_GO = "let_go"
    ASKED = "asked"
    UNSPOKEN = "unspoken"


HARM = frozenset({Kind.MILDER, Kind.UNFIT, Kind.GONE})
"""Something would be lost, or somebody be judged less carefully."""
SENTENCES: Mapping[Kind, str] = {
    Kind.MILDER: "GET A MILDER VERDICT OR AN EARLIER DAY",
    Kind.UNFIT: "lose an answer that no longer fits its question, and are asked it anew",
    Kind.GONE: "keep an answer to a question that is no more, which nobody is shown",
    Kind.STRICTER: "get a stricter verdict or a later day",
    Kind.LED: "stand at a state that has to be left, and go on elsewhere",
    Kind.LET_GO: "have something read back that falls away",
    Kind.ASKED: "are past a question that they have not answered, and will be asked it",
    Kind.UNSPOKEN: "speak a language that is no longer offered",
}
TABLES: Mapping[Schema, str] = {
    Schema.SAME: "The tables are those of this program.",
    Schema.OLDER: "The tables are older than this program: migrate before it runs.",
    Schema.NEWER: "The tables are newer than this program, which cannot read them: install the newer program.",
}


@dataclass(slots=True)
class Tally:
    """How many intakes, a few of their case numbers, and what it is about, by key."""

    intakes: int = 0
    cases: list[str] = field(default_factory=list)
    about: Counter[str] = field(default_factory=Counter)

    def add(self, case: str, about: tuple[str, ...]) -> None:
        self.intakes += 1
        self.about.update(about)
        if len(self.cases) < FEW:
            self.cases.append(case)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is to be expected of a deploy."""

    schema: Schema
    open: int
    tallies: Mapping[Kind, Tally]

    @property
    def harms(self) -> bool:
        return any(kind in HARM for kind in self.tallies)


def outlook(flow: Flow, schema: Schema, standing: Iterable[OpenIntake]) -> Outlook:
    """What every one of these intakes meets with."""
    tallies: dict[Kind, Tally] = {}
    looked_at = 0
    for each in standing:
        looked_at += 1
        for kind, about in consequences(flow, each):
            tallies.setdefault(kind, Tally()).add(each.intake.case, about)
    return Outlook(schema, looked_at, {kind: tallies[kind] for kind in Kind if kind in tallies})


def consequences(flow: Flow, standing: OpenIntake) -> Iterator[tuple[Kind, tuple[str, ...]]]:
    """Each kind of consequence for one intake, with the keys it is about."""
    intake, met = standing.intake, meet(flow, standing.intake)
    yield from _judged(standing, flow.screen(met.intake, standing.at.astimezone(flow.clinic.zone).date()))
    if met.unfit:
        yield Kind.UNFIT, met.unfit
    if gone := tuple(key for key in intake.answers if key not in flow.by_key):
        yield Kind.GONE, gone
    if met.left:
        yield Kind.LED, (f"{met.left} to {met.intake.state}",)
    if met.let_go:
        yield Kind.LET_GO, (met.let_go,)
    if asked := _past(flow, met):
        yield Kind.ASKED, asked
    if met.spoke:
        yield Kind.UNSPOKEN, (met.spoke,)


def _judged(standing: OpenIntake, now: Screening) -> Iterator[tuple[Kind, tuple[str, ...]]]:
    """By the day on which the verdict was given: what time alone has changed since is no fault of the form's."""
    was = standing.verdict
    if was is None:
        return
    if now.verdict is not was:
        yield Kind.MILDER if now.verdict < was else Kind.STRICTER, (f"{was.name} to {now.verdict.name}",)
    elif now.earliest != standing.earliest:
        earlier = _sooner(now.earliest, standing.earliest)
        yield Kind.MILDER if earlier else Kind.STRICTER, ("an earlier day" if earlier else "a later day",)


def _sooner(now: date | None, was: date | None) -> bool:
    """Where only a person can give a day, none is the latest of all."""
    return now is not None and (was is None or now < was)


def _past(flow: Flow, met: Met) -> tuple[str, ...]:
    """The open questions that stand before where the client is: they were not there when the client came past."""
    keys, facts = list(flow.by_key), Facts(met.intake.answers, met.intake.mentions)
    until = _how_far(flow, met.intake, keys)
    passed = (flow.by_key[key] for key in keys[:until])
    return tuple(
        each.key
        for each in passed
        if each.key not in {*met.intake.answers, *met.unfit, met.intake.state} and holds(each.when, facts)
    )


def _how_far(flow: Flow, intake: Intake, keys: list[str]) -> int:
    """How many questions the client has come past; who has read the plan is asked no more of what stood before it."""
    if intake.state in flow.by_key:
        screened = len(flow.questions)
        place = keys.index(intake.state)
        return place if place < screened else 0
    if intake.state == machine.REVIEW:
        return len(flow.questions)
    answered = [keys.index(key) for key in intake.answers if key in flow.by_key]
    return max(answered, default=0) if intake.state == machine.STOPPED else 0


# --- what comes out -------------------------------------------------------------------------------


def as_text(found: Outlook) -> Iterator[str]:
    """For a person to read: the gravest first."""
    yield TABLES[found.schema]
    if found.schema is not Schema.NEWER:
        yield f"Open intakes: {found.open}."
    for kind, tally in found.tallies.items():
        about = ", ".join(f"{key} ({count})" for key, count in tally.about.most_common())
        more = ", ..." if tally.intakes > len(tally.cases) else ""
        yield f"{tally.intakes} {SENTENCES[kind]}: {about}. Cases {', '.join(tally.cases)}{more}"
    if found.schema is not Schema.NEWER and not found.tallies:
        yield "None of them will notice."


def as_json(found: Outlook) -> Mapping[str, Any]:
    """The same for other programs."""
    return {
        "schema": found.schema.value,
        "open": found.open,
        "harms": found.harms,
        "consequences": [
            {
                "kind": kind.value,
                "harms": kind in HARM,
                "intakes": tally.intakes,
                "about": dict(tally.about.most_common()),
                "cases": tally.cases,
            }
            for kind, tally in found.tallies.items()
        ],
    }
