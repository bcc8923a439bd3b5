"""The vocabulary of conditions: when each holds, what causes it, what it looks at, how it reads."""

from __future__ import annotations

import pytest

from flows.conditions import (
    All,
    Answered,
    AnyOf,
    Dated,
    Is,
    Mentioned,
    Named,
    Nameless,
    Not,
    NotRead,
    OneOf,
    Use,
    holds,
)
from flows.model import NOT_SURE, Condition, Facts, Mention, ProductClass
from tests.flows.given import NO_NAME, RETINOL, answered, on, product

USE = Use("uses", "product", "last")
OTHER = Use("other", "other_product", "other_last")
RETINOID = Named(ProductClass.RETINOID, (USE, OTHER))
NOTHING = Facts({})
USED = Facts({"uses": answered("yes"), "product": answered(RETINOL), "last": answered(on(11, 2))})
UNNAMED = Facts({"uses": answered("yes"), "product": answered(NO_NAME)})
HARMLESS = Facts({"uses": answered("yes"), "product": answered(product(ProductClass.NEITHER))})


@pytest.mark.parametrize(
    ("condition", "facts", "causes"),
    [
        (Is("a", "1"), Facts({"a": answered("1")}), ("a",)),
        (Is("a", "1"), Facts({"a": answered("2")}), None),
        (Is("a", "1"), Facts({"a": answered(("2", "1"))}), ("a",)),
        (OneOf("a", ("1", "2")), NOTHING, None),
        (Answered("a"), Facts({"a": answered("")}), ("a",)),
        (Answered("a"), NOTHING, None),
        (Dated(Answered("uses"), "last"), USED, ("last",)),
        (Dated(Answered("uses"), "last"), UNNAMED, ("uses",)),
        (Dated(Answered("uses"), "last"), Facts({**UNNAMED.answers, "last": answered(NOT_SURE)}), ("uses",)),
        (Dated(Answered("other"), "last"), USED, None),
        (RETINOID, USED, ("last",)),
        (RETINOID, Facts({"product": answered(RETINOL)}), ("product",)),
        (RETINOID, Facts({"other_product": answered(RETINOL)}), ("other_product",)),
        (RETINOID, UNNAMED, None),
        (RETINOID, Facts({"product": answered("retinol")}), None),
        (Nameless(("yes",), (USE,)), UNNAMED, ("product",)),
        (Nameless(("yes",), (USE,)), USED, None),
        (Nameless((NOT_SURE,), (USE,)), UNNAMED, None),
        (Nameless(("yes",), (USE,)), Facts({"uses": answered("yes")}), ("uses",)),
        (Nameless(("yes",), (USE,), or_only=ProductClass.NEITHER), HARMLESS, ("product",)),
        (Nameless(("yes",), (USE,)), HARMLESS, None),
        (Mentioned(frozenset({Mention.MELASMA})), Facts({"a": answered("x", Mention.MELASMA)}), ("a",)),
        (Mentioned(frozenset({Mention.MELASMA}), ("a",)), Facts({"a": answered("x", Mention.MELASMA)}), None),
        (Mentioned(frozenset({Mention.MELASMA})), Facts({}, frozenset({Mention.MELASMA})), ()),
        (Mentioned(frozenset({Mention.MELASMA})), Facts({}, frozenset({Mention.CRISIS})), None),
        (
            Mentioned(frozenset({Mention.ISOTRETINOIN}), left_to=RETINOID),
            Facts({"product": answered(RETINOL, Mention.ISOTRETINOIN)}),
            None,
        ),
        (NotRead(), Facts({"a": answered("x", understood=False), "b": answered("y")}), ("a",)),
        (NotRead(), USED, None),
        (All((Answered("uses"), Answered("last"))), USED, ("uses", "last")),
        (All((Answered("uses"), Answered("last"))), UNNAMED, None),
        (AnyOf((Answered("uses"), Answered("last"), Answered("uses"))), USED, ("uses", "last")),
        (AnyOf((Answered("a"), Answered("b"))), USED, None),
        (Not(Answered("a")), USED, ()),
        (Not(Answered("uses")), USED, None),
    ],
)
def test_a_condition_tells_which_answers_make_it_hold(
    condition: Condition, facts: Facts, causes: tuple[str, ...] | None
) -> None:
    assert condition.causes(facts) == causes
    assert holds(condition, facts) == (causes is not None)


def test_no_condition_always_holds() -> None:
    assert holds(None, NOTHING)


@pytest.mark.parametrize(
    ("condition", "keys", "reads"),
    [
        (OneOf("a", ("1", "2")), {"a"}, "a is 1 or 2"),
        (Answered("a"), {"a"}, "a is answered"),
        (Dated(Is("a", "1"), "last"), {"a", "last"}, "a is 1"),
        (Named(ProductClass.RETINOID, (USE,)), {"product", "last"}, "a product named counts as retinoid"),
        (Nameless(("yes", "no"), (USE,)), {"uses", "product", "last"}, "uses is yes/no, but the product is not known"),
        (Mentioned(frozenset({Mention.MELASMA, Mention.CRISIS})), set(), "crisis or melasma named in any text"),
        (NotRead(), set(), "an answer could not be read"),
        (All((Is("a", "1"), AnyOf((Is("b", "2"), Is("c", "3"))))), {"a", "b", "c"}, "a is 1 and (b is 2 or c is 3)"),
        (AnyOf((Is("a", "1"), All((Is("b", "2"), Is("c", "3"))))), {"a", "b", "c"}, "a is 1 or (b is 2 and c is 3)"),
        (Not(Is("a", "1")), {"a"}, "not (a is 1)"),
    ],
)
def test_a_condition_can_be_listed_and_printed(condition: Condition, keys: set[str], reads: str) -> None:
    assert condition.keys() == keys
    assert str(condition) == reads
