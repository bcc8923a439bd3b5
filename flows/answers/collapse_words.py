"""English words of a body giving way: falling down, the heart, blood by the towel, the mouth and throat."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from flows.answers.combining import combined
from flows.answers.wording import phrases

WORDS: Final[Mapping[str, Iterable[str]]] = MappingProxyType(
    {
        "emergency": (
            combined(
                """
                i, i just, she, he, she just, he just, mom, dad, mother, father, sister, brother, wife, husband, son,
                daughter, friend, roommate, grandma, partner, boyfriend, girlfriend, cousin, aunt, somebody,
                someone, has,
                have, almost, nearly, about to, gonna, going to, keep, keeps, and, just
                """,
                "collapsed, collapse, collapsing",
            )
            | combined(
                "its, is, it is, like, be, think, maybe, like im having, am having, im having, this is, got, having",
                "a heart attack, heart attack, a stroke, a seizure",
            )
            | combined(
                "send, get, get me, need, send me, call, call me, calling, want, please send",
                "-, an, a, the",
                "ambulance, ambulence, 911, paramedics, 9 1 1",
            )
            | combined(
                "everything, everythings, vision, it all, room, sight",
                "-, is, was, keeps, started",
                "getting dark, going dark, turning black, going black, fading, blacking out, spinning, blurry",
            )
            | combined(
                "lips, tongue, mouth, throat",
                "are, is, feels, feel, went, going, getting",
                "-, so, all",
                "numb, funny, thick, weird, tight",
            )
            | combined("super, so, really, very, extremely, crazy", "dizzy, lightheaded, light headed, faint")
            | combined(
                "puddle of, pool of, losing a lot of, losing so much, lots of, tons of, so much, losing", "blood"
            )
            | combined(
                "blood",
                "dripping, drips, is dripping, running down, is running down, all over, everywhere,"
                " pouring, is pouring, squirting, spurting",
            )
            | combined("voice is, voice, voice sounds", "hoarse, going, gone, raspy, changing")
            | phrases(
                """
                seeing black, see black, seeing stars, dropped to the floor, fell to the floor, fell to the ground,
                cant stand up, cant see anything, eye wont open, eyes wont open, cant open my eye, cant open my eyes,
                down my left arm, down my arm, left arm hurts, left arm is killing, heart is stopping, had a seizure
                """
            )
        ),
        "airway": phrases("eyelid, eyelids, eye lid, uvula, nose and mouth"),
        "mouth": phrases("lip, lips, mouth, tongue, tounge, throat, roof of my mouth, gums"),
        "tingling": phrases("tingling, tingly, tingle, tingles, itchy, itching, itches, itch, scratchy, prickling"),
        "left_arm": phrases("left arm, left shoulder and arm, my jaw and arm"),
        "heart": phrases("heart, hart, heartbeat, heart rate, pulse"),
        "racing": phrases(
            """
            racing, pounding, beating so fast, beating fast, beating too fast, beating really fast, fluttering,
            skipping
            beats, beating out of my chest, going crazy, wont slow down, skipping, palpitations, super fast,
            going so fast,
            stopped, stopping, failing
            """
        ),
        "joy": phrases(
            "excited, excitement, happy, nervous, love, photos, photo, cant wait, running, gym, workout, jog"
        ),
        "soaked": phrases("soaked, soaking, soak, soaked through, soaks, drenched, filled, went through, gone through"),
        "cloths": phrases(
            """
            towel, towels, gauze, gauzes, bandage, bandages, shirt, pillow, pillowcase, tissues, napkins,
            paper towels,
            rag, rags, cloth, washcloth, pads, cotton
            """
        ),
        "bloodless": phrases("water, sweat, sweaty, rain, cream, toner, serum, oil, shower, gym, tears"),
        "much": phrases("through every, through everything, through towels, through gauze, through tissues, tons"),
    }
)
