"""What PostgreSQL may sample: it keeps some values of each column to plan by, and they would outlive their rows."""

from sqlalchemy import Connection

from storage.leftovers import ERASED_FROM
from storage.postgres import is_postgres

KEYS = ("event", "handover", "kind", "question", "stage", "state")
"""Columns by which rows are looked for and which hold our own keys: no word of anybody's is ever in one."""
OF_WORDS = """
    SELECT format('ALTER TABLE %%I ALTER COLUMN %%I SET STATISTICS 0', relname, attname)
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
    WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND relname = ANY(%(tables)s)
        AND attnum > 0 AND NOT attisdropped AND attname <> ALL(%(keys)s)
        AND atttypid IN ('text'::regtype, 'varchar'::regtype)
"""


def sample_no_words(connection: Connection) -> None:
    """From now on, and for every column of words that there is by now; to be called whenever tables were changed."""
    if is_postgres(connection):
        wanted = {"tables": list(ERASED_FROM), "keys": list(KEYS)}
        for change in connection.exec_driver_sql(OF_WORDS, wanted).scalars().all():
            connection.exec_driver_sql(change)
