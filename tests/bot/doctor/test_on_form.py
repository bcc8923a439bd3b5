"""A flow that may not go out is wrong, problem by problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.doctor.on_form import words
from flows import checks
from tests.bot.doctor.levels import levels

if TYPE_CHECKING:
    import pytest

    from flows.flow import Flow


def test_a_sound_flow_is_well(flow: Flow) -> None:
    assert levels(words(flow)) == ["ok"]


def test_each_problem_of_a_flow_is_wrong_by_itself(flow: Flow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "problems", lambda _flow: ["'sun' is missing", "'sun_last' cannot be reached"])
    found = list(words(flow))
    assert levels(found) == ["wrong", "wrong"]
    assert "'sun' is missing" in found[0].says
