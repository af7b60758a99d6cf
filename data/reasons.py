"""Reason codes of comments and notes: our own short list, kept as words in front of the text ("dịch: sởi ở thôn 3").

What is stored is what a person reads, so that a comment stays whole in other programs; the words tell the code.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from data.paths import asset

BETWEEN = ": "


class Reason(NamedTuple):
    """One reason: its code and its words in both languages."""

    code: str
    vi: str
    en: str


@cache
def load_reasons() -> tuple[Reason, ...]:
    """All reasons, in the order of the list."""
    import tomllib  # not before something is written: the grid is ready without it

    content = tomllib.loads(asset("texts", "reasons.toml").read_text(encoding="utf-8"))
    return tuple(Reason(**entry) for entry in content["reason"])


def with_reason(code: str, text: str) -> str:
    """A text with the words of its reason in front; an empty code gives the text alone."""
    words = next((reason.vi for reason in load_reasons() if reason.code == code), "")
    return BETWEEN.join(part for part in (words, text.strip()) if part)


def split_reason(text: str) -> tuple[str, str]:
    """(code, text) of a comment or note; an empty code where it begins with no reason of the list."""
    words, between, rest = text.strip().partition(BETWEEN)
    for reason in load_reasons():
        if words in (reason.vi, reason.en):
            return reason.code, rest if between else ""
    return "", text.strip()


def is_sum(comment: str) -> bool:
    """Whether a comment is the terms of a typed sum ("12+7+9") and nothing that a person wrote."""
    return "+" in comment and not any(letter.isalpha() for letter in comment)
