"""Listens to every alert and every line of the log that a test brings about, and fails the one that tells too much."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import structlog

from bot import logs
from bot.speaking import Speaker
from tests.planted import told

if TYPE_CHECKING:
    import pytest


class Silence:
    """What was logged and what staff were told since the present test began.

    A line is heard as the program would write it, whatever a test has set the log to; a filter that a test takes away
    is not missed.
    """

    def __init__(self) -> None:
        self.heard: list[str] = []

    def listen(self) -> None:
        """From now on; there is no way back, as there is one run."""
        pass_on, tell = structlog.BoundLoggerBase._proxy_to_logger, Speaker.tell

        def log(own: Any, level: str, event: str | None = None, /, *words: Any, **facts: Any) -> Any:
            line = logs.keep_allowed(None, level, logs.name_error(None, level, {"event": event, **facts}))
            self.heard.append(json.dumps(line, ensure_ascii=False, default=str))
            return pass_on(own, level, event, *words, **facts)

        def tell_staff(speaker: Speaker, chat_id: int, phrases: Any, language: str | None = None) -> None:
            words = speaker.desk.flow.words
            self.heard += [words.say(phrase, language or words.languages[0]) for phrase in phrases]
            tell(speaker, chat_id, phrases, language)

        setattr(structlog.BoundLoggerBase, "_proxy_to_logger", log)  # noqa: B010 - mypy would have it be declared
        setattr(Speaker, "tell", tell_staff)  # noqa: B010 - as above

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        self.heard.clear()

    def pytest_runtest_teardown(self, item: pytest.Item) -> None:
        loud = {line: planted for line in self.heard if (planted := told(line))}
        assert not loud, f"{item.nodeid} told staff or the log of a client"
