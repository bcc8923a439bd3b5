"""How well the readers read."""
