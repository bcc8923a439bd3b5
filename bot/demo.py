"""The demo: the program on a stand-in, with a client's phone and the console side by side, and nothing left behind."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, closing, suppress
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click
from pydantic import SecretStr

from bot import logs
from bot.app import asking_for, serve
from bot.serving import listen
from bot.settings import Settings
from bot.standin.cloud import Cloud
from bot.standin.server import serve as serve_standin
from flows.flow import load
from storage.database import migrate, open_database

if TYPE_CHECKING:
    from flows.flow import Flow
    from storage.database import Database

DEMO_BOT = 700_000_001
"""The stand-in's bot; its token is made of this number and is good nowhere else."""
HERE = "127.0.0.1"


def demo(port: int, console_port: int) -> None:
    """Serve a stand-in, a client's phone and the console on this machine until Ctrl-C; nothing is left behind.

    Port 0 takes any free one. Raises one of REFUSALS.
    """
    logs.setup("WARNING")
    flow = load()
    with TemporaryDirectory(prefix="intake-demo-") as folder:
        url = f"sqlite:///{folder}/demo.sqlite3"
        migrate(url)
        with closing(open_database(url)) as database, suppress(asyncio.CancelledError):
            asyncio.run(_demo(flow, database, url, port, console_port))


async def _demo(flow: Flow, database: Database, database_url: str, port: int, console_port: int) -> None:
    cloud, token = Cloud(), f"{DEMO_BOT}:demo"
    bot = cloud.add_bot(token, flow.clinic.name)
    cloud.add_person("Pat")
    staff = cloud.add_person("Courtney (staff)")
    cloud.chat_with(staff, bot).opened = True
    with asking_for(f"Port {console_port} is taken: choose another one with --console-port."):
        console = f"{HERE}:{_free(console_port)}"
    async with AsyncExitStack() as serving:
        with asking_for(f"Port {port} is taken: choose another one with --port."):
            phone = await serving.enter_async_context(serve_standin(cloud, port=port, beside=f"http://{console}/"))
        click.echo(f"Open {phone.url} in a browser. Ctrl-C stops it.")
        click.echo(f"What is recorded is in DATABASE_URL={database_url} until then.")
        settings = Settings(
            bot_token=SecretStr(token),
            bot_api_url=phone.url,
            database_url=database_url,
            staff_chat_id=(staff.id,),
            admins=f"{staff.id} Courtney",
            console_url=f"http://{console}",
            console_listen=console,
        )
        await serve(settings, flow, database, demo_at=phone.url)


def _free(port: int) -> int:
    """The port if it is free, any free one for 0. Raises OSError for one that is taken."""
    with closing(listen(HERE, port)) as place:
        return int(place.getsockname()[1])
