"""What is known of the cell under the cursor: last periods, register, rules, indicators it feeds, comment, history."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.rule_words import Spoken
from ui.widgets.sparkline import Bars, Sparkline

FIRST_LINES = {"rules": 3, "feeds": 2, "entries": 3}
"""How many lines of a section stand there before the rest is asked for."""

MORE = "more:"


class PaneRule(NamedTuple):
    """A rule beside its cell: the word of its result, its sentence, and where its links lead.

    Attributes:
        colour: Field of the colour scheme for the word; the word alone says enough.
    """

    word: str
    colour: str
    spoken: Spoken
    links: Mapping[str, object]
    subject: object = None


class CellFacts(NamedTuple):
    """Everything the pane shows, in words already.

    Attributes:
        about: Unit, frequency, what may be typed.
        bars: Values of the last periods with the target, where there is one; ``caption`` says which periods.
        compared: The same period last year, with the change.
        register: Which register the figure comes from; ``register_note`` says whose word that is.
        remarks: What is wrong with the cell itself: a draft, a figure that is not saved.
        feeds: Lines on indicators, as (name, what it says).
        comment: The comment of the cell.
        entries: Lines of the history, newest first.
        can_write: Whether comment and register can be written.
    """

    title: str
    about: Sequence[str] = ()
    bars: Bars = Bars()
    caption: str = ""
    compared: str = ""
    register: str = ""
    register_note: str = ""
    remarks: Sequence[str] = ()
    rules: Sequence[PaneRule] = ()
    feeds: Sequence[tuple[str, str]] = ()
    comment: str = ""
    entries: Sequence[str] = ()
    can_write: bool = False


class CellPane(QScrollArea):
    """The right pane; it scrolls and can be read and followed with the keyboard (Tab from link to link).

    ``asked(name)``: ``comment`` or ``register`` is to be written. ``note_asked(subject)``: a note about a rule.
    ``opened(target)``: a name of a rule was followed. ``left()``: Esc.
    """

    asked = Signal(str)
    note_asked = Signal(object)
    opened = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty pane."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("About this cell"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QFrame()
        column = QVBoxLayout(body)
        column.setContentsMargins(theme.STEP + theme.HALF, theme.STEP, theme.STEP, theme.STEP)
        column.setSpacing(theme.HALF)
        self._title, self._about, self._caption, self._compared = (self._label() for _ in range(4))
        self._sparkline = Sparkline()
        self._texts = {name: self._label() for name in ("register", "comment", "remarks", "rules", "feeds", "entries")}
        for widget in (self._title, self._about, self._sparkline, self._caption, self._compared):
            column.addWidget(widget)
        for text in self._texts.values():
            column.addSpacing(theme.HALF)
            column.addWidget(text)
        column.addStretch(1)
        self.setWidget(body)
        self._heads = {
            "register": self.tr("Taken from"),
            "remarks": self.tr("To be checked"),
            "rules": self.tr("Rules"),
            "feeds": self.tr("Feeds these indicators"),
            "comment": self.tr("Comment"),
            "entries": self.tr("Who typed it, and when"),
        }
        self._facts = CellFacts("")
        self._all: set[str] = set()
        self.show_facts(None)

    def _label(self) -> QLabel:
        label = QLabel(wordWrap=True)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        flags = Qt.TextInteractionFlag
        label.setTextInteractionFlags(flags.TextSelectableByMouse | flags.LinksAccessibleByMouse)
        label.linkActivated.connect(self._follow)
        return label

    # --- showing ---------------------------------------------------------------------------------------------------

    def show_facts(self, facts: CellFacts | None) -> None:
        """Show facts, or a line that says what would stand here."""
        if facts is None:
            facts = CellFacts(self.tr("Nothing chosen"), [self.tr("Choose a cell to see what is known of it.")])
        self._facts = facts
        self._title.setText(f"<b>{html.escape(facts.title)}</b>")
        self._about.setText("<br>".join(_muted(line) for line in facts.about))
        self._about.setVisible(bool(facts.about))
        has_series = any(value is not None for value in facts.bars.values)
        self._sparkline.setVisible(has_series)
        self._sparkline.show_bars(facts.bars, facts.caption)
        self._caption.setVisible(has_series)
        self._caption.setText(_muted(facts.caption))
        self._compared.setVisible(bool(facts.compared))
        self._compared.setText(html.escape(facts.compared))
        for name in self._texts:
            self._fill(name)

    def _fill(self, name: str) -> None:
        lines, most = self._lines(name), FIRST_LINES.get(name, 99)
        rest = len(lines) - most
        if rest > 0 and name not in self._all:
            lines = [*lines[:most], _link(f"{MORE}{name}", self.tr("{count} more").format(count=rest))]
        label = self._texts[name]
        label.setVisible(bool(lines))
        colour = theme.colours().warn if name == "remarks" else theme.colours().text
        head = f'<b style="color:{colour}">{self._heads[name]}</b>'
        label.setText(head + "".join(f'<p style="margin:2px 0 0 0">{line}</p>' for line in lines))
        keyboard = Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        has_links = any("<a href" in line for line in lines)
        flags = label.textInteractionFlags() & ~keyboard
        label.setTextInteractionFlags(flags | keyboard if has_links else flags)

    def _lines(self, name: str) -> list[str]:
        """The lines of a section as HTML."""
        facts = self._facts
        match name:
            case "rules":
                return [self._rule(place, rule) for place, rule in enumerate(facts.rules)]
            case "feeds":
                return [html.escape(each) + (f"<br>{_muted(said)}" if said else "") for each, said in facts.feeds]
            case "register" | "comment":
                return self._written(name)
            case "remarks":
                return [html.escape(line) for line in facts.remarks]
        return [html.escape(line) for line in facts.entries]

    def _rule(self, place: int, rule: PaneRule) -> str:
        colours = theme.colours()
        word = f'<b style="color:{getattr(colours, rule.colour)}">{html.escape(rule.word)}</b>'
        words = rule.spoken.rich(colours.accent, lines="none").replace('<a href="', f'<a href="{place}:')
        return f"{word}: {words}"

    def _written(self, name: str) -> list[str]:
        facts = self._facts
        text, note = (facts.register, facts.register_note) if name == "register" else (facts.comment, "")
        keys = "Shift+F2" if name == "comment" else "Ctrl+Shift+F2"
        lines = [html.escape(text) + (f" {_muted(note)}" if note else "")] if text else []
        if facts.can_write:
            edit = self.tr("Change ({keys})") if text else self.tr("Write ({keys})")
            link = _link(name, edit.format(keys=keys))
            lines = [f"{lines[0]} · {link}"] if lines else [link]
        return lines

    # --- keys ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the grid; the arrows scroll."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _follow(self, name: str) -> None:
        if name.startswith(MORE):
            self._all.add(name.removeprefix(MORE))
            self._fill(name.removeprefix(MORE))
            return
        place, colon, link = name.partition(":")
        if not colon:
            self.asked.emit(name)
            return
        rule = self._facts.rules[int(place)]
        if link == "note":
            self.note_asked.emit(rule.subject)
        elif link in rule.links:
            self.opened.emit(rule.links[link])

    def text(self) -> str:
        """Everything shown, as HTML (for tests)."""
        labels = [self._title, self._about, self._caption, self._compared, *self._texts.values()]
        return "\n".join(label.text() for label in labels if label.isVisibleTo(self))


def _muted(text: str) -> str:
    return f'<span style="color:{theme.colours().muted}">{html.escape(text)}</span>'


def _link(name: str, text: str) -> str:
    return f'<a href="{name}" style="color:{theme.colours().accent}">{html.escape(text)}</a>'
