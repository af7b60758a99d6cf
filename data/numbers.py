"""Text <-> exact numbers: the only parser and the only formatter of figures. No ``float``, no locale of the system.

Canonical text is what is stored: ``12``, ``12.5``, ``true``/``false``, a choice's code. Printed text is Vietnamese:
``1.234,5``. Rounding is half-up, away from zero.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from data.definitions import ValueType

Number = int | Fraction

CANONICAL_INTEGER = re.compile(r"0|[1-9][0-9]{0,11}", re.ASCII)
CANONICAL_DECIMAL = re.compile(r"(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,6})?", re.ASCII)

NOT_REPORTED_SIGN, NOT_APPLICABLE_SIGN = "…", "–"
SIGNIFICANT_DIGITS = 20

_TRUE_WORDS = frozenset(("1", "true", "co", "c", "x", "dung", "yes", "y"))
_FALSE_WORDS = frozenset(("0", "false", "khong", "ko", "k", "sai", "no", "n"))

_PLAIN = re.compile(r"[0-9]+", re.ASCII)
_GROUPED_DOT = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+", re.ASCII)
_GROUPED_COMMA = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+", re.ASCII)
_GROUPED_SPACE = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+(?:[.,][0-9]+)?", re.ASCII)
_POINT = re.compile(r"[0-9]+\.[0-9]+", re.ASCII)
_COMMA = re.compile(r"[0-9]+,[0-9]+", re.ASCII)
_DOT_AND_COMMA = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]+", re.ASCII)
_COMMA_AND_DOT = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+\.[0-9]+", re.ASCII)

_WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
"""Full-width letters, digits and signs, as an input method may leave them -> plain ones. Nothing else is replaced:
a superscript ("10²") or a letter of another script is never taken for a digit."""

_DASHES = frozenset("-\u2010\u2011\u2012–—\u2015−")


class Figure(NamedTuple):
    """A figure, as canonical text; ``comment`` holds the terms of a typed sum."""

    value: str
    comment: str = ""


class NotReported(NamedTuple):
    """An empty cell."""


class NotApplicable(NamedTuple):
    """A dash."""


class Ambiguous(NamedTuple):
    """Text with more than one reading, or a foreign one: the person is asked. ``readings`` are canonical."""

    readings: tuple[str, ...]


class Draft(NamedTuple):
    """Text that is no figure: kept, never calculated with. ``code`` says why."""

    text: str
    code: str


Parsed = Figure | NotReported | NotApplicable | Ambiguous | Draft


@lru_cache(maxsize=100_000)
def exact(text: str) -> Number:
    """Number of a canonical text; booleans count 1 and 0.

    Raises:
        ValueError: The text is no canonical number.
    """
    if text.isdecimal():
        return int(text)
    if text in ("true", "false"):
        return int(text == "true")
    value = Fraction(text)
    return value.numerator if value.denominator == 1 else value


def exact_text(value: Number) -> str:
    """Decimal text of a number: exact where it ends, else to 20 significant digits, half-up."""
    if isinstance(value, int) or value.denominator == 1:
        return str(int(value))
    decimals = _decimals_that_end(value.denominator)
    if decimals is None:
        whole = abs(value.numerator) // value.denominator
        decimals = SIGNIFICANT_DIGITS - len(str(whole)) if whole else SIGNIFICANT_DIGITS + _leading_zeros(value)
        decimals = max(decimals, 1)
    digits = _scaled(value, decimals)
    sign, digits = ("-", -digits) if digits < 0 else ("", digits)
    whole_part, fraction = divmod(digits, 10**decimals)
    tail = str(fraction).zfill(decimals).rstrip("0")
    return f"{sign}{whole_part}.{tail}" if tail else f"{sign}{whole_part}"


def format_number(value: Number, decimals: int) -> str:
    """Vietnamese print form with exactly so many decimals: ``1.234,5``; rounded half-up, away from zero."""
    digits = _scaled(value, decimals)
    sign, digits = ("-", -digits) if digits < 0 else ("", digits)
    whole, fraction = divmod(digits, 10**decimals)
    text = f"{whole:,}".replace(",", ".")
    return f"{sign}{text},{str(fraction).zfill(decimals)}" if decimals else f"{sign}{text}"


def round_half_up(value: Number, decimals: int) -> Number:
    """The number that ``format_number`` prints."""
    rounded = Fraction(_scaled(value, decimals), 10**decimals)
    return rounded.numerator if rounded.denominator == 1 else rounded


def format_typed(canonical: str) -> str:
    """A stored figure in Vietnamese form with all decimals it was typed with; other text as it stands."""
    if not CANONICAL_DECIMAL.fullmatch(canonical):
        return canonical
    return format_number(exact(canonical), len(canonical.partition(".")[2]))


def parse_figure(text: str, value_type: ValueType, choices: Sequence[str] = ()) -> Parsed:
    """Read what a person typed or pasted; raises nothing.

    Decimal comma and decimal point are both read; a group of three digits after one point is thousands in a field of
    whole numbers and ambiguous in a field of decimals. Thousands begin with 1 to 9: "0.500" is a half. ``12+7+9`` is
    added up. "…" and nothing mean not reported, a dash not applicable.
    """
    cleaned = _cleaned(text)
    if cleaned in ("", "...", NOT_REPORTED_SIGN):
        return NotReported()
    if cleaned in _DASHES:
        return NotApplicable()
    if value_type is ValueType.BOOLEAN:
        return _parse_boolean(text, cleaned)
    if value_type is ValueType.CHOICE:
        return _parse_choice(text, cleaned, choices)
    terms = [term.strip() for term in cleaned.removesuffix("%").rstrip().split("+")]
    if len(terms) == 1:
        return _parse_term(text, terms[0], value_type)
    return _add_terms(text, cleaned, [_parse_term(text, term, value_type) for term in terms])


def _cleaned(text: str) -> str:
    """Text without signs that nobody sees, with plain blanks (one each) and plain digits."""
    seen = "".join(sign for sign in text.translate(_WIDE) if unicodedata.category(sign) != "Cf")
    return " ".join(unicodedata.normalize("NFC", seen).split())


def bare(text: str) -> str:
    """Text without tone marks and case, for looking things up: "Đồng Tuyển" -> "dong tuyen"."""
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _decimals_that_end(denominator: int) -> int | None:
    twos = fives = 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    return max(twos, fives) if denominator == 1 else None


def _leading_zeros(value: Fraction) -> int:
    zeros, numerator = 0, abs(value.numerator) * 10
    while numerator < value.denominator:
        zeros, numerator = zeros + 1, numerator * 10
    return zeros


def _scaled(value: Number, decimals: int) -> int:
    numerator, denominator = value.numerator, value.denominator
    magnitude: int = (abs(numerator) * 10**decimals * 2 + denominator) // (2 * denominator)
    return -magnitude if numerator < 0 else magnitude


def _parse_boolean(text: str, cleaned: str) -> Parsed:
    word = bare(cleaned)
    if word in _TRUE_WORDS:
        return Figure("true")
    if word in _FALSE_WORDS:
        return Figure("false")
    return Draft(text, "figure_not_boolean")


def _parse_choice(text: str, cleaned: str, choices: Sequence[str]) -> Parsed:
    word = bare(unicodedata.normalize("NFKC", cleaned)).replace(" ", "_")
    names = {bare(choice).replace(" ", "_"): choice for choice in choices}
    if word in names:
        return Figure(names[word])
    begins = [choice for name, choice in names.items() if name.startswith(word)]
    return Figure(begins[0]) if len(begins) == 1 else Draft(text, "figure_not_choice")


def _parse_term(text: str, term: str, value_type: ValueType) -> Parsed:
    readings = _readings(term)
    if not readings:
        return Draft(
            text,
            "figure_negative" if re.fullmatch(r"[-−–] ?[0-9.,]+", term) else "figure_not_number",
        )
    if value_type is ValueType.INTEGER:
        whole = [reading for reading in readings if "." not in reading]
        if not whole:
            return Draft(text, "figure_not_whole")
        foreign = term.count(",") == 1 and bool(_GROUPED_COMMA.fullmatch(term))
        readings = whole
    else:
        foreign = False
    fitting = [reading for reading in readings if CANONICAL_DECIMAL.fullmatch(reading)]
    if not fitting:
        return Draft(text, "figure_too_long")
    return Ambiguous(tuple(fitting)) if foreign or len(fitting) > 1 else Figure(fitting[0])


def _readings(term: str) -> list[str]:
    """Canonical readings of one number, the Vietnamese one first; empty when it is none."""
    if _PLAIN.fullmatch(term):
        return [_canonical(term)]
    if _GROUPED_SPACE.fullmatch(term):
        return [_canonical(term.replace(" ", "").replace(",", "."))]
    if _DOT_AND_COMMA.fullmatch(term):
        return [_canonical(term.replace(".", "").replace(",", "."))]
    if _COMMA_AND_DOT.fullmatch(term):
        return [_canonical(term.replace(",", ""))]
    if _GROUPED_DOT.fullmatch(term):
        whole = _canonical(term.replace(".", ""))
        return [whole, _canonical(term)] if term.count(".") == 1 else [whole]
    if _GROUPED_COMMA.fullmatch(term) and term.count(",") > 1:
        return [_canonical(term.replace(",", ""))]
    if _COMMA.fullmatch(term):
        point = _canonical(term.replace(",", "."))
        return [point, _canonical(term.replace(",", ""))] if _GROUPED_COMMA.fullmatch(term) else [point]
    return [_canonical(term)] if _POINT.fullmatch(term) else []


def _canonical(digits: str) -> str:
    whole, point, fraction = digits.partition(".")
    whole, fraction = (
        whole.lstrip("0") or "0",
        fraction.rstrip("0") if len(fraction) > 6 else fraction,
    )
    return f"{whole}.{fraction}" if point and fraction else whole


def _add_terms(text: str, cleaned: str, terms: list[Parsed]) -> Parsed:
    total: Number = 0
    for term in terms:
        if not isinstance(term, Figure):
            return term if isinstance(term, Draft) else Draft(text, "figure_not_number")
        total += exact(term.value)
    value = exact_text(total)
    if not CANONICAL_DECIMAL.fullmatch(value):
        return Draft(text, "figure_too_long")
    return Figure(value, cleaned)
