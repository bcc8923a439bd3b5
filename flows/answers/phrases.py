"""Whole answers in their plain spelling: what people type for yes, no, not sure, none, all. One table per meaning.

A language is added by adding its phrases; a text counts only when it is one of these from end to end.
"""

from __future__ import annotations

from typing import Final

from flows.answers.wording import phrases

YES: Final = phrases(
    """
    yes, y, ye, yea, yeah, yeh, yea i do, yeah i do, yep, yup, yess, yesss, yas, ya, yah, yuh, uh huh, mhm, mm
    hmm, sure, sure do, ok, okay, k, kk, correct, true, affirmative, absolutely, definitely, of course,
    certainly, i do, i did, i am, i have, i have been, yes i do, yes i did, yes i am, yes i have, yes please,
    yes maam, yes sir, yes yes, yes thanks, yes to all, some, all of them
    """
)

RIGHT: Final = phrases(
    """
    right, thats right, that is right, yes right, yes thats right, yep thats right, yeah thats right, yup thats right,
    thats correct, that is correct, yes correct, yes thats correct, yep thats correct, yeah thats correct, yep correct,
    exactly, yes exactly, yes it is, it is, yep it is, thats it, yes thats it, thats the one, yes thats the one, looks
    right, yes looks right, sounds right, yes sounds right, yeah sounds right, all good, thats fine, yes thats fine,
    yes thank you, yep thanks, yes its right, yes its correct, it is correct, its correct, its right
    """
)
"""A yes to what was read back."""

NO: Final = phrases(
    """
    no, n, nope, nop, nah, naw, na, noo, nooo, nay, never, none, nothing, no no, no nothing, no none, no never,
    nope never, nope nothing, nope none, never ever, no thanks, no thank you, no maam, no sir, no sorry, sorry
    no, not at all, no not at all, not me, not ever, definitely not, absolutely not, of course not, certainly
    not, negative, n a, false, zero
    """
)

WRONG: Final = phrases(
    """
    wrong, thats wrong, that is wrong, no thats wrong, no wrong, its wrong, no its wrong, incorrect, not right, thats
    not right, no thats not right, that is not right, not correct, thats not correct, no thats not correct, that is not
    correct, no it isnt, it isnt, no its not, its not, no its not right, not quite, no not quite, no not that
    """
)
"""A no to what was read back."""

UNSURE: Final = phrases(
    """
    not sure, not_sure, not sure yet, im not sure, i am not sure, not really sure, im not really sure, not 100
    sure, not entirely sure, not too sure, unsure, im unsure, no idea, i have no idea, ive no idea, no clue, i
    have no clue, idk, i dk, dk, dunno, i dunno, dont know, i dont know, i do not know, do not know, i really
    dont know, i dont really know, honestly idk, i dont remember, dont remember, do not remember, i do not
    remember, cant remember, i cant remember, cannot remember, cant recall, i cant recall, dont recall, i dont
    recall, i forgot, i forget, forgot, maybe, maybe not, perhaps, possibly, could be, hard to say, who knows,
    uncertain, not certain, im not certain
    """
)

NAME_UNKNOWN: Final = phrases(
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

NONE: Final = phrases(
    """
    none, none of these, none of those, none of them, none of the above, none of that, none of this, none of it,
    none apply, none of these apply, none of these apply to me, none of those apply to me, none apply to me,
    none for me, none at all, nothing, nothing applies, nothing here, nothing at all, nothing like that, no none
    of these, no none of those, no none of them, nope none of these, nope none of those, no to all, no to all of
    them, no to all of these, no to everything, not any of these, not any of those
    """
)

SOMETHING: Final = phrases(
    """
    something, something applies, something here applies, one of them, one of these, one of those, one applies,
    one of these applies, one of them applies, yes one of them, yes one of these, some, some of them, some of
    these, some apply, a few, a few of them, a couple, several, two of them, two of these, all of them, at least
    one
    """
)

HEALTHY: Final = phrases(
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

PERSON: Final = phrases(
    """
    person, a person, a human, human, tell a person, tell someone, rather tell a person, id rather tell a
    person, i would rather tell a person, rather not say, id rather not say, i would rather not say, prefer not
    to say, i prefer not to say, i prefer to tell a person, private, its private, thats private, talk to a
    person, talk to someone, talk to somebody, talk to a human, talk to staff, talk to a nurse, i want to talk
    to a person, i want to talk to someone, id rather talk to someone, id rather talk to a person, can i talk to
    someone, can i talk to a person, speak to someone, speak to a person, call me, please call me, in person
    """
)

ALL: Final = phrases(
    """
    all, all of them, all of these, all of those, all of the above, all of it, all the above, everything, all
    please, all of that, the lot
    """
)

AGREE: Final = YES - {"some", "all of them", "i did", "i have", "i have been", "true", "correct"} | phrases(
    """
    agree, agreed, i agree, yes i agree, ok i agree, i do agree, i agree to this, i agree with this, i consent,
    i accept, accept, accepted, yes i consent, yes i accept, sounds good, sounds good to me, ok sounds good, yes
    sounds good, ok lets go, lets go, lets do it, lets start, start, go ahead, yes go ahead, ok go ahead, thats
    fine, fine, fine with me, ok thats fine, yes thats fine, im ok with that, im fine with that, im good with
    that, ok yes, yes ok, ok sure, sure ok, sure i agree,
    sure thing, yes sure, sure yes, yeah sure, yep sure, of course i agree, okay yes, yes i do agree,
    yes of course, sure go ahead, sure lets go, sure thats fine, absolutely i
    agree, yes absolutely, yes definitely, ok great, ok thanks, ok thank you, ok cool
    """
)

DECLINE: Final = NO | phrases(
    """
    no i dont agree, i dont agree, i do not agree, i disagree, disagree, decline, i decline, i dont consent, i
    do not consent, i dont accept, i do not accept, not interested, no i dont, no i do not, id rather not, i
    would rather not, rather not, not for me
    """
)
