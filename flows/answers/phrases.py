"""Whole answers in their plain spelling: what people type for yes, no, not sure, none, all. One table per meaning.

A language is added by adding its phrases; a text counts only when it is one of these from end to end.
"""

from __future__ import annotations

from typing import Final

from flows.answers.spanish import phrases as spanish
from flows.answers.wording import phrases

ENGLISH_YES: Final = phrases(
    """
    yes, y, ye, yea, yeah, yeh, yea i do, yeah i do, yep, yup, yess, yesss, yas, ya, yah, yuh, uh huh, mhm, mm hmm,
    sure, sure do, ok, okay, k, kk, correct, true, affirmative, absolutely, definitely, of course, certainly, i do,
    i did, i am, i have, i have been, yes i do, yes i did, yes i am, yes i have, yes please, yes maam, yes sir, yes
    yes, yes thanks, yes to all, some, all of them, yse, yis, ys, yeas, yea yea, yeah yeah, yeap, yupp, yuppers,
    yessir, yezzir, yesm, ya i do, ofc, of course i do, duh, duh yes, duh obviously, obviously, obvi, totally, for
    sure, fasho, fo sho, bet, you bet, you betcha, indeed, guilty, guilty as charged, sure am, i sure do, hell yeah,
    heck yeah, hell yes, heck yes, oh yeah, oh yes, yes queen, i have used, i use it, i use some, i use them, i do
    use it, i do use some, yes i use it, yes i use some, slightly, very much so, very much, yes very, a few, yes a
    few, quite a few, yes some, a bit, yes a bit, a lot, yes a lot, absolutely yes, yes definitely, definitely yes,
    yes absolutely, yes of course, i did yes, i do yes, i am yes, i have yes, 100, mhmm, mmhmm, mmhm, mm hm, uhuh
    yes, 10 4, roger, aye, oui
    """
)
YES: Final = spanish.YES | ENGLISH_YES

RIGHT: Final = spanish.RIGHT | phrases(
    """
    right, thats right, that is right, yes right, yes thats right, yep thats right, yeah thats right, yup thats right,
    thats correct, that is correct, yes correct, yes thats correct, yep thats correct, yeah thats correct, yep correct,
    exactly, yes exactly, yes it is, it is, yep it is, thats it, yes thats it, thats the one, yes thats the one, looks
    right, yes looks right, sounds right, yes sounds right, yeah sounds right, all good, thats fine, yes thats fine,
    yes thank you, yep thanks, yes its right, yes its correct, it is correct, its correct, its right
    """
)
"""A yes to what was read back."""

NO: Final = spanish.NO | phrases(
    """
    no, n, nope, nop, nah, naw, na, noo, nooo, nay, never, none, nothing, no no, no nothing, no none, no never, nope
    never, nope nothing, nope none, never ever, no thanks, no thank you, no maam, no sir, no sorry, sorry no, not at
    all, no not at all, not me, not ever, definitely not, absolutely not, of course not, certainly not, negative, n
    a, false, zero, nopers, noep, nopes, nuh uh, nuh, uh uh, nada, zip, zilch, nothin, nuthin, no nothin,
    no not once, no not one,
    nein, nyet, nooope, no way, no way
    jose, hell no, heck no, hells no, lord no, god no, oh no, oh god no, no god no, no not me, none whatsoever,
    nothing whatsoever, not a one, not a single one, not one, not a thing, not a chance, not once, not even once,
    never once, never ever ever, never in my life, not in my life, no siree, no absolutely not, no definitely not,
    no of course not, nope not me, nope not at all, nah not at all, nah never, nah nothing, nope never ever, no
    never ever, no i never, never have i, never have, never have never will, never did, no never have, nope never
    have, nah never have, never touched it, never touched the stuff, never touch the stuff, dont touch the stuff, no
    nada, no none at all, none at all, no nothing at all, nothing at all, no nothing like that, nope nothing like
    that, nah nothing like that, nothing of the sort, no nothing of the sort, nothing of that sort, nothing of that
    kind, no not any, not any, not any of it, no not any of it, neither, no neither, no neither of those, no not
    ever, haha no
    """
)

WRONG: Final = spanish.WRONG | phrases(
    """
    wrong, thats wrong, that is wrong, no thats wrong, no wrong, its wrong, no its wrong, incorrect, not right, thats
    not right, no thats not right, that is not right, not correct, thats not correct, no thats not correct, that is not
    correct, no it isnt, it isnt, no its not, its not, no its not right, not quite, no not quite, no not that
    """
)
"""A no to what was read back."""

UNSURE: Final = spanish.UNSURE | phrases(
    """
    not sure, not_sure, not sure yet, im not sure, i am not sure, not really sure, im not really sure, not 100 sure,
    not entirely sure, not too sure, unsure, im unsure, no idea, i have no idea, ive no idea, no clue, i have no
    clue, idk, i dk, dk, dunno, i dunno, dont know, i dont know, i do not know, do not know, i really dont know, i
    dont really know, honestly idk, i dont remember, dont remember, do not remember, i do not remember, cant
    remember, i cant remember, cannot remember, cant recall, i cant recall, dont recall, i dont recall, i forgot, i
    forget, forgot, maybe, maybe not, perhaps, possibly, could be, hard to say, who knows, uncertain, not certain,
    im not certain, i wouldnt know, wouldnt know, how would i know, how should i know, how do i know, how do i tell,
    beats me, couldnt tell you, couldnt say, cant say, cant say for sure, cant tell, i cant tell, hard to tell, id
    have to check, i would have to check, id need to check, i need to check, id have to look, unclear, its unclear,
    tough to say, tbd, ionno, iono, duno, dont no, i dont no, donno, idek, idrk, no idea tbh, im clueless, clueless,
    i may, i might, might be, it might, it may, maybe so, maybe a bit, maybe a little, maybe yes, maybe no, maybe
    yes maybe no, potentially, i dont know what that is, i dont know what that means, i dont know what those are,
    dont know what that is, no idea what that is, idk what that is, idk what those are, not a clue, i havent a clue,
    so so, ish, kind of maybe
    """
)

NAME_UNKNOWN: Final = spanish.NAME_UNKNOWN | phrases(
    """
    dont know the name, i dont know the name, i dont know its name, i dont know what its called, dont know what
    its called, i dont know the name of it, i dont remember the name, dont remember the name, cant remember the
    name, i cant remember the name, cant remember what its called, i cant remember what its called, i dont
    remember what its called, forgot the name, i forgot the name, i forget the name, i forgot what its called,
    not sure of the name, im not sure of the name, not sure what its called, im not sure what its called, not
    sure about the name, no idea what its called, no idea of the name, no name, dont have the name, i dont have
    the name
    """
)

NONE: Final = spanish.NONE | phrases(
    """
    none, none of these, none of those, none of them, none of the above, none of that, none of this, none of it,
    none apply, none of these apply, none of these apply to me, none of those apply to me, none apply to me, none
    for me, none at all, nothing, nothing applies, nothing here, nothing at all, nothing like that, no none of
    these, no none of those, no none of them, nope none of these, nope none of those, no to all, no to all of them,
    no to all of these, no to everything, not any of these, not any of those, none of em, no none of em, nope none
    of em, none of the list, none of the listed, none on the list, nothing on the list, nothing on that list,
    nothing on this list, none on that list, not a one, not one, no to every one, no to everything on the list, no
    to each, no on all, no for all, nope to all, none that apply, none of it applies, none applies, doesnt apply,
    does not apply, not applicable, nothing on there, no nothing on there, none of what you listed, no none apply,
    nope none apply, i have none, i have none of these, i have none of those, i have none of them, i have none of
    that, no i have none, no i have none of these, no i have none of those, none whatsoever, zero of these, zero,
    neither of those, nope nothing on the list, none thank you, none thanks, none that i have, clear of all
    """
)

SOMETHING: Final = spanish.SOMETHING | phrases(
    """
    something, something applies, something here applies, one of them, one of these, one of those, one applies, one
    of these applies, one of them applies, yes one of them, yes one of these, some, some of them, some of these,
    some apply, a few, a few of them, a couple, several, two of them, two of these, all of them, at least one, a
    couple of these, a couple of those, a couple of them, a few of these, a few of those, just one, only one, just
    one of them, just one of these, only one of them, one of em, one thing, two, three, yes two, yes one, yes three,
    a lot of them, most of them, more than one, yes some, yes a few, yes a couple, a couple apply, a few apply, two
    apply, two of those, three of them, the first one, the second one, the third one, the fourth one, first one,
    second one, third one, number two, several of them, several apply, yes several, the first, the second, the
    third, the last, the last one, the fourth, the fifth
    """
)

HEALTHY: Final = spanish.HEALTHY | phrases(
    """
    im healthy, i am healthy, healthy, perfectly healthy, im perfectly healthy, completely healthy, im in good health,
    in good
    health, good health, im fine, im good, all good, nope all good, no all good, no im healthy, no im good,
    no im fine, no
    conditions, no medical conditions, no health conditions, no health issues, no health problems, no issues,
    no problems,
    no allergies, i have no conditions, i have no health issues, i dont have any conditions, nothing i know of
    """
)
"""None of a list, though nobody has said that the list was read: to be confirmed."""

PERSON: Final = spanish.PERSON | phrases(
    """
    person, a person, a human, human, tell a person, tell someone, rather tell a person, id rather tell a person, i
    would rather tell a person, rather not say, id rather not say, i would rather not say, prefer not to say, i
    prefer not to say, i prefer to tell a person, private, its private, thats private, talk to a person, talk to
    someone, talk to somebody, talk to a human, talk to staff, talk to a nurse, i want to talk to a person, i want
    to talk to someone, id rather talk to someone, id rather talk to a person, can i talk to someone, can i talk to
    a person, speak to someone, speak to a person, call me, please call me, in person, can i talk to someone
    instead, can i speak to someone, can i speak with someone, id rather tell the nurse, id rather tell a nurse, id
    rather tell someone, id rather talk about it in person, ill tell the nurse, ill tell you in person, ill tell
    them in person, ill discuss in person, id rather discuss in person, would rather discuss in person, prefer to
    talk to someone, prefer to talk in person, prefer to discuss in person, i prefer to discuss in person, id prefer
    not to say, id prefer not to answer, prefer not to answer, rather not answer, id rather not answer, i dont want
    to say, dont want to say, none of your business, thats personal, its personal, personal, id rather call, ill
    call about that, id rather tell someone in person, i want a human, can i tell a person, tell a nurse, tell the
    nurse, pass
    """
)

ALL: Final = spanish.ALL | phrases(
    """
    all, all of them, all of these, all of those, all of the above, all of it, all the above, everything, all
    please, all of that, the lot, all 4, all four, every one, all of em, all of it please, all of them please,
    everything please, everything listed, yes to all, every single one
    """
)

UNRELATED: Final = phrases(
    """
    some, all of them, i did, i have, i have been, true, correct, guilty, guilty as charged, i have used, i use it,
    i use some, i use them, i do use it, i do use some, yes i use it, yes i use some, slightly, a few, yes a few,
    quite a few, yes some, a bit, yes a bit, a lot, yes a lot, duh, i did yes, i have yes, sure am, yes very, very
    much, 100, obvi
    """
)
"""A yes to a question of use or of health, and no consent."""

AGREE: Final = (
    spanish.AGREE
    | (ENGLISH_YES - UNRELATED)
    | phrases(
        """
    agree, agreed, i agree, yes i agree, ok i agree, i do agree, i agree to this, i agree with this, i consent, i
    accept, accept, accepted, yes i consent, yes i accept, sounds good, sounds good to me, ok sounds good, yes
    sounds good, ok lets go, lets go, lets do it, lets start, start, go ahead, yes go ahead, ok go ahead, thats
    fine, fine, fine with me, ok thats fine, yes thats fine, im ok with that, im fine with that, im good with that,
    ok yes, yes ok, ok sure, sure ok, sure i agree, sure thing, yes sure, sure yes, yeah sure, yep sure, of course i
    agree, okay yes, yes i do agree, yes of course, sure go ahead, sure lets go, sure thats fine, absolutely i
    agree, yes absolutely, yes definitely, ok great, ok thanks, ok thank you, ok cool, yep thats fine, yeah thats
    fine, yup thats fine, sure sounds good, yes thats okay, yes its okay, yes its ok, its ok, its okay, its fine,
    thats ok, thats okay, thats okay with me, thats ok with me, okay with me, ok with me, fine by me, thats fine by
    me, thats fine with me, works for me, that works, sounds great, sounds fine, sounds fair, fair enough, no
    problem, no problem i agree, no worries, no objections, all good, im in, im good, im okay with it, im ok with
    it, im fine with it, i am okay with that, i am ok with that, yes that is okay, that is okay, that is fine, yes
    that is fine, yeah its fine, yep lets go, yes lets go, yes lets do it, yeah lets do it, yeah go ahead, yep go
    ahead, please do, please go ahead, i give my consent, i do consent, you have my consent, understood and agreed,
    understood i agree, agreed lets go, ok proceed, proceed, lets proceed, continue, yes continue, ok continue, lets
    begin, begin, ready, im ready, yes im ready
    """
    )
)

DECLINE: Final = (
    NO
    | spanish.DECLINE
    | phrases(
        """
    no i dont agree, i dont agree, i do not agree, i disagree, disagree, decline, i decline, i dont consent, i do
    not consent, i dont accept, i do not accept, not interested, no i dont, no i do not, id rather not, i would
    rather not, rather not, not for me, id rather call, i would rather call, id rather just call, i would rather
    just call, id prefer to call, i prefer to call, ill just call, ill call instead, no ill call, no ill just call,
    no id rather call, rather call, i d rather phone, id rather phone, not okay, not ok, thats not okay, thats not
    ok, its not okay, its not ok, no its not, im not okay with that, im not ok with that, not okay with me, no deal,
    no i disagree, no i decline, nope i dont agree, not comfortable, im not comfortable, im not comfortable with
    that, i dont want to, no i dont want to, hard pass, pass
    """
    )
)
