"""Texts that may wear a reader out: one piece over and over, letters that are many, chains without an end."""

from __future__ import annotations

import random
from typing import Final

LONGEST: Final = 4096
"""Characters in the longest message that Telegram sends."""
PIECES: Final = (
    *("a", "a ", "1", "1 ", "12 ", "1/", "11/2 ", "12/12/", "2026-", "3-4 ", "0.", "10% ", "314 ", "(314) 555 ", "+1 "),
    *(
        ",",
        ".",
        "?",
        "! ",
        "-",
        "\n",
        "\t",
        "'",
        "(",
        "&",
        "#1 ",
        ":",
        "12:30 ",
        "a,",
        "a\n",
        "3\n",
        "a-",
        "1. ",
        "st. ",
    ),
    *("no ", "not ", "never ", "not not ", "no, ", "yes no ", "i ", "my ", "the ", "and ", "or ", "of the ", "if "),
    *("no me ", "no puedo ", "hace ", "ayer ", "el lunes ", "dos semanas ", "y ", "de ", "que ", "sin ", "nunca "),
    *(
        "3 days ago ",
        "last week ",
        "nov ",
        "nov 2 ",
        "mon tue ",
        "on the 5th ",
        "easter ",
        "before ",
        "since ",
        "half a ",
    ),
    *("every night ", "1x ", "stopped ", "last used ", "twenty one ", "about ", "between ", "birthday "),
    *(
        "accutan ",
        "accutane ",
        "tretinoin ",
        "salicilic ",
        "peel ",
        "<3 ipl heno ",
        "i had a peel ",
        "vitamin ",
        "pills ",
    ),
    *("20 mg ", "aha! ", "birth control ", "allergic to the ", "my face is ", "i cant breathe ", "bleeding ", "chest "),
    *("how much ", "what if ", "will it hurt ", "can you tell me ", "hi ", "my name is ", "18 "),
    *("\ufdfa", "\u00bd", "1\u00bd", "\u0130", "\u00df", "\u00f1", "a\u0301", "\u0301", "\u05d0", "\u661f", "\u200b"),
    *("\U0001f44d", "\U0001f44d\U0001f3fd", "\U0001f937\u200d\u2640\ufe0f"),
)
SCRAPS: Final = (
    *("not", "no", "never", "yes", "i", "my", "the", "or", "and", "but", "since", "before", "3", "11/2", "days", "ago"),
    *(
        "last",
        "week",
        "nov",
        "peel",
        "tretinoin",
        "acutane",
        "retinolo",
        "face",
        "swelling",
        "stop",
        "how",
        "much",
        "?",
    ),
    *("ayer", "hace", "dos", "semanas", "nunca", "uso", "crema", "sol", "cuando", ",", ".", "\n", "-", "half", "18"),
)


def endless(length: int = LONGEST) -> list[str]:
    """Such texts, cut at so many characters; the same ones every time."""
    dice = random.Random(4)
    pieces = [*PIECES, *(" ".join(dice.choices(SCRAPS, k=dice.randint(2, 5))) + " " for _ in range(30))]
    chains = [" ".join(dice.choices(SCRAPS, k=length)) for _ in range(20)]
    letters = ["".join(dice.choices("abcdefghijklmnopqrstuvwxyz ", k=length)) for _ in range(5)]
    return [*((piece * length)[:length] for piece in pieces), *(text[:length] for text in (*chains, *letters))]
