"""``verify``: does a PDF belong to a frozen report, unchanged, and what do its signatures say?"""

from __future__ import annotations

import json
from pathlib import Path

from data import commands
from data.errors import UserError
from data.exchange.csv_rows import read_file
from reports.signing import TrustRoots, trust_roots
from reports.verifying import Verified, verify_against, verify_alone
from ui.cli_call import Call
from ui.verify_words import VerifyWords, verified_entry

PROVEN, NOT_PROVEN = 0, 1
CERTIFICATES = (".pem", ".crt", ".cer", ".der")


def run(call: Call) -> int:
    """Say what the PDF is, a line each; 0 when it is proven."""
    pdf = read_file(call.path("pdf"))
    roots = _roots(call.optional("--roots"))
    if call.optional("--file") is None:
        found = verify_alone(pdf, roots, call.now)
    else:
        with commands.open_station(call.path("--file"), writing=False) as store:
            found = verify_against(store, pdf, roots, call.now)
    _tell(call, found)
    return PROVEN if found.is_proven else NOT_PROVEN


def _roots(folder: str | None) -> TrustRoots | None:
    """The certificates of a folder that the person trusts; None when no folder is named.

    Raises:
        UserError: roots_not_folder (``folder``); sign_root_unreadable; or as ``read_file``.
    """
    if folder is None:
        return None
    place = Path(folder)
    if not place.is_dir():
        raise UserError("roots_not_folder", folder=place)
    files = sorted(each for each in place.iterdir() if each.suffix.lower() in CERTIFICATES)
    return trust_roots({each.name: read_file(each) for each in files})


def _tell(call: Call, found: Verified) -> None:
    if call.value("--format") == "json":
        call.terminal.line(json.dumps(verified_entry(found), ensure_ascii=False, indent=1))
        return
    for line in VerifyWords(call.messages).lines(found):
        call.terminal.line(line)
