"""CHOICE and SEVERAL, and the questions that are read in a way of their own."""

from __future__ import annotations

from datetime import date

import pytest

from flows.answers.choices import LONGEST, read_several
from flows.model import Rejected, Understood
from tests.flows.answers.asking import asked, brief, reading

NO = "-not_understood"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yes", "agree"),
        ("OK", "agree"),
        ("i agree!", "agree"),
        ("sounds good", "agree"),
        ("sure, I agree", "agree"),
        ("yes sure", "agree"),
        ("sure thing", "agree"),
        ("ok yes", "agree"),
        ("ok yes. How long?", "agree"),
        ("sure but who reads it", NO),
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
        ("18 in May", "~under_18"),
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
    ["scars and banana", "not the scars", "scars, not sure", "banana", "", ",", "all but scars", "acne scars?!, eh"],
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
        ("almost done with it", "~now"),
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
        ("not anymore", "~not_sure"),
        ("never stopped", NO),
        ("as a teenager", "~over_a_year"),
        ("I will stop next week", "~now"),
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
    "text",
    [
        "I stop nov 20",
        "I stop dec 1",
        "I stop nov 20 2026",
        "stop nov 20",
        "last pill nov 10",
        "last dose 11/20",
        "my last pill is on friday",
        "last pill friday",
        "last pill tomorrow",
        "until december",
        "on it until dec 1",
        "course ends in december",
        "I finish my course in december",
        "done in december",
        "quit dec 20",
        "my last dose will be in january",
        "last month is november",
        "last pill in 2 weeks",
        "last pill 3 weeks from now",
        "done with it in 2 months",
        "was taking it, last pill is nov 20",
    ],
)
def test_a_stop_that_may_be_ahead_is_no_stop(text: str) -> None:
    assert brief(reading("isotretinoin", text, date(2026, 11, 3))) == "~now"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("last pill oct 10", "under_6_months"),
        ("stopped friday", "under_6_months"),
        ("quit in August", "under_6_months"),
        ("stopped dec 1", "~6_to_12_months"),
        ("had to stop dec 1", "~6_to_12_months"),
        ("stopped 11/20/2025", "6_to_12_months"),
        ("off since december", "6_to_12_months"),
        ("had to stop 3 years ago", "over_a_year"),
    ],
)
def test_a_stop_that_is_past_goes_by_its_day(text: str, expected: str) -> None:
    assert brief(reading("isotretinoin", text, date(2026, 11, 3))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I haven't", "~never"),
        ("no I have not", "~never"),
        ("no longer", "~not_sure"),
        ("took it as a teenager", "~over_a_year"),
        ("in high school", "~over_a_year"),
        ("on it since high school", "~now"),
        ("doxycycline", "~never"),
        ("no, just antibiotics", "~never"),
        ("doxycycline and accutane", NO),
        ("never had to take it", "never"),
        ("never took accutane or soriatane", "never"),
        ("never took accutane, took soriatane", NO),
        ("never took it i took soriatane", NO),
        ("never, only acitretin", NO),
        ("never used tretinoin", NO),
        ("yes took acitretin", NO),
        ("no but soriatane", NO),
    ],
)
def test_never_takes_no_other_drug_and_no_past(text: str, expected: str) -> None:
    assert brief(reading("isotretinoin", text)) == expected


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("area", "face. How long does it take?", "face"),
        ("isotretinoin", "never. how much is it?", "never"),
        ("goals", "scars. does it hurt?", "('acne_scars',)"),
        ("retinoid", "No. How much does it cost?", "no"),
        ("retinoid", "yes! does it hurt?", "yes"),
        ("retinoid", "no, what is a retinoid?", NO),
        ("retinoid", "No. Is it ok that I used tretinoin yesterday?", NO),
        ("retinoid", "no. right?", NO),
        ("retinoid", "No. How much is it? I use tretinoin", NO),
        ("health_stop", "none. can I do it when I'm pregnant?", NO),
        ("health_stop", "how much is it?", NO),
    ],
)
def test_a_question_beside_an_answer_leaves_the_answer(key: str, text: str, expected: str) -> None:
    assert brief(reading(key, text)) == expected


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
        ("no diabetes", "~none"),
        ("none except eczema", "~something"),
        ("not pregnant", "~none"),
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
        ("no but im pregnant", "~something"),
        ("none, just breastfeeding", "~something"),
        ("no, im nursing", "~something"),
        ("not pregnant, but diabetic", "~something"),
        ("not pregnant anymore", "~something"),
        ("no. diabetic", "~something"),
        ("hemophilia", "something"),
        ("haemophilia", "something"),
        ("not pregnant or nursing", "~none"),
        ("I'm healthy", "~none"),
        ("no health issues", "~none"),
        ("not that I know of", "~not_sure"),
        ("no diabetes but dizzy", NO),
        ("not anymore", NO),
        ("none", "none"),
    ],
)
def test_a_condition_told_comes_before_a_no(text: str, expected: str) -> None:
    assert brief(reading("health_stop", text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("about to be 18", "~under_18"),
        ("almost 18", "~under_18"),
        ("turning 18 soon", "~under_18"),
        ("18 next month", "~under_18"),
        ("17 going on 18", "~under_18"),
        ("will be 18 in 2 weeks", "~under_18"),
        ("nearly 22", "~18_to_21"),
        ("22 on friday", "~18_to_21"),
        ("I'll be 22 soon", "~18_to_21"),
        ("22 in 3 years", NO),
        ("just turned 18", "18_to_21"),
        ("21 and a half", "18_to_21"),
    ],
)
def test_an_age_not_reached_yet_is_the_one_below(text: str, expected: str) -> None:
    assert brief(reading("age", text)) == expected


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("goals", "wrinkles", "~('other',)"),
        ("goals", "fine lines", "~('other',)"),
        ("goals", "neck wrinkles", "('neck_wrinkles',)"),
        ("area", "back", "other"),
        ("series", "never", "~first"),
        ("series", "had it once", "~continuing"),
    ],
)
def test_what_means_a_choice_at_one_question(key: str, text: str, expected: str) -> None:
    assert brief(reading(key, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("first", "first"),
        ("This would be my first", "first"),
        ("I've never had microneedling", "first"),
        ("yes", NO),
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


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("consent", "de acuerdo", "agree"),
        ("consent", "no acepto", "no_thanks"),
        ("consent", "bueno pero no compartan mis datos", NO),
        ("age", "tengo 34 a\u00f1os", "22_or_older"),
        ("age", "treinta y un a\u00f1os", "22_or_older"),
        ("age", "veintiuno", "18_to_21"),
        ("age", "voy a cumplir 22", "~18_to_21"),
        ("age", "cumplo 18 el pr\u00f3ximo mes", "~under_18"),
        ("age", "soy menor de edad", "~under_18"),
        ("age", "mayor de 18", NO),
        ("age", "about 22", NO),
        ("goals", "cicatrices y poros", "('acne_scars', 'texture')"),
        ("goals", "arrugas", "~('other',)"),
        ("area", "cara y cuello", "both"),
        ("area", "la segunda", "neck"),
        ("series", "es mi primera vez", "first"),
        ("series", "no es mi primera vez", "continuing"),
        ("health_stop", "estoy embarazada", "something"),
        ("health_stop", "no estoy embarazada pero estoy lactando", "~something"),
        ("health_stop", "no estoy embarazada", "~none"),
        ("health_stop", "ninguna de las anteriores", "none"),
        ("health_review", "me salen fuegos", "something"),
        ("health_review", "what's a keloid", NO),
        ("health_review", "no tengo diabetes ni queloides", "~none"),
        ("health_review", "prefiero hablar con alguien", "tell_a_person"),
    ],
)
def test_choices_are_read_in_spanish(key: str, text: str, expected: str) -> None:
    assert brief(reading(key, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lo dej\u00e9 hace 3 meses", "under_6_months"),
        ("la dej\u00e9 hace 8 meses", "6_to_12_months"),
        ("hace m\u00e1s de un a\u00f1o", "over_a_year"),
        ("en la prepa", "~over_a_year"),
        ("nunca la he tomado", "never"),
        ("no la he tomado", "~never"),
        ("solo antibi\u00f3ticos", "~never"),
        ("nunca la dej\u00e9", NO),
        ("nunca, solo acitretina", NO),
        ("ya no", "~not_sure"),
        ("llevo un a\u00f1o tom\u00e1ndola", "~now"),
        ("desde hace un a\u00f1o", "~now"),
        ("termino en diciembre", "~now"),
        ("no he dejado de tomarla", "~now"),
        ("la tom\u00e9 dos a\u00f1os", NO),
        ("took it for 2 years", NO),
        ("took it for 2 years, 5 years ago", "~over_a_year"),
        ("a year now", NO),
        ("a decade ago", "over_a_year"),
        ("one more week left", "~now"),
        ("I used to be on it", "~not_sure"),
    ],
)
def test_the_end_of_isotretinoin_is_read_in_spanish_and_never_from_how_long(text: str, expected: str) -> None:
    assert brief(reading("isotretinoin", text, date(2026, 11, 3))) == expected


def test_a_story_is_no_list_of_choices() -> None:
    assert isinstance(read_several("scars " * LONGEST, asked("goals")), Rejected)
