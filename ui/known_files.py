"""Which station files this computer has seen, and how far their histories went: nothing of it stands in the files.

A file's history is a chain; its head names the newest action and a seal over all before it. A file whose history does
not contain a head that was seen here is an older copy, or one that went its own way (CONTRACT S1).
"""

from __future__ import annotations

import enum
import json
import os
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from data.paths import user_folder

MOST_FILES = 200
MOST_HEADS = 40

PLACE, RESTORED, CARRIED = "place", "restored", "carried"
"""Topics of ``KnownFiles.answer``: where to work on the file, that it was restored on purpose, when it was carried."""

HasHead = Callable[[int, str], bool]
"""Whether a file's history contains an action with this seal."""


class Kinship(enum.Enum):
    """How a file is related to what this computer has seen of it."""

    NEW = "new"
    SAME = "same"
    MOVED = "moved"
    COPIED = "copied"
    OLDER = "older"
    DIVERGED = "diverged"


class SeenHead(NamedTuple):
    """A point of a file's history: the newest action then, its seal, and when it was made."""

    action_id: int
    seal: str
    at: datetime | None


class KnownFile(NamedTuple):
    """One station file as it was seen last.

    Attributes:
        heads: Points of its history that were seen, oldest first; never empty.
        seen: When it was open last.
    """

    file_id: str
    path: Path
    generation: int
    heads: tuple[SeenHead, ...]
    seen: datetime

    @property
    def newest(self) -> SeenHead:
        """The newest point seen."""
        return self.heads[-1]


class Opened(NamedTuple):
    """A file that is open now, as far as it is compared."""

    file_id: str
    path: Path
    generation: int
    head: SeenHead
    has_head: HasHead


class Loan(NamedTuple):
    """A local copy that is worked on in place of a file on a stick or a network volume.

    Attributes:
        copy: The local copy.
        origin: Where it came from, and goes back to.
        head: The origin's newest point when it was copied.
    """

    copy: Path
    origin: Path
    head: SeenHead


class Finding(NamedTuple):
    """What a comparison found.

    Attributes:
        known: What was known; None for a file that was never seen.
        common: The newest point that both have, where it is known.
    """

    kinship: Kinship
    known: KnownFile | None = None
    common: SeenHead | None = None


def compare(known: KnownFile | None, opened: Opened, other_has: HasHead | None = None) -> Finding:
    """Hold an open file against what was seen of it.

    Args:
        known: What this computer remembers of the file.
        opened: The file.
        other_has: Asks the file at the remembered place, where that can be read and is another one.
    """
    if known is None:
        return Finding(Kinship.NEW)
    newest, own = known.newest, opened.head
    if opened.has_head(newest.action_id, newest.seal):
        return Finding(_place(known.path, opened.path), known, newest)
    shared = [head for head in known.heads if opened.has_head(head.action_id, head.seal)]
    common = shared[-1] if shared else None
    if _is_behind(known, own, other_has):
        return Finding(Kinship.OLDER, known, own)
    return Finding(Kinship.DIVERGED, known, common)


def _place(before: Path, now: Path) -> Kinship:
    if before == now:
        return Kinship.SAME
    return Kinship.COPIED if before.is_file() else Kinship.MOVED


def _is_behind(known: KnownFile, own: SeenHead, other_has: HasHead | None) -> bool:
    """Whether everything of a file stands in what was seen; by the count of its actions when nothing tells more."""
    if any(head.action_id == own.action_id and head.seal == own.seal for head in known.heads):
        return True
    if other_has is not None:
        return other_has(own.action_id, own.seal)
    return own.action_id < known.newest.action_id


def seen(known: KnownFile | None, opened: Opened, now: datetime) -> KnownFile:
    """What is remembered of a file from here on: its own head on top of those of its past."""
    before = known.heads if known is not None else ()
    past = tuple(head for head in before if head != opened.head and opened.has_head(head.action_id, head.seal))
    heads = (*past, opened.head)[-MOST_HEADS:]
    return KnownFile(file_id=opened.file_id, path=opened.path, generation=opened.generation, heads=heads, seen=now)


class KnownFiles:
    """The list itself, one JSON file in the user's folder; it is read anew for every use."""

    def __init__(self, path: Path | None = None) -> None:
        """``path`` names another file (for tests)."""
        self._path = path or user_folder() / "known-files.json"

    def find(self, file_id: str) -> KnownFile | None:
        """What is known of a file."""
        return next((each for each in self._files(self._load()) if each.file_id == file_id), None)

    def keep(self, file: KnownFile) -> None:
        """Remember a file in place of what was known of it."""
        content = self._load()
        others = [each for each in self._files(content) if each.file_id != file.file_id]
        newest = sorted([*others, file], key=lambda each: each.seen, reverse=True)[:MOST_FILES]
        self._store(content | {"files": [_file_text(each) for each in newest]})

    def answer(self, path: Path, topic: str) -> str:
        """What was answered about a file, or done with it; empty when nothing was."""
        return str(self._load().get("answers", {}).get(f"{topic}:{path}", ""))

    def keep_answer(self, path: Path, topic: str, answer: str) -> None:
        """Remember what was answered about a file, or done with it; an empty text forgets it."""
        content = self._load()
        answers = {key: text for key, text in content.get("answers", {}).items() if key != f"{topic}:{path}"}
        if answer:
            answers[f"{topic}:{path}"] = answer
        self._store(content | {"answers": dict(list(answers.items())[-MOST_FILES:])})

    def loan_of(self, copy: Path) -> Loan | None:
        """Where a local copy came from."""
        return next((loan for loan in self._loans(self._load()) if loan.copy == copy), None)

    def keep_loan(self, loan: Loan) -> None:
        """Remember where a local copy came from, or how far its origin is now."""
        content = self._load()
        others = [each for each in self._loans(content) if each.copy != loan.copy][-MOST_FILES:]
        self._store(content | {"loans": [_loan_text(each) for each in [*others, loan]]})

    def _load(self) -> dict[str, Any]:
        try:
            content = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return content if isinstance(content, dict) else {}

    def _store(self, content: Mapping[str, Any]) -> None:
        """Write the list; one that cannot be written never stops the work."""
        draft = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
            draft.replace(self._path)
        except OSError:
            return

    @staticmethod
    def _files(content: Mapping[str, Any]) -> list[KnownFile]:
        return [file for entry in content.get("files", ()) if (file := _file_of(entry)) is not None]

    @staticmethod
    def _loans(content: Mapping[str, Any]) -> list[Loan]:
        return [loan for entry in content.get("loans", ()) if (loan := _loan_of(entry)) is not None]


# --- to and from JSON ------------------------------------------------------------------------------------------------


def _head_text(head: SeenHead) -> list[object]:
    return [head.action_id, head.seal, head.at.isoformat() if head.at else ""]


def _head_of(entry: Any) -> SeenHead:  # noqa: ANN401 - whatever stands in the file
    number, seal, at = entry
    return SeenHead(int(number), str(seal), datetime.fromisoformat(at) if at else None)


def _file_text(file: KnownFile) -> dict[str, object]:
    return {
        "file_id": file.file_id,
        "path": str(file.path),
        "generation": file.generation,
        "heads": [_head_text(head) for head in file.heads],
        "seen": file.seen.isoformat(),
    }


def _file_of(entry: Any) -> KnownFile | None:  # noqa: ANN401
    try:
        heads = tuple(_head_of(head) for head in entry["heads"])
        seen_at = datetime.fromisoformat(entry["seen"])
        if not heads or seen_at.tzinfo is None:
            return None
        return KnownFile(
            file_id=str(entry["file_id"]),
            path=Path(entry["path"]),
            generation=int(entry["generation"]),
            heads=heads,
            seen=seen_at,
        )
    except (KeyError, TypeError, ValueError):
        return None


def _loan_text(loan: Loan) -> dict[str, object]:
    return {"copy": str(loan.copy), "origin": str(loan.origin), "head": _head_text(loan.head)}


def _loan_of(entry: Any) -> Loan | None:  # noqa: ANN401
    try:
        return Loan(Path(entry["copy"]), Path(entry["origin"]), _head_of(entry["head"]))
    except (KeyError, TypeError, ValueError):
        return None
