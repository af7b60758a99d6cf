"""Frozen reports to be signed, numbered and submitted while something happens; what a signed PDF is compared by."""

from __future__ import annotations

import hashlib
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.reports.signing.authority import HEAD, Wanted, make_middle, make_root, make_signer
from tests.torture import strace
from tests.torture.acts import SERIES, STATION
from tests.torture.strace import PASSWORD_NAME, Command

FROZEN, SIGNED, KEY = "frozen.pdf", "ky.pdf", "khoa.p12"
OLD_PDF = b"%PDF-1.4 old"
SIGN = (
    *("sign", FROZEN, "--pkcs12", KEY, "--password-env", PASSWORD_NAME, "--role", "head"),
    *("--file", STATION, "--out", SIGNED),
)
REPORTS = (
    ("--kind", "new_rural_health", "--set", "894-QD-UBND-LAO-CAI", "--period", "2024"),
    ("--kind", "self_assessment", "--set", "1300-QD-BYT", "--period", "2024"),
    ("--kind", "criteria_progress", "--set", "1300-QD-BYT", "--period", "2024Q3"),
)
_STEPS = (("sign_paper", "Trưởng trạm"), ("submit", "UBND xã"), ("receive", "Văn thư xã"))
_RANGE = re.compile(rb"/ByteRange ?\[ ?0 (\d+) (\d+) (\d+) ?\]")
_END = b"%%EOF"


def make_sign(base: Path, folder: Path) -> None:
    """A frozen report, its PDF, a key in a file, and an older PDF where the signed one shall stand."""
    frozen = _frozen(base)
    shutil.copy(frozen / STATION, folder / STATION)
    shutil.copy(frozen / "0.pdf", folder / FROZEN)
    shutil.copy(frozen / KEY, folder / KEY)
    (folder / SIGNED).write_bytes(OLD_PDF)


def make_papers(base: Path, folder: Path) -> None:
    """Some frozen reports, and one line for each thing that is recorded of them; numbers are skipped between them."""
    shutil.copy(_frozen(base) / STATION, folder / STATION)
    with closing(sqlite3.connect(folder / STATION)) as connection:
        codes = [code for (code,) in connection.execute("SELECT code FROM report ORDER BY code")]
    lines, number = [], 0
    for code in codes:
        steps = [f"report {code},{place},{kind},step,{party}" for place, (kind, party) in enumerate(_STEPS, start=2)]
        numbers = [f"number {SERIES}{number + 1},2025,{code},issued,", f"number {SERIES}{number + 2},2025,,skipped,"]
        lines += [steps[0], *numbers, *steps[1:]]
        number += len(numbers)
    (folder / "torture-lines").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def paper_of(line: str) -> tuple[tuple[str, str, str], tuple[str, str]]:
    """What a line adds to the papers of a station file."""
    what, number, kind, state, words = line.split(",")
    return (what, number, kind), (state, words)


def comparable(content: bytes) -> bytes:
    """A file as it is compared: no two signatures are alike, so of a whole signed PDF only what was signed counts."""
    found = list(_RANGE.finditer(content))
    if not found:
        return content
    before, behind, length = map(int, found[-1].groups())
    if behind + length != len(content) or not content.rstrip().endswith(_END) or before >= behind:
        return content
    first = content.index(_END) + len(_END) + 1
    return f"{len(found)} signatures on {hashlib.sha256(content[:first]).hexdigest()}".encode()


def _frozen(base: Path) -> Path:
    """A folder with a station file in which reports are frozen, the first one's PDF, and a key; made once."""
    folder = base / "frozen"
    if folder.exists():
        return folder
    folder.mkdir()
    shutil.copy(base / "small.sotram", folder / STATION)
    for number, words in enumerate(REPORTS):
        asked = ("report", STATION, *words, "--out", f"{number}.pdf", "--freeze", "--reason", "thử")
        ended = strace.run(Command(asked, folder))
        if ended.status != 0:
            raise RuntimeError(f"not frozen: {ended}")
    (folder / KEY).write_bytes(make_signer(make_middle(make_root()), Wanted(HEAD)).pkcs12)
    return folder
