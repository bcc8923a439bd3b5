"""Tests that kill the real program and look for what was lost or doubled."""
