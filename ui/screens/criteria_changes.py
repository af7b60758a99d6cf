"""What a newer version of a criteria set changes, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from data.assessment.changes import SetChange
from ui import words
from ui.marking import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate
NAME_LETTERS = 60
_TEXTS = ("text_vi", "name_vi")

_FIELDS = {
    "max_points": QT_TRANSLATE_NOOP("SetChanges", "points"),
    "name_vi": QT_TRANSLATE_NOOP("SetChanges", "name"),
    "text_vi": QT_TRANSLATE_NOOP("SetChanges", "text"),
    "scoring": QT_TRANSLATE_NOOP("SetChanges", "how it is scored"),
    "tiers": QT_TRANSLATE_NOOP("SetChanges", "tiers"),
    "target": QT_TRANSLATE_NOOP("SetChanges", "all points at"),
    "per_fault": QT_TRANSLATE_NOOP("SetChanges", "points off for each fault"),
    "knock_out": QT_TRANSLATE_NOOP("SetChanges", "knock-out"),
    "binds": QT_TRANSLATE_NOOP("SetChanges", "figure it is scored from"),
    "region_variants": QT_TRANSLATE_NOOP("SetChanges", "what differs by zone"),
    "not_applicable_rule": QT_TRANSLATE_NOOP("SetChanges", "what it counts where it does not apply"),
    "evidence": QT_TRANSLATE_NOOP("SetChanges", "papers asked for"),
    "effort": QT_TRANSLATE_NOOP("SetChanges", "effort"),
    "responsible": QT_TRANSLATE_NOOP("SetChanges", "who can act"),
    "certainty": QT_TRANSLATE_NOOP("SetChanges", "certainty"),
    "items_complete": QT_TRANSLATE_NOOP("SetChanges", "whether its items are complete"),
    "parent": QT_TRANSLATE_NOOP("SetChanges", "where it stands"),
    "source": QT_TRANSLATE_NOOP("SetChanges", "source"),
    "zones": QT_TRANSLATE_NOOP("SetChanges", "zones"),
    "framework.valid_from": QT_TRANSLATE_NOOP("SetChanges", "in force from"),
    "framework.valid_to": QT_TRANSLATE_NOOP("SetChanges", "in force until"),
    "framework.title_vi": QT_TRANSLATE_NOOP("SetChanges", "title"),
    "framework.decision": QT_TRANSLATE_NOOP("SetChanges", "decision"),
    "framework.completeness": QT_TRANSLATE_NOOP("SetChanges", "how complete it is"),
    "framework.correction_applied": QT_TRANSLATE_NOOP("SetChanges", "correction applied"),
    "framework.point_step": QT_TRANSLATE_NOOP("SetChanges", "step of points"),
    "framework.total_points": QT_TRANSLATE_NOOP("SetChanges", "total of points"),
    "pass_rule.total_min_percent": QT_TRANSLATE_NOOP("SetChanges", "least per cent of all points"),
    "pass_rule.each_criterion_min_percent": QT_TRANSLATE_NOOP("SetChanges", "least per cent of each criterion"),
    "pass_rule.no_knock_out": QT_TRANSLATE_NOOP("SetChanges", "whether a knock-out fails it"),
    "pass_rule.knock_out_items_known": QT_TRANSLATE_NOOP("SetChanges", "whether its knock-outs are known"),
}


def change_lines(changes: Sequence[SetChange]) -> list[str]:
    """Every difference as a sentence, in the order of the table."""
    return [_line(change) for change in changes]


def _line(change: SetChange) -> str:
    place = f"{change.code} {_short(change.name)}".strip() or translate("SetChanges", "The whole set")
    if change.kind == "added":
        return translate("SetChanges", "New: {place} ({points} points)").format(place=place, points=change.after or "…")
    if change.kind == "removed":
        return translate("SetChanges", "Gone: {place} ({points} points)").format(
            place=place, points=change.before or "…"
        )
    if change.field == "order":
        return translate("SetChanges", "The items stand in another order.")
    if change.field in _TEXTS:  # the text itself says what it is about
        place = change.code
    field = translate("SetChanges", _FIELDS[change.field]) if change.field in _FIELDS else change.field
    return translate("SetChanges", "{place}: {field}: {before} → {after}").format(
        place=place, field=field, before=_value(change.before), after=_value(change.after)
    )


def _value(text: str) -> str:
    if text in ("true", "false"):
        return words.choice(text)
    return text if text not in ("", "null") else "…"


def _short(name: str) -> str:
    return name if len(name) <= NAME_LETTERS else f"{name[:NAME_LETTERS].rstrip()}…"
