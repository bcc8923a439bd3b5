"""YES_NO: only a plain no is no; use in part, in the past or by name is yes; contradictions are asked again."""

from __future__ import annotations

from flows.answers import meanings
from flows.answers.asked import Asked
from flows.answers.conditions_named import names_condition
from flows.answers.finding import found_in, named_in, used_in
from flows.answers.matching import exactly
from flows.answers.phrases import NO
from flows.answers.wording import clauses, is_asking, words
from flows.model import NOT_SURE, Reading, Rejected, Understood


def read_yes_no(text: str, asked: Asked) -> Reading:
    """Yes, no, or not sure where the question has it."""
    asking = is_asking(text)
    if choice := exactly(text, asked):
        return _doubtful(choice) if asking else Understood(choice)
    if meanings.says_unsure(text):
        return _unsure(asked)
    if meanings.says_yes(text):
        return Understood("yes", sure=not asking)
    if meanings.says_no(text):
        return _doubtful("no") if asking else Understood("no")
    return _from_sentence(text, asked, asking)


def _doubtful(choice: str) -> Reading:
    """A choice followed by a question mark: a "no?" is no answer."""
    return Rejected() if choice == "no" else Understood(choice, sure=False)


def _unsure(asked: Asked) -> Reading:
    return Understood(NOT_SURE) if asked.offers(NOT_SURE) else Rejected()


def _from_sentence(text: str, asked: Asked, asking: bool) -> Reading:
    if asking and len(words(text)) > 2:
        return Rejected()
    if meanings.hedged(text):
        return _unsure(asked)
    if meanings.past_use(text) or meanings.some_use(text):
        return Understood("yes", sure=_plain_habit(text, asking))
    if meanings.denies(text):
        return _denied(text, asked)
    if meanings.begins_with_yes(text):
        return Understood("yes")
    return Understood("yes", sure=False) if _names(text, asked) else Rejected()


def _plain_habit(text: str, asking: bool) -> bool:
    return not (asking or meanings.denies(text) or meanings.past_use(text))


def _denied(text: str, asked: Asked) -> Reading:
    """One clause that denies what it names is a no to be confirmed; any other sentence with a denial is asked again."""
    parts = [part for part in clauses(text) if " ".join(part) not in NO]
    if len(parts) != 1:
        return Rejected()
    named = named_in(parts[0], asked.catalogue, asked=False)
    used = used_in(parts[0], asked.catalogue, asked=False)
    return Understood("no", sure=False) if named and not used else Rejected()


def _names(text: str, asked: Asked) -> bool:
    return bool(found_in(text, asked.catalogue, asked=False)) or names_condition(text)
