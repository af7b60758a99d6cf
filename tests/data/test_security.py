"""PINs and recovery codes: what is accepted, and that only the right one fits."""

import pytest

from data.errors import UserError
from data.security import (
    Cost,
    check_pin,
    hash_pin,
    hash_recovery,
    is_recovery_form,
    new_recovery_code,
    seconds_to_wait,
    verify_pin,
    verify_recovery,
)

CHEAP = Cost(passes=1, memory=8, threads=1)


@pytest.mark.parametrize("pin", ["1234", "00000000", "48201"])
def test_four_to_eight_digits_are_a_pin(pin: str) -> None:
    assert check_pin(pin) == pin


@pytest.mark.parametrize("pin", ["", "123", "123456789", "12a4", "１２３４", " 1234", "1234\n"])
def test_anything_else_is_none(pin: str) -> None:
    with pytest.raises(UserError, match="pin_form"):
        hash_pin(pin)


def test_only_the_same_pin_fits_its_hash() -> None:
    stored = hash_pin("4820", CHEAP)
    assert verify_pin(stored, "4820")
    assert not verify_pin(stored, "4821")
    assert not verify_pin(stored, "482")


def test_the_hash_does_not_hold_the_pin_and_differs_each_time() -> None:
    first, second = hash_pin("48201357", CHEAP), hash_pin("48201357", CHEAP)
    assert first.startswith("$argon2id$")
    assert "48201357" not in first
    assert first != second


@pytest.mark.parametrize("stored", ["", "1234", "$argon2id$v=19$m=8,t=1,p=1$xx"])
def test_nothing_fits_an_empty_or_damaged_hash(stored: str) -> None:
    assert not verify_pin(stored, "1234")


def test_a_recovery_code_is_twenty_letters_in_four_groups() -> None:
    code = new_recovery_code(lambda count: bytes(range(count)))
    assert code == "01234-56789-ABCDE-FGHJK"
    assert new_recovery_code() != new_recovery_code()


@pytest.mark.parametrize(
    "typed",
    [
        "01234-56789-ABCDE-FGHJK",
        "o1234 56789 abcde fghjk",
        "OI234-56789–ABCDE FGHJK",
        "01234‑56789—ABCDE.FGHJK\n",
        "0l23456789abcdefghjk",
    ],
)
def test_a_code_read_off_paper_fits(typed: str) -> None:
    stored = hash_recovery("01234-56789-ABCDE-FGHJK", CHEAP)
    assert verify_recovery(stored, typed)


@pytest.mark.parametrize("typed", ["", "01234-56789-ABCDE-FGHJM", "01234-56789-ABCDE-FGHJ"])
def test_another_code_does_not(typed: str) -> None:
    assert not verify_recovery(hash_recovery("01234-56789-ABCDE-FGHJK", CHEAP), typed)


@pytest.mark.parametrize("typed", ["01234-56789-ABCDE", "01234-56789-ABCDE-FGHJU", "01234-56789-ABCDE-FGHJ!"])
def test_what_lacks_letters_or_holds_others_can_be_no_code(typed: str) -> None:
    assert is_recovery_form("01234-56789-ABCDE-FGHJK")
    assert not is_recovery_form(typed)


def test_the_wait_after_wrong_pins_grows_to_five_minutes() -> None:
    assert [seconds_to_wait(wrong) for wrong in (0, 1, 2, 3, 4, 5, 10, 11, 1000)] == [0, 0, 0, 2, 4, 8, 256, 300, 300]
