"""What the settings say, beside that they can be read at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.doctor.finding import Finding, look, ok, wrong
from bot.settings import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.settings import Settings


def settings(given: Settings) -> Iterator[Finding]:
    """Whether the bot can start with them, and whether anybody of the team hears of what it does."""
    try:
        given.token()
    except SettingsError as problem:
        yield wrong("settings", str(problem))
        return
    yield ok("settings", "Every setting can be read.")
    if given.webhook_url and not given.webhook_secrets:
        yield wrong("settings", "WEBHOOK_SECRET is missing: give 16 to 256 letters, digits, - or _, chosen at random.")
    if not given.staff_chats:
        yield look("settings", "STAFF_CHAT_ID is empty, so nobody is alerted: name a group or a person.")
    if not given.staff:
        yield look("settings", "REVIEWERS and ADMINS are empty, so there is no console: name who may use it.")
    if given.staff and not given.console_url.startswith(("https:", "http://127.", "http://localhost", "http://[::1]")):
        yield look("settings", "CONSOLE_URL is plain http, which others in the network can read: put https before it.")
    if given.webhook_url and given.webhook_secret_before is not None:
        yield look("settings", "WEBHOOK_SECRET_BEFORE is still taken: empty it once Telegram has the new one.")
