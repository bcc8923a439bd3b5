"""Parameters are read as leniently as Telegram reads them."""

from __future__ import annotations

import pytest

from bot.standin.params import Params, Upload
from bot.standin.refusal import Refused


def test_numbers_and_objects_may_be_strings() -> None:
    params = Params({"a": "7", "b": '{"c": 1}', "d": {"c": 1}}, {})
    assert params.integer("a") == 7
    assert params.parsed("b", "b") == params.parsed("d", "d") == {"c": 1}


def test_what_is_missing_or_null_is_empty() -> None:
    params = Params({"a": None, "b": ""}, {})
    assert (params.text("a"), params.integer("a"), params.flag("a")) == ("", 0, False)
    assert params.parsed("a", "a") is params.parsed("b", "b") is None
    assert params.upload("a") is None


def test_flags_have_many_spellings() -> None:
    assert all(Params({"a": value}, {}).flag("a") for value in (True, "True", "1", "yes"))
    assert not any(Params({"a": value}, {}).flag("a") for value in (False, "0", "no"))


def test_a_text_that_is_no_text_is_written_out() -> None:
    assert Params({"a": 7}, {}).text("a") == "7"


def test_broken_json_is_refused_by_name() -> None:
    with pytest.raises(Refused) as refused:
        Params({"a": "{"}, {}).parsed("a", "menu button")
    assert refused.value.description == "Bad Request: can't parse menu button JSON object"


def test_a_file_is_found_under_its_name_or_by_reference() -> None:
    upload = Upload("x", b"x")
    assert Params({}, {"document": upload}).upload("document") is upload
    assert Params({"document": "attach://f"}, {"f": upload}).upload("document") is upload
