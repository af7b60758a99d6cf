"""Where a result may be written: never over a station file."""

from __future__ import annotations

from pathlib import Path

from data.errors import UserError
from data.exchange.files import check_replaceable
from ui.cli_arguments import STATION_SUFFIX


def check_output(out: Path, station: Path) -> None:
    """Refuse a place that nothing can be written to, and any station file.

    Raises:
        UserError: ``out_is_station_file`` or as ``check_replaceable``.
        EnvironmentFault: As ``check_replaceable``.
    """
    check_replaceable(out)
    is_station = out.exists() and station.exists() and out.samefile(station)
    if is_station or out.suffix.lower() == STATION_SUFFIX:
        raise UserError("out_is_station_file", file=out)
