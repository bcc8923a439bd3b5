"""How many each filter of a search lets through, counted only as far as it decides which way the search goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, Select, func, literal_column, select

from storage.filters import Filter
from storage.planning import checked

FEW = 10_000
"""So many intakes are sorted in no time, wherever they lie."""
TOGETHER = 2
"""Of those that were begun one after the other so many times as many: they lie together."""
SAMPLE = 1_000
"""So many on its stretch tell how rare a term is."""
SEVERAL = 150_000
"""So many numbers are listed in less time than an index is asked about a hundred thousand others."""
COMPARED = 2
"""So many filters are counted as far as that: the first ones let through the fewest, and counting takes its time."""


def are_few(connection: Connection, filters: Sequence[Filter]) -> list[bool]:
    """Whether each lets through so few that these are best taken and sorted."""
    few = [FEW * TOGETHER if each.lie_together else FEW for each in filters]
    beyond = [each.ids.offset(enough).limit(1) for each, enough in zip(filters, few, strict=True)]
    return [not_one is None for not_one in _told(connection, beyond)]


def rarest(connection: Connection, filters: Sequence[Filter]) -> Filter | None:
    """That with a stretch on which the first ones, in the order of the row numbers, reach the farthest."""
    along = [each for each in filters if each.stretch]
    if len(along) < 2:
        return next(iter(along), None)
    reach = _told(connection, [_reach(each) for each in along])
    return along[reach.index(max(reach))]


def fewest_first(connection: Connection, filters: Sequence[Filter]) -> list[Filter]:
    """The same for a walk that is long where hardly anybody passes all: the first one to be asked has a list, if any.

    A walk by a key leads all over the index of terms, which takes longer than to look into a list of what it has.
    """
    counts = _told(connection, [_count(each) for each in filters[:COMPARED]])
    fewest = filters[counts.index(min(counts))]
    if min(counts) > SEVERAL:
        return list(filters)
    return [_listed(fewest), *(each for each in filters if each is not fewest)]


def _count(which: Filter) -> Select[int]:
    """How many it lets through, unless these are more than several."""
    return select(func.count()).select_from(which.ids.limit(SEVERAL + 1).subquery())


def _reach(which: Filter) -> Select[int]:
    some = which.ids.limit(SAMPLE).subquery()
    return select(func.max(*some.c))


def _told(connection: Connection, asked: Sequence[Select[int]]) -> Sequence[int]:
    """The answer to each, at one asking."""
    return connection.execute(select(*(each.scalar_subquery() for each in asked))).one() if asked else ()


def _listed(which: Filter) -> Filter:
    """The same, checked by a list of all that it lets through: it takes a while to make, and no time to look into."""
    # A server looks into it quickly only where it knows that there is room for it: so there is a limit, and `work_mem`
    # in storage/postgres.py is enough for that. There may be more by now than were counted.
    ids = which.ids.limit(literal_column(str(2 * SEVERAL)))
    return replace(which, check=lambda number: checked(number.in_(ids)))
