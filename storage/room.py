"""What every room of a Work has: the Work's connection and its one moment."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Room:
    connection: Connection
    now: datetime
