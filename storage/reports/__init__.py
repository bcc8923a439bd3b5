"""The numbers of a stretch of weeks, from what happened alone: they outlive the intakes that they count."""

from storage.reports.figures import Asked, Figures, Found, Response
from storage.reports.room import Numbers, Reports
from storage.reports.runs import Ending

__all__ = ["Asked", "Ending", "Figures", "Found", "Numbers", "Reports", "Response"]
