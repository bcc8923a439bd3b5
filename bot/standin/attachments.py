"""Made-up photos, voices and the like: the shape Telegram gives them, with a few bytes behind each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.standin.params import Upload

if TYPE_CHECKING:
    from bot.standin.cloud import Cloud
    from bot.standin.refusal import JSON

KINDS = ("photo", "voice", "sticker", "video", "video_note", "audio", "document", "animation", "location")


def made_up(cloud: Cloud, kind: str, name: str = "") -> JSON:
    """The content of a message of this kind; `name` is a file's name or a sticker's emoji."""
    if kind not in KINDS:
        raise ValueError(f"{kind!r} is none of {', '.join(KINDS)}")
    if kind == "location":
        return {"location": {"latitude": 38.627, "longitude": -90.199}}
    file = cloud.store(Upload(name or f"{kind}.bin", b"made up"))
    if kind == "photo":
        return {"photo": [{**file, "width": 90, "height": 67}, {**file, "width": 1280, "height": 960}]}
    content: JSON = {kind: file | _details(kind, name)}
    return content | ({"document": file} if kind == "animation" else {})


def _details(kind: str, name: str) -> JSON:
    if kind == "sticker":
        size = {"width": 512, "height": 512, "is_animated": False, "is_video": False}
        return {**size, "type": "regular", "emoji": name or "\N{THUMBS UP SIGN}"}
    if kind == "document":
        return {"file_name": name or "document.pdf", "mime_type": "application/pdf"}
    if kind == "video_note":
        return {"length": 240, "duration": 5}
    size = {"width": 720, "height": 1280} if kind in {"video", "animation"} else {}
    return {**size, "duration": 5}
