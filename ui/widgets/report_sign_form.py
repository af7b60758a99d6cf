"""A digital signature as a form: a key in a file or on a token, an image to look at, a time stamp where there is one.

What opens the key is handed on once and leaves its field at that moment; it is kept nowhere.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reports.signing.model import Secret
from ui import theme
from ui.widgets.edge_line import EdgeLine
from ui.widgets.heading import Heading, Quiet
from ui.widgets.rows import in_row, labelled, made_button
from ui.widgets.text_fields import LineField

KEY_FILE, TOKEN = "pkcs12", "pkcs11"
Asker = Callable[[], Path | None]


class SignTyped(NamedTuple):
    """What was typed.

    Attributes:
        source: KEY_FILE or TOKEN.
        place: Path of the key file, or of the library of the token's maker.
        label: Name of the certificate on the token; empty for the only one.
        image: Path of the picture; empty for none.
        tsa: Address of who stamps the time; empty for nobody.
    """

    source: str
    place: str
    secret: Secret
    token: str = ""
    label: str = ""
    image: str = ""
    tsa: str = ""


class Askers(NamedTuple):
    """Dialogs that name a file: of a key, of a library, of a picture."""

    key_file: Asker
    library: Asker
    image: Asker


class SignForm(QFrame):
    """Hidden until somebody signs.

    ``kept(typed)``: sign now. ``left()``: nobody signs.
    """

    kept = Signal(object)
    left = Signal()

    def __init__(self, askers: Askers, parent: QWidget | None = None) -> None:
        """Empty fields; ``askers`` choose files."""
        super().__init__(parent)
        self.title, self.line = Heading(factor=1.0), EdgeLine()
        self.title.setWordWrap(True)
        self.source = QComboBox()
        self.source.addItem(self.tr("Key in a file (.p12, .pfx)"), KEY_FILE)
        self.source.addItem(self.tr("Token (USB)"), TOKEN)
        self.key_file, self.library, self.token, self.label = (LineField() for _ in range(4))
        self.image, self.tsa, self.secret = LineField(), LineField(), LineField()
        self.token.setPlaceholderText(self.tr("empty: the only one plugged in"))
        self.label.setPlaceholderText(self.tr("empty: the only one on the token"))
        self.image.setPlaceholderText(self.tr("empty: name and time in words"))
        self.tsa.setPlaceholderText(self.tr("empty: no time stamp"))
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.said = Quiet()
        self.keep = made_button(self.tr("Sign no&w"), self.hand_on)
        self.leave = made_button(self.tr("Leave it (Esc)"), self.close_form)
        self._lay_out(askers)
        self.source.currentIndexChanged.connect(lambda _row: self._show_source())
        for field in (self.key_file, self.library, self.token, self.label, self.image, self.tsa, self.secret):
            field.returnPressed.connect(self.hand_on)
        self._show_source()
        self.hide()

    def _lay_out(self, askers: Askers) -> None:
        self._form = form = QFormLayout()
        form.setHorizontalSpacing(2 * theme.STEP)
        form.setVerticalSpacing(theme.HALF)
        self._secret_label = labelled(self.tr("Pass&word"), self.secret)
        form.addRow(labelled(self.tr("&Key"), self.source), in_row(self.source))
        form.addRow(labelled(self.tr("&File"), self.key_file), self._with_choice(self.key_file, askers.key_file))
        form.addRow(
            labelled(self.tr("Maker's &library"), self.library), self._with_choice(self.library, askers.library)
        )
        form.addRow(labelled(self.tr("&Token"), self.token), self.token)
        form.addRow(labelled(self.tr("Certificat&e"), self.label), self.label)
        form.addRow(self._secret_label, self.secret)
        form.addRow(labelled(self.tr("&Image (PNG)"), self.image), self._with_choice(self.image, askers.image))
        form.addRow(labelled(self.tr("Time stamp fro&m"), self.tsa), self.tsa)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.HALF, 0, theme.HALF)
        column.setSpacing(theme.HALF)
        column.addWidget(self.title)
        column.addLayout(form)
        column.addWidget(self.said)
        column.addWidget(self.line)
        column.addLayout(in_row(self.keep, self.leave))

    def _with_choice(self, field: LineField, ask: Asker) -> QHBoxLayout:
        """A path with a button that chooses it."""

        def choose() -> None:
            path = ask()
            if path is not None:
                field.setText(str(path))
            field.setFocus(Qt.FocusReason.OtherFocusReason)

        caption = self.tr("Choose…")
        button = made_button(caption, choose)
        button.setAccessibleName(f"{caption} {field.accessibleName()}")
        return in_row(field, button, stretched=(field,))

    def _show_source(self) -> None:
        is_file = self.source.currentData() == KEY_FILE
        for row, is_seen in ((1, is_file), (2, not is_file), (3, not is_file), (4, not is_file)):
            self._form.setRowVisible(row, is_seen)
        caption = self.tr("Pass&word") if is_file else self.tr("&PIN")
        self._secret_label.setText(caption)
        self.secret.setAccessibleName(caption.replace("&", ""))
        self.line.clear()

    def ask(self, title: str, said: str) -> None:
        """Open the form; key and library stay as they were typed last, what opens them never does."""
        self.title.setText(title)
        self.said.setText(said)
        self.forget()
        self.image.clear()  # the picture of another person
        self.line.clear()
        self.keep.setEnabled(True)
        self.show()
        self.take_focus()

    def leave_image_out(self) -> None:
        """For signatures that show no picture."""
        self._form.setRowVisible(6, False)

    def take_focus(self) -> None:
        """The first field that is empty takes the keys."""
        place = self.key_file if self.source.currentData() == KEY_FILE else self.library
        (self.secret if place.text().strip() else self.source).setFocus(Qt.FocusReason.OtherFocusReason)

    def hand_on(self) -> None:
        """Hand everything on; what opens the key leaves its field at once."""
        if not self.keep.isEnabled():
            return
        is_file = self.source.currentData() == KEY_FILE
        place = self.key_file if is_file else self.library
        if not place.text().strip():
            self.line.say(
                self.tr("Please choose the file of the key.") if is_file else self.tr("Please choose the library."),
                "error",
            )
            place.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        typed = SignTyped(
            source=str(self.source.currentData()),
            place=place.text().strip(),
            secret=Secret(self.secret.text()),
            token=self.token.text().strip(),
            label=self.label.text().strip(),
            image=self.image.text().strip(),
            tsa=self.tsa.text().strip(),
        )
        self.forget()
        self.line.clear()
        self.keep.setEnabled(False)
        self.kept.emit(typed)

    def refuse(self, code: str, sentence: str) -> None:
        """Say why nothing was signed, beside the field that it is about; what opens the key is typed anew."""
        self.keep.setEnabled(True)
        self.line.say(sentence, "error")
        self._field_of(code).setFocus(Qt.FocusReason.OtherFocusReason)

    def _field_of(self, code: str) -> LineField:
        place = self.key_file if self.source.currentData() == KEY_FILE else self.library
        fields = (
            (("sign_password", "sign_pin"), self.secret),
            (("sign_token",), self.token if self.token.isVisible() else self.secret),
            (("sign_key_missing", "sign_key_several"), self.label),
            (("sign_key", "sign_library", "file_", "csv_"), place),
            (("sign_image",), self.image),
            (("sign_tsa",), self.tsa),
        )
        return next((field for starts, field in fields if code.startswith(starts)), self.secret)

    def forget(self) -> None:
        """Take what opens the key out of its field, and out of what could be undone there."""
        self.secret.setText("")

    def drop(self) -> None:
        """Hide without a word."""
        self.forget()
        self.hide()

    def close_form(self) -> None:
        """Hide; nobody signs."""
        self.drop()
        self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing secret stays behind."""
        super().hideEvent(event)
        self.forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        else:
            super().keyPressEvent(event)
