"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)
CURRENT = sa.text("replaced_at IS NULL")


def upgrade() -> None:
    for create in TABLES:
        create()


def downgrade() -> None:
    for create in reversed(TABLES):
        op.drop_table(create.__name__)


def inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("object", sa.String(), nullable=True),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("raw", sa.Text(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(), nullable=True),
        sa.Column("received_at", TIME, nullable=False),
        sa.Column("due_at", TIME, nullable=True),
        sa.Column("done_at", TIME, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sa.UniqueConstraint("bot_id", "update_id", "digest", name="uq_inbox_bot_id_update_id_digest"),
        sa.UniqueConstraint("bot_id", "object", name="uq_inbox_bot_id_object"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_inbox_chat_id_state_id", "inbox", ["chat_id", "state", "id"])
    op.create_index("ix_inbox_state_id", "inbox", ["state", "id"])


def offsets() -> None:
    op.create_table(
        "offsets",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("next_offset", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("bot_id", name="pk_offsets"),
    )


def chats() -> None:
    op.create_table(
        "chats",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("parked", sa.Boolean(), nullable=False),
        sa.Column("album", sa.String(), nullable=True),
        sa.Column("explained", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", name="pk_chats"),
    )


def intakes() -> None:
    op.create_table(
        "intakes",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("case", sa.String(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("picked", sa.Text(), nullable=False),
        sa.Column("pending", sa.Text(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("mentions", sa.Text(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("nudged", sa.Boolean(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=True),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("started_at", TIME, nullable=False),
        sa.Column("updated_at", TIME, nullable=False),
        sa.Column("finished_at", TIME, nullable=True),
        sa.Column("closed_at", TIME, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_intakes"),
        sa.UniqueConstraint("case", name="uq_intakes_case"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_intakes_chat_id_id", "intakes", ["chat_id", "id"])


def turns() -> None:
    op.create_table(
        "turns",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("intake_id", ROW_ID, nullable=True),
        sa.Column("did", sa.String(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["intake_id"], ["intakes.id"], name="fk_turns_intake_id"),
        sa.PrimaryKeyConstraint("id", name="pk_turns"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_turns_chat_id_id", "turns", ["chat_id", "id"])
    op.create_index("ix_turns_intake_id_id", "turns", ["intake_id", "id"])


def lines() -> None:
    op.create_table(
        "lines",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("turn_id", ROW_ID, nullable=False),
        sa.Column("speaker", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("buttons", sa.Text(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["turn_id"], ["turns.id"], name="fk_lines_turn_id"),
        sa.PrimaryKeyConstraint("id", name="pk_lines"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_lines_turn_id_id", "lines", ["turn_id", "id"])


def answers() -> None:
    op.create_table(
        "answers",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("intake_id", ROW_ID, nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("mentions", sa.Text(), nullable=False),
        sa.Column("understood", sa.Boolean(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("turn_id", ROW_ID, nullable=True),
        sa.Column("at", TIME, nullable=False),
        sa.Column("replaced_at", TIME, nullable=True),
        sa.ForeignKeyConstraint(["intake_id"], ["intakes.id"], name="fk_answers_intake_id"),
        sa.ForeignKeyConstraint(["turn_id"], ["turns.id"], name="fk_answers_turn_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_answers"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_answers_current",
        "answers",
        ["intake_id", "question"],
        unique=True,
        sqlite_where=CURRENT,
        postgresql_where=CURRENT,
    )
    op.create_index("ix_answers_intake_id_id", "answers", ["intake_id", "id"])
    op.create_index("ix_answers_turn_id", "answers", ["turn_id"])


def outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("turn_id", ROW_ID, nullable=True),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("params", sa.Text(), nullable=True),
        sa.Column("file_name", sa.String(), nullable=True),
        sa.Column("file_text", sa.Text(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("put_at", TIME, nullable=False),
        sa.Column("due_at", TIME, nullable=True),
        sa.Column("done_at", TIME, nullable=True),
        sa.ForeignKeyConstraint(["turn_id"], ["turns.id"], name="fk_outbox_turn_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outbox_chat_id_state_id", "outbox", ["chat_id", "state", "id"])
    op.create_index("ix_outbox_state_id", "outbox", ["state", "id"])
    op.create_index("ix_outbox_turn_id", "outbox", ["turn_id"])


def deadlines() -> None:
    op.create_table(
        "deadlines",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("intake_id", ROW_ID, nullable=False),
        sa.Column("due_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["intake_id"], ["intakes.id"], name="fk_deadlines_intake_id"),
        sa.PrimaryKeyConstraint("id", name="pk_deadlines"),
        sa.UniqueConstraint("intake_id", "kind", name="uq_deadlines_intake_id_kind"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_deadlines_chat_id", "deadlines", ["chat_id"])
    op.create_index("ix_deadlines_due_at", "deadlines", ["due_at"])


def events() -> None:
    op.create_table(
        "events",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("intake_id", ROW_ID, nullable=True),
        sa.Column("turn_id", ROW_ID, nullable=True),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["intake_id"], ["intakes.id"], name="fk_events_intake_id", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["turn_id"], ["turns.id"], name="fk_events_turn_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_events_intake_id_id", "events", ["intake_id", "id"])
    op.create_index("ix_events_turn_id", "events", ["turn_id"])


def passed_on() -> None:
    op.create_table(
        "passed_on",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("intake_id", ROW_ID, nullable=False),
        sa.Column("turn_id", ROW_ID, nullable=True),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["intake_id"], ["intakes.id"], name="fk_passed_on_intake_id"),
        sa.ForeignKeyConstraint(["turn_id"], ["turns.id"], name="fk_passed_on_turn_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_passed_on"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_passed_on_intake_id_id", "passed_on", ["intake_id", "id"])
    op.create_index("ix_passed_on_turn_id", "passed_on", ["turn_id"])


TABLES = (inbox, offsets, chats, intakes, turns, lines, answers, outbox, deadlines, events, passed_on)
