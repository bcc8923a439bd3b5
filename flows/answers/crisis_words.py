"""English words of those who do not want to live, by what they mean; and what beside them makes it something else."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flows.answers.wording import phrases

WORDS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "crisis": phrases(
            """
            off myself, offing myself, end myself, unalive myself, sewer slide, give up on life, done with this
            life, not be here tomorrow, dont want to be here tomorrow, want to jump off, no longer want to be here,
            self harmed, harmed myself, hurting my self, hurt myself tonight, might hurt myself, scared of what i
            might do to myself, took an overdose, if i was dead, if i were dead, if im dead, if i wasnt alive, when
            im dead, when im gone, reason to go on, see the point anymore, ready to go be with, want it to be over,
            want my life to be over, just want it all to end, want it all to end, want the pain to end, wish it
            would all end, wish it was all over, no reason to be alive, reason to be alive, reason for living,
            should just die, should die, deserve to die, deserve to live, better dead, kill me now please, want to
            be gone forever, going to kill myself, gonna kill myself, dont see the point anymore, end my suffering,
            would care if i died, would miss me, would notice if i died, would care if i was gone, care if im dead,
            care if i die, notice if i was gone, better if i was dead, better if i wasnt here, better if i was gone,
            want out of life, tired of life, hate living, hate being here, no reason to keep going, cant keep going,
            cant keep living, cant live like this, cant live anymore, never waking up, last day on earth, dont see a
            point in living, why am i alive, why am i even alive, kill myself, kill my self, killing myself, killing
            my self, kil myself, killmyself, end my life, ending my life, end my own life, end it all, ending it
            all, end things for good, take my life, take my own life, taking my life, taking my own life, suicide,
            suicidal, suicidle, sucide, sucidal, suacide, suiside, suicid, suicde, suisidal, suicida, self harm,
            selfharm, self harming, harm myself, harming myself, hurt myself on purpose, hurting myself, want to
            hurt myself, wanna hurt myself, going to hurt myself, gonna hurt myself, cutting again, slit my wrists,
            cut my wrists, hang myself, shoot myself, jump off a bridge, drown myself, better off without me, better
            without me, better off dead, better of dead, rather be dead, rather die, no point in living, no point
            living, no point to living, no point of living, no point in life, point of living, point in living, no
            reason to live, any reason to live, nothing to live for, no will to live, not worth living, isnt worth
            living, aint worth living, tired of living, tired of being alive, sick of living, done with life, done
            living, dont want to live, dont wanna live, dont want to be alive, dont wanna be alive, dont want to
            exist, dont wanna exist, dont want to be here, dont wanna be here, do not want to live, do not want to
            be alive, do not want to be here, not want to live, no longer want to live, want to live anymore, dont
            want to wake up, dont wanna wake up, never wake up, wish i wouldnt wake up, cant go on like this, cant
            go on anymore, cant go on living, cant do life anymore, want to disappear forever, disappear forever,
            want to die, wanna die, wanting to die, want to be dead, wanna be dead, wanted to die, wish i was dead,
            wish i were dead, wish i would die, wish i could die, wish i could just die, wish i died, wish to die,
            ready to die, going to die soon by my own hand, want to just die, just want to die, hope i die, want 2
            die, wish i was never born, wish i wasnt alive, wish i wasnt here, unalive, unaliving, took a bunch of
            pills, took all my pills, took too many pills, swallowed a bunch of pills, took a lot of pills,
            swallowed all my pills, nobody would miss me, no one would miss me, hate my life, hate being alive, hurt
            my self on purpose, want to end it, wanna end it, ready to end it, going to end it
            """
        ),
        "wanting": phrases(
            """
            want to, wanna, wanted to, want 2, wanting to, wish i could, wish i would, wish i could just, wish to,
            ready to, rather, prefer to, feel like, feeling like, thinking of, thinking about, think about, think
            of, thoughts of, thoughts about, thought about, plan to, planning to, plan on, tempted to, might as
            well, considering, trying to, tried to, urge to, wish i was, wish i were, want it all to
            """
        ),
        "pointless": phrases(
            """
            dont see a reason to, dont see any reason to, dont have a reason to, dont see the point of, dont see the
            point in, dont see any point in, dont see a point in, see no reason to, see no point in, no point in, no
            point to, no point, no reason to, no reason for, reason to, reason for, point in, point of, any reason
            to, dont want to, dont wanna, do not want to, dont feel like, no longer want to, tired of, sick of, done
            with, hate, cant stand, not worth, isnt worth, no will to, nothing to, cant keep, cant face, give up on,
            giving up on, gave up on
            """
        ),
        "life": phrases(
            """
            living, live, life, my life, alive, being alive, be alive, exist, existing, existence, go on living,
            wake up anymore, waking up, be on this earth, be in this world, stay alive, live like this, live anymore
            """
        ),
        "dying": phrases(
            """
            die, dying, be dead, dead, died, kill myself, killing myself, end it, ending it, end it all, end
            everything, ending everything, end things, ending things, end this life, stop living, stop existing,
            stop being alive, not exist, not be here, not be alive, not live, cease to exist, go to sleep forever,
            never wake up, not wake up, hurt myself, harm myself, hang myself, jump off, disappear from this world,
            leave this world, be gone forever
            """
        ),
        "jest": phrases("lol, lmao, haha, hahaha, laughing, embarrassment, embarassment"),
        "vanish": phrases(
            """
            want to disappear, wanna disappear, wish i could disappear, wish i could vanish, want to vanish
            """
        ),
        "taken": phrases("took, swallowed, take, taken, taking, swallow, ate"),
        "pills": phrases(
            """
            all my sleeping pills, all my xanax, all my medication, all of my medication, bottle of sleeping pills,
            bottle of xanax, bottle of pills, whole bottle, all my pills, all the pills, all of my pills, all of the
            pills, bunch of pills, too many pills, handful of pills, lot of pills, all my meds, bottle of tylenol,
            bottle of advil, all the tylenol
            """
        ),
        "kms": phrases("kms"),
        "distance": phrases("away, far, drive, driving, miles, km, run, ran, walk, walked, from, distance"),
        "overdose": phrases("overdose, overdosed, overdosing, overdose on, od on"),
        "cosmetic": phrases(
            "serum, retinol, vitamin, filler, coffee, caffeine, skincare, acids, cream, chocolate, sun"
        ),
        "cut_myself": phrases("cut myself, cutting myself, cut my self, cutting my self, hurt myself, burn myself"),
        "accident": phrases(
            """
            shaving, shaved, shave, shavin, cooking, kitchen, paper, accident, accidentally, by accident, gym,
            working out, workout, fell, laughing, trimming, chopping, glass, running, opening, lifting, up about
            """
        ),
    }
)
