"""Accounts and what is kept in the cloud."""

from __future__ import annotations

from datetime import UTC

import pytest

from bot.standin.chats import Chat
from bot.standin.cloud import Cloud
from bot.standin.phone import Phone


def test_ids_do_not_fit_into_32_bits() -> None:
    cloud = Cloud()
    assert cloud.add_person("Ana").id > 2**32
    assert cloud.add_group("Skin").id < -(2**32)


def test_people_have_different_numbers_kept_for_fiction() -> None:
    cloud = Cloud()
    phones = {cloud.add_person("Ana").phone, cloud.add_person("Ben").phone}
    assert phones == {"+13145550100", "+13145550101"}
    assert cloud.add_person("Cai", phone="+4930123").phone == "+4930123"


def test_names_that_are_not_there_are_left_out() -> None:
    person = Cloud().add_person("Ana", last_name="Diaz", username="ana", language_code="")
    assert person.as_user() == {
        "id": person.id,
        "is_bot": False,
        "first_name": "Ana",
        "last_name": "Diaz",
        "username": "ana",
    }


def test_one_person_has_a_chat_with_each_bot() -> None:
    cloud = Cloud()
    ana = cloud.add_person("Ana")
    first, second = cloud.add_bot("1:a"), cloud.add_bot("2:b")
    Phone(cloud, ana, first).start()
    assert (len(first.feed.waiting), len(second.feed.waiting)) == (1, 0)
    assert Phone(cloud, ana, second).messages == []


def test_the_clock_is_aware() -> None:
    assert Cloud().clock().tzinfo is UTC


def test_a_chat_of_no_kind_has_no_description() -> None:
    with pytest.raises(NotImplementedError):
        Chat().as_json()
