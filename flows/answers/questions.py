"""Questions that clients ask in the middle of the form: whether a text is one, and what about."""

from __future__ import annotations

import re
from typing import Final

from flows.answers.wording import is_asking, plain, words

OTHER: Final = "other"
_OPENERS: Final = re.compile(
    r"^(?:(?:hi|hello|hey|ok|okay|so|and|but|also|um|wait|sorry|quick question|question|just wondering|i was "
    r"wondering|wondering|can you tell me|could you tell me|tell me|please tell me|"
    r"i wonder|i want to know|i wanted to ask|may i ask|can i ask) )*"
    r"(?:how|what|whats|when|whens|where|wheres|why|who|whos|which|does|do|did|can|could|will|would|is|are|"
    r"am|should|may|has|have you|if i|tell me about)\b"
)
_NOT_OPENERS: Final = re.compile(
    r"^(?:do not|can not|will not|when i was|when i am|when im|what i use|which is|who knows|may \d|is fine|"
    r"is ok|will do|do it|can do)\b|"
    r"^(?:when|where) (?!(?:can|could|do|does|did|will|would|should|is|are|am|may|might|was|were|u|to|next|exactly)\b)"
)
_A_THING: Final = re.compile(r"^(?:my|the|a|an|some|this|that|just|maybe|probably)\b")
THINGS: Final = frozenset({OTHER, "retinoids"})
"""Topics that a name of a product may sound like."""

TOPICS: Final[tuple[tuple[str, str], ...]] = (
    (
        "bot",
        r"(?:you|this|it|u) (?:a |an |even |really |actually |just )*(?:bot|robot|chatbot|real|real person|human|"
        r"person|ai|machine|computer|automated)|"
        r"who (?:is this|is it|am i|are you|r u|made you)(?= talking| speaking| chatting|$)|"
        r"(?:talk|speak|chat|text)ing (?:to|with) (?:a |an )*(?:real )?(?:bot|robot|person|human|someone|machine|ai)|"
        r"^(?:\w+ )?what(?:s| is| are) (?:this|you|this about|this chat|this thing)(?: (?!for\b)\w+)?$",
    ),
    (
        "how_it_works",
        r"how (?:does|do) (?:it|this|that|microneedling|skin ?pen|the (?:treatment|needles|pen))(?: \w+)? work\w*",
    ),
    ("fda", r"fda|approved|cleared by"),
    (
        "price",
        r"price\w*|pricing|prices|cost\w*|how much (?!sun|time|down)|how much$|expensive|cheap\w*|fees?|charge\w*|"
        r"discount\w*|package\w*|financ\w*|insurance|pay|payment\w*|refund\w*|deposit|dollars|afford|deal|"
        r"special",
    ),
    (
        "medical",
        r"pregnan\w*|nursing|breast ?feed\w*|accutane|acutane|isotretinoin|roaccutane|absorica|claravis|"
        r"diabet\w*|blood thinn?er\w*|cold ?sores?|herpes|keloid\w*|eczema|psoriasis|rosacea|lupus|"
        r"autoimmune|"
        r"medicine\w*|medication\w*|meds|pills?|antibiotic\w*|botox|filler\w*|active acne|infection\w*|"
        r"allerg\w*|cancer|chemo|heart|condition|vitiligo|tattoo|microblading|side effects?|risks?|safe|"
        r"dangerous|melasma|faint|numb allergy|steroid\w*|hiv|prp|exosomes?",
    ),
    (
        "skin_tone",
        r"dark(?:er)? skin\w*|black skin|brown skin|skin of color|skin type|fitzpatrick|deep(?:er)? skin|my "
        r"complexion|african american|asian skin|hispanic|olive skin|light skin|skin color|skin tone type",
    ),
    ("make_up", r"make ?up|foundation|concealer|mascara|cosmetics?|lipstick|lashes"),
    ("pain", r"hurt\w*|pain\w*|numb\w*|anesthe\w*|sting\w*|ouch|uncomfortable|lidocaine|needles? (?:feel|scary)"),
    (
        "exercise",
        r"exercise\w*|work ?out\w*|working out|gym|run|running|sweat\w*|yoga|swim\w*|sauna|pool|sports?|hot "
        r"tub|jog\w*|pilates|steam room",
    ),
    ("sun", r"sun|suns|sunscreen|spf|tan|tanning|beach|sunlight|outdoors|outside|vacation|uv"),
    (
        "retinoids",
        r"retin\w*|tret\w*|adapalene|differin|exfoliat\w*|acids?|aha|bha|glycolic|salicylic|what (?:should|"
        r"do) i stop|stop (?:using|before)|avoid before|skincare|skin care|scrub\w*|peel pads|vitamin c|"
        r"before (?:the|my) (?:visit|treatment|appointment|session)|prepare|prep",
    ),
    (
        "spacing",
        r"apart|how often|between (?:sessions|treatments|visits|them|each)|weeks between|frequen\w*|how soon "
        r"(?:can|after).* (?:again|next)|next session|spacing",
    ),
    (
        "sessions",
        r"how many|sessions?|number of (?:treatments|visits)|series|one treatment enough|treatments (?:do|"
        r"will|would) i need|one enough",
    ),
    (
        "results",
        r"results?|see (?:a )?(?:difference|change|improvement)|how long (?:does|do|will) (?:it|they|the "
        r"results) last|permanent\w*|last|work for|does (?:it|this) (?:really |actually )?work|effective|"
        r"before and after|improve\w*|worth it|maintenance",
    ),
    (
        "downtime",
        r"down ?time|recover\w*|heal\w*|red (?:after|for)|redness|look (?:like )?after|swell\w*|peeling|how "
        r"long (?:will|does) (?:my|the|it) .*|days off|go (?:back )?to work|bleed\w*|bruis\w*|scab\w*",
    ),
    (
        "aftercare",
        r"after ?care|afterwards?|after (?:the|my|a) (?:treatment|visit|session|appointment)|skin ?fuse|wash "
        r"my face|moisturi[sz]\w*|what to do after|take care|post (?:treatment|care)|after (?:it|"
        r"microneedling|skinpen)|shower|sleep",
    ),
    (
        "booking",
        r"book\w*|appointment\w*|schedul\w*|available|availability|hours|open|address|located|location|where "
        r"are you|where is|phone|number to call|call you|reschedul\w*|cancel\w*|come in|how long (?:is|does) "
        r"(?:a|the|an) (?:visit|session|appointment|treatment)|walk ?ins?",
    ),
    (
        "who_does_it",
        r"who (?:does|do|will|performs|is|gives|would|am)|whos|licens\w*|certified|qualified|experience\w*|"
        r"nurse|doctor|esthetician|aesthetician|provider|technician",
    ),
    (
        "what_it_treats",
        r"treat\w*|help with|good for|scars?|wrinkles?|pores?|dark spots?|stretch ?marks?|fine lines|texture|"
        r"hyperpigmentation|hair loss|under ?eyes?|pigment\w*|neck|used for|benefits?|body|what does it do|"
        r"what (?:is|s) (?:it|this) for|whats this for",
    ),
    (
        "how_it_works",
        r"how (?:does|do|is) (?:it|this|microneedling|skinpen|skin pen|the treatment)(?: \w+)? ?(?:work\w*|"
        r"done)?|what is (?:it|this|microneedling|skin ?pen|micro needling)|whats (?:it|microneedling|"
        r"skinpen|micro needling)|how (?:deep|it works)|collagen|works?|"
        r"microneedling|skinpen|inflammation|proliferation|remodeling|needles?|machine|device|laser",
    ),
)
"""A topic and the words that tell it, the more particular topics first."""


def topic(text: str) -> str | None:
    """What a text asks about; None when it is no question, or only a name with a question mark."""
    told = plain(text)
    if not _asks(text):
        return None
    name = next((name for name, pattern in TOPICS if re.search(rf"\b(?:{pattern})(?:\b|$)", told)), OTHER)
    return None if _names_a_thing(told, name) else name


def _names_a_thing(told: str, name: str) -> bool:
    """Whether it is an answer with a question mark: "my Curology cream?"."""
    return _A_THING.search(told) is not None and (name in THINGS or (name == "medical" and told.startswith("my ")))


def opens_a_question(text: str) -> bool:
    """Whether a text begins as questions do and goes on."""
    told = plain(text)
    return _OPENERS.match(told) is not None and not _NOT_OPENERS.match(told) and len(words(text)) >= 2


def _asks(text: str) -> bool:
    count = len(words(text))
    return (opens_a_question(text) and (count >= 3 or is_asking(text))) or (is_asking(text) and count >= 3)
