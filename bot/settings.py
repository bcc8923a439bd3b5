"""The settings: the only reader of the environment and of `.env`."""

from __future__ import annotations

import ipaddress
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.members import Role, named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.members import Member

DOTENV = Path(".env")
TELEGRAM = "https://api.telegram.org"
CONSOLE = "127.0.0.1:8081"
WEBHOOK = "127.0.0.1:8082"
WATCH = "127.0.0.1:8083"
OFF = "off"
_TOKEN = re.compile(r"[0-9]{3,20}:[A-Za-z0-9_-]{35}")
_STANDIN_TOKEN = re.compile(r"[0-9]{1,20}:[A-Za-z0-9_-]{1,64}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
_LINE = re.compile(r"(?:export\s+)?(?P<name>[A-Za-z_][A-Za-z0-9_]*)\s*=")


class SettingsError(Exception):
    """A setting is missing or bad; the message is one sentence that names it and never holds its value."""


class Settings(BaseModel):
    """What the owner decides outside the program, checked; made by `load`, or by hand with no environment at all."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, validate_default=True)

    bot_token: SecretStr | None = None
    bot_api_url: Annotated[str, AfterValidator(lambda url: _safe_url(url))] = TELEGRAM
    # It may hold a password.
    database_url: Annotated[str, AfterValidator(lambda url: _database_url(url)), Field(repr=False)] = (
        "sqlite:///intake.sqlite3"
    )
    backup_key: SecretStr | None = None
    webhook_url: Annotated[str, AfterValidator(lambda url: url and _safe_url(url))] = ""
    webhook_listen: Annotated[str, AfterValidator(lambda place: _place(place))] = WEBHOOK
    webhook_secret: Annotated[SecretStr | None, AfterValidator(lambda secret: _secret(secret))] = None
    webhook_secret_before: Annotated[SecretStr | None, AfterValidator(lambda secret: _secret(secret))] = None
    watch_listen: Annotated[str, AfterValidator(lambda place: place if place == OFF else _place(place))] = WATCH
    sends_per_second: Annotated[float, Field(ge=0.1, le=1000)] = 25.0
    staff_chat_id: Annotated[
        tuple[Annotated[int, Field(ge=-(2**63), lt=2**63)], ...],
        NoDecode,
        BeforeValidator(lambda chats: chats.split(",") if isinstance(chats, str) else chats),
    ] = ()
    reviewers: Annotated[str, AfterValidator(lambda people: _people(people))] = ""
    admins: Annotated[str, AfterValidator(lambda people: _people(people))] = ""
    console_url: Annotated[str, AfterValidator(lambda url: _console_url(url))] = f"http://{CONSOLE}"
    console_listen: Annotated[str, AfterValidator(lambda place: _place(place))] = CONSOLE
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

    @property
    def staff_chats(self) -> tuple[int, ...]:
        """Each is alerted: a group, or somebody's chat with the bot."""
        return self.staff_chat_id

    @property
    def staff(self) -> Mapping[int, Member]:
        """Who gets into the console, by number; whoever is named in both lists is an admin."""
        return named(self.reviewers, Role.REVIEWER) | named(self.admins, Role.ADMIN)

    @property
    def console_place(self) -> tuple[str, int]:
        """The host and port at which the console listens."""
        return _host_and_port(self.console_listen)

    @property
    def webhook_place(self) -> tuple[str, int]:
        """The host and port at which Updates come in, where they do not have to be fetched."""
        return _host_and_port(self.webhook_listen)

    @property
    def watch_place(self) -> tuple[str, int] | None:
        """The host and port at which the first worker says how it is; None when nobody asks."""
        return _host_and_port(self.watch_listen) if self.watch_listen != OFF else None

    @property
    def webhook_secrets(self) -> tuple[str, ...]:
        """The secrets that Telegram may name, the present one first."""
        known = (self.webhook_secret, self.webhook_secret_before)
        return tuple(secret.get_secret_value() for secret in known if secret is not None)

    def is_on_a_file(self) -> bool:
        """Whether the database is a file, which one process at a time may have."""
        return self.database_url.startswith("sqlite:")

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
    "DATABASE_URL": "name an SQLite file such as sqlite:///intake.sqlite3, or postgresql://user:password@host/name",
    "BACKUP_KEY": "give any long password, or none",
    "WEBHOOK_URL": "give an https address such as https://bot.example.org/updates, or none",
    "WEBHOOK_LISTEN": f"give a host's number and a port, such as {WEBHOOK}",
    "WEBHOOK_SECRET": "give 16 to 256 letters, digits, - or _",
    "WEBHOOK_SECRET_BEFORE": "give the secret that was there before, or none",
    "WATCH_LISTEN": f"give a host's number and a port, such as {WATCH}, or {OFF}",
    "SENDS_PER_SECOND": "give a number such as 25; Telegram allows a bot about 30",
    "STAFF_CHAT_ID": "give the staff chat's number, such as -1001234567890, or several with commas between, or none",
    "REVIEWERS": "give Telegram numbers, each with a name if you like and commas between, such as 111 Ann, 222 Bo",
    "ADMINS": "give Telegram numbers, each with a name if you like and commas between, such as 333 Cy",
    "CONSOLE_URL": "give an address such as https://staff.example.org (plain http only on this machine or near it)",
    "CONSOLE_LISTEN": f"give a host's number and a port, such as {CONSOLE}",
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


def _safe_url(url: str) -> str:
    parts = urlsplit(url.rstrip("/"))
    host = parts.hostname or ""
    plain = not (parts.username or parts.password or parts.query or parts.fragment or re.search(r"\s", url))
    safe = parts.scheme == "https" or (parts.scheme == "http" and _is_near(host))
    if not host or not plain or not safe or parts.port == 0:
        raise ValueError("not an address that is safe to speak to")
    return parts.geturl()


def _console_url(url: str) -> str:
    """As a browser names it: in small letters, without a path, and without the port that goes without saying."""
    parts = urlsplit(_safe_url(url))
    host = parts.hostname or ""
    if parts.path or not host.isascii():
        raise ValueError("not the address of a site")
    name = f"[{host}]" if ":" in host else host
    usual = {"https": 443, "http": 80}[parts.scheme]
    return f"{parts.scheme}://{name}" + (f":{parts.port}" if parts.port not in (None, usual) else "")


def _place(place: str) -> str:
    host, _, port = place.rpartition(":")
    if host != "localhost":
        ipaddress.ip_address(host.strip("[]") if host.startswith("[") == (":" in host) else "")
    if not re.fullmatch("[0-9]{1,5}", port) or not 0 < int(port) < 2**16:
        raise ValueError("not a port")
    return place


def _people(people: str) -> str:
    """Unchanged. Raises ValueError when it does not name people."""
    named(people, Role.REVIEWER)
    return people


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
    parts = urlsplit(url)
    if parts.scheme in ("postgres", "postgresql", "postgresql+psycopg"):
        if not parts.path.strip("/") or parts.port == 0 or re.search(r"\s", url):
            raise ValueError("not a database on a server")
        return url
    path = url.removeprefix("sqlite:///")
    if path == url or not path.strip("/") or "?" in path or path == ":memory:":
        raise ValueError("not an SQLite file")
    return url


def _secret(secret: SecretStr | None) -> SecretStr | None:
    if secret is not None and not _SECRET.fullmatch(secret.get_secret_value()):
        raise ValueError("not a secret that Telegram takes")
    return secret


def _host_and_port(place: str) -> tuple[str, int]:
    host, _, port = place.rpartition(":")
    return host.strip("[]"), int(port)
