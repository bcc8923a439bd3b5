"""The settings: the only reader of the environment and of `.env`."""

from __future__ import annotations

import ipaddress
import re
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

DOTENV = Path(".env")
TELEGRAM = "https://api.telegram.org"
_TOKEN = re.compile(r"[0-9]{3,20}:[A-Za-z0-9_-]{35}")
_STANDIN_TOKEN = re.compile(r"[0-9]{1,20}:[A-Za-z0-9_-]{1,64}")
_LINE = re.compile(r"(?:export\s+)?(?P<name>[A-Za-z_][A-Za-z0-9_]*)\s*=")


class SettingsError(Exception):
    """A setting is missing or bad; the message is one sentence that names it and never holds its value."""


class Settings(BaseModel):
    """What the owner decides outside the program, checked; made by `load`, or by hand with no environment at all."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, validate_default=True)

    bot_token: SecretStr | None = None
    bot_api_url: Annotated[str, AfterValidator(lambda url: _api_url(url))] = TELEGRAM
    database_url: Annotated[str, AfterValidator(lambda url: _database_url(url))] = "sqlite:///intake.sqlite3"
    staff_chat_id: Annotated[int | None, Field(ge=-(2**63), lt=2**63)] = None
    log_level: Annotated[
        Literal["DEBUG", "INFO", "WARNING", "ERROR"],
        BeforeValidator(lambda level: level.upper() if isinstance(level, str) else level),
    ] = "INFO"

    def token(self) -> str:
        """The bot's token; raises SettingsError when there is none or it cannot be one."""
        if self.bot_token is None:
            raise SettingsError(f"BOT_TOKEN is missing: {_ADVICE['BOT_TOKEN']}.")
        token = self.bot_token.get_secret_value()
        shape = _STANDIN_TOKEN if self.is_local() else _TOKEN
        if not shape.fullmatch(token):
            raise SettingsError(f"BOT_TOKEN is not a bot's token: {_ADVICE['BOT_TOKEN']}.")
        return token

    def is_local(self) -> bool:
        """Whether the Bot API is on this machine, so that the stand-in's short tokens are taken too."""
        return _is_loopback(urlsplit(self.bot_api_url).hostname or "")


class _FromMachine(BaseSettings, Settings):
    model_config = SettingsConfigDict(
        env_file=DOTENV, env_file_encoding="utf-8-sig", env_ignore_empty=True, extra="ignore"
    )


NAMES = tuple(name.upper() for name in Settings.model_fields)

_ADVICE = {
    "BOT_TOKEN": "put the token that @BotFather gave you (digits, a colon, 35 characters) into .env, without spaces",
    "BOT_API_URL": f"give an address such as {TELEGRAM} (https, or http on this machine or your own network)",
    "DATABASE_URL": "name an SQLite file such as sqlite:///intake.sqlite3",
    "STAFF_CHAT_ID": "give the staff chat's number, such as -1001234567890, or leave it empty for no alerts",
    "LOG_LEVEL": "use one of DEBUG, INFO, WARNING, ERROR",
}


def load() -> Settings:
    """The settings of this machine: real environment variables first, then `.env`, then the defaults.

    Empty values count as unset. Raises SettingsError for an unknown name in `.env` and for a bad value.
    """
    _refuse_unknown_lines(DOTENV)
    try:
        found = _FromMachine()
    except ValidationError as error:
        name = str(error.errors(include_input=False)[0]["loc"][0]).upper()
        raise SettingsError(f"{name} is not usable: {_ADVICE[name]}.") from None
    return Settings.model_validate(found.model_dump())


def _refuse_unknown_lines(dotenv: Path) -> None:
    if not dotenv.is_file():
        return
    for number, line in enumerate(_text(dotenv).splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = _LINE.match(line.strip())
        if match is None:
            raise SettingsError(f"Line {number} of {dotenv.name} is not NAME=value: mend it or put a # before it.")
        if match["name"].upper() not in NAMES:
            raise SettingsError(f"{dotenv.name} has an unknown name, {match['name']}: use only {', '.join(NAMES)}.")


def _text(dotenv: Path) -> str:
    try:
        return dotenv.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise SettingsError(f"{dotenv.name} cannot be read: save it as UTF-8 text that this user may read.") from None


def _api_url(url: str) -> str:
    parts = urlsplit(url.rstrip("/"))
    host = parts.hostname or ""
    plain = not (parts.username or parts.password or parts.query or parts.fragment or re.search(r"\s", url))
    safe = parts.scheme == "https" or (parts.scheme == "http" and _is_near(host))
    if not host or not plain or not safe or parts.port == 0:
        raise ValueError("not a Bot API address")
    return parts.geturl()


def _is_near(host: str) -> bool:
    """Whether plain http to `host` keeps the token on this machine or in the owner's own network."""
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return "." not in host


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _database_url(url: str) -> str:
    path = url.removeprefix("sqlite:///")
    if path == url or not path.strip("/") or "?" in path or path == ":memory:":
        raise ValueError("not an SQLite file")
    return url
