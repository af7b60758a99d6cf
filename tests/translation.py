"""Bring the translation file up to date with the code and compile it: `make i18n`.

Both files are made elsewhere and put in place one right after the other, so that nobody reads a new translation beside
an old compiled one.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TRANSLATION = ROOT / "assets" / "i18n" / "app_vi.ts"


def tool(name: str) -> str:
    """A tool of the environment this runs in."""
    return str(Path(sys.executable).parent / name)


def sources() -> list[str]:
    """Every file whose texts are translated."""
    return [str(path) for path in [ROOT / "main.py", *sorted((ROOT / "ui").rglob("*.py"))]]


def collect(target: Path) -> None:
    """Bring a translation file up to date with the code; a new one is made where there is none."""
    command = [tool("pyside6-lupdate"), "-no-obsolete", "-locations", "none", *sources(), "-ts", str(target)]
    subprocess.run(command, check=True, capture_output=True)


def compiled(source: Path, target: Path) -> bytes:
    """Compile a translation file; the result as bytes."""
    subprocess.run([tool("pyside6-lrelease"), str(source), "-qm", str(target)], check=True, capture_output=True)
    return target.read_bytes()


def main() -> int:
    """Replace both files; return the exit status."""
    with tempfile.TemporaryDirectory(dir=TRANSLATION.parent, prefix=".new-") as folder:
        fresh = Path(shutil.copy(TRANSLATION, folder))
        collect(fresh)
        compiled(fresh, fresh.with_suffix(".qm"))
        fresh.with_suffix(".qm").replace(TRANSLATION.with_suffix(".qm"))
        fresh.replace(TRANSLATION)
    return 0


if __name__ == "__main__":
    sys.exit(main())
