"""Minutes of the scoring meeting, after Mẫu 1.9: what is known is printed, the rest is filled in by hand.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9 (biên bản): no line of place and date, no addressees.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from data.assessment.records import Assessed
from data.assessment.results import Place, Result
from data.model import Profile
from reports.days import long_day
from reports.document import Block, Minutes, Paragraph, ParagraphKind, Signature, WritingLines
from reports.sections.assessment_summary import basis_sentences, listed, total_paragraph, verdict_paragraphs
from reports.sections.assessment_tables import criteria_table
from reports.sections.assessment_words import basis_words, rule_words
from reports.sections.letter import head_of, keeper_of, minutes_symbol_of, recipients_of
from reports.texts import text

PEOPLE, ABSENT_LINES, DISCUSSION_LINES, CONCLUSION_LINES = 6, 1, 6, 3


class Meeting(NamedTuple):
    """What the minutes print.

    Attributes:
        result: The station's own; what a level of appraisal says later the meeting could not know.
    """

    profile: Profile
    assessed: Assessed
    result: Result
    place: Place


def minutes_of(meeting: Meeting) -> Minutes:
    """The minutes of the meeting that scored a year."""
    profile, used = meeting.profile, meeting.result.criteria_set
    head = replace(head_of(profile), symbol=minutes_symbol_of(profile), is_undated=True)
    year = meeting.assessed.assessment.year
    return Minutes(
        head=head,
        type_name=text("minutes.type_name"),
        subject=text("minutes.subject", year=year, title=used.title_vi),
        blocks=tuple(_blocks(meeting)),
        secretary=Signature(prefix="", post=text("signers.secretary"), name=""),
        chair=Signature(prefix="", post=text("signers.chair"), name=""),
        recipients=recipients_of(_with_file(profile))[1:],
    )


def _with_file(profile: Profile) -> Profile:
    """The minutes are kept in the file of what they decide, too: "Lưu: VT, Hồ sơ." (Mẫu 1.9)."""
    return profile._replace(archive=text("minutes.archive", archive=keeper_of(profile)))


def _blocks(meeting: Meeting) -> Iterator[Block]:
    yield Paragraph(text=_begin_words(meeting.assessed))
    yield _filled("minutes.place")
    yield Paragraph(text=text("minutes.present"))
    for number in range(1, PEOPLE + 1):
        yield _filled("minutes.person", number=number)
    for key in ("absent", "chair", "secretary"):
        yield _filled(f"minutes.{key}")
    yield Paragraph(text=text("minutes.content"))
    own = meeting.result
    yield Paragraph(text=_basis_words(own, meeting.place))
    yield Paragraph(text=text("minutes.result"))
    yield criteria_table((own,), text("minutes.caption", year=meeting.assessed.assessment.year))
    yield total_paragraph(own)
    yield from verdict_paragraphs(own, "minutes.verdict")
    yield from listed(text("assessment.rule_head"), rule_words(own))
    if remark := meeting.assessed.assessment.remark.strip():
        yield Paragraph(text=text("minutes.remark", remark=remark.rstrip(".")))
    yield Paragraph(text=text("minutes.discussion"), keeps_next=True)
    yield WritingLines(count=DISCUSSION_LINES)
    yield Paragraph(text=text("minutes.conclusion"), keeps_next=True)
    yield WritingLines(count=CONCLUSION_LINES)
    yield Paragraph(text=text("minutes.end"))


def _basis_words(own: Result, place: Place) -> str:
    """The set as it is cited, and all that the report says of it."""
    basis = text("minutes.basis", basis=basis_words(own.criteria_set))
    return " ".join((basis, *basis_sentences(own, place)))


def _begin_words(assessed: Assessed) -> str:
    day = assessed.assessment.scored_on
    if day is None:
        return text("minutes.begin")
    return text("minutes.begin_on", day=text("annex.day", **long_day(day)))


def _filled(key: str, **values: object) -> Paragraph:
    return Paragraph(text=text(key, **values), kind=ParagraphKind.FILLED)
