"""Tests mirror the packages; `journeys` holds whole stories."""
