"""``catalogue check``, ``list`` and ``import``: is the shipped catalogue sound, what does it hold, import a set."""

from __future__ import annotations

from data.assessment.rural_shipped import rural_faults, shipped_rural_sets
from data.assessment.shipped import shipped_faults, shipped_sets
from data.catalogue import load_catalogue
from data.catalogue.compile import compiled_text
from data.catalogue.integrity import read_catalogue
from data.catalogue.loader import COMPILED
from data.errors import Fault, FaultsError
from data.paths import asset
from ui.cli_call import Call


def run(call: Call) -> int:
    """Run one of the actions; return the exit status."""
    match call.value("action"):
        case "list":
            return list_content(call)
        case "import":
            from ui.cli_criteria import import_set

            return import_set(call)
        case _:
            return check_content(call)


def list_content(call: Call) -> int:
    """One line for each plan, form, indicator, data element and criteria set: kind, code, name, separated by tabs.

    The line of a criteria set and of a new-rural set also says how certain it is.
    """
    catalogue = load_catalogue()
    lines = [
        *(("plan", plan.id, plan.title_vi) for plan in catalogue.plans.values()),
        *(("data_set", form.code, form.title_vi) for form in catalogue.data_sets.values()),
        *(("indicator", indicator.code, indicator.name_vi) for indicator in catalogue.indicators.values()),
        *(("data_element", element.code, element.name_vi) for element in catalogue.data_elements.values()),
        *(("criteria_set", found.id, found.title_vi, found.certainty) for found in shipped_sets()),
        *(("rural_set", found.id, found.title_vi, found.certainty) for found in shipped_rural_sets()),
    ]
    for line in lines:
        call.terminal.line("\t".join(line))
    return 0


def check_content(call: Call) -> int:
    """The catalogue's own files and the compiled one; one line for each fault."""
    faults: tuple[Fault, ...] = ()
    try:
        catalogue = read_catalogue(asset("catalogue"))
    except FaultsError as error:
        faults = error.faults
    else:
        faults = (*shipped_faults(catalogue, asset("catalogue", "criteria")), *rural_faults(catalogue))
        if asset("catalogue", COMPILED).read_text("utf-8") != compiled_text(catalogue):
            faults = (*faults, Fault("catalogue_not_fresh", COMPILED))
    for fault in faults:
        call.terminal.line(call.messages.fault(fault))
    if faults:
        return 1
    counts = {
        "plans": len(catalogue.plans),
        "targets": sum(len(plan.targets) for plan in catalogue.plans.values()),
        "indicators": len(catalogue.indicators),
        "elements": len(catalogue.data_elements),
    }
    call.terminal.line(call.text("catalogue", "sound", **counts))
    sets = [(found.id, found.title_vi, found.certainty) for found in shipped_sets()]
    sets += [(found.id, found.title_vi, found.certainty) for found in shipped_rural_sets()]
    for code, title, certainty in sets:
        call.terminal.line(call.text("catalogue", "criteria_set", set=code, title=title, certainty=certainty))
    return 0
