"""The change log of everything that is no figure, a page at a time; and the moments at which the file was restored."""

from __future__ import annotations

import json
import sqlite3

from data.history import RecordEntry, RecordsAsked
from data.store.values import moment_of, moment_text

_FIRST, _LAST = "", "9"
"""Before and after every moment as the file writes it."""

_PAGE = """
    SELECT * FROM (
        SELECT a.id, r.id, a.at, a.who, a.why, a.kind, r.record, r.key, r.old, r.new
        FROM record_changelog AS r JOIN action AS a ON a.id = r.action_id
        WHERE (:kinds IS NULL OR r.record IN (SELECT value FROM json_each(:kinds)))
            AND a.at >= :since AND a.at < :until AND (a.id, r.id) < (:action, :entry)
        ORDER BY r.id DESC LIMIT :most
    )
    UNION ALL
    SELECT * FROM (
        SELECT a.id, 0, a.at, a.who, a.why, a.kind, '', '{}', NULL, NULL
        FROM action AS a JOIN action AS before ON before.id = a.id - 1
        WHERE (:kinds IS NULL OR '' IN (SELECT value FROM json_each(:kinds)))
            AND (a.value_log_id, a.record_log_id) = (before.value_log_id, before.record_log_id)
            AND a.at >= :since AND a.at < :until AND (a.id, 0) < (:action, :entry)
        ORDER BY a.id DESC LIMIT :most
    )
    ORDER BY 1 DESC, 2 DESC LIMIT :most
"""


def load_record_history(connection: sqlite3.Connection, asked: RecordsAsked) -> tuple[RecordEntry, ...]:
    """One page of the log, newest first. Of secrets the log itself knows only that there is one."""
    action, entry = asked.before or (2**62, 0)
    values = {
        "kinds": json.dumps(asked.kinds) if asked.kinds else None,
        "since": moment_text(asked.since) if asked.since is not None else _FIRST,
        "until": moment_text(asked.until) if asked.until is not None else _LAST,
        "action": action,
        "entry": entry,
        "most": asked.most,
    }
    return tuple(_entry(row) for row in connection.execute(_PAGE, values))


def _entry(row: tuple[int, int, str, str, str, str, str, str, str | None, str | None]) -> RecordEntry:
    action, entry, at, who, why, kind, record, key, old, new = row
    return RecordEntry(
        place=(action, entry),
        at=moment_of(at),
        who=who,
        why=why,
        kind=kind,
        record=record,
        key=json.loads(key),
        old=None if old is None else json.loads(old),
        new=None if new is None else json.loads(new),
    )
