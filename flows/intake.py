"""The form: what a client is asked, in this order. It reads like the paper."""

from __future__ import annotations

from flows.conditions import AnyOf, Is, Mentioned, Not, OneOf, Use
from flows.model import Exit, Kind, Mention, Question, Source

YES_NO = ("yes", "no")
YES_NO_NOT_SURE = ("yes", "no", "not_sure")
HEALTH = ("something", "none", "not_sure", "tell_a_person")

RETINOID_USE = Use("retinoid", "retinoid_product", "retinoid_last")
EXFOLIANT_USE = Use("exfoliant", "exfoliant_product", "exfoliant_last")
USES = (RETINOID_USE, EXFOLIANT_USE)

TONE_WANTED = Is("goals", "tone")
PIGMENT_A_CONCERN = AnyOf((TONE_WANTED, OneOf("pigment", ("yes", "not_sure")), Mentioned(frozenset({Mention.MELASMA}))))

QUESTIONS: tuple[Question, ...] = (
    # --- before anything else ---------------------------------------------------------------------
    Question("consent", Kind.CHOICE, Source.PRACTICE, choices=("agree", "no_thanks")),
    Question("age", Kind.CHOICE, Source.LABEL, choices=("under_18", "18_to_21", "22_or_older")),
    Question("name", Kind.NAME, Source.PRACTICE, skippable=True),
    # --- what they hope for -----------------------------------------------------------------------
    Question(
        "goals",
        Kind.SEVERAL,
        Source.CLINIC,
        choices=("acne_scars", "neck_wrinkles", "tone", "texture", "other", "not_sure"),
        careful="not_sure",
    ),
    Question("area", Kind.CHOICE, Source.LABEL, choices=("face", "neck", "both", "other"), careful="other"),
    # --- retinoids: on the skin, then as pills ----------------------------------------------------
    Question("retinoid", Kind.YES_NO, Source.CLINIC, choices=YES_NO_NOT_SURE, careful="not_sure"),
    Question(
        "retinoid_product",
        Kind.PRODUCT,
        Source.CLINIC,
        when=OneOf("retinoid", ("yes", "not_sure")),
        again_with="retinoid",
    ),
    Question(
        "retinoid_last",
        Kind.PAST_DATE,
        Source.CLINIC,
        choices=("still_using", "not_sure"),
        when=OneOf("retinoid", ("yes", "not_sure")),
        careful="not_sure",
        again_with="retinoid_product",
        days="retinoid",
    ),
    Question(
        "isotretinoin",
        Kind.CHOICE,
        Source.LABEL,
        choices=("now", "under_6_months", "6_to_12_months", "over_a_year", "never", "not_sure"),
        careful="not_sure",
    ),
    Question(
        "isotretinoin_last",
        Kind.PAST_DATE,
        Source.LABEL,
        choices=("not_sure",),
        when=Is("isotretinoin", "under_6_months"),
        careful="not_sure",
        again_with="isotretinoin",
        skippable=True,
    ),
    # --- exfoliants -------------------------------------------------------------------------------
    Question("exfoliant", Kind.YES_NO, Source.CLINIC, choices=YES_NO_NOT_SURE, careful="not_sure"),
    Question(
        "exfoliant_product",
        Kind.PRODUCT,
        Source.CLINIC,
        when=OneOf("exfoliant", ("yes", "not_sure")),
        again_with="exfoliant",
    ),
    Question(
        "exfoliant_last",
        Kind.PAST_DATE,
        Source.CLINIC,
        choices=("still_using", "not_sure"),
        when=OneOf("exfoliant", ("yes", "not_sure")),
        careful="not_sure",
        again_with="exfoliant_product",
        days="exfoliant",
    ),
    # --- treatments at a clinic -------------------------------------------------------------------
    Question("procedure", Kind.YES_NO, Source.PRACTICE, choices=YES_NO, careful="yes"),
    Question("procedure_note", Kind.TEXT, Source.PRACTICE, when=Is("procedure", "yes"), again_with="procedure"),
    # --- pigment and sun --------------------------------------------------------------------------
    Question(
        "pigment",
        Kind.YES_NO,
        Source.CLINIC,
        choices=YES_NO_NOT_SURE,
        when=Not(TONE_WANTED),
        careful="not_sure",
    ),
    Question(
        "sun_last",
        Kind.PAST_DATE,
        Source.CLINIC,
        choices=("not_sure",),
        when=PIGMENT_A_CONCERN,
        careful="not_sure",
        days="sun",
    ),
    # --- the skin and health today ----------------------------------------------------------------
    Question("skin_now", Kind.YES_NO, Source.LABEL, choices=YES_NO_NOT_SURE, careful="not_sure"),
    Question("health_stop", Kind.CHOICE, Source.LABEL, choices=HEALTH, careful="not_sure"),
    Question("health_review", Kind.CHOICE, Source.LABEL, choices=HEALTH, careful="not_sure"),
    # --- the visit --------------------------------------------------------------------------------
    Question("series", Kind.CHOICE, Source.CLINIC, choices=("first", "continuing"), careful="continuing"),
    Question(
        "series_last",
        Kind.PAST_DATE,
        Source.CLINIC,
        choices=("not_sure",),
        when=Is("series", "continuing"),
        careful="not_sure",
        again_with="series",
    ),
    Question("wish", Kind.FUTURE_DATE, Source.CLINIC, choices=("no",), careful="no", skippable=True),
    Question("note", Kind.TEXT, Source.PRACTICE, skippable=True),
)

EXITS: tuple[Exit, ...] = (
    Exit("consent", "no_thanks", ending="declined"),
    Exit("age", "under_18", ending="minor"),
)

ALWAYS_ASKED = frozenset({"consent", "age", "isotretinoin"})
