"""The command line: one click command per thing the owner can do, in one module for each part."""

from bot.commands import copies, form, operating, running, stored, webhook
from bot.commands.edge import ROOT, main

__all__ = ["ROOT", "copies", "form", "main", "operating", "running", "stored", "webhook"]
