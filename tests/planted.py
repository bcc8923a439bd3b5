"""Fifty things that clients and staff tell in tests, and that may stand in no alert and in no line of the log."""

from __future__ import annotations

NAMES = (
    "Xantippe", "Quillaine", "Wendeline", "Thorvaldine", "Ygraine", "Zdenka", "Ulfhild", "Percivalia", "Oriettina",
    "Nzingha", "María-José Ibáñez", "Владислава", "梅艳芳", "شهرزاد", "O'Shaughnessy-Featherstonehaugh",
)  # fmt: skip
PHONES = (
    "+13145550171", "+13145550172", "+13145550173", "(314) 555-0174", "314-555-0175", "314.555.0176", "314 555 0177",
    "+525555501780", "+4930555017900", "+34655501800",
)  # fmt: skip
ANSWERS = (
    "zwieback retinoid cream", "tretinoin 0.0371% from Zwettl", "accutane since Walpurgis", "glycolic zephyr peel 13%",
    "a laser called Quasimodo", "microdermabrasion at Zanzibar", "my face is swelling like a zeppelin",
    "chest pain since Whitsun", "I feel like ending my life, Wolfgang", "pus and fever after Zurich",
    "pregnant in my 17th week", "warfarin 7.31 mg", "melasma since Xmas 2019", "lupus of the Zander kind",
    "cold sores each Candlemas", "is parking behind Zeltner's free?", "does it cost 731 dollars?",
    "I want to talk to Wilhelmina", "my dog is called Zarathustra", "scar from a Zamboni",
)  # fmt: skip
TOKENS = (
    "7310000001:AAzwiebackzwiebackzwiebackzwieback1", "7310000002:AAzwiebackzwiebackzwiebackzwieback2",
    "7310000003:AAzwiebackzwiebackzwiebackzwieback3", "7310000004:AAzwiebackzwiebackzwiebackzwieback4",
    "7310000005:AAzwiebackzwiebackzwiebackzwieback5",
)  # fmt: skip
PLANTED = (*NAMES, *PHONES, *ANSWERS, *TOKENS)


def told(line: str) -> list[str]:
    """The planted things that a line tells, however it spells letters that are not ASCII."""
    readable = line.encode().decode("unicode_escape", "replace") if "\\u" in line else line
    return [planted for planted in PLANTED if planted in line or planted in readable]
