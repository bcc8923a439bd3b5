"""A finding is one line: how bad, about what, and what to do."""

from __future__ import annotations

from bot.doctor.finding import look, ok, wrong


def test_a_finding_is_one_line_in_columns() -> None:
    lines = [str(make("token", "Do this.")) for make in (ok, look, wrong)]
    assert [line.split() for line in lines] == [[level, "token", "Do", "this."] for level in ("ok", "look", "wrong")]
    assert len({line.index("token") for line in lines}) == 1
