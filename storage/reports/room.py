"""The room of the numbers: it only reads, and knows weeks as the moments between which they lie."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from storage.reports.courses import courses
from storage.reports.figures import Figures, figures_of
from storage.reports.runs import Run, run_of
from storage.room import Room


@dataclass(frozen=True, slots=True)
class Numbers:
    """The figures of each week and of all of them together; each run counts in one week."""

    weeks: tuple[Figures, ...]
    total: Figures


class Reports(Room):
    __slots__ = ()

    def weekly(self, bounds: Sequence[datetime]) -> Numbers:
        """The weeks from each bound to before the next; what a run did later counts in the week in which it began.

        It begins as its form is first started; one that never was, as somebody is first called for.
        Raises ValueError for bounds that do not rise, or are fewer than two.
        """
        if len(bounds) < 2 or any(first >= second for first, second in pairwise(bounds)):
            raise ValueError("a week needs a beginning and an end after it")
        weeks: list[list[Run]] = [[] for _ in bounds[1:]]
        for course in courses(self.connection, bounds[0], bounds[-1]):
            run = run_of(course, self.now)
            if bounds[0] <= run.began < bounds[-1]:
                weeks[bisect_right(bounds, run.began) - 1].append(run)
        return Numbers(tuple(map(figures_of, weeks)), figures_of([run for week in weeks for run in week]))
