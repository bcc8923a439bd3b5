"""What staff are told in Telegram."""
