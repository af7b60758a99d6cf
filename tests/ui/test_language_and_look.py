"""Guards: translation complete and fresh, NFC, no f-string inside tr(); contrast; no forbidden widget."""

from __future__ import annotations

import ast
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from tests.translation import PLURALS, ROOT, TRANSLATION, collect, compiled
from ui import theme
from ui.translators import install_translators

SOURCES = sorted((ROOT / "ui").rglob("*.py"))
FILES = (TRANSLATION, PLURALS)


def entries(file: Path) -> Iterator[tuple[str, ElementTree.Element]]:
    """Entries of a translation file, each with its context."""
    for context in ElementTree.parse(file).iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name") or "", message


def messages() -> Iterator[ElementTree.Element]:
    """Entries of the committed translation file."""
    return (message for _context, message in entries(TRANSLATION))


def translated(message: ElementTree.Element) -> list[str]:
    """The translation of an entry; of one that counts something all its forms."""
    forms = [form.text or "" for form in message.iter("numerusform")]
    return forms or [message.findtext("translation") or ""]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_text_is_translated(file: Path) -> None:
    assert [each.findtext("source") for _context, each in entries(file) if not all(translated(each))] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_translation_knows_every_text_of_the_code(file: Path, tmp_path: Path) -> None:
    fresh = tmp_path / file.name
    collect(fresh)
    wanted = {(context, each.findtext("source")) for context, each in entries(fresh)}
    assert wanted == {(context, each.findtext("source")) for context, each in entries(file)}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_compiled_translation_is_fresh(file: Path, tmp_path: Path) -> None:
    committed = file.with_suffix(".qm").read_bytes()
    source = tmp_path / file.name
    source.write_bytes(file.read_bytes())
    assert compiled(source, source.with_suffix(".qm")) == committed, "make i18n, then commit the files together"


@pytest.mark.parametrize(
    ("context", "source", "one", "many"),
    [
        ("EntryUndo", "%n cell(s) changed", "1 cell changed", "2 cells changed"),
        ("CriteriaSets", "%n criteria", "1 criterion", "2 criteria"),
        ("Evidence", "Expired %n day(s) ago", "Expired 1 day ago", "Expired 2 days ago"),
    ],
)
def test_english_counts(qapp: QApplication, context: str, source: str, one: str, many: str) -> None:
    installed = install_translators(qapp, "en")
    try:
        assert [QCoreApplication.translate(context, source, "", count) for count in (1, 2)] == [one, many]
    finally:
        for translator in installed:
            qapp.removeTranslator(translator)


def test_every_translation_is_composed() -> None:
    texts = [text for each in messages() for text in translated(each)]
    assert [text for text in texts if unicodedata.normalize("NFC", text) != text] == []


def test_parameters_survive_translation() -> None:
    def names(text: str) -> set[str]:
        return {part.split("}")[0] for part in text.split("{")[1:]}

    pairs = [(each.findtext("source") or "", text) for each in messages() for text in translated(each)]
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
