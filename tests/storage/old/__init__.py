"""Databases as earlier programs left them, one file for each earlier revision; the newest revision needs none."""
