"""What a station file keeps of its papers, as named tuples (CONTRACT section 4)."""

from __future__ import annotations

import enum
from datetime import date, datetime
from typing import NamedTuple

PAPER, ELECTRONIC = "paper", "electronic"
"""Ways of numbering: written by hand after signing, or reserved at freezing and printed."""


class StepKind(enum.Enum):
    """What was done with a frozen report."""

    FREEZE = "freeze"
    SIGN_PAPER = "sign_paper"
    SIGN_DIGITAL = "sign_digital"
    SUBMIT = "submit"
    RECEIVE = "receive"
    SUPERSEDE = "supersede"
    CANCEL = "cancel"


class ReportKey(NamedTuple):
    """Which report: its kind, the plan or set it is made for, the period's key.

    Attributes:
        subject: Id of the plan, or of the set for reports on a set.
    """

    kind: str
    subject: str
    period: str


class FrozenReport(NamedTuple):
    """A frozen report; written once, never changed.

    Attributes:
        code: Short code of the snapshot, ten letters without a hyphen.
        snapshot, pdf: SHA-256 of the snapshot and of the PDF's bytes, in hexadecimal.
        way: PAPER or ELECTRONIC.
        supersedes: Code of the report that this one replaces; empty where it is the first.
        reason: Why it was frozen although something was open, or why it replaces another.
        elements: Codes of the data elements behind the figures; ``first_year`` the oldest year that it shows.
        stored_by, stored_at: Who froze it and when, given by the file.
    """

    code: str
    key: ReportKey
    snapshot: str
    pdf: str
    way: str
    supersedes: str = ""
    reason: str = ""
    elements: tuple[str, ...] = ()
    first_year: int = 0
    stored_by: str = ""
    stored_at: datetime | None = None


class ReportStep(NamedTuple):
    """A step in the life of a frozen report.

    Attributes:
        report: Code of the report; ``number`` counts its steps from 1.
        day: The day it happened, as the person says; the moment it was recorded stands in ``stored_at``.
        party: To whom it was submitted, who received it, who signed (name and post), which report replaces it.
        means: How it was submitted: on paper, by mail, by a system; of a signature ``head`` or ``agency``.
        reference: Number of a receipt, serial number of a certificate.
        file: SHA-256 of what was appended to the frozen PDF (digital signatures); else empty.
    """

    report: str
    number: int
    kind: StepKind
    day: date
    party: str = ""
    means: str = ""
    reference: str = ""
    note: str = ""
    file: str = ""
    stored_by: str = ""
    stored_at: datetime | None = None


class ReportCheck(NamedTuple):
    """That a draft was checked: what was open then, and why it goes on all the same.

    Attributes:
        digest: SHA-256 of the inputs that were checked; a draft of other inputs is unchecked.
        findings: Codes and counts of what was open, as canonical JSON; "[]" when the list was passed.
    """

    key: ReportKey
    digest: str
    findings: str = "[]"
    reason: str = ""
    stored_by: str = ""
    stored_at: datetime | None = None


class NumberState(enum.Enum):
    """What became of a number in the register."""

    RESERVED = "reserved"
    ISSUED = "issued"
    SKIPPED = "skipped"
    CANCELLED = "cancelled"


class DocumentNumber(NamedTuple):
    """A line of the register of outgoing documents (sổ đăng ký văn bản đi).

    Source: Nghị định 30/2020/NĐ-CP, Phụ lục IV: ten columns.

    Attributes:
        year, series, number: The number in its series ("BC", "CV", "SY") of a year.
        symbol: "BC-TYT"; ``day`` the document's day, None while it has none.
        title: Type and subject; ``signer`` who signed; ``receivers`` where it went, one on each line.
        kept_by: Who keeps the copy for the files; ``copies`` how many were made.
        sent_on: Day it was handed over; ``acknowledged`` who took it.
        reason: Why the number was reserved, skipped or cancelled.
        report: Code of the frozen report that bears the number; empty for other papers.
    """

    year: int
    series: str
    number: int
    state: NumberState
    symbol: str = ""
    day: date | None = None
    title: str = ""
    signer: str = ""
    receivers: str = ""
    kept_by: str = ""
    copies: str = ""
    sent_on: date | None = None
    acknowledged: str = ""
    note: str = ""
    reason: str = ""
    report: str = ""
    stored_by: str = ""
    stored_at: datetime | None = None


class Attachment(NamedTuple):
    """A file that belongs to a frozen report and stays outside the station file.

    Attributes:
        kind: ``scan`` of the signed page, ``receipt``, ``signed`` (the PDF with its signatures).
        size: In bytes; ``sha256`` of what was read when it was attached: kept, never interpreted.
    """

    report: str
    number: int
    kind: str
    path: str
    size: int
    sha256: str
    note: str = ""
    stored_by: str = ""
    stored_at: datetime | None = None


class FigureLink(NamedTuple):
    """A figure that a sentence says.

    Attributes:
        what: Code of an indicator or data element, or of what else the rule counts.
        printed: The figure as it stood in the sentence.
    """

    what: str
    category: str
    period: str
    printed: str


class SentenceLink(NamedTuple):
    """A sentence of a report's own text that was proposed from figures.

    Attributes:
        plan: As for ``ReportText``; ``number`` counts the linked sentences of a section from 1.
        rule: Code of the rule that proposed it.
    """

    plan: str
    period: str
    section: str
    number: int
    sentence: str
    rule: str
    figures: tuple[FigureLink, ...] = ()
