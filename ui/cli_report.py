"""``report``: one report as PDF, from today's figures."""

from __future__ import annotations

from data import commands, queries
from data.catalogue import load_catalogue
from data.errors import UserError
from data.exchange.files import replace_file
from data.periods import parse_period
from reports.registry import find_report, render_report
from reports.report import ReportRequest
from ui.cli_arguments import UsageFault
from ui.cli_call import Call


def run(call: Call) -> int:
    """``report``: everything that can be refused is refused before the drawing begins."""
    kind, period = call.value("--kind"), parse_period(call.value("--period"))
    report, catalogue, plan = find_report(kind), load_catalogue(), call.optional("--plan")
    if call.optional("--set") is not None:
        raise UserError("report_needs_no_set", kind=kind)
    if plan is None and report.needs_plan:
        raise UsageFault("missing_argument", "report", argument="--plan")
    if plan is not None:
        queries.plan_of(catalogue, plan)
    if period.type not in report.period_types:
        raise UserError("report_period_wrong", period=period.code)
    out = call.out_path()
    request = ReportRequest(kind=kind, period=period.code, plan=plan or "")
    with commands.open_station(call.path("file"), writing=False) as store:
        content = render_report(store, catalogue, request)
    replace_file(out, content)
    return 0
