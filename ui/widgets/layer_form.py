"""The strip in which a layer is described: who scored, when, remark, and whether its result is the recognised one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from data.assessment.records import SELF_LAYER, Layer
from ui import theme
from ui.widgets.date_field import DateField
from ui.widgets.heading import Heading
from ui.widgets.text_fields import LineField, RemarkField


class LayerForm(QFrame):
    """Hidden until a layer is to be described; Enter keeps it, Esc leaves it.

    ``kept(layer)``: the layer as it is described now. ``removal_asked(layer)``: it is to be taken away.
    ``refused(sentence)``: something that was typed cannot be taken. ``closed()``: the strip is hidden.
    """

    kept = Signal(object)
    removal_asked = Signal(object)
    refused = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """A hidden strip."""
        super().__init__(parent)
        self._layer = Layer(0, "", "")
        self.title = Heading()
        self.name, self.scorer, self.remark = LineField(), LineField(), RemarkField()
        self.day = DateField(self.tr("Day of scoring"), hint=self.tr("not stated"))
        self.is_recognised = QCheckBox(self.tr("its result is the reco&gnised one"))
        self.proposals: list[QPushButton] = []
        self._proposed = QHBoxLayout()
        self._proposed.setSpacing(theme.HALF)
        self.keep = self._button(self.tr("Keep (Enter)"), self._keep)
        self.remove = self._button(self.tr("&Take this layer away…"), lambda: self.removal_asked.emit(self._layer))
        leave = self._button(self.tr("Leave it (Esc)"), self.leave)
        self._lay_out(leave)
        self.day.refused.connect(self.refused)
        self.hide()

    def _lay_out(self, leave: QPushButton) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.STEP)
        grid.setVerticalSpacing(theme.HALF)
        labels = (self.tr("Na&me:"), self.tr("Scor&er:"), self.tr("Day:"), self.tr("Remark:"))
        fields = (self.name, self.scorer, self.day, self.remark)
        for place, (text, field) in enumerate(zip(labels, fields, strict=True)):
            label = QLabel(text)
            label.setBuddy(field)
            if not field.accessibleName():
                field.setAccessibleName(text.replace("&", "").rstrip(":"))
            grid.addWidget(label, place // 2, 2 * (place % 2))
            grid.addWidget(field, place // 2, 2 * (place % 2) + 1)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(3, 3)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.STEP)
        for widget in (self.is_recognised, self.keep, self.remove, leave):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        top = QHBoxLayout()
        top.addWidget(self.title)
        top.addSpacing(theme.STEP)
        top.addLayout(self._proposed)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP, theme.HALF, theme.STEP, theme.HALF)
        column.setSpacing(theme.HALF)
        for layout in (top, grid, buttons):
            column.addLayout(layout)

    def _button(self, text: str, action: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(text.replace("&", ""))
        button.setAutoDefault(True)
        button.clicked.connect(lambda _checked=False: action())
        return button

    def show_layer(self, title: str, layer: Layer, proposals: Sequence[str] = ()) -> None:
        """Describe a layer; a new one has no name yet and may take one of the proposed."""
        self._layer = layer
        is_own, is_new = layer.name == SELF_LAYER, not layer.name
        self.title.setText(title)
        self.name.setText("" if is_own else layer.name)
        self.name.setEnabled(is_new)
        self.name.setPlaceholderText(title if is_own else self.tr("for example Sở Y tế"))
        self.scorer.setText(layer.scorer)
        self.day.show_day(layer.scored_on)
        self.remark.setText(layer.remark)
        self.is_recognised.setVisible(not is_own and not is_new)
        self.is_recognised.setChecked(layer.is_recognised)
        self.remove.setVisible(not is_own and not is_new)
        self._propose(proposals if is_new else ())
        self.show()
        (self.name if is_new else self.scorer).setFocus(Qt.FocusReason.OtherFocusReason)

    def _propose(self, names: Sequence[str]) -> None:
        for button in self.proposals:
            self._proposed.removeWidget(button)
            button.deleteLater()
        self.proposals = [self._button(name, partial(self._take_name, name)) for name in names]
        for button in self.proposals:
            self._proposed.addWidget(button)

    def _take_name(self, name: str) -> None:
        self.name.setText(name)
        self.scorer.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Close the strip; nothing is kept."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A quiet ground under a rule."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("raised"))
        painter.setPen(QPen(theme.colour("control"), 1))
        painter.drawLine(self.rect().topLeft(), self.rect().topRight())
        painter.end()

    def _keep(self) -> None:
        if not self.day.is_valid:
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.kept.emit(
            self._layer._replace(
                name=self._layer.name or self.name.text(),
                scorer=self.scorer.text(),
                scored_on=self.day.day,
                remark=self.remark.text(),
                is_recognised=self.is_recognised.isChecked(),
            )
        )
