"""Tests of the forms that intakes were taken with."""

from storage.database import Database
from storage.staff_tables import FormRow
from tests.storage.given import LATER, NOW, stored


def test_a_form_is_kept_once_and_as_it_read_first(database: Database) -> None:
    for now, text in ((NOW, "as it read"), (LATER, "as it reads")):
        with database.work(now) as work:
            work.forms.keep("fingerprint", text)
            work.commit()
    with database.look(LATER) as work:
        assert work.forms.text("fingerprint") == "as it read"
        assert [row["at"] for row in stored(work, FormRow)] == [NOW]


def test_a_form_nobody_kept_has_no_text(database: Database) -> None:
    with database.look(NOW) as work:
        assert work.forms.text("unknown") is None
