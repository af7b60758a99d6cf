"""Figures as people write them in free text: "1.234,5", "95,2 %", "3/5"; and what only looks like one. Pure.

No figures are years and dates, clauses and document numbers, ages and other numbers that belong to a name ("Điều 5",
"1300/QĐ-BYT", "mục 14.1", "năm 2024", "dưới 5 tuổi", "mũi 2"), numbers of a list, telephone numbers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from data.definitions import ValueType
from data.model import Number
from data.numbers import Ambiguous, Figure, exact, parse_figure

PERCENT, PER_MILLE, POINTS, COUNT = "%", "‰", "points", ""
"""Units that change what a figure is: 5 % and 5 people are never compared. Points are differences of two per cents."""


def word_set(words: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(words.split())


_TOKEN = re.compile(r"\S+")
_NUMBER = r"\d+(?:[.,]\d+)*"
_FIGURE = re.compile(rf"({_NUMBER})([%‰]?)", re.ASCII)
_FRACTION = re.compile(rf"({_NUMBER})/({_NUMBER})", re.ASCII)
_RANGE = re.compile(rf"({_NUMBER})([%‰]?)[-–]({_NUMBER})([%‰]?)", re.ASCII)
_SPACED_RANGE = re.compile(r"(?<=\d)\s+[-–]\s+(?=\d)")
_CLAUSE = re.compile(r"\d{1,2}(?:\.\d{1,2})+", re.ASCII)
_LIST_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]", re.ASCII)

_OPENING, _CLOSING = "([“\"'*+<>=≥≤~:-–", ".,;:!?)]”\"'…"
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LARGEST_ORDINAL = 100
_LEAST_PHONE_DIGITS = 8

_NUMBERED = word_set(
    "điều khoản mục chương phần lục bảng đồ hình năm tháng quý ngày mốc tuần thứ mũi liều đợt khóa khoá tuyến độ type "
    "típ loại cấp hạng vùng tổ thôn bản khu đoạn kỳ nhóm bước số qđ tt nđ vitamin hpv trang dòng cột mẫu nq kh"
)
"""Words before a number that is a name: "Điều 5", "quý 3", "mũi 2". "Số" alone only where it is no "tổng số"."""

_DOCUMENTS = word_set("định tư hoạch văn lệnh quyết báo cáo công hướng dẫn thị luật")
_NAMING_PAIRS = frozenset(("tiêu chí", "nội dung", "chỉ tiêu"))
_DURATIONS = word_set("tuổi tháng năm quý giờ phút tuần giây")
_DAY_WORDS = word_set("ngày từ đến trước sau hạn")
_PER_CENT_WORDS = {("phần", "trăm"): PERCENT, ("phần", "nghìn"): PER_MILLE, ("phần", "ngàn"): PER_MILLE}


def is_digits(text: str) -> bool:
    """Whether a text is made of the ten plain digits: "²" and digits of other scripts are none."""
    return text.isascii() and text.isdigit()


class Written(NamedTuple):
    """A figure of a text.

    Attributes:
        start, end: Its place, with its sign of per cent: ``text[start:end]``.
        values: Exact; two for a fraction ("3/5").
        unit: PERCENT, PER_MILLE, POINTS, or COUNT for everything else.
        noun: The word behind it, in small letters: "người"; empty where none follows.
        before: The word in front of it, in small letters.
    """

    start: int
    end: int
    values: tuple[Number, ...]
    unit: str = COUNT
    noun: str = ""
    before: str = ""


class _Token(NamedTuple):
    """Text between blanks, without brackets and points around it; ``raw`` is with them."""

    start: int
    core: str
    raw: str
    opens_line: bool


def written_figures(text: str) -> tuple[Written, ...]:
    """The figures of free text, in order, without what only looks like one."""
    return tuple(_read(_tokens(text), is_free=True))


def printed_figures(text: str) -> tuple[Written, ...]:
    """All figures of a cell of a table: there every number is one."""
    return tuple(_read(_tokens(text), is_free=False))


def number_of(text: str) -> Number | None:
    """The exact number of Vietnamese digits; the first reading where there are two."""
    parsed = parse_figure(text, ValueType.INTEGER)
    if not isinstance(parsed, Figure):
        parsed = parse_figure(text, ValueType.DECIMAL)
    if isinstance(parsed, Ambiguous):
        return exact(parsed.readings[0])
    return exact(parsed.value) if isinstance(parsed, Figure) else None


def _tokens(text: str) -> list[_Token]:
    spaced = _SPACED_RANGE.sub(lambda match: " " * len(match[0]), text)
    found = []
    for match in _TOKEN.finditer(spaced):
        raw = match[0]
        inner = raw.lstrip(_OPENING)
        start = match.start() + len(raw) - len(inner)
        opens_line = not text[: match.start()].rpartition("\n")[2].strip(" -–+•*")
        found.append(_Token(start, inner.rstrip(_CLOSING), raw, opens_line))
    return found


def _read(tokens: list[_Token], *, is_free: bool) -> Iterator[Written]:
    for place, token in enumerate(tokens):
        if not is_digits(token.core[:1]):
            continue
        before = _words(tokens, place, -1)
        after = _words(tokens, place, 1)
        if is_free and _is_name(token, before, after):
            continue
        yield from _figures(token, before, after, tokens[place + 1 : place + 2])


def _words(tokens: list[_Token], place: int, step: int) -> tuple[str, str]:
    """The two words before or behind a token, the nearest first; none beyond a comma or another end."""
    found = ["", ""]
    if step > 0 and tokens[place].raw[-1:] in ".,;:!?)":
        return "", ""
    for index in (0, 1):
        other = place + step * (index + 1)
        if not 0 <= other < len(tokens):
            break
        if step < 0 and tokens[other].raw[-1:] in ".,;!?)":
            break
        found[index] = unicodedata.normalize("NFC", tokens[other].core).casefold()
        if step > 0 and tokens[other].raw[-1:] in ".,;:!?)":
            break
    return found[0], found[1]


def _figures(
    token: _Token, before: tuple[str, str], after: tuple[str, str], following: list[_Token]
) -> Iterator[Written]:
    core, start = token.core, token.start
    behind, sign_end = _unit_behind(after, following)
    if (match := _FRACTION.fullmatch(core)) is not None:
        values = (number_of(match[1]), number_of(match[2]))
        if None not in values:
            yield Written(start, start + len(core), tuple(each for each in values if each is not None), COUNT, after[0])
        return
    if (match := _RANGE.fullmatch(core)) is not None:
        unit = match[4] or match[2] or behind
        pieces = [(match[1], match.start(1), match.end(2), match[2] or unit), (match[3], match.start(3), 0, unit)]
    elif (match := _FIGURE.fullmatch(core)) is not None:
        pieces = [(match[1], 0, 0, match[2] or behind)]
    else:
        return
    for digits, first, last, unit in pieces:
        value = number_of(digits)
        if value is not None:
            end = start + (last or len(core))
            end = sign_end if not last and sign_end and is_digits(core[-1]) else end
            noun = after[0] if unit == COUNT else ""
            yield Written(start + first, end, (value,), unit, noun, before[0])


def _unit_behind(after: tuple[str, str], following: list[_Token]) -> tuple[str, int]:
    """A unit that stands apart ("95,2 %", "1,2 điểm phần trăm"), and where its sign ends; 0 for words."""
    if after in _PER_CENT_WORDS:
        return _PER_CENT_WORDS[after], 0
    if after[0] == "điểm" and after[1] in ("phần", "%"):
        return POINTS, 0
    if after[0] in (PERCENT, PER_MILLE) and following:
        return after[0], following[0].start + 1
    return COUNT, 0


# --- what is no figure ---------------------------------------------------------------------------------------------


def _is_name(token: _Token, before: tuple[str, str], after: tuple[str, str]) -> bool:
    core = token.core
    if core[-1] in "%‰":
        return False
    has_unit = _unit_behind(after, [token])[0] != COUNT
    if has_unit:
        return False
    return (
        _is_date(core, before)
        or _is_in_list(token)
        or _is_year(core, after)
        or _is_numbered(core, before, after)
        or after[0] in _DURATIONS
        or (core.startswith("0") and is_digits(core) and len(core) >= _LEAST_PHONE_DIGITS)
    )


def _is_date(core: str, before: tuple[str, str]) -> bool:
    """15/6/2024, 6/2024, 24/24, 24/7; 15/6 only behind a word that asks for a day."""
    parts = re.split(r"[/-]", core)
    if not all(is_digits(part) for part in parts):
        return False
    if len(parts) >= 3:
        return "/" in core or len(parts[0]) <= 2
    if len(parts) == 2 and "/" in core:
        return _is_month_of_year(parts) or core in ("24/24", "24/7") or (_is_day(parts) and before[0] in _DAY_WORDS)
    return False


def _is_month_of_year(parts: list[str]) -> bool:
    return 1 <= int(parts[0]) <= 12 and len(parts[1]) == 4 and _FIRST_YEAR <= int(parts[1]) <= _LAST_YEAR


def _is_day(parts: list[str]) -> bool:
    return 1 <= int(parts[0]) <= 31 and 1 <= int(parts[1]) <= 12


def _is_year(core: str, after: tuple[str, str]) -> bool:
    """2024, 2021–2025; a count of so many people is written with its noun."""
    years = re.split(r"[-–]", core)
    return all(
        len(part) == 4 and is_digits(part) and _FIRST_YEAR <= int(part) <= _LAST_YEAR for part in years
    ) and not (len(years) == 1 and after[0] in NOUNS)


NOUNS = word_set(
    "người trẻ hộ lượt ca trường bà phụ học cặp vụ giường trạm cơ thôn hồ xã phiếu liều buổi lần cuộc cháu em"
)
"""First words of what is counted; a number in the range of years in front of one is a count."""


def _is_in_list(token: _Token) -> bool:
    return token.opens_line and _LIST_NUMBER.fullmatch(token.raw) is not None


def _is_numbered(core: str, before: tuple[str, str], after: tuple[str, str]) -> bool:
    digits = core.replace(".", "").replace(",", "").replace("-", "").replace("–", "").replace("/", "")
    if not is_digits(digits):
        return False
    if " ".join(reversed(before)) in _NAMING_PAIRS:
        return int(digits) < _LARGEST_ORDINAL or _CLAUSE.fullmatch(core) is not None
    if before[0] == "số":
        return before[1] in _DOCUMENTS
    if before[0] == "điểm":
        return _CLAUSE.fullmatch(core) is not None and after[0] != "điểm"
    return before[0] in _NUMBERED and after[0] not in NOUNS
