"""What people type for a choice instead of its label, and which choices are never guessed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flows.answers.wording import phrases

MEANT: Final[Mapping[str, frozenset[str]]] = {
    "acne_scars": phrases(
        """
        scars, scar, scarring, acne scar, acne scarring, acne scars on my face, pitted scars, ice pick scars,
        icepick scars, boxcar scars, rolling scars, scars from acne
        """
    ),
    "neck_wrinkles": phrases(
        """
        neck lines, neck wrinkle, wrinkles on my neck, lines on my neck, wrinkles on neck, neck creases, tech
        neck, wrinkly neck
        """
    ),
    "tone": phrases(
        """
        uneven tone, uneven skin tone, skin tone, dark marks, dark spots, dark patches, brown spots, age spots,
        sun spots, sunspots, spots, hyperpigmentation, hyper pigmentation, pigmentation, pigment, discoloration,
        melasma, pih, post acne marks, acne marks, marks, sun damage
        """
    ),
    "texture": phrases(
        """
        pores, large pores, big pores, open pores, enlarged pores, skin texture, rough skin, rough texture,
        uneven texture, smoother skin, smoothness, bumpy skin
        """
    ),
    "face": phrases(
        """
        the face, my face, facial, cheeks, my cheeks, forehead, chin, nose, whole face, full face
        """
    ),
    "neck": phrases(
        """
        the neck, my neck, throat, neck area
        """
    ),
    "both": phrases(
        """
        face and neck, neck and face, face neck, both of them, both areas, my face and neck, face and my neck
        """
    ),
    "other": phrases(
        """
        something else, somewhere else, body, stomach, belly, abdomen, arms, back, chest, hands, legs, thighs,
        scalp, decolletage, stretch marks, under eyes, under my eyes, eyes, eyelids
        """
    ),
    "now": phrases(
        """
        right now, currently, still, still on it, im on it, on it, on it now, im on it now, im taking it, i am
        taking it, im taking it now, im taking it right now, taking it, taking it now, still taking it, im still
        on it, im still taking it, every day, daily, yes now, yes im on it, yes im taking it, i take it, im
        currently on it, currently taking it, im currently taking it, currently on it
        """
    ),
    "under_6_months": phrases(
        """
        under 6 months ago, less than 6 months, less than 6 months ago, under six months, less than six months
        ago, stopped under 6 months ago, stopped less than 6 months ago
        """
    ),
    "6_to_12_months": phrases(
        """
        6 12 months, 6 12 months ago, 6 to 12 months ago, between 6 and 12 months, between 6 and 12 months ago,
        stopped 6 to 12 months ago, stopped 6 12 months ago
        """
    ),
    "over_a_year": phrases(
        """
        over a year ago, more than a year, more than a year ago, over 1 year, over 1 year ago, over 12 months,
        stopped over a year ago, stopped more than a year ago
        """
    ),
    "first": phrases(
        """
        first, first time, the first, first one, my first, my first time, its my first, its my first time, this
        is my first time, first session, my first session, first visit, first treatment, this would be my first,
        this would be my first time, it would be my first,
        it would be my first time, this will be my first, this will be my first time, it will be my first,
        itll be my first,
        this is my first, this is my very first time, no this is my first, no its my first, no first time,
        its my very first
        time, ive never had microneedling, never had microneedling, i have never had microneedling, ive never had
        microneedling before, never had microneedling before, never done microneedling, ive never done microneedling,
        ive never had one, never had one, ive never had this done, never had this done, i have never had it,
        i have never
        had this, never tried it, 1st, 1st time, session
        1, never had it, never had it before, never had it done, never done it, never done it before, ive never
        had it, ive never had it done, ive never done it, i have never done it before, new, im new, brand new,
        new client
        """
    ),
    "continuing": phrases(
        """
        second, second time, second session, second visit, second one, second treatment, my second, my second
        time, my second session, 2nd, 2nd time, 2nd session, 2nd visit, session 2, session 3, third, third
        session, third time, third visit, my third, my third session, 3rd, 3rd session, continue, continuing a
        series, im continuing, continuing my series, in a series, not my first, not my first time, not the
        first, not first time, ive had it before, had it before, i had it before, had one already, i had one
        already, ive had one, ive had one already, i had one session, i already had one, i already started,
        already started, done it before, ive done it before, follow up, returning
        """
    ),
}
"""What people type for a choice instead of its label."""

SUPPOSED: Final[Mapping[str, Mapping[str, frozenset[str]]]] = {
    "goals": {
        "other": phrases(
            """
            wrinkles, fine lines, lines, face wrinkles, facial wrinkles, wrinkles on my face, wrinkles on face,
            wrinkles on
            my forehead, forehead wrinkles, forehead lines, lines on my forehead, fine lines and wrinkles, smile lines,
            laugh lines, crows feet, frown lines, wrinkles around my eyes, wrinkles around my mouth,
            lines around my mouth,
            anti aging, aging, ageing, aging skin, look younger, sagging, sagging skin, loose skin, stretch marks,
            collagen
            """
        )
    },
    "series": {
        "first": phrases("never, no never, none yet, not yet"),
        "continuing": phrases(
            """
            i had it once, had it once, once before, i had one before, had one before, ive had some, had some before,
            i had
            two, i had three, ive had two, ive had three, a few times, several times, many times, twice, once
            """
        ),
    },
}
"""At one question alone, what probably means a choice: always to be confirmed."""

MILD: Final = frozenset({"none", "never", "no", "agree", "over_a_year", "6_to_12_months", "22_or_older", "first"})
"""Choices after which less is asked or held against a visit: never picked from a close spelling or a part of a text."""
