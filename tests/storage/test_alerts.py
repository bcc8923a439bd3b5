"""Tests of alerts: numbered, told or waiting, and counted by what was told of late."""

from datetime import timedelta

from storage.alerts import Alert, AlertKind
from storage.database import Database
from storage.work import Work
from tests.storage.given import CHAT, NOW

MINUTE = timedelta(minutes=1)


def test_what_is_not_told_at_once_waits_oldest_first(work: Work) -> None:
    told = work.alerts.add(AlertKind.FINISHED, "7F3K2Q", told=True)
    first = work.alerts.add(AlertKind.PERSON, "7F3K2Q", told=False)
    second = work.alerts.add(AlertKind.URGENT, "K7F3QX", told=False)
    assert work.alerts.waiting() == [first, second]
    assert work.alerts.oldest_waiting() == first
    assert first == Alert(told.id + 1, AlertKind.PERSON, "7F3K2Q", NOW)
    work.alerts.told([first])
    assert work.alerts.waiting() == [second]
    work.alerts.told([second])
    assert work.alerts.oldest_waiting() is None


def test_what_was_told_is_counted_by_when_kind_and_case(work: Work) -> None:
    work.alerts.add(AlertKind.FINISHED, "7F3K2Q", told=True)
    work.alerts.add(AlertKind.URGENT, "7F3K2Q", told=True)
    work.alerts.add(AlertKind.URGENT, "K7F3QX", told=False)
    assert work.alerts.told_since(NOW - MINUTE) == 2
    assert work.alerts.told_since(NOW) == 0
    assert work.alerts.told_since(NOW - MINUTE, AlertKind.URGENT, "7F3K2Q") == 1
    assert work.alerts.told_since(NOW - MINUTE, AlertKind.URGENT, "K7F3QX") == 0


def test_a_number_is_never_given_out_twice(work: Work) -> None:
    kept = work.intakes.begin(CHAT, "form", "en")
    first = work.alerts.add(AlertKind.FINISHED, kept.intake.case, told=True)
    work.erase(CHAT)
    assert work.alerts.add(AlertKind.FINISHED, "7F3K2Q", told=True).id > first.id


def test_an_alert_is_forgotten_after_a_month(database: Database) -> None:
    with database.work(NOW) as work:
        work.alerts.add(AlertKind.FINISHED, "7F3K2Q", told=False)
        work.commit()
    for days, left in ((30, 1), (31, 0)):
        with database.work(NOW + timedelta(days=days)) as work:
            work.retention.prune(timedelta(days=7))
            assert len(work.alerts.waiting()) == left
