"""Snapshots frozen long ago are drawn as they were: bytes under the lock file, text and geometry under any libraries.

A snapshot in ``golden/snapshots`` is never made anew; what a person looked at stands beside it, page by page.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pytest

from data.documents.codes import canonical, hash_of
from reports.freezing import render_snapshot
from tests.reports.pdf_reading import read, runs

FOLDER = Path(__file__).resolve().parent.parent / "golden" / "snapshots"
ROOT = FOLDER.parents[2]
SNAPSHOTS = sorted(FOLDER.glob("*.json"))
LIBRARIES = ("reportlab", "matplotlib", "fonttools", "numpy", "pillow")

_DRAW = """
import sys
from pathlib import Path
from data.documents.codes import hash_of
from reports.freezing import render_snapshot
for name in sys.argv[1:]:
    print(hash_of(render_snapshot(Path(name).read_bytes())))
"""
_ELSEWHERE = {"PYTHONHASHSEED": "77", "LC_ALL": "C", "LANG": "C", "TZ": "America/New_York"}

every_snapshot = pytest.mark.parametrize("path", SNAPSHOTS, ids=lambda path: path.stem)


@cache
def drawn(path: Path) -> bytes:
    return render_snapshot(path.read_bytes())


def listing(pdf: bytes) -> str:
    """Every run of text with its place in tenths of a millimetre, page by page."""
    found = []
    for number in range(len(read(pdf).pages)):
        box = read(pdf).pages[number].mediabox
        found.append(f"# {number + 1}: {float(box.width):.0f} x {float(box.height):.0f}")
        found += [f"{run.x:.1f} {run.y:.1f} {run.size:g} {run.font} {run.text.strip()}" for run in runs(pdf, number)]
    return "\n".join(found) + "\n"


def expect(path: Path, text: str, *, is_update: bool) -> None:
    if is_update:
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


def test_there_are_snapshots_of_every_kind() -> None:
    kinds = {json.loads(path.read_bytes())["asked"]["kind"] for path in SNAPSHOTS}
    assert kinds == {"plan_progress", "self_assessment", "criteria_progress", "new_rural_health"}


@every_snapshot
def test_a_snapshot_is_canonical(path: Path) -> None:
    assert canonical(json.loads(path.read_bytes())) == path.read_bytes()


@every_snapshot
def test_pages_say_the_same_at_the_same_places(path: Path, request: pytest.FixtureRequest) -> None:
    is_update = request.config.getoption("--update-golden")
    expect(path.with_suffix(".pages.txt"), listing(drawn(path)), is_update=is_update)


@every_snapshot
def test_bytes_are_the_same_under_the_same_libraries(path: Path, request: pytest.FixtureRequest) -> None:
    is_update = request.config.getoption("--update-golden")
    now = {"sha256": hash_of(drawn(path)), **{name: version(name) for name in LIBRARIES}}
    kept = path.with_suffix(".sha256")
    if is_update:
        kept.write_text(json.dumps(now, indent=1) + "\n", encoding="utf-8")
    then = json.loads(kept.read_text(encoding="utf-8"))
    same_libraries = all(then[name] == now[name] for name in LIBRARIES)
    assert then["sha256"] == now["sha256"] or not same_libraries


def test_another_process_with_another_locale_draws_the_same_bytes() -> None:
    command = [sys.executable, "-c", _DRAW, *map(str, SNAPSHOTS)]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **_ELSEWHERE}, capture_output=True, text=True, check=True, timeout=100
    )
    assert done.stdout.split() == [hash_of(drawn(path)) for path in SNAPSHOTS]
