"""The example's yearly self-assessments: points by criterion, appraisals, a title, papers without files.

All points are invented. The appraisals give just the scores that the example has typed for those years.
"""

from __future__ import annotations

from datetime import date

from data.assessment.recognition import default_term
from data.assessment.records import (
    SELF_LAYER,
    Answer,
    Assessed,
    Assessment,
    Evidence,
    Layer,
    RecognitionKind,
    RecognitionRecord,
)
from data.assessment.shipped import shipped_sets

CRITERIA_SET = "1300-QD-BYT"
APPRAISAL = "Sở Y tế (ví dụ)"

_SCORER = "(họ tên người chấm)"
_POINTS = {
    (2023, SELF_LAYER): ("13", "9", "10", "7.5", "17", "10.5", "5.5", "10", "2.5", "3.5"),
    (2023, APPRAISAL): ("12", "8.5", "9.5", "7", "16.5", "10", "5.5", "9.5", "2.5", "3"),
    (2024, SELF_LAYER): ("13", "9", "10.5", "7.5", "17.5", "10.5", "5.5", "10", "3", "3.5"),
    (2024, APPRAISAL): ("13", "9", "10", "7.5", "17", "10", "5", "9.5", "3", "3.5"),
}
"""Points of criteria 1 to 10 in each layer: 88,5 and 84, 90 and 87,5 in all."""

_REASONS = {
    (2023, APPRAISAL, "4"): "Ví dụ: còn thiếu một số trang thiết bị so với danh mục tối thiểu.",
    (2023, APPRAISAL, "1"): "Ví dụ: biên bản họp Ban Chỉ đạo chưa đủ các kỳ.",
    (2024, APPRAISAL, "7"): "Ví dụ: sổ theo dõi dinh dưỡng chưa đủ các tháng.",
}

_SCORED_ON = {
    (2023, SELF_LAYER): date(2023, 11, 20),
    (2023, APPRAISAL): date(2023, 12, 15),
    (2024, SELF_LAYER): date(2024, 11, 22),
    (2024, APPRAISAL): date(2024, 12, 18),
}

_DECIDED_ON = date(2024, 3, 20)

_PAPERS = (
    (2023, "1", "Quyết định kiện toàn Ban Chỉ đạo chăm sóc sức khỏe nhân dân", date(2023, 1, 16), None),
    (2023, "1", "Biên bản họp Ban Chỉ đạo 6 tháng cuối năm", date(2023, 10, 12), None),
    (2024, "1", "Kế hoạch hoạt động năm của Ban Chỉ đạo", date(2024, 1, 22), date(2024, 12, 31)),
    (2024, "6", "Danh mục kỹ thuật được Sở Y tế phê duyệt", date(2022, 6, 1), date(2027, 5, 31)),
)
"""Year, item, paper, its day, and until when it holds."""


def assessments() -> tuple[Assessed, ...]:
    """Both years with everything recorded of them, by the shipped set at the level of criteria."""
    version = next(found.version for found in shipped_sets() if found.id == CRITERIA_SET)
    return tuple(_assessed(year, version) for year in (2023, 2024))


def _assessed(year: int, version: str) -> Assessed:
    head = Assessment(year=year, criteria_set=CRITERIA_SET, version=version, scored_on=_SCORED_ON[year, SELF_LAYER])
    return Assessed(
        assessment=head,
        layers=tuple(_layer(year, name) for name in _layers_of(year)),
        answers=tuple(
            Answer(item=str(number), layer=name, answer=points, reason=_REASONS.get((year, name, str(number)), ""))
            for name in _layers_of(year)
            for number, points in enumerate(_POINTS[year, name], start=1)
        ),
        evidence=tuple(
            Evidence(
                year=year,
                criteria_set=CRITERIA_SET,
                item=item,
                title=title,
                paper_number=f"…/{day.year} (ví dụ)",
                paper_date=day,
                valid_until=until,
            )
            for of_year, item, title, day, until in _PAPERS
            if of_year == year
        ),
        recognition=_recognition() if year == 2023 else None,
    )


def _layers_of(year: int) -> list[str]:
    return [name for of_year, name in _POINTS if of_year == year]


def _layer(year: int, name: str) -> Layer:
    """The appraisal is the recognised layer of its year."""
    return Layer(
        year=year,
        criteria_set=CRITERIA_SET,
        name=name,
        place=_layers_of(year).index(name),
        scorer=_SCORER,
        scored_on=_SCORED_ON[year, name],
        is_recognised=name == APPRAISAL,
    )


def _recognition() -> RecognitionRecord:
    """Recognised again for 2023, for the three years that the set gives."""
    used = next(found for found in shipped_sets() if found.id == CRITERIA_SET)
    first, last = default_term(used, _DECIDED_ON) or (_DECIDED_ON, _DECIDED_ON)
    return RecognitionRecord(
        year=2023,
        criteria_set=CRITERIA_SET,
        kind=RecognitionKind.AGAIN,
        decision="…/QĐ-UBND (ví dụ)",
        decided_on=_DECIDED_ON,
        issuer="Ủy ban nhân dân tỉnh (ví dụ)",
        valid_from=first,
        valid_to=last,
    )
