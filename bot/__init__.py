"""Delivery: Telegram, staff, and the running program."""
