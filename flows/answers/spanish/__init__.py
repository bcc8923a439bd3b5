"""Spanish as clients type it: tables of words, one module for each matter."""
