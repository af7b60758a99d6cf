"""Guards: translation complete and fresh, NFC, no f-string inside tr(); contrast; no forbidden widget."""

from __future__ import annotations

import ast
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.translation import ROOT, TRANSLATION, collect, compiled
from ui import theme

SOURCES = sorted((ROOT / "ui").rglob("*.py"))


def entries(file: Path) -> Iterator[tuple[str, ElementTree.Element]]:
    """Entries of a translation file, each with its context."""
    for context in ElementTree.parse(file).iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name") or "", message


def messages() -> Iterator[ElementTree.Element]:
    """Entries of the committed translation file."""
    return (message for _context, message in entries(TRANSLATION))


def test_every_text_is_translated() -> None:
    unfinished = [each.findtext("source") for each in messages() if not each.findtext("translation")]
    assert unfinished == []


def test_the_translation_knows_every_text_of_the_code(tmp_path: Path) -> None:
    collect(tmp_path / "app_vi.ts")
    wanted = {(context, each.findtext("source")) for context, each in entries(tmp_path / "app_vi.ts")}
    assert wanted == {(context, each.findtext("source")) for context, each in entries(TRANSLATION)}


def test_the_compiled_translation_is_fresh(tmp_path: Path) -> None:
    committed = TRANSLATION.with_suffix(".qm").read_bytes()
    source = tmp_path / "app_vi.ts"
    source.write_bytes(TRANSLATION.read_bytes())
    assert compiled(source, tmp_path / "app_vi.qm") == committed, "make i18n, then commit both files together"


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
