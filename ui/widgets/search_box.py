"""Ctrl+K: finds screens, forms and indicators, with or without tone marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from ui import icons, theme
from ui.widgets.text_fields import LineField

MOST_SHOWN = 12


class Finding(NamedTuple):
    """Something that can be found: its text, a word about what it is, and what opens it."""

    text: str
    kind: str
    open: Callable[[], None]


def matching(findings: Sequence[Finding], bare_texts: Sequence[str], typed: str) -> list[Finding]:
    """Findings that hold every typed word, those that begin with it first, else in their own order."""
    from data.numbers import bare

    wanted = bare(typed).split()
    if not wanted:
        return []
    hits = [place for place, text in enumerate(bare_texts) if all(word in text for word in wanted)]
    hits.sort(key=lambda place: not bare_texts[place].startswith(wanted[0]))
    return [findings[place] for place in hits[:MOST_SHOWN]]


class SearchBox(LineField):
    """A line to type in; what it finds hangs under it. The text is never touched while a letter is composed."""

    def __init__(self, collect: Callable[[], Sequence[Finding]], parent: QWidget | None = None) -> None:
        """``collect`` is asked once, when the box is first used."""
        super().__init__(parent=parent)
        self._collect = collect
        self._findings: Sequence[Finding] = ()
        self._bare: list[str] = []
        self._back: QWidget | None = None
        self.setPlaceholderText(self.tr("Find… Ctrl+K"))
        self.setAccessibleName(self.tr("Find a screen, form or indicator"))
        self.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._list = QListWidget(self)
        self._list.hide()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setObjectName("found")
        self._list.setAccessibleName(self.tr("Found"))
        self._list.itemClicked.connect(self._open)
        self.textChanged.connect(self._show)

    def start(self, back: QWidget | None) -> None:
        """Take the keys; Esc gives them back to ``back``."""
        self._back = back
        self.selectAll()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def forget(self) -> None:
        """Collect again next time (another file, another language)."""
        self._findings = ()

    def _show(self, typed: str) -> None:
        from data.numbers import bare  # with the fractions; not needed before something is typed

        if self.is_composing:
            return
        if not self._findings:
            self._findings = self._collect()
            self._bare = [bare(finding.text) for finding in self._findings]
        self._list.clear()
        for finding in matching(self._findings, self._bare, typed):
            item = QListWidgetItem(f"{finding.text}   ·   {finding.kind}", self._list)
            item.setData(Qt.ItemDataRole.UserRole, finding)
        if not typed.strip():
            self._list.hide()
            return
        if self._list.count():
            self._list.setCurrentRow(0)
        else:
            item = QListWidgetItem(self.tr("Nothing is called “{text}”.").format(text=typed.strip()), self._list)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        height = self._list.sizeHintForRow(0) * self._list.count() + 2 * theme.HALF
        width = max(self.width(), min(self._list.sizeHintForColumn(0) + 3 * theme.STEP, 90 * theme.STEP))
        window = self.window()
        self._list.setParent(window)
        corner = self.mapTo(window, QPoint(self.width() - width, self.height()))
        self._list.setGeometry(corner.x(), corner.y(), width, height)
        self._list.show()
        self._list.raise_()

    def _open(self, item: QListWidgetItem | None) -> None:
        finding: Finding | None = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if finding is None:
            return
        self._close(back=False)
        finding.open()

    def _close(self, *, back: bool) -> None:
        self._list.hide()
        self.clear()
        if back and self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Esc empties this line before it closes anything else."""
        is_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_key and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk over what was found, Enter opens it, Esc gives up."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._close(back=True)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self._list.currentItem() if self._list.isVisible() else None)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._list.isVisible() and self.has_hits:
            step = 1 if key == Qt.Key.Key_Down else -1
            self._list.setCurrentRow((self._list.currentRow() + step) % self._list.count())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The list goes when the keys go elsewhere."""
        self._list.hide()
        super().focusOutEvent(event)

    @property
    def has_hits(self) -> bool:
        """Whether something was found."""
        return self._list.currentRow() >= 0

    def findings_shown(self) -> list[str]:
        """What hangs under the line now."""
        return [self._list.item(row).text() for row in range(self._list.count())] if self._list.isVisible() else []
