"""What a client answered: said, understood, and how it reached us."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class How(StrEnum):
    """How an Answer reached us."""

    TAP = "tap"
    TYPED = "typed"
    RECOGNISED = "recognised"
    CONTACT = "contact"
    EDITED = "edited"
    STAFF = "staff"


class ProductClass(StrEnum):
    """What a named product means for the rules; the order is the order of caution."""

    ISOTRETINOIN = "isotretinoin"
    ORAL_RETINOID = "oral_retinoid"
    RETINOID = "retinoid"
    EXFOLIANT = "exfoliant"
    PROCEDURE = "procedure"
    UNCLEAR = "unclear"
    NEITHER = "neither"


class Mention(StrEnum):
    """What any typed text may name, whatever question it was typed at."""

    ISOTRETINOIN = "isotretinoin"
    ORAL_RETINOID = "oral_retinoid"
    MELASMA = "melasma"
    EMERGENCY = "emergency"
    CRISIS = "crisis"
    CLINICAL = "clinical"
    HEALTH = "health"
    """A condition of the two health lists, or an age under 18."""
    PRODUCT = "product"
    """A topical retinoid or an exfoliant, as used."""
    PROCEDURE = "procedure"
    """A treatment at a clinic, as had."""


URGENT = frozenset({Mention.EMERGENCY, Mention.CRISIS, Mention.CLINICAL})

STILL_USING = "still_using"

NOT_SURE = "not_sure"


@dataclass(frozen=True, slots=True)
class Interval:
    """The days an answer may mean, both ends included; no earliest day means "or any time before"."""

    earliest: date | None
    latest: date

    @classmethod
    def on(cls, day: date) -> Interval:
        return cls(day, day)

    @property
    def exact(self) -> bool:
        return self.earliest == self.latest


@dataclass(frozen=True, slots=True)
class Product:
    """One product found in a text: its everyday name and what it counts as."""

    name: str
    counts_as: ProductClass


@dataclass(frozen=True, slots=True)
class Products:
    """What a product text was read as: `text` word for word, `found` empty when the client knows no name."""

    text: str
    found: tuple[Product, ...]

    def classes(self) -> frozenset[ProductClass]:
        return frozenset(product.counts_as for product in self.found)


Value = str | tuple[str, ...] | Interval | Products


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said and what was understood; not `understood` when it was kept word for word, the careful way."""

    value: Value
    said: str
    how: How
    round: int = 0
    message_id: int | None = None
    mentions: frozenset[Mention] = frozenset()
    understood: bool = True


Answers = Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Understood:
    """A reading. When it is not `sure` it is read back and confirmed by tap before it counts."""

    value: Value
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Rejected:
    """No reading; `reason` is a key: not_understood, future_date, past_date, too_long, not_a_phone, which_one."""

    reason: str = "not_understood"


Reading = Understood | Rejected


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one client: the answers, and what was mentioned outside of them."""

    answers: Answers
    mentions: frozenset[Mention] = frozenset()

    def values(self, key: str) -> tuple[object, ...]:
        """The choices answered at `key`; empty when it has no answer."""
        if key not in self.answers:
            return ()
        value = self.answers[key].value
        return value if isinstance(value, tuple) else (value,)
