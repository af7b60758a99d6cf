"""Which reports were sent, and which of them no longer say what the file says: asked of the change log."""

from __future__ import annotations

from data.calculation import formula_of
from data.catalogue.content import Catalogue
from data.corrections import Covered, LateReport, late_reports
from data.periods import parse_period
from data.plan_definitions import Plan
from data.store import corrections
from data.store.database import Store
from data.targets import compared


def sent_reports(store: Store, catalogue: Catalogue) -> tuple[Covered, ...]:
    """Reports of the catalogue's plans that are recorded as sent, each with the figures that it rests on."""
    with store.reading():
        sendings = corrections.load_sendings(store.connection)
    duties = {duty.id: (plan, duty) for plan in catalogue.plans.values() for duty in plan.reporting_duties}
    found = [
        (sending, *duties[sending.item_id]) for sending in sendings if sending.item_id in duties and sending.period
    ]
    elements = {plan.id: elements_of_plan(catalogue, plan) for _, plan, _ in found}
    return tuple(
        Covered(plan, duty, parse_period(sending.period), sending, elements[plan.id]) for sending, plan, duty in found
    )


def late_corrections(store: Store, catalogue: Catalogue) -> tuple[LateReport, ...]:
    """Sent reports whose figures changed since, until they are marked as sent once more."""
    reports = sent_reports(store, catalogue)
    if not reports:
        return ()
    with store.reading():
        changes = corrections.load_changes(store.connection, min(report.sending.log_id for report in reports))
    return late_reports(reports, changes)


def elements_of_plan(catalogue: Catalogue, plan: Plan) -> frozenset[str]:
    """Codes of the data elements that a plan's targets rest on, with the parts that hold their sexes."""
    indicators = {code for target in plan.targets for code in (target.indicator, compared(target).indicator)}
    found = {
        code
        for indicator in indicators
        for code in formula_of(catalogue.indicators[indicator], catalogue.data_elements).elements
    }
    elements = [catalogue.data_elements[code] for code in found]
    parts = (part for element in elements for part in (element.male_element, element.female_element))
    return frozenset(found.union(filter(None, parts)))
