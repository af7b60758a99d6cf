"""The import contracts of setup.cfg are kept, and each of them has been seen to break."""

import configparser
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("data", "reports", "ui")
LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"

# Contract in setup.cfg, the module that sins, and what it imports.
FORBIDDEN_IMPORTS = [
    ("packages", "data/model.py", "reports"),
    ("packages", "data/catalogue/reader.py", "ui"),
    ("packages", "reports/document.py", "ui"),
    ("data-layers", "data/model.py", "data.store"),
    ("data-layers", "data/periods.py", "data.numbers"),
    ("data-layers", "data/paths.py", "data.errors"),
    ("data-layers", "data/errors.py", "data.model"),
    ("data-libraries", "data/model.py", "PySide6"),
    ("data-libraries", "data/store/database.py", "PySide6.QtCore"),
    ("data-libraries", "data/calculation.py", "matplotlib"),
    ("data-libraries", "data/calculation.py", "reportlab.pdfgen"),
    ("sql-in-store", "data/queries.py", "sqlite3"),
    ("sql-in-store", "ui/main_window.py", "sqlite_utils"),
    ("store-is-opaque", "reports/document.py", "data.store"),
    ("store-is-opaque", "ui/app.py", "data.store"),
    ("reports-without-qt", "reports/charts.py", "PySide6.QtGui"),
    ("reportlab-place", "ui/app.py", "reportlab"),
    ("reportlab-place", "reports/definitions/plan_progress.py", "reportlab"),
    ("matplotlib-place", "ui/main_window.py", "matplotlib.figure"),
    ("matplotlib-place", "reports/pdf/draw.py", "matplotlib"),
    ("spreadsheet-place", "ui/screens/entry_sheets.py", "openpyxl"),
    ("spreadsheet-place", "reports/entry_form.py", "xlsxwriter"),
    ("yaml-place", "data/catalogue/reader.py", "yaml"),
    ("signing-place", "reports/registry.py", "pyhanko.sign"),
    ("signing-place", "ui/cli.py", "pkcs11"),
    ("signing-place", "data/security.py", "cryptography.hazmat.primitives"),
    ("pypdf-place", "ui/cli.py", "pypdf"),
]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the packages in `folder` against its setup.cfg."""
    command = [sys.executable, "-c", LINT]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def contract_names() -> dict[str, str]:
    """Return every contract's name by its key in setup.cfg."""
    settings = configparser.ConfigParser()
    settings.read(ROOT / "setup.cfg", encoding="utf-8")
    prefix = "importlinter:contract:"
    keys = [key.removeprefix(prefix) for key in settings.sections() if key.startswith(prefix)]
    return {key: settings[prefix + key]["name"] for key in keys}


@pytest.fixture(scope="session")
def broken(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return what is said of our packages when every forbidden import is planted in them, in one line."""
    folder = tmp_path_factory.mktemp("planted")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, folder / package, ignore=keep_python)
    shutil.copy(ROOT / "setup.cfg", folder)
    for _, module, imported in FORBIDDEN_IMPORTS:
        with (folder / module).open("a", encoding="utf-8") as planted:
            planted.write(f"\nimport {imported}\n")
    done = lint_imports(folder)
    assert done.returncode == 1, done.stdout + done.stderr
    return " ".join(done.stdout.partition("Broken contracts")[2].split())


def told_of(contract: str, broken: str) -> str:
    """Return what is said of one contract: all from its name to the name of the next one."""
    names = contract_names()
    found = broken.partition(names[contract])[2]
    return found[: min(found.index(name) if name in found else len(found) for name in names.values())]


def keep_python(folder: str, names: list[str]) -> list[str]:
    """Name what is not copied: all but Python files and the folders of packages."""
    return [name for name in names if not name.endswith(".py") and "." in name]


def test_contracts_are_kept() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("contract", "module", "imported"), FORBIDDEN_IMPORTS)
def test_forbidden_import_breaks_its_contract(contract: str, module: str, imported: str, broken: str) -> None:
    where = module.removesuffix(".py").replace("/", ".")
    seen = imported if imported.partition(".")[0] in PACKAGES else imported.partition(".")[0]
    assert f"{where} -> {seen} (l." in told_of(contract, broken)


def test_every_contract_is_seen_to_break() -> None:
    assert {contract for contract, _, _ in FORBIDDEN_IMPORTS} == set(contract_names())
