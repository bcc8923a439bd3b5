"""A no in other words, always read back: for a reason, of a list, for the time asked about, by what is used."""

from __future__ import annotations

from flows.answers import meanings
from flows.answers.asked import Asked
from flows.answers.denied_lists import plainly_denied
from flows.answers.mild_no_words import (
    ABOUT_PRODUCTS,
    BARELY,
    CARE,
    DENIED,
    EVEN,
    FINE,
    FIRST,
    IS_EVEN,
    IS_WELL,
    OPENING,
    PLAIN_CARE,
    REASONS,
    REFUSING,
    THINGS,
    WELL,
    WELL_ALONE,
    WITHOUT,
)
from flows.answers.phrases import NO, NONE
from flows.answers.wording import clauses, plain, words


def mildly_no(text: str, asked: Asked) -> bool:
    """Whether a text says no in more words than it needs, and not one of them that could take it back."""
    key = asked.question.key
    told = meanings.bare(text)
    if key not in THINGS:
        return False
    return (
        _plain_care(text, key)
        or _limited(told, key)
        or _reasoned(told, key)
        or (key == "procedure" and FIRST.fullmatch(_opened(told)) is not None)
        or _denied_list(text, key)
    )


def _plain_care(text: str, key: str) -> bool:
    told = set(words(text))
    return key in ABOUT_PRODUCTS and bool(told & CARE) and told <= PLAIN_CARE


def _limited(told: str, key: str) -> bool:
    """ "Not right now", "nothing in the last three months"."""
    limit = WITHOUT.get(key)
    if limit is None or not limit.search(told) or not meanings.denies(told):
        return False
    left = " ".join(limit.sub(" ", told).split())
    return _opened(left) in BARELY or meanings.says_no(left) or FIRST.fullmatch(_opened(left)) is not None


def _opened(told: str) -> str:
    """The text behind its opening no."""
    match = OPENING.match(told)
    return told[match.end() :].strip() if match and not FIRST.fullmatch(told) else told


def _reasoned(told: str, key: str) -> bool:
    """ "No, my skin is too dry"; at the questions on the skin "it's all clear"."""
    rest = _opened(told)
    said = set(rest.split())
    if key == "skin_now":
        return told in FINE or rest in WELL_ALONE or (len(said) > 1 and bool(said & IS_WELL) and said <= WELL)
    if key == "pigment":
        return len(said) > 1 and bool(said & IS_EVEN) and said <= EVEN
    return REFUSING.match(told) is not None and bool(said) and said <= REASONS


def _denied_list(text: str, key: str) -> bool:
    """Each clause denies what the question asks for, and nothing else is said."""
    beside = NO | NONE
    parts = [told for part in clauses(text) if (told := meanings.bare(" ".join(part))) and told not in beside]
    return bool(parts) and all(_denies(told, key) for told in parts)


def _denies(told: str, key: str) -> bool:
    limit = WITHOUT.get(key)
    left = " ".join(limit.sub(" ", told).split()) if limit else told
    return plain(left) in NO | NONE or plainly_denied(DENIED[key], left)
