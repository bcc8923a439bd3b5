"""Which meanings make an alarm, alone or near each other, and which beside them make it something else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from flows.model import Mention

TREATED: Final = "treated"


@dataclass(frozen=True, slots=True)
class Alarm:
    """`first` alone, or with `second` at most `gap` words after it (or before it, if `either`); not beside `unless`.

    What began after a treatment (`TREATED`) alarms beside `unless` too: pus after it is no pimple. A `tied` one alarms
    only near words of a treatment that was had, in its own sentence or a neighbouring one, and as no general question.
    """

    mention: Mention
    first: str
    second: str = ""
    gap: int = 3
    either: bool = False
    unless: tuple[str, ...] = ()
    tied: bool = False


ALARMS: Final[tuple[Alarm, ...]] = (
    # --- 911 ---------------------------------------------------------------------------------------------------------
    Alarm(Mention.EMERGENCY, "emergency"),
    Alarm(Mention.EMERGENCY, "cannot", "breathe", unless=("money",)),
    Alarm(Mention.EMERGENCY, "short", "breathe", gap=1),
    Alarm(Mention.EMERGENCY, "nearly", "faint", gap=2),
    Alarm(Mention.EMERGENCY, "breathe", "labored", gap=2),
    Alarm(Mention.EMERGENCY, "airway", "swollen", gap=5, either=True, unless=("acne", "morning", "filler")),
    Alarm(Mention.EMERGENCY, "throat", "tight", gap=4, either=True),
    Alarm(Mention.EMERGENCY, "tongue", "huge", gap=5),
    Alarm(Mention.EMERGENCY, "chest", "pain", gap=4, either=True, unless=("acne", "skin")),
    Alarm(Mention.EMERGENCY, "blood", "unstopped", gap=5, either=True),
    Alarm(Mention.EMERGENCY, "bleeding", "much", gap=3, either=True, unless=("acne",)),
    Alarm(Mention.EMERGENCY, "still", "bleeding", gap=2),
    Alarm(Mention.EMERGENCY, "mouth", "tingling", gap=3, either=True, unless=("elsewhere", "morning")),
    Alarm(Mention.EMERGENCY, "left_arm", "pain", gap=4, either=True),
    Alarm(Mention.EMERGENCY, "heart", "racing", gap=3, either=True, unless=("joy", "jest")),
    Alarm(Mention.EMERGENCY, "soaked", "cloths", gap=5, either=True, unless=("bloodless",)),
    # --- 988 ---------------------------------------------------------------------------------------------------------
    Alarm(Mention.CRISIS, "crisis"),
    Alarm(Mention.CRISIS, "wanting", "dying", gap=1, unless=("jest",)),
    Alarm(Mention.CRISIS, "pointless", "life", gap=1),
    Alarm(Mention.CRISIS, "vanish", unless=("pigment",)),
    Alarm(Mention.CRISIS, "taken", "pills", gap=2),
    Alarm(Mention.CRISIS, "kms", unless=("distance",)),
    Alarm(Mention.CRISIS, "overdose", unless=("cosmetic",)),
    Alarm(Mention.CRISIS, "cut_myself", unless=("accident",)),
    Alarm(Mention.CRISIS, "no_way_out", unless=("place",)),
    Alarm(Mention.CRISIS, "hopeless", unless=("form", "acne", "pigment", "looks", "pain", "money")),
    Alarm(Mention.CRISIS, "bridge", "jump", gap=6, either=True, unless=("jest",)),
    Alarm(Mention.CRISIS, "taken", "on_purpose", gap=7),
    # --- a bad reaction ----------------------------------------------------------------------------------------------
    Alarm(Mention.CLINICAL, "fever"),
    Alarm(Mention.CLINICAL, "temperature", "degrees", gap=4, either=True, unless=("weather",)),
    Alarm(Mention.CLINICAL, "clinical", unless=("acne", "elsewhere")),
    Alarm(Mention.CLINICAL, "got", "infection", gap=2, unless=("acne",)),
    Alarm(Mention.CLINICAL, "pus", unless=("acne",)),
    Alarm(Mention.CLINICAL, "yellow", "fluid", gap=1, either=True, unless=("acne",)),
    Alarm(Mention.CLINICAL, "redness", "spreading", gap=4, either=True, unless=("acne", "pigment")),
    Alarm(Mention.CLINICAL, "sore", "worse", unless=("acne", "pigment", "elsewhere")),
    Alarm(Mention.CLINICAL, "hurting", "badly", either=True, unless=("acne", "elsewhere")),
    Alarm(Mention.CLINICAL, "burning", "unstopped", gap=4, either=True, unless=("acne", "elsewhere")),
    Alarm(Mention.CLINICAL, "sign", tied=True),
)
