"""What people type for a choice instead of its label, and which choices are never guessed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flows.answers.wording import phrases

MEANT: Final[Mapping[str, frozenset[str]]] = {
    "acne_scars": phrases(
        """
        scars, scar, scarring, acne scar, acne scarring, acne scars on my face, pitted scars, ice pick scars,
        icepick scars, boxcar scars, rolling scars, scars from acne, my acne scars, my scars from acne, old acne
        scars, acne scars on my cheeks, acne pits, pock marks, pockmarks, pitted skin, pitting, deep acne scars, my
        scars, scars on my face, scar tissue, indented scars, holes from acne, acne holes, craters, scaring, acne
        scaring
        """
    ),
    "neck_wrinkles": phrases(
        """
        neck lines, neck wrinkle, wrinkles on my neck, lines on my neck, wrinkles on neck, neck creases, tech neck,
        wrinkly neck, my neck, neck, turkey neck, my turkey neck, neck wrinkles, the wrinkles on my neck, the lines
        on my neck, necklines, neck bands, crepey neck, neck rings, necklace lines, saggy neck, horizontal neck
        lines, my neck wrinkles, my neck lines
        """
    ),
    "tone": phrases(
        """
        uneven tone, uneven skin tone, skin tone, dark marks, dark spots, dark patches, brown spots, age spots, sun
        spots, sunspots, spots, hyperpigmentation, hyper pigmentation, pigmentation, pigment, discoloration,
        melasma, pih, post acne marks, acne marks, marks, sun damage, evening out my skin tone, even out my tone,
        even skin tone, even tone, fade dark spots, dark spots on my face, red marks, redness, blotchy skin,
        blotchiness, splotchy, uneven skin, melasma on my face, my melasma, sun spots and melasma, discolored,
        discolouration, my dark spots, my dark marks, acne spots, post inflammatory hyperpigmentation
        """
    ),
    "texture": phrases(
        """
        pores, large pores, big pores, open pores, enlarged pores, skin texture, rough skin, rough texture, uneven
        texture, smoother skin, smoothness, bumpy skin, my pores, texture, texture issues, bad texture, shrink
        pores, smaller pores, minimize pores, clogged pores, bumpy texture, smooth skin, smoother texture, visible
        pores, huge pores, refine pores, pore size, rough patches, orange peel skin
        """
    ),
    "face": phrases(
        """
        the face, my face, facial, cheeks, my cheeks, forehead, chin, nose, whole face, full face, on my face, just
        my face, just the face, entire face, whole entire face, cheek, cheeks and forehead, cheeks and chin,
        forehead and cheeks, upper lip, jawline, jaw, t zone, cheeks and nose, cheeks mostly
        """
    ),
    "neck": phrases(
        """
        the neck, my neck, throat, neck area,
        just neck, just the neck, just my neck, on my neck, front of neck
        """
    ),
    "both": phrases(
        """
        face and neck, neck and face, face neck, both of them, both areas, my face and neck, face and my neck, both
        please, both of those, both my face and neck, face as well as neck, face plus neck, face neck both, all of
        it, both face and neck
        """
    ),
    "other": phrases(
        """
        something else, somewhere else, body, stomach, belly, abdomen, arms, back, chest, hands, legs, thighs,
        scalp, decolletage, stretch marks, under eyes, under my eyes, eyes, eyelids, elsewhere, other, my stomach,
        my belly, my arms, my back, my chest, my hands, my legs, my thighs, butt, buttocks, shoulders, knees,
        elbows, feet, hair, hair loss, my scalp, tummy, hips, stretch marks on thighs, stretch marks on my stomach,
        stretch marks on my legs, under eye bags, dark circles
        """
    ),
    "now": phrases(
        """
        right now, currently, still, still on it, im on it, on it, on it now, im on it now, im taking it, i am
        taking it, im taking it now, im taking it right now, taking it, taking it now, still taking it, im still on
        it, im still taking it, every day, daily, yes now, yes im on it, yes im taking it, i take it, im currently
        on it, currently taking it, im currently taking it, currently on it, on it rn, taking it rn, currently
        taking, currently on accutane, yes currently, yes right now, yep still on it, yes still on it, yes still
        taking it, yes still, presently, at the moment, on accutane, on accutane now, im on accutane now
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
        over a year ago, more than a year ago, over 1 year ago, over 12 months ago,
        stopped over a year ago, stopped more than a year ago
        """
    ),
    "first": phrases(
        """
        first, first time, the first, first one, my first, my first time, its my first, its my first time, this is
        my first time, first session, my first session, first visit, first treatment, this would be my first, this
        would be my first time, it would be my first, it would be my first time, this will be my first, this will be
        my first time, it will be my first, itll be my first, this is my first, this is my very first time, no this
        is my first, no its my first, no first time, its my very first time, ive never had microneedling, never had
        microneedling, i have never had microneedling, ive never had microneedling before, never had microneedling
        before, never done microneedling, ive never done microneedling, ive never had one, never had one, ive never
        had this done, never had this done, i have never had it, i have never had this, never tried it, 1st, 1st
        time, session 1, never had it, never had it before, never had it done, never done it, never done it before,
        ive never had it, ive never had it done, ive never done it, i have never done it before, new, im new, brand
        new, new client, newbie, newbie here, first timer, im a first timer, total newbie, complete beginner, its my
        first rodeo, my first rodeo, no ive never had it, no never had it, no ive never done it, no never done it,
        nope never had it, nope never done it, never had any, never had any done, havent had it before, havent done
        it before, i havent had it before, i havent done it before, yes first time, yes my first time, yes its my
        first time, yes this is my first time, yep first time, havent started, havent started yet, just starting,
        just starting out, starting fresh, first ever, my first ever, never have, virgin skin
        """
    ),
    "continuing": phrases(
        """
        second, second time, second session, second visit, second one, second treatment, my second, my second time,
        my second session, 2nd, 2nd time, 2nd session, 2nd visit, session 2, session 3, third, third session, third
        time, third visit, my third, my third session, 3rd, 3rd session, continue, continuing a series, im
        continuing, continuing my series, in a series, not my first, not my first time, not the first, not first
        time, ive had it before, had it before, i had it before, had one already, i had one already, ive had one,
        ive had one already, i had one session, i already had one, i already started, already started, done it
        before, ive done it before, follow up, returning, my 2nd, my 3rd, 2nd of 3, 3rd of 3, second of three, third
        of three, 2 of 3, 3 of 3, this will be my second, this will be my third, this would be my second, this would
        be my third, this is my second, this is my third, its my second, its my third, fourth session, 4th session,
        my fourth, ive done 1, ive done 2, ive done one, ive done two, done one, done two, done 1, done 2, had 1,
        had 2, had two, im in the middle of a series, in the middle, in the middle of a series, in the middle of
        one, middle of a series, mid series, halfway, halfway through, not my first rodeo, no not my first, i have
        had it before, i have had one, ive had a session, already had a session, already had one, already did one,
        already done one, i did one already, i did one, continuing series, still in a series, next in my series, my
        next one, part of a series, im a returning client, returning client
        """
    ),
    "i_call": phrases(
        """
        i call, i will call, ill call, ill call you, ill call them, ill call the office, i will call you, ill phone,
        ill ring, i will give you a ring, ill give you a ring, ill give you a call, i will give you a call, ill give
        them a call, let me call, id rather call, i would rather call, id rather call you, i can call, i prefer to
        call, ill call myself, me calling, ill call later, ill call tomorrow
        """
    ),
    "write_here": phrases(
        """
        write, write me, write here, write to me, write me here, text, text me, text me here, text here, texting,
        texting is better, texting is best, message, message me, message me here, message here, messages, messaging,
        message is best, message is fine, message here is best, messages here, chat, chat here, in here, here, here
        is fine, here is good, here please, on here, on telegram, telegram, dm, dm me, via chat, by message, by
        text, text is best, text is fine, text is better, write back here, reply here, contact me here
        """
    ),
    "call_me": phrases(
        """
        call me, please call, pls call me, call me please, give me a call, give me a ring, phone me, ring me,
        can you call me, could you call me, you can call me, can someone call me, have someone call me, someone call
        me, someone can call me, someone please call me, i want a call, a call, a phone call, phone call, by phone,
        phone, have them call me, have courtney call me, have jackie call me, call back, callback, i would like a
        call, id like a call, id prefer a call, i prefer a call, please phone me
        """
    ),
    "morning": phrases(
        """
        mornings, in the morning, in the mornings, mornings are best, morning is best, early, early morning, am,
        before noon, before lunch, before 12, before work, first thing, first thing in the morning, late morning,
        early mornings, earlier the better, morning time, any morning
        """
    ),
    "afternoon": phrases(
        """
        afternoons, in the afternoon, in the afternoons, afternoons are best, afternoon is best, after lunch, after
        noon, noon, midday, mid day, early afternoon, late afternoon, lunch, lunchtime, lunch time, around noon,
        around lunch, after 12, any afternoon, during lunch, on my lunch break
        """
    ),
    "evening": phrases(
        """
        evenings, in the evening, in the evenings, evenings are best, evening is best, after work, night, at night,
        nights, tonight, late, after 5, after 5pm, after 6, after 6pm, after dinner, late evening, early evening,
        after hours, later in the day, any evening
        """
    ),
    "any_time": phrases(
        """
        anytime, any, any time, any time works, anytime works, any time is fine, anytime is fine, anytime is good,
        any time is good, whenever, whenever works, whenever is fine, whenevs, all day, no preference, doesnt
        matter, does not matter, dont care, i dont care, doesnt matter to me, it doesnt matter, flexible, im
        flexible, im free all day, always, you pick, up to you, at any time, all good, any time of day, anytime of
        day, any day any time, im open, open, wide open
        """
    ),
}
"""What people type for a choice instead of its label."""

SUPPOSED: Final[Mapping[str, Mapping[str, frozenset[str]]]] = {
    "goals": {
        "other": phrases(
            """
            fine lines around eyes, fine lines around my eyes, lines around eyes, lines around my eyes, wrinkles
            around eyes, glow, anti age, prevention, rejuvenation, eye wrinkles, jowls, active acne, breakouts,
            rosacea, hair loss, cellulite, wrinkles, fine lines, lines, face wrinkles, facial wrinkles, wrinkles on
            my face, wrinkles on face, wrinkles on my forehead, forehead wrinkles, forehead lines, lines on my
            forehead, fine lines and wrinkles, smile lines, laugh lines, crows feet, frown lines, wrinkles around my
            eyes, wrinkles around my mouth, lines around my mouth, anti aging, aging, ageing, aging skin, look
            younger, sagging, sagging skin, loose skin, stretch marks, collagen
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
