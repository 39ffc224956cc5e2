"""What NSIS says before a script of ours can is said in words for a shop."""

import pytest
from builder.header import WORDS, with_our_words


def nsis() -> bytes:
    """As its start program has them: UTF-16, each with an end."""
    texts = "".join(f"{theirs}\0" for theirs in WORDS).encode("utf-16-le")
    return b"MZ\0" + texts + b"\0" * 7


def test_our_words_take_the_place_of_theirs_and_nothing_moves() -> None:
    program = with_our_words(nsis())

    assert len(program) == len(nsis())
    text = program[3:].decode("utf-16-le", "replace")
    for theirs, ours in WORDS.items():
        assert f"{ours}\0" in text
        assert theirs not in text


def test_each_sentence_is_there_in_both_languages() -> None:
    for theirs, ours in WORDS.items():
        assert len(ours) <= len(theirs)
        if "." in theirs:
            assert any("a" <= letter <= "z" for letter in ours)
            assert any("\u0900" <= letter <= "\u097f" for letter in ours)


def test_another_nsis_stops_the_build() -> None:
    with pytest.raises(ValueError, match="does not say"):
        with_our_words(nsis().replace("integrity".encode("utf-16-le"), b""))
