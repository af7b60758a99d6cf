"""Digital signatures of a frozen report: first the head, then the agency; made off the GUI thread, then recorded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from data import report_commands, report_queries
from data.documents.records import FrozenReport, ReportStep, StepKind
from data.errors import SoTramError
from data.exchange.csv_rows import read_file
from reports.signing.model import NO_TIMESTAMP, Pkcs11Key, Pkcs12Key, Role, SignRequest, SignResult
from ui.dialogs import ask_image, ask_key, ask_library
from ui.memory import Memory
from ui.screens.frozen_words import AGENCY, HEAD, called, role_words, signed_words
from ui.screens.frozen_work import ReportRow
from ui.widgets.report_sign_form import KEY_FILE, TOKEN, Askers, SignTyped

if TYPE_CHECKING:
    from ui.screens.frozen_page import FrozenPage
    from ui.session import Session

PLACES = {KEY_FILE: "sign/key_file_{role}", TOKEN: "sign/library"}
"""Where this computer remembers the path of the key or library typed last, of the key for each role by itself.

What opens them is never remembered.
"""


class Asked(NamedTuple):
    """A signature that is asked for."""

    report: FrozenReport
    role: str
    typed: SignTyped


class FrozenSigning(QObject):
    """Opens the form, signs, records, and offers to save the signed PDF."""

    def __init__(self, page: FrozenPage) -> None:
        """Nobody signs yet."""
        super().__init__(page)
        self._page = page
        self._row: ReportRow | None = None
        self._form = page.sign_form
        self._form.kept.connect(self._sign)
        self._form.library.setText(Memory().text(PLACES[TOKEN]))

    def start(self, row: ReportRow) -> None:
        """Open the form for whoever signs next."""
        self._row = row
        role = self.role_of(row)
        messages = self._page.session.messages
        title = self.tr("Sign digitally for the {role}: {report}").format(role=role_words(role), report=called(row))
        stamp = self.tr(
            "Without a time stamp the time is that of this computer: whoever checks it has to take our word for it. "
            "Whether the certificate is trusted is decided by whoever checks it; this program sends nothing anywhere "
            "unless an address for time stamps is given."
        )
        self._form.key_file.setText(Memory().text(PLACES[KEY_FILE].format(role=role)))
        self._form.ask(title, f"{messages.text('sign', 'image_alone')} {stamp}")
        self._page.show_parts()

    @staticmethod
    def role_of(row: ReportRow) -> str:
        """Who signs next: the head, then the agency."""
        return AGENCY if HEAD in row.signed_as else HEAD

    def _sign(self, typed: SignTyped) -> None:
        page, row = self._page, self._row
        if row is None:
            return
        asked = Asked(row.report, self.role_of(row), typed)
        Memory().set_text(PLACES[typed.source].format(role=asked.role), typed.place)
        page.busy.begin(self.tr("Signing…"))
        session = page.session
        session.tasks.run(
            lambda _task: signed(session, asked), lambda result: self._signed(asked, row, result), self._refused
        )

    def _signed(self, asked: Asked, row: ReportRow, result: SignResult) -> None:
        """Record it; one certificate for two roles is asked about first."""
        other = next((step.means for step in row.steps if _is_by_other(step, asked, result)), "")
        if not other:
            self._record(asked, result)
            return
        self._page.busy.end()
        self._form.keep.setEnabled(True)
        said = self.tr(
            "The certificate of {name} has signed for the {other} already. Is it the one of the {role}, too?"
        )
        said = said.format(name=result.holder.name, other=role_words(other), role=role_words(asked.role))
        answer = (self.tr("Keep the signature all the same"), lambda: self._record(asked, result))
        self._form.line.ask(said, [answer], self._form.secret)

    def _record(self, asked: Asked, result: SignResult) -> None:
        """Keep the signature in the station file; until then nothing is signed."""
        session = self._page.session
        store, by = session.store, session.by()
        step = ReportStep(
            report=asked.report.code,
            number=0,
            kind=StepKind.SIGN_DIGITAL,
            day=session.today,
            party=result.holder.name,
            means=asked.role,
            reference=result.holder.serial,
        )
        session.write(
            lambda: report_commands.record_signature(store, step, result.pdf, by),
            lambda _changes: self._done(asked, result),
            self._refused,
            self._page,
        )

    def _done(self, asked: Asked, result: SignResult) -> None:
        page, messages = self._page, self._page.session.messages
        page.busy.end()
        page.close_forms()
        is_stamped = result.timestamp != NO_TIMESTAMP
        stamp = messages.text("sign", "stamped" if is_stamped else "unstamped", url=result.timestamp)
        parts = [
            signed_words(asked.role, result.holder.name, page.session.today),
            f"{stamp[:1].upper()}{stamp[1:]}.",
            *(messages.text("sign", remark) for remark in result.remarks),
        ]
        page.activate()
        caption = self.tr("Save the signed PDF… (Alt+1)")
        page.line.ask(
            " ".join(parts), [(caption, lambda: page.files.save_report(asked.report))], page.table, kind="done"
        )

    def _refused(self, error: Exception) -> None:
        self._page.busy.end()
        if not isinstance(error, SoTramError):
            raise error
        self._form.refuse(error.code, self._page.session.messages.error(error))


def _is_by_other(step: ReportStep, asked: Asked, result: SignResult) -> bool:
    """Whether a step is a signature in another role with the same certificate."""
    is_other = step.kind is StepKind.SIGN_DIGITAL and step.means != asked.role
    return is_other and (step.reference, step.party) == (result.holder.serial, result.holder.name)


def sign_askers(parent: QWidget) -> Askers:
    """The dialogs of the form."""
    return Askers(lambda: ask_key(parent), lambda: ask_library(parent), lambda: ask_image(parent))


def signed(session: Session, asked: Asked) -> SignResult:
    """The PDF with one more signature; off the GUI thread.

    Raises:
        UserError: As ``reports.signing.sign``; report_file_lost.
        EnvironmentFault: As ``reports.signing.sign``; file_unreadable.
    """
    from reports.signing import sign

    store, report, typed = session.store, asked.report, asked.typed
    image = read_file(Path(typed.image)) if typed.image else None
    return sign(
        SignRequest(
            pdf=report_queries.signed_pdf(store, report),
            key=key_of(typed),
            role=Role(asked.role),
            now=session.clock(),
            image=image,
            frozen=report_queries.pdf_bytes(store, report),
            frozen_at=report.stored_at,
            tsa=typed.tsa,
        )
    )


def key_of(typed: SignTyped) -> Pkcs12Key | Pkcs11Key:
    """The key that was typed.

    Raises:
        UserError: As ``read_file``.
        EnvironmentFault: As ``read_file``.
    """
    if typed.source == TOKEN:
        return Pkcs11Key(library=typed.place, pin=typed.secret, token=typed.token, label=typed.label)
    path = Path(typed.place)
    return Pkcs12Key(content=read_file(path), password=typed.secret, name=path.name)
