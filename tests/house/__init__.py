"""The rules of the house: what a module may import, construct and be called."""
