"""How a database would go about a query: as SQLite and PostgreSQL explain it."""

from typing import Any

from sqlalchemy import Connection, Select, event, text

EXPLAIN = {"sqlite": "EXPLAIN QUERY PLAN", "postgresql": "EXPLAIN (COSTS OFF)"}

ROUGH_WAYS = ("seqscan", "bitmapscan", "hashjoin", "mergejoin")
"""How PostgreSQL reads tables that are no larger than these; what it has no index for it still reads like that."""


def filled(connection: Connection, *inserts: str) -> None:
    """PostgreSQL goes by what is in a table: each INSERT takes its numbers from `FROM numbers (n)`, which are many."""
    if connection.dialect.name == "postgresql":
        for insert in inserts:
            connection.execute(text(insert.replace("numbers (n)", "generate_series(1, 20000) AS numbers (n)")))
        connection.exec_driver_sql("ANALYZE")
        for way in ROUGH_WAYS:
            connection.exec_driver_sql(f"SET LOCAL enable_{way} = off")


def plan(connection: Connection, query: Select[*tuple[Any, ...]], **params: object) -> list[str]:
    """The steps, each as the database tells it."""

    def explain(_connection: object, _cursor: object, statement: str, given: Any, *_: object) -> tuple[str, Any]:
        return f"{EXPLAIN[connection.dialect.name]} {statement}", given

    event.listen(connection, "before_cursor_execute", explain, retval=True)
    try:
        told = connection.execute(query, params)
        assert told.cursor is not None
        return [str(row[-1]).strip() for row in told.cursor.fetchall()]
    finally:
        event.remove(connection, "before_cursor_execute", explain)


def readings(steps: list[str]) -> list[str]:
    """Those steps that read a table or an index of it."""
    return [step for step in steps if step.startswith(("SCAN ", "SEARCH ")) or " Scan " in step]


def detours(steps: list[str]) -> list[str]:
    """Those that read a table from end to end, or put rows in order that no index has in order."""
    assert len(readings(steps)) >= 2
    wrong = ("SCAN ", "TEMP B-TREE", "Seq Scan", "Sort Key")
    return [step for step in steps if any(sign in step for sign in wrong)]
