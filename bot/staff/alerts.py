"""Which events staff hear about, when, and in which words: a case number and a kind, never a name or a health fact.

Above five in a minute the rest wait for the minute to be over, and are told together; urgent words never wait, unless
the same case was told of as urgent within the minute.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from flows.model import Event, Phrase
from storage.alerts import AlertKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from flows.model import Filling, Happened
    from storage.alerts import Alert, Alerts

ALERTS: Mapping[Event, AlertKind | None] = {
    Event.INTAKE_STARTED: None,
    Event.CONSENT_GIVEN: None,
    Event.CONSENT_DECLINED: None,
    Event.MINOR_TURNED_AWAY: None,
    Event.QUESTION_SHOWN: None,
    Event.ANSWER_GIVEN: None,
    Event.ANSWER_CHANGED: None,
    Event.ANSWER_NOT_READ: None,
    Event.ASKED_AGAIN: None,
    Event.WENT_BACK: None,
    Event.QUESTION_ANSWERED: None,
    Event.QUESTION_PASSED_ON: AlertKind.QUESTION,
    Event.URGENT_WORDS_SEEN: AlertKind.URGENT,
    Event.PERSON_WANTED: AlertKind.PERSON,
    Event.INTAKE_STOPPED: None,
    Event.INTAKE_RESUMED: None,
    Event.NEXT_STEP_CHOSEN: None,
    Event.INTAKE_FINISHED: AlertKind.FINISHED,
    Event.NUDGED: None,
    Event.CONSENT_WITHDRAWN: None,
    Event.TEAM_TOOK_OVER: None,
    Event.TEAM_WROTE: None,
    Event.CLIENT_REPLIED: AlertKind.REPLIED,
    Event.HANDED_BACK: None,
    Event.QUESTION_REPLIED: None,
    Event.QUESTION_CLOSED: None,
    Event.ANSWER_CORRECTED: None,
    Event.INTAKE_CLAIMED: None,
    Event.INTAKE_RELEASED: None,
    Event.INTAKE_REVIEWED: None,
    Event.INTAKE_BOOKED: None,
    Event.INTAKE_DECLINED: None,
    Event.INTAKE_REOPENED: None,
}
MOST = 5
MINUTE = timedelta(minutes=1)
FULL = 3000
"""How many characters of a digest the cases may take; the rest of Telegram's 4,096 is for what stands around them."""


def kinds_of(events: Iterable[Happened]) -> tuple[AlertKind, ...]:
    """The alerts that these events call for, each kind once."""
    kinds = dict.fromkeys(ALERTS[happened.event] for happened in events)
    return tuple(kind for kind in kinds if kind is not None)


def noted(alerts: Alerts, kinds: Iterable[AlertKind], case: str) -> tuple[Alert, ...]:
    """Put these alerts down, and give those that staff are to hear of at once."""
    told = [(alerts.add(kind, case, told=now), now) for kind in kinds for now in [_goes_at_once(alerts, kind, case)]]
    return tuple(alert for alert, now in told if now)


def _goes_at_once(alerts: Alerts, kind: AlertKind, case: str) -> bool:
    since = alerts.now - MINUTE
    if kind is AlertKind.URGENT:
        return not alerts.told_since(since, kind, case)
    return alerts.oldest_waiting() is None and alerts.told_since(since) < MOST


def are_due(alerts: Alerts) -> bool:
    """Whether those that wait have waited for their minute, or the clock was set back behind them."""
    oldest = alerts.oldest_waiting()
    return oldest is not None and not oldest.at <= alerts.now < oldest.at + MINUTE


# --- in words -------------------------------------------------------------------------------------


def alone(alert: Alert, link: str) -> tuple[Phrase, ...]:
    """One alert; its number tells a repeat from another one."""
    line = Phrase("alert", {"number": str(alert.id), "case": alert.case, "kind": Phrase(f"alert-{alert.kind}")})
    return (line, Phrase("alert-link", {"link": link})) if link else (line,)


def together(waiting: Sequence[Alert], link: Callable[[str], str]) -> tuple[Phrase, ...]:
    """All that wait, as one message: how many of which kind, then the cases as far as there is room."""
    counted = Counter(alert.kind for alert in waiting)
    of_case: dict[str, list[AlertKind]] = {}
    for alert in waiting:
        of_case.setdefault(alert.case, []).append(alert.kind)
    lines, left = _cases(of_case, link)
    numbers: dict[str, Filling] = {"first": str(waiting[0].id), "last": str(waiting[-1].id)}
    counts = tuple(Phrase("alert-count", {"count": counted[kind], "kind": _kind(kind)}) for kind in counted)
    more = (Phrase("alert-more", {"count": left}),) if left else ()
    return (
        Phrase("alert-digest", {**numbers, "count": len(waiting), "kinds": counts}),
        Phrase("alert-cases", {"cases": lines}),
        *more,
    )


def _cases(of_case: Mapping[str, Sequence[AlertKind]], link: Callable[[str], str]) -> tuple[tuple[Phrase, ...], int]:
    lines: list[Phrase] = []
    room = FULL
    for case, kinds in of_case.items():
        room -= len(case) + len(link(case)) + 30 * len(set(kinds))
        if room < 0:
            break
        said = _listed([_kind(kind) for kind in dict.fromkeys(kinds)])
        lines.append(Phrase("alert-case", {"case": case, "kinds": said, "link": link(case)}))
    return tuple(lines), len(of_case) - len(lines)


def _listed(parts: Sequence[Phrase]) -> Phrase:
    first, *rest = parts
    return Phrase("value-and", {"first": first, "rest": _listed(rest)}) if rest else first


def _kind(kind: AlertKind) -> Phrase:
    return Phrase(f"alert-{kind}")
