"""What all tests share: no screen, no unexpected log line, and no Qt when `--no-qt` is given."""

import gc
import importlib.abc
import logging
import os
import sys
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How long an example takes says nothing on a busy machine: no test is timed.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

# Tests that compare whole results with those of an evaluator of its own.
PROOF = Path(__file__).resolve().parent / "proof"

# Log lines from WARNING upwards that no test has to announce: exact text, and the reason.
ALLOWED_LOG_LINES: dict[str, str] = {}

# Settings of pytest-qt in setup.cfg, which pytest itself does not know when that plugin is off.
QT_SETTINGS = ("qt_api", "qt_log_level_fail", "qt_log_ignore")


class QtImportRefuser(importlib.abc.MetaPathFinder):
    """Refuses every import of PySide6, to prove that a package works without Qt."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] in {"PySide6", "shiboken6"}:
            raise ImportError(f"{fullname}: Qt is not to be imported here (--no-qt)")
        return None


class LogFail(logging.Handler):
    """Collects log lines from WARNING upwards, so that none goes unnoticed."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        self.expected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())

    def expect(self, text: str) -> None:
        """Announce a line that this test must log, by its exact text."""
        self.expected.append(text)

    def complain(self) -> None:
        """Fail if a line was logged that nobody announced, or announced and never logged."""
        allowed = {*ALLOWED_LOG_LINES, *self.expected}
        unexpected = [line for line in self.lines if line not in allowed]
        absent = [line for line in self.expected if line not in self.lines]
        if unexpected or absent:
            pytest.fail(f"unexpected log lines: {unexpected}; expected and absent: {absent}")


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    parser.addoption("--no-qt", action="store_true", help="make every import of PySide6 fail")
    parser.addoption("--update-golden", action="store_true", help="write the golden reports anew")
    if not pluginmanager.hasplugin("pytest-qt"):
        for name in QT_SETTINGS:
            parser.addini(name, "setting of pytest-qt, without effect here")


def pytest_configure(config: pytest.Config) -> None:
    # Looking for rubbish among all that the tests keep took a fifth of their time.
    gc.set_threshold(50_000, 20, 50)
    if not config.getoption("--no-qt"):
        # Before pytest-qt's first call into Qt; here, since without Qt there is nothing to keep alive.
        from ui.constants_alive import keep_constants_alive

        keep_constants_alive()
        return
    if "PySide6" in sys.modules:
        raise pytest.UsageError("--no-qt comes too late: add -p no:pytest-qt")
    sys.meta_path.insert(0, QtImportRefuser())


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Measure no coverage where a test proves by many examples: it takes most of the time there, and proves nothing.

    A line that only a random example reaches may be missed tomorrow; what `tests/proof` compares has its own tests.
    """
    for item in items:
        is_random = isinstance(item, pytest.Function) and hasattr(item.obj, "hypothesis")
        if is_random or PROOF in item.path.parents:
            item.add_marker("no_cover")


@pytest.fixture(autouse=True)
def log_fail() -> Iterator[LogFail]:
    """Fail a test that logs from WARNING upwards, unless it announced the line."""
    handler = LogFail()
    logging.getLogger().addHandler(handler)
    yield handler
    logging.getLogger().removeHandler(handler)
    handler.complain()
