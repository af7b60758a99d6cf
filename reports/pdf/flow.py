"""Pieces onto pages: nothing that keeps together is torn, table heads are repeated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reports.pdf.pieces import Page, Piece, Placed


def paginate(pieces: Iterable[Piece], height: float) -> list[Page]:
    """Distribute pieces over pages of the given height.

    A group that keeps together and is higher than a page is torn where the page ends; a single piece is never torn, so
    pieces must not be higher than a page.
    """
    pages = [Page()]
    for group in _groups(pieces):
        if pages[-1].placed and not _fits(pages[-1], group, height):
            _close(pages[-1])
            pages.append(Page())
        for piece in group:
            if pages[-1].placed and not _fits(pages[-1], [piece], height):
                _close(pages[-1])
                pages.append(Page())
            _place(pages[-1], piece)
    return pages


def _groups(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.keeps_next:
            yield group
            group = []
    if group:
        yield group


def _fits(page: Page, group: list[Piece], height: float) -> bool:
    needed = sum(piece.before + piece.height for piece in group)
    return page.used + needed <= height + 0.01


def _place(page: Page, piece: Piece) -> None:
    if not page.placed:
        if piece.head is not None:
            page.placed.append(Placed(0.0, piece.head))
            page.used = piece.head.height
    else:
        page.used += piece.before
    page.placed.append(Placed(page.used, piece))
    page.used += piece.height


def _close(page: Page) -> None:
    top, piece = page.placed[-1]
    if piece.closing:
        page.placed.append(Placed(top, Piece(0.0, piece.closing)))
