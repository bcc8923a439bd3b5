"""A local Telegram: the Bot API methods we use, as a small web app, and a page with a client's phone."""
