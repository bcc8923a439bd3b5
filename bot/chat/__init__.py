"""The Telegram edge: the only folder that imports `telegram`."""
