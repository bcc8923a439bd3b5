"""Everything in a folder: all rows, each client's record, the forms, and what the manifest says of them."""

from __future__ import annotations

import hashlib
import json
import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.exporting import ExportRefused, export
from storage.database import open_database
from storage.refusals import SchemaOld
from tests.bot.lived import NAME
from tests.bot.test_verifying import execute, lived

__all__ = ["lived"]

NOW = datetime(2026, 11, 5, 12, tzinfo=UTC)


@pytest.fixture
def url(lived: Path, tmp_path: Path) -> str:
    return f"sqlite:///{shutil.copy(lived, tmp_path / 'lived.sqlite3')}"


def rows(folder: Path, name: str) -> list[dict[str, object]]:
    lines = (folder / "tables" / f"{name}.jsonl").read_bytes().decode().split("\n")
    return [json.loads(line) for line in lines if line]


def test_every_row_stands_in_a_file_as_the_manifest_says(url: str, tmp_path: Path) -> None:
    folder = tmp_path / "leaving"
    export(url, folder, NOW)
    manifest = json.loads((folder / "manifest.json").read_text())
    assert manifest["made_at"] == NOW.isoformat()
    files = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert files == {*manifest["files"], "manifest.json"}
    for name, told in manifest["files"].items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == told["sha256"]
    with closing(open_database(url)) as database, database.look(NOW) as work:
        assert len(rows(folder, "intakes")) == len(work.intakes.listing())
    assert manifest["files"]["tables/intakes.jsonl"]["rows"] == len(rows(folder, "intakes"))


def test_what_is_kept_as_json_can_be_read_as_such(url: str, tmp_path: Path) -> None:
    export(url, tmp_path / "leaving", NOW)
    answers = rows(tmp_path / "leaving", "answers")
    assert ["acne_scars"] in [answer["value"] for answer in answers if answer["question"] == "goals"]
    assert NAME in [answer["value"] for answer in answers]


def test_each_client_has_a_readable_record(url: str, tmp_path: Path) -> None:
    folder = tmp_path / "leaving"
    count = export(url, folder, NOW)
    with closing(open_database(url)) as database, database.look(NOW) as work:
        lines = work.intakes.listing()
    newest = {line.chat_id: line.case for line in lines}
    records = {path.stem: json.loads(path.read_text()) for path in (folder / "records").iterdir()}
    assert set(records) == set(newest.values())
    assert count == len(newest)
    finished = next(line.case for line in lines if line.state == "finished")
    assert NAME in str(records[finished]["intakes"])


def test_forms_read_as_they_did(url: str, tmp_path: Path) -> None:
    with closing(open_database(url)) as database, database.work(NOW) as work:
        work.forms.keep("f1", "# The form")
        work.commit()
    export(url, tmp_path / "leaving", NOW)
    assert (tmp_path / "leaving" / "forms" / "f1.md").read_text() == "# The form\n"


def test_it_is_for_its_owner_only_and_stands_on_the_trail(url: str, tmp_path: Path) -> None:
    export(url, tmp_path / "leaving", NOW)
    made = [tmp_path / "leaving", *(tmp_path / "leaving").rglob("*")]
    assert {(path.is_dir(), path.stat().st_mode & 0o777) for path in made} == {(True, 0o700), (False, 0o600)}
    with closing(open_database(url)) as database, database.look(NOW) as work:
        assert [line.action for line in work.audit.page(size=1)] == ["exported_everything"]
        assert work.audit.check().broken is None


def test_a_folder_with_something_in_it_is_left_alone(url: str, tmp_path: Path) -> None:
    folder = tmp_path / "leaving"
    folder.mkdir()
    export(url, folder, NOW)
    before = sorted(tmp_path.rglob("*"))
    for place in (folder, folder / "manifest.json"):
        with pytest.raises(ExportRefused, match="something in it"):
            export(url, place, NOW)
    with pytest.raises(ExportRefused, match="cannot be written"):
        export(url, tmp_path / "missing" / "leaving", NOW)
    assert sorted(tmp_path.rglob("*")) == before


def test_half_an_export_is_none(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(*_: object) -> object:
        raise OSError(28, "")

    monkeypatch.setattr("bot.exporting.record_of", full_disk)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(ExportRefused, match="No space"):
        export(url, tmp_path / "leaving", NOW)
    assert sorted(tmp_path.iterdir()) == before


def test_old_tables_are_not_exported(url: str, tmp_path: Path) -> None:
    execute(Path(url.removeprefix("sqlite:///")), "UPDATE alembic_version SET version_num = '0002'")
    with pytest.raises(SchemaOld):
        export(url, tmp_path / "leaving", NOW)
