"""PRODUCT: what is named, the most cautious first, always read back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.answers import mentions
from flows.answers.products import products_in
from flows.model import Mention, ProductClass, Products, Rejected, Understood
from tests.flows.answers.asking import catalogue, reading

ORAL_SPELLINGS = sorted(spelling for entry in catalogue().entries if entry.oral for spelling in entry.spellings)


def classes(text: str) -> list[str]:
    """What a product text counts as, in order."""
    result = reading("retinoid_product", text)
    assert isinstance(result, Understood)
    assert isinstance(result.value, Products)
    assert result.value.text == text.strip()
    assert result.sure is not bool(result.value.found)
    return [product.counts_as.value for product in result.value.found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("isotretinoin", ["isotretinoin"]),
        ("ISOTRETINOIN 20mg", ["isotretinoin"]),
        ("isotretin", ["isotretinoin"]),
        ("accutain", ["isotretinoin"]),
        ("Accu tane", ["isotretinoin"]),
        ("accuttane", ["isotretinoin"]),
        ("zenatan", ["isotretinoin"]),
        ("Absorica LD", ["isotretinoin"]),
        ("iso", ["isotretinoin"]),
        ("Isotrex gel", ["isotretinoin"]),
        ("13-cis-retinoic acid", ["isotretinoin"]),
        ("Soriatane", ["oral_retinoid"]),
        ("tretinoin pills", ["oral_retinoid"]),
        ("Targretin", ["oral_retinoid"]),
        ("tretinoin", ["retinoid"]),
        ("tret 0.025%", ["retinoid"]),
        ("trentinion", ["retinoid"]),
        ("Retin-A", ["retinoid"]),
        ("retina", ["retinoid"]),
        ("Tri-Luma", ["retinoid"]),
        ("epi duo", ["retinoid"]),
        ("Olay Retinol 24", ["retinoid"]),
        ("The Ordinary retinol", ["retinoid"]),
        ("r\u00e9tinol", ["retinoid"]),
        ("retinols", ["retinoid"]),
        ("adapalenne", ["retinoid"]),
        ("glycollicc", ["exfoliant"]),
        ("bakuchiol and retinol", ["retinoid"]),
        ("vitamin A serum", ["retinoid"]),
        ("no longer use tretinoin", ["retinoid"]),
        ("not sure, maybe differin", ["retinoid"]),
        ("I don't use tretinoin anymore", ["retinoid"]),
        ("not only tretinoin", ["retinoid"]),
        ("never without my retinol", ["retinoid"]),
        ("AHA", ["exfoliant"]),
        ("T.L.C. Framboos\u2122", ["exfoliant"]),
        ("salicyclic", ["exfoliant"]),
        ("AHA and BHA", ["exfoliant"]),
        ("st ives scrub", ["exfoliant"]),
        ("P50", ["exfoliant"]),
        ("glycolic peel", ["exfoliant", "unclear"]),
        ("lactic acid and hyaluronic acid", ["exfoliant", "neither"]),
        ("chemical peel", ["procedure"]),
        ("hydra facial", ["procedure"]),
        ("derma roller", ["procedure"]),
        ("benzoyl peroxide", ["unclear"]),
        ("BP wash", ["unclear"]),
        ("azelaic acid", ["unclear"]),
        ("Differin cleanser", ["unclear"]),
        ("vitamin A", ["unclear"]),
        ("vitamin a capsules", ["unclear"]),
        ("peel", ["unclear"]),
        ("my grandmother's ointment", ["unclear"]),
        ("tretinoin and zorblax", ["retinoid", "unclear"]),
        ("retinol, glycolic acid, accutane", ["isotretinoin", "retinoid", "exfoliant"]),
        ("not accutane, tretinoin", ["retinoid"]),
        ("not taking accutane now, tretinoin", ["isotretinoin", "retinoid"]),
        ("CeraVe hyaluronic acid", ["neither"]),
        ("bakuchiol", ["neither"]),
        ("phyto-retinol", ["neither"]),
        ("vitamin C", ["neither"]),
        ("niacinamide", ["neither"]),
        ("snail mucin", ["neither"]),
        ("don't know the name", []),
        ("idk", []),
        ("not_sure", []),
    ],
)
def test_what_a_product_text_counts_as(text: str, expected: list[str]) -> None:
    assert classes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "tretinoin orally",
        "retin-a pills",
        "tret pills",
        "tretinoin tablet 10mg",
        "tretinoin 10 mg",
        "tretinoin caplets",
        "capsules of tretinoin",
        "tretinoin that I swallow",
        "tretinoin, the pill kind",
        "tretinoin by mouth",
        "oral retinol",
        "a retinol pill",
        "differin tablets",
        "retin-a capsule",
        "pills for my acne",
        "a pill from my dermatologist",
        "tretino\u00edna pastillas",
        "tretinoin, not pills anymore",
        "pastillas de vitamina a acida para el acne",
        "pastillas para la alergia y para el acne",
        "unas capsulas que me dio el dermatologo",
    ],
)
def test_what_is_swallowed_is_never_only_a_retinoid_on_the_skin(text: str) -> None:
    assert classes(text)[0] == "oral_retinoid"
    assert "retinoid" not in classes(text)
    assert mentions(text, catalogue()) >= {Mention.ORAL_RETINOID}


@pytest.mark.parametrize(
    "text",
    [
        "13cis",
        "13-cis",
        "isotretino\u00edna",
        "\u0438\u0437\u043e\u0442\u0440\u0435\u0442\u0438\u043d\u043e\u0438\u043d",
        "\u0440\u043e\u0430\u043a\u043a\u0443\u0442\u0430\u043d",
    ],
)
def test_isotretinoin_is_known_in_other_spellings(text: str) -> None:
    assert classes(text) == ["isotretinoin"]
    assert mentions(text, catalogue()) == {Mention.ISOTRETINOIN}


@pytest.mark.parametrize(
    "text",
    [
        "tretinoin cream and birth control pills",
        "tretinoina en crema y pastillas anticonceptivas",
        "retinol y pastillas para dormir",
        "tretinoin cream, doxycycline 100mg",
        "tretinoin cream, not pills",
        "adapalene 1 mg/g",
    ],
)
def test_another_pill_makes_no_cream_a_pill(text: str) -> None:
    assert classes(text)[0] == "retinoid"
    assert Mention.ORAL_RETINOID not in mentions(text, catalogue())


def test_glycolic_acid_and_a_pill_without_a_name_are_both_kept() -> None:
    assert classes("glycolic and pills from my derm") == ["oral_retinoid", "exfoliant"]


@pytest.mark.parametrize("text", ["no acne pills", "do you give acne pills?", "birth control pills", "acne cream"])
def test_no_pill_for_the_skin_is_no_mention(text: str) -> None:
    assert Mention.ORAL_RETINOID not in mentions(text, catalogue())


@pytest.mark.parametrize(
    "text", ["detached retina surgery", "renovate", "accurate", "blood pressure BP monitor", "octane"]
)
def test_a_look_alike_is_no_active(text: str) -> None:
    assert classes(text) == ["unclear"]


@pytest.mark.parametrize(
    "text",
    [
        "not tretinoin",
        "I don't use retinol",
        "I never took accutane",
        "it's not accutane",
        "my cream",
        "",
        "\U0001f600",
    ],
)
def test_a_product_denied_or_missing_is_asked_again(text: str) -> None:
    assert reading("retinoid_product", text) == Rejected()


@pytest.mark.parametrize(
    "text",
    [
        "CeraVe",
        "Curology",
        "something from The Ordinary",
        "una crema de Eucerin",
        "prescription gel for acne, starts with A",
        "empieza con T",
        "an anti-aging cream",
    ],
)
def test_a_brand_or_a_kind_of_thing_alone_is_asked_which(text: str) -> None:
    assert reading("retinoid_product", text) == Rejected("which_one")


def test_a_brand_beside_its_product_is_not_asked_about() -> None:
    assert classes("tret 0.05 from Curology") == ["retinoid"]
    assert classes("CeraVe zorblax") == ["unclear"]


@pytest.mark.parametrize("text", ["what is a retinoid?", "que es un exfoliante?", "aha!", "none", "nada"])
def test_a_question_what_it_is_or_nothing_is_asked_again(text: str) -> None:
    assert reading("retinoid_product", text) == Rejected()


def test_a_question_with_an_oral_drug_in_it_is_read_back() -> None:
    assert classes("what is accutane?") == ["isotretinoin"]
    assert classes("what is retinol, i use retinol") == ["retinoid"]


@pytest.mark.parametrize("text", ["threw it away, can't recall", "no me acuerdo del nombre", "idk the name sorry"])
def test_who_does_not_know_the_name_says_so(text: str) -> None:
    assert classes(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("peel at my derm", "procedure"),
        ("un peeling con la cosmetologa", "procedure"),
        ("a peel i did at home", "exfoliant"),
        ("glycolic peel at the spa", "procedure"),
        ("microdermabrasion machine at home", "exfoliant"),
        ("derma roller at home", "procedure"),
        ("peel pads from my dermatologist", "exfoliant"),
    ],
)
def test_where_it_was_done_tells_a_treatment_from_an_exfoliant(text: str, expected: str) -> None:
    assert set(classes(text)) == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no uso retinol", []),
        ("nunca he usado retinol", []),
        ("no uso ningun retinoide", []),
        ("nunca he tomado roacutan", []),
        ("no he tomado nunca isotretinoina", []),
        ("ya no uso retinol", ["retinoid"]),
        ("no tomo roacutan", ["isotretinoin"]),
        ("ya no tomo nunca roacutan", ["isotretinoin"]),
        ("nunca sin mi retinol", ["retinoid"]),
        ("nunca dejo de usar tretinoina", ["retinoid"]),
        ("antes tomaba Accutane", ["isotretinoin"]),
        ("tomo tretinoina", ["oral_retinoid"]),
        ("tretinoina, no son pastillas", ["retinoid"]),
    ],
)
def test_spanish_denials_and_what_is_swallowed(text: str, expected: list[str]) -> None:
    if expected:
        assert classes(text) == expected
    else:
        assert reading("retinoid_product", text) == Rejected()


def test_an_acid_in_a_list_is_no_interjection() -> None:
    assert classes("AHA, retinol") == ["retinoid", "exfoliant"]


def test_a_slip_in_an_ordinary_word_is_no_product() -> None:
    assert classes("tretinoin from my dermatolgist with a prescribtion") == ["retinoid"]


def test_a_very_long_text_is_refused_as_too_long() -> None:
    assert reading("retinoid_product", "x" * 301) == Rejected("too_long")


def test_an_unknown_product_is_kept_clipped() -> None:
    result = reading("retinoid_product", "z" * 200)
    assert isinstance(result, Understood)
    assert isinstance(result.value, Products)
    assert [len(product.name) for product in result.value.found] == [60]


def test_every_spelling_counts_as_what_its_entry_says_or_as_something_more_cautious() -> None:
    cautious = list(ProductClass)
    for entry in catalogue().entries:
        for spelling in entry.spellings:
            worst = min(cautious.index(product.counts_as) for product in products_in(spelling, catalogue()))
            assert worst <= cautious.index(entry.counts_as), spelling


BEFORE = st.sampled_from(
    [
        "",
        "I take ",
        "my doctor gave me ",
        "was on ",
        "not sure, maybe ",
        "retinol and ",
        "don't take ",
        "no more ",
        "hi!! ",
    ]
)
AFTER = st.sampled_from(
    ["", " 20 mg", ".", "!!", " since June", " and tretinoin", " cream", " anymore", "?", " \U0001f600"]
)


@settings(deadline=None)
@given(spelling=st.sampled_from(ORAL_SPELLINGS), before=BEFORE, after=AFTER, shout=st.booleans())
def test_an_oral_drug_named_anywhere_is_never_only_a_retinoid(
    spelling: str, before: str, after: str, shout: bool
) -> None:
    text = before + (spelling.upper() if shout else spelling) + after
    found = products_in(text, catalogue())
    assert found[0].counts_as in {ProductClass.ISOTRETINOIN, ProductClass.ORAL_RETINOID}, text
