"""Entry forms on paper, empty or filled: for writing down what is typed later, and for signing what was typed.

No kind of report: nothing is frozen, numbered or submitted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from data import queries
from data.catalogue.content import Catalogue
from data.definitions import DataSet
from data.errors import UserError
from data.form_layout import EntryForm, lay_out
from data.periods import Period, PeriodType, parse_period
from data.settings import register_key, value_on
from reports.document import FormPart, Head, ReportDocument, Signature
from reports.sections.form_table import FormFigures, form_table
from reports.sections.wording import period_words
from reports.texts import text

MOST_PARTS = 4
"""So many columns of boxes stand on one page; a year of months is printed by quarters."""


class FormRequest(NamedTuple):
    """Which forms are wanted.

    Attributes:
        period: Key of the period.
        data_set: Code of one form; empty for all forms of the period that the station keeps.
        is_filled: With the figures that are there, or with empty boxes.
        same_last_year: Beside stands the same period of last year, else the period before.
    """

    period: str
    data_set: str = ""
    is_filled: bool = False
    same_last_year: bool = False


def form_document(store: queries.Store, catalogue: Catalogue, request: FormRequest) -> ReportDocument:
    """The forms as plain data, from today's figures.

    Raises:
        UserError: period_unknown, form_unknown (``form``), no_forms_kept (``period``).
    """
    period = parse_period(request.period)
    station = queries.station_on(store, period.last_day)
    profile = queries.profile_on(store, period.last_day)
    forms = tuple(
        _part(store, catalogue, form, request)
        for data_set in _wanted(store, catalogue, period, request.data_set)
        for form in _laid_out(catalogue, data_set, period, request)
    )
    subject = forms[0].title if request.data_set else text("form.several", period=period_words(period))
    return ReportDocument(
        kind="entry_form",
        head=Head(parent_body=profile.parent_body, issuer=profile.name, symbol="", place=""),
        type_name=text("form.type_name"),
        subject=subject,
        addressees=(),
        has_addressees=False,
        blocks=(),
        recipients=(),
        signature=Signature(prefix="", post="", name=""),
        marks=(text("head.example"),) if station.is_example else (),
        forms=forms,
    )


def render_forms(store: queries.Store, catalogue: Catalogue, request: FormRequest) -> bytes:
    """The forms as PDF bytes; the same figures give the same bytes.

    Raises:
        UserError: As ``form_document``.
    """
    from reports.pdf import render_pdf

    return render_pdf(form_document(store, catalogue, request))


def _wanted(store: queries.Store, catalogue: Catalogue, period: Period, code: str) -> tuple[DataSet, ...]:
    if code:
        if code not in catalogue.data_sets:
            raise UserError("form_unknown", form=code)
        return (catalogue.data_sets[code],)
    progress = queries.form_progress(store, catalogue, period)
    kept = tuple(each.data_set for each in progress if each.is_kept)
    if not kept:
        raise UserError("no_forms_kept", period=period_words(period))
    return kept


def _laid_out(catalogue: Catalogue, data_set: DataSet, period: Period, request: FormRequest) -> Iterator[EntryForm]:
    """The form, by quarters where its boxes would not stand side by side."""
    whole = lay_out(catalogue, data_set, period, same_last_year=request.same_last_year)
    quarters = whole.whole.parts(PeriodType.QUARTER) or ()
    if len(whole.parts) <= MOST_PARTS:
        yield whole
        return
    for quarter in quarters:
        yield lay_out(catalogue, data_set, quarter, same_last_year=request.same_last_year)


def _part(store: queries.Store, catalogue: Catalogue, form: EntryForm, request: FormRequest) -> FormPart:
    """One form with its figures."""
    codes = {part.code for part in (*form.parts, *form.compared_parts)}
    elements = form.data_set.elements
    both_sexes = [code for row in form.rows for code in (row.element.male_element, row.element.female_element) if code]
    given = FormFigures(
        form=form,
        values=tuple(queries.data_values(store, codes, {*elements, *both_sexes})),
        registers={code: register for code in elements if (register := _register(store, code, form.whole))},
        sources=catalogue.sources,
        is_filled=request.is_filled,
    )
    profile = queries.profile_on(store, form.whole.last_day)
    return FormPart(
        issuer=profile.name,
        code=text("form.code", code=form.data_set.code, period=form.whole.code),
        title=text("form.title", title=form.data_set.title_vi),
        period=text("form.period", period=period_words(form.whole)),
        blocks=(form_table(given),),
        signers=(text("form.filler"), text("form.checker")),
    )


def _register(store: queries.Store, element: str, period: Period) -> str:
    key = register_key(element)
    return value_on(queries.settings_history(store, key), key, period.last_day)
