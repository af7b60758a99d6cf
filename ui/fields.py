"""Forms built from rows: one ``FieldSpec`` for each field of the station's details."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from data.settings import list_text
from ui.marking import QT_TRANSLATE_NOOP


class FieldSpec(NamedTuple):
    """One setting as a field.

    Attributes:
        key: Key of the dated setting.
        label: English label; ``hint`` stands in the empty field.
        kind: ``text``, ``list`` (one item on each line), ``flag``, or ``choice`` of ``choices``.
    """

    key: str
    label: str
    hint: str = ""
    kind: str = "text"
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def caption(self) -> str:
        """The label in the window's language."""
        return QCoreApplication.translate("Fields", self.label)

    @property
    def placeholder(self) -> str:
        """The hint in the window's language."""
        return QCoreApplication.translate("Fields", self.hint) if self.hint else ""

    def stored(self, text: str) -> str:
        """What a person typed, as the value of the setting."""
        if self.kind == "list":
            return list_text([line.strip() for line in text.split("\n") if line.strip()])
        return text.strip()


PROFILE = (
    FieldSpec("name", QT_TRANSLATE_NOOP("Fields", "Station's name")),
    FieldSpec(
        "place",
        QT_TRANSLATE_NOOP("Fields", "Place, with its kind"),
        QT_TRANSLATE_NOOP("Fields", "xã …, phường …, thị trấn …"),
    ),
    FieldSpec(
        "zone_as",
        QT_TRANSLATE_NOOP("Fields", "A special zone counts as"),
        kind="choice",
        choices=(
            ("", QT_TRANSLATE_NOOP("Fields", "not a special zone")),
            ("urban", QT_TRANSLATE_NOOP("Fields", "urban")),
            ("rural", QT_TRANSLATE_NOOP("Fields", "rural")),
        ),
    ),
    FieldSpec(
        "parent_body",
        QT_TRANSLATE_NOOP("Fields", "Parent body"),
        QT_TRANSLATE_NOOP("Fields", "as it stands above the station's name on documents"),
    ),
    FieldSpec(
        "issuer",
        QT_TRANSLATE_NOOP("Fields", "Issuing body"),
        QT_TRANSLATE_NOOP("Fields", "the station's name when empty"),
    ),
    FieldSpec(
        "document_symbol",
        QT_TRANSLATE_NOOP("Fields", "Symbol of documents"),
        QT_TRANSLATE_NOOP("Fields", "for example: BC-TYT"),
    ),
    FieldSpec(
        "place_of_issue",
        QT_TRANSLATE_NOOP("Fields", "Place of issue"),
        QT_TRANSLATE_NOOP("Fields", "for example: Tả Phời"),
    ),
    FieldSpec("receivers", QT_TRANSLATE_NOOP("Fields", "Kính gửi (one on each line)"), kind="list"),
    FieldSpec(
        "recipients",
        QT_TRANSLATE_NOOP("Fields", "Nơi nhận (one on each line)"),
        QT_TRANSLATE_NOOP("Fields", "without “Như trên” and “Lưu”: they are added on paper"),
        kind="list",
    ),
    FieldSpec(
        "archive", QT_TRANSLATE_NOOP("Fields", "Archive (after “Lưu:”)"), QT_TRANSLATE_NOOP("Fields", "VT when empty")
    ),
    FieldSpec(
        "signer_prefix",
        QT_TRANSLATE_NOOP("Fields", "Before the signer's title"),
        QT_TRANSLATE_NOOP("Fields", "empty when the head signs; for example: KT. TRƯỞNG TRẠM"),
    ),
    FieldSpec(
        "signer_title",
        QT_TRANSLATE_NOOP("Fields", "Signer's title"),
        QT_TRANSLATE_NOOP("Fields", "for example: TRƯỞNG TRẠM"),
    ),
    FieldSpec("signer_name", QT_TRANSLATE_NOOP("Fields", "Signer's name")),
    FieldSpec(
        "receiver_is_health_sector",
        QT_TRANSLATE_NOOP(
            "Fields", "The receiver belongs to the health sector (small confidential counts are printed)"
        ),
        kind="flag",
    ),
    FieldSpec(
        "seal_size",
        QT_TRANSLATE_NOOP("Fields", "Diameter of the seal"),
        kind="choice",
        choices=(
            ("", QT_TRANSLATE_NOOP("Fields", "not measured: room for 36 mm")),
            *((str(size), f"{size} mm") for size in range(28, 43)),
        ),
    ),
)
