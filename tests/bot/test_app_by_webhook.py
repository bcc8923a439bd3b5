"""The program in a process of its own, behind a webhook: it sets it, answers, and refuses what cannot work."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from bot.standin.phone import Phone
from bot.standin.server import serve_in_thread
from tests.bot.running import TOKEN, a_cloud

PATIENCE = 60
SECRET = "the-secret-of-the-tests"
RUN = "from bot.commands import main; main(['run'])"


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def until(true: Callable[[], bool]) -> None:
    for _ in range(PATIENCE * 20):
        if true():
            return
        time.sleep(0.05)
    assert true()


@pytest.fixture
def phone() -> Phone:
    return a_cloud()[1]


@contextmanager
def program(database_url: str, phone: Phone, **changes: str) -> Iterator[subprocess.Popen[str]]:
    port = free_port()
    with serve_in_thread(phone.cloud) as standin:
        environment = {
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": standin.url,
            "DATABASE_URL": database_url,
            "WEBHOOK_URL": f"http://127.0.0.1:{port}/updates",
            "WEBHOOK_LISTEN": f"127.0.0.1:{port}",
            "WEBHOOK_SECRET": SECRET,
            "WATCH_LISTEN": "off",
            **changes,
        }
        with subprocess.Popen(
            [sys.executable, "-c", RUN], env=environment, stderr=subprocess.PIPE, text=True
        ) as running:
            try:
                yield running
            finally:
                running.kill()


def test_the_program_sets_its_webhook_answers_by_it_and_stops_when_asked(database_url: str, phone: Phone) -> None:
    phone.start()
    with program(database_url, phone) as running:
        until(lambda: bool(phone.answers))
        assert phone.bot.delivery is not None
        assert (phone.bot.delivery.secret, phone.bot.delivery.bodies) == (SECRET, 0)
        assert not phone.cloud.requests("getUpdates")
        running.send_signal(signal.SIGTERM)
        assert running.wait(PATIENCE) == 0
    assert phone.bot.webhook


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"WEBHOOK_SECRET": ""}, "WEBHOOK_SECRET"),
        ({"WEBHOOK_SECRET": "", "WEBHOOK_SECRET_BEFORE": SECRET}, "WEBHOOK_SECRET"),
        ({"WEBHOOK_URL": "https://bot.example.org/"}, "WEBHOOK_URL"),
        ({"WEBHOOK_URL": "http://192.168.0.1/updates"}, "WEBHOOK_URL"),
    ],
)
def test_a_webhook_that_cannot_work_is_refused_with_a_sentence(
    database_url: str, phone: Phone, changes: dict[str, str], named: str
) -> None:
    with program(database_url, phone, **changes) as running:
        assert running.wait(PATIENCE) == 2
        assert running.stderr is not None
        last = running.stderr.read().splitlines()[-1]
    assert named in last
    assert SECRET not in last
    assert not phone.bot.webhook


def test_a_port_that_is_taken_is_refused_and_names_its_setting(database_url: str, phone: Phone) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        place = f"127.0.0.1:{taken.getsockname()[1]}"
        with program(database_url, phone, WEBHOOK_LISTEN=place) as running:
            assert running.wait(PATIENCE) == 2
            assert running.stderr is not None
            assert "WEBHOOK_LISTEN" in running.stderr.read()
    assert not phone.bot.webhook
