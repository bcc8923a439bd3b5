"""Statements of the hot path: compiled once for each kind of database, then handed to the driver as they are.

SQLAlchemy's own execution costs several times what the database does for such a statement. How they are written stays
its business, and so do the types: each value goes through that of its column on the way in and on the way out.
"""

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypeAlias

from sqlalchemy import Connection, Delete, Dialect, Insert, Select, Update
from sqlalchemy.sql.schema import Column
from sqlalchemy.types import TypeEngine

Statement: TypeAlias = Select[Any] | Insert | Update | Delete
Turn: TypeAlias = Callable[[Any], Any]
Values: TypeAlias = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Ready:
    """A statement in the words of one kind of database; `usual` holds what need not be given each time."""

    sql: str
    arguments: tuple[tuple[str, Turn | None], ...]
    usual: Values
    by_name: bool
    row: Callable[..., Any]
    turns: tuple[tuple[int, Turn], ...]

    def given(self, values: Values) -> Any:
        """The arguments as the driver takes them. Raises KeyError for what is missing."""
        given = {**self.usual, **values}
        if self.by_name:
            return {name: turn(given[name]) if turn else given[name] for name, turn in self.arguments}
        return [turn(given[name]) if turn else given[name] for name, turn in self.arguments]

    def read(self, found: Sequence[Any]) -> Any:
        """One row, its columns by name."""
        values = list(found)
        for place, turn in self.turns:
            values[place] = turn(values[place])
        return self.row(*values)


@dataclass(frozen=True, eq=False)
class Prepared:
    """A statement; an update that does not say itself which columns it changes is told by `changes`."""

    statement: Statement
    changes: tuple[str, ...] = ()
    _ready: dict[str, Ready] = field(default_factory=dict)
    _compiling: Lock = field(default_factory=Lock)

    def all(self, connection: Connection, values: Values) -> list[Any]:
        """Its rows."""
        ready = self._for(connection.dialect)
        return [ready.read(found) for found in _execute(connection, ready, values)]

    def first(self, connection: Connection, values: Values) -> Any | None:
        """Its first row."""
        ready = self._for(connection.dialect)
        found = _execute(connection, ready, values).fetchone()
        return None if found is None else ready.read(found)

    def number(self, connection: Connection, values: Values) -> int:
        """The number of the row that it puts."""
        (number,) = _execute(connection, self._for(connection.dialect), values).fetchone()
        return int(number)

    def run(self, connection: Connection, values: Values) -> int:
        """How many rows it changed."""
        return int(_execute(connection, self._for(connection.dialect), values).rowcount)

    def run_each(self, connection: Connection, rows: Sequence[Values]) -> int:
        """Once for each of these, in order; how many rows that changed."""
        if len(rows) < 2:
            return sum(self.run(connection, values) for values in rows)
        ready, cursor = self._for(connection.dialect), _cursor(connection)
        cursor.executemany(ready.sql, [ready.given(values) for values in rows])
        return int(cursor.rowcount)

    def _for(self, dialect: Dialect) -> Ready:
        ready = self._ready.get(dialect.name)
        if ready is None:
            # What a statement knows of itself is made as it is asked for: two threads at once would find half of it.
            with self._compiling:
                ready = self._ready[dialect.name] = _compiled(self.statement, self.changes, dialect)
        return ready


def _execute(connection: Connection, ready: Ready, values: Values) -> Any:
    return _cursor(connection).execute(ready.sql, ready.given(values))


def _cursor(connection: Connection) -> Any:
    """The driver's own, within the transaction that the connection is in."""
    driver: Any = connection.connection.driver_connection
    return driver.cursor()


def _compiled(statement: Statement, changes: tuple[str, ...], dialect: Dialect) -> Ready:
    put = _put(statement)
    keys = list(changes) or [column.name for column in put] or None
    compiled: Any = statement.compile(dialect=dialect, column_keys=keys)
    if "POSTCOMPILE" in compiled.string:
        raise ValueError("a list of unknown length cannot be prepared")
    names = tuple(compiled.positiontup or dict.fromkeys(compiled.bind_names.values()))
    arguments = tuple((name, _inward(compiled.binds[name].type, dialect)) for name in names)
    own = {name: bind.value for name, bind in compiled.binds.items() if not bind.required}
    columns = _columns(statement)
    row = namedtuple("Row", [column.key for column in columns])  # type: ignore[misc] # the names are the table's
    turns = [(place, turn) for place, column in enumerate(columns) if (turn := _outward(column.type, dialect))]
    return Ready(compiled.string, arguments, {**_usual(put), **own}, not compiled.positional, row, tuple(turns))


def _put(statement: Statement) -> Sequence[Column[Any]]:
    """The columns that an insert fills; their numbers are the database's."""
    if not isinstance(statement, Insert):
        return ()
    table: Any = statement.table
    return [column for column in table.c if column is not table.autoincrement_column]


def _usual(columns: Sequence[Column[Any]]) -> Values:
    """What they hold that need not be given."""
    return {column.name: _default(column) for column in columns if column.default is not None or column.nullable}


def _default(column: Column[Any]) -> object:
    default: Any = column.default
    if default is None:
        return None
    return default.arg if default.is_scalar else default.arg(None)


def _columns(statement: Statement) -> Sequence[Any]:
    return list(statement.selected_columns if isinstance(statement, Select) else statement.exported_columns)


def _inward(kind: TypeEngine[Any], dialect: Dialect) -> Turn | None:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _outward(kind: TypeEngine[Any], dialect: Dialect) -> Turn | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)
