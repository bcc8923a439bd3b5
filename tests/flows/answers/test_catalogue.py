"""The catalogue itself: no spelling doubled or shadowed, every entry with its source."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.answers import Catalogue, CatalogueError, Entry, catalogue_problems
from flows.model import ProductClass
from tests.flows.answers.asking import catalogue


def test_the_catalogue_has_no_problems() -> None:
    assert catalogue_problems(catalogue()) == []


def test_every_class_of_product_is_in_the_catalogue() -> None:
    assert {entry.counts_as for entry in catalogue().entries} == set(ProductClass)


def entry(
    name: str, counts_as: ProductClass, *spellings: str, source: str = "label", hides: tuple[str, ...] = ()
) -> Entry:
    return Entry(name, counts_as, spellings, source, hides=hides)


def test_a_doubled_spelling_is_named() -> None:
    doubled = Catalogue.of([entry("A", ProductClass.RETINOID, "Re-tin"), entry("B", ProductClass.EXFOLIANT, "re tin")])
    assert catalogue_problems(doubled) == ["'re tin' stands both in 'A' and in 'B'."]
    assert doubled.by_words[("re", "tin")].name == "A"


def test_a_spelling_twice_in_one_class_is_no_problem() -> None:
    same = Catalogue.of([entry("A", ProductClass.RETINOID, "retin"), entry("B", ProductClass.RETINOID, "Retin")])
    assert catalogue_problems(same) == []


def test_a_shadowed_spelling_is_named_unless_it_is_hidden_knowingly() -> None:
    strong = entry("Strong", ProductClass.RETINOID, "retinol")
    mild = entry("Mild", ProductClass.NEITHER, "phyto retinol")
    known = entry("Mild", ProductClass.NEITHER, "phyto retinol", hides=("Retinol",))
    assert catalogue_problems(Catalogue.of([strong, mild])) == [
        "'phyto retinol' of 'Mild' hides 'retinol' of 'Strong'."
    ]
    assert catalogue_problems(Catalogue.of([strong, known])) == []


def test_a_missing_source_and_an_empty_spelling_are_named() -> None:
    bare = Catalogue.of([entry("Bare", ProductClass.RETINOID, "\u2122", source=" ")])
    assert catalogue_problems(bare) == ["'Bare' has no source.", "'Bare' has a spelling without letters: '\u2122'."]


def test_an_empty_catalogue_finds_nothing() -> None:
    assert Catalogue.of([]).beginnings == {}


@pytest.mark.parametrize("row", ['name = "X"\nclass = "wrong"', 'name = "X"', 'class = "retinoid"\nspellings = []'])
def test_a_row_that_cannot_be_used_is_refused_by_name(row: str, tmp_path: Path) -> None:
    file = tmp_path / "catalogue.toml"
    file.write_text(f"[[product]]\n{row}\n", "utf-8")
    with pytest.raises(CatalogueError, match=r"'(X|an entry without a name)' has no usable"):
        Catalogue.load(file)
