"""Where the signatures of a report belong: entries of its outline whose destination is a rectangle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from data.errors import UserError
from reports.signing.model import Place, Role
from reports.signing.reading import opened, pdf_faults
from reports.texts import text

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader

_MOST_ENTRIES = 5_000
_MOST_DEPTH = 50
_MOST_PAGES = 2_000
_UPRIGHT = (0, 180)
_RECTANGLE = 6
CORNER_RIGHT, CORNER_TOP = 15 * 72 / 25.4, 8 * 72 / 25.4
CORNER_WIDTH, CORNER_HEIGHT = 165 * 72 / 25.4, 11 * 72 / 25.4
"""Inside the right margin, above the national name. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần II, Mục I."""

_TITLES = {Role.HEAD: "place.signature", Role.AGENCY: "place.seal"}


def places_in(pdf: bytes) -> Mapping[Role, Place]:
    """The places for head and agency that the outline of a PDF names; a role without an entry is absent.

    Raises:
        UserError: As ``opened``.
    """
    return places_of(opened(pdf))


def places_of(reader: PdfFileReader) -> Mapping[Role, Place]:
    """As ``places_in``, of a PDF that is open already."""
    titles = {text(key): role for role, key in _TITLES.items()}
    places: dict[Role, Place] = {}
    with pdf_faults():
        pages = page_numbers(reader)
        for title, target in _entries(reader):
            role = titles.get(title)
            place = _place(_resolved(reader, target), pages) if role is not None else None
            if role is not None and place is not None:
                places.setdefault(role, place)
    return MappingProxyType(places)


def corner_of(reader: PdfFileReader) -> Place:
    """The upper right corner of page 1, as it is seen.

    Raises:
        UserError: ``sign_pdf_damaged``.
    """
    with pdf_faults():
        page = reader.find_page_for_modification(0)[0].get_object()
        turn = int(_inherited(page, "/Rotate") or 0) % 360
        box = _inherited(page, "/CropBox") or _inherited(page, "/MediaBox")
        left, right = sorted((float(box[0]), float(box[2])))
        bottom, top = sorted((float(box[1]), float(box[3])))
    wide, high = (right - left, top - bottom) if turn in _UPRIGHT else (top - bottom, right - left)
    # As the page is seen, from its lower left corner.
    to_x, to_y = wide - CORNER_RIGHT, high - CORNER_TOP
    x, y = max(0.0, to_x - CORNER_WIDTH), to_y - CORNER_HEIGHT
    match turn:
        case 90:
            seen = (right - to_y, bottom + x, right - y, bottom + to_x)
        case 180:
            seen = (right - to_x, top - to_y, right - x, top - y)
        case 270:
            seen = (left + y, top - to_x, left + to_y, top - x)
        case _:
            seen = (left + x, bottom + y, left + to_x, bottom + to_y)
    return Place(0, *seen, turn=turn)


def find_place(places: Mapping[Role, Place], role: Role) -> Place:
    """The place of a role.

    Raises:
        UserError: ``sign_place_missing``.
    """
    if role not in places:
        raise UserError("sign_place_missing", entry=text(_TITLES[role]))
    return places[role]


def _inherited(page: Any, name: str) -> Any:  # noqa: ANN401 - objects of pyHanko
    """What a page says, or one of its parents; None when none does."""
    node = page
    for _ in range(_MOST_DEPTH):
        if name in node:
            return node[name]
        if "/Parent" not in node:
            return None
        node = node["/Parent"]
    raise UserError("sign_pdf_damaged")


def page_numbers(reader: PdfFileReader) -> dict[tuple[int, int], int]:
    """Object of a page (number, generation) -> index of the page.

    Raises:
        UserError: ``sign_pdf_damaged`` for more pages than any report has; a file may claim millions.
    """
    count = int(reader.root["/Pages"]["/Count"])
    if count > _MOST_PAGES:
        raise UserError("sign_pdf_damaged")
    numbers: dict[tuple[int, int], int] = {}
    for index in range(count):
        reference = reader.find_page_for_modification(index)[0]
        numbers[reference.idnum, reference.generation] = index
    return numbers


def _entries(reader: PdfFileReader) -> Iterator[tuple[str, Any]]:
    """Titles and destinations of the outline, in its order; an outline that bites its tail ends after many."""
    if "/Outlines" not in reader.root:
        return
    waiting = [_value(reader.root["/Outlines"], "/First")]
    for _ in range(_MOST_ENTRIES):
        entry = waiting.pop() if waiting else None
        if entry is None:
            if not waiting:
                return
            continue
        waiting += [_value(entry, "/Next"), _value(entry, "/First")]
        action = _value(entry, "/A")
        yield str(_value(entry, "/Title")), _value(entry, "/Dest") if action is None else _value(action, "/D")


def _value(holder: Any, name: str) -> Any:  # noqa: ANN401 - objects of pyHanko
    """What stands under a name, wherever in the file it lies; None when nothing does."""
    return holder[name] if name in holder else None  # noqa: SIM401 - its get() does not follow references


def _resolved(reader: PdfFileReader, target: Any) -> Any:  # noqa: ANN401 - objects of pyHanko
    """A destination that may be given by name."""
    from pyhanko.pdf_utils import generic

    if isinstance(target, generic.NameObject) and "/Dests" in reader.root:
        target = _value(reader.root["/Dests"], target)
    return target["/D"] if isinstance(target, generic.DictionaryObject) else target


def _place(target: Any, pages: Mapping[tuple[int, int], int]) -> Place | None:  # noqa: ANN401 - objects of pyHanko
    """The rectangle of a /FitR destination; None for any other."""
    from pyhanko.pdf_utils import generic

    if not isinstance(target, generic.ArrayObject) or len(target) < _RECTANGLE or target[1] != "/FitR":
        return None
    reference = target.raw_get(0).reference
    page = pages.get((reference.idnum, reference.generation))
    left, bottom, right, top = (float(target[index]) for index in range(2, _RECTANGLE))
    if page is None or not (left < right and bottom < top):
        return None
    return Place(page=page, left=left, bottom=bottom, right=right, top=top)
