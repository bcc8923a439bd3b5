"""Every fault tried: what Telegram, the database, the disk, the clock and we ourselves may do wrong."""
