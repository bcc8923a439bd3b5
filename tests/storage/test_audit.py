"""Tests of the trail."""

from collections import Counter
from datetime import timedelta
from threading import Thread
from typing import Any

import pytest
from sqlalchemy import delete, update

from storage.audit import STRANGERS, WITHIN, Checked
from storage.database import Database, open_database
from storage.staff_tables import AuditRow
from storage.tables import table
from storage.work import Work
from tests.storage.given import LATER, NOW

COURTNEY, DANA = 111, 333
AT_ONCE = 60
AUDIT = table(AuditRow)


def walked(work: Work, count: int = 5) -> Work:
    for number in range(count):
        who = (COURTNEY, DANA)[number % 2]
        work.audit.add("intake_viewed", staff_id=who, session_id=7, case=f"CASE{number}", about=f"row={number}")
    return work


def broken(work: Work, size: int = 2) -> int | None:
    checked = Checked()
    while not checked.is_over:
        checked = work.audit.check(checked, size)
    return checked.broken


def test_a_row_says_who_did_what_to_which_case_and_when(work: Work) -> None:
    work.audit.add("exported", staff_id=COURTNEY, session_id=7, case="K3WQ7D", about="format=csv,rows=12")
    line = work.audit.page()[0]
    assert (line.staff_id, line.session_id, line.action, line.outcome) == (COURTNEY, 7, "exported", "done")
    assert (line.case, line.about, line.at) == ("K3WQ7D", "format=csv,rows=12", NOW)


@pytest.mark.parametrize("field", ["action", "outcome", "case", "about"])
@pytest.mark.parametrize("words", ["Pat Doe", "<b>", "+1 (314)", "naïve", "a\nb", "x" * 201])
def test_words_have_no_place_on_it(work: Work, field: str, words: str) -> None:
    fields: dict[str, Any] = {"action": "noted", "staff_id": COURTNEY, field: words}
    with pytest.raises(ValueError, match="keys and numbers"):
        work.audit.add(**fields)
    assert not work.audit.page()


def test_it_reads_newest_first_a_page_at_a_time(work: Work) -> None:
    walked(work)
    first = work.audit.page(size=2)
    second = work.audit.page(size=2, before=first[-1].id)
    last = work.audit.page(size=2, before=second[-1].id)
    assert [line.about for line in (*first, *second, *last)] == [f"row={number}" for number in (4, 3, 2, 1, 0)]


def test_it_can_be_read_by_who_what_and_which_case(work: Work) -> None:
    walked(work).audit.add("exported", staff_id=COURTNEY, case="CASE1")
    assert [line.about for line in work.audit.page(staff_id=DANA)] == ["row=3", "row=1"]
    assert len(work.audit.page(case="CASE1")) == 2
    assert [line.staff_id for line in work.audit.page(action="exported", case="CASE1")] == [COURTNEY]


def test_an_untouched_trail_is_unbroken(work: Work) -> None:
    assert broken(work) is None
    assert broken(walked(work)) is None


def test_an_untouched_trail_is_unbroken_from_one_transaction_to_the_next(database: Database) -> None:
    for now in (NOW, LATER, LATER + timedelta(microseconds=1)):
        with database.work(now) as work:
            walked(work, 2)
            work.commit()
    with database.look(LATER) as work:
        assert broken(work) is None


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("staff_id", DANA),
        ("staff_id", None),
        ("session_id", 8),
        ("action", "queue_viewed"),
        ("outcome", "refused"),
        ("case", "CASE9"),
        ("case", None),
        ("about", ""),
        ("at", LATER),
        ("digest", "0" * 64),
    ],
)
def test_a_changed_row_breaks_it(work: Work, column: str, value: object) -> None:
    walked(work)
    work.audit.connection.execute(update(AUDIT).where(AUDIT.c.id == 3).values({column: value}))
    assert broken(work) == 3


@pytest.mark.parametrize("gone", [1, 3])
def test_a_removed_row_breaks_it(work: Work, gone: int) -> None:
    walked(work)
    work.audit.connection.execute(delete(AUDIT).where(AUDIT.c.id == gone))
    assert broken(work) == gone


def test_the_newest_rows_cannot_be_taken_off_unseen(work: Work) -> None:
    """The database gives no number out twice, and so knows how many there were."""
    walked(work)
    work.audit.connection.execute(delete(AUDIT).where(AUDIT.c.id >= 4))
    assert broken(work) == 4
    walked(work, 1)
    assert broken(work) == 4


def test_a_row_moved_to_another_place_breaks_it(work: Work) -> None:
    walked(work)
    for old, new in ((2, 90), (3, 2), (90, 3)):
        work.audit.connection.execute(update(AUDIT).where(AUDIT.c.id == old).values(id=new))
    assert broken(work) == 2


def test_whoever_writes_at_the_same_time_and_whatever_is_undone_the_trail_has_no_gap(url: str) -> None:
    trouble = list[BaseException]()

    def write(staff_id: int) -> None:
        database = open_database(url)
        try:
            for number in range(AT_ONCE):
                with database.work(NOW) as work:
                    work.audit.add("intake_viewed", staff_id=staff_id, about=f"row={number}")
                    if number % 3:
                        work.commit()
        except BaseException as error:
            trouble.append(error)
        database.close()

    threads = [Thread(target=write, args=(staff_id,)) for staff_id in (COURTNEY, DANA, 444)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert trouble == []
    database = open_database(url)
    with database.look(LATER) as work:
        assert broken(work, 10) is None
        lines = work.audit.page(size=3 * AT_ONCE)
        assert [line.id for line in lines] == list(range(len(lines), 0, -1))
        assert Counter(line.staff_id for line in lines) == dict.fromkeys((COURTNEY, DANA, 444), AT_ONCE * 2 // 3)
    database.close()


def test_what_was_looked_at_in_a_session_is_known(work: Work) -> None:
    one, other = (work.sessions.find(work.sessions.open(COURTNEY, "").key) for _ in range(2))
    assert one is not None
    assert other is not None
    work.audit.add("intake_viewed", staff_id=COURTNEY, session_id=one.id, case="CASE1")
    work.audit.add("queue_viewed", staff_id=COURTNEY, session_id=one.id)
    work.audit.add("numbers_viewed", staff_id=COURTNEY, session_id=one.id, outcome="refused")
    assert work.audit.has_seen(one, "intake_viewed", "CASE1")
    assert work.audit.has_seen(one, "queue_viewed", None)
    assert not work.audit.has_seen(one, "intake_viewed", "CASE2")
    assert not work.audit.has_seen(one, "intake_viewed", None)
    assert not work.audit.has_seen(one, "numbers_viewed", None)
    assert not work.audit.has_seen(other, "queue_viewed", None)


def test_strangers_have_room_for_so_many_rows_in_a_while(database: Database) -> None:
    with database.work(NOW) as work:
        for number in range(STRANGERS):
            assert work.audit.has_room_for_strangers(), number
            work.audit.add("refused", staff_id=None)
            work.audit.add("refused", staff_id=COURTNEY)
        assert not work.audit.has_room_for_strangers()
        work.commit()
    for now, room in ((NOW + WITHIN - timedelta(seconds=1), False), (NOW + WITHIN, True)):
        with database.look(now) as work:
            assert work.audit.has_room_for_strangers() is room
