"""Tests of what staff take along."""
