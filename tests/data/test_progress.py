"""How far forms are filled."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from data.catalogue.content import Catalogue
from data.periods import PeriodType, parse_period
from data.progress import FormProgress, progress_of_forms
from tests.builders import make_catalogue, make_element, make_figures, make_form

MONTH, QUARTER, YEAR = PeriodType.MONTH, PeriodType.QUARTER, PeriodType.YEAR


def catalogue() -> Catalogue:
    """A form for each frequency; births by sex, insured with part elements."""
    elements = (
        make_element("births", frequency=MONTH, sex_disaggregated=True),
        make_element("visits", frequency=MONTH),
        make_element(
            "insured",
            frequency=QUARTER,
            sex_disaggregated=True,
            male_element="insured_male",
            female_element="insured_f",
        ),
        make_element("insured_male", frequency=QUARTER),
        make_element("insured_f", frequency=QUARTER),
        make_element("area"),
    )
    forms = (
        make_form("vital.month", MONTH, "births", "visits"),
        make_form("coverage.quarter", QUARTER, "insured", "insured_male", "insured_f"),
        make_form("station.year", YEAR, "area"),
    )
    return make_catalogue(elements)._replace(data_sets={form.code: form for form in forms})


def progress(period: str, cells: Mapping[str, str | int | None], *not_kept: str) -> dict[str, FormProgress]:
    """Progress by form."""
    found = progress_of_forms(catalogue(), make_figures(cells), parse_period(period), not_kept)
    return {form.data_set.code: form for form in found}


@pytest.mark.parametrize(
    ("period", "forms"),
    [
        ("202401", ["vital.month"]),
        ("2024Q3", ["vital.month", "coverage.quarter"]),
        ("2024M9", ["vital.month", "coverage.quarter"]),
        ("2024", ["vital.month", "coverage.quarter", "station.year"]),
    ],
)
def test_forms_whose_periods_make_up_the_asked_one(period: str, forms: list[str]) -> None:
    assert list(progress(period, {})) == forms


def test_quarter_shows_three_months_as_one_line() -> None:
    form = progress("2024Q3", {"visits@202407": 0, "visits@202408": "-", "visits@202410": 5})["vital.month"]
    assert (form.periods, form.needed, form.filled) == (("202407", "202408", "202409"), 6, 2)


@pytest.mark.parametrize(
    ("cells", "filled"),
    [
        ({"births@202407": 3}, 1),
        ({"births@202407:male": 1}, 0),
        ({"births@202407:male": 1, "births@202407:female": "-"}, 1),
        ({"births@202407:male": 1, "births@202407:female": "?x"}, 0),
    ],
)
def test_total_follows_from_both_sexes(cells: Mapping[str, str | int | None], filled: int) -> None:
    assert progress("202407", cells)["vital.month"].filled == filled


def test_total_follows_from_both_part_elements() -> None:
    form = progress("2024Q3", {"insured_male@2024Q3": 1, "insured_f@2024Q3": 2})["coverage.quarter"]
    assert (form.filled, form.needed, form.is_finished) == (3, 3, True)


def test_draft_is_not_filled_and_keeps_the_form_open() -> None:
    form = progress("2024", {"area@2024": "?một"})["station.year"]
    assert (form.filled, form.drafts, form.is_finished) == (0, 1, False)


def test_form_not_kept_is_not_unfinished() -> None:
    form = progress("2024", {}, "station.year")["station.year"]
    assert (form.is_kept, form.is_finished) == (False, True)
