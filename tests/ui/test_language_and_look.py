"""Guards: translation complete and fresh, NFC, no f-string inside tr(); contrast; no forbidden widget."""

from __future__ import annotations

import ast
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from ui import theme

ROOT = Path(__file__).resolve().parents[2]
TRANSLATION = ROOT / "assets" / "i18n" / "app_vi.ts"
SOURCES = sorted((ROOT / "ui").rglob("*.py"))


def tool(name: str) -> str:
    """A tool of the environment the tests run in."""
    return str(Path(sys.executable).parent / name)


def messages() -> Iterator[ElementTree.Element]:
    """Entries of the translation file."""
    return ElementTree.parse(TRANSLATION).iter("message")


def test_every_text_is_translated() -> None:
    unfinished = [each.findtext("source") for each in messages() if not each.findtext("translation")]
    assert unfinished == []


def test_the_translation_knows_every_text_of_the_code(tmp_path: Path) -> None:
    fresh = tmp_path / "app_vi.ts"
    names = [str(path) for path in [ROOT / "main.py", *SOURCES]]
    command = [tool("pyside6-lupdate"), "-no-obsolete", "-locations", "none", *names, "-ts", str(fresh)]
    subprocess.run(command, check=True, capture_output=True)
    wanted = {each.findtext("source") for each in ElementTree.parse(fresh).iter("message")}
    assert wanted == {each.findtext("source") for each in messages()}


def test_the_compiled_translation_is_fresh(tmp_path: Path) -> None:
    fresh = tmp_path / "app_vi.qm"
    subprocess.run([tool("pyside6-lrelease"), str(TRANSLATION), "-qm", str(fresh)], check=True, capture_output=True)
    assert fresh.read_bytes() == TRANSLATION.with_suffix(".qm").read_bytes()


def test_every_translation_is_composed() -> None:
    texts = [each.findtext("translation") or "" for each in messages()]
    assert [text for text in texts if unicodedata.normalize("NFC", text) != text] == []


def test_parameters_survive_translation() -> None:
    def names(text: str) -> set[str]:
        return {part.split("}")[0] for part in text.split("{")[1:]}

    pairs = [(each.findtext("source") or "", each.findtext("translation") or "") for each in messages()]
    assert [source for source, text in pairs if names(source) != names(text)] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_tr_is_given_a_literal(path: Path) -> None:
    calls = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr"
    ]
    assert [call.lineno for call in calls if not isinstance(call.args[0], ast.Constant)] == []


@pytest.mark.parametrize("word", ["QDoubleSpinBox", "QDoubleValidator", "QLocale"])
def test_figures_are_never_read_by_qt(word: str) -> None:
    assert [path.name for path in SOURCES if word in path.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("scheme", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_text_stands_out_from_its_ground(scheme: theme.Colours) -> None:
    grounds = (scheme.window, scheme.base, scheme.raised, scheme.tint)
    inks = (scheme.text, scheme.muted, scheme.good, scheme.bad, scheme.warn, scheme.pending)
    faint = [(ink, ground) for ink in inks for ground in grounds if theme.contrast(ink, ground) < 4.5]
    assert faint == []
    assert theme.contrast(scheme.on_accent, scheme.accent) >= 4.5
    assert theme.contrast(scheme.bad, scheme.draft_ground) >= 4.5
