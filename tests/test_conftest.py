"""The guards that every test runs under can themselves fail."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import LogFail

ROOT = Path(__file__).resolve().parent.parent


def test_unexpected_log_line_fails() -> None:
    handler = LogFail()
    handler.handle(logging.makeLogRecord({"msg": "lost %s", "args": ("figures",)}))
    with pytest.raises(pytest.fail.Exception, match="lost figures"):
        handler.complain()


def test_announced_line_that_never_comes_fails() -> None:
    handler = LogFail()
    handler.expect("lost figures")
    with pytest.raises(pytest.fail.Exception, match="absent: \\['lost figures'\\]"):
        handler.complain()


def test_announced_line_passes(log_fail: LogFail) -> None:
    log_fail.expect("lost figures")
    logging.getLogger("so-tram").warning("lost %s", "figures")


@pytest.mark.parametrize("module", ["PySide6", "PySide6.QtCore"])
def test_no_qt_refuses_qt(module: str, tmp_path: Path) -> None:
    """A test that imports Qt fails under `--no-qt`, with the reason."""
    (tmp_path / "setup.cfg").write_text("[tool:pytest]\n", encoding="utf-8")
    conftest = (ROOT / "tests" / "conftest.py").read_text(encoding="utf-8")
    (tmp_path / "conftest.py").write_text(conftest, encoding="utf-8")
    (tmp_path / "test_qt.py").write_text(f"import {module}\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "no:pytest-qt", "--no-qt", "test_qt.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "Qt is not to be imported here" in done.stdout
