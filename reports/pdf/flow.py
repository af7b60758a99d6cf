"""Pieces onto pages: nothing that keeps together is torn, table heads are repeated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reports.pdf.pieces import Page, Piece, Placed, Tally


def paginate(pieces: Iterable[Piece], height: float) -> list[Page]:
    """Distribute pieces over pages of the given height.

    A group that keeps together and is higher than a page is torn where the page ends; a single piece is never torn, so
    pieces must not be higher than a page, unless they can be torn themselves (charts).
    """
    pages = [Page()]
    for group in _groups(pieces):
        if not _fits(pages[-1], group, height):
            torn = _torn(pages[-1], group, height)
            if torn is not None:
                group = [*group[:-1], *torn]
            elif pages[-1].placed:
                _open_page(pages)
        _place_all(pages, group, height)
    return pages


def _torn(page: Page, group: list[Piece], height: float) -> tuple[Piece, Piece] | None:
    """The last piece of a group in two parts, the first of which fits on the page with the pieces above it."""
    last = group[-1]
    if last.tear is None:
        return None
    head = last.head.height if last.head is not None and not page.placed and len(group) == 1 else 0.0
    above = sum(piece.before + piece.height for piece in group[:-1])
    return last.tear(height - page.used - above - last.before - head)


def _place_all(pages: list[Page], group: list[Piece], height: float) -> None:
    left = [*group]
    while left:
        piece = left[0]
        if _fits(pages[-1], [piece], height):
            _place(pages[-1], left.pop(0))
        elif torn := _torn(pages[-1], [piece], height):
            _place(pages[-1], torn[0])
            left[0] = torn[1]
            _open_page(pages)
        elif pages[-1].placed:
            _open_page(pages)
        else:
            _place(pages[-1], left.pop(0))


def _open_page(pages: list[Page]) -> None:
    _close(pages[-1])
    pages.append(Page())


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
    needed += max((tally.height for tally in _tallies_open(group)), default=0.0)
    if not page.placed:
        needed += group[0].head.height if group[0].head is not None else -group[0].before
    return page.used + needed <= height + 0.01


def _tallies_open(group: list[Piece]) -> set[Tally]:
    """The tables whose sums need room below the group; one that ends here on its first page has its total alone."""
    ended = {piece.tally for piece in group if piece.is_total and piece.tally is not None and not piece.tally.pages}
    return {piece.tally for piece in group if piece.tally is not None} - ended


def _place(page: Page, piece: Piece) -> None:
    if not page.placed:
        if piece.head is not None:
            page.placed.append(Placed(0.0, piece.head))
            page.used = piece.head.height
    else:
        page.used += piece.before
    if piece.is_total and piece.tally is not None and piece.tally.pages:
        _place_sums(page, piece.tally)
    page.placed.append(Placed(page.used, piece))
    page.used += piece.height


def _place_sums(page: Page, tally: Tally) -> None:
    """The sums of the rows that stand on the page; a page without rows has none."""
    rows = [piece.amounts for _, piece in page.placed if piece.tally is tally and piece.amounts]
    if rows:
        page.placed.append(Placed(page.used, tally.row(rows)))
        page.used += tally.height
        tally.pages += 1


def _close(page: Page) -> None:
    top, piece = page.placed[-1]
    if piece.closing:
        page.placed.append(Placed(top, Piece(0.0, piece.closing)))
    if piece.tally is not None and not piece.is_total:
        _place_sums(page, piece.tally)
