"""How microneedling works, before, after, the series: pages as data; and which question of a client each answers."""

from __future__ import annotations

from dataclasses import dataclass

PAGES: tuple[str, ...] = ("inflammation", "proliferation", "remodeling", "before", "after", "series")

AFTERCARE_PAGE = PAGES.index("after")


@dataclass(frozen=True, slots=True)
class Topic:
    """What a client may ask. `answered` when the clinic's text has something on it, `passed_on` when not all of it."""

    key: str
    answered: bool
    passed_on: bool


TOPICS: tuple[Topic, ...] = (
    Topic("bot", answered=True, passed_on=False),
    Topic("how_it_works", answered=True, passed_on=False),
    Topic("what_it_treats", answered=True, passed_on=False),
    Topic("pain", answered=False, passed_on=True),
    Topic("downtime", answered=True, passed_on=True),
    Topic("aftercare", answered=True, passed_on=True),
    Topic("exercise", answered=True, passed_on=True),
    Topic("sun", answered=True, passed_on=True),
    Topic("make_up", answered=False, passed_on=True),
    Topic("retinoids", answered=True, passed_on=False),
    Topic("sessions", answered=True, passed_on=False),
    Topic("spacing", answered=True, passed_on=False),
    Topic("results", answered=True, passed_on=True),
    Topic("price", answered=False, passed_on=True),
    Topic("booking", answered=True, passed_on=False),
    Topic("medical", answered=False, passed_on=True),
    Topic("skin_tone", answered=False, passed_on=True),
    Topic("who_does_it", answered=False, passed_on=True),
    Topic("fda", answered=False, passed_on=True),
    Topic("other", answered=False, passed_on=True),
)
