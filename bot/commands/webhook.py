"""The webhook: have Telegram bring Updates, or keep them to be fetched."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from bot.commands.edge import main, refusing, show

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.chat.calling import Bot
    from bot.chat.hook import Told
    from bot.settings import Settings


@main.command("set-webhook")
@refusing
def set_webhook() -> None:
    """Have Telegram bring updates to WEBHOOK_URL; those that wait come as well."""
    from bot import settings, webhook
    from bot.chat import hook

    found = settings.load()
    webhook.path_of(found)
    told = asyncio.run(_ask(found, lambda bot: hook.set_hook(bot, found.webhook_url, found.webhook_secrets[0])))
    click.echo("Telegram brings updates from now on.")
    _describe(told)


@main.command("delete-webhook")
@refusing
def delete_webhook() -> None:
    """Have Telegram keep updates until they are fetched; those that wait are kept as well."""
    from bot import settings
    from bot.chat import hook

    told = asyncio.run(_ask(settings.load(), hook.delete_hook))
    click.echo("Telegram keeps updates to be fetched from now on.")
    _describe(told)


@main.command("webhook-info")
@click.pass_context
@refusing
def webhook_info(context: click.Context) -> None:
    """What Telegram has and how it goes; fails when that is not what WEBHOOK_URL says or does not go well."""
    from bot import settings
    from bot.chat import monitor

    found = settings.load()
    told = asyncio.run(_ask(found))
    _describe(told)
    wrong = monitor.complaints(told, found.webhook_url, datetime.now(UTC))
    for sentence in wrong:
        click.echo(sentence, err=True)
    if wrong:
        context.exit(1)


async def _ask(found: Settings, act: Callable[[Bot], Awaitable[None]] | None = None) -> Told:
    """What Telegram has, after the act where there is one. Raises TelegramRefuses."""
    from bot import logs
    from bot.chat import connect, hook

    logs.setup("ERROR")
    async with connect.connect(found.token(), found.bot_api_url, polling=False) as bot:
        with hook.saying_why():
            if act is not None:
                await act(bot)
            return await hook.ask(bot)


def _describe(told: Told) -> None:
    from bot.showing import age

    failed = f"{age(datetime.now(UTC) - told.failed_at)} ago: {told.failure}" if told.failed_at else "none"
    show(
        (
            f"address      {told.url or 'none'}",
            f"waiting      {told.waiting}",
            f"last error   {failed}",
            f"connections  {told.connections or '-'}",
        )
    )
