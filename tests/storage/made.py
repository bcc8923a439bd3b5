"""What tables and indexes a database has, as the database itself writes them down."""

from sqlalchemy import Connection, create_engine, text

ON_A_SERVER = """
    SELECT table_name || ' ' || column_name || ' ' || data_type || ' ' || is_nullable
        || coalesce(' DEFAULT ' || column_default, '') || coalesce(' COLLATE ' || collation_name, '')
    FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
"""
IN_A_FILE = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"


def made(url: str) -> set[str]:
    """Each as one line; whatever stands in another order, or in other quotes, is the same."""
    engine = create_engine(url)
    with engine.connect() as connection:
        lines = _lines(connection)
    engine.dispose()
    return lines


def _lines(connection: Connection) -> set[str]:
    if connection.dialect.name == "postgresql":
        return set(connection.execute(text(ON_A_SERVER)).scalars())
    written = connection.execute(text(IN_A_FILE)).scalars()
    return {line for sql in written for line in _parts(" ".join(sql.replace('"', "").split()))}


def _parts(sql: str) -> set[str]:
    """A table by its columns and constraints, which stand in brackets with commas between them."""
    if not sql.startswith("CREATE TABLE"):
        return {sql}
    head, rest = sql.split("(", 1)
    name = head.split()[2]
    depth, part, parts = 0, "", set[str]()
    for sign in rest:
        if depth == 0 and sign in ",)":
            parts.add(f"{name} {part.strip()}")
            part = ""
            continue
        depth += {"(": 1, ")": -1}.get(sign, 0)
        part += sign
    return parts
