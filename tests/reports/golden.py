"""A ReportDocument as JSON, to be compared with the golden file that a person has read."""

from __future__ import annotations

import enum
import json
from dataclasses import fields, is_dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

from data.numbers import exact_text
from reports.document import ReportDocument

FOLDER = Path(__file__).resolve().parent.parent / "golden" / "reports"


def as_json(document: ReportDocument) -> str:
    """The document with every field that says something, figures exact."""
    return json.dumps(_plain(document), ensure_ascii=False, indent=1) + "\n"


def _plain(value: object) -> object:
    if is_dataclass(value):
        content = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        said = {name: each for name, each in content.items() if each not in ("", [], False, None)}
        return {"type": type(value).__name__, **said}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, Fraction):
        return exact_text(value)
    return value.isoformat() if isinstance(value, date) else value
