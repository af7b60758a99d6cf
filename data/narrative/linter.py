"""Figures of free text held against the tables of the same report: "bạn viết 95,2 % nhưng bảng là 92,5 %". Pure.

Which row of the tables a sentence speaks of is read from the words of the row's name. A word that few names have says
much, a word that many have says little; a row is named when two fifths of what its name says stand in the
sentence.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from data.documents.records import SentenceLink
from data.model import Number
from data.narrative.links import place_of_figure, places_of
from data.narrative.sentences import sentences_of, words_of
from data.narrative.written import COUNT, PERCENT, POINTS, Written, printed_figures, word_set, written_figures
from data.numbers import exact_text

NAMED = Fraction(2, 5)
_WHOLE_WEIGHT = 1_000_000
"""What a word weighs that one name alone has; a word of several names weighs its share of that."""
NEAR_POINTS, NEAR_SHARE = 10, Fraction(1, 5)
"""A per cent is near within ten points, anything else within a fifth of the table's figure."""
SMALL = 10

_SAYS_NOTHING = word_set(
    "tỷ tỉ lệ suất số người được có của và các trong trên theo tại từ trở lên đến cho với là chỉ tiêu bình quân mỗi "
    "năm tổng đạt kết quả giao so bằng không chưa thấp hơn cao tăng giảm đủ"
)
BLANK = "…"


class Row(NamedTuple):
    """A line of a table, a chart or the annex.

    Attributes:
        name: What it is about, as printed; empty for figures without a name of their own.
        figures: Its figures as printed, with their units.
        place: Where it stands: "Bảng 1".
        limits: Figures that are asked for, not reached; seldom what a person meant to write.
    """

    name: str
    figures: tuple[str, ...]
    place: str = ""
    limits: tuple[str, ...] = ()


class FindingKind(enum.Enum):
    """What is to be said of a place in a text."""

    DIFFERS = "differs"
    UNKNOWN = "unknown"
    BLANK = "blank"


class Finding(NamedTuple):
    """Something to look at, at ``text[start:end]``.

    Attributes:
        written: As it stands in the text.
        printed: What the tables print instead, for DIFFERS; else empty.
        name, place: The row that prints it.
    """

    kind: FindingKind
    start: int
    end: int
    written: str
    printed: str = ""
    name: str = ""
    place: str = ""


class _Known(NamedTuple):
    """A row made ready.

    Attributes:
        words: Those of its name that say something.
        figures: Each with its text, and whether it is asked for.
        units: Those of its figures.
    """

    row: Row
    words: frozenset[str]
    figures: tuple[tuple[Written, str, bool], ...]
    units: frozenset[str]


class _Spoken(NamedTuple):
    """A sentence, its words, and the rows that it names among those with figures of one unit."""

    text: str
    words: frozenset[str]
    named: tuple[_Known, ...]


class Tables:
    """The rows of a report, made ready for looking figures up."""

    def __init__(self, rows: Iterable[Row], abbreviations: Mapping[str, str] | None = None) -> None:
        """Read all figures once.

        Args:
            rows: All lines of the report that hold figures.
            abbreviations: Written out, for names and sentences alike: "bhyt" -> "bảo hiểm y tế".
        """
        self._short = {short.casefold(): words_of(whole) for short, whole in (abbreviations or {}).items()}
        self.rows = tuple(known for known in map(self._ready, rows) if known.figures)
        counts: dict[str, set[str]] = {}
        for known in self.rows:
            for word in known.words:
                counts.setdefault(word, set()).add(known.row.name)
        self._weights = {word: _WHOLE_WEIGHT // len(names) for word, names in counts.items()}
        self._needed = [self.weight(known.words) * NAMED for known in self.rows]
        self._names = tuple({" ".join(words_of(known.row.name)) for known in self.rows if known.row.name})

    def words(self, text: str) -> frozenset[str]:
        """The words of a sentence, abbreviations written out."""
        return frozenset(each for word in words_of(text) for each in self._short.get(word, (word,)))

    def weight(self, words: Iterable[str]) -> int:
        """How much words say."""
        return sum(self._weights[word] for word in words)

    def named(self, words: frozenset[str], unit: str) -> tuple[_Known, ...]:
        """The rows with figures of a unit that words name, those named most fully first.

        A row steps back behind another that has more of the words, or has the same words and no others.
        """
        found = []
        for known, needed in zip(self.rows, self._needed, strict=True):
            common = known.words & words
            if common and unit in known.units and (weight := self.weight(common)) >= needed:
                found.append((known, common, weight / needed))
        found.sort(key=lambda each: -each[2])
        return tuple(
            known
            for known, common, _ in found
            if not any(
                common < other or (common == other == full.words and common < known.words) for full, other, _ in found
            )
        )

    def is_in_name(self, figure: Written, text: str) -> bool:
        """Whether a number belongs to a row's name: "khám thai 3 lần"."""
        around = f"{figure.before} {' '.join(words_of(text[figure.start : figure.end]))} {figure.noun}"
        return bool(figure.before and figure.noun) and any(around in name for name in self._names)

    def _ready(self, row: Row) -> _Known:
        figures = tuple(_figures_of(row))
        units = {figure.unit for figure, _, _ in figures}
        return _Known(
            row, self._telling(row.name), figures, frozenset(units | ({POINTS} if PERCENT in units else set()))
        )

    def _telling(self, name: str) -> frozenset[str]:
        return frozenset(word for word in self.words(name) if word not in _SAYS_NOTHING and not word.isdigit())


def check_text(text: str, tables: Tables, links: Sequence[SentenceLink] = ()) -> tuple[Finding, ...]:
    """Every figure of a text held against the tables, in the order of the text.

    A figure that its sentence is linked to, or that a row named in the sentence prints (or the difference of two of
    its figures), is right. One that only an unnamed row prints is right, too, unless it is near a figure of the row
    that the sentence names: then it ``differs``. A figure that no table prints is ``unknown``. "…" is a ``blank`` that
    waits for a person.

    Args:
        text: Free text of a report.
        tables: The report's own tables, charts and annex.
        links: Sentences of this text that are linked to their figures.
    """
    linked = [
        place for link, start, end in places_of(links, text) for place in _linked_places(link, text[start:end], start)
    ]
    found: list[Finding] = []
    for sentence in sentences_of(text):
        words = tables.words(sentence.text)
        figures = written_figures(sentence.text)
        named = {unit: tables.named(words, unit) for unit in {figure.unit for figure in figures}}
        for figure in figures:
            start, end = sentence.start + figure.start, sentence.start + figure.end
            if any(first <= start and end <= last for first, last in linked):
                continue
            finding = _look_up(figure, _Spoken(sentence.text, words, named[figure.unit]), tables)
            if finding is not None:
                found.append(finding._replace(start=start, end=end))
    found.extend(_blanks(text))
    return tuple(sorted(found, key=lambda each: each.start))


def _linked_places(link: SentenceLink, sentence: str, offset: int) -> list[tuple[int, int]]:
    """Where the linked figures stand in their sentence."""
    places = [place_of_figure(sentence, figure.printed) for figure in link.figures]
    return [(offset + place[0], offset + place[1]) for place in places if place is not None]


def _blanks(text: str) -> list[Finding]:
    return [Finding(FindingKind.BLANK, place, place + 1, BLANK) for place, letter in enumerate(text) if letter == BLANK]


def _look_up(figure: Written, spoken: _Spoken, tables: Tables) -> Finding | None:
    """What is to be said of one figure; places are those inside the sentence."""
    written, named = spoken.text[figure.start : figure.end], spoken.named
    if tables.is_in_name(figure, spoken.text):
        return None
    if any(_prints(known, figure) for known in named):
        return None
    told = {word for known in named for word in known.words}
    others = [known for known in tables.rows if _prints(known, figure)]
    if any(not named or _says_of_others(known, figure, spoken.words - told) for known in others):
        return None
    near = _nearest(named, figure)
    if near is not None:
        known, printed = near
        return Finding(FindingKind.DIFFERS, figure.start, figure.end, written, printed, known.row.name, known.row.place)
    return None if others else Finding(FindingKind.UNKNOWN, figure.start, figure.end, written)


def _says_of_others(known: _Known, figure: Written, words: frozenset[str]) -> bool:
    """Whether a figure is that of a row that the sentence does not name in full, but speaks of all the same.

    Args:
        known: A row that prints the figure.
        figure: As written.
        words: Those of the sentence that no named row explains.
    """
    if known.row.name:
        return bool(known.words & words)
    return bool(figure.noun) and any(
        other.values == figure.values and other.noun == figure.noun for other, _, _ in known.figures
    )


def _figures_of(row: Row) -> list[tuple[Written, str, bool]]:
    texts = [*((text, False) for text in row.figures), *((text, True) for text in row.limits)]
    return [(figure, text, is_limit) for text, is_limit in texts for figure in printed_figures(text)]


def _prints(known: _Known, figure: Written) -> bool:
    """Whether a row prints a figure, a part of its fraction, or two figures that lie so many points apart."""
    for other, _, _ in known.figures:
        if other.values == figure.values and other.unit == figure.unit:
            return True
        if (
            figure.unit == COUNT
            and len(figure.values) == 1
            and len(other.values) == 2
            and figure.values[0] in other.values
        ):
            return True
    return figure.unit == POINTS and _is_difference(known, figure.values[0])


def _is_difference(known: _Known, points: Number) -> bool:
    shares = [other.values[0] for other, _, _ in known.figures if other.unit == PERCENT]
    return any(_apart(first, second) == points for first in shares for second in shares)


def _nearest(named: Iterable[_Known], figure: Written) -> tuple[_Known, str] | None:
    """The figure of a named row that was probably meant, and its text; None where none is near.

    A slip of the pen comes first, then the order of the report (its tables before its charts), what was reached before
    what is asked for, then what is nearest.
    """
    near = [
        (not _is_slip_of(figure, other), place, is_limit, _distance(figure, other), known, text)
        for place, known in enumerate(named)
        for other, text, is_limit in known.figures
        if _is_near(figure, other)
    ]
    if not near:
        return None
    *_, known, text = min(near, key=lambda each: each[:4])
    return known, text


def _is_slip_of(figure: Written, other: Written) -> bool:
    return any(_is_slip(mine, theirs) for mine, theirs in zip(figure.values, other.values, strict=True))


def _distance(figure: Written, other: Written) -> Number:
    return sum((_apart(mine, theirs) for mine, theirs in zip(figure.values, other.values, strict=True)), 0)


def _is_near(figure: Written, other: Written) -> bool:
    if figure.unit != other.unit or len(figure.values) != len(other.values):
        return False
    pairs = list(zip(figure.values, other.values, strict=True))
    if all(mine < SMALL and theirs < SMALL for mine, theirs in pairs) and figure.unit == COUNT:
        return (bool(figure.noun) and figure.noun == other.noun) or len(pairs) > 1
    return all(
        mine == theirs or _is_slip(mine, theirs) or _is_close(mine, theirs, figure.unit) for mine, theirs in pairs
    )


def _is_close(mine: Number, theirs: Number, unit: str) -> bool:
    within: Number = NEAR_POINTS if unit == PERCENT else _apart(theirs, 0) * NEAR_SHARE
    return _apart(mine, theirs) <= within


def _apart(one: Number, other: Number) -> Number:
    return one - other if one >= other else other - one


def _is_slip(mine: Number, theirs: Number) -> bool:
    """Whether two numbers differ by one digit, or by two neighbours that changed places."""
    one, other = _digits(mine, theirs)
    apart = [place for place, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    if len(apart) == 2 and apart[1] == apart[0] + 1:
        return one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]
    return len(apart) == 1


def _digits(mine: Number, theirs: Number) -> tuple[str, str]:
    """Both numbers with the same places before and behind the comma."""
    wholes, tails = zip(*(_parts(each) for each in (mine, theirs)), strict=True)
    left, right = max(map(len, wholes)), max(map(len, tails))
    one, other = (whole.zfill(left) + tail.ljust(right, "0") for whole, tail in zip(wholes, tails, strict=True))
    return one, other


def _parts(value: Number) -> tuple[str, str]:
    whole, _, tail = exact_text(value).partition(".")
    return whole, tail
