"""Bring the translation files up to date with the code and compile them: `make i18n`.

Vietnamese has every text; English, the language of the code, only those that count something ("%n cell(s)"): its forms
are made by rule where the rule is enough, and written by hand where it is not. A file and its compiled one are made
elsewhere and put in place one right after the other, so that nobody reads a new translation beside an old compiled one.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TRANSLATION = ROOT / "assets" / "i18n" / "app_vi.ts"
PLURALS = TRANSLATION.with_name("app_en.ts")

_UNFINISHED = re.compile(
    r"<source>(?P<source>[^<]*)</source>\s*<translation type=\"unfinished\">"
    r"(?:\s*<numerusform>[^<]*</numerusform>)*\s*</translation>"
)


def tool(name: str) -> str:
    """A tool of the environment this runs in."""
    return str(Path(sys.executable).parent / name)


def sources() -> list[str]:
    """Every file whose texts are translated."""
    return [str(path) for path in [ROOT / "main.py", *sorted((ROOT / "ui").rglob("*.py"))]]


def collect(target: Path) -> None:
    """Bring a translation file up to date with the code; a new one is made where there is none."""
    command = [tool("pyside6-lupdate"), "-no-obsolete", "-locations", "none", *sources(), "-ts", str(target)]
    if target.name == PLURALS.name:
        command.append("-pluralonly")
    subprocess.run(command, check=True, capture_output=True)
    if target.name == PLURALS.name:
        target.write_text(_UNFINISHED.sub(_with_forms, target.read_text(encoding="utf-8")), encoding="utf-8")


def _with_forms(message: re.Match[str]) -> str:
    """One and many of a new English text, where the rule makes them."""
    source = message["source"]
    if "(s)" not in source and "is/are" not in source:
        return message[0]
    one, many = source.replace("(s)", "").replace("is/are", "is"), source.replace("(s)", "s").replace("is/are", "are")
    forms = "".join(f"\n            <numerusform>{form}</numerusform>" for form in (one, many))
    return f"<source>{source}</source>\n        <translation>{forms}\n        </translation>"


def compiled(source: Path, target: Path) -> bytes:
    """Compile a translation file; the result as bytes."""
    subprocess.run([tool("pyside6-lrelease"), str(source), "-qm", str(target)], check=True, capture_output=True)
    return target.read_bytes()


def main() -> int:
    """Replace the files; return the exit status."""
    for translation in (TRANSLATION, PLURALS):
        with tempfile.TemporaryDirectory(dir=translation.parent, prefix=".new-") as folder:
            fresh = Path(shutil.copy(translation, folder))
            collect(fresh)
            compiled(fresh, fresh.with_suffix(".qm"))
            fresh.with_suffix(".qm").replace(translation.with_suffix(".qm"))
            fresh.replace(translation)
    return 0


if __name__ == "__main__":
    sys.exit(main())
