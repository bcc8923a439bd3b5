"""English words that tell an alarm, by what they mean; spelling as people type it in a fright."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flows.answers.wording import phrases

WORDS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        # --- breath, face, chest, fainting, blood --------------------------------------------------------------------
        "cannot": phrases(
            """
            cant, cannot, can not, cnt, cantt, carnt, can barely, can hardly, couldnt, could not, barely, hardly,
            unable to, not able to, hard to, hard for me to, harder to, difficult to, tough to, struggling, struggle
            to, hard time, trouble, truble, touble, troubles, difficulty, difficulties, dificulty, problems,
            problem, issues, not, isnt, aint, stopped, stopped being able to, labored, cant even, difficult
            """
        ),
        "breathe": phrases(
            """
            breathe, breath, breathing, breathin, breeth, breth, brethe, brething, breething, breathe in, berathe,
            breathing in, catch my breath, catching my breath, catch a breath, get air, get any air, get enough air,
            breate, braethe, swallow, swallowing, swalow, take a breath, breathes, get a breath, get a full breath,
            take a deep breath
            """
        ),
        "airway": phrases(
            """
            face, faces, hole face, whole face, lips, lip, tongue, tounge, toungue, tonge, tung, throat, throut,
            thoat, throath, mouth, eye, eyes, eyelids, fase
            """
        ),
        "swollen": phrases(
            """
            swollen, swolen, swollin, swelling, sweling, swellin, swelled, swelld, swole, swells, swell, swelln,
            swoll, puffed, puffing, puffs, ballooning, ballooned, balloon, balloons, blowing up, blew up, blown up,
            closing, closing up, closed up, closing off, closes, close up, swollen shut, swell up, twice its size,
            twice the size, double the size, double its size, swelleing
            """
        ),
        "throat": phrases("throat, throut, thoat"),
        "tight": phrases("tight, tightening, tightness, tightens, tite, tighter, constricted, constricting"),
        "tongue": phrases("tongue, tounge, toungue, tonge, lips"),
        "huge": phrases("huge, thick, enormous, giant, so big, really big"),
        "chest": phrases("chest, cheast, chst, ches"),
        "pain": phrases(
            """
            pain, pains, pian, hurts, hurt, hurting, hurtin, hurtz, ache, aches, aching, tight, tightness, tite,
            pressure, heavy, heaviness, squeezing, crushing
            """
        ),
        "blood": phrases("blood, bleeding, bleedin, bleding, bleading, bleed, bleeds, blod, bloody, bleedng"),
        "bleeding": phrases("blood, bleeding, bleedin, bleding, bleading, bleedng"),
        "unstopped": phrases(
            """
            wont stop, wont quit, wont let up, will not stop, doesnt stop, doesnt want to stop, does not stop, dont
            stop, not stopping, isnt stopping, is not stopping, cant stop, can not stop, cannot stop, hasnt stopped,
            has not stopped, havent stopped, cant get it to stop, cant make it stop, couldnt stop, wont clot, keeps
            coming, keeps going, keep coming, never stops, wouldnt stop, wont slow down, wont stp
            """
        ),
        "much": phrases(
            """
            a lot, alot, heavily, heavy, badly, so much, really bad, so bad, nonstop, non stop, everywhere,
            profusely, gushing, pouring, like crazy, all over, through the bandage, for hours, uncontrollably,
            constantly
            """
        ),
        "still": phrases(
            "still, keeps, keep, keeps on, kept, wont stop, cant stop, wont quit, cant stop the, stop the"
        ),
        "emergency": phrases(
            """
            short of breath, shortness of breath, out of breath, not breathing, stopped breathing, isnt breathing,
            gasping, gasping for air, wheezing, wheezin, wheezy, choking, suffocating, cant get air, no air, turning
            blue, lips are blue, chestpain, chestpains, chest pains, fainted, fainting, fanited, faintd, fainded,
            feel faint, feeling faint, felt faint, feels faint, feel like fainting, feel like i might faint, about
            to faint, gonna faint, going to faint, almost fainted, feel like im going to faint, might faint, want to
            faint, passed out, passin out, passing out, past out, gonna pass out, going to pass out, about to pass
            out, might pass out, feel like i will pass out, will faint, almost passed out, blacked out, blacking
            out, lost consciousness, losing consciousness, unconscious, i collapsed, she collapsed, he collapsed,
            anaphylaxis, anaphylactic, anaphalaxis, anaphylaxic, anafilaxis, anaphylactic shock, severe allergic
            reaction, bad allergic reaction, having an allergic reaction, having a allergic reaction, having
            allergic reaction, having an alergic reaction, serious allergic reaction, having a heart attack, have a
            heart attack, having a stroke, having a seizure, need an ambulance, call an ambulance, calling 911,
            called 911, call 911, dial 911, going to the er, cant stay awake, cant stop bleeding, cant stop the
            bleeding, make the bleeding stop, stop the bleeding, stop the blood, arm is numb, arm went numb, arm
            feels numb, coughing up blood, vomiting blood
            """
        ),
        # --- wanting to die ------------------------------------------------------------------------------------------
        "crisis": phrases(
            """
            kill myself, kill my self, killing myself, killing my self, kil myself, killmyself, end my life, ending
            my life, end my own life, end it all, ending it all, end things for good, take my life, take my own
            life, taking my life, taking my own life, suicide, suicidal, suicidle, sucide, sucidal, suacide,
            suiside, suicid, suicde, suisidal, suicida, self harm, selfharm, self harming, self harmed, harm myself,
            harming myself, hurt myself on purpose, hurting myself, want to hurt myself, wanna hurt myself, going to
            hurt myself, gonna hurt myself, cutting again, slit my wrists, cut my wrists, hang myself, shoot myself,
            jump off a bridge, drown myself, better off without me, better without me, better off dead, better of
            dead, rather be dead, rather die, no point in living, no point living, no point to living, no point of
            living, no point in life, point of living, point in living, no reason to live, any reason to live,
            nothing to live for, no will to live, reason to go on, not worth living, isnt worth living, aint worth
            living, tired of living, tired of being alive, sick of living, done with life, done living, dont want to
            live, dont wanna live, dont want to be alive, dont wanna be alive, dont want to exist, dont wanna exist,
            dont want to be here, dont wanna be here, do not want to live, do not want to be alive, do not want to
            be here, not want to live, no longer want to live, want to live anymore, dont want to wake up, dont
            wanna wake up, never wake up, wish i wouldnt wake up, cant go on like this, cant go on anymore, cant go
            on living, cant do life anymore, want to disappear forever, disappear forever, want to die, wanna die,
            wanting to die, want to be dead, wanna be dead, wanted to die, wish i was dead, wish i were dead, wish i
            would die, wish i could die, wish i could just die, wish i died, wish to die, ready to die, going to die
            soon by my own hand, want to just die, just want to die, hope i die, want 2 die, wish i was never born,
            wish i wasnt alive, wish i wasnt here, unalive, unaliving, took a bunch of pills, took all my pills,
            took too many pills, swallowed a bunch of pills, took a lot of pills, swallowed all my pills, nobody
            would miss me, no one would miss me, hate my life, hate being alive, hurt my self on purpose, want to
            end it, wanna end it, ready to end it, going to end it
            """
        ),
        "kms": phrases("kms"),
        "distance": phrases("away, far, drive, driving, miles, km, run, ran, walk, walked, from, distance"),
        "overdose": phrases("overdose, overdosed, overdosing, overdose on, od on"),
        "cut_myself": phrases("cut myself, cutting myself, cut my self, cutting my self, hurt myself, burn myself"),
        "accident": phrases(
            """
            shaving, shaved, shave, shavin, cooking, kitchen, paper, accident, accidentally, by accident, gym,
            working out, workout, fell, laughing, trimming, chopping, glass, running, opening, lifting, up about
            """
        ),
        # --- a bad reaction ------------------------------------------------------------------------------------------
        "fever": phrases(
            """
            fever, fevers, fevar, feaver, feever, fevr, feverish, high temperature, running a temp, running a
            temperature, chills, the shivers
            """
        ),
        "clinical": phrases(
            """
            blister, blisters, blisterz, blistered, blistering, blistr, blisers, blistters, blistering up, infected,
            infekted, infcted, redder every hour, redder and redder, redder and hotter, more and more red, getting
            redder, got redder, gotten redder, red streaks, red streak, red lines, red line, hot to the touch, hot
            to touch, warm to the touch, warm to touch, skin is hot, face is on fire, agony, excruciating,
            unbearable, turning black, turned black, turned grey
            """
        ),
        "infection": phrases("infection, infecton, infektion"),
        "got": phrases(
            """
            i have, i have an, have an, i got, i got an, got an, getting, getting an, is, its, its an, think its an,
            looks like an, might be an, could be an, signs of, bad, maybe an, think i have an, developed an, there
            is
            """
        ),
        "pus": phrases("pus, puss, pusy, pussy bumps, oozing, oozin, oozes, weeping, leaking, seeping, discharge"),
        "yellow": phrases("yellow, green, yellowish, greenish, foul, smelly, cloudy, white and thick"),
        "fluid": phrases(
            "discharge, fluid, liquid, crust, gunk, stuff, goo, goop, crusting, crusty, smell, ooze, juice"
        ),
        "redness": phrases(
            """
            redness, rednes, red, rash, infection, swelling, hives, it, its, burning, redness and swelling,
            inflammation
            """
        ),
        "sore": phrases("redness, rednes, rash, infection, swelling, burning, it, its, pain, this, inflammation"),
        "spreading": phrases(
            "spreading, spreadin, spreads, sprading, spredding, spreding, spread to, is bigger, getting bigger, growing"
        ),
        "worse": phrases(
            "getting worse, gets worse, got worse, is worse, keeps getting worse, worsening, worse and worse"
        ),
        "hurting": phrases("pain, painful, pian, hurts, hurt, hurting, burning, burns, stinging, stings"),
        "burning": phrases("burning, burns, burn, stinging, stings, hurting, pain, itching"),
        "badly": phrases(
            """
            worse, unbearable, severe, extreme, extremely, intense, increasing, increases, more and more, so bad, so
            badly, real bad, more every day, more each day, worse every day, even more, wont go away, out of
            control, like hell, worse than yesterday, too much to take
            """
        ),
        "temperature": phrases("temp, temperature, tempature, temprature, fever"),
        "degrees": phrases(
            """
            99, 100, 101, 102, 103, 104, 105, high temp, high, 38, 39, 40, 37 8, 38 5, 39 5
            """
        ),
        # --- what makes it something else ----------------------------------------------------------------------------
        "acne": phrases(
            """
            pimple, pimples, zit, zits, acne, cyst, cysts, cystic, breakout, breakouts, blackhead, blackheads,
            whitehead, whiteheads, pustule, pustules, bumps, bump, sty, stye, ingrown, ingrown hairs
            """
        ),
        "skin": phrases("scar, scars, tattoo, wrinkles, lines, spots, treat, hair, tan, tanned, sunspots, confidence"),
        "pigment": phrases("scar, scars, spots, spot, melasma, wrinkles, pores, lines, marks, texture, wrinkle, hair"),
        "elsewhere": phrases(
            """
            feet, foot, heel, heels, toe, toes, back, knee, knees, shoulder, period, cramps, tooth, stomach,
            headache, head, hip, wallet, shoes, hiking, tolerance, threshold
            """
        ),
        "morning": phrases("in the morning, in the mornings, mornings, every morning, when i wake up, from crying"),
        "filler": phrases("when i get filler, when i get fillers, when i had filler, after filler, from filler"),
        "money": phrases("price, prices, cost, costs, that price, pill, pride, bill"),
        "cosmetic": phrases(
            "serum, retinol, vitamin, filler, coffee, caffeine, skincare, acids, cream, chocolate, sun"
        ),
        "weather": phrases("outside, weather, shower, water, room"),
    }
)
