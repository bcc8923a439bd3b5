"""Whole stories: a client's phone, Telegram played in memory, and everything of ours that is real."""
