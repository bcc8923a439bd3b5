"""How well the readers read: rows of what people type, each with what it means, and the score over them."""
