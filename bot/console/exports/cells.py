"""Words for a spreadsheet's cell: no cell can start a formula, and none breaks the table."""

from __future__ import annotations

import unicodedata

FORMULA = frozenset("=+-@")
# Signs that no normal form turns into one of the above, and that a spreadsheet may.
LIKE_THEM = frozenset("\N{MINUS SIGN}\N{HEAVY PLUS SIGN}\N{HEAVY MINUS SIGN}")
# Where a program that expects another separator than a comma would cut a cell in two.
CUTS = frozenset(";,|\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}")
UNSEEN = frozenset("CZM")
AS_TEXT = "'"


def readable(text: str) -> str:
    """The text without what no file format carries: controls and halves of characters show as U+FFFD."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign if sign in "\n\t" or _carried(sign) else "\N{REPLACEMENT CHARACTER}" for sign in lines)


def _carried(sign: str) -> bool:
    return unicodedata.category(sign) not in {"Cc", "Cs"} and ord(sign) & 0xFFFE != 0xFFFE


def safe_cell(text: str) -> str:
    """The text as a cell that every spreadsheet takes for text.

    An apostrophe goes before what would be a formula, at the start of the cell and wherever a program could take one
    to start: a list of settings in another country separates its cells by semicolons.
    """
    signs = readable(text)
    guarded = "".join(_guarded(signs))
    return AS_TEXT + guarded if _begins_badly(signs) else guarded


def _begins_badly(signs: str) -> bool:
    return signs[:1] in {"\t", "\n"} or starts_formula(signs)


def starts_formula(cell: str) -> bool:
    """Whether the first sign that can be seen, quotation marks left aside, is one that starts a formula."""
    first = next((sign for sign in cell if not _skipped(sign)), "")
    return _is_formula(first)


def _guarded(signs: str) -> list[str]:
    """The signs with an apostrophe before each formula that follows on a cut; the start is not looked at."""
    out: list[str] = []
    after_cut = False
    for sign in signs:
        if after_cut and _is_formula(sign):
            out.append(AS_TEXT)
        out.append(sign)
        after_cut = sign in CUTS or (after_cut and _skipped(sign))
    return out


def _skipped(sign: str) -> bool:
    return sign == '"' or unicodedata.category(sign)[0] in UNSEEN


def _is_formula(sign: str) -> bool:
    return sign in LIKE_THEM or not FORMULA.isdisjoint(unicodedata.normalize("NFKC", sign)[:1])
