"""CHOICE and SEVERAL, and the questions that are read in a way of their own."""

from __future__ import annotations

import pytest

from flows.model import Rejected, Understood
from tests.flows.answers.asking import brief, reading

NO = "-not_understood"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yes", "agree"),
        ("OK", "agree"),
        ("i agree!", "agree"),
        ("sounds good", "agree"),
        ("\U0001f44d\U0001f3fd", "agree"),
        ("no thanks", "no_thanks"),
        ("I do not agree", "no_thanks"),
        ("ok but who reads this", NO),
        ("yes?", NO),
        ("I agree?", "~agree"),
        ("maybe", NO),
        ("i guess", NO),
        ("not really", NO),
        ("yes if it is private", NO),
        ("agre", NO),
        ("", NO),
        ("?", NO),
    ],
)
def test_only_clear_agreement_is_consent(text: str, expected: str) -> None:
    assert brief(reading("consent", text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1", "under_18"),
        ("2", "18_to_21"),
        ("3", "22_or_older"),
        ("18", "18_to_21"),
        ("22", "22_or_older"),
        ("21", "18_to_21"),
        ("I'm 19", "18_to_21"),
        ("im 17 years old", "under_18"),
        ("seventeen", "under_18"),
        ("twenty-two", "22_or_older"),
        ("25f", "22_or_older"),
        ("F25", "22_or_older"),
        ("18-21", "18_to_21"),
        ("22+", "~22_or_older"),
        ("over 22", "~22_or_older"),
        ("over 18", NO),
        ("18 or older", NO),
        ("20 or 21", "18_to_21"),
        ("17 or 18", NO),
        ("20s", NO),
        ("in my thirties", "~22_or_older"),
        ("early 20s", NO),
        ("mid 20s", "~22_or_older"),
        ("late twenties", "~22_or_older"),
        ("almost 18", "~under_18"),
        ("not 18 yet", "~under_18"),
        ("younger than 18", "~under_18"),
        ("i'm a minor", "~under_18"),
        ("born in 1990", "~22_or_older"),
        ("2008", NO),
        ("9", "~under_18"),
        ("3 kids", NO),
        ("18 in May", NO),
        ("130", NO),
        ("old enough", NO),
        ("25?", NO),
    ],
)
def test_an_age_counts_where_it_lies_in_one_group_for_certain(text: str, expected: str) -> None:
    assert brief(reading("age", text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("face", "face"),
        ("the neck", "neck"),
        ("#2", "neck"),
        ("2.", "neck"),
        ("option 3", "both"),
        ("option three", "both"),
        ("the second one", "neck"),
        ("option banana", NO),
        ("9", NO),
        ("face and neck", "both"),
        ("fac", "~face"),
        ("only my neck please", "~neck"),
        ("my face and also my neck", NO),
        ("not the face", NO),
        ("neither", NO),
        ("everywhere but the face", NO),
        ("stomach", "other"),
        ("somewere else", "~other"),
        ("face?", "~face"),
        ("is it the face?", NO),
        ("xyz", NO),
        ("maybe the face", NO),
        ("fa", NO),
    ],
)
def test_a_choice_by_its_own_words(text: str, expected: str) -> None:
    assert brief(reading("area", text)) == expected


def test_two_choices_spelt_alike_are_not_decided() -> None:
    assert brief(reading("goals", "akne marcs")) == NO


@pytest.mark.parametrize(
    ("text", "value", "sure"),
    [
        ("acne scars", ("acne_scars",), True),
        ("1 and 3", ("acne_scars", "tone"), True),
        ("3 1", ("acne_scars", "tone"), True),
        ("2 & 4", ("neck_wrinkles", "texture"), True),
        ("pores, dark spots", ("tone", "texture"), True),
        ("pores\nscars", ("acne_scars", "texture"), True),
        ("Texture and pores", ("texture",), True),
        ("acne scars and texture and pores", ("acne_scars", "texture"), True),
        ("Uneven tone or dark marks", ("tone",), True),
        ("all of them", ("acne_scars", "neck_wrinkles", "tone", "texture"), False),
        ("idk", ("not_sure",), True),
        ("acne", ("acne_scars",), False),
        ("scars, something else", ("acne_scars", "other"), True),
    ],
)
def test_several_choices_come_in_the_order_of_the_form(text: str, value: tuple[str, ...], sure: bool) -> None:
    assert reading("goals", text) == Understood(value, sure)


@pytest.mark.parametrize(
    "text",
    ["scars and banana", "not the scars", "scars, not sure", "wrinkles", "", ",", "all but scars", "acne scars?!, eh"],
)
def test_one_part_that_is_not_understood_spoils_the_list(text: str) -> None:
    assert isinstance(reading("goals", text), Rejected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("still on it", "now"),
        ("I'm taking it", "now"),
        ("I'm on Accutane", "~now"),
        ("yes", "~now"),
        ("started 2 years ago", "~now"),
        ("been on it for 2 years", "~now"),
        ("taking it since March", "~now"),
        ("almost done with it", NO),
        ("supposed to start tomorrow", "~now"),
        ("stopped 3 months ago", "under_6_months"),
        ("quit in August", "under_6_months"),
        ("last week", "~under_6_months"),
        ("stopped 6 months ago", "under_6_months"),
        ("stopped about 7 months ago", "~under_6_months"),
        ("7 months ago", "6_to_12_months"),
        ("a year ago", "6_to_12_months"),
        ("last year", "~6_to_12_months"),
        ("13 months ago", "over_a_year"),
        ("2 years ago", "over_a_year"),
        ("over a year ago", "over_a_year"),
        ("6-12 months", "6_to_12_months"),
        ("finished in 2019", "over_a_year"),
        ("haven't taken it in 3 years", "~over_a_year"),
        ("not since 2019", "~over_a_year"),
        ("off for a year", "6_to_12_months"),
        ("years ago", "~over_a_year"),
        ("no I stopped 3 years ago", "~over_a_year"),
        ("took it for 6 months in 2019", "~under_6_months"),
        ("stopped in 2020 but started again", NO),
        ("stopped 2 years ago, then started", NO),
        ("2 years", NO),
        ("8 months", NO),
        ("took it", NO),
        ("not anymore", NO),
        ("never stopped", NO),
        ("as a teenager", NO),
        ("I will stop next week", NO),
        ("stopped in 2030", "-future_date"),
        ("never", "never"),
        ("I've never taken Accutane", "never"),
        ("no never", "never"),
        ("no", "~never"),
        ("none", "~never"),
        ("never until last month", NO),
        ("I'm not on it", NO),
        ("I don't take it", NO),
        ("no not now", NO),
        ("summer 2020 with my brother", NO),
        ("idk", "not_sure"),
        ("maybe", "not_sure"),
        ("i think it was a cream", "~not_sure"),
        ("3", "~6_to_12_months"),
        ("stopped under 6 monts", NO),
        ("under 6 month", "~under_6_months"),
    ],
)
def test_isotretinoin_goes_by_the_late_end_of_the_words(text: str, expected: str) -> None:
    assert brief(reading("isotretinoin", text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("diabetes", "something"),
        ("I'm pregnant", "something"),
        ("on blood thinners", "something"),
        ("yes", "something"),
        ("one of them", "something"),
        ("yes, two", "something"),
        ("maybe eczema", "~something"),
        ("something aplies", "~something"),
        ("no", "none"),
        ("none of the above", "none"),
        ("I don't have any of these", "none"),
        ("nonne", NO),
        ("no diabetes", NO),
        ("none except eczema", NO),
        ("not pregnant", NO),
        ("1", "something"),
        ("2", "~none"),
        ("not sure", "not_sure"),
        ("idk", "not_sure"),
        ("i think im fine", "~not_sure"),
        ("I'd rather not say", "tell_a_person"),
        ("tell a persn", "~tell_a_person"),
        ("?", NO),
        ("does acne count?", NO),
        ("blah", NO),
    ],
)
def test_health_is_none_only_on_a_plain_no(text: str, expected: str) -> None:
    assert brief(reading("health_review", text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("first", "first"),
        ("1st time", "first"),
        ("never had it before", "first"),
        ("second session", "continuing"),
        ("2", "continuing"),
        ("not my first", "continuing"),
        ("not sure", NO),
        ("firts time", NO),
    ],
)
def test_first_time_or_a_series(text: str, expected: str) -> None:
    assert brief(reading("series", text)) == expected
