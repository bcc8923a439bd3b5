"""Whatever is said of a past day in words of known meaning, no day that it could mean is later than the late end."""

from __future__ import annotations

import re
from datetime import date, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from flows.answers.days import calendar_months_after, day_of
from flows.answers.wording import words
from flows.answers.written_days import SOON
from flows.model import Interval, Reading, Rejected, Understood
from tests.flows.answers.asking import brief, reading

TODAYS = st.dates(date(2024, 1, 1), date(2031, 12, 31))
EN_NUMBERS = words("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen")
ES_NUMBERS = words("cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince")
EN_DAYS = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
ES_DAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
ES_MONTHS = words("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre")
AROUND = st.sampled_from(
    (
        "{}",
        "um {}",
        "{} I think",
        "I last used it {}",
        "stopped {}",
        "i guess it was {}",
        "{} lol",
        "ok so {}",
        "{}!!",
        "yes, {}",
    )
)
ALREDEDOR = st.sampled_from(
    ("{}", "creo que {}", "la dejé {}", "la última vez fue {}", "pues {}", "sí, {}", "{} más o menos")
)
HEAP = words(
    "yesterday last week month two days ago since Monday before after the 5th of may mar sun sat 3 "
    "times every night not "
    "never stopped until Halloween Nov 2 half a couple few about maybe or to no wait sorry hace dos "
    "semanas ayer antier el "
    "lunes pasado de noviembre desde hasta quince diario ya no la uso un mes y medio en navidad 31 0 99"
)
WORDS = st.sampled_from((*HEAP, "11/2", "2026", ".", ",", "?", "-", "1/2", "10-12"))


def covers(text: str, today: date, *days: date) -> None:
    """The reading's late end is none of a day before `days`, and none after today."""
    found = reading("retinoid_last", text, today)
    assert isinstance(found, Understood), (text, brief(found))
    assert isinstance(found.value, Interval), (text, brief(found))
    assert max(days) <= found.value.latest <= today, (text, brief(found))
    if found.sure:
        assert found.value == Interval.on(days[0]), text


def back_from(today: date, count: int, unit: str) -> date:
    if unit in {"month", "mes"}:
        return calendar_months_after(today, -count)
    return today - timedelta(days=count * (7 if unit in {"week", "semana"} else 1))


@settings(deadline=None)
@given(
    today=TODAYS,
    count=st.integers(2, 15),
    unit=st.sampled_from(("day", "week", "month")),
    said=AROUND,
    digits=st.booleans(),
)
def test_so_many_units_ago_in_english(today: date, count: int, unit: str, said: str, digits: bool) -> None:
    number = count if digits else EN_NUMBERS[count]
    covers(said.format(f"{number} {unit}s ago"), today, back_from(today, count, unit))


@settings(deadline=None)
@given(
    today=TODAYS,
    count=st.integers(2, 15),
    unit=st.sampled_from(("dia", "semana", "mes")),
    said=ALREDEDOR,
    digits=st.booleans(),
)
def test_so_many_units_ago_in_spanish(today: date, count: int, unit: str, said: str, digits: bool) -> None:
    number = count if digits else ES_NUMBERS[count]
    plural = {"dia": "días", "semana": "semanas", "mes": "meses"}[unit]
    covers(said.format(f"hace {number} {plural}"), today, back_from(today, count, unit))


@settings(deadline=None)
@given(today=TODAYS, near=st.integers(1, 20), more=st.integers(1, 5), unit=st.sampled_from(("day", "week")))
def test_of_a_range_the_nearer_end_counts(today: date, near: int, more: int, unit: str) -> None:
    late = back_from(today, near, unit)
    spanish = {"day": "días", "week": "semanas"}[unit]
    for text in (
        f"{near}-{near + more} {unit}s ago",
        f"{near} or {near + more} {unit}s ago",
        f"between {near} and {near + more} {unit}s ago",
        f"hace {near} o {near + more} {spanish}",
        f"{near} {unit}s ago or maybe {near + more} {unit}s ago",
    ):
        covers(text, today, late)


@settings(deadline=None)
@given(today=TODAYS, weekday=st.integers(0, 6), said=AROUND, dicho=ALREDEDOR)
def test_a_weekday_is_the_last_one(today: date, weekday: int, said: str, dicho: str) -> None:
    day = today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
    for text in (f"last {EN_DAYS[weekday]}", f"on {EN_DAYS[weekday]}", f"{EN_DAYS[weekday]} night"):
        covers(said.format(text), today, day)
    for text in (f"el {ES_DAYS[weekday]} pasado", f"el {ES_DAYS[weekday]}"):
        covers(dicho.format(text), today, day)


@settings(deadline=None)
@given(today=TODAYS, ago=st.integers(0, 700))
@example(today=date(2028, 3, 1), ago=1)
def test_a_written_date_is_that_day_or_a_later_one(today: date, ago: int) -> None:
    day = today - timedelta(days=ago)
    for text in (
        day.isoformat(),
        f"{day:%m/%d/%Y}",
        f"{day:%m-%d-%y}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%b} {day.year}",
        f"el {day.day} de {ES_MONTHS[day.month - 1]} de {day.year}",
        f"I used it on {day:%b} {day.day} {day.year} around 9pm",
    ):
        covers(text, today, day)


@settings(deadline=None)
@given(today=TODAYS, ago=st.integers(0, 700))
@example(today=date(2024, 4, 1), ago=80)
@example(today=date(2026, 11, 3), ago=206)
def test_a_date_with_the_day_first_is_swapped_only_where_the_usual_order_is_not_soon_to_come(
    today: date, ago: int
) -> None:
    day = today - timedelta(days=ago)
    swapped = day_of(day.year, day.day, day.month) or day
    if today < swapped <= today + SOON:
        assert brief(reading("retinoid_last", f"{day:%d/%m/%Y}", today)) == "-future_date"
    else:
        covers(f"{day:%d/%m/%Y}", today, day)


@settings(deadline=None)
@given(today=TODAYS, ago=st.integers(0, 200))
def test_a_date_without_a_year_is_never_read_as_an_earlier_day(today: date, ago: int) -> None:
    """Where the order of day and month is open, the later of both days counts."""
    day = today - timedelta(days=ago)
    for text in (
        f"{day.month}/{day.day}",
        f"{day.day}/{day.month}",
        f"{day:%B} {day.day}",
        f"{day.day} de {ES_MONTHS[day.month - 1]}",
    ):
        found = reading("retinoid_last", text, today)
        if isinstance(found, Understood) and isinstance(found.value, Interval):
            assert day <= found.value.latest <= today, (text, today)


@settings(deadline=None)
@given(
    today=TODAYS,
    word=st.sampled_from((("last week", 7), ("la semana pasada", 7), ("last month", 0), ("el mes pasado", 0))),
)
def test_a_period_reaches_to_its_last_day(today: date, word: tuple[str, int]) -> None:
    text, week = word
    end = today - timedelta(days=(today.weekday() + 1) % 7 + 1) if week else today.replace(day=1) - timedelta(days=1)
    covers(text, today, end)


@settings(deadline=None)
@given(today=TODAYS, count=st.integers(2, 9), unit=st.sampled_from(("day", "week", "month")))
def test_more_words_about_the_same_day_never_make_it_earlier_than_it_may_be(today: date, count: int, unit: str) -> None:
    day = back_from(today, count, unit)
    plain, vague = reading("retinoid_last", f"{count} {unit}s ago", today), f"about {count} {unit}s ago"
    loose = reading("retinoid_last", vague, today)
    assert isinstance(plain, Understood)
    assert isinstance(loose, Understood)
    assert isinstance(plain.value, Interval)
    assert isinstance(loose.value, Interval)
    assert day <= plain.value.latest <= loose.value.latest <= today
    assert not loose.sure


@settings(deadline=None)
@given(today=TODAYS, first=st.integers(0, 60), second=st.integers(0, 60))
def test_of_two_days_the_later_one_counts(today: date, first: int, second: int) -> None:
    days = [today - timedelta(days=ago) for ago in (first, second)]
    covers(f"{days[0]:%Y-%m-%d} and {days[1]:%Y-%m-%d}", today, max(days))
    covers(f"I used it on {days[0]:%m/%d/%Y}, then {days[1]:%B} {days[1].day}, {days[1].year}", today, max(days))


def safe(found: Reading, today: date) -> bool:
    """Whether nothing is said of a day to come."""
    return isinstance(found, Rejected) or not isinstance(found.value, Interval) or found.value.latest <= today


@settings(deadline=None, max_examples=300)
@given(today=TODAYS, heap=st.lists(WORDS, max_size=30), question=st.sampled_from(("retinoid_last", "sun_last", "wish")))
def test_no_heap_of_words_about_days_makes_a_reader_raise(today: date, heap: list[str], question: str) -> None:
    text = " ".join(heap)
    found = reading(question, text, today)
    assert question == "wish" or safe(found, today), text
    assert reading(question, text, today) == found


@settings(deadline=None, max_examples=200)
@given(text=st.text(max_size=400), today=TODAYS)
@example(text="1/1/1 " * 60, today=date(2026, 11, 25))
@example(text=".5/5.5/5.", today=date(2026, 11, 25))
def test_no_text_makes_a_reader_raise(text: str, today: date) -> None:
    for question in ("retinoid_last", "isotretinoin_last", "wish"):
        found = reading(question, text, today)
        assert question == "wish" or safe(found, today)


@settings(deadline=None)
@given(today=TODAYS, number=st.integers(0, 9999))
def test_a_bare_number_is_no_day(today: date, number: int) -> None:
    if not re.fullmatch(r"19[3-9]\d|20\d\d", str(number)):
        for text in (f"{number}", f"{number}%", f"${number}", f"0.{number}"):
            assert isinstance(reading("retinoid_last", text, today), Rejected), text
