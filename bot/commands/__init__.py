"""The command line: one click command per thing the owner can do, in one module for each part."""

from bot.commands import benching, copies, form, operating, running, stored, webhook
from bot.commands.edge import ROOT, main

__all__ = ["ROOT", "benching", "copies", "form", "main", "operating", "running", "stored", "webhook"]
