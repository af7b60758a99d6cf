"""Whether a PDF belongs to a frozen report, unchanged, and what its signatures say (CONTRACT section 2, verify)."""

from __future__ import annotations

import enum
import io
import logging
import re
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from data import queries, report_queries
from data.documents.codes import hash_of, read_code
from data.documents.records import FrozenReport
from data.documents.states import ReportState
from data.errors import SoTramError
from reports.freezing import is_redrawn
from reports.signing import Change, SignatureSeen, TrustRoots, appended_since, signatures_of

if TYPE_CHECKING:
    from pypdf import PageObject

_CODE = re.compile(r"\bMã ([0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5})\b")
_PAGES_READ = 3
"""The code stands on every page; more are read only by people."""
_LARGEST_PAGE = 500_000
"""Bytes of drawing on a page; ours have some twenty thousand."""


class Outcome(enum.Enum):
    """What a PDF turned out to be."""

    UNCHANGED = "unchanged"
    SIGNED = "signed"
    CHANGED = "changed"
    UNKNOWN = "unknown"
    SIGNED_ELSEWHERE = "signed_elsewhere"
    BROKEN_SIGNATURE = "broken_signature"
    NO_SIGNATURE = "no_signature"


_PROVEN = frozenset({Outcome.UNCHANGED, Outcome.SIGNED, Outcome.SIGNED_ELSEWHERE})


class Verified(NamedTuple):
    """What was found out about a PDF.

    Attributes:
        outcome: UNCHANGED: the frozen bytes; SIGNED: the frozen bytes with sound signatures appended; CHANGED: it says
            to be a report of the file, and is not its bytes; UNKNOWN: no report of the file. Without a file:
            SIGNED_ELSEWHERE, BROKEN_SIGNATURE or NO_SIGNATURE.
        report: The report it is, or says to be; None where there is none.
        state: Where that report stands now.
        replaced_by: Code of the report that replaced it; empty otherwise.
        code: Code as it stands in the text of the PDF; empty where there is none.
        signatures: What each signature says, in the order of signing.
        is_redrawn: Whether this program draws the frozen bytes again from the snapshot; None where it was not tried.
    """

    outcome: Outcome
    report: FrozenReport | None = None
    state: ReportState | None = None
    replaced_by: str = ""
    code: str = ""
    signatures: tuple[SignatureSeen, ...] = ()
    is_redrawn: bool | None = None

    @property
    def is_proven(self) -> bool:
        """Whether the paper is what it says; trust in a certificate's chain is told, and is no part of it."""
        return self.outcome in _PROVEN


def verify_alone(pdf: bytes, roots: TrustRoots | None, now: datetime) -> Verified:
    """What a PDF proves by itself, without a station file: its signatures."""
    seen = _signatures(pdf, roots, now)
    code = code_in(pdf)
    if not seen:
        return Verified(Outcome.NO_SIGNATURE, code=code)
    outcome = Outcome.SIGNED_ELSEWHERE if _all_sound(seen) else Outcome.BROKEN_SIGNATURE
    return Verified(outcome, code=code, signatures=seen)


def verify_against(store: queries.Store, pdf: bytes, roots: TrustRoots | None, now: datetime) -> Verified:
    """What a PDF is, held against the frozen reports of a station file."""
    digest = hash_of(pdf)
    reports = report_queries.frozen_reports(store)
    same = next((report for report in reports if report.pdf == digest), None)
    if same is not None:
        return _told(store, Verified(Outcome.UNCHANGED, same, code=same.code))
    named = _beginning(store, reports, pdf)
    code = named.code if named is not None else code_in(pdf)
    seen = _signatures(pdf, roots, now)
    named = named or next((report for report in reports if report.code == code), None)
    if named is None:
        return Verified(Outcome.UNKNOWN, code=code, signatures=seen)
    is_signed = bool(seen) and _all_sound(seen) and _only_signed(report_queries.pdf_bytes(store, named), pdf)
    outcome = Outcome.SIGNED if is_signed else Outcome.CHANGED
    return _told(store, Verified(outcome, named, code=code, signatures=seen))


def verify_code(store: queries.Store, typed: str) -> Verified:
    """The report that a code typed from paper belongs to.

    Whether the paper says the same, a person sees by comparing it with the pages of the frozen report.
    """
    code = read_code(typed)
    found = next((report for report in report_queries.frozen_reports(store) if report.code == code), None)
    if found is None:
        return Verified(Outcome.UNKNOWN, code=code)
    return _told(store, Verified(Outcome.UNCHANGED, found, code=code))


def code_in(pdf: bytes) -> str:
    """The short code in the text of a PDF's first pages; empty when it has none or cannot be read."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with somebody's PDF is our answer to give
    try:
        pages = PdfReader(io.BytesIO(pdf)).pages
        texts = [_text_of(pages[number]) for number in range(min(_PAGES_READ, len(pages)))]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, RecursionError):
        return ""
    found = [match for words in texts for match in _CODE.findall(words)]  # the one in the margin stands last
    return read_code(found[-1]) if found else ""


def _text_of(page: PageObject) -> str:
    """The words of a page; none of one so large that no report has it."""
    content = page.get_contents()
    return page.extract_text() if content is not None and len(content.get_data()) <= _LARGEST_PAGE else ""


def _told(store: queries.Store, found: Verified) -> Verified:
    """With where the report stands now."""
    if found.report is None:
        return found
    state = report_queries.states(store)[found.report.code]
    replaced = [each.code for each in report_queries.frozen_reports(store) if each.supersedes == found.report.code]
    replaced_by = replaced[-1] if replaced else ""
    redrawn = is_redrawn(store, found.report) if found.is_proven else None
    return found._replace(state=state, replaced_by=replaced_by, is_redrawn=redrawn)


def _beginning(store: queries.Store, reports: tuple[FrozenReport, ...], pdf: bytes) -> FrozenReport | None:
    """The report whose frozen bytes a PDF begins with."""
    return next((each for each in reports if pdf.startswith(report_queries.pdf_bytes(store, each))), None)


def _signatures(pdf: bytes, roots: TrustRoots | None, now: datetime) -> tuple[SignatureSeen, ...]:
    """What the signatures say; none where the PDF cannot be read at all."""
    try:
        return signatures_of(pdf, roots, now)
    except SoTramError:
        return ()


def _only_signed(frozen: bytes, pdf: bytes) -> bool:
    """Whether nothing but signatures was appended to the frozen bytes."""
    try:
        return appended_since(frozen, pdf) is Change.SIGNATURES
    except SoTramError:
        return False


def _all_sound(seen: tuple[SignatureSeen, ...]) -> bool:
    """Every signature holds, and nothing follows the last one."""
    return all(each.is_sound for each in seen) and seen[-1].covers_all
