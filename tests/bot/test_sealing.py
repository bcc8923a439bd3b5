"""Sealed streams: what goes in comes out, and whatever was done to them meanwhile is noticed."""

from __future__ import annotations

import io

import pytest

from bot.sealing import CHECK, CHUNK, MAGIC, PREFIX, SALT, TAG, Broken, Sealer, WrongKey, unsealed

HEAD = len(MAGIC) + SALT + PREFIX + CHECK
BLOCK = CHUNK + TAG


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guessing is cheap here."""
    monkeypatch.setattr("bot.sealing.COST", 2)


def sealed(text: bytes, password: str = "key") -> bytes:
    into = io.BytesIO()
    sealer = Sealer(into, password)
    for start in range(0, len(text), 10_000):
        sealer.write(text[start : start + 10_000])
    sealer.close()
    return into.getvalue()


def opened(file: bytes, password: str = "key") -> bytes:
    stream = io.BytesIO(file)
    assert stream.read(len(MAGIC)) == MAGIC
    return b"".join(unsealed(stream, password))


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_what_was_sealed_can_be_opened(size: int) -> None:
    text = b"word " * (size // 5) + b"w" * (size % 5)
    file = sealed(text)
    assert opened(file) == text
    assert b"word" not in file


def test_the_same_is_never_sealed_alike() -> None:
    assert sealed(b"text")[HEAD:] != sealed(b"text")[HEAD:]


def test_another_key_is_known_at_once() -> None:
    with pytest.raises(WrongKey):
        opened(sealed(b"text"), "Key")


THREE = b"a" * CHUNK + b"b" * CHUNK + b"c" * 100
HARM = {
    "cut at a chunk": lambda file: file[: HEAD + BLOCK],
    "cut in a chunk": lambda file: file[:-1],
    "cut in the head": lambda file: file[: HEAD - 1],
    "nothing behind the head": lambda file: file[:HEAD],
    "a chunk gone": lambda file: file[:HEAD] + file[HEAD + BLOCK :],
    "a chunk twice": lambda file: file[: HEAD + BLOCK] + file[HEAD:],
    "chunks changed over": lambda file: (
        file[:HEAD] + file[HEAD + BLOCK : HEAD + 2 * BLOCK] + file[HEAD : HEAD + BLOCK] + file[HEAD + 2 * BLOCK :]
    ),
    "one bit": lambda file: file[:-50] + bytes([file[-50] ^ 1]) + file[-49:],
    "something behind": lambda file: file + b"x",
    "a chunk of another file": lambda file: file[: HEAD + BLOCK] + sealed(THREE)[HEAD + BLOCK :],
}


@pytest.mark.parametrize("harm", HARM)
def test_what_was_done_to_it_is_noticed(harm: str) -> None:
    with pytest.raises(Broken):
        opened(HARM[harm](sealed(THREE)))


def test_every_bit_of_the_head_counts() -> None:
    file = sealed(b"text")
    for place in range(len(MAGIC), HEAD):
        harmed = file[:place] + bytes([file[place] ^ 1]) + file[place + 1 :]
        with pytest.raises((Broken, WrongKey)):
            opened(harmed)
