"""Spares the garbage collector what stays: it would walk all of it again and again, while it grows and in Turns."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def lasting() -> Iterator[None]:
    """Whatever is there afterwards stays for as long as the program runs; nothing is collected meanwhile."""
    gc.disable()
    try:
        yield
    finally:
        # First this: else all that was made is walked by the next collection.
        gc.freeze()
        gc.enable()
