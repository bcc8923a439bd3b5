"""Where a bot may write, and where not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.standin.groups import Seat

if TYPE_CHECKING:
    from bot.standin.accounts import Bot
    from bot.standin.cloud import Cloud
    from bot.standin.phone import Phone
    from tests.bot.standin.conftest import Api


async def test_a_chat_must_be_named(api: Api) -> None:
    assert await api.refused("sendMessage", text="x") == "400 Bad Request: chat_id is empty"


async def test_nobody_there_is_not_found(api: Api) -> None:
    assert await api.refused("sendMessage", chat_id=9, text="x") == "400 Bad Request: chat not found"
    assert await api.refused("sendMessage", chat_id="what", text="x") == "400 Bad Request: chat not found"


async def test_a_stranger_is_not_found_either(api: Api, ana: Phone) -> None:
    assert await api.refused("sendMessage", chat_id=ana.person.id, text="x") == "400 Bad Request: chat not found"


async def test_somebody_met_in_a_group_has_to_write_first(api: Api, cloud: Cloud, ana: Phone) -> None:
    seat = Seat(ana, cloud.add_group("Skin"))
    seat.join()
    seat.add_bot()
    refusal = "403 Forbidden: bot can't initiate conversation with a user"
    assert await api.refused("sendMessage", chat_id=ana.person.id, text="x") == refusal
    ana.start()
    await api("sendMessage", chat_id=ana.person.id, text="x")


async def test_a_blocking_client_cannot_be_written_to(api: Api, ana: Phone, chat: int) -> None:
    ana.block()
    refusal = "403 Forbidden: bot was blocked by the user"
    assert await api.refused("sendMessage", chat_id=chat, text="x") == refusal
    ana.unblock()
    await api("sendMessage", chat_id=chat, text="x")


async def test_a_deleted_account_is_deactivated(api: Api, ana: Phone, chat: int) -> None:
    ana.person.deactivated = True
    assert await api.refused("sendMessage", chat_id=chat, text="x") == "403 Forbidden: user is deactivated"


async def test_bots_do_not_talk_to_bots(api: Api, cloud: Cloud) -> None:
    other = cloud.add_bot("7002:other")
    refusal = "403 Forbidden: bots can't send messages to bots"
    assert await api.refused("sendMessage", chat_id=other.id, text="x") == refusal


async def test_a_group_hears_the_bot_while_it_is_a_member(api: Api, cloud: Cloud, bot: Bot, ana: Phone) -> None:
    group = cloud.add_group("Skin")
    seat = Seat(ana, group)
    assert await api.refused("sendMessage", chat_id=group.id, text="x") == "400 Bad Request: chat not found"
    seat.add_bot()
    assert (await api("sendMessage", chat_id=group.id, text="x"))["chat"]["type"] == "supergroup"
    await api("sendChatAction", chat_id=group.id, action="typing")
    seat.remove_bot()
    kicked = "403 Forbidden: bot was kicked from the supergroup chat"
    assert await api.refused("sendMessage", chat_id=group.id, text="x") == kicked
    group.bots[bot.id] = "left"
    left = "403 Forbidden: bot is not a member of the supergroup chat"
    assert await api.refused("sendMessage", chat_id=group.id, text="x") == left
