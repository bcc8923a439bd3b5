"""The work that every contender does: one whole intake, act by act, and all that a client is told in return."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

SENDS = ("sendMessage", "sendContact", "sendDocument")
EDITS = ("editMessageReplyMarkup", "editMessageText")
PASSED_ON = ("text", "reply_markup", "parse_mode", "entities", "phone_number", "first_name", "last_name", "vcard")
OBJECTS = ("reply_markup", "entities")

STORED = (
    "consent", "age", "area", "retinoid", "isotretinoin", "exfoliant", "pigment", "skin_now", "health_stop", "name",
    "phone",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Act:
    """What a client does where `question` is asked: types `what`, taps the button whose data ends so, or shares."""

    question: str
    by: str
    what: str = ""


ACTS = (
    Act("start", "text", "/start"),
    Act("consent", "tap", "consent:agree"),
    Act("age", "text", "22 or older"),
    Act("name", "text", "Pat"),
    Act("goals_1", "tap", ":pick_acne_scars"),
    Act("goals_2", "tap", ":pick_texture"),
    Act("goals", "tap", ":done"),
    Act("area", "text", "face"),
    Act("retinoid", "text", "yes"),
    Act("retinoid_product", "text", "tretinoin 0.05%"),
    Act("retinoid_sure", "tap", "confirm"),
    Act("retinoid_last", "text", "yesterday"),
    Act("isotretinoin", "tap", "isotretinoin:never"),
    Act("exfoliant", "text", "no"),
    Act("procedure", "text", "no"),
    Act("pigment", "tap", "pigment:no"),
    Act("skin_now", "text", "no"),
    Act("health_stop", "tap", "health_stop:none"),
    Act("health_review", "tap", "health_review:none"),
    Act("series", "tap", "series:first"),
    Act("wish", "text", "no"),
    Act("note", "text", "please ring the side door"),
    Act("review", "tap", "looks_right"),
    Act("explainer", "tap", ".skip"),
    Act("next_step", "tap", "next_step:call_me"),
    Act("phone", "contact"),
    Act("best_time", "text", "morning"),
)
"""As people do it: half of it typed, half of it tapped."""


CONVERSATION: Mapping[str, Any] = {
    "answers": {question: {"value": "yes", "said": "Yes", "how": "tap"} for question in STORED},
    "transcript": [
        line
        for question in STORED
        for line in (
            {"speaker": "bot", "text": f"{question}? " * 8, "buttons": [["Yes", "No"]], "at": 1_790_000_000.123},
            {"speaker": "client", "text": "Yes", "did": "tapped", "at": 1_790_000_000.123},
        )
    ],
}
"""What a peer keeps of one whole intake, of the same size as `filling` writes for ours."""


@dataclass(frozen=True, slots=True)
class Called:
    """A call of the Bot API that answers an act, with the parameters that a peer has to give as well."""

    method: str
    params: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """An act and the calls that answer it, in their order."""

    act: Act
    calls: tuple[Called, ...]

    @property
    def awaited(self) -> tuple[str, ...]:
        """The methods whose arrival the client waits for: messages, or an edit where there is no message."""
        kinds = SENDS if any(call.method in SENDS for call in self.calls) else EDITS
        return tuple(call.method for call in self.calls if call.method in kinds)


@dataclass(frozen=True, slots=True)
class Work:
    """A whole intake."""

    steps: tuple[Step, ...]

    @property
    def calls(self) -> int:
        """How many calls of the Bot API one intake takes."""
        return sum(len(step.calls) for step in self.steps)

    def save(self, file: Path) -> None:
        """Write down what a peer has to do; one conversation that is already stored goes along, to be multiplied."""
        written = {"steps": [asdict(step) for step in self.steps], "conversation": CONVERSATION}
        file.write_text(json.dumps(written, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, file: Path) -> Work:
        steps = json.loads(file.read_text(encoding="utf-8"))["steps"]
        return cls(
            tuple(
                Step(Act(**step["act"]), tuple(Called(call["method"], call["params"]) for call in step["calls"]))
                for step in steps
            )
        )


def called(method: str, params: Mapping[str, Any]) -> Called:
    """What a peer has to do to say the same: objects instead of JSON in strings, and no chat."""
    kept = {key: params[key] for key in PASSED_ON if params.get(key)}
    return Called(method, {key: _object(given) if key in OBJECTS else given for key, given in kept.items()})


def _object(given: object) -> object:
    return json.loads(given) if isinstance(given, str) else given
