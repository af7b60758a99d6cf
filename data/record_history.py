"""What was changed beside the figures, by whom and when: asked of the change log, a page at a time."""

from __future__ import annotations

from data.history import RecordEntry, RecordsAsked
from data.store.database import Store
from data.store.record_history import load_record_history


def record_history(store: Store, asked: RecordsAsked) -> tuple[RecordEntry, ...]:
    """Changes of users, completions, settings, decisions, states, texts, notes and assessments, and restores.

    Returns:
        Newest first, ``asked.most`` at most; the last one's place asks for the next page.
    """
    with store.reading():
        return load_record_history(store.connection, asked)
