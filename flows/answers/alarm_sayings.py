"""English sayings that only sound like an alarm, and words that are known by all but one letter."""

from __future__ import annotations

from typing import Final

from flows.answers.combining import combined
from flows.answers.wording import phrases

_AT_THE_PRICE: Final = combined(
    "fainted, passed out, died, had a heart attack, collapsed, choked, fell over, gonna faint, going to faint",
    "when i saw, when i heard, at, over, from, when they told me, seeing, after seeing",
    "-, the, your, that, those, these, my",
    "price, prices, bill, total, cost, quote, price tag, price list",
)
_OF_LOOKS: Final = combined(
    "end it with, end things with, end it all with, ending it with, ending things with",
    "the, my, these, this, those, all these",
    """
    wrinkles, lines, scars, scarring, acne, pimples, spots, dark spots, melasma, pores, breakouts, zits, blackheads,
    acne scars, fine lines, texture, skin care routine, redness, boyfriend, gym
    """,
)
_OF_THE_SEASON: Final = combined(
    "swollen eyes, puffy eyes, eyes swell, eyes swell up, eyes get swollen, eyes are swollen, eyes puff up,"
    " swollen face",
    "every, each, in the, during, in, from",
    "spring, season, fall, year, allergy season, summer, pollen season, pollen, seasonal allergies, hay fever",
)

IDIOMS: Final = (
    _AT_THE_PRICE
    | _OF_LOOKS
    | _OF_THE_SEASON
    | combined("so excited, laughing so hard, laughed so hard, so happy", "i, that i", "cant, cannot", "breathe")
    | combined("breathe, breath, breathing", "through, thru, out of", "my, the, one", "nose, nostril")
    | phrases(
        """
    killing me, killin me, kills me, dying to, dying for, to die for, die for, die laughing, kill for, killing it,
    killed it, killer, dead skin, dead cells, dead sea, drop dead, dead tired, die of embarrassment, die of
    embarassment, die of laughter, die of laughing, die of shame, die of boredom, die of happiness, die from
    laughing, die from embarrassment, die from embarassment, cabin fever, fainting goats, out of time, out of
    pocket, short of money, out of town, run out of, suicide squad, suicide doors, oozes confidence, oozing
    confidence, hate my life lol, point of view, no point in lying, quality of life, life insurance, nightlife, life
    changing, love life, life hack, real life, night fever, dance fever, bieber fever, breath mint, air
    conditioning, air conditioner, fresh air, hot air, air fryer, cold sore blister, cold sore blisters, phone is
    dying, battery dying, phone dying, battery is dying, breathing exercises, feel like dying my hair, dead end,
    dead line, dead serious, hay fever, hayfever, fever blister, fever blisters, baby fever, spring fever, fever
    dream, fever dreams, disco fever, scarlet fever, rheumatic fever, dengue fever, yellow fever, wedding fever,
    blister pack, blister packs, take my breath away, takes my breath away, took my breath away, taking my breath
    away, hold my breath, holding my breath, breath of fresh air, catch a breath between, bad breath, hurt myself
    laughing, weeping willow, heart attack when i saw, heart attack when i see, passed out asleep, passed out
    flyers, passing out flyers, passing out candy, passed out candy, passed out on the couch, chest acne, chest of
    drawers, treasure chest, spread the word, spreading the word, red light, red carpet, red wine, red cross, red
    bull, puss in boots, puss moth, end of life care, kill time, killing time, choked up, choking hazard, choking on
    the price, choking on these prices, swollen ego, face value, blood sugar, blood pressure, blood work, blood
    test, blood type, blood thinner, blood thinners, blood mask, sinus infection, yeast infection, ear infection,
    bladder infection, urinary infection, tooth infection, fear of needles, eye bags, under eyes, under eye, face
    wash, face mask, face cream, face lift, vampire facial, die hard, tight budget, tight schedule, chills with
    netflix, netflix and chills, gives me chills, end it there, fire red, cut myself some slack, cut myself off,
    hurt myself financially, red light therapy, hot yoga, hot tub, hot shower, black friday,
    seasonal allergies and swollen eyes
    """
    )
)
"""Said in jest, or of something else: taken out before anything is looked for."""

MISSPELT_LONG: Final = phrases(
    """
    breathing, swelling, swollen, bleeding, blisters, blistering, fainting, fainted, suicidal, suicide, spreading,
    infected, infection, redness, anaphylaxis, anaphylactic, ambulance, wheezing, swallow, swallowing, unconscious,
    unbearable, tightness, pressure, feverish, breathe, stopped, difficulty, blacked, ballooning, discharge,
    temperature, trouble
    """
)
"""Words long enough to be known by all but one letter."""

ORDINARY: Final = phrases(
    """
    spelling, dwelling, smelling, shelling, selling, breeding, blending, bleaching, painting, painted, injected,
    inflected, injection, inflection, lightness, shallow, stropped, chopped, topped, stepped, breather, breathed,
    trebling, wallowing, swallows, infested, blackened, dryness, readiness, swilling, stopper, seeding, feeding,
    pleading, leading, heeding, blinding, treading, reading, spending, invested, affected, infecting
    """
)
"""Ordinary words that come within a letter of one of them."""
