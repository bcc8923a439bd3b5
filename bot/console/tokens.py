"""The token in every form: it shows that the form came from a page of ours, given to this very browser."""

from __future__ import annotations

import hashlib
import hmac

FIELD = "token"


def token_of(key: str) -> str:
    """Made of the key in the browser's cookie, which does not follow from it."""
    return hmac.new(key.encode(), b"form", hashlib.sha256).hexdigest()


def is_token_of(key: str, token: str) -> bool:
    return bool(key) and hmac.compare_digest(token_of(key).encode(), token.encode())


class HiddenToken:
    """What a template puts into a form; it is markup already."""

    def __init__(self, key: str) -> None:
        self.key = key

    def __html__(self) -> str:
        return f'<input type="hidden" name="{FIELD}" value="{token_of(self.key)}">'
