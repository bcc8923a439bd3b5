"""Tests of what the Turns are measured by: whole intakes, by tap and in words, and an answer to every Letter."""

import asyncio

from click.testing import CliRunner

from flows import machine
from flows.model import Tapped, Typed
from tests.benchmarks.turns import letters_of, main, sending, walks
from tests.flows.given import the_flow


def test_each_walk_comes_to_its_end_and_counts_only_turns_of_its_own_kind() -> None:
    kinds = walks(the_flow())
    assert set(kinds) == {"tapped", "typed, en", "typed, es"}
    for kind, turns in kinds.items():
        assert len(turns) > 10
        assert {type(turn.given) for turn in turns if not turn.arrival.said.startswith("/")} == {
            Tapped if kind == "tapped" else Typed
        }
    assert kinds["tapped"][-1].step.intake.state == machine.FINISHED


def test_every_letter_of_a_walk_is_sent_and_answered() -> None:
    letters = list(letters_of(walks(the_flow())["tapped"]))
    assert {"answerCallbackQuery", "sendMessage", "editMessageReplyMarkup"} <= {each.method for each in letters}
    assert asyncio.run(sending(letters, 1))


def test_measuring_says_what_it_measured() -> None:
    done = CliRunner().invoke(main, ["--times", "1"], catch_exceptions=False)
    assert done.exit_code == 0
    for name in ("read", "advance", "screen", "render", "times a tap", "sending, tapped"):
        assert name in done.output
