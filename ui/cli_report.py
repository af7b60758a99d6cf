"""``report``: one report as PDF, from today's figures, or frozen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from data import commands, queries
from data.catalogue import load_catalogue
from data.catalogue.content import Catalogue
from data.documents.codes import printed_code
from data.documents.records import ELECTRONIC, PAPER
from data.errors import EnvironmentFault, UserError
from data.exchange.files import replace_file
from reports.check_list import missing_details
from reports.registry import find_report, render_report
from reports.report import ReportRequest, checked_period, missing_part
from ui.cli_arguments import UsageFault
from ui.cli_backup import say_upgrade
from ui.cli_call import Call

if TYPE_CHECKING:
    from reports.freezing import Frozen

MOST_TOLD = 50


def run(call: Call) -> int:
    """``report``: everything that can be refused is refused before the drawing begins."""
    catalogue = load_catalogue()
    report = find_report(call.value("--kind"))
    request = ReportRequest(
        kind=report.kind,
        period=call.value("--period"),
        plan=call.optional("--plan") or "",
        criteria_set=call.optional("--set") or "",
    )
    if missing := missing_part(report, request):
        raise UsageFault("missing_argument", "report", argument=missing)
    _refuse_without_freeze(call)
    if request.plan:
        queries.plan_of(catalogue, request.plan)
    checked_period(report, request)
    out = call.out_path()
    if "--freeze" in call.asked.flags:
        _write_frozen(call, out, _frozen(call, catalogue, request))
    else:
        with commands.open_station(call.path("file"), writing=False) as store:
            content = render_report(store, catalogue, request)
        replace_file(out, content)
    return 0


def _refuse_without_freeze(call: Call) -> None:
    """``--number`` and ``--reason`` say something of freezing only."""
    if "--freeze" in call.asked.flags:
        return
    if "--number" in call.asked.flags or call.optional("--reason") is not None:
        raise UsageFault("missing_argument", "report", argument="--freeze")


def _frozen(call: Call, catalogue: Catalogue, request: ReportRequest) -> Frozen:
    """Freeze; contradictions are told in full before what is refused."""
    from reports.freeze_refusals import ReportNotReady
    from reports.freezing import Order, freeze

    way = ELECTRONIC if "--number" in call.asked.flags else PAPER
    order = Order(request, way, call.optional("--reason") or "")
    with commands.open_station(call.path("file"), writing=True) as store:
        say_upgrade(store, call)
        try:
            frozen = freeze(store, catalogue, order, call.by._replace(reason=order.reason))
        except ReportNotReady as error:
            for result in error.points.contradictions[:MOST_TOLD]:
                call.terminal.say(call.messages.rule(result, catalogue))
            raise
        if frozen.report.way != way:
            call.terminal.say(call.text("freeze", f"was_{frozen.report.way}"))
        if frozen.is_new and way == ELECTRONIC:
            _tell_missing(call, missing_details(queries.profile_on(store, call.today)))
    return frozen


def _tell_missing(call: Call, details: tuple[str, ...]) -> None:
    """Details of the station that a document with a printed number cannot do without."""
    if details:
        names = ", ".join(call.text("freeze", f"detail_{name}") for name in details)
        call.terminal.say(call.text("freeze", "missing", names=names))


def _write_frozen(call: Call, out: Path, frozen: Frozen) -> None:
    """Write the frozen PDF and say what it is called; where that fails, say that the station file has it already."""
    code = printed_code(frozen.report.code)
    try:
        replace_file(out, frozen.pdf)
    except (EnvironmentFault, UserError):
        call.terminal.say(call.text("freeze", "kept", code=code))
        raise
    call.terminal.line(call.text("freeze", "done" if frozen.is_new else "same", code=code))
