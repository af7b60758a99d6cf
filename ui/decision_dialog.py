"""What a person decides about a target: how to compare it, or whether it is met."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from data.definitions import ValueType
from data.model import Decision, Verdict
from data.numbers import Ambiguous, Figure, format_typed, parse_figure
from data.periods import Period
from ui import theme, words
from ui.models.target_model import TargetRow
from ui.session import Session
from ui.widgets.edge_line import EdgeLine
from ui.widgets.heading import Quiet
from ui.widgets.text_fields import LineField, TextField

OPERATORS = (">=", "<=", "between")


def ask_decision(parent: QWidget | None, session: Session, row: TargetRow, period: Period) -> Decision | None:
    """Ask; the decision, or None when the person thinks better of it."""
    dialog = DecisionDialog(session, row, period, parent)
    return dialog.decision if dialog.exec() == QDialog.DialogCode.Accepted else None


class DecisionDialog(QDialog):
    """Operator and limits for an ``ask`` target, met or not met for a ``manual`` one; name and note always.

    Attributes:
        decision: What was decided, once accepted.
    """

    def __init__(self, session: Session, row: TargetRow, period: Period, parent: QWidget | None = None) -> None:
        """Fields with what was decided before."""
        super().__init__(parent)
        self._session, self._row, self._period = session, row, period
        self._meant: dict[str, str] = {}
        self.decision: Decision | None = None
        self._is_manual = row.result.target.compare_as == "manual"
        self.setWindowTitle(self.tr("Decide about this target"))
        self.choice = QComboBox()
        self.low, self.high = LineField(), LineField()
        self.name, self.note = LineField(session.user), TextField()
        self.note.setMaximumHeight(12 * theme.STEP)
        self.line = EdgeLine()
        self._lay_out()
        self._fill()
        self.choice.currentIndexChanged.connect(self._show_high)
        self._show_high()
        self.resize(64 * theme.STEP, self.sizeHint().height())

    def _lay_out(self) -> None:
        target = self._row.result.target
        form = QFormLayout()
        fields: list[tuple[str, QWidget]] = [
            (self.tr("&Verdict") if self._is_manual else self.tr("&Compare as"), self.choice)
        ]
        if not self._is_manual:
            fields += [(self.tr("&Limit"), self.low), (self.tr("&Upper limit"), self.high)]
        fields += [(self.tr("&Name"), self.name), (self.tr("N&ote, with the ground"), self.note)]
        self._labels: dict[QWidget, QLabel] = {}
        for text, widget in fields:
            widget.setAccessibleName(text.replace("&", ""))
            label = QLabel(text)
            label.setBuddy(widget)
            self._labels[widget] = label
            form.addRow(label, widget)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._accept_decision)
        buttons.rejected.connect(self.reject)
        when = self.tr("for {period}") if self._is_manual else self.tr("for every period of this target")
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(f"<b>{self._row.name}</b>"))
        layout.addWidget(Quiet(f"“{target.phrase}”"))
        layout.addWidget(Quiet(when.format(period=words.period_name(self._period))))
        layout.addLayout(form)
        layout.addWidget(self.line)
        layout.addWidget(buttons)

    def _fill(self) -> None:
        target, before = self._row.result.target, self._row.result.decision
        self.choice.setPlaceholderText(self.tr("choose…"))
        if self._is_manual:
            for verdict in (Verdict.MET, Verdict.NOT_MET):
                self.choice.addItem(words.verdict(verdict), verdict)
            self.choice.setCurrentIndex(-1 if before is None else self.choice.findData(before.verdict))
        else:
            names = (self.tr("at least (≥)"), self.tr("at most (≤)"), self.tr("within a band"))
            for operator, text in zip(OPERATORS, names, strict=True):
                self.choice.addItem(text, operator)
            self.low.setText(format_typed((before.value if before else "") or target.value or ""))
            self.high.setText(format_typed((before.high if before else "") or target.value_high or ""))
            self.choice.setCurrentIndex(-1 if before is None else self.choice.findData(before.operator))
        if before is not None:
            self.note.setPlainText(before.note)

    def _show_high(self) -> None:
        if not self._is_manual:
            is_band = self.choice.currentData() == "between"
            self.high.setVisible(is_band)
            self._labels[self.high].setVisible(is_band)

    def _accept_decision(self) -> None:
        if self.choice.currentIndex() < 0:
            self.line.say(self.tr("Please choose: nothing is decided yet."), "error")
            self.choice.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.name.text().strip() or not self.note.toPlainText().strip():
            self.line.say(self.tr("A decision needs a name and a note that says why."), "error")
            return
        low, high = self._read(self.low), self._read(self.high)
        is_band = self.choice.currentData() == "between"
        needed = [] if self._is_manual else [self.low, self.high] if is_band else [self.low]
        if any(self._asks(field) for field in needed):
            return
        if not self._is_manual and (not low or (is_band and not high)):
            self.line.say(self.tr("The limit has to be a figure."), "error")
            return
        self.decision = Decision(
            target=self._row.result.target.id,
            decided_by=self.name.text().strip(),
            decided_on=self._session.today,
            note=self.note.toPlainText().strip(),
            period=self._period.code if self._is_manual else "",
            operator="" if self._is_manual else str(self.choice.currentData()),
            value="" if self._is_manual else low,
            high=high if is_band and not self._is_manual else "",
            verdict=self.choice.currentData() if self._is_manual else None,
        )
        self.accept()

    def _read(self, field: LineField) -> str:
        """The figure of a field, as a person said that it is meant where it can be read in two ways."""
        parsed = parse_figure(field.text(), ValueType.DECIMAL)
        return parsed.value if isinstance(parsed, Figure) else self._meant.get(field.text(), "")

    def _asks(self, field: LineField) -> bool:
        """Ask which figure a text means, if it can be read in two ways and nobody said yet."""
        text = field.text()
        parsed = parse_figure(text, ValueType.DECIMAL)
        if not isinstance(parsed, Ambiguous) or text in self._meant:
            return False

        def choose(reading: str) -> None:
            self._meant[text] = reading
            self._accept_decision()

        answers = [(format_typed(reading), lambda reading=reading: choose(reading)) for reading in parsed.readings]
        question = self.tr("“{text}” can be read in more than one way. Which figure is meant?")
        self.line.ask(question.format(text=text), answers, field)
        return True
