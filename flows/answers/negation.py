"""Whether a clause denies a thing it names, in English or in Spanish; in doubt it does not."""

from __future__ import annotations

from typing import Final

from flows.answers.wording import vocabulary

DENIALS: Final = vocabulary(
    """
    no not never dont doesnt didnt without isnt arent wasnt havent hasnt neither nor none zero
    nunca jamas sin ni ningun ninguno ninguna tampoco nada
    """
)
BETWEEN: Final = vocabulary(
    """
    a an any the my i it its is am are be been on have had has ever use used using take taken taking took do did
    try tried put apply of got get getting feel feeling having those these some real signs sign thoughts
    currently
    uso usar usado usando use uses usaba tomo tomar tomado tomando tome he habia ha hemos pongo puesto poner aplico
    aplicado aplicar probado probar tengo tenido me lo la los las el un una unos unas de del con nada mi mis es son esta
    estoy estado ningun ninguno ninguna nunca jamas tuve tiene hay soy sido hago hecho hice padezco sufro algun
    alguna tipo
    """
)
"""What may stand between a denial and the thing denied."""
BOTH: Final = vocabulary("no nunca jamas ningun ninguno ninguna")
"""What may stand before another denial and denies the same once more: "no uso ningun ..."."""
NEVER: Final = frozenset({"never", "nunca", "jamas"})
LACKING: Final = frozenset({"without", "sin"})
"""A denial before one of these turns it round: "no cream without retinol"."""
PLAIN_NOT: Final = frozenset({"no", "not", "isnt", "wasnt"})
NO_LONGER: Final = frozenset({"ya"})
"""Before a "no" it tells of use in the past: "ya no uso"."""
POINTING: Final = vocabulary("its it is this thats that was no es eso era")
SUBJECTS: Final = vocabulary("i im ive id it its this that thats my we were our yo mi mis")
"""After a "no" these begin a sentence of their own: "no i use it"."""
CLOSING: Final = vocabulary(
    "or nor cream gel serum products product ever before either o u ni crema producto productos suero tampoco"
)
"""What may follow the thing denied without opening a way back ("anymore", "since June", "now" do)."""

AT_ALL: Final = frozenset({("at", "all"), ("para", "nada"), ("en", "absoluto"), ("or", "anything"), ("in", "my")})


def denied(part: list[str], start: int, stop: int) -> bool:
    """Whether the words from `start` up to `stop` are plainly denied, once and with nothing taken back."""
    return _reach(part, start, DENIALS) and _closed(part, stop)


def never_taken(part: list[str], start: int, stop: int) -> bool:
    """The stricter test for oral drugs: "never took it" or "it's not ..."; "I don't take it" may be last month."""
    before = part[:start]
    plainly_not = bool(before) and before[-1] in PLAIN_NOT and set(before[:-1]) <= POINTING
    return (plainly_not or _never(before) or _reach(part, start, NEVER)) and _closed(part, stop)


def _never(before: list[str]) -> bool:
    """Whether "never" stands among the small words before: "no he tomado nunca"."""
    if NEVER.isdisjoint(before):
        return False
    small = [word for word in before if word not in BETWEEN]
    return set(small) <= {*NEVER, "no"}


def _reach(part: list[str], start: int, denials: frozenset[str]) -> bool:
    """Whether exactly one denial stands before `start` with nothing but small words between."""
    place = start - 1
    while place >= 0 and part[place] in BETWEEN and part[place] not in denials:
        place -= 1
    if place < 0 or part[place] not in denials:
        return False
    if part[place] == "no" and part[place + 1] in SUBJECTS:
        return False
    earlier = frozenset(part[:place])
    if not NO_LONGER.isdisjoint(earlier) or "que" in earlier:
        return False
    same = BOTH if part[place] in BOTH else frozenset({"no"})
    return not DENIALS & earlier - (frozenset() if part[place] in LACKING else same)


def _closed(part: list[str], stop: int) -> bool:
    return stop >= len(part) or part[stop] in CLOSING or tuple(part[stop : stop + 2]) in AT_ALL
