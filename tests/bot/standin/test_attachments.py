"""Made-up media has every field that a bot may count on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.standin.attachments import KINDS, made_up

if TYPE_CHECKING:
    from bot.standin.cloud import Cloud
    from bot.standin.phone import Phone


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_told_under_its_own_name(ana: Phone, kind: str) -> None:
    ana.attach(kind, caption="look")
    message = ana.bot.feed.waiting[-1][1]["message"]
    assert kind in message
    assert message["caption"] == "look"


def test_names_are_kept(cloud: Cloud) -> None:
    assert made_up(cloud, "document", "scan.pdf")["document"]["file_name"] == "scan.pdf"
    assert made_up(cloud, "sticker", "\N{SPARKLES}")["sticker"]["emoji"] == "\N{SPARKLES}"


def test_an_animation_is_a_document_as_well(cloud: Cloud) -> None:
    assert set(made_up(cloud, "animation")) == {"animation", "document"}


def test_an_unknown_kind_is_a_mistake(cloud: Cloud) -> None:
    with pytest.raises(ValueError, match="'smell' is none of photo"):
        made_up(cloud, "smell")
