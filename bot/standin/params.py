"""The parameters of one call, which arrive as JSON values, as form fields, or as JSON written into form fields."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.standin.refusal import bad_request

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    content: bytes
    mime_type: str = "application/octet-stream"


class Params:
    """Reads parameters the lenient way Telegram does: numbers and objects may be strings."""

    def __init__(self, values: Mapping[str, Any], files: Mapping[str, Upload]) -> None:
        self.values = {key: value for key, value in values.items() if value is not None}
        self.files = dict(files)

    def text(self, key: str) -> str:
        value = self.values.get(key, "")
        return value if isinstance(value, str) else json.dumps(value)

    def integer(self, key: str, default: int = 0) -> int:
        try:
            return int(self.values.get(key, default))
        except (TypeError, ValueError):
            return default

    def flag(self, key: str) -> bool:
        return str(self.values.get(key, "")).lower() in {"true", "yes", "1"}

    def parsed(self, key: str, what: str) -> Any:
        """The JSON value of a parameter, None when it is absent; `what` names it in the refusal."""
        value = self.values.get(key)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {what} JSON object") from None

    def upload(self, key: str) -> Upload | None:
        """The file sent under the parameter's own name or referred to by `attach://`."""
        named = self.text(key).removeprefix("attach://")
        return self.files.get(key) or self.files.get(named)
