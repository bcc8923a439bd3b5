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
    the lot supposed all anyway a an it this that these is are am be do does did i im me my we you your to of for in
    on at and if so ok okay please thanks thank hi hello hey sorry can could would will should may might how what
    whats when there about just also actually really exactly usually normally typically have has had need want know
    tell got going like one treatment treatments procedure microneedling skinpen skinpens skin pen micro needling
    session sessions visit visits appointment appointments any anything some then with but um well its stuff thing
    guys guy kind lol maam dear everyone whole thats u by btw curious wondering think girl even someone looking
    """
)
"""Words that any question may hold without being about something else."""

_RETINOIDS: Final = (
    r"(?:retinol\w*|retinoids?|retinal|retin|tret|tretinoin|adapalene|tazarotene|exfoliat\w*|exfoliants?|scrubs?|"
    r"acids?|glycolic|salicylic|lactic|aha|bha)\b"
)
_PEN: Final = (
    r"(?:(?:a|the|this|exactly|even|it|actually|really|called|like) )*(?:microneedling|micro needling|skin ?pen)"
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
            r"safe|work|treatment|for$|it real",
        ),
        "how_it_works": Cover(
            r"how (?!do (?:you|i|we)\b)(?:\w+ ){1,5}works?\b|how it works|"
            rf"what(?:s| is| are| even is) {_PEN}|"
            r"explain (?:\w+ ){0,3}(?:microneedling|how|the treatment|the pen|it)|(?:do|does) to (?:my|your|"
            r"the) (?:skin|face)",
            vocabulary("work works explain like 5 called needles needle face process never heard basically or sort"),
            r"how (?:long|soon|fast|well|often)|session|appointment|visit",
        ),
        "what_it_treats": Cover(
            r"what (?:\w+ ){1,4}(?:treat|treats|used|good|help|helps|for)\b|whats (?:\w+ ){0,2}for\b|what (?:does|"
            r"can) (?:it|this|that|microneedling|skinpen|the treatment) (?:do|help)\b|(?:help|helps|treat|treats|"
            r"work|works|improve|improves|good|used|fix|do|about|for|on) (?:\w+ ){0,3}(?:acne scars?|"
            r"scars from acne|neck wrinkles?|neck lines?|pores?|texture|uneven (?:skin )?tone|dark marks?|"
            r"dark spots?|hyperpigmentation|discoloration|wrinkles on (?:my|the) neck|lines on (?:my|the) neck)",
            vocabulary(
                """
                treat treats help helps good used use work works improve improves fix do acne scars scar scarring
                from neck wrinkles wrinkle lines line pores pore texture uneven tone dark marks mark spots spot
                hyperpigmentation discoloration or big large benefits old problems conditions issues
                """
            ),
            r"session|appointment|visit|how\b|have\b|got\b|from (?!acne)|acne(?! scar)|(?<!acne )scar(?:s|"
            r"ring)?\b(?! from acne)",
        ),
        "downtime": Cover(
            r"(?:is|any|what|whats|how|the|there|much|kind of|like|of|hows) (?:\w+ ){0,4}(?:down ?time|recovery)|"
            r"^down ?time",
            vocabulary("down time downtime recovery much long period after afterwards hows"),
            r"before|you have|(?:is|are) there (?:a )?recovery$",
        ),
        "aftercare": Cover(
            r"after ?care|(?:take care of|care for) (?:\w+ ){1,3}after\w*|"
            r"what (?:\w+ ){1,4}(?:do|avoid) (?:right )?after\w*|avoid (?:doing )?after\w*|skin ?fuse",
            vocabulary(
                """
                after afterwards afterward aftercare care take avoid face not doing right skinfuse fuse instructions
                rules gel home look routine cant must hows
                """
            ),
            r"after (?:this|that)$|do you (?!have to|do)|you do\b(?! after)",
        ),
        "exercise": Cover(
            r"exercis\w*|work ?outs?\b|working out|gym|running|jogging|lifting|weights|cardio|"
            r"i (?:\w+ ){0,3}(?:run|jog|lift)\b|to (?:run|jog|lift)\b",
            vocabulary(
                """
                work out working workout workouts hit exercise exercising gym run running jog jogging lift lifting
                weights cardio after afterwards go back again day days next long wait until hours no not following
                same many hard train strenuous intense heavy till before starting start soon right later weight
                every allowed for
                """
            ),
            r"before (?!starting|i (?:can )?(?:exercise|work|go|run|lift))|do you|(?:is|are) there|have a\b|"
            r"(?:how|is) the\b|how long (?:do|should|can|must) i (?:run|exercise|work|jog|lift)|how (?:do|should) i",
        ),
        "sun": Cover(
            r"(?:before|beforehand|after|afterwards|avoid|stay|keep|out|in|go|back|no|about|until|till|without|"
            r"from) (?:\w+ ){0,4}(?:sun|sunlight|sunshine)\b|(?:sun|sunlight|sunshine|"
            r"exposure) (?:\w+ ){0,4}(?:before|beforehand|after|afterwards)\b",
            vocabulary(
                """
                hide beforehand sun sunlight sunshine exposure avoid stay keep out go back again day days next after
                afterwards before wait week hours no not long time sit lay lie from until following same soon right
                prior off much many allowed ahead till
                """
            ),
            r"not avoid|how much is|do you (?!have to)|(?:is|are) there|there sun",
        ),
        "retinoids": Cover(
            r"(?=.*\b(?:stop|stopping|use|using|keep|continue|avoid|quit|before|beforehand|off|prior|wait|can i)\b)"
            rf".*\b{_RETINOIDS}|"
            r"(?:stop|avoid|stay away) (?:\w+ ){0,5}(?:before|prior|ahead|beforehand)|how (?:\w+ ){1,3}prepare|"
            r"what (?:\w+ ){1,4}not (?:use|do) before",
            vocabulary(
                """
                by beforehand retinol retinols retinoid retinoids retinal retin tret tretinoin adapalene tazarotene
                exfoliate exfoliating exfoliants exfoliant exfoliator exfoliation scrub scrubs acid acids glycolic
                salicylic lactic aha bha stop stopping using use used avoid keep still continue quit before prior
                ahead days day many long wait prepare products product cream creams serum skincare care routine not
                off 5 five more or no must come coming far advance weeks away stay
                """
            ),
            rf"after|again|restart|resume|(?:start|go) back|what (?:\w+ )?{_RETINOIDS}|whats? (?:is |are )?(?:a |"
            rf"an |the )?{_RETINOIDS}|"
            r"(?:what|how) (?:\w+ ){0,2}(?:should|do|can|would|must) (?:i|we) (?:use|exfoliate)|how to use|do you|"
            r"you (?:use|have)|with\b|need to use|have to use|should i (?:use|exfoliate|start|be)|i (?:got|"
            r"have) (?!to)|(?:is|are) there (?!any)|how many (?:sessions|visits)|before bed|how often|"
            r"how long (?:do|can|should) i use",
        ),
        "sessions": Cover(
            r"how many (?:\w+ ){0,2}(?:sessions?|treatments?|visits?|times|appointments?|rounds?)|how many (?:do|"
            r"will|would|should) i (?:\w+ )?need|(?:one|1|single|once) (?:session |treatment |visit |"
            r"time )?(?:be )?enough|(?:need|takes?) (?:\w+ )?more than (?:one|1|once)|(?:sessions|"
            r"treatments) (?:do|will|would) i need|number of (?:sessions|treatments|visits)",
            vocabulary(
                """
                many enough more than once times time come total takes take 1 series needed rounds round single
                number acne scars usual typical recommended recommend people most they
                """
            ),
            r"left|so far|(?<!be )a (?:day|week|time)|per\b|price|have (?:i|you) |did (?:i|you)|had\b|you have|"
            r"do you (?:do|see)$",
        ),
        "spacing": Cover(
            r"apart|(?:how|weeks|days|wait|long|far|often) (?:\w+ ){0,5}between|time between|how often|spaced|"
            r"every how many",
            vocabulary(
                """
                apart between far long weeks wait each often come every time space spaced another next them days
                many much spacing two they
                """
            ),
            r"before|left|are you|do (?:\w+ )?between|months|difference|how often (?:do|does|is|are|did|"
            r"have) (?:you|it|they) (?!be\b|have\b|need)",
        ),
        "results": Cover(
            r"(?:add|adds|build|builds|adding|building) up|cumulative|accumulate",
            vocabulary(
                """
                results result add adds build builds up cumulative accumulate over time each adding building they
                """
            ),
        ),
        "booking": Cover(
            r"(?:how|where|can|could|may|who|to) (?:\w+ ){0,6}(?:book|booking|schedule|make (?:an |a )?appointments?|"
            r"set (?:\w+ )?up|sign up|reserve)\b|(?:what|whats) (?:\w+ ){0,4}(?:number|phone)\b|"
            r"who (?:\w+ ){0,3}(?:i|to) (?:call|contact)|number (?:\w+ )?to (?:call|book)|how (?:\w+ ){0,3}i call",
            vocabulary(
                """
                now contact book schedule make appointment call number set up sign reserve phone who where online
                booking scheduling first go through here
                """
            ),
            r"how many|number of|how long|how soon|insurance|my (?:phone|number)|me\b(?! (?:know|the number|how))|"
            r"you call|will call|for$|number is|have (?:my|a|an)\b|if i|(?:this|that) number|how (?:do|did) you",
        ),
    }
)
"""By topic."""
