"""``report``: one report as PDF, from today's figures."""

from __future__ import annotations

from data import commands, queries
from data.catalogue import load_catalogue
from data.exchange.files import replace_file
from reports.registry import find_report, render_report
from reports.report import ReportRequest, checked_period, missing_part
from ui.cli_arguments import UsageFault
from ui.cli_call import Call


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
    if request.plan:
        queries.plan_of(catalogue, request.plan)
    checked_period(report, request)
    out = call.out_path()
    with commands.open_station(call.path("file"), writing=False) as store:
        content = render_report(store, catalogue, request)
    replace_file(out, content)
    return 0
