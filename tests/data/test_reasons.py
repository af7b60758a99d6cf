"""Reason codes stand as words in front of a text and are read back."""

import pytest

from data.reasons import is_sum, load_reasons, split_reason, with_reason


def test_codes_and_words_are_all_different() -> None:
    reasons = load_reasons()
    for field in ("code", "vi", "en"):
        assert len({getattr(reason, field) for reason in reasons}) == len(reasons) >= 6


@pytest.mark.parametrize("text", ["sởi ở thôn 3", "", "tăng: 12 ca"])
@pytest.mark.parametrize("code", ["", *(reason.code for reason in load_reasons())])
def test_a_reason_is_read_back(code: str, text: str) -> None:
    assert split_reason(with_reason(code, text)) == (code, text)


def test_what_is_kept_is_what_a_person_reads() -> None:
    assert with_reason("outbreak", " sởi ") == "dịch: sởi"
    assert with_reason("outbreak", "") == "dịch"
    assert with_reason("", "sởi") == "sởi"


def test_a_text_that_begins_with_other_words_has_no_reason() -> None:
    assert split_reason("dịch tễ: xem sổ") == ("", "dịch tễ: xem sổ")


def test_the_terms_of_a_sum_are_no_comment_of_a_person() -> None:
    assert is_sum("12 + 7,5+9")
    assert not is_sum("dịch: 3+4 ca")
    assert not is_sum("12")
