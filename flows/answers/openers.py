"""How questions begin in English, typed in haste as well; and what begins alike and asks nothing."""

from __future__ import annotations

import re
from typing import Final

from flows.answers.wording import vocabulary

SHORTHAND: Final = vocabulary(
    """
    u=you ur=your r=are wat=what wut=what wht=what wats=whats hw=how hows=how wen=when dose=does dos=does duz=does
    doez=does b4=before appt=appointment appts=appointments apt=appointment appointmnt=appointment mny=many mch=much
    cn=can hert=hurt hrt=hurt shud=should shld=should cud=could wud=would wuld=would pls=please plz=please
    tx=treatment yall=you ya=you wks=weeks wk=week hrs=hours gona=going wher=where wanna=want sunscren=sunscreen
    yrs=years thru=through bk=book bok=book coast=cost prise=price pric=price prize=price muhc=much muc=much
    howmuch=how_much sesions=sessions sesion=session seshes=sessions sessons=sessions gunna=going teh=the til=until
    till=until gotta=have hafta=have
    """
)
"""Short spellings, and the words meant."""

NAMES: Final = vocabulary(
    """
    microneedling downtime aftercare sessions session treatment treatments appointment appointments exercise
    exercising workout recovery recover healing makeup sunscreen expensive insurance retinol retinoid retinoids
    tretinoin exfoliate exfoliating exfoliation results schedule reschedule available painful numbing wrinkles
    texture pregnant breastfeeding breastfeed licensed certified permanent discount package packages payment
    payments moisturizer swelling bruising bleeding before foundation diabetes accutane medication medications
    difference apart explain address location cost price prices hurts swimming running sauna collagen needles charge
    """
)
"""Words that are known by all but one letter as well."""

ORDINARY: Final = vocabulary(
    """
    hours house prices pricey heating hearing dealing leading session mission sectors results result resulting
    patient packaged packing payments changes change charged charges running ruining swimsuit recovered cost coast
    costs most host lost sure apart part party sauna hurts hunts feeling feelings feel peeling address explained
    schedule scheduled before priced price pride needless needed beading breeding blending licence license bleaching
    reading pleading
    """
)
"""Ordinary words a letter away from one of them."""

_LEADS: Final = (
    r"(?:hi|hello|hey|hola|ok|okay|so|and|but|also|um|uh|umm|wait|sorry|oh|well|then|lol|haha|quick question|"
    r"question|one question|just wondering|i was wondering|im wondering|was wondering|wondering|just curious|"
    r"im curious|curious|can you tell me|could you tell me|can you please tell me|could you please tell me|tell me|"
    r"please tell me|would you tell me|please|i wonder|i want to know|i would like to know|id like to know|"
    r"i wanted to ask|i wanted to know|i need to know|may i ask|rough idea of|ballpark|an idea of|can i ask|"
    r"let me ask|do you know|any idea|good morning|good afternoon|good evening|yes|no|yeah|yep|nope|nah|thanks|"
    r"thank you|no idea|by the way|btw|dear|maam|there|everyone|again|actually|honestly|before i (?:go on|continue|"
    r"answer)|also just)"
)
START: Final = re.compile(
    rf"^(?:{_LEADS} )*?(?P<asks>"
    r"(?:how|what|whats|when|whens|where|wheres|why|who|whos|which|does|do|did|can|could|will|would|is|are|(?:they|"
    r"you|it|this) .{1,120}\b(?:right|or no|or nah|or not)$|am|should|may|has|have you|have any|if i|tell me about|"
    r"explain|any|anything|price|prices|cost|costs|ok to|okay to|safe to|alright to|fine to|cost of|the price|"
    r"the cost|info on|about the|curious about|question about|wondering about|wondering if|need to know|"
    r"need (?:the )?(?:price|info|address|number|cost)|id like to know|i would like to know|i want to know|"
    r"want to know|(?:i )?(?:want|need|would like|d like|wanna)(?: to)? (?:book|schedule|make an? appointment|"
    r"an appointment))\b)"
)
MIDDLE: Final = re.compile(
    r"(?<!know )(?<!sure )(?<!remember )(?<!idk )(?<!depends on )(?<!depends )(?<!recall )(?<!forgot )(?<!forget "
    r")(?<!thats )(?<!clue )(?<!idea )(?<!matter )(?<!except )(?<!only )(?<!of )(?<!see )\b(?P<asks>how (?:long|"
    r"much|many|often|soon|far|do|does|is|are|bad|painful|deep|will|should|can)\b|what (?:is|are|do|does|should|"
    r"will|can|about|happens|kind|time|if)\b|whats\b|when (?:can|should|do|does|will|could|would|is)\b|can (?:i|you|"
    r"u|we|she|he|it|men|my|they)\b|could (?:i|you|we)\b|is (?:it|there|that|this)\b|do (?:i|you|they|we)\b|"
    r"does (?:it|this|that|the)\b|will (?:it|i|my|they|this)\b|would (?:it|that|you)\b|should i\b|am i\b|are (?:you|"
    r"there|they)\b|where (?:are|is|do|can)\b|who (?:does|do|will|is|am)\b|why (?:is|do|cant|can|no|not)\b|"
    r"tell me about\b|wondering (?:if|about|how|what)\b|want to know\b|like to know\b|any (?:deals|discounts|"
    r"downtime|specials|side effects|pain)\b)"
)
NO_OPENERS: Final = re.compile(
    r"(?:do not|cost me|costs me|ok(?:ay)? to (?:me|that|this)\b|how about (?:no|yes|i)|(?:do|does) (?:on|in|at|"
    r"every)\b|can not|will not|when im|who knows|who cares|may \d|is fine|is ok$|is okay$|any time|any day|"
    r"anything is|any (?:mor|even|after|week|sat|sun|mon|tue|wed|thu|fri)\w*|anything works|will do|do it|can do|"
    r"(?:will|should|can|could|would|may|might) (?:be|call|call|go|try|have|let|not|send|come|get|use|take|check|"
    r"stop|say|also|just|probably|definitely|start|need)\b|(?:do|does|did|has|have) (?:not|use|have|had|take|been|"
    r"apply|get|never)\b|is (?:a|an|for|from|called|not|just|very|the one|mine|okay|ok|good)\b(?!.*\b(?:needed|"
    r"required|included|ok|okay|safe|bad|possible|necessary)\b)|how (?:it|this) (?:started|happened|was|went|is|"
    r"began)|which is|whats left|did (?:it|that|this|one|two|some|a)\b|how (?:often|much|many|long) (?:i|we)\b|"
    r"the (?:price|cost) (?:was|went|is too|doesnt)|whats (?:it|its) called|what is it called|what its called|"
    r"is what|prices? (?:doesnt|dont|is|isnt|does not|was)|have any of|has been|what ever|how ever|(?:how|what|"
    r"where|why|which|who) (?:i|we|she|he|they|my)(?! (?:do|get|make|book|pay|schedule|can book)\b)\b|"
    r"if i (?:remember|recall|had|am not)|(?:when|where) (?!(?:can|could|do|does|did|will|would|should|is|are|am|"
    r"may|might|was|were|you|to|next|exactly)\b))"
)
"""The beginnings that answer: "when i was 16", "which is fine", "do not know"."""

SURE: Final = re.compile(r"\w+ \w+ \w+")
"""In English an opener that goes on asks, whatever it is about."""
ALONE: Final = vocabulary("")
JOINS: Final = vocabulary("and also or plus but so then")
ASKING_OF: Final = vocabulary("you your need know they it there would should can is are does will")
"""A sentence without an opener, but with a question mark, asks when it holds one of these."""
