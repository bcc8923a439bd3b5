"""The ear that listens to the whole run hears what it is there for."""

from __future__ import annotations

import json

import pytest
import structlog
from structlog.testing import capture_logs

from tests.planted import PLANTED, told
from tests.silence import Silence


@pytest.fixture
def silence(request: pytest.FixtureRequest) -> Silence:
    ear = request.config.pluginmanager.get_plugin("silence")
    assert isinstance(ear, Silence)
    return ear


def test_fifty_different_things_are_planted() -> None:
    assert len(set(PLANTED)) == 50


@pytest.mark.parametrize("planted", PLANTED)
def test_a_planted_thing_is_found_in_a_line(planted: str) -> None:
    assert told(f"Case K7F3QX: {planted} wants a person.") == [planted]
    assert told(json.dumps({"event": "letter.handled", "about": planted})) != []


def test_a_line_that_tells_nothing_is_let_pass() -> None:
    assert told("#12 · Case K7F3QX: wants a person.") == []


def test_a_log_line_is_heard_as_it_is_written_even_where_a_test_looks_at_it(silence: Silence) -> None:
    structlog.get_logger().info("updates.stored", count=1)
    with capture_logs():
        structlog.get_logger().error("turn.failed", error=ValueError("about a client"), inbox_id=7)
    assert [json.loads(line)["event"] for line in silence.heard] == ["updates.stored", "turn.failed"]
    assert "about a client" not in silence.heard[1]


def test_a_test_that_tells_too_much_fails(silence: Silence, request: pytest.FixtureRequest) -> None:
    silence.heard.append(f"Case K7F3QX: {PLANTED[0]}")
    with pytest.raises(AssertionError, match="told staff or the log"):
        silence.pytest_runtest_teardown(request.node)
    silence.heard.clear()
