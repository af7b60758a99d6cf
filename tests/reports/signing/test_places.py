"""Places for signatures are found in the outline, however a PDF writes it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject

from data.errors import UserError
from reports.signing import Place, Role, places_in
from reports.signing.places import corner_of
from reports.signing.reading import opened
from tests.reports.signing.conftest import Papers

BOX = (100, 200, 300, 250)
TITLE = "Chữ ký người đứng đầu"

Change = Callable[[PdfWriter, Any, Any], None]


def with_entry(change: Change, box: tuple[float, float, float, float] = BOX, kind: str = "/FitR") -> bytes:
    """A PDF of two pages whose outline names a rectangle on the second one, changed as a test likes."""
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    page = writer.add_blank_page(595, 842)
    entry = writer.add_outline_item(title=TITLE, page_number=1).get_object()
    assert isinstance(entry, DictionaryObject)
    target = ArrayObject([page.indirect_reference, NameObject(kind), *map(FloatObject, box)])
    entry.pop("/A", None)
    entry[NameObject("/Dest")] = target
    change(writer, entry, target)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def nothing(writer: PdfWriter, entry: Any, target: Any) -> None:
    """As it is."""


def by_action(writer: PdfWriter, entry: Any, target: Any) -> None:
    """The entry goes there by an action."""
    del entry["/Dest"]
    action = DictionaryObject({NameObject("/S"): NameObject("/GoTo"), NameObject("/D"): target})
    entry[NameObject("/A")] = writer._add_object(action)


def by_name(writer: PdfWriter, entry: Any, target: Any) -> None:
    """The destination has a name of its own."""
    named = DictionaryObject({NameObject("/cho"): DictionaryObject({NameObject("/D"): target})})
    writer.root_object[NameObject("/Dests")] = named
    entry[NameObject("/Dest")] = NameObject("/cho")


def twice(writer: PdfWriter, entry: Any, target: Any) -> None:
    """A second entry of the same title, elsewhere."""
    other = writer.add_outline_item(title=TITLE, page_number=0).get_object()
    assert isinstance(other, DictionaryObject)


@pytest.mark.parametrize("change", [nothing, by_action, by_name, twice])
def test_a_place_is_found(change: Change) -> None:
    assert dict(places_in(with_entry(change))) == {Role.HEAD: Place(1, *BOX)}


def test_a_report_has_both_places(papers: Papers) -> None:
    places = places_in(papers.frozen)
    assert set(places) == {Role.HEAD, Role.AGENCY}
    assert places[Role.AGENCY].width == pytest.approx(places[Role.AGENCY].height)


def astray(writer: PdfWriter, entry: Any, target: Any) -> None:
    """The page is none of this PDF's."""
    target[0] = writer._add_object(DictionaryObject())


def by_unknown_name(writer: PdfWriter, entry: Any, target: Any) -> None:
    """The name of the destination leads nowhere."""
    writer.root_object[NameObject("/Dests")] = DictionaryObject()
    entry[NameObject("/Dest")] = NameObject("/cho")


def endless(writer: PdfWriter, entry: Any, target: Any) -> None:
    """The entry is its own successor."""
    entry[NameObject("/Title")] = entry["/Title"].__class__("Khac")
    entry[NameObject("/Next")] = entry.indirect_reference


@pytest.mark.parametrize("change", [astray, by_unknown_name, endless])
def test_what_leads_nowhere_is_no_place(change: Change) -> None:
    assert dict(places_in(with_entry(change))) == {}


@pytest.mark.parametrize(
    ("box", "kind"), [((300, 200, 100, 250), "/FitR"), ((100, 250, 300, 250), "/FitR"), (BOX, "/XYZ")]
)
def test_only_a_rectangle_is_a_place(box: tuple[float, float, float, float], kind: str) -> None:
    assert dict(places_in(with_entry(nothing, box, kind))) == {}


def test_a_pdf_without_outline_has_no_places() -> None:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    out = io.BytesIO()
    writer.write(out)
    assert dict(places_in(out.getvalue())) == {}


def inherited(writer: PdfWriter, entry: Any, target: Any) -> None:
    """The size of the paper stands at the parent of the pages."""
    page = writer.pages[0]
    parent = page["/Parent"]
    assert isinstance(parent, DictionaryObject)
    parent[NameObject("/MediaBox")] = page.pop("/MediaBox")


def sizeless(writer: PdfWriter, entry: Any, target: Any) -> None:
    """No page says its size."""
    del writer.pages[0]["/MediaBox"]


@pytest.mark.parametrize("change", [nothing, inherited])
def test_the_corner_is_inside_the_right_margin(change: Change) -> None:
    corner = corner_of(opened(with_entry(change)))
    assert (corner.page, round(595 - corner.right), round(842 - corner.top)) == (0, 43, 23)


def loop(writer: PdfWriter, entry: Any, target: Any) -> None:
    """The parent of all pages is one of them."""
    page = writer.pages[0]
    parent = page["/Parent"]
    assert isinstance(parent, DictionaryObject)
    parent[NameObject("/Parent")] = parent.indirect_reference or page.indirect_reference
    del page["/MediaBox"]


@pytest.mark.parametrize("change", [sizeless, loop])
def test_a_page_without_size_is_damaged(change: Change) -> None:
    with pytest.raises(UserError, match="sign_pdf_damaged"):
        corner_of(opened(with_entry(change)))


def crowd(writer: PdfWriter, entry: Any, target: Any) -> None:
    """The file claims more pages than it can have."""
    pages = writer.root_object["/Pages"]
    assert isinstance(pages, DictionaryObject)
    pages[NameObject("/Count")] = NumberObject(10**9)


def test_a_file_that_claims_millions_of_pages_is_damaged() -> None:
    with pytest.raises(UserError, match="sign_pdf_damaged"):
        places_in(with_entry(crowd))
