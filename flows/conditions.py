"""One vocabulary for branching and for rules, as data: it can be evaluated, listed and printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flows.model import Condition, Facts, Interval, Mention, ProductClass, Products


def holds(condition: Condition | None, facts: Facts) -> bool:
    """Whether `condition` holds; no condition always does."""
    return condition is None or condition.causes(facts) is not None


@dataclass(frozen=True, slots=True)
class OneOf:
    """The answer is, or includes, one of these choices."""

    key: str
    choices: tuple[str, ...]

    def causes(self, facts: Facts) -> tuple[str, ...] | None:
        return (self.key,) if _chosen(facts, self.key, self.choices) else None

    def keys(self) -> frozenset[str]:
        return frozenset({self.key})

    def __str__(self) -> str:
        return f"{self.key} is {' or '.join(self.choices)}"


def Is(key: str, choice: str) -> OneOf:  # noqa: N802 - it reads as one of the vocabulary's words
    """The answer is, or includes, this choice."""
    return OneOf(key, (choice,))


@dataclass(frozen=True, slots=True)
class Answered:
    """The question has an answer."""

    key: str

    def causes(self, facts: Facts) -> tuple[str, ...] | None:
        return (self.key,) if self.key in facts.answers else None

    def keys(self) -> frozenset[str]:
        return frozenset({self.key})

    def __str__(self) -> str:
        return f"{self.key} is answered"


@dataclass(frozen=True, slots=True)
class Dated:
    """The part holds; where the day that belongs to it is known, that is the cause."""

    part: Condition
    last: str

    def causes(self, facts: Facts) -> tuple[str, ...] | None:
        causes, day = self.part.causes(facts), facts.answers.get(self.last)
        return (self.last,) if causes is not None and day and isinstance(day.value, Interval) else causes

    def keys(self) -> frozenset[str]:
        return self.part.keys() | {self.last}

    def __str__(self) -> str:
        return str(self.part)


@dataclass(frozen=True, slots=True)
class Use:
    """Where the form asks about the use of something: whether, which product, when last."""

    asked: str
    product: str
    last: str


@dataclass(frozen=True, slots=True)
class Named:
    """A product of this class was named, at whichever product question. The cause is the day it was last used."""

    counts_as: ProductClass
    at: tuple[Use, ...]

    def causes(self, facts: Facts) -> tuple[str, ...] | None:
        found = [use for use in self.at if self.counts_as in _classes(facts, use)]
        return _causes_of_use(found, facts) if found else None

    def named_at(self, facts: Facts) -> frozenset[str]:
        """The product questions at which it was named."""
        return frozenset(use.product for use in self.at if self.counts_as in _classes(facts, use))

    def keys(self) -> frozenset[str]:
        return frozenset(key for use in self.at for key in (use.product, use.last))

    def __str__(self) -> str:
        return f"a product named counts as {self.counts_as}"


@dataclass(frozen=True, slots=True)
class Nameless:
    """One is (or may be) used, but no product that could be one was named."""

    choices: tuple[str, ...]
    at: tuple[Use, ...]
    or_only: ProductClass | None = None

    def causes(self, facts: Facts) -> tuple[str, ...] | None:
        found = [use for use in self.at if self._nameless(facts, use)]
        return _causes_of_use(found, facts) if found else None

    def _nameless(self, facts: Facts, use: Use) -> bool:
        if not _chosen(facts, use.asked, self.choices):
            return False
        return _classes(facts, use) <= ({self.or_only} if self.or_only else set())

    def keys(self) -> frozenset[str]:
        return frozenset(key for use in self.at for key in (use.asked, use.product, use.last))

    def __str__(self) -> str:
        asked = " or ".join(f"{use.asked} is {'/'.join(self.choices)}" for use in self.at)
        return f"{asked}, but the product is not known"


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Named in any text of the client's, whatever it was typed at (apart from the question that asks for it)."""

    what: frozenset[Mention]
    apart_from: tuple[str, ...] = ()
    left_to: Named | None = None
    """What knows the day better: a product question that names it as the product."""

    def causes(self, facts: Facts) -> tuple[str, ...] | None:
        at = [key for key, answer in facts.answers.items() if not self.what.isdisjoint(answer.mentions)]
        if at:
            apart = {*self.apart_from, *(self.left_to.named_at(facts) if self.left_to else ())}
            at = [key for key in at if key not in apart]
        return tuple(at) if at or not self.what.isdisjoint(facts.mentions) else None

    def keys(self) -> frozenset[str]:
        return frozenset()

    def __str__(self) -> str:
        return f"{' or '.join(sorted(self.what))} named in any text"


@dataclass(frozen=True, slots=True)
class NotRead:
    """Some answer could not be read and was kept word for word."""

    def causes(self, facts: Facts) -> tuple[str, ...] | None:
        return tuple(key for key, answer in facts.answers.items() if not answer.understood) or None

    def keys(self) -> frozenset[str]:
        return frozenset()

    def __str__(self) -> str:
        return "an answer could not be read"


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple[Condition, ...]

    def causes(self, facts: Facts) -> tuple[str, ...] | None:
        causes = [part.causes(facts) for part in self.parts]
        return _united(cause for cause in causes if cause) if None not in causes else None

    def keys(self) -> frozenset[str]:
        return frozenset().union(*(part.keys() for part in self.parts))

    def __str__(self) -> str:
        return " and ".join(f"({part})" if isinstance(part, AnyOf) else str(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds; the causes are those of every part that does."""

    parts: tuple[Condition, ...]

    def causes(self, facts: Facts) -> tuple[str, ...] | None:
        causes = [cause for part in self.parts if (cause := part.causes(facts)) is not None]
        return _united(causes) if causes else None

    def keys(self) -> frozenset[str]:
        return frozenset().union(*(part.keys() for part in self.parts))

    def __str__(self) -> str:
        return " or ".join(f"({part})" if isinstance(part, All) else str(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold. For branching only: in a rule it would let a further fact make a verdict milder."""

    part: Condition

    def causes(self, facts: Facts) -> tuple[str, ...] | None:
        return () if self.part.causes(facts) is None else None

    def keys(self) -> frozenset[str]:
        return self.part.keys()

    def __str__(self) -> str:
        return f"not ({self.part})"


def _chosen(facts: Facts, key: str, choices: tuple[str, ...]) -> bool:
    """Whether one of the choices is, or is among, the answer at `key`; a step asks this a hundred times."""
    for value in facts.values(key):  # noqa: SIM110 - a loop takes half as long as `any` of so few
        if value in choices:
            return True
    return False


def _classes(facts: Facts, use: Use) -> frozenset[ProductClass]:
    answer = facts.answers.get(use.product)
    return answer.value.classes() if answer and isinstance(answer.value, Products) else frozenset()


def _causes_of_use(uses: Iterable[Use], facts: Facts) -> tuple[str, ...]:
    known = ([key for key in (use.last, use.product, use.asked) if key in facts.answers] for use in uses)
    return _united((keys[0],) for keys in known)


def _united(causes: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for cause in causes for key in cause))
