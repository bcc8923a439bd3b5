"""What Telegram says of the token, of the webhook, and of the team's chats."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.chat.monitor import MANY, complaints
from bot.chat.reach import Standing
from bot.doctor.finding import Finding, look, ok, wrong
from bot.showing import age

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Set
    from datetime import datetime

    from bot.chat.hook import Told
    from bot.chat.reach import Reached

STALE = timedelta(days=1)
"""How long ago Telegram's last failure may be and still be worth a look."""

ADVICE: Mapping[Standing, str] = {
    Standing.UNKNOWN: "cannot be written to: press START there, add the bot to the group, or mend the number",
    Standing.SHUT: "does not let the bot write: unblock it there, or give it the right to send messages",
    Standing.MOVED: "has another number now: look it up, and put that one into STAFF_CHAT_ID",
    Standing.UNSURE: "could not be tried just now: try again",
}


def token(reached: Reached, known_bots: Set[int]) -> Iterator[Finding]:
    """Whether the token is a bot's, and the bot the one that this database belongs to."""
    if reached.problem:
        yield wrong("token", reached.problem)
    elif known_bots and reached.bot_id not in known_bots:
        yield look(
            "token",
            f"@{reached.username} answers, but the database in DATABASE_URL is another bot's: see that both are right.",
        )
    else:
        yield ok("token", f"@{reached.username} answers.")


def webhook(reached: Reached, url: str, now: datetime) -> Iterator[Finding]:
    """Whether Updates come the way that WEBHOOK_URL says; it is empty where they are polled."""
    if reached.hook is None:
        yield look("webhook", "Telegram did not say whether there is one: see to the token first.")
        return
    sentences = complaints(reached.hook, url, now)
    yield from (wrong("webhook", sentence) for sentence in sentences)
    if not sentences:
        yield ok("webhook", "Telegram brings updates to WEBHOOK_URL." if url else "There is none: updates are polled.")
    yield from _history(reached.hook, bool(sentences), now)


def _history(hook: Told, is_wrong: bool, now: datetime) -> Iterator[Finding]:
    """Telegram's own words of its last failure, and what waits with it."""
    if hook.failed_at is not None and now - hook.failed_at < STALE:
        yield look("webhook", f"Telegram's last failure was {age(now - hook.failed_at)} ago: {hook.failure}")
    if hook.waiting > MANY and not is_wrong:
        yield look("webhook", f"{hook.waiting} updates wait with Telegram: see that the bot runs.")


def staff(reached: Reached, names: Mapping[int, str]) -> Iterator[Finding]:
    """Whether each of the team's chats can be written to; `names` says who is whose, by number."""
    for chat_id, standing in reached.chats.items():
        if standing is not Standing.OPEN:
            yield wrong("staff", f"{names.get(chat_id, 'The chat')} ({chat_id}) {ADVICE[standing]}.")
    reachable = sum(standing is Standing.OPEN for standing in reached.chats.values())
    if reachable:
        yield ok("staff", f"{reachable} of {len(reached.chats)} chats of the team can be written to.")
