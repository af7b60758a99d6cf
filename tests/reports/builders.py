"""Small reports to test with, each a keyword away from what a test needs."""

from __future__ import annotations

from typing import Any

from reports.document import (
    Align,
    Appendix,
    Bar,
    BarChart,
    Cell,
    Column,
    Head,
    Paragraph,
    ReportDocument,
    Row,
    Signature,
    Table,
    Trend,
    TrendChart,
    TrendPoint,
)


def make_head(**changes: Any) -> Head:
    """The head of a station's report without number and day."""
    fields: dict[str, Any] = {
        "parent_body": "Trung tâm Y tế thành phố",
        "issuer": "Trạm Y tế xã Tả Phời",
        "symbol": "BC-TYT",
        "place": "Tả Phời",
    }
    return Head(**{**fields, **changes})


def make_report(**changes: Any) -> ReportDocument:
    """A report of one paragraph with everything the decree asks for."""
    fields: dict[str, Any] = {
        "kind": "test",
        "head": make_head(),
        "type_name": "BÁO CÁO",
        "subject": "Kết quả thực hiện kế hoạch phát triển sự nghiệp y tế quý III năm 2024 của xã",
        "addressees": ("Sở Y tế tỉnh Lào Cai",),
        "has_addressees": True,
        "blocks": (Paragraph(text="Trạm báo cáo như sau./."),),
        "recipients": ("- Như trên;", "- Lưu: VT."),
        "signature": Signature(prefix="", post="TRƯỞNG TRẠM", name="Nguyễn Thị Hạnh"),
        "marks": ("BẢN NHÁP",),
    }
    return ReportDocument(**{**fields, **changes})


def make_appendix(**changes: Any) -> Appendix:
    """A short appendix."""
    fields: dict[str, Any] = {
        "label": "Phụ lục",
        "title": "Số liệu",
        "reference": "(Kèm theo Báo cáo số …/BC-TYT)",
        "blocks": (Paragraph(text="Hết./."),),
    }
    return Appendix(**{**fields, **changes})


def make_table(*rows: tuple[str, ...], aligns: tuple[Align, ...] = (), **changes: Any) -> Table:
    """A table of plain texts; all columns are equally wide."""
    count = len(rows[0])
    columns = tuple(
        Column(title=f"Cột {index + 1}", width=1, align=aligns[index] if aligns else Align.LEFT)
        for index in range(count)
    )
    made = tuple(Row(cells=tuple(Cell(text=text) for text in row)) for row in rows)
    return Table(**{"caption": "Bảng 1. Thử", "columns": columns, "rows": made, **changes})


def make_bar(**changes: Any) -> Bar:
    """A share that meets its target."""
    fields: dict[str, Any] = {
        "label": "Tỷ lệ người dân tham gia bảo hiểm y tế",
        "value": 97,
        "printed": "97,0%",
        "targets": (95,),
        "printed_target": "≥ 95%",
        "is_met": True,
    }
    return Bar(**{**fields, **changes})


def make_bar_chart(*bars: Bar) -> BarChart:
    """Shares against targets."""
    return BarChart(caption="Biểu đồ 1. Kết quả", unit="%", bars=bars or (make_bar(),))


def make_trend_chart() -> TrendChart:
    """One panel of three years, one of them without a figure."""
    points = tuple(
        TrendPoint(year=year, value=value, printed=printed)
        for year, value, printed in ((2022, 90, "90,0"), (2023, None, "…"), (2024, 92, "92,0"))
    )
    trend = Trend(title="Tỷ lệ bảo hiểm y tế (%)", points=points, targets=(95,), printed_target="≥ 95%")
    return TrendChart(caption="Biểu đồ 2. Diễn biến", trends=(trend,))
