"""Which English questions the clinic's text answers: what they must say, and what they may."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from flows.answers.wording import vocabulary


@dataclass(frozen=True, slots=True)
class Cover:
    """A question is covered when it has what `needs` tells, nothing that `never` tells, and only known `words`."""

    needs: str
    words: frozenset[str]
    never: str = ""


COMMON: Final = vocabulary(
    """
    the lot supposed all anyway a an it this that these is are am be do does did i im me my we you your they to of
    for in on at and if so ok okay please thanks thank hi hello hey sorry can could would will should may might how
    what whats when which there about just also actually really exactly usually normally typically have has had need
    want know tell get got going like one treatment treatments procedure microneedling skinpen skinpens skin pen
    micro needling session sessions visit visits appointment appointments any anything some then with but quick
    question um well its thing things deal guys guy kind lol maam dear everyone whole thats u by way btw curious
    wondering think girl even someone looking
    """
)
"""Words that any question may hold without being about something else."""

_RETINOIDS: Final = (
    r"retinol\w*|retinoids?|retinal|retin|tret|tretinoin|adapalene|tazarotene|exfoliat\w*|exfoliants?|scrubs?|acids?|"
    r"glycolic|salicylic|lactic|aha|bha"
)

COVERS: Final[Mapping[str, Cover]] = MappingProxyType(
    {
        "bot": Cover(
            r"\w",
            vocabulary(
                """
                bot robot real person human ai machine computer automated automatic talking texting chatting
                speaking who live actual chatbot someone somebody here even chat or talk speak am chatgpt now
                """
            ),
            r"safe|work|treatment|for$",
        ),
        "how_it_works": Cover(
            r"how (?:\w+ ){1,5}works?\b|how it works|what (?:\w+ )?(?:is|are) (?:\w+ ){0,2}(?:microneedling|"
            r"micro needling|skin ?pen)|what is (?:\w+ ){0,3}microneedling|whats (?:\w+ ){0,2}(?:microneedling|"
            r"micro needling|skin ?pen)|explain|(?:do|does) to (?:my|your|the) (?:skin|face)",
            vocabulary(
                """
                work works explain like 5 called needles needle face process new never heard basically or sort
                """
            ),
            r"how (?:long|soon|fast|well|often)|session|appointment",
        ),
        "what_it_treats": Cover(
            r"what (?:\w+ ){1,4}(?:treat|treats|used|good|help|helps|for|do)\b|whats (?:\w+ ){0,2}for\b|"
            r"(?:acne scars?|scars from acne|neck wrinkles?|neck lines?|wrinkles on (?:my|the) neck|lines on (?:my|"
            r"the) neck|pores?|texture|uneven (?:skin )?tone|dark marks?|dark spots?|hyperpigmentation|"
            r"discoloration)",
            vocabulary(
                """
                treat treats help helps good used use work works improve improves fix do acne scars scar scarring
                from neck wrinkles wrinkle lines line pores pore texture uneven tone dark marks mark spots spot
                hyperpigmentation discoloration or big large benefits old
                """
            ),
            r"session|appointment|\bhow\b|\bscar(?:s|"
            r"ring)?\b(?<!acne scar)(?<!acne scars)(?<!acne scarring)(?! from acne)",
        ),
        "downtime": Cover(
            r"down ?time|recovery",
            vocabulary("down time downtime recovery much long period after afterwards"),
            r"before",
        ),
        "aftercare": Cover(
            r"after ?care|take care of (?:\w+ ){1,3}after\w*|care for (?:\w+ ){1,3}after\w*|"
            r"what (?:\w+ ){1,4}(?:do|avoid) (?:right )?after\w*|avoid after\w*|avoid doing after\w*|skin ?fuse",
            vocabulary(
                """
                after afterwards afterward aftercare care take avoid face not doing right skinfuse fuse instructions
                rules gel home look routine cant must
                """
            ),
        ),
        "exercise": Cover(
            r"exercis\w*|work ?outs?\b|working out|gym|\brun\b|running|jog\w*|lift\w*|weights|cardio|train",
            vocabulary(
                """
                work out working workout workouts hit exercise exercising gym run running jog jogging lift lifting
                weights cardio train training after afterwards go back again day days next long wait until hours no
                not following same hard strenuous intense heavy till before starting start soon right later weight
                every allowed
                """
            ),
            r"before (?!starting|i (?:can )?(?:exercise|work|go|run|train|lift))|starting sessions?|why",
        ),
        "sun": Cover(
            r"\bsun\b|sunlight|sunshine|sun exposure",
            vocabulary(
                """
                beforehand sun sunlight sunshine exposure avoid stay keep out go back again day days next after
                afterwards before wait week hours no not long time sit lay lie from until till following same soon
                right prior off much many allowed ahead
                """
            ),
            r"why|not avoid|how much",
        ),
        "retinoids": Cover(
            rf"(?:{_RETINOIDS})|what (?:\w+ ){{1,5}}(?:stop|avoid) (?:\w+ ){{0,3}}(?:before|prior|ahead)|"
            r"(?:stop|avoid|stay away) (?:\w+ ){1,5}before|how (?:\w+ ){1,3}prepare|"
            r"what (?:\w+ ){1,4}(?:not (?:use|do)) before",
            vocabulary(
                """
                by beforehand retinol retinols retinoid retinoids retinal retin tret tretinoin adapalene tazarotene
                exfoliate exfoliating exfoliants exfoliant exfoliator exfoliation scrub scrubs acid acids glycolic
                salicylic lactic aha bha stop stopping using use used avoid keep still continue quit before prior
                ahead days day many long wait prepare products product cream creams serum skincare care routine a in
                not off 5 five more or no must come coming far advance much time week weeks away stay
                """
            ),
            r"after|again|restart|resume|(?:start|go) back|why|count|how come|how many (?:sessions|visits)|"
            r"(?:retin|tret|tretinoin|adapalene|tazarotene|retinols?) (?:a )?(?:before|and) (?:bed|night)",
        ),
        "sessions": Cover(
            r"how many (?:sessions?|treatments?|visits?|times|appointments?|rounds?|(?:do|will|would|should) (?:i|"
            r"you) (?:\w+ )?(?:need|do|have|get))|(?:one|1|single|once) (?:session |treatment |visit |"
            r"time )?(?:be )?enough|more than (?:one|1|once)|(?:sessions|treatments) (?:do|will|would) i need|"
            r"number of",
            vocabulary(
                """
                many enough more than once times time come total takes take 1 series needed rounds round single
                number for acne scars all it usual in typical recommended recommend people most
                """
            ),
            r"left|so far|a (?:day|week)|per|price|have i (?:had|done)|did i|had\b",
        ),
        "spacing": Cover(
            r"apart|between|how often|spaced|every how many",
            vocabulary(
                """
                apart between far long weeks wait each often come every time space spaced another next them days
                many in much spacing two
                """
            ),
            r"before|left|how often (?:do|does|is) (?:you|it|they) (?!be|have)|months|difference",
        ),
        "results": Cover(
            r"(?:add|adds|build|builds|adding|building) up|cumulative|accumulate",
            vocabulary(
                """
                results result add adds build builds up cumulative accumulate over time each adding building on
                """
            ),
        ),
        "booking": Cover(
            r"(?:book|contact|schedule|make (?:an |a )?appointments?|call|number|set (?:up|it up)|sign up|reserve|"
            r"phone)",
            vocabulary(
                """
                contact book schedule make appointment call number set up sign reserve phone who where online an
                booking scheduling first new go through here
                """
            ),
            r"how many|number of|how long|how soon|insurance|is (?:my|the) (?:appointment|visit)",
        ),
    }
)
"""By topic."""
