"""PINs: what may be one, and how it is stored."""

from __future__ import annotations

import hashlib
import hmac

import pytest

from desktop_app.core.pins import (
    COST,
    PinFault,
    ScryptCost,
    check_pin,
    hash_pin,
    matches,
    needs_rehash,
)
from tests.tables import each

CHEAP = ScryptCost(log_n=4, r=8, p=1)


@each("pin", ["2846", "28461", "28461937", "२८४६", "2८4६", " 2846 ", "1123"])
def test_four_to_eight_digits_of_either_keyboard_may_be_a_pin(pin: str) -> None:
    assert check_pin(pin) is None


@each(
    ("pin", "fault"),
    [
        ("", PinFault.TOO_SHORT),
        ("284", PinFault.TOO_SHORT),
        ("284619375", PinFault.TOO_LONG),
        ("28a6", PinFault.NOT_DIGITS),
        ("28 46", PinFault.NOT_DIGITS),
        ("-284", PinFault.NOT_DIGITS),
        ("²846", PinFault.NOT_DIGITS),
        ("٢٨٤٦", PinFault.NOT_DIGITS),
        ("0000", PinFault.ONE_DIGIT),
        ("७७७७७", PinFault.ONE_DIGIT),
        ("1234", PinFault.IN_ORDER),
        ("१२३४", PinFault.IN_ORDER),
        ("87654321", PinFault.IN_ORDER),
        ("7890", PinFault.IN_ORDER),
        ("0987", PinFault.IN_ORDER),
        ("89012", PinFault.IN_ORDER),
    ],
)
def test_what_may_not_be_a_pin_is_told_by_its_reason(pin: str, fault: PinFault) -> None:
    assert check_pin(pin) is fault


def test_a_pin_typed_on_the_other_keyboard_is_the_same_pin() -> None:
    stored = hash_pin("२८४६", CHEAP)
    assert matches("2846", stored)
    assert matches(" 2८4६ ", stored)
    assert not matches("2847", stored)
    assert not matches("", stored)


def test_two_people_with_the_same_pin_cannot_be_seen_in_the_record() -> None:
    assert hash_pin("2846", CHEAP) != hash_pin("2846", CHEAP)


def test_the_stored_text_holds_method_cost_and_salt_and_not_the_pin() -> None:
    stored = hash_pin("28461937", CHEAP)
    assert stored.startswith("scrypt$4,8,1$")
    assert "28461937" not in stored


def test_what_may_not_be_a_pin_is_never_stored() -> None:
    with pytest.raises(ValueError, match="one_digit"):
        hash_pin("0000", CHEAP)


def test_a_pin_stored_at_a_lower_cost_still_matches_and_is_to_be_stored_anew() -> None:
    old = hash_pin("2846", CHEAP)
    dearer = ScryptCost(log_n=5, r=8, p=1)
    assert matches("2846", old)
    assert needs_rehash(old, dearer)
    assert not needs_rehash(hash_pin("2846", dearer), dearer)
    assert not needs_rehash(hash_pin("2846", dearer), CHEAP)


@pytest.mark.parametrize(
    "stored",
    [
        "",
        "2846",
        "scrypt$",
        "scrypt$4,8,1$",
        "scrypt$4,8,1$AAAAAAAAAAAAAAAAAAAAAA==$",
        "scrypt$4,8,1$AAAAAAAAAAAAAAAAAAAAAA==$AAAA",
        "scrypt$4,8,1$!$!",
        "scrypt$4,8$AAAAAAAAAAAAAAAAAAAAAA==$AAAA",
        "scrypt$40,8,1$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "scrypt$4,800000,1$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "scrypt$4,8,99999$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "scrypt$0,8,1$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "argon2$4,8,1$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
    ],
)
def test_a_broken_text_matches_nothing_and_is_not_worked_on(
    stored: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def derive(*_: object, **__: object) -> bytes:
        raise AssertionError("worked on")

    monkeypatch.setattr(hashlib, "scrypt", derive)
    assert not matches("2846", stored)
    assert needs_rehash(stored)


def test_hashes_are_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[bytes, bytes]] = []

    def compare(one: bytes, other: bytes) -> bool:
        compared.append((one, other))
        return one == other

    monkeypatch.setattr(hmac, "compare_digest", compare)
    assert matches("2846", hash_pin("2846", CHEAP))
    assert [len(one) for pair in compared for one in pair] == [32, 32]


def test_the_real_cost_works_and_is_not_below_what_was_agreed() -> None:
    assert 128 * COST.r * 2**COST.log_n >= 32 * 1024 * 1024
    assert matches("2846", hash_pin("2846"))
