"""Names of figures and indicators follow the window's language."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from data.catalogue import load_catalogue
from data.form_layout import lay_out
from data.periods import parse_period
from ui import words
from ui.models.entry_model import NAME, EntryModel

CATALOGUE = load_catalogue()
FORM = lay_out(CATALOGUE, CATALOGUE.data_sets["population.quarter"], parse_period("2024Q3"), same_last_year=True)
ELEMENT = FORM.rows[0].element


def shown(model: EntryModel) -> object:
    """The name of the first line."""
    return model.index(0, NAME).data(Qt.ItemDataRole.DisplayRole)


def test_the_grid_speaks_vietnamese(vietnamese: None) -> None:
    model = EntryModel()
    model.show_form(FORM, ())
    assert shown(model) == ELEMENT.name_vi


def test_the_grid_speaks_english_where_the_window_does(qapp: QApplication) -> None:
    model = EntryModel()
    model.show_form(FORM, ())
    assert shown(model) == ELEMENT.name_en
    indicator = CATALOGUE.indicators["natural_increase_rate"]
    assert words.name_of(indicator) == indicator.name_en
