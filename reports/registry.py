"""Finds report definitions and makes reports: one file in ``reports/definitions`` is one kind."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from importlib import import_module

from data.catalogue.content import Catalogue
from data.errors import UserError
from data.queries import Store
from reports import definitions
from reports.document import ReportDocument
from reports.report import Report, ReportRequest, checked_period


def report_kinds() -> tuple[str, ...]:
    """Codes of all kinds of reports, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(definitions.__path__)))


def find_report(kind: str) -> Report:
    """The definition of a kind.

    Raises:
        UserError: report_kind_unknown (``kind``, ``known``).
    """
    if kind not in report_kinds():
        raise UserError("report_kind_unknown", kind=kind, known=", ".join(report_kinds()))
    report: Report = import_module(f"{definitions.__name__}.{kind}").REPORT
    return report


def make_report(store: Store, catalogue: Catalogue, request: ReportRequest) -> ReportDocument:
    """A report as plain data, from today's figures.

    Raises:
        UserError: report_kind_unknown, as ``reports.report.checked_period``, and what the kind refuses: plan_unknown,
            criteria_set_unknown, criteria_set_not_in_force, assessment_unknown.
    """
    report = find_report(request.kind)
    checked_period(report, request)
    return report.document(store, catalogue, request)


def render_report(
    store: Store,
    catalogue: Catalogue,
    request: ReportRequest,
    progress: Callable[[int, int], bool] | None = None,
) -> bytes:
    """A report as PDF bytes; the same figures give the same bytes.

    Args:
        store: The station file.
        catalogue: Definitions.
        request: Kind, period, and plan or criteria set.
        progress: Called with (pages drawn, pages in all); answers whether to go on.

    Raises:
        UserError: As ``make_report``; report_cancelled when ``progress`` answered no.
    """
    from reports.pdf import render_pdf

    return render_pdf(make_report(store, catalogue, request), progress)
