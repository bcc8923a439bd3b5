"""The bell wakes whoever waits, from any thread."""

from __future__ import annotations

import asyncio
import threading

from bot.bell import Bell


async def test_a_ring_before_waiting_is_not_missed() -> None:
    bell = Bell()
    heard = bell.rings
    bell.ring()
    assert await bell.wait(heard, 30)


async def test_a_ring_from_another_thread_wakes() -> None:
    bell = Bell()
    waiting = asyncio.ensure_future(bell.wait(bell.rings, 30))
    await asyncio.sleep(0)
    thread = threading.Thread(target=bell.ring)
    thread.start()
    assert await waiting
    thread.join()


def test_what_was_told_is_not_told_on_and_what_was_seen_to_is_not_looked_for() -> None:
    bell = Bell()
    bell.ring(told=True)
    assert (bell.own, bell.unseen) == (0, 0)
    bell.ring(seen_to=True)
    assert (bell.own, bell.unseen) == (1, 0)
    bell.ring()
    assert (bell.own, bell.unseen) == (2, 1)


async def test_silence_ends_with_the_time() -> None:
    assert not await Bell().wait(0, 0.001)


def test_a_loop_that_is_gone_is_passed_over() -> None:
    bell = Bell()
    loop = asyncio.new_event_loop()
    loop.run_until_complete(_left_waiting(bell))
    loop.close()
    bell.ring()
    assert bell.rings == 1


async def _left_waiting(bell: Bell) -> None:
    bell._waiting.append((asyncio.get_running_loop(), asyncio.Event()))
