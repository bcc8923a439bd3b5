"""English words of those who see no way on, and of the means they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from flows.answers.combining import combined
from flows.answers.wording import phrases

_MANY: Final = ", ".join(str(number) for number in range(6, 201))
_DRUGS: Final = """
    pills, pill, tablets, capsules, tylenol, tylenols, advil, ibuprofen, aspirin, xanax, benadryl, oxys, percocet,
    ambien,
    meds, sleeping pills, of my pills, of them, of my meds, acetaminophen, melatonin, painkillers
"""
_IF_I: Final = "if i wasnt, if i werent, if i was not, if i were not, if i wasn, without me, if i"

WORDS: Final[Mapping[str, Iterable[str]]] = MappingProxyType(
    {
        "crisis": (
            combined(
                "fall asleep, go to sleep, sleep",
                "and, n, & and",
                "-, just, i",
                "never wake up, not wake up, dont wake up, never wake, not wake, never wakeup, wont wake up",
            )
            | combined("asleep, sleep, close my eyes", "forever, for good and never wake")
            | combined(
                "life",
                "-, is, just, really",
                "isnt, not, aint, has no, no",
                "worth it, worth, worth anything, worth living, meaning, point, purpose, longer worth",
            )
            | combined("life is, everything is, my life is", "meaningless, pointless, hopeless, over, worthless")
            | combined(
                "giving up, give up, gave up, given up, gonna give up, giving up",
                "on everything, on life, on it all, on myself, on living, on all of it, on this life, on my life",
            )
            | combined(
                "happier, better, better off, relieved, better place",
                _IF_I,
                "around, here, alive, gone, dead, disappeared, in the picture, died, existed",
            )
            | combined(
                "no, lost my, lost the, lost all, dont have the, have no, zero, lost",
                "will, strength, desire, energy, reason",
                "to go on, to continue, to keep going, to keep living, to carry on, to be here",
            )
            | combined(
                "dont want to, dont wanna, cant, cannot, do not want to, no longer want to",
                "keep going, carry on, go on",
                "anymore, any more, any longer, with life, with my life, living",
            )
            | combined(
                "want it, want this, want everything, want the pain, want it all, wish it would, make it all",
                "-, all, just",
                "to end, to stop, to be over, over, end, stop, over with",
            )
            | combined(
                "throw myself, jump, jumping, throwing myself, jumped, walk, drive",
                "off, from, in front of, into, out",
                "-, a, the, my, of",
                "bridge, building, roof, train, bus, car, balcony, traffic,"
                " window, cliff, truck, overpass, wall, river",
            )
            | combined(
                "have, got, bought, tied, with, holding, there is, have got, loaded, found",
                "a, the, my, this, dads",
                "rope, noose, gun, razor blade, pistol, shotgun",
            )
            | combined(
                "thinking, thoughts, think, thought",
                "about, of",
                "-, just, maybe",
                "hurting, harming, cutting, hanging, shooting, ending",
                "myself, it, it all, my life, everything",
            )
            | phrases(
                """
                rope ready, gun to my head, blow my brains out, overdosed on purpose, noose,
                nothing matters anymore, want
                to hurt myself, i hurt myself, hurts herself, hurting herself, hurting himself, hurt herself, kill
                herself, kill himself, killing herself, killing himself, goodbye forever, say goodbye to everyone,
                final
                goodbye, wrote a note, suicide note, goodbye note, lost all hope, no hope left, no hope for me,
                have no
                hope, theres no hope, better off gone, burden to everyone, burden to my family, burden on everyone,
                sick of
                being here, want to stop existing, no future for me, dont deserve to be here, pills are in my hand,
                done
                with everything, tired of everything, tired of fighting, cant take it anymore, cant take life,
                cant take
                this life, dont want to be around anymore, wish i never existed, wish i didnt exist, wish i was gone,
                cant do this life, dont want to do life, ready to leave this world
                """
            )
        ),
        "no_way_out": combined(
            "no, dont see a, dont see any, do not see a, see no, cant see a, cant see any, cannot see a,"
            " cant find a, isnt"
            " any, isnt a, only, cant find any, not see any, not see a, see any, dont see no",
            "way out, way forward, other way out, way through this",
        ),
        "place": phrases("parking, garage, building, lot, road, street, highway, exit, mall, store, map, directions"),
        "hopeless": phrases(
            """
            feel hopeless, feeling hopeless, so hopeless, its hopeless, its all hopeless, im hopeless,
            everything feels
            hopeless, feel so hopeless, totally hopeless, feel like giving up, want to give up, wanna give up,
            ready to
            give up, feel worthless, feel like a burden, im a burden, feel so empty, dont want to go on, want it over
            """
        ),
        "form": phrases(
            """
            form, questions, question, answering, phone, phones, typing, survey, chat, computer, technology, bot,
            treatment,
            treatments, sessions, session, directions, makeup, cooking, membership, program, plan
            """
        ),
        "bridge": phrases("bridge, roof, rooftop, overpass, balcony, ledge, cliff, train tracks"),
        "jump": phrases("jump, jumping, throw myself, leap, let go, end it, step off"),
        "pills": combined(
            f"{_MANY}, ten, twelve, fifteen, twenty, thirty, forty, fifty, a hundred, all the, all of my, all my,"
            " too much, too"
            " many, a bunch of, a lot of, so many, a handful of, the whole bottle of, a bottle of, a ton of,"
            " handfuls of,"
            " every, whole bottle of, like a million",
            _DRUGS,
        ),
        "on_purpose": phrases(
            "on purpose, intentionally, deliberately, to die, to end it, so i would die, to not wake up"
        ),
        "looks": phrases("skin, face, wrinkles, texture, redness, melasma, breakouts, spots, pores, lines"),
    }
)
