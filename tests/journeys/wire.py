"""PTB's way to Telegram without a socket: each call goes straight through the stand-in's door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.error import NetworkError
from telegram.request import BaseRequest

from bot.standin.door import call
from bot.standin.params import Upload
from bot.standin.refusal import HungUp

if TYPE_CHECKING:
    from telegram._utils.types import ODVInput
    from telegram.request import RequestData

    from bot.standin.cloud import Cloud


class Wire(BaseRequest):
    """One line to one stand-in."""

    def __init__(self, cloud: Cloud) -> None:
        self._cloud = cloud

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One call; NetworkError where the line breaks and nobody knows whether it arrived."""
        token, _, name = url.rpartition("/bot")[2].partition("/")
        params = request_data.json_parameters if request_data else {}
        try:
            return await call(self._cloud, token, name, params, _files(request_data))
        except HungUp:
            raise NetworkError("hung up") from None


def _files(data: RequestData | None) -> dict[str, Upload]:
    if data is None or not data.contains_files:
        return {}
    found = {}
    for name, (filename, content, kind) in data.multipart_data.items():
        found[name] = Upload(str(filename), content if isinstance(content, bytes) else content.read(), str(kind))
    return found
