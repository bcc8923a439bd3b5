"""The column types that our tables share, the same on every database."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, MetaData, String, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def named_metadata() -> MetaData:
    return MetaData(naming_convention=NAMING)


class RowId(TypeDecorator[int]):
    """A 64-bit row number; SQLite counts up only where the column is called INTEGER."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Integer() if dialect.name == "sqlite" else BigInteger())


class UtcTime(TypeDecorator[datetime]):
    """A moment. Naive ones are refused; SQLite, which knows no zones, stores it in UTC and gets its zone back."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(DateTime(timezone=True))

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], Any]:
        return _moment_to_text if dialect.name == "sqlite" else _moment_out

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None]:
        return _moment_of_text if dialect.name == "sqlite" else _moment_in


class Exact(TypeDecorator[str]):
    """Text in the order of its code points, whatever the language of the database: what begins alike lies together."""

    impl = String
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(String(collation="C") if dialect.name == "postgresql" else String())


class JsonText(TypeDecorator[Any]):
    """JSON kept as readable text; None is NULL."""

    impl = Text
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], str | None]:
        return _json_out

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str | None], Any]:
        return _json_in


def in_utc(moment: datetime) -> datetime:
    """The same moment in UTC; raises ValueError when it has no zone."""
    if moment.tzinfo is UTC:
        return moment
    if moment.utcoffset() is None:
        raise ValueError("a time without a zone cannot be stored")
    return moment.astimezone(UTC)


# What follows is called for each value of each row, and so without the steps that a TypeDecorator puts between.


def _moment_out(moment: datetime | None) -> datetime | None:
    return None if moment is None else in_utc(moment)


def _moment_in(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.astimezone(UTC)


def _moment_to_text(moment: datetime | None) -> str | None:
    return None if moment is None else in_utc(moment).isoformat(" ", "microseconds").removesuffix("+00:00")


def _moment_of_text(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text).replace(tzinfo=UTC)


def _json_out(value: Any) -> str | None:
    return None if value is None else ENCODER.encode(value)


def _json_in(text: str | None) -> Any:
    return None if text is None else json.loads(text)
