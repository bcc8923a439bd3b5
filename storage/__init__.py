"""Persistence: every table, and one transaction at a time."""
