"""Looks everything over and says, one line each, what is well, what to look at and what is wrong."""
