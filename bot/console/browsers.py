"""What kind of browser it is, so that its owner knows it again in a list of sessions."""

from __future__ import annotations

KINDS = (
    ("edg", "Edge"), ("opr/", "Opera"), ("firefox", "Firefox"), ("fxios", "Firefox"), ("crios", "Chrome"),
    ("chrome", "Chrome"), ("safari", "Safari"),
)  # fmt: skip
SYSTEMS = (
    ("iphone", "iPhone"), ("ipad", "iPad"), ("android", "Android"), ("windows", "Windows"), ("mac os", "Mac"),
    ("cros", "Chromebook"), ("linux", "Linux"),
)  # fmt: skip


def kind_of(user_agent: str) -> str:
    """Words of ours, never the browser's own."""
    said = user_agent.lower()
    kind = next((name for mark, name in KINDS if mark in said), "A browser")
    system = next((name for mark, name in SYSTEMS if mark in said), "")
    return f"{kind} on {system}" if system else kind
