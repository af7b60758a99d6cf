"""Proving the chain of the change log: what was changed, removed or slipped in is named, and nothing else.

An action that no entry names and that sealed none is slipped in, unless its seal follows from the one before it; an
action that entries name and that is not there was removed. Entries that no action sealed are slipped in.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from data.errors import Fault
from data.store.chain import ACTIONS, RECORD_LOG, VALUE_LOG, Row, first_seal, linked, origin, sealed

MOST = 50
"""So many faults of one kind are named."""

_ENTRIES = """
    SELECT id, hash, action_id, previous_id, data_element, period, category_option_combo,
        old_state, old_value, old_comment, new_state, new_value, new_comment
    FROM data_value_changelog ORDER BY id
"""
_RECORDS = "SELECT id, hash, action_id, record, key, old, new FROM record_changelog ORDER BY id"
_ACTIONS = "SELECT id, seal, at, who, why, kind, undoes, value_log_id, record_log_id FROM action ORDER BY id"
_VALUE_HASH = "SELECT hash FROM data_value_changelog WHERE id = ?"
_RECORD_HASH = "SELECT hash FROM record_changelog WHERE id = ?"
_NAMED = "SELECT action_id FROM data_value_changelog UNION SELECT action_id FROM record_changelog"


class _Action(NamedTuple):
    """An action as it stands in the file; ``reached``: the newest entries of both logs when it was sealed."""

    id: int
    seal: bytes
    content: tuple[object, ...]
    reached: tuple[int, int]


class _Actions(NamedTuple):
    """The actions that belong to the chain, those slipped in, and ids that entries name and that are not there."""

    own: list[_Action]
    slipped: list[_Action]
    lost: set[int]

    @property
    def reached(self) -> tuple[int, int]:
        """The newest entries of both logs that anybody sealed."""
        return self.own[-1].reached if self.own else (0, 0)


def chain_faults(connection: sqlite3.Connection, place: str) -> Iterator[Fault]:
    """Every row of the log that was changed, removed or slipped in.

    Yields:
        check_log_changed, check_log_removed, check_log_inserted (``log``, ``entry``, ``what``); check_log_first: the
            first action or the station's row was changed.
    """
    start, actions = origin(connection), _sorted_out(connection)
    hashes = []
    for log, query, end in zip((VALUE_LOG, RECORD_LOG), (_ENTRIES, _RECORDS), actions.reached, strict=True):
        walk = _Walk(log, place, end, actions.lost)
        walk.through(connection.execute(query), start)
        hashes.append(walk.hashes)
        yield from walk.faults[:MOST]
    yield from _action_faults(actions, place, first_seal(connection), (hashes[0], hashes[1]))


def _sorted_out(connection: sqlite3.Connection) -> _Actions:
    named = {number for (number,) in connection.execute(_NAMED)}
    own, slipped = list[_Action](), list[_Action]()
    before = _Action(0, first_seal(connection), (), (0, 0))
    for number, seal, *content in connection.execute(_ACTIONS).fetchall():
        action = _Action(number, seal, tuple(content), (content[-2], content[-1]))
        has_own = number in named or not action.reached <= before.reached
        if number > 0 and (has_own or _follows(connection, before, action)):
            own.append(action)
            before = action
        else:
            slipped.append(action)
    return _Actions(own, slipped, named - {action.id for action in (*own, *slipped)})


def _follows(connection: sqlite3.Connection, before: _Action, action: _Action) -> bool:
    """Whether an action without entries of its own was sealed right after another."""
    newest = [
        (connection.execute(query, (end,)).fetchone() or (origin(connection),))[0]
        for query, end in zip((_VALUE_HASH, _RECORD_HASH), action.reached, strict=True)
    ]
    right = sealed(before.seal, (action.id, *action.content), (newest[0], newest[1]))
    return action.id == before.id + 1 and right == action.seal


class _Walk:
    """One log, walked through in the order of its ids: hash by id, and the faults met."""

    def __init__(self, log: str, place: str, end: int, lost: set[int]) -> None:
        """``end`` is the newest entry that an action sealed; entries of ``lost`` actions are sealed no more."""
        self.hashes: dict[int, bytes] = {}
        self.faults: list[Fault] = []
        self._log, self._place, self._end, self._lost = log, place, end, lost

    def through(self, rows: sqlite3.Cursor, start: bytes) -> None:
        """Hold each entry against the one before it."""
        before, self.hashes[0] = 0, start
        for number, found, *content in rows:
            if number < 1 or (number > self._end and content[0] not in self._lost):
                self._say("check_log_inserted", number, content)
                continue
            if number > before + 1:
                self.faults.append(_removed(self._log, self._place, before + 1, number - 1))
            elif linked(self.hashes[before], (number, *content)) != found:
                self._say("check_log_changed", number, content)
            self.hashes[number] = found
            before = number
        if before < self._end:
            self.faults.append(_removed(self._log, self._place, before + 1, self._end))

    def _say(self, code: str, number: int, content: Row) -> None:
        self.faults.append(Fault(code, self._place, _naming(self._log, number, content)))


def _action_faults(
    actions: _Actions, place: str, start: bytes, hashes: tuple[dict[int, bytes], dict[int, bytes]]
) -> Iterator[Fault]:
    before, seal, covered = 0, start, (0, 0)
    for action in actions.own:
        newest = tuple(known.get(end) for known, end in zip(hashes, action.reached, strict=True))
        if action.id > before + 1:
            yield _removed(ACTIONS, place, before + 1, action.id - 1)
        elif newest[0] is not None and newest[1] is not None:  # else an entry is gone, which its log says
            right = sealed(seal, (action.id, *action.content), (newest[0], newest[1]))
            if right != action.seal or action.reached < covered:
                code = "check_log_changed" if before else "check_log_first"
                yield Fault(code, place, _naming(ACTIONS, action.id, action.content))
        before, seal, covered = action.id, action.seal, action.reached
    gone = sorted(number for number in actions.lost if number > before)
    if gone:
        yield _removed(ACTIONS, place, gone[0], gone[-1])
    for action in actions.slipped[:MOST]:
        yield Fault("check_log_inserted", place, _naming(ACTIONS, action.id, action.content))


def _removed(log: str, place: str, first: int, last: int) -> Fault:
    entry = str(first) if first >= last else f"{first}–{last}"
    return Fault("check_log_removed", place, {"log": log, "entry": entry, "what": ""})


def _naming(log: str, number: int, content: Row) -> dict[str, str]:
    """What the sentence names: the log, the entry, and the cell, record or moment it is about."""
    if log == VALUE_LOG:
        what = "/".join(str(part) for part in content[2:5])
    elif log == RECORD_LOG:
        what = f"{content[1]} {content[2]}"
    else:
        what = f"{content[0]} {content[1]}"
    return {"log": log, "entry": str(number), "what": what}
