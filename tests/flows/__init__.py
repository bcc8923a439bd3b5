"""The conversation, tested without Telegram, clock or database."""
