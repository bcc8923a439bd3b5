"""What somebody takes back in the same breath: "Monday, no wait, Tuesday" is Tuesday."""

from __future__ import annotations

import re
from typing import Final

_TAKEN_BACK: Final = re.compile(
    r"\W+(?:oh |oops |ugh |hmm |um )*(?:no,? wait,?(?: no)?|wait,?(?: no)?|scratch that|strike that|"
    r"correction|or rather|"
    r"i mean(?:t)?|actually(?: no)?|no,? (?:i mean(?:t)?|actually)|(?:no,? )?(?:sorry|perdon|"
    r"disculpe)(?:,? (?:no|i meant?|it was|fue))*|"
    r"my bad|mejor dicho|digo|(?:no,? )?(?:miento|espera|espere)|no)\W+(?:it was |it is |its |was |fue |on |el |it )*"
)


def after_correction(told: str) -> tuple[str, str]:
    """What stands before and after the last correction; the whole text and nothing where there is none."""
    found = list(_TAKEN_BACK.finditer(told))
    return (told[: found[-1].start()], told[found[-1].end() :]) if found else (told, "")
