"""What the team does: hand-over, the queue, notes, searches, alerts, who gets in, and the trail."""

from typing import Any, Literal

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

from storage.migrations.found_by import fill

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

Tables = dict[str, dict[str, TypeEngine[Any]]]

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)
EXACT = sa.String().with_variant(sa.String(collation="C"), "postgresql")
COUNTED = {"sqlite_autoincrement": True}

# What rows that are there already get in columns that can't be empty.
FILLED = {
    "intakes": (
        "handover = 'bot', urgent = false, staff_version = 0, language_offered = false",
        "raised_at = finished_at",
        "severity = CASE verdict WHEN 'READY' THEN 0 WHEN 'WAIT' THEN 1 WHEN 'REVIEW' THEN 2 WHEN 'STOP' THEN 3 END",
        "stage = CASE WHEN state IN ('declined', 'minor') THEN 'declined' WHEN finished_at IS NOT NULL THEN 'new'"
        " ELSE 'unfinished' END",
    ),
    "events": ("run = intake_id",),
}
ADDED: Tables = {
    "answers": {"staff_id": sa.BigInteger(), "reason": sa.Text()},
    "events": {"run": sa.BigInteger()},
    "intakes": {
        "handover": sa.String(),
        "language_offered": sa.Boolean(),
        "severity": sa.Integer(),
        "stage": sa.String(),
        "urgent": sa.Boolean(),
        "raised_at": TIME,
        "claimed_by": sa.BigInteger(),
        "claimed_at": TIME,
        "outcome": sa.String(),
        "outcome_at": TIME,
        "booked_on": sa.Date(),
        "staff_version": sa.Integer(),
    },
    "passed_on": {"answered_at": TIME, "answered_by": sa.BigInteger()},
    "turns": {"staff_id": sa.BigInteger()},
}
URGENT = "ix_intakes_urgent"
NEVER_EMPTY = {"intakes": ("handover", "language_offered", "stage", "urgent", "staff_version")}
INDEXES = {
    "events": (("event", "at", "run"), ("run", "event", "about", "id")),
    "intakes": (
        ("stage", "id"),
        ("stage", "severity", "id"),
        ("stage", "earliest", "id"),
        ("stage", "raised_at", "id"),
        ("severity", "id"),
        ("earliest", "id"),
        ("raised_at", "id"),
        ("claimed_by", "id"),
        ("started_at",),
    ),
    "passed_on": (("answered_at", "id"),),
}


def upgrade() -> None:
    for name, columns in ADDED.items():
        _widen(name, columns)
    for create in TABLES:
        create()
    op.create_index(URGENT, "intakes", ["id"], sqlite_where=sa.text("urgent = 1"), postgresql_where=sa.text("urgent"))
    fill(op.get_bind())


def downgrade() -> None:
    op.drop_index(URGENT, "intakes")
    for create in reversed(TABLES):
        op.drop_table(create.__name__)
    for name, columns in reversed(ADDED.items()):
        for index in INDEXES.get(name, ()):
            op.drop_index(_index(name, index), name)
        with op.batch_alter_table(name, table_kwargs=COUNTED) as batch:
            for column in columns:
                batch.drop_column(column)


def _widen(name: str, columns: dict[str, TypeEngine[Any]]) -> None:
    # Made anew on SQLite, so that the table reads as if it had been declared so from the beginning.
    anew: Literal["always", "never"] = "always" if op.get_bind().dialect.name == "sqlite" else "never"
    with op.batch_alter_table(name, recreate=anew, table_kwargs=COUNTED) as batch:
        for column, kind in columns.items():
            batch.add_column(sa.Column(column, kind, nullable=True))
    for assignment in FILLED.get(name, ()):
        op.execute(f"UPDATE {name} SET {assignment}")  # noqa: S608 - both are literals of this file
    if name in NEVER_EMPTY:
        with op.batch_alter_table(name, table_kwargs=COUNTED) as batch:
            for column in NEVER_EMPTY[name]:
                batch.alter_column(column, nullable=False)
    for index in INDEXES.get(name, ()):
        _make_index(name, *index)


def _index(name: str, columns: tuple[str, ...]) -> str:
    return f"ix_{name}_{'_'.join(columns)}"


def _make_index(name: str, *columns: str) -> None:
    op.create_index(_index(name, columns), name, list(columns))


def _id() -> sa.Column[int]:
    return sa.Column("id", ROW_ID, nullable=False)


def _of_an_intake(name: str) -> tuple[sa.Column[int], sa.ForeignKeyConstraint]:
    key = sa.ForeignKeyConstraint(["intake_id"], ["intakes.id"], name=f"fk_{name}_intake_id")
    return sa.Column("intake_id", ROW_ID, nullable=False), key


def _of_staff() -> sa.Column[int]:
    return sa.Column("staff_id", sa.BigInteger(), nullable=False)


def notes() -> None:
    op.create_table(
        "notes",
        _id(),
        *_of_an_intake("notes"),
        _of_staff(),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_notes"),
        **COUNTED,
    )
    _make_index("notes", "intake_id", "id")


def tags() -> None:
    op.create_table(
        "tags",
        _id(),
        *_of_an_intake("tags"),
        sa.Column("tag", sa.String(), nullable=False),
        _of_staff(),
        sa.Column("at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_tags"),
        sa.UniqueConstraint("intake_id", "tag", name="uq_tags_intake_id_tag"),
        **COUNTED,
    )


def terms() -> None:
    op.create_table(
        "terms",
        _id(),
        *_of_an_intake("terms"),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("term", EXACT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_terms"),
        sa.UniqueConstraint("intake_id", "kind", "term", name="uq_terms_intake_id_kind_term"),
        **COUNTED,
    )
    _make_index("terms", "kind", "term", "intake_id")


def forms() -> None:
    op.create_table(
        "forms",
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name="pk_forms"),
    )


def alerts() -> None:
    op.create_table(
        "alerts",
        _id(),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("case", sa.String(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("told_at", TIME, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_alerts"),
        **COUNTED,
    )
    _make_index("alerts", "at")
    _make_index("alerts", "case")
    _make_index("alerts", "told_at", "id")


def sign_ins() -> None:
    op.create_table(
        "sign_ins",
        _id(),
        sa.Column("browser", sa.String(), nullable=False),
        _of_staff(),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("asked_at", TIME, nullable=False),
        sa.Column("used_at", TIME, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_sign_ins"),
        **COUNTED,
    )
    _make_index("sign_ins", "asked_at")
    _make_index("sign_ins", "browser")
    _make_index("sign_ins", "staff_id", "asked_at")


def sessions() -> None:
    op.create_table(
        "sessions",
        _id(),
        sa.Column("key", sa.String(), nullable=False),
        _of_staff(),
        sa.Column("browser", sa.String(), nullable=False),
        sa.Column("opened_at", TIME, nullable=False),
        sa.Column("seen_at", TIME, nullable=False),
        sa.Column("closed_at", TIME, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
        sa.UniqueConstraint("key", name="uq_sessions_key"),
        **COUNTED,
    )
    _make_index("sessions", "staff_id", "id")


def searches() -> None:
    op.create_table(
        "searches",
        _id(),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("session_id", ROW_ID, nullable=False),
        sa.Column("wanted", sa.Text(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name="fk_searches_session_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_searches"),
        sa.UniqueConstraint("key", name="uq_searches_key"),
        **COUNTED,
    )
    _make_index("searches", "session_id", "id")


def audit() -> None:
    op.create_table(
        "audit",
        _id(),
        sa.Column("staff_id", sa.BigInteger(), nullable=True),
        sa.Column("session_id", sa.BigInteger(), nullable=True),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("case", sa.String(), nullable=True),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
        **COUNTED,
    )
    _make_index("audit", "at")
    _make_index("audit", "case", "id")
    _make_index("audit", "staff_id", "id")


TABLES = (notes, tags, terms, forms, alerts, sign_ins, sessions, searches, audit)
