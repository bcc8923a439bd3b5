"""Tests of sparing the garbage collector what stays."""

import gc
import weakref

import pytest

from bot.lasting import lasting


class Knot:
    """Refers to itself: only the collector can free it."""

    def __init__(self) -> None:
        self.self = self


def test_nothing_is_collected_while_the_program_grows() -> None:
    with lasting():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_was_made_is_never_walked_again() -> None:
    with lasting():
        stays = weakref.ref(Knot())
    gc.collect()
    assert stays() is not None
    gc.unfreeze()
    gc.collect()
    assert stays() is None


def test_it_collects_again_where_the_start_fails() -> None:
    with pytest.raises(ImportError), lasting():
        raise ImportError
    assert gc.isenabled()
