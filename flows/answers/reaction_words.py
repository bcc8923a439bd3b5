"""English words that tie a bad sign to a treatment, by its time or its place, and the signs that alarm beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from flows.answers.combining import combined
from flows.answers.wording import phrases

_SESSIONS: Final = """
    treatment, treatments, session, sessions, appointment, appt, apt, visit, procedure, needling, microneedling,
    micro needling, micro, skinpen, skin pen, needles, facial
"""
_PLACES: Final = "where, wherever, the spot, the spots, the area, the part, the side, the place, spots, areas"

WORDS: Final[Mapping[str, Iterable[str]]] = MappingProxyType(
    {
        "treated": (
            combined(
                "after, since, from, following, because of, right after, post, due to",
                """
                -, my, the, your, a, that, this, our, last, my last, the last, first, my first, the first, her, his,
                yesterdays, todays, last nights, mondays, tuesdays, wednesdays, thursdays, fridays, saturdays,
                last weeks
                """,
                _SESSIONS,
            )
            | combined(
                "had, got, did, finished, have had, after having, after getting, came in for, went for, came for",
                "my, the, a, that, this, my first, my last",
                "treatment, session, appointment, procedure, needling, microneedling, skinpen, micro needling",
            )
            | combined(
                _PLACES,
                "they, you, you guys, she, he, the nurse, the lady, the girl, yall, u",
                "did it, did, did that, treated, needled, poked, worked, went over, pricked, pierced, used",
            )
            | combined(
                _PLACES, "-, where, that", "the needles, the needle, the pen, the machine", "went, was, were, hit"
            )
            | combined(
                "after, since, ever since, from when, when",
                "you, you guys, they, she, he, yall, u",
                "did, treated, needled, poked, worked on, saw",
            )
            | combined(
                "since, ever since, after, when, right after",
                "i",
                """
                left your, left the, left there, saw you, was there, came in, got microneedled, got needled,
                got treated,
                got it done, had it done, did it, got done, was treated, visited, got home from, left you guys,
                got this
                done, had this done, saw yall, went to you, went in
                """,
            )
            | phrases(
                """
                got it done, had it done, got this done, had this done, got my face done, had my face done,
                did my face,
                got microneedled, got needled, was needled, treated area, treated areas, treated skin, needled area,
                treated spot, treated side, area you treated, you guys did my, you did my face, days post,
                days after my,
                days after the, session was, treatment was, appointment was, you needled, they needled, post op,
                you poked, after getting needled, after being needled, after getting microneedled,
                since getting treated
                """
            )
        ),
        "sign": phrases(
            """
            rash, rashes, rashy, welt, welts, hive, hives, sore, sores, ulcer, ulcers, crust, crusts, crusty,
            crusting,
            crusted, scab, scabs, scabby, scabbing, drainage, draining, drains, drained, smell, smells, smelly,
            stinks,
            odor, throbbing, throbs, throb, pulsing, bump, bumps, bumpy, lump, lumps, knot, infection, infected, pus,
            bad reaction, reacted, reacting, reaction, allergic, broke out, breaking out, broken out, cold sore, cold
            sores, coldsore, coldsores, herpes, dark patch, dark patches, dark spot, dark spots, darker, darkened,
            darkening, black, purple, gray, grey, blue, brown spots, burning, burns, burnt, burned, burn,
            on fire, hot, swollen, swolen, swole, swelled, swelling, hard, raw, wet, worse, worst, worsening,
            painful, pain, hurts, hurt, hurting, sore to touch, tender, bleeding, bleeds, bled, blister, blisters,
            blistered, not healing, isnt healing, wont heal, hasnt healed, not going away, wont go away,
            isnt going away,
            hasnt gone away, still there, red, redness, redder, reddish, itchy, itching, itches, itch, inflamed,
            irritated, peeling off in sheets, bruise, bruised, bruises, bruising, marks, streaks, scarred, puffy,
            puffed,
            stinging, stings, sting, something is wrong, something wrong, looks wrong, doesnt look right, looks bad,
            looks awful, looks horrible, looks terrible, fever, yellow, green, goo, gunk, pimples all over, breakout,
            breakouts, sick, dizzy, feel awful, vomiting, nauseous, nausea, discolored, white patches, peeled,
            open wound, wound, wounds, cyst, boil, boils
            """
        ),
        "clinical": combined(
            "having, have, getting, got",
            "a, an, some, -, this, some kind of, some sort of, such a",
            "bad, terrible, awful, weird, horrible, nasty, crazy, scary, strange, serious",
            "reaction, reactions",
        )
        | combined(
            "reacted badly, reacting badly, reacted, reacting", "to, from", "the, my, this, your, last", _SESSIONS
        )
        | combined("broke out in, covered in, breaking out in, covered with, full of", "hives, welts, hives all over")
        | combined("hives, welts", "all over, everywhere, on my whole body, all over my body"),
        "yellow": phrases("honey colored, brownish, bad, nasty, rotten, funky"),
        "fluid": phrases("drainage, crusts, scabs, odor"),
    }
)
