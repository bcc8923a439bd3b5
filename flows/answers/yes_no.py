"""YES_NO: only a plain no is no; use in part, in the past or by name is yes; contradictions are asked again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flows.answers import meanings
from flows.answers.asked import Asked
from flows.answers.conditions_named import denies_conditions, names_condition
from flows.answers.finding import found_in, named_in, used_in
from flows.answers.matching import exactly
from flows.answers.phrases import NO, RIGHT, WRONG
from flows.answers.wording import clauses, is_asking, phrases, plain, vocabulary, words
from flows.model import NOT_SURE, Reading, Rejected, Understood

PLAIN_CARE: Final = vocabulary(
    """
    no nope nah none nothing just only i use with and or a my the some bar plain regular basic soap soaps water
    moisturizer moisturiser moisturizers sunscreen spf vaseline aquaphor thanks but else really its
    """
)
"""Care of the skin that is neither a retinoid nor an exfoliant; a text of these words is read back as a no."""
CARE: Final = vocabulary("soap soaps water moisturizer moisturiser moisturizers sunscreen vaseline aquaphor")
FINE: Final = phrases(
    """
    fine, clear, all clear, healthy, its fine, its clear, its good, its healthy, my skin is fine, my skin is clear,
    my skin is good, my skin is healthy, my skin is great, my skin looks fine, my skin looks clear, my skin looks good,
    skin is fine, skin is clear, skin is good, no its fine, no its clear, no my skin is fine, no my skin is clear,
    no my skin is good, no all clear, no all good, all good, nope all good, no im fine
    """
)
MILDLY: Final[Mapping[str, frozenset[str]]] = {"skin_now": FINE}
"""What is a no, to be confirmed, at this question alone."""
ABOUT_PRODUCTS: Final = frozenset({"retinoid", "exfoliant"})


def read_yes_no(text: str, asked: Asked) -> Reading:
    """Yes, no, or not sure where the question has it."""
    asking = is_asking(text)
    if choice := exactly(text, asked) or _plainly(text, asked):
        return _doubtful(choice) if asking else Understood(choice)
    if meanings.says_unsure(text):
        return Understood(NOT_SURE) if asked.offers(NOT_SURE) else Rejected()
    if not asking and _mildly_no(text, asked):
        return Understood("no", sure=False)
    return _from_sentence(text, asked, asking)


def _plainly(text: str, asked: Asked) -> str | None:
    """A yes or a no from the first word to the last; where there is no third choice, also to what was read back."""
    bare = not asked.offers(NOT_SURE)
    if meanings.says_yes(text) or (bare and plain(text) in RIGHT):
        return "yes"
    return "no" if meanings.says_no(text) or (bare and plain(text) in WRONG) else None


def _doubtful(choice: str) -> Reading:
    """A choice followed by a question mark: a "no?" is no answer."""
    return Rejected() if choice == "no" else Understood(choice, sure=False)


def _mildly_no(text: str, asked: Asked) -> bool:
    """ "Just soap", "my skin is fine": no more than what was not asked for."""
    told = set(words(text))
    if asked.question.key in ABOUT_PRODUCTS:
        return bool(told & CARE) and told <= PLAIN_CARE
    return plain(text) in MILDLY.get(asked.question.key, frozenset())


def _from_sentence(text: str, asked: Asked, asking: bool) -> Reading:
    if asking and len(words(text)) > 2:
        return Rejected()
    if meanings.hedged(text):
        return Understood(NOT_SURE, sure=False) if asked.offers(NOT_SURE) else Rejected()
    if meanings.another_story(text) and not _names(text, asked):
        return Rejected()
    if meanings.past_use(text) or meanings.some_use(text):
        return Understood("yes", sure=_plain_habit(text, asked, asking))
    if meanings.denies(text):
        return _denied(text, asked)
    if meanings.begins_with_yes(text):
        return Understood("yes", sure=_plain_habit(text, asked, asking))
    return Understood("yes", sure=False) if _names(text, asked) else Rejected()


def _plain_habit(text: str, asked: Asked, asking: bool) -> bool:
    """Nothing but how often and where; a question without a third choice takes no more than a plain yes for sure."""
    return meanings.only_habits(text) and asked.offers(NOT_SURE) and not (asking or meanings.past_use(text))


def _denied(text: str, asked: Asked) -> Reading:
    """One clause that denies what it names is a no to be confirmed; any other sentence with a denial is asked again."""
    if asked.question.key not in ABOUT_PRODUCTS and denies_conditions(text, NO) and not _names_product(text, asked):
        return Understood("no", sure=False)
    parts = [part for part in clauses(text) if " ".join(part) not in NO]
    if len(parts) != 1:
        return Rejected()
    named = named_in(parts[0], asked.catalogue, asked=False)
    used = used_in(parts[0], asked.catalogue, asked=False)
    return Understood("no", sure=False) if named and not used else Rejected()


def _names(text: str, asked: Asked) -> bool:
    return _names_product(text, asked) or names_condition(text)


def _names_product(text: str, asked: Asked) -> bool:
    return bool(found_in(text, asked.catalogue, asked=False))
