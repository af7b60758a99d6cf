"""What a version of a criteria set changes, as a sentence; command line and window share it. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.assessment.changes import SetChange
    from ui.messages import Messages

LONGEST_VALUE = 80


def change_sentence(change: SetChange, messages: Messages) -> str:
    """One difference: "1.2: điểm tối đa 2 → 3"."""
    if change.kind != "changed":
        return messages.text(
            "criteria", change.kind, code=change.code, name=_short(change.name), points=change.before or change.after
        )
    field = field_name(change.field, messages)
    if not change.code and not change.before and not change.after:
        return field
    nothing = messages.text("criteria", "nothing")
    before, after = _value(change.before, messages) or nothing, _value(change.after, messages) or nothing
    subject = f"{change.code}: " if change.code else ""
    return f"{subject}{messages.text('criteria', 'changed', field=field, before=before, after=after)}"


def field_name(key: str, messages: Messages) -> str:
    """A key of the tree as a person calls it, with the zone that it holds for."""
    table = messages.tables["criteria_field"]
    plain, _, where = key.partition("@")
    name = table.get(plain.rpartition(".")[2]) or plain
    zone, _, region = where.partition("/")
    places = [messages.text("criteria", "zone", zone=zone)] if zone else []
    places += [messages.tables["criteria_value"][region]] if region else []
    return messages.text("criteria", "field_there", field=name, where=", ".join(places)) if places else name


def _value(text: str, messages: Messages) -> str:
    return messages.tables["criteria_value"].get(text) or _short(text)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_VALUE else text[:LONGEST_VALUE] + "…"
