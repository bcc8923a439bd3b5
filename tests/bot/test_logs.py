"""The log: planted words do not come out, whichever way they are put in."""

from __future__ import annotations

import asyncio
import errno
import io
import json
import logging
import sys
import warnings
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
import structlog

from bot import logs
from tests.bot.room import Room
from tests.bot.test_log_lines import Moody
from tests.bot.updates import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.flow import Flow
    from storage.database import Database

PLANTED = "accutane-314-555-0100"
TOKEN = "123456789:" + "A-b_0" * 7


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    """Leave the process's logging as it was found."""
    root = logging.getLogger()
    before = (root.handlers[:], root.level, logging.raiseExceptions, sys.excepthook)
    levels = {name: logging.getLogger(name).level for name in logs.QUIET}
    yield
    root.handlers[:], root.level, logging.raiseExceptions, sys.excepthook = before
    logging.captureWarnings(False)
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)
    structlog.reset_defaults()


@pytest.fixture
def out() -> io.StringIO:
    stream = io.StringIO()
    logs.setup("DEBUG", "json", stream)
    return stream


def lines(out: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.getvalue().splitlines()]


def fail_with(message: str) -> None:
    secret_local = message
    raise ValueError(secret_local)


def test_ids_and_outcomes_come_out(out: io.StringIO) -> None:
    structlog.get_logger().info("turn_done", update_id=7, case="K7RW2X", outcome="stored", seconds=0.25)
    (line,) = lines(out)
    assert line.pop("timestamp").endswith("Z")
    assert line == {
        "level": "info",
        "event": "turn_done",
        "update_id": 7,
        "case": "K7RW2X",
        "outcome": "stored",
        "seconds": 0.25,
    }


def test_a_key_that_is_not_allowed_is_left_out_and_counted(out: io.StringIO) -> None:
    structlog.get_logger().info("turn_done", text=PLANTED, **{PLANTED: 1}, count=3)
    (line,) = lines(out)
    assert PLANTED not in out.getvalue()
    assert (line["count"], line["dropped"]) == (3, 2)


@pytest.mark.parametrize(
    "value", [f"I took {PLANTED}", TOKEN, f"https://host/bot{TOKEN}/getMe", [PLANTED], {"a": PLANTED}, PLANTED.encode()]
)
def test_an_allowed_key_takes_no_sentence_no_token_and_no_structure(out: io.StringIO, value: object) -> None:
    structlog.get_logger().info("turn_done", outcome=value)
    assert PLANTED not in out.getvalue()
    assert TOKEN not in out.getvalue()
    assert lines(out)[0]["dropped"] == 1


def test_an_event_that_is_a_sentence_is_left_out(out: io.StringIO) -> None:
    structlog.get_logger().warning(f"client said {PLANTED}")
    structlog.get_logger().warning("client said %s", PLANTED)
    assert PLANTED not in out.getvalue()
    assert [(line["event"], line["dropped"]) for line in lines(out)] == [("unnamed", 1), ("unnamed", 1)]


def test_an_exception_is_its_class_and_its_place(out: io.StringIO) -> None:
    try:
        fail_with(PLANTED)
    except ValueError as error:
        structlog.get_logger().error("turn_failed", error=error)
        structlog.get_logger().exception("turn_failed")
        structlog.get_logger().error("turn_failed", exc_info=error)
        structlog.get_logger().error("turn_failed", exc_info=sys.exc_info())
    assert PLANTED not in out.getvalue()
    for line in lines(out):
        assert line["error"] == "ValueError"
        assert line["at"].startswith("bot/test_logs.py:")
        assert "dropped" not in line


def test_the_causes_of_an_exception_are_their_classes(out: io.StringIO) -> None:
    try:
        try:
            fail_with(PLANTED)
        except ValueError as error:
            raise KeyError(PLANTED) from error
    except KeyError:
        structlog.get_logger().exception("turn_failed")
    (line,) = lines(out)
    assert PLANTED not in out.getvalue()
    assert (line["error"], line["because"]) == ("KeyError", "ValueError")


def test_exc_info_without_an_exception_does_no_harm(out: io.StringIO) -> None:
    structlog.get_logger().error("turn_failed", exc_info=True)
    assert lines(out)[0]["event"] == "turn_failed"


def test_a_library_says_where_and_never_what(out: io.StringIO) -> None:
    library = logging.getLogger("some.library")
    library.warning("client said " + PLANTED)
    library.warning("client said %s", PLANTED)
    library.error(ValueError(PLANTED))
    library.log(35, PLANTED, extra={"outcome": PLANTED})
    assert PLANTED not in out.getvalue()
    assert {(line["event"], line["logger"]) for line in lines(out)} == {("library", "some.library")}
    assert all(line["at"].startswith("bot/test_logs.py:") for line in lines(out))
    assert [line["level"] for line in lines(out)] == ["warning", "warning", "error", "warning"]


def test_an_exception_in_a_library_is_its_class_and_its_place(out: io.StringIO) -> None:
    try:
        fail_with(PLANTED)
    except ValueError:
        logging.getLogger("some.library").exception(PLANTED)
    (line,) = lines(out)
    assert PLANTED not in out.getvalue()
    assert line["error"] == "ValueError"


def test_a_message_that_cannot_be_formatted_is_not_printed(
    out: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    logging.getLogger("some.library").warning("%d and %d", PLANTED)
    assert PLANTED not in out.getvalue() + capsys.readouterr().err


def test_a_warning_is_routed_too(out: io.StringIO) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logs.setup("INFO", "json", out)
        warnings.warn(PLANTED, stacklevel=1)
    assert PLANTED not in out.getvalue()
    assert lines(out)[0]["logger"] == "py.warnings"


async def test_a_task_that_fails_unseen_is_its_class(out: io.StringIO) -> None:
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": PLANTED, "exception": ValueError(PLANTED)})
    assert PLANTED not in out.getvalue()
    assert lines(out)[0]["error"] == "ValueError"


def test_an_uncaught_exception_is_its_class(out: io.StringIO, capsys: pytest.CaptureFixture[str]) -> None:
    sys.excepthook(ValueError, ValueError(PLANTED), None)
    assert PLANTED not in out.getvalue() + capsys.readouterr().err
    assert (lines(out)[0]["event"], lines(out)[0]["error"]) == ("uncaught", "ValueError")


def test_ctrl_c_stays_what_it_is(out: io.StringIO, capsys: pytest.CaptureFixture[str]) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert "KeyboardInterrupt" in capsys.readouterr().err
    assert not out.getvalue()


@pytest.mark.parametrize("name", ["httpx", "telegram.ext", "transitions.core", "aiohttp.access", "uvicorn.access"])
def test_a_chatty_library_is_heard_from_warning_on(out: io.StringIO, name: str) -> None:
    logging.getLogger(name).info("a routine line")
    assert not out.getvalue()
    logging.getLogger(name).warning("a warning")
    assert lines(out)[0]["logger"] == name


def test_a_librarys_own_handler_and_level_are_taken_away(out: io.StringIO) -> None:
    own = io.StringIO()
    logger = logging.getLogger("uvicorn.error")
    logger.addHandler(logging.StreamHandler(own))
    logger.setLevel(logging.DEBUG)
    logs.setup("DEBUG", "json", out)
    logger.info(PLANTED)
    logger.warning(PLANTED)
    assert not own.getvalue()
    assert len(lines(out)) == 1


def test_lines_below_the_level_are_not_written() -> None:
    out = io.StringIO()
    logs.setup("WARNING", "json", out)
    structlog.get_logger().info("turn_done")
    assert not out.getvalue()


def test_a_file_gets_json_and_a_terminal_gets_plain_lines() -> None:
    out = io.StringIO()
    logs.setup("INFO", None, out)
    structlog.get_logger().info("turn_done", update_id=7)
    assert lines(out)[0]["update_id"] == 7
    out = io.StringIO()
    logs.setup("INFO", "console", out)
    structlog.get_logger().info("turn_done", update_id=7, text=PLANTED)
    assert "update_id=7" in out.getvalue()
    assert PLANTED not in out.getvalue()


def test_lost_lines_are_told_as_a_line_like_any_other() -> None:
    out = Moody()
    logs.setup("INFO", "json", out)
    out.problem = BrokenPipeError()
    structlog.get_logger().error("turn_failed")
    out.problem = None
    structlog.get_logger().info("turn_done")
    told, line = lines(out)
    assert (told["event"], told["count"], told["level"], line["event"]) == ("log.lost", 1, "warning", "turn_done")
    assert logs.lost() == 1


def test_a_log_that_was_never_set_up_has_lost_nothing() -> None:
    assert logs.lost() == 0


def test_a_turn_that_has_something_to_log_is_taken_though_the_disk_of_logs_is_full(
    flow: Flow, database: Database
) -> None:
    room = Room(flow, database)
    room.script.steps = [ValueError(PLANTED)]
    out = Moody()
    out.problem = OSError(errno.ENOSPC, "no space left on device")
    logs.setup("DEBUG", "json", out)
    room.receive(text("hello"))
    with database.look(room.now) as work:
        assert work.inbox.waiting() == 1
    room.now += timedelta(minutes=1)
    room.receive()
    assert room.says() == [room.words("nudge")]
    assert logs.lost() > 0
