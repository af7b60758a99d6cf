"""The preview: dots as they are, the word of a draft, walking, zooming and finding by keys, places that are kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.pages import LYING, UPRIGHT, greys, three_pages
from tests.ui.tools import press, type_text
from ui.draft_mark import GREY, Under, composed
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.pdf_preview_layout import FIT_PAGE, FIT_WIDTH, Frame, lay_out, tiles
from ui.widgets.pdf_preview_tiles import MOST_BYTES

CONTROL = Qt.KeyboardModifier.ControlModifier
POINTS = [QSizeF(*size) for size in (UPRIGHT, LYING, UPRIGHT)]


@pytest.fixture
def preview(qtbot: QtBot) -> PdfPreview:
    """The three pages, final, taking the keys."""
    widget = PdfPreview("Bản xem trước")
    qtbot.addWidget(widget)
    widget.resize(900, 600)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    widget.show_pdf(three_pages(), is_draft=False)
    widget.view.setFocus()
    qtbot.waitUntil(widget.view.hasFocus)
    return widget


def seen(qtbot: QtBot, preview: PdfPreview) -> QImage:
    """What stands in the window once all pieces are drawn."""
    preview.view.viewport().grab()
    qtbot.waitUntil(lambda: preview._pictures.is_at_rest, timeout=10_000)
    return preview.view.viewport().grab().toImage()


# --- layout ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zoom", "expected"),
    [
        (FIT_WIDTH, [(780, 1103), (780, 552), (780, 1103)]),
        (FIT_PAGE, [(410, 580), (780, 552), (410, 580)]),
        (100, [(794, 1123), (1123, 794), (794, 1123)]),
        (200, [(1587, 2245), (2245, 1587), (1587, 2245)]),
    ],
)
def test_pages_are_fitted_or_as_large_as_asked(zoom: int, expected: list[tuple[int, int]]) -> None:
    laid = lay_out(POINTS, zoom, Frame(QSize(800, 600), 96, 10))
    assert [(page.width(), page.height()) for page in laid.pages] == expected
    assert all(one.bottom() < other.top() for one, other in zip(laid.pages, laid.pages[1:], strict=False))


@pytest.mark.parametrize("width", [700, 5000])
def test_pieces_cover_a_page_once(width: int) -> None:
    page = QRect(40, 20, width, width)
    parts = [tile.part for tile in tiles(0, page, page)]
    assert sum(part.width() * part.height() for part in parts) == width * width
    assert not any(one.intersects(other) for at, one in enumerate(parts) for other in parts[:at])


# --- what is seen ----------------------------------------------------------------------------------------------------


def test_every_dot_is_the_pages_own(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.view.set_zoom(100)
    picture = seen(qtbot, preview)
    page = preview.view._laid.pages[0]
    whole = QRect(QPoint(0, 0), page.size())
    wanted = composed(preview._document.render(0, page.size()), whole, page.size(), Under.NOTHING)
    corner = page.topLeft() - preview.view._origin().toPoint()
    area = QRect(corner, page.size()) & picture.rect()
    assert greys(picture.copy(area)) == greys(wanted.copy(area.translated(-corner)))
    assert min(greys(picture.copy(area))) < 60


def test_a_draft_has_its_word_under_the_figures(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.view.set_zoom(FIT_PAGE)
    final = greys(seen(qtbot, preview))
    preview.show_pdf(three_pages(), is_draft=True)
    draft = greys(seen(qtbot, preview))
    assert draft.count(GREY) > final.count(GREY) + 5000
    assert [each for each in draft if each < 200] == [each for each in final if each < 200]


def test_the_list_names_pages_and_headings(preview: PdfPreview) -> None:
    assert [preview.pages.item(row).text() for row in range(3)] == ["1   Phần một", "2   Phụ lục", "3"]
    preview.pages.setCurrentRow(1)
    assert preview.page == 1
    preview.list_button.click()
    assert preview.pages.isHidden()


def test_pictures_kept_are_limited(qtbot: QtBot, preview: PdfPreview) -> None:
    for zoom in (400, 300, 400):
        preview.view.set_zoom(zoom)
        for page in range(3):
            preview.view.go_to(page, 0.5)
            seen(qtbot, preview)
    wanted = sum(tile.part.width() * tile.part.height() * 4 for tile in preview._pictures._wanted)
    assert preview._pictures.held_bytes <= max(MOST_BYTES, wanted)


# --- keys ------------------------------------------------------------------------------------------------------------


def test_zoom_by_keys_is_taken_before_the_window_makes_its_text_larger(preview: PdfPreview) -> None:
    before = preview.view.percent
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Plus, CONTROL, "+")
    event.ignore()
    QApplication.sendEvent(preview.view, event)
    assert event.isAccepted()
    press(Qt.Key.Key_Plus, CONTROL)
    assert preview.view.zoom > before
    assert preview.zooms.currentText() == f"{preview.view.zoom}%"
    press(Qt.Key.Key_Minus, CONTROL)
    press(Qt.Key.Key_Minus, CONTROL)
    assert preview.view.zoom < before
    press(Qt.Key.Key_0, CONTROL)
    assert preview.view.zoom == FIT_WIDTH


@pytest.mark.parametrize(
    ("keys", "page"),
    [
        ([(Qt.Key.Key_PageDown, CONTROL)] * 2, 2),
        ([(Qt.Key.Key_End, None)], 2),
        ([(Qt.Key.Key_End, None), (Qt.Key.Key_Home, None)], 0),
        ([(Qt.Key.Key_End, None), (Qt.Key.Key_PageUp, CONTROL)], 1),
        ([(Qt.Key.Key_PageDown, None)] * 20, 2),
        ([(Qt.Key.Key_Down, None)] * 30, 1),
    ],
)
def test_walking_by_keys(preview: PdfPreview, keys: list[tuple[Qt.Key, Qt.KeyboardModifier | None]], page: int) -> None:
    for key, modifiers in keys:
        press(key, modifiers or Qt.KeyboardModifier.NoModifier)
    assert preview.page == page
    assert preview.number.text() == str(page + 1)
    assert preview.view.accessibleDescription() == f"Page {page + 1} of 3"


def test_a_page_down_is_a_page_where_whole_pages_are_shown(preview: PdfPreview) -> None:
    preview.view.set_zoom(FIT_PAGE)
    press(Qt.Key.Key_PageDown)
    assert preview.page == 1


@pytest.mark.parametrize(("typed", "page"), [("2", 1), ("99", 2), ("0", 0), ("x", 1)])
def test_going_to_a_typed_page(preview: PdfPreview, typed: str, page: int) -> None:
    preview.view.go_to(1)
    press(Qt.Key.Key_G, CONTROL)
    assert preview.number.hasFocus()
    type_text(typed)
    press(Qt.Key.Key_Return)
    assert preview.page == page
    assert preview.number.text() == str(page + 1)


def test_control_and_the_wheel_zoom_around_the_mouse(preview: PdfPreview) -> None:
    point = QPointF(300, 250)
    dots = point * preview.devicePixelRatioF()
    held = preview.view._laid.spot(preview.view._origin() + dots)
    nothing = Qt.MouseButton.NoButton
    for _half in range(2):
        wheel = QWheelEvent(
            point, point, QPoint(), QPoint(0, 60), nothing, CONTROL, Qt.ScrollPhase.NoScrollPhase, False
        )
        QApplication.sendEvent(preview.view.viewport(), wheel)
    found = preview.view._laid.spot(preview.view._origin() + dots)
    assert preview.view.zoom == 100  # from the 85 of the whole width
    assert found.page == 0
    assert [found.down, found.across] == pytest.approx([held.down, held.across], abs=0.01)


# --- places and finding ----------------------------------------------------------------------------------------------


def test_the_place_stays_when_the_document_is_made_anew_and_not_for_another(preview: PdfPreview) -> None:
    preview.view.go_to(1, 0.4)
    place = preview.view.verticalScrollBar().value()
    preview.show_pdf(three_pages(), is_draft=True)
    assert (preview.page, preview.view.verticalScrollBar().value()) == (1, place)
    preview.resize(700, 500)
    assert preview.view._spot.down == pytest.approx(0.4, abs=0.01)
    preview.clear()
    assert (preview.page_count, preview.number.text(), preview.bar.isEnabled()) == (0, "", False)
    preview.show_pdf(three_pages(), is_draft=True)
    assert (preview.page, preview.view.verticalScrollBar().value()) == (0, 0)


def test_zoom_and_list_are_remembered(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.view.set_zoom(150)
    preview.list_button.setChecked(False)
    other = PdfPreview("khác")
    qtbot.addWidget(other)
    other.restore_state(preview.state_text())
    assert (other.view.zoom, other.list_button.isChecked()) == (150, False)
    other.restore_state("nonsense")
    assert other.view.zoom == 150


def test_words_are_found_on_every_page(qtbot: QtBot, preview: PdfPreview) -> None:
    press(Qt.Key.Key_F, CONTROL)
    assert preview.finder.field.hasFocus()
    type_text("tiêm chủng")
    qtbot.waitUntil(lambda: "3" in preview.finder.said.text(), timeout=5000)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert (preview.page, preview.finder.said.text()) == (1, "2 of 3")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert preview.page == 0
    assert preview.view._current_hit is not None
    press(Qt.Key.Key_Escape)
    assert preview.view.hasFocus()
    assert not preview.finder.isVisible()
    assert not preview.view._hits


def test_what_is_not_printed_is_not_found(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.finder.start()
    type_text("xyz")
    press(Qt.Key.Key_Return)
    assert preview.finder.said.text() == "not found"
    assert preview.page == 0
