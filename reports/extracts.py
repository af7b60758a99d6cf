"""What an extract (trích sao) of a report is made of: its parts, and those that were chosen, laid out anew.

Source: Nghị định 30/2020/NĐ-CP, Điều 25 (trích sao: the needed part, with the full layout).
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from data.errors import UserError
from reports.document import Appendix, Block, Heading, ReportDocument, Table
from reports.texts import text


class Part(NamedTuple):
    """A part that an extract may have: its place in the document, and its title."""

    key: str
    title: str


def parts_of(document: ReportDocument) -> tuple[Part, ...]:
    """What an extract may have: sections of the body, minutes, appendices."""
    found: list[Part] = []
    for number, (title, _blocks) in enumerate(_sections(document)):
        if title or _blocks:
            found.append(Part(f"body/{number}", title or text("copy.body")))
    for number, minutes in enumerate(document.minutes):
        title = text("copy.minutes", name=minutes.type_name.capitalize(), subject=minutes.subject)
        found.append(Part(f"minutes/{number}", title))
    for number, appendix in enumerate(document.appendices):
        found.append(Part(f"appendix/{number}", f"{appendix.label}. {appendix.title}"))
    return tuple(found)


def extract_of(document: ReportDocument, keys: tuple[str, ...]) -> ReportDocument:
    """The chosen parts under the head of the report; no place is kept for signatures, which the report has already.

    Raises:
        UserError: copy_needs_parts.
    """
    known = {part.key for part in parts_of(document)} & set(keys)
    if not known:
        raise UserError("copy_needs_parts")
    sections = [blocks for number, (_title, blocks) in enumerate(_sections(document)) if f"body/{number}" in known]
    blocks = tuple(block for blocks in sections for block in blocks)
    appendices = (each for number, each in enumerate(document.appendices) if f"appendix/{number}" in known)
    legend = () if _results(blocks) is not None else _legend(document)
    return replace(
        document,
        seal_size=0.0,
        blocks=blocks,
        minutes=tuple(each for number, each in enumerate(document.minutes) if f"minutes/{number}" in known),
        appendices=tuple(_explained(each, legend) for each in appendices),
    )


def _results(blocks: tuple[Block, ...]) -> Table | None:
    """The table whose signs the appendix does not explain again."""
    first = text("annex.first_table")
    return next((each for each in blocks if isinstance(each, Table) and each.caption.startswith(f"{first}.")), None)


def _legend(document: ReportDocument) -> tuple[str, ...]:
    """What the first table of a report says of its signs."""
    table = _results(document.blocks)
    signs = (text("annex.signs"), "“")
    return tuple(each for each in table.remarks if each.startswith(signs)) if table is not None else ()


def _explained(appendix: Appendix, legend: tuple[str, ...]) -> Appendix:
    """The appendix with the signs in its own words where it points to a table that is not there."""
    if not legend:
        return appendix
    *before, last = legend
    words = (*before, f"{last.rstrip('.')}./.")
    blocks = (_with_legend(each, words) if isinstance(each, Table) else each for each in appendix.blocks)
    return replace(appendix, blocks=tuple(blocks))


def _with_legend(table: Table, words: tuple[str, ...]) -> Table:
    """The words instead of the pointer to them."""
    pointer = text("annex.end")
    remarks = (new for old in table.remarks for new in (words if old == pointer else (old,)))
    return replace(table, remarks=tuple(remarks))


def _sections(document: ReportDocument) -> list[tuple[str, list[Block]]]:
    """The body by its headings of the first level; what stands before the first one has no title."""
    sections: list[tuple[str, list[Block]]] = [("", [])]
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            sections.append((block.text, []))
        sections[-1][1].append(block)
    return sections
