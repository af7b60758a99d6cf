"""A neutral tree (tables, lists, texts) read key by key; every fault is collected with its place, nothing is guessed.

Numbers are read from their text, never through a float. Texts are kept in NFC, without blanks around them.
Source: CONTRACT section 3.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar

from data.errors import Fault
from data.model import Number
from data.numbers import exact

PlaceOf = Callable[[str], str]
"""Place in the tree (``criteria[3].items[0].max_points``) -> place as the person sees it (``Bảng điểm!D14``)."""

LONGEST_CODE, LONGEST_TEXT = 60, 5000
MOST_DEPTH = 30
"""Levels of items below each other; no table of points is deeper."""

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,6})?", re.ASCII)
_SHOWN_LETTERS = 40
_CONTROL = frozenset(("Cc", "Co", "Cs"))

Word = TypeVar("Word", bound=enum.Enum)


class Key(NamedTuple):
    """A key of a table and its place in the tree."""

    name: str
    place: str


class Notes:
    """The faults found so far.

    Attributes:
        faults: In the order in which they were found.
    """

    def __init__(self, place: PlaceOf) -> None:
        """Start without faults."""
        self.faults: list[Fault] = []
        self._place = place

    def note(self, fault: Fault) -> None:
        """Keep a fault whose place is one of the tree; what is read twice is noted once."""
        placed = fault._replace(place=self._place(fault.place))
        if placed not in self.faults:
            self.faults.append(placed)


class Table:
    """One table of the tree. What is wrong with a value is noted, and an empty value handed out instead of it.

    Attributes:
        place: Where it stands in the tree; empty for the whole.
    """

    def __init__(self, notes: Notes, content: object, place: str, allowed: Collection[str]) -> None:
        """Look at the keys; anything but a table counts as an empty one."""
        self.notes = notes
        self.place = place
        self._content: Mapping[str, Any] = content if isinstance(content, Mapping) else {}
        if not isinstance(content, Mapping):
            self.notes.note(Fault("criteria_not_table", place, {"value": shown(content)}))
        for key in self._content:
            if key not in allowed:
                words = {"key": shown(key), "allowed": ", ".join(allowed)}
                self.notes.note(Fault("criteria_unknown_key", self.at(shown(key)), words))

    def at(self, key: str) -> str:
        """Place of a key."""
        return f"{self.place}.{key}" if self.place else key

    def has(self, key: str) -> bool:
        """Whether something stands under a key; null counts as nothing."""
        return self._content.get(key) is not None

    def is_null(self, key: str) -> bool:
        """Whether a key says outright that nothing is known."""
        return key in self._content and self._content[key] is None

    @property
    def identity(self) -> int:
        """What tells this table from all others, so that one that holds itself is noticed."""
        return id(self._content)

    def under(self, above: Table) -> Table:
        """This table, with what another one says in place of its own; each value keeps its place."""
        return _Merged(self, above)

    def must_name(self, *keys: str) -> None:
        """Note keys that are not there at all; null is an answer, too."""
        for key in keys:
            if key not in self._content:
                self.notes.note(Fault("criteria_missing_key", self.at(key), {"key": key}))

    def value(self, key: str, *, is_required: bool = False) -> object:
        """What stands under a key; None where nothing stands."""
        if is_required and not self.has(key):
            self.notes.note(Fault("criteria_missing_key", self.at(key), {"key": key}))
        return self._content.get(key)

    def text(self, key: str, *, is_required: bool = False, longest: int = LONGEST_TEXT) -> str:
        """A text; empty where nothing stands."""
        value = self.value(key, is_required=is_required)
        if value is None:
            return ""
        text = self._text_of(value, self.at(key), longest)
        if is_required and not text and isinstance(value, str):
            self.notes.note(Fault("criteria_empty_text", self.at(key), {"key": key}))
        return text

    def code(self, key: str) -> str:
        """A code that must be there, on one line."""
        text = self.text(key, is_required=True, longest=LONGEST_CODE)
        if "\n" in text:
            self.notes.note(Fault("criteria_hidden_sign", self.at(key)))
        return text

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; one text counts as a list of one, empty ones are refused."""
        value = self.value(key)
        if isinstance(value, str):
            return (self.text(key, is_required=True),)
        found = []
        for place, each in self._listed(key):
            text = self._text_of(each, place, LONGEST_TEXT)
            if not text and (each is None or isinstance(each, str)):
                self.notes.note(Fault("criteria_empty_text", place, {"key": key}))
            found.append(text)
        return tuple(found)

    def number(self, key: str, *, is_required: bool = False) -> Number | None:
        """An exact number; None where nothing stands."""
        value = self.value(key, is_required=is_required)
        if value is None:
            return None
        text = number_text(value)
        if text is None:
            self.notes.note(Fault("criteria_not_number", self.at(key), {"value": shown(value)}))
            return None
        return signed_exact(text)

    def whole(self, key: str, limits: tuple[int, int]) -> int | None:
        """A whole number within limits, both included; None where nothing stands."""
        number = self.number(key)
        if number is None:
            return None
        if not isinstance(number, int) or not limits[0] <= number <= limits[1]:
            words = {"value": shown(self.value(key)), "least": str(limits[0]), "most": str(limits[1])}
            self.notes.note(Fault("criteria_number_outside", self.at(key), words))
            return None
        return number

    def flag(self, key: str, *, is_required: bool = False, default: bool = False) -> bool:
        """Yes or no."""
        value = self.value(key, is_required=is_required)
        if value is None:
            return default
        if not isinstance(value, bool) and value not in ("true", "false"):
            self.notes.note(Fault("criteria_not_flag", self.at(key), {"value": shown(value)}))
        return value in (True, "true")

    def day(self, key: str, *, is_required: bool = False) -> date | None:
        """A day, written 2023-03-09; None where nothing stands."""
        value = self.value(key, is_required=is_required)
        if value is None:
            return None
        try:
            if isinstance(value, str) and len(value) == len("2023-03-09"):
                return date.fromisoformat(value)
        except ValueError:
            pass
        self.notes.note(Fault("criteria_not_day", self.at(key), {"value": shown(value)}))
        return None

    def word(self, key: str, words: type[Word], *, is_required: bool = False) -> Word | None:
        """One of a few words; None where nothing stands."""
        found = self.one_of(key, [word.value for word in words], is_required=is_required)
        return words(found) if found else None

    def one_of(self, key: str, words: Collection[str], *, is_required: bool = False) -> str:
        """One of a few words; empty where nothing stands."""
        value = self.value(key, is_required=is_required)
        if value is None:
            return ""
        text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
        if text not in words:
            self.notes.note(
                Fault("criteria_bad_word", self.at(key), {"value": shown(value), "allowed": ", ".join(words)})
            )
            return ""
        return text

    def table(self, key: str, allowed: Collection[str], *, is_required: bool = False) -> Table | None:
        """A table within; None where nothing stands."""
        value = self.value(key, is_required=is_required)
        return None if value is None else Table(self.notes, value, self.at(key), allowed)

    def tables(self, key: str, allowed: Collection[str], *, is_required: bool = False) -> list[Table]:
        """A list of tables."""
        self.value(key, is_required=is_required)
        return [Table(self.notes, each, place, allowed) for place, each in self._listed(key)]

    def _listed(self, key: str) -> Iterator[tuple[str, object]]:
        """What stands in a list, with its places."""
        value = self.value(key)
        if value is not None and not isinstance(value, list | tuple):
            self.notes.note(Fault("criteria_not_list", self.at(key), {"value": shown(value)}))
            return
        for number, each in enumerate(value or ()):
            yield f"{self.at(key)}[{number}]", each

    def _text_of(self, value: object, place: str, longest: int) -> str:
        if isinstance(value, bool) or not isinstance(value, str | int | Decimal | None):
            self.notes.note(Fault("criteria_not_text", place, {"value": shown(value)}))
            return ""
        text = "" if value is None else tidy(str(value))
        if any(sign != "\n" and unicodedata.category(sign) in _CONTROL for sign in text):
            self.notes.note(Fault("criteria_hidden_sign", place))
        if len(text) > longest:
            self.notes.note(Fault("criteria_text_long", place, {"limit": str(longest)}))
        return text


class _Merged(Table):
    """A table whose values another one replaces; each value keeps the place where it stands."""

    def __init__(self, base: Table, above: Table) -> None:
        """Lay ``above`` over ``base``; the keys of both were looked at before."""
        super().__init__(base.notes, {}, above.place, ())
        self._base, self._above = base, above
        self._content = {**base._content, **above._content}

    def at(self, key: str) -> str:
        """Place of a key, in the table that says it."""
        return (
            self._base.at(key)
            if key in self._base._content and key not in self._above._content
            else self._above.at(key)
        )


def tidy(text: str) -> str:
    """A text as it is kept: NFC, plain line ends, without signs that nobody sees and without blanks around it."""
    plain = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\t", " ")
    return "".join(sign for sign in plain if unicodedata.category(sign) != "Cf").strip()


def number_text(value: object) -> str | None:
    """The text of a number, plain or quoted; None when it is none."""
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        return None
    text = str(value).strip()
    return text if _NUMBER.fullmatch(text) else None


def signed_exact(text: str) -> Number:
    """The exact number of a text that ``number_text`` accepted."""
    return -exact(text[1:]) if text.startswith("-") else exact(text)


def shown(value: object) -> str:
    """A value short enough for a sentence, on one line."""
    if isinstance(value, bool):
        return str(value).lower()
    if value is None:
        return "null"
    if isinstance(value, Mapping):
        return "{…}"
    if isinstance(value, list | tuple):
        return "[…]"
    text = " ".join(str(value).split())
    return text if len(text) <= _SHOWN_LETTERS else text[:_SHOWN_LETTERS] + "…"


def nearest(find: Callable[[str], Any], wanted: str) -> Any:  # noqa: ANN401 - whatever is kept by place
    """What is kept for a place of the tree, or for the nearest place around it; None where there is none."""
    here = wanted
    while here:
        found = find(here)
        if found is not None:
            return found
        here = here[: max(here.rfind("."), here.rfind("["), 0)]
    return find("")
