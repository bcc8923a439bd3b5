"""The log: one line per happening, made of allow-listed keys, with no words of a client, no name and no token in it."""

from __future__ import annotations

import logging
import re
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TextIO

import structlog

from bot.log_lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import FrameType, TracebackType

    from structlog.typing import EventDict, Processor

ALLOWED = frozenset(
    {
        "timestamp", "level", "event", "logger", "error", "because", "at",
        "update_id", "inbox_id", "outbox_id", "turn_id", "intake_id", "case",
        "method", "outcome", "kind", "state", "point", "status",
        "attempts", "count", "seconds", "waiting", "dropped",
        "host", "port", "pid", "version", "fingerprint", "signal",
    }
)  # fmt: skip
QUIET = ("aiohttp", "alembic", "asyncio", "httpcore", "httpx", "sqlalchemy", "telegram", "transitions", "uvicorn")

_EVENT = re.compile(r"[a-z][a-z0-9_.]{0,59}")
_TOKEN_LIKE = re.compile(r"[0-9]{6,}:[A-Za-z0-9_-]{30,}")
_WORD = re.compile(r"[\w.:/<>+-]{1,200}")
_FRAMES = 4


def setup(level: str = "INFO", lines: Literal["json", "console"] | None = None, out: TextIO | None = None) -> None:
    """Send this program's and every library's log lines to `out` (standard error), at least as severe as `level`.

    Call it once, in the composition root. Run uvicorn with `log_config=None`, or it puts its own handlers back.
    """
    out = out or sys.stderr
    number = logging.getLevelNamesMapping()[level]
    processors = _processors(lines or ("console" if out.isatty() else "json"), out)
    written = Lines(out, partial(_lost, processors))
    structlog.configure(
        processors=processors,
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=lambda *_: written,
        cache_logger_on_first_use=False,
    )
    _route_libraries(number)
    sys.excepthook = _uncaught


def lost() -> int:
    """How many lines could not be written since `setup`."""
    written = structlog.get_config()["logger_factory"]()
    return written.lost if isinstance(written, Lines) else 0


def _lost(processors: Iterable[Processor], count: int) -> str:
    """The line that says so; it does not go through the logger, which is in the middle of writing another."""
    told: Any = {"event": "log.lost", "count": count}
    for process in processors:
        told = process(None, "warning", told)
    return str(told)


def _processors(lines: Literal["json", "console"], out: TextIO) -> list[Processor]:
    renderer: Processor = structlog.processors.JSONRenderer()
    if lines == "console":
        renderer = structlog.dev.ConsoleRenderer(colors=out.isatty())
    stamp = structlog.processors.TimeStamper(fmt="iso", utc=True)
    return [stamp, structlog.processors.add_log_level, name_error, keep_allowed, renderer]


def name_error(_logger: object, _method: str, event: EventDict) -> EventDict:
    """Replace an exception by its class, the classes it came from, and the places it passed; never by its message."""
    raised = event.pop("exc_info", None)
    if isinstance(raised, tuple):
        raised = raised[1]
    elif raised and not isinstance(raised, BaseException):
        raised = sys.exc_info()[1]
    if isinstance(raised, BaseException):
        event.setdefault("error", raised)
    error = event.get("error")
    if isinstance(error, BaseException):
        event["error"] = type(error).__name__
        event.setdefault("at", _places(error.__traceback__))
        because = [type(cause).__name__ for cause in _causes(error)]
        if because:
            event.setdefault("because", ">".join(because))
    return event


def keep_allowed(_logger: object, _method: str, event: EventDict) -> EventDict:
    """Keep allow-listed keys with bare values; anything else is left out and counted in `dropped`."""
    kept: EventDict = {key: value for key, value in event.items() if key in ALLOWED and _bare(key, value)}
    lost = len(event) - len(kept)
    kept.setdefault("event", "unnamed")
    if lost:
        kept["dropped"] = lost
    return kept


def _bare(key: str, value: object) -> bool:
    if key == "event":
        return isinstance(value, str) and _EVENT.fullmatch(value) is not None
    if isinstance(value, str):
        return _WORD.fullmatch(value) is not None and _TOKEN_LIKE.search(value) is None
    return value is None or isinstance(value, bool | int | float)


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen = {id(error)}
    while (cause := error.__cause__ or error.__context__) is not None and id(cause) not in seen:
        seen.add(id(cause))
        yield cause
        error = cause


def _places(traceback: TracebackType | None) -> str | None:
    """The last frames as `folder/file.py:line`, innermost first."""
    places: list[str] = []
    while traceback is not None:
        places.append(_place(traceback.tb_frame, traceback.tb_lineno))
        traceback = traceback.tb_next
    return "<".join(reversed(places[-_FRAMES:])) or None


def _place(frame: FrameType, line: int) -> str:
    return f"{'/'.join(Path(frame.f_code.co_filename).parts[-2:])}:{line}"


class _Library(logging.Handler):
    """Says where a library logged, never what: its message may hold a token, a state or a client's words."""

    def emit(self, record: logging.LogRecord) -> None:
        raised = record.exc_info[1] if record.exc_info else None
        if raised is None and isinstance(record.msg, BaseException):
            raised = record.msg
        facts = {"logger": record.name, "error": raised} if raised else {"logger": record.name}
        at = f"{'/'.join(Path(record.pathname).parts[-2:])}:{record.lineno}"
        structlog.get_logger().log(_rounded(record.levelno), "library", at=at, **facts)


def _rounded(level: int) -> int:
    """The named level at or below `level`: structlog knows no others."""
    return min(max(level - level % 10, logging.DEBUG), logging.CRITICAL)


def _route_libraries(level: int) -> None:
    # A handler that fails would print the message with its arguments.
    logging.raiseExceptions = False
    logging.captureWarnings(True)
    root = logging.getLogger()
    root.handlers[:] = [_Library()]
    root.setLevel(level)
    for name, logger in logging.root.manager.loggerDict.items():
        if isinstance(logger, logging.Logger):
            logger.handlers.clear()
            logger.propagate = True
            if name.partition(".")[0] in QUIET:
                logger.setLevel(logging.NOTSET)
    for name in QUIET:
        logging.getLogger(name).setLevel(max(level, logging.WARNING))


def _uncaught(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, traceback)
        return
    structlog.get_logger().critical("uncaught", error=error)
