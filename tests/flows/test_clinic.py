"""The clinic's profile is read once, and what is wrong with it is said in one sentence that names the place."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.clinic import PROFILE, ProfileError, load_clinic
from flows.model import Source
from tests.flows.given import PHONES


def test_the_profile_is_the_clinics() -> None:
    clinic = load_clinic()
    assert tuple(contact.phone for contact in clinic.contacts) == PHONES
    assert clinic.zone.key == "America/Chicago"
    assert {key: count.count for key, count in clinic.days.items()} == {
        "retinoid": 5, "exfoliant": 5, "unclear_product": 5, "sun": 7, "series_gap": 28,
    }  # fmt: skip
    assert clinic.days["retinoid"].source is Source.CLINIC
    assert clinic.months["isotretinoin"].count == 6
    assert (clinic.unfinished_days, clinic.finished_days, clinic.nudge_hours) == (7, 60, 24)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('name = "Pur-One Medispa"', "", "'name' is missing"),
        ("count = 28", "count = 0", "days.series_gap.count"),
        ("count = 28", "count = -1", "days.series_gap.count"),
        ("count = 28", "count = true", "days.series_gap.count"),
        ("count = 28", 'count = "28"', "days.series_gap.count"),
        ("nudge_hours = 24", "nudge_hours = 1.5", "keeping.nudge_hours"),
        ("unfinished_days = 7", "unfinished_days = 0", "keeping.unfinished_days"),
        ('source = "label"', 'source = "hearsay"', "hearsay"),
        ('zone = "America/Chicago"', 'zone = "America/Nowhere"', "America/Nowhere"),
        ('dials = "+13149607619"', "", "dials"),
        ("[questions]", "[questions", "clinic.toml"),
        ("[sources]", "[source]", "'sources' is missing"),
        ('"front_desk"', '"Front desk"', "sources.known"),
        ('"front_desk"', '"other"', "sources.known"),
        ('"front_desk"', "7", "sources.known"),
    ],
)
def test_what_is_wrong_with_a_profile_is_named(tmp_path: Path, old: str, new: str, named: str) -> None:
    text = PROFILE.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "clinic.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ProfileError) as wrong:
        load_clinic(path)
    assert named in str(wrong.value)
    assert str(wrong.value).startswith("clinic.toml: ")


def test_a_profile_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r"^clinic\.toml: "):
        load_clinic(tmp_path / "clinic.toml")


@pytest.mark.parametrize(
    ("payload", "source"),
    [("website", "website"), ("Website", "website"), ("my name is Ann", "other"), ("other", "other"), ("", "")],
)
def test_where_a_client_came_from_is_a_key_of_ours(payload: str, source: str) -> None:
    assert load_clinic().source_of(payload) == source
