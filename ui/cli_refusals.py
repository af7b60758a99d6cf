"""What a refusal says on the command line, where there is no window that could help further."""

from __future__ import annotations

from pathlib import Path

from data.errors import EnvironmentFault, SoTramError
from ui.messages import Messages


def refusal(error: SoTramError, messages: Messages) -> list[str]:
    """The sentences of an error, and what else there is to know about the file."""
    sentences = messages.lines(in_a_terminal(error))
    if "kept" in error.parameters:
        sentences.append(messages.text("files", "kept", file=error.parameters["kept"]))
    if error.code == "file_damaged":
        sentences += wal_hint(Path(error.parameters["file"]), messages)
    return sentences


def in_a_terminal(error: SoTramError) -> SoTramError:
    """The same error without words about a window."""
    return EnvironmentFault("file_gone", **error.parameters) if error.code == "file_vanished" else error


def wal_hint(path: Path, messages: Messages) -> list[str]:
    """A ``-wal`` of another file makes a sound file look damaged: say that there is one."""
    side = path.with_name(f"{path.name}-wal")
    try:
        is_there = side.stat().st_size > 0
    except OSError:
        return []
    return [messages.text("files", "wal_beside", side=side)] if is_there else []
