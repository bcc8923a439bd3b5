"""That the file at its path is still the one that was opened: the system lets us write on into one that is gone."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from storage.refusals import FileGone, Replaced


@dataclass(frozen=True, slots=True)
class OwnFile:
    """Where the database file is, and which one it is; without a path there is nothing that could go away."""

    path: Path | None
    which: tuple[int, int] | None

    @classmethod
    def of(cls, path: Path | None) -> Self:
        """As it stands now."""
        return cls(path, None if path is None else _which(path))

    def check(self) -> None:
        """Raises FileGone or Replaced."""
        if self.path is None:
            return
        which = _which(self.path)
        if which is None:
            raise FileGone
        if which != self.which:
            raise Replaced


def _which(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_dev, found.st_ino
