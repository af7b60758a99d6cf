"""Days and months as papers print them: 0 before days under 10 and before January and February alone.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.4 (số chỉ ngày nhỏ hơn 10 và tháng 1, 2 phải ghi thêm số 0).
"""

from __future__ import annotations

from datetime import date

_ZERO_BEFORE = 3
"""Months from March on are written without a 0."""


def month_text(month: int) -> str:
    """The month as a paper writes it: "01", "02", "3", … "12"."""
    return f"{month:02d}" if month < _ZERO_BEFORE else str(month)


def day_text(day: date) -> str:
    """The day as a paper cites it: "09/3/2023", "05/01/2024"."""
    return f"{day.day:02d}/{month_text(day.month)}/{day.year}"


def long_day(day: date) -> dict[str, str]:
    """The parts of "ngày … tháng … năm …"."""
    return {"day": f"{day.day:02d}", "month": month_text(day.month), "year": str(day.year)}
