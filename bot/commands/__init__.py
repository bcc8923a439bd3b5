"""The command line: one click command per thing the owner can do, in one module for each part."""

from bot.commands import form, operating, running, stored, webhook
from bot.commands.edge import ROOT, main

__all__ = ["ROOT", "form", "main", "operating", "running", "stored", "webhook"]
