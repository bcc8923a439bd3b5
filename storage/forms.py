"""The forms that intakes were taken with, each as it read then."""

from __future__ import annotations

from sqlalchemy import select

from storage.room import Room
from storage.staff_tables import FormRow
from storage.tables import table
from storage.upserts import insert_new

FORMS = table(FormRow)


class Forms(Room):
    __slots__ = ()

    def keep(self, fingerprint: str, text: str) -> None:
        """The first text that was kept under a fingerprint stays."""
        insert_new(self.connection, FORMS, [{"fingerprint": fingerprint, "text": text, "at": self.now}])

    def text(self, fingerprint: str) -> str | None:
        query = select(FORMS.c.text).where(FORMS.c.fingerprint == fingerprint)
        return self.connection.execute(query).scalar_one_or_none()
