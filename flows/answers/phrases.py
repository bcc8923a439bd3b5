"""Whole answers in their plain spelling: what people type for yes, no, not sure, none, all. One table per meaning.

A language is added by adding its phrases; a text counts only when it is one of these from end to end.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flows.answers.wording import phrases

YES: Final = phrases(
    """
    yes, y, ye, yea, yeah, yeh, yea i do, yeah i do, yep, yup, yess, yesss, yas, ya, yah, yuh, uh huh, mhm, mm
    hmm, sure, sure do, ok, okay, k, kk, correct, true, affirmative, absolutely, definitely, of course,
    certainly, i do, i did, i am, i have, i have been, yes i do, yes i did, yes i am, yes i have, yes please,
    yes maam, yes sir, yes yes, yes thanks, yes to all, some, all of them
    """
)

NO: Final = phrases(
    """
    no, n, nope, nop, nah, naw, na, noo, nooo, nay, never, none, nothing, no no, no nothing, no none, no never,
    nope never, nope nothing, nope none, never ever, no thanks, no thank you, no maam, no sir, no sorry, sorry
    no, not at all, no not at all, not me, not ever, definitely not, absolutely not, of course not, certainly
    not, negative, n a, false, zero
    """
)

UNSURE: Final = phrases(
    """
    not sure, not_sure, not sure yet, im not sure, i am not sure, not really sure, im not really sure, not 100
    sure, not entirely sure, not too sure, unsure, im unsure, no idea, i have no idea, ive no idea, no clue, i
    have no clue, idk, i dk, dk, dunno, i dunno, dont know, i dont know, i do not know, do not know, i really
    dont know, i dont really know, honestly idk, i dont remember, dont remember, do not remember, i do not
    remember, cant remember, i cant remember, cannot remember, cant recall, i cant recall, dont recall, i dont
    recall, i forgot, i forget, forgot, maybe, maybe not, perhaps, possibly, could be, hard to say, who knows,
    uncertain, not certain, im not certain
    """
)

NAME_UNKNOWN: Final = phrases(
    """
    dont know the name, i dont know the name, i dont know its name, i dont know what its called, dont know what
    its called, i dont know the name of it, i dont remember the name, dont remember the name, cant remember the
    name, i cant remember the name, cant remember what its called, i cant remember what its called, i dont
    remember what its called, forgot the name, i forgot the name, i forget the name, i forgot what its called,
    not sure of the name, im not sure of the name, not sure what its called, im not sure what its called, not
    sure about the name, no idea what its called, no idea of the name, no name, dont have the name, i dont have
    the name
    """
)

NONE: Final = phrases(
    """
    none, none of these, none of those, none of them, none of the above, none of that, none of this, none of it,
    none apply, none of these apply, none of these apply to me, none of those apply to me, none apply to me,
    none for me, none at all, nothing, nothing applies, nothing here, nothing at all, nothing like that, no none
    of these, no none of those, no none of them, nope none of these, nope none of those, no to all, no to all of
    them, no to all of these, no to everything, not any of these, not any of those
    """
)

SOMETHING: Final = phrases(
    """
    something, something applies, something here applies, one of them, one of these, one of those, one applies,
    one of these applies, one of them applies, yes one of them, yes one of these, some, some of them, some of
    these, some apply, a few, a few of them, a couple, several, two of them, two of these, all of them, at least
    one
    """
)

PERSON: Final = phrases(
    """
    person, a person, a human, human, tell a person, tell someone, rather tell a person, id rather tell a
    person, i would rather tell a person, rather not say, id rather not say, i would rather not say, prefer not
    to say, i prefer not to say, i prefer to tell a person, private, its private, thats private, talk to a
    person, talk to someone, talk to somebody, talk to a human, talk to staff, talk to a nurse, i want to talk
    to a person, i want to talk to someone, id rather talk to someone, id rather talk to a person, can i talk to
    someone, can i talk to a person, speak to someone, speak to a person, call me, please call me, in person
    """
)

ALL: Final = phrases(
    """
    all, all of them, all of these, all of those, all of the above, all of it, all the above, everything, all
    please, all of that, the lot
    """
)

AGREE: Final = YES - {"some", "all of them", "i did", "i have", "i have been", "true", "correct"} | phrases(
    """
    agree, agreed, i agree, yes i agree, ok i agree, i do agree, i agree to this, i agree with this, i consent,
    i accept, accept, accepted, yes i consent, yes i accept, sounds good, sounds good to me, ok sounds good, yes
    sounds good, ok lets go, lets go, lets do it, lets start, start, go ahead, yes go ahead, ok go ahead, thats
    fine, fine, fine with me, ok thats fine, yes thats fine, im ok with that, im fine with that, im good with
    that, ok yes, yes ok, ok sure, sure ok, ok great, ok thanks, ok thank you, ok cool
    """
)

DECLINE: Final = NO | phrases(
    """
    no i dont agree, i dont agree, i do not agree, i disagree, disagree, decline, i decline, i dont consent, i
    do not consent, i dont accept, i do not accept, not interested, no i dont, no i do not, id rather not, i
    would rather not, rather not, not for me
    """
)

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
        is my first time, first session, my first session, first visit, first treatment, 1st, 1st time, session
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

MILD: Final = frozenset({"none", "never", "no", "agree", "over_a_year", "6_to_12_months", "22_or_older", "first"})
"""Choices after which less is asked or held against a visit: never picked from a close spelling or a part of a text."""
