"""``sign``: a digital signature on a PDF, with a key in a file or on a token; ``--file`` records the step."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data import commands, report_commands, report_queries
from data.commands import Store
from data.documents.records import FrozenReport, ReportStep, StepKind
from data.errors import EnvironmentFault, UserError
from data.exchange.csv_rows import read_file
from data.exchange.files import replace_file
from reports.signing import (
    NO_TIMESTAMP,
    Pkcs11Key,
    Pkcs12Key,
    Role,
    Secret,
    SignRequest,
    SignResult,
    sign,
    time_words,
)
from reports.verifying import code_in
from ui.cli_arguments import UsageFault
from ui.cli_backup import say_upgrade
from ui.cli_call import Call
from ui.output_files import check_output

_WITH_FILE, _WITH_TOKEN = ("--password-env",), ("--token", "--pin-env")
_SOURCES = ("--pkcs12", "--pkcs11", "--image")


def run(call: Call) -> int:
    """Everything that can be refused is refused before the key is touched; then sign, record, and write.

    A PDF without the signatures that the file has already stands for the one with them.
    """
    _check_usage(call)
    role = _role(call.value("--role"))
    out = _out_path(call)
    image = call.optional("--image")
    request = SignRequest(
        pdf=read_file(call.path("pdf")),
        key=_key(call),
        role=role,
        now=call.now,
        image=read_file(call.path("--image")) if image is not None else None,
        tsa=call.optional("--tsa") or "",
    )
    with _station(call) as store:
        if store is None:
            result = sign(request)
            replace_file(out, result.pdf)
            if not code_in(request.pdf):
                call.terminal.say(call.text("sign", "draft"))
        else:
            report, frozen = _report_of(store, request.pdf)
            kept = report_queries.signed_pdf(store, report)
            if len(kept) > len(request.pdf) and kept.startswith(request.pdf):
                if step := _step_of(store, report, role):
                    _hand_out(call, out, kept, step)
                    return 0
                request = request._replace(pdf=kept)
            result = sign(request._replace(frozen=frozen, frozen_at=report.stored_at))
            report_commands.record_signature(store, _step(call, report, role, result), result.pdf, call.by)
            _write_recorded(call, out, result)
    _tell(call, out, role, result)
    return 0


def _check_usage(call: Call) -> None:
    """One key, in a file or on a token, with what opens it.

    Raises:
        UsageFault: ``missing_argument`` or ``unexpected_argument``.
    """
    has_file, has_token = call.optional("--pkcs12") is not None, call.optional("--pkcs11") is not None
    if has_file and has_token:
        raise UsageFault("unexpected_argument", "sign", argument="--pkcs11")
    if not has_file and not has_token:
        raise UsageFault("missing_argument", "sign", argument="--pkcs12")
    for name in _WITH_TOKEN if has_token else _WITH_FILE:
        if call.optional(name) is None:
            raise UsageFault("missing_argument", "sign", argument=name)
    for name in _WITH_FILE if has_token else (*_WITH_TOKEN, "--key"):
        if call.optional(name) is not None:
            raise UsageFault("unexpected_argument", "sign", argument=name)


def _role(text: str) -> Role:
    try:
        return Role(text)
    except ValueError as error:
        raise UserError("sign_role_unknown", role=text) from error


def _out_path(call: Call) -> Path:
    """Where the signed PDF goes: over no station file, and over nothing else that the command reads.

    Raises:
        UserError: ``sign_out_is_source``, or as ``check_output``.
    """
    out = call.path("--out")
    check_output(out, call.path("--file") if call.optional("--file") is not None else None)
    for name in _SOURCES:
        if call.optional(name) is not None and out.exists():
            source = call.path(name)
            if source.exists() and out.samefile(source):
                raise UserError("sign_out_is_source", file=out)
    return out


def _key(call: Call) -> Pkcs12Key | Pkcs11Key:
    if call.optional("--pkcs12") is not None:
        path = call.path("--pkcs12")
        secret = _secret(call.value("--password-env"), "sign_password_missing")
        return Pkcs12Key(content=read_file(path), password=secret, name=path.name)
    secret = _secret(call.value("--pin-env"), "sign_pin_missing")
    library = str(call.path("--pkcs11"))
    return Pkcs11Key(library=library, pin=secret, token=call.value("--token"), label=call.optional("--key") or "")


def _secret(variable: str, code: str) -> Secret:
    """What an environment variable holds; it is read here and goes nowhere else."""
    words = os.environ.get(variable)
    if words is None:
        raise UserError(code, variable=variable)
    return Secret(words)


@contextmanager
def _station(call: Call) -> Iterator[Store | None]:
    """The station file of ``--file``, held for writing while we sign; None without it."""
    if call.optional("--file") is None:
        yield None
        return
    with commands.open_station(call.path("--file"), writing=True) as store:
        say_upgrade(store, call)
        yield store


def _report_of(store: Store, pdf: bytes) -> tuple[FrozenReport, bytes]:
    """The frozen report that the PDF begins with, and its bytes; what was appended to them is for signing to judge.

    Raises:
        UserError: ``sign_document_other``.
    """
    for report in reversed(report_queries.frozen_reports(store)):
        frozen = report_queries.pdf_bytes(store, report)
        if pdf.startswith(frozen):
            return report, frozen
    raise UserError("sign_document_other")


def _step(call: Call, report: FrozenReport, role: Role, result: SignResult) -> ReportStep:
    return ReportStep(
        report=report.code,
        number=0,
        kind=StepKind.SIGN_DIGITAL,
        day=call.today,
        party=result.holder.name,
        means=role.value,
        reference=result.holder.serial,
    )


def _step_of(store: Store, report: FrozenReport, role: Role) -> ReportStep | None:
    """The recorded signature of a role; None where there is none."""
    steps = report_queries.steps(store, report.code)
    return next((step for step in steps if step.kind is StepKind.SIGN_DIGITAL and step.means == role.value), None)


def _hand_out(call: Call, out: Path, kept: bytes, step: ReportStep) -> None:
    """Write what was signed before, when its PDF was not written or was lost; the key is not touched."""
    replace_file(out, kept)
    words = {"name": step.party, "role": call.text("sign", step.means), "day": f"{step.day:%d/%m/%Y}"}
    call.terminal.line(call.text("sign", "handed", file=out, **words))


def _write_recorded(call: Call, out: Path, result: SignResult) -> None:
    """Write the signed PDF; where that fails, say that the station file has it already."""
    try:
        replace_file(out, result.pdf)
    except (EnvironmentFault, UserError):
        call.terminal.say(call.text("sign", "kept"))
        raise


def _tell(call: Call, out: Path, role: Role, result: SignResult) -> None:
    for remark in result.remarks:
        call.terminal.say(call.text("sign", remark))
    if call.optional("--image") is not None:
        call.terminal.say(call.text("sign", "image_alone"))
    stamp = "stamped" if result.timestamp != NO_TIMESTAMP else "unstamped"
    words = {
        "file": out,
        "name": result.holder.name,
        "role": call.text("sign", role.value),
        "time": time_words(result.at),
        "stamp": call.text("sign", stamp, url=result.timestamp),
    }
    call.terminal.line(call.text("sign", "done", **words))
