"""Faults and the log over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.standin.slips import Misdelivery, Slip
from tests.bot.standin.conftest import TOKEN

if TYPE_CHECKING:
    import aiohttp

    from bot.standin.cloud import Cloud

ME = f"/bot{TOKEN}/getMe"


async def order(http: aiohttp.ClientSession, **fault: Any) -> int:
    async with http.post("/faults", json=fault) as answer:
        return answer.status


async def test_a_refusal_can_be_ordered(http: aiohttp.ClientSession) -> None:
    assert await order(http, method="getMe", status=429, description="Slow", parameters={"retry_after": 4}) == 201
    async with http.get(ME) as answer:
        assert (answer.status, (await answer.json())["parameters"]) == (429, {"retry_after": 4})


async def test_a_cut_can_be_ordered_and_called_off(http: aiohttp.ClientSession, cloud: Cloud) -> None:
    assert await order(http, cut="after", nth=2, times=3) == 201
    (fault,) = cloud.faults.planned
    assert (fault.cut, fault.nth, fault.times) == ("after", 2, 3)
    async with http.delete("/faults") as answer:
        assert await answer.json() == {"planned": 0}
    assert cloud.faults.planned == []


async def test_a_slip_in_delivering_can_be_ordered_and_called_off(http: aiohttp.ClientSession, cloud: Cloud) -> None:
    assert await order(http, slip="late", chat_id=7, nth=2, times=3, seconds=0.5) == 201
    assert cloud.faults.misdeliveries == [Misdelivery(Slip.LATE, 7, 2, 3, 0.5)]
    assert cloud.faults.planned == []
    async with http.delete("/faults") as answer:
        assert await answer.json() == {"planned": 0}
    assert cloud.faults.misdeliveries == []


@pytest.mark.parametrize("fault", [{"cut": "sideways"}, {"status": "high"}, {"slip": "away"}])
async def test_an_order_nobody_understands_is_refused(http: aiohttp.ClientSession, fault: dict[str, str]) -> None:
    assert await order(http, **fault) == 400


async def test_the_log_can_be_read(http: aiohttp.ClientSession, cloud: Cloud) -> None:
    async with http.get(ME):
        pass
    async with http.get("/requests", params={"method": "getme"}) as answer:
        (line,) = await answer.json()
    assert (line["method"], line["status"], line["at"]) == ("getMe", 200, cloud.clock().isoformat())
