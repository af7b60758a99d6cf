"""Where a result may be written: never over a station file or a backup."""

from __future__ import annotations

from pathlib import Path

from data.errors import UserError
from data.exchange.files import check_replaceable
from ui.cli_arguments import BACKUP_SUFFIXES, STATION_SUFFIX

_NO_FILE_SIGNS = frozenset('/\\<>:*?|"')


def plain_name(text: str) -> str:
    """A text as a file's name without ending: it names no folder, and no system refuses it."""
    signs = (sign if sign.isprintable() and sign not in _NO_FILE_SIGNS else "-" for sign in text)
    return "".join(signs).strip(" .-") or "-"


def check_output(out: Path, station: Path | None = None) -> None:
    """Refuse a place that nothing can be written to, any station file with what lies beside it, and any backup.

    Raises:
        UserError: ``out_is_station_file``, ``out_is_backup`` or as ``check_replaceable``.
        EnvironmentFault: As ``check_replaceable``.
    """
    check_replaceable(out)
    is_station = station is not None and out.exists() and station.exists() and out.samefile(station)
    ending = out.suffix.lower()
    if ending.startswith(BACKUP_SUFFIXES):
        raise UserError("out_is_backup", file=out)
    if is_station or ending.startswith(STATION_SUFFIX):
        raise UserError("out_is_station_file", file=out)
