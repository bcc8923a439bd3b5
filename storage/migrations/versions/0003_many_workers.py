"""Many workers: who has a row in hand, who is there to have it, and what the program remembers about itself."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)
END_OF_TRAIL = sa.text("SELECT id, digest FROM audit ORDER BY id DESC LIMIT 1")
NUMBERS_GIVEN = sa.text("SELECT seq FROM sqlite_sequence WHERE name = 'audit'")
# Before there was a queue, urgent words paused the form and stood nowhere else: nobody but the alert told of them.
CALLED = sa.text(
    "UPDATE intakes SET urgent = true, raised_at = updated_at, stage = 'new'"
    " WHERE stage = 'unfinished' AND raised_at IS NULL AND"
    " (mentions LIKE '%\"emergency\"%' OR mentions LIKE '%\"crisis\"%' OR mentions LIKE '%\"clinical\"%')"
)
REMEMBER = sa.text("INSERT INTO marks (name, value, at) VALUES ('trail', :value, CURRENT_TIMESTAMP)")


def upgrade() -> None:
    op.create_table(
        "workers",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("pid", sa.Integer(), nullable=False),
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("started_at", TIME, nullable=False),
        sa.Column("seen_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workers")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "marks",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_marks")),
    )
    for name in ("inbox", "outbox"):
        op.add_column(name, sa.Column("holder", sa.BigInteger(), nullable=True))
    op.add_column("offsets", sa.Column("heard_at", TIME, nullable=True))
    _mark_the_end_of_the_trail()
    op.execute(CALLED)


def downgrade() -> None:
    with op.batch_alter_table("offsets") as offsets:
        offsets.drop_column("heard_at")
    for name in ("outbox", "inbox"):
        with op.batch_alter_table(name) as table:
            table.drop_column("holder")
    op.drop_table("marks")
    op.drop_table("workers")


def _mark_the_end_of_the_trail() -> None:
    """A row of its own can be locked by who adds to the trail, and tells of last rows that were taken away."""
    connection = op.get_bind()
    number, digest = next(((row.id, row.digest) for row in connection.execute(END_OF_TRAIL)), (0, ""))
    if connection.dialect.name == "sqlite":
        number = max(number, connection.execute(NUMBERS_GIVEN).scalar() or 0)
    connection.execute(REMEMBER, {"value": f"{number}:{digest}"})
