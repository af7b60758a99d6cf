"""The certificates of authorities that a person trusts: files in a folder of theirs; nothing is trusted unasked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from data.errors import UserError
from data.exchange.csv_rows import read_file

if TYPE_CHECKING:
    from reports.signing import TrustRoots

CERTIFICATES = (".pem", ".crt", ".cer", ".der")


def roots_in(folder: str | None) -> TrustRoots | None:
    """The certificates of a folder; None when no folder is named.

    Raises:
        UserError: roots_not_folder (``folder``); sign_root_unreadable; or as ``read_file``.
    """
    from reports.signing import trust_roots

    if folder is None:
        return None
    place = Path(folder)
    if not place.is_dir():
        raise UserError("roots_not_folder", folder=place)
    files = sorted(each for each in place.iterdir() if each.suffix.lower() in CERTIFICATES)
    return trust_roots({each.name: read_file(each) for each in files})
