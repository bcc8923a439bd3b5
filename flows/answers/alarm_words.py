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
            air, enough air, any air, for air, breathing right, get my breath, getting air, breathe, breath,
            breathing, breathin, breeth, breth, brethe, brething, breething, breathe in, berathe, breathing in,
            catch my breath, catching my breath, catch a breath, get air, get any air, get enough air, breate,
            braethe, swallow, swallowing, swalow, take a breath, breathes, get a breath, get a full breath, take a
            deep breath
            """
        ),
        "short": phrases(
            """
            short of, shortness of, running out of, low on, gasping for, fighting for, struggling for, shortnes of,
            out of
            """
        ),
        "nearly": phrases(
            """
            feel, feeling, felt, about to, gonna, going to, might, almost, nearly, think i will, keep, keeps, i
            could, im, kept
            """
        ),
        "faint": phrases(
            """
            faint, fainting, pass out, passing out, black out, blacking out, passed out, fainted, collapse,
            collapsing
            """
        ),
        "labored": phrases(
            """
            raspy, weird, strange, rough, noisy, whistling, tight, off, getting harder, harder, short, heavy,
            heavier, fast, hard, difficult, really hard, very hard, so hard, super hard, shallow, really heavy, bad,
            funny, worse, tough, painful, fast and shallow, not normal, labored
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
            the size of, size of, doubled, doubled in size, tripled, like balloons, like a balloon, like sausages,
            unrecognizable, deformed, so big, swollen, swolen, swollin, swelling, sweling, swellin, swelled, swelld,
            swole, swells, swell, swelln, swoll, puffed, puffing, puffs, ballooning, ballooned, balloon, balloons,
            blowing up, blew up, blown up, closing, closing up, closed up, closing off, closes, close up, swollen
            shut, swell up, twice its size, twice the size, double the size, double its size, swelleing
            """
        ),
        "throat": phrases("throat, throut, thoat"),
        "tight": phrases("tight, tightening, tightness, tightens, tite, tighter, constricted, constricting"),
        "tongue": phrases("tongue, tounge, toungue, tonge, lips"),
        "huge": phrases(
            """
            bigger, getting big, growing, twice as big, massive, huge, thick, enormous, giant, so big, really big
            """
        ),
        "chest": phrases("chest, cheast, chst, ches"),
        "pain": phrases(
            """
            sitting on, elephant, weight on, weight, crushed, pressing on, stabbing, stabs, stab, pain, pains, pian,
            hurts, hurt, hurting, hurtin, hurtz, ache, aches, aching, tight, tightness, tite, pressure, heavy,
            heaviness, squeezing, crushing
            """
        ),
        "blood": phrases("blood, bleeding, bleedin, bleding, bleading, bleed, bleeds, blod, bloody, bleedng"),
        "bleeding": phrases("blood, bleeding, bleedin, bleding, bleading, bleedng"),
        "unstopped": phrases(
            """
            still coming, coming out, keeps coming out, still going, wont stay stopped, no matter what i do, keeps
            flowing, flowing, wont stop, wont quit, wont let up, will not stop, doesnt stop, doesnt want to stop,
            does not stop, dont stop, not stopping, isnt stopping, is not stopping, cant stop, can not stop, cannot
            stop, hasnt stopped, has not stopped, havent stopped, cant get it to stop, cant make it stop, couldnt
            stop, wont clot, keeps coming, keeps going, keep coming, never stops, wouldnt stop, wont slow down, wont
            stp
            """
        ),
        "much": phrases(
            """
            through the, through my, through it, for an hour, hours, hour, all day, all night, since yesterday,
            since last night, since this morning, straight, for a day, for days, all over my shirt, again and again,
            a lot, alot, heavily, heavy, badly, so much, really bad, so bad, nonstop, non stop, everywhere,
            profusely, gushing, pouring, like crazy, all over, through the bandage, for hours, uncontrollably,
            constantly
            """
        ),
        "still": phrases(
            """
            still, keeps, keep, keeps on, kept, wont stop, cant stop, wont quit, cant stop the, stop the
            """
        ),
        "emergency": phrases(
            """
            face drooping, face is drooping, slurred speech, seeing black, used my epipen, need my epipen, need an
            epipen, bleeding out, hemorrhaging, hemorraging, losing a lot of blood, lost a lot of blood, soaking
            through, soaked through, passed out cold, convulsing, having convulsions, all went black, things went
            dark, saw black, hit the floor, out cold, wont wake up, not responding, cant breath, having an
            anaphylactic, throat is closing, airway, going into shock, in shock, lips turning blue, turning purple,
            lips are purple, everything went black, went black, going black, going dark, vision went dark, woke up
            on the floor, found her on the floor, fell unconscious, gonna black out, going to black out, about to
            black out, might black out, cant feel my face, cannot get air, gasp for air, short of breath, shortness
            of breath, out of breath, not breathing, stopped breathing, isnt breathing, gasping, gasping for air,
            wheezing, wheezin, wheezy, choking, suffocating, cant get air, no air, turning blue, lips are blue,
            chestpain, chestpains, chest pains, fainted, fainting, fanited, faintd, fainded, feel faint, feeling
            faint, felt faint, feels faint, feel like fainting, feel like i might faint, about to faint, gonna
            faint, going to faint, almost fainted, feel like im going to faint, might faint, want to faint, passed
            out, passin out, passing out, past out, gonna pass out, going to pass out, about to pass out, might pass
            out, will pass out, ill pass out, feel like i will pass out, will faint, almost passed out, blacked out,
            blacking out, lost consciousness, losing consciousness, unconscious, i collapsed, she collapsed, he
            collapsed, anaphylaxis, anaphylactic, anaphalaxis, anaphylaxic, anafilaxis, anaphylactic shock, severe
            allergic reaction, bad allergic reaction, having an allergic reaction, having a allergic reaction,
            having allergic reaction, having an alergic reaction, serious allergic reaction, having a heart attack,
            have a heart attack, having a stroke, having a seizure, need an ambulance, call an ambulance, calling
            911, called 911, call 911, dial 911, going to the er, cant stay awake, cant stop bleeding, cant stop the
            bleeding, make the bleeding stop, stop the bleeding, stop the blood, arm is numb, arm went numb, arm
            feels numb, coughing up blood, vomiting blood
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
            fluid filled, filled with fluid, water bubbles, bubbles on my skin, open sores, sores all over, skin is
            sloughing, boils, blistery, blistered up, necrosis, blackening, scabbing black, blister, blisters,
            blisterz, blistered, blistering, blistr, blisers, blistters, blistering up, infected, infekted, infcted,
            redder every hour, redder and redder, redder and hotter, more and more red, getting redder, got redder,
            gotten redder, red streaks, red streak, red lines, red line, hot to the touch, hot to touch, warm to the
            touch, warm to touch, skin is hot, face is on fire, agony, excruciating, unbearable, turning black,
            turned black, turned grey
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
        "pus": phrases(
            """
            puss filled, puss coming out, pus, puss, pusy, pussy bumps, oozing, oozin, oozes, weeping, leaking,
            seeping, discharge
            """
        ),
        "yellow": phrases("yellow, green, yellowish, greenish, foul, smelly, cloudy, white and thick"),
        "fluid": phrases(
            """
            discharge, fluid, liquid, crust, gunk, stuff, goo, goop, crusting, crusty, smell, ooze, juice
            """
        ),
        "redness": phrases(
            """
            hot, painful, heat, burned area, welts, redness, rednes, red, rash, infection, swelling, hives, it, its,
            burning, redness and swelling, inflammation
            """
        ),
        "sore": phrases("redness, rednes, rash, infection, swelling, burning, it, its, pain, this, inflammation"),
        "spreading": phrases(
            """
            bigger, wider, moving down, moving up, reached my, creeping, travelling, traveling, spreading, spreadin,
            spreads, sprading, spredding, spreding, spread to, is bigger, getting bigger, growing
            """
        ),
        "worse": phrases(
            """
            getting worse, gets worse, got worse, is worse, keeps getting worse, worsening, worse and worse
            """
        ),
        "hurting": phrases(
            """
            hurt so, sore, burn, pain, painful, pian, hurts, hurt, hurting, burning, burns, stinging, stings
            """
        ),
        "burning": phrases("burning, burns, burn, stinging, stings, hurting, pain, itching"),
        "badly": phrases(
            """
            worsening, worsened, worsens, increased, unbelievable, crazy bad, terrible, horrible, awful, worse,
            unbearable, severe, extreme, extremely, intense, increasing, increases, more and more, so bad, so badly,
            real bad, more every day, more each day, worse every day, even more, wont go away, out of control, like
            hell, worse than yesterday, too much to take
            """
        ),
        "temperature": phrases("running, running a, temp, temperature, tempature, temprature, fever"),
        "degrees": phrases(
            """
            99, 100, 101, 102, 103, 104, 105, high temp, high, 38, 39, 40, 37 8, 38 5, 39 5
            """
        ),
        # --- what makes it something else ----------------------------------------------------------------------------
        "treated": phrases(
            """
            after the needling, after needling, after the microneedling, after microneedling, after my treatment,
            after the treatment, since the treatment, since my treatment, after my session, after the session, since
            my session, since the session, after my appointment, after the appointment, since my appointment, where
            they did it, where you did it, where you treated, after my visit, after skinpen, after the procedure,
            since the procedure
            """
        ),
        "acne": phrases(
            """
            pimple, pimples, zit, zits, acne, cyst, cysts, cystic, breakout, breakouts, blackhead, blackheads,
            whitehead, whiteheads, pustule, pustules, bumps, bump, sty, stye, ingrown, ingrown hairs
            """
        ),
        "skin": phrases("scar, scars, tattoo, wrinkles, lines, spots, treat, hair, tan, tanned, sunspots, confidence"),
        "pigment": phrases(
            """
            dark patch, patch, patches, brown, dark, melanin, freckle, freckles, scar, scars, spots, spot, melasma,
            wrinkles, pores, lines, marks, texture, wrinkle, hair
            """
        ),
        "elsewhere": phrases(
            """
            cold sore, cold sores, herpes, miles, stove, oven, feet, foot, heel, heels, toe, toes, back, knee,
            knees, shoulder, period, cramps, tooth, stomach, headache, head, hip, wallet, shoes, hiking, tolerance,
            threshold
            """
        ),
        "morning": phrases("in the morning, in the mornings, mornings, every morning, when i wake up, from crying"),
        "filler": phrases("when i get filler, when i get fillers, when i had filler, after filler, from filler"),
        "money": phrases("price, prices, cost, costs, that price, pill, pride, bill"),
        "weather": phrases("outside, weather, shower, water, room"),
    }
)
