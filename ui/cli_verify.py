"""``verify``: does a PDF belong to a frozen report, unchanged, and what do its signatures say?"""

from __future__ import annotations

import json

from data import commands
from data.exchange.csv_rows import read_file
from reports.verifying import Verified, verify_against, verify_alone
from ui.cli_call import Call
from ui.trusted_roots import roots_in
from ui.verify_words import VerifyWords, verified_entry

PROVEN, NOT_PROVEN = 0, 1


def run(call: Call) -> int:
    """Say what the PDF is, a line each; 0 when it is proven."""
    pdf = read_file(call.path("pdf"))
    roots = roots_in(call.optional("--roots"))
    if call.optional("--file") is None:
        found = verify_alone(pdf, roots, call.now)
    else:
        with commands.open_station(call.path("--file"), writing=False) as store:
            found = verify_against(store, pdf, roots, call.now)
    _tell(call, found)
    return PROVEN if found.is_proven else NOT_PROVEN


def _tell(call: Call, found: Verified) -> None:
    if call.value("--format") == "json":
        call.terminal.line(json.dumps(verified_entry(found), ensure_ascii=False, indent=1))
        return
    for line in VerifyWords(call.messages).lines(found):
        call.terminal.line(line)
