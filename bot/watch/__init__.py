"""How the owner's machines see that all is well: whether it lives, whether it is ready, and its figures."""
