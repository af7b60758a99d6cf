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
    """The upper right corner of page 1.

    Raises:
        UserError: ``sign_pdf_damaged``.
    """
    from pyhanko.pdf_utils.rw_common import PdfHandler

    handler: PdfHandler = reader
    with pdf_faults():
        page_ref, _ = handler.find_page_for_modification(0)
        left, _, right, top = _box_of(page_ref.get_object())
        start = max(left, right - CORNER_RIGHT - CORNER_WIDTH)
        return Place(
            page=0,
            left=start,
            bottom=top - CORNER_TOP - CORNER_HEIGHT,
            right=right - CORNER_RIGHT,
            top=top - CORNER_TOP,
        )


def find_place(places: Mapping[Role, Place], role: Role) -> Place:
    """The place of a role.

    Raises:
        UserError: ``sign_place_missing``.
    """
    if role not in places:
        raise UserError("sign_place_missing", entry=text(_TITLES[role]))
    return places[role]


def _box_of(page: Any) -> tuple[float, float, float, float]:  # noqa: ANN401 - an object of pyHanko
    """The visible part of a page; the box may stand at one of its parents."""
    node = page
    for _ in range(_MOST_DEPTH):
        for name in ("/CropBox", "/MediaBox"):
            if name in node:
                left, bottom, right, top = (float(number) for number in node[name])
                return left, bottom, right, top
        if "/Parent" not in node:
            break
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
