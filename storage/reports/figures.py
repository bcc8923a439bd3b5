"""The figures of any number of runs: counts, shares and medians."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from storage.reports.runs import Ending, Run

SLOWEST = 0.1


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: how many runs saw it and how many of those stopped at it; the rest counts every time."""

    seen: int
    stopped: int
    again: int
    unread: int
    back: int


@dataclass(frozen=True, slots=True)
class Found:
    """Those who came from one source."""

    started: int
    finished: int


@dataclass(frozen=True, slots=True)
class Response:
    """How soon the team came to those who needed somebody: the median, and where the slowest tenth begins."""

    called: int
    answered: int
    middle: timedelta | None
    slow: timedelta | None

    @property
    def waiting(self) -> int:
        return self.called - self.answered


@dataclass(frozen=True, slots=True)
class Figures:
    """`took` is the median time from start to finish."""

    started: int
    endings: Mapping[Ending, int]
    booked: int
    took: timedelta | None
    verdicts: Mapping[str, int]
    next_steps: Mapping[str, int]
    sources: Mapping[str, Found]
    questions: Mapping[str, Asked]
    response: Response

    @property
    def finished(self) -> int:
        return self.endings[Ending.FINISHED]


def figures_of(runs: Sequence[Run]) -> Figures:
    started = [run for run in runs if run.ending is not None]
    endings = Counter(run.ending for run in started)
    return Figures(
        started=len(started),
        endings={ending: endings[ending] for ending in Ending},
        booked=sum(run.booked for run in started),
        took=middle(run.took for run in started),
        verdicts=Counter(run.verdict for run in started if run.verdict is not None),
        next_steps=Counter(run.next_step for run in started if run.next_step is not None),
        sources=_sources(started),
        questions=_questions(started),
        response=_response(runs),
    )


def middle(times: Iterable[timedelta | None]) -> timedelta | None:
    """The median of those that are known."""
    known = sorted(time for time in times if time is not None)
    return (known[(len(known) - 1) // 2] + known[len(known) // 2]) / 2 if known else None


def slowest_tenth(times: Iterable[timedelta | None]) -> timedelta | None:
    """Where the slowest tenth begins: no more than one in ten of those that are known took longer."""
    known = sorted(time for time in times if time is not None)
    return known[len(known) - 1 - int(len(known) * SLOWEST)] if known else None


def _sources(runs: Sequence[Run]) -> Mapping[str, Found]:
    started = Counter(run.source for run in runs)
    finished = Counter(run.source for run in runs if run.ending is Ending.FINISHED)
    return {source: Found(count, finished[source]) for source, count in started.items()}


def _questions(runs: Sequence[Run]) -> Mapping[str, Asked]:
    askings = [run.asking for run in runs]
    seen = _tally((each.shown for each in askings), once=True)
    again = _tally(each.again for each in askings)
    unread = _tally(each.unread for each in askings)
    back = _tally(each.back for each in askings)
    stopped = Counter(each.stopped_at for each in askings)
    keys = {**seen, **again, **unread, **back}
    return {key: Asked(seen[key], stopped[key], again[key], unread[key], back[key]) for key in keys}


def _tally(keys: Iterable[tuple[str, ...]], once: bool = False) -> Counter[str]:
    """How often each key occurs, or in how many of the tuples; most of the tuples are the same few."""
    total = Counter[str]()
    for each, times in Counter(keys).items():
        for key in set(each) if once else each:
            total[key] += times
    return total


def _response(runs: Sequence[Run]) -> Response:
    waited = [run.response for run in runs if run.response is not None]
    return Response(sum(run.called for run in runs), len(waited), middle(waited), slowest_tenth(waited))
