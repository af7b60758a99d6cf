"""What a report says, as plain frozen data: head, sections, tables, charts, notes, signature, appendices.

Nothing here draws. Texts are ready to print (words of ``assets/texts/report_vi.toml``, figures of
``data.printing``); the layout of Nghị định 30/2020/NĐ-CP is applied by ``reports.pdf``.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

SEAL_SIZE = 36.0
"""Diameter of a round seal in millimetres where nobody says otherwise: our own choice, unverified."""


class Align(enum.Enum):
    """How a column stands: COMMA aligns on the decimal comma, SLASH on the fraction stroke."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    COMMA = "comma"
    SLASH = "slash"


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Boxes 1 to 4 of the decree: who issues, number and symbol, place and date.

    Attributes:
        parent_body: Direct superior body, empty when unknown.
        issuer: Issuing body as it names itself.
        number: Number of the document; 0 leaves room for a number written by hand.
        symbol: Type and body, for example ``BC-TYT``.
        place: Name of the place without its kind.
        day: Day of the document; None leaves room for it.
        is_undated: Whether the document has no line of place and date at all (minutes).
    """

    parent_body: str
    issuer: str
    symbol: str
    place: str
    number: int = 0
    day: date | None = None
    is_undated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A numbered heading: level 1 "I. …" in capitals, level 2 "1. …"."""

    level: int
    text: str


class ParagraphKind(enum.Enum):
    """BODY is indented and justified; POINT is a line of a list; REMARK is small and set off.

    FILLED ends in dots up to the right margin, for the rest of the line to be written by hand.
    """

    BODY = "body"
    POINT = "point"
    REMARK = "remark"
    FILLED = "filled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text; line ends inside the text start a new paragraph.

    Attributes:
        keeps_next: Never at the foot of a page without what follows it.
    """

    text: str
    kind: ParagraphKind = ParagraphKind.BODY
    keeps_next: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WritingLines:
    """Dotted lines to be filled in by hand."""

    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its head, its share of the width in millimetres of a full type area, its alignment.

    Attributes:
        keeps_share: It keeps its share of the width though little or nothing is printed in it (filled in by hand).
    """

    title: str
    width: float
    align: Align = Align.LEFT
    keeps_share: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell: its text, and small remarks on lines of their own below it.

    Attributes:
        is_grey: Set in grey, for a value that counts for nothing yet (partly reported).
    """

    text: str = ""
    remarks: tuple[str, ...] = ()
    is_grey: bool = False
    is_bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Cells of one row.

    Attributes:
        is_group: A heading row: a number and one text over the other columns.
        is_joined: Belongs to the row above: no rule between them, never on a page of its own.
        is_held: Never on another page than the row above, with a rule between them.
        amounts: What the row adds to the summed columns of its table, in their order; empty for a row of sums.
    """

    cells: tuple[Cell, ...]
    is_group: bool = False
    is_joined: bool = False
    is_held: bool = False
    amounts: tuple[int | Fraction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """Rows of sums: under the rows of every page of a table, and under the whole table.

    Attributes:
        page: "Cộng trang", printed where the table takes more than one page.
        label_column: Column that the words stand in; ``columns`` those that are added up.
        total: The last row, ready to print.
    """

    page: str
    label_column: int
    columns: tuple[int, ...]
    total: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a repeated head and remarks under it.

    Attributes:
        row_height: Least height of a row in millimetres, for writing by hand.
        sums: What is added up, page by page.
        is_numbered: Whether the columns' numbers stand below their heads: (1), (2) …
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    remarks: tuple[str, ...] = ()
    row_height: float = 0.0
    sums: Sums | None = None
    is_numbered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A result beside its targets, exact and as printed; ``is_met`` is None while it is not judged."""

    label: str
    value: int | Fraction
    printed: str
    targets: tuple[int | Fraction, ...]
    printed_target: str
    is_met: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """Results against targets, all in one unit."""

    caption: str
    unit: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPoint:
    """A year's value; None leaves a gap in the line."""

    year: int
    value: int | Fraction | None
    printed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """One row: the years of an indicator with the lines of its targets."""

    title: str
    points: tuple[TrendPoint, ...]
    targets: tuple[int | Fraction, ...]
    printed_target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendChart:
    """Small lines, one below the other, with the figures of all years beside them."""

    caption: str
    trends: tuple[Trend, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreBar:
    """A criterion's points: exact, as printed, the most it can get and the least it needs.

    Attributes:
        printed: "11/14"; ``printed_limit`` the least it needs, as printed.
        is_met: Whether the points reach the least; None while leaves are not scored.
    """

    label: str
    points: int | Fraction
    most: int | Fraction
    limit: int | Fraction
    printed: str
    printed_limit: str
    is_met: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreChart:
    """Points of criteria, each inside the outline of its most points, with a mark at the least it needs.

    Attributes:
        limit_words: What the mark is: "mức 50%".
    """

    caption: str
    limit_words: str
    bars: tuple[ScoreBar, ...]


Chart = BarChart | TrendChart | ScoreChart
Block = Heading | Paragraph | WritingLines | Table | BarChart | TrendChart | ScoreChart


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Boxes 7: prefix ("KT. GIÁM ĐỐC" or empty), post, name; empty leaves dots."""

    prefix: str
    post: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Appendix:
    """An appendix with page numbers of its own.

    Attributes:
        is_landscape: Whether its pages lie on their side, for a table of many columns.
        signers: Who signs below it, side by side; most appendices have nobody.
    """

    label: str
    title: str
    reference: str
    blocks: tuple[Block, ...]
    is_landscape: bool = False
    signers: tuple[Signature, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """Minutes of a meeting, with a head and page numbers of their own, after Mẫu 1.9 of the decree.

    Attributes:
        secretary, chair: Who signs, left and right; ``recipients`` stand below the secretary.
    """

    head: Head
    type_name: str
    subject: str
    blocks: tuple[Block, ...]
    secretary: Signature
    chair: Signature
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPart:
    """An entry form on paper, on pages of its own: who, what, for when; its table; lines for those who sign.

    Attributes:
        issuer: The station; ``code`` what the form is called by programs.
        title: What the form is about; ``period`` for when, in words.
        signers: Who signs, side by side.
    """

    issuer: str
    code: str
    title: str
    period: str
    blocks: tuple[Block, ...]
    signers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPart:
    """A register on pages that lie on their side: who keeps it, its title, for when, its table."""

    issuer: str
    title: str
    period: str
    table: Table


class CopyKind(enum.Enum):
    """Forms of a copy under the symbols of their numbers: of the original, of such a copy, of a part."""

    FULL = "SY"
    OF_COPY = "SL"
    EXTRACT = "TrS"


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyBlock:
    """What makes a print a copy on paper: its form, who made it, number and day, who signs and who receives it.

    Attributes:
        seal_size: Diameter of the seal of who made it, in millimetres.
    """

    kind: CopyKind
    head: Head
    signature: Signature
    recipients: tuple[str, ...]
    seal_size: float = SEAL_SIZE


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDocument:
    """A whole report.

    Attributes:
        kind: Code of the report, for example ``plan_progress``.
        type_name: "BÁO CÁO"; ``subject`` is its trích yếu.
        is_letter: A công văn: its type is not printed, and its subject stands as "V/v …" below the number.
        addressees: "Kính gửi"; empty for documents without it.
        has_addressees: Whether "Kính gửi" belongs to the document, also with dots when nobody is set.
        recipients: Lines of "Nơi nhận" with their marks.
        marks: Words of the bottom margin ("BẢN NHÁP", "SỐ LIỆU VÍ DỤ").
        minutes: Minutes that belong to the report, printed behind it and before the appendices.
        forms: Entry forms; where there are any, they are all that is printed, without the layout of a letter.
        registers: As ``forms``.
        copy_block: What a copy on paper ends with, below the last part.
        seal_size: Diameter of the issuer's seal in millimetres, for the place of its signature; 0: nobody signs it.
    """

    kind: str
    head: Head
    type_name: str
    subject: str
    addressees: tuple[str, ...]
    has_addressees: bool
    blocks: tuple[Block, ...]
    recipients: tuple[str, ...]
    signature: Signature
    appendices: tuple[Appendix, ...] = ()
    marks: tuple[str, ...] = ()
    minutes: tuple[Minutes, ...] = ()
    forms: tuple[FormPart, ...] = ()
    registers: tuple[RegisterPart, ...] = ()
    copy_block: CopyBlock | None = None
    is_letter: bool = False
    seal_size: float = SEAL_SIZE


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySection:
    """Keys of one place: pairs of keys and what they do."""

    title: str
    keys: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyCard:
    """All keys on one sheet, to lie beside the keyboard."""

    title: str
    sections: tuple[KeySection, ...]
