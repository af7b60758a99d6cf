"""What Ctrl+K can find: screens, tasks, reports, forms, indicators, data elements."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from data.catalogue.content import Catalogue
from ui.screens.registry import SCREENS
from ui.screens.screen import Place
from ui.widgets.search_box import Finding


def collect(catalogue: Catalogue, go: Callable[[Place], None]) -> list[Finding]:
    """Everything that can be found, in the order it is offered."""
    translate = QCoreApplication.translate
    screen, form = translate("Findings", "screen"), translate("Findings", "form")
    indicator, element = translate("Findings", "indicator"), translate("Findings", "data element")
    found = [Finding(entry.text, screen, _opener(go, Place(entry.name))) for entry in SCREENS]
    for text, form_name in (
        (translate("Findings", "Import figures from a CSV file…"), "import"),
        (translate("Findings", "Export this period's figures as CSV…"), "export"),
        (translate("Findings", "Open a new year…"), "year"),
    ):
        found.append(Finding(text, translate("Findings", "task"), _opener(go, Place("settings", form=form_name))))
    for text, page in (
        (translate("Findings", "Evidence of the self-assessment"), "evidence"),
        (translate("Findings", "Criteria sets: bring in the score table…"), "sets"),
        (translate("Findings", "Decision of recognition"), "recognition"),
    ):
        found.append(Finding(text, translate("Findings", "task"), _opener(go, Place("assessment", form=page))))
    for text, tab in (
        (translate("Findings", "Frozen reports: sign, hand in, print again"), "frozen"),
        (translate("Findings", "Register of outgoing documents"), "register"),
        (translate("Findings", "Check a print: by its code or as a PDF"), "print_check"),
    ):
        found.append(Finding(text, translate("Findings", "task"), _opener(go, Place("reports", form=tab))))
    report, word = translate("Findings", "report"), translate("Findings", "Progress report: {plan}")
    for plan in catalogue.plans.values():
        found.append(
            Finding(word.format(plan=plan.short_title_vi), report, _opener(go, Place("reports", plan=plan.id)))
        )
    for data_set in catalogue.data_sets.values():
        found.append(Finding(data_set.title_vi, form, _opener(go, Place("data_entry", form=data_set.code))))
    for each in catalogue.indicators.values():
        found.append(Finding(each.name_vi, indicator, _opener(go, Place("indicators", indicator=each.code))))
    for data_element in catalogue.data_elements.values():
        code = f"{data_element.group}.{data_element.frequency.value}"
        place = Place("data_entry", form=code, element=data_element.code)
        found.append(Finding(data_element.name_vi, element, _opener(go, place)))
    return found


def _opener(go: Callable[[Place], None], place: Place) -> Callable[[], None]:
    return lambda: go(place)
