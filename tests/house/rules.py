"""Each rule of the house: what it looks for, a module that breaks it, and a module that comes close and may."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.house.reading import Module, frozen_classes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ROOMS = ("chat", "staff", "console", "standin", "watch")
WEB = ("bot/console/", "bot/standin/", "bot/watch/", "bot/serving.py", "bot/webhook.py", "bot/app.py")
HOMES = {
    "telegram": ("bot/chat/",),
    "sqlmodel": ("storage/",),
    "sqlalchemy": ("storage/",),
    "alembic": ("storage/",),
    "starlette": WEB,
    "jinja2": WEB,
    "uvicorn": WEB,
    "prometheus_client": ("bot/watch/",),
    "pydantic_settings": ("bot/settings.py",),
    "dotenv": ("bot/settings.py",),
}
# The set-up runs before there are settings: it hands the environment on to the Python in .venv.
READS_ENVIRONMENT = ("bot/settings.py", "bot/bootstrap.py")
# `wording` looks through the modules for the words they use.
LOADERS = ("flows/clinic.py", "flows/words.py", "flows/answers/catalogue.py", "flows/wording.py")
CLOCKS = {"now", "utcnow", "today", "fromtimestamp"}
READING = {
    "open",
    "read_text",
    "read_bytes",
    "write_text",
    "write_bytes",
    "iterdir",
    "glob",
    "rglob",
    "exists",
    "mkdir",
}
OUTSIDE = (
    "aiohttp", "asyncio", "bot", "http", "httpx", "logging", "multiprocessing", "os", "random", "secrets", "shutil",
    "socket", "sqlite3", "storage", "structlog", "subprocess", "sys", "tempfile", "threading", "time", "urllib", "uuid",
)  # fmt: skip
BAD_NAMES = {"types", "queue", "utils", "helpers", "manager", "data", "info"}
LONGEST = 300

PURE = {
    "dict", "enumerate", "frozenset", "len", "list", "map", "max", "min", "range", "set", "sorted", "str", "sum",
    "tuple", "zip", "sys.exit",
    "Path", "TypeVar", "ParamSpec", "NewType", "auto", "dataclass", "date", "datetime", "field", "time", "timedelta",
    "AfterValidator", "BeforeValidator", "ConfigDict", "Field", "SettingsConfigDict",
    "json.JSONEncoder", "re.compile", "re.escape", "dict.fromkeys", "itertools.chain", "logging.getLogger",
    "structlog.get_logger",
    "Prepared", "literal", "object", "or_", "union",
    "operator.attrgetter", "operator.itemgetter", "attrgetter", "itemgetter", "MappingProxyType", "ContextVar",
    "functools.cache", "functools.lru_cache", "functools.wraps", "lru_cache", "contextlib.suppress",
    "Index", "UniqueConstraint", "CheckConstraint", "ForeignKey", "ForeignKeyConstraint", "Column", "MetaData", "Table",
    "Relationship", "select", "update", "delete", "insert", "exists", "bindparam", "text", "func.count",
    "func.min", "func.max", "case",
}  # fmt: skip
PURE_METHODS = {
    "casefold", "format", "index", "items", "join", "keys", "lower", "removeprefix", "removesuffix", "replace",
    "resolve", "split", "splitlines", "strip", "union", "upper", "values", "with_variant",
}  # fmt: skip
# Functions of ours that make data out of data, and are called where the data is declared.
DECLARING = {"Is", "_lines", "combined", "named_metadata", "phrases", "table", "unindexed", "vocabulary"}
# Statements are declared once; what reaches a database is not declared but done.
STATEMENT_METHODS = {
    "between", "coalesce", "is_not_distinct_from", "pg_advisory_xact_lock", "pg_notify",
    "alias", "as_scalar", "cte", "distinct", "from_select", "offset", "in_", "is_", "is_not", "join", "label", "limit",
    "not_in",
    "order_by", "outerjoin", "returning", "scalar_subquery", "select_from", "subquery", "values", "where",
    "with_for_update", "with_only_columns", "group_by", "having", "correlate", "on_conflict_do_nothing",
    "on_conflict_do_update", "desc", "asc", "exists",
}  # fmt: skip
COMMANDS = {"main.command", "main.group", "quarantine.command"}
SILENCER = re.compile(r"(type:\s*ignore(\[[\w, -]+\])?|noqa(:\s*[A-Z0-9, ]+)?|pragma:\s*no (cover|branch))(?P<rest>.*)")


@dataclass(frozen=True)
class HouseRule:
    """`broken_by` and `kept_by` are modules as (path, text)."""

    name: str
    check: Callable[[Module], Iterable[str]]
    broken_by: tuple[tuple[str, str], ...]
    kept_by: tuple[tuple[str, str], ...] = ()


def arrows(module: Module) -> list[str]:
    if module.package == "flows":
        return module.imports_from("bot", "storage")
    if module.package == "storage":
        inner = module.imports_from("flows")
        return module.imports_from("bot") + [
            name for name in inner if name != "flows" and not name.startswith("flows.model")
        ]
    return []


def homes(module: Module) -> list[str]:
    return [
        name for library, homes in HOMES.items() if not module.is_in(*homes) for name in module.imports_from(library)
    ]


def rooms(module: Module) -> list[str]:
    room = module.path.split("/")[1]
    others = [f"bot.{other}" for other in ROOMS if other != room]
    return module.imports_from(*others) if module.package == "bot" and room in ROOMS else []


def environment(module: Module) -> list[str]:
    if module.is_in(*READS_ENVIRONMENT):
        return []
    banned = {"os.environ", "os.environb", "os.getenv", "os.putenv"}
    used = {ast.unparse(node) for node in module.nodes if isinstance(node, ast.Attribute)}
    return sorted(banned & (used | module.imports))


def dynamic_imports(module: Module) -> list[str]:
    return [
        ast.unparse(call) for call in module.calls() if ast.unparse(call.func).endswith(("import_module", "__import__"))
    ]


def construction(module: Module) -> list[str]:
    # Alembic runs its environment by importing it.
    if module.path == "storage/migrations/env.py":
        return []
    frozen = frozen_classes()
    return [
        f"line {call.lineno}: {ast.unparse(call.func)}()"
        for call in module.calls_at_import()
        if not _pure(module, call, frozen)
    ]


def _pure(module: Module, call: ast.Call, frozen: frozenset[str]) -> bool:
    name = ast.unparse(call.func)
    if name in PURE | DECLARING | frozen:
        return True
    if module.is_in("storage/migrations/") and name.startswith("sa."):
        return not name.startswith("sa.create")
    if module.is_in("bot/commands/") and (name.startswith("click.") or name in COMMANDS):
        return True
    method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    return method in PURE_METHODS or (module.package == "storage" and method in STATEMENT_METHODS)


def asynchrony(module: Module) -> list[str]:
    if not module.is_in("flows/", "storage/", "bot/turns.py"):
        return []
    kinds = (ast.AsyncFunctionDef, ast.Await, ast.AsyncFor, ast.AsyncWith)
    return [f"line {node.lineno}" for node in module.nodes if isinstance(node, kinds)]


def purity(module: Module) -> list[str]:
    if module.package != "flows":
        return []
    done = [call for call in module.calls() if _last_name(call) in CLOCKS]
    if not module.is_in(*LOADERS):
        done += [call for call in module.calls() if _last_name(call) in READING]
    return module.imports_from(*OUTSIDE) + [f"line {call.lineno}: {ast.unparse(call.func)}()" for call in done]


def _last_name(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2]


def names(module: Module) -> list[str]:
    parts = module.path.removesuffix(".py").split("/")
    shadowing = ["bot/telegram"] if parts[:2] == ["bot", "telegram"] else []
    return shadowing + [part for part in parts if part in BAD_NAMES]


def size(module: Module) -> list[str]:
    lines = module.text.count("\n")
    return [f"{lines} lines"] if lines > LONGEST and not module.is_in("tests/") else []


def docstring(module: Module) -> list[str]:
    return [] if ast.get_docstring(module.tree) else ["no docstring"]


def silencers(module: Module) -> list[str]:
    comments = [
        token for token in tokenize.generate_tokens(io.StringIO(module.text).readline) if token.type == tokenize.COMMENT
    ]
    found = [(token, match) for token in comments for match in SILENCER.finditer(token.string)]
    return [f"line {token.start[0]}: {match[0]}" for token, match in found if not re.search(r"[a-z]{3}", match["rest"])]


def log_events(module: Module) -> list[str]:
    levels = {"debug", "info", "warning", "error", "exception", "critical"}
    logged = [
        call
        for call in module.calls()
        if isinstance(call.func, ast.Attribute) and call.func.attr in levels
        if re.fullmatch(
            r"_?log(ger)?|self\._?log(ger)?|structlog\.get_logger\(\)", ast.unparse(call.func.value), re.IGNORECASE
        )
    ]
    return [f"line {call.lineno}" for call in logged if not (call.args and isinstance(call.args[0], ast.Constant))]


RULES = (
    HouseRule(
        "the arrows run from bot to storage to flows",
        arrows,
        (
            ("flows/seed.py", "import bot.settings"),
            ("flows/seed.py", "def f():\n    from storage import database"),
            ("storage/seed.py", "from bot.settings import Settings"),
            ("storage/seed.py", "from flows.words import Words"),
            ("storage/seed.py", "from flows import advance"),
            ("storage/seed.py", "from ..flows import advance"),
        ),
        (("storage/seed.py", "from flows.model import Intake"), ("storage/seed.py", "from flows import model")),
    ),
    HouseRule(
        "a library stays where it belongs",
        homes,
        (
            ("bot/turns.py", "from telegram import Bot"),
            ("bot/standin/seed.py", "import telegram.error"),
            ("bot/turns.py", "import sqlalchemy as sa"),
            ("flows/seed.py", "from sqlmodel import select"),
            ("bot/seed.py", "from alembic import command"),
            ("bot/chat/seed.py", "from starlette.responses import Response"),
            ("bot/seed.py", "import jinja2"),
            ("bot/workers.py", "import uvicorn"),
            ("bot/app.py", "from pydantic_settings import BaseSettings"),
        ),
        (
            ("bot/chat/seed.py", "import telegram"),
            ("bot/seed.py", "import telegraph"),
            ("bot/app.py", "import uvicorn"),
        ),
    ),
    HouseRule(
        "the rooms of the bot do not know each other",
        rooms,
        (
            ("bot/chat/seed.py", "from bot.staff import alerts"),
            ("bot/standin/seed.py", "import bot.chat.read"),
            ("bot/console/seed.py", "from bot import standin"),
            ("bot/staff/seed.py", "from ..console import pages"),
        ),
        (("bot/chat/seed.py", "from bot.chat import read"), ("bot/app.py", "from bot import chat, standin")),
    ),
    HouseRule(
        "the environment is read in one place",
        environment,
        (
            ("bot/seed.py", "import os\nos.environ['A']"),
            ("storage/seed.py", "from os import environ"),
            ("flows/seed.py", "from os import getenv"),
            ("bot/seed.py", "import os\ndef f():\n    return os.getenv('A')"),
        ),
        (("bot/settings.py", "import os\nos.environ['A']"), ("bot/seed.py", "import os\nos.getpid()")),
    ),
    HouseRule(
        "imports are written down",
        dynamic_imports,
        (
            ("flows/seed.py", "import importlib\ndef f():\n    importlib.import_module('storage')"),
            ("bot/seed.py", "__import__('telegram')"),
        ),
    ),
    HouseRule(
        "nothing is constructed at import",
        construction,
        (
            ("storage/seed.py", "from sqlalchemy import create_engine\nENGINE = create_engine('sqlite://')"),
            ("storage/seed.py", "ROWS = table().connect()"),
            ("bot/seed.py", "SETTINGS = load()"),
            ("bot/seed.py", "from bot.settings import Settings\nSETTINGS = Settings()"),
            ("flows/seed.py", "MACHINE = Machine(states=[])"),
            ("flows/seed.py", "TEXT = Path(__file__).read_text()"),
            ("flows/seed.py", "def f(flow=load()):\n    pass"),
            ("bot/seed.py", "class Door:\n    app = Starlette()"),
            ("bot/seed.py", "try:\n    BOT = ExtBot('1:a')\nfinally:\n    pass"),
            ("bot/seed.py", "if True:\n    LOOP = asyncio.new_event_loop()"),
        ),
        (
            ("flows/seed.py", "RULES = (Question('age', 1, 2), re.compile('a'))"),
            ("bot/seed.py", "def f():\n    return Settings()"),
            ("bot/seed.py", "if __name__ == '__main__':\n    main()"),
            ("bot/seed.py", "LATER = lambda: Machine()"),
        ),
    ),
    HouseRule(
        "async stops at the door",
        asynchrony,
        (
            ("flows/seed.py", "async def f():\n    pass"),
            ("storage/seed.py", "class A:\n    async def f(self):\n        pass"),
            ("bot/turns.py", "async def take():\n    pass"),
        ),
        (("bot/workers.py", "async def run():\n    pass"),),
    ),
    HouseRule(
        "the flow knows no clock and nothing outside",
        purity,
        (
            ("flows/seed.py", "from datetime import date\ndef f():\n    return date.today()"),
            ("flows/seed.py", "import datetime\ndef f():\n    return datetime.datetime.now()"),
            ("flows/seed.py", "import time"),
            ("flows/seed.py", "from random import choice"),
            ("flows/seed.py", "import structlog"),
            ("flows/seed.py", "def f(path):\n    return path.read_text()"),
            ("flows/seed.py", "def f(path):\n    return open(path)"),
        ),
        (
            ("flows/clinic.py", "def f(path):\n    return path.read_text()"),
            ("flows/seed.py", "def f(today):\n    return today.isoformat()"),
            ("bot/seed.py", "import time"),
        ),
    ),
    HouseRule(
        "names say what is inside",
        names,
        (
            ("bot/telegram/__init__.py", ""),
            ("bot/telegram.py", ""),
            ("flows/types.py", ""),
            ("storage/queue.py", ""),
            ("bot/chat/utils.py", ""),
            ("tests/helpers.py", ""),
            ("bot/manager.py", ""),
        ),
        (("bot/chat/telegrams.py", ""),),
    ),
    HouseRule(
        "a module fits into one's head",
        size,
        (("flows/seed.py", "\n" * (LONGEST + 1)),),
        (("flows/seed.py", "\n" * LONGEST),),
    ),
    HouseRule(
        "a module says what it is for",
        docstring,
        (("flows/seed.py", "import re"), ("bot/seed/__init__.py", "")),
        (("flows/seed.py", '"""The seed."""'),),
    ),
    HouseRule(
        "a check is silenced for a reason",
        silencers,
        (
            ("bot/seed.py", "f()  # type: ignore"),
            ("bot/seed.py", "f()  # type: ignore[arg-type]"),
            ("bot/seed.py", "f()  # noqa: E501"),
            ("bot/seed.py", "f()  # noqa"),
            ("bot/seed.py", "f()  # pragma: no cover"),
        ),
        (
            ("bot/seed.py", "f()  # noqa: S603 - a command of our own"),
            ("bot/seed.py", "f()  # type: ignore[misc] # the stubs lack it"),
            ("bot/seed.py", "'# noqa'"),
        ),
    ),
    HouseRule(
        "a log line's event is a literal",
        log_events,
        (
            ("bot/seed.py", "def f(text):\n    log.info(text)"),
            ("bot/seed.py", "def f(text):\n    structlog.get_logger().info(f'said_{text}')"),
            ("bot/seed.py", "def f(self, text):\n    self._log.exception(text)"),
        ),
        (("bot/seed.py", "log.info('turn_done', count=1)"),),
    ),
)
