"""How Alembic reaches a database: the connection it is handed, else a passing one that is up to date.

With the passing one `alembic check` and `alembic revision --autogenerate` need no database of their own.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection
from sqlmodel import AutoString

from storage.columns import Exact, JsonText, RowId, UtcTime
from storage.engine import engine_for
from storage.own_tables import MarkRow
from storage.staff_tables import NoteRow

# The same object for both: it holds every table once these modules are imported.
assert NoteRow.metadata is MarkRow.metadata

# A migration outlives the code it was made from, so it names plain types.
PLAIN = {
    RowId: 'sa.BigInteger().with_variant(sa.Integer(), "sqlite")',
    UtcTime: "sa.DateTime(timezone=True)",
    JsonText: "sa.Text()",
    Exact: 'sa.String().with_variant(sa.String(collation="C"), "postgresql")',
    AutoString: "sa.String()",
}


def plainly(kind: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    return PLAIN.get(type(item), False) if kind == "type" else False


def run(connection: Connection) -> None:
    context.configure(connection, target_metadata=MarkRow.metadata, render_as_batch=True, render_item=plainly)
    with context.begin_transaction():
        context.run_migrations()


def run_on_a_passing_database() -> None:
    with TemporaryDirectory() as folder:
        engine = engine_for(f"sqlite:///{Path(folder) / 'passing.db'}", foreign_keys=False)
        with engine.begin() as connection:
            bring_up_to_date(connection)
            run(connection)
        engine.dispose()


def bring_up_to_date(connection: Connection) -> None:
    migration = MigrationContext.configure(connection)
    with Operations.context(migration):
        for revision in reversed(list(context.script.walk_revisions())):
            revision.module.upgrade()
    migration.stamp(context.script, "head")


handed = context.config.attributes.get("connection")
if handed is None:
    run_on_a_passing_database()
else:
    run(handed)
