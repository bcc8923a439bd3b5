"""Why storage refuses to open or to write, each reason one class with one sentence that never holds a secret."""


class Refused(Exception):
    """Base of every refusal; `str()` is one sentence for the owner."""

    sentence = "The database cannot be used."

    def __init__(self, sentence: str | None = None) -> None:
        super().__init__(sentence or self.sentence)


class Unreachable(Refused):
    sentence = "DATABASE_URL does not name a database that can be opened."


class Busy(Refused):
    """It opened, but cannot now: locked for long, the disk full, the server away. The same may go well later."""

    sentence = "The database in DATABASE_URL cannot be used now: look at the disk, and at what else has it open."


class Unusable(Refused):
    """It opened, and going on with it would break what we promise: a person has to look."""

    sentence = "The database in DATABASE_URL can no longer be used."


class FileGone(Unusable):
    sentence = "The database file was deleted or moved while the bot used it: put it back, or restore the last backup."


class Replaced(Unusable):
    sentence = "The database was replaced while the bot used it: stop the bot first, then restore or move it."


class Broken(Unusable):
    sentence = "The database is damaged, or no database: stop the bot, keep what is there, and restore the last backup."


class SchemaMissing(Refused):
    sentence = "The database in DATABASE_URL has no tables yet: migrate it first."


class SchemaOld(Refused):
    sentence = "The tables of the database in DATABASE_URL are older than this program: migrate it first."


class SchemaNewer(Refused):
    sentence = "The tables of the database in DATABASE_URL are newer than this program: install the newer program."


class AlreadyRunning(Refused):
    sentence = "Another process already works on the database in DATABASE_URL: stop that one first."


class Conflict(Refused):
    sentence = "The intake was changed by someone else since it was read: read it again."
