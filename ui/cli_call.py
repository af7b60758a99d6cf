"""One call of the command line, as the commands see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from data.commands import Attribution
from data.errors import UserError
from data.settings import name_of
from ui.cli_arguments import Asked, printed_name
from ui.cli_terminal import Terminal
from ui.messages import Messages
from ui.output_files import check_output

VIETNAM = timezone(timedelta(hours=7))
DEFAULT_USER = "dòng lệnh"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What is asked, when, and where the answer goes."""

    asked: Asked
    now: datetime
    terminal: Terminal
    messages: Messages

    @property
    def today(self) -> date:
        """The day in Vietnam."""
        return self.now.astimezone(VIETNAM).date()

    @property
    def by(self) -> Attribution:
        """Under whom figures are changed."""
        return Attribution(user=name_of(self.asked.values.get("--user", DEFAULT_USER)), now=self.now)

    def value(self, name: str) -> str:
        """An argument that must be there."""
        return self.asked.values[name]

    def optional(self, name: str) -> str | None:
        """An option that may be absent."""
        return self.asked.values.get(name)

    def path(self, name: str) -> Path:
        """An argument that names a file or folder.

        Raises:
            UserError: ``path_wrong`` for an empty name or one no system can have.
        """
        text = self.value(name)
        if not text or "\0" in text:
            raise UserError("path_wrong", argument=printed_name(name))
        return Path(text)

    def out_path(self) -> Path:
        """Where ``--out`` wants the result; a station file is never overwritten by anything else.

        Raises:
            UserError: ``path_wrong`` or as ``check_output``.
            EnvironmentFault: As ``check_output``.
        """
        out = self.path("--out")
        check_output(out, self.path("file"))
        return out

    def text(self, table: str, key: str, **parameters: object) -> str:
        """A sentence in the language of this call."""
        return self.messages.text(table, key, **parameters)
