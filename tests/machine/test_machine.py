"""Whatever happens, in any order: nothing is lost, nothing is done twice, and nobody is stuck."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.machine.conftest import fresh_file
from tests.machine.machine import Clinic
from tests.postgres import KINDS

if TYPE_CHECKING:
    from pathlib import Path

    from flows.flow import Flow

EXAMPLES = {"sqlite": 14, "postgresql": 5}
STEPS = {"sqlite": 30, "postgresql": 20}
"""A server takes longer over each thing."""


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_happens_nothing_is_lost_or_done_twice_and_nobody_is_stuck(
    kind: str, request: pytest.FixtureRequest, flow: Flow, empty_file: Path
) -> None:
    asked = request.config.getoption("machine_examples")
    server = request.getfixturevalue("server") if kind == "postgresql" else None

    class Played(Clinic):
        """A class of its own, for Hypothesis keeps what it finds out about one."""

    Played.flow = flow
    Played.databases = server.database if server else partial(fresh_file, empty_file)
    run_state_machine_as_test(
        Played,
        settings=settings(
            max_examples=asked or EXAMPLES[kind],
            stateful_step_count=STEPS[kind],
            deadline=None,
            database=None,
            derandomize=not asked,
            print_blob=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
