"""What PostgreSQL may sample: it keeps some values of each column to plan by, and they would outlive their rows."""

from sqlalchemy import Connection, bindparam, text

from storage.leftovers import ERASED_FROM
from storage.postgres import is_postgres

KEYS = ("event", "handover", "kind", "question", "stage", "state")
"""Columns by which rows are looked for and which hold our own keys: no word of anybody's is ever in one."""
OF_WORDS = text(
    """
    SELECT format('ALTER TABLE %I ALTER COLUMN %I SET STATISTICS 0', relname, attname)
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
    WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND relname IN :tables
        AND attnum > 0 AND NOT attisdropped AND attname NOT IN :keys
        AND atttypid IN ('text'::regtype, 'varchar'::regtype)
    """
).bindparams(bindparam("tables", ERASED_FROM, expanding=True), bindparam("keys", KEYS, expanding=True))


def sample_no_words(connection: Connection) -> None:
    """From now on, and for every column of words that there is by now; to be called whenever tables were changed."""
    if is_postgres(connection):
        for change in connection.execute(OF_WORDS).scalars().all():
            connection.exec_driver_sql(change)
