"""Minutes of the scoring meeting, after Mẫu 1.9: what is known is printed, the rest is filled in by hand.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9 (biên bản): no line of place and date, no addressees.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from data.assessment.records import Assessed
from data.assessment.results import Result
from data.model import Profile
from reports.document import Block, Minutes, Paragraph, ParagraphKind, Signature, WritingLines
from reports.sections.assessment_summary import total_paragraphs
from reports.sections.assessment_tables import criteria_table
from reports.sections.assessment_words import basis_words, certainty_words, set_words
from reports.sections.letter import head_of, minutes_symbol_of, recipients_of
from reports.texts import text

PEOPLE, ABSENT_LINES, DISCUSSION_LINES, CONCLUSION_LINES = 6, 1, 6, 3


class Meeting(NamedTuple):
    """What the minutes print."""

    profile: Profile
    assessed: Assessed
    results: Sequence[Result]


def minutes_of(meeting: Meeting) -> Minutes:
    """The minutes of the meeting that scored a year."""
    profile, used = meeting.profile, meeting.results[0].criteria_set
    head = replace(head_of(profile), symbol=minutes_symbol_of(profile), is_undated=True)
    year = meeting.assessed.assessment.year
    return Minutes(
        head=head,
        type_name=text("minutes.type_name"),
        subject=text("minutes.subject", year=year, title=used.title_vi),
        blocks=tuple(_blocks(meeting)),
        secretary=Signature(prefix="", post=text("signers.secretary"), name=""),
        chair=Signature(prefix="", post=text("signers.chair"), name=""),
        recipients=recipients_of(profile)[1:],
    )


def _blocks(meeting: Meeting) -> Iterator[Block]:
    yield Paragraph(text=_begin_words(meeting.assessed))
    yield _filled("minutes.place")
    yield Paragraph(text=text("minutes.present"))
    for number in range(1, PEOPLE + 1):
        yield _filled("minutes.person", number=number)
    for key in ("absent", "chair", "secretary"):
        yield _filled(f"minutes.{key}")
    yield Paragraph(text=text("minutes.content"))
    own = meeting.results[0]
    used = own.criteria_set
    basis = text("minutes.basis", basis=basis_words(used), set=set_words(used))
    yield Paragraph(text=" ".join(filter(None, (basis, certainty_words(used)))))
    yield Paragraph(text=text("minutes.result"))
    yield criteria_table(meeting.results, text("minutes.caption", year=meeting.assessed.assessment.year))
    yield from total_paragraphs(own)
    if remark := meeting.assessed.assessment.remark.strip():
        yield Paragraph(text=text("minutes.remark", remark=remark.rstrip(".")))
    yield Paragraph(text=text("minutes.discussion"))
    yield WritingLines(count=DISCUSSION_LINES)
    yield Paragraph(text=text("minutes.conclusion"))
    yield WritingLines(count=CONCLUSION_LINES)
    yield Paragraph(text=text("minutes.end"))


def _begin_words(assessed: Assessed) -> str:
    day = assessed.assessment.scored_on
    if day is None:
        return text("minutes.begin")
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return text("minutes.begin_on", day=text("annex.day", day=f"{day.day:02d}", month=month, year=day.year))


def _filled(key: str, **values: object) -> Paragraph:
    return Paragraph(text=text(key, **values), kind=ParagraphKind.FILLED)
