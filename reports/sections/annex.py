"""The annex: every figure behind the targets, with formula, source and certainty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from data.aggregation import NotApplicableType
from data.catalogue.expressions import Constant, Name, Node, Operation, parse_expression
from data.definitions import DataElement, Indicator, Level, Source, ValueType
from data.model import IndicatorValue, Number, TargetResult
from data.numbers import NOT_APPLICABLE_SIGN, NOT_REPORTED_SIGN
from data.printing import limit_of
from data.targets import without_repeats
from reports.document import Align, Cell, Column, Row, Table
from reports.sections.figures import FigureWriter
from reports.sections.wording import borrowed_words, figure_text
from reports.texts import text

_SIGNS = {"+": "+", "-": "−", "*": "×", "/": "/", "ge": "≥", "gt": ">", "le": "≤", "lt": "<", "eq": "="}

OFFICIAL = "official"


_NO_REMARKS: Mapping[tuple[str, str], str] = MappingProxyType({})


def annex_table(
    results: Sequence[TargetResult], writer: FigureWriter, beside: Mapping[tuple[str, str], str] = _NO_REMARKS
) -> Table:
    """One group of rows for each indicator that the targets compare, in their order, each once.

    Args:
        results: Targets held against the period.
        writer: Writes the figures.
        beside: Data element and key of its period -> what must stand beside the figure (CONTRACT C3).
    """
    firsts: dict[str, TargetResult] = {}
    for result in without_repeats(results):
        firsts.setdefault(result.value.indicator, result)
    rows = [
        row
        for number, result in enumerate(firsts.values(), start=1)
        for row in _indicator_rows(str(number), result, writer, beside)
    ]
    columns = (
        Column(title=text("annex.number"), width=10, align=Align.CENTER),
        Column(title=text("annex.what"), width=117),
        Column(title=text("annex.value"), width=38, align=Align.COMMA),
    )
    is_own = any(writer.indicator(result.value).certainty != OFFICIAL for result in firsts.values())
    remarks = (text("annex.own_reading_legend"),) if is_own else ()
    return Table(caption="", columns=columns, rows=tuple(rows), remarks=remarks)


def _indicator_rows(
    number: str, result: TargetResult, writer: FigureWriter, beside: Mapping[tuple[str, str], str]
) -> Iterator[Row]:
    value = result.value
    indicator = writer.indicator(value)
    elements = writer.calculator.catalogue.data_elements
    shown = writer.value_cell(value, limit_of(result)) if indicator.level is Level.STATION else Cell()
    figure = Cell(text=shown.text, is_bold=not shown.is_grey, is_grey=shown.is_grey)
    yield Row(cells=(Cell(text=number, is_bold=True), Cell(text=indicator.name_vi, is_bold=True), figure))
    key = "annex.formula" if indicator.certainty == OFFICIAL else "annex.formula_own"
    formula = text(key, formula=formula_words(indicator, elements))
    words = Cell(text=formula, remarks=tuple(_origin(indicator, writer.calculator.catalogue.sources)))
    yield Row(cells=(Cell(), words, Cell(remarks=shown.remarks)), is_joined=True)
    if indicator.level is Level.STATION and not _is_one_count(indicator):
        for code in writer.calculator.formula(value.indicator).elements:
            yield _element_row(elements[code], value, writer, beside)


def _is_one_count(indicator: Indicator) -> bool:
    """Whether the indicator is a data element as it stands, so that showing it again would say nothing new."""
    whole = parse_expression(indicator.numerator)
    return indicator.denominator is None and indicator.factor == 1 and isinstance(whole, Name)


def _origin(indicator: Indicator, sources: Mapping[str, Source]) -> Iterator[str]:
    """Where the formula was read: an official page, a copy of an official text, something else; each by its kind."""
    if indicator.level is not Level.STATION:
        yield text("annex.not_station_level")
    if indicator.certainty != OFFICIAL:
        return
    known = [sources[key] for key in indicator.source_keys if key in sources]
    if not known:
        yield text("annex.source_unknown", source=indicator.source.rstrip("."))
    for kind, pages in groupby(known, key=lambda page: page.kind):
        yield text(f"annex.source_{kind}", source="; ".join(page.title.rstrip(".") for page in pages))


def _element_row(
    element: DataElement, value: IndicatorValue, writer: FigureWriter, beside: Mapping[tuple[str, str], str]
) -> Row:
    if element.value_type is ValueType.CHOICE:
        return _joined(element.name_vi, [], value.choice or NOT_REPORTED_SIGN)
    found = writer.calculator.element(element.code, value.span, value.category)
    reading, remarks = found.reading, [borrowed_words(found.borrowed)] if found.borrowed else []
    remark = beside.get((element.code, found.borrowed or str(value.span.year)))
    if remark is not None and reading is not None and not isinstance(reading, NotApplicableType):
        remarks.append(remark)
    if isinstance(reading, NotApplicableType):
        shown = NOT_APPLICABLE_SIGN
    elif reading is not None:
        shown = _with_unit(element, reading, writer)
    else:
        shown = NOT_REPORTED_SIGN
    return _joined(element.name_vi, remarks, shown)


def _joined(name: str, remarks: Sequence[str], shown: str) -> Row:
    """A data element under its indicator."""
    return Row(cells=(Cell(), Cell(text=f"– {name}", remarks=tuple(remarks)), Cell(text=shown)), is_joined=True)


def _with_unit(element: DataElement, number: Number, writer: FigureWriter) -> str:
    if element.value_type is ValueType.BOOLEAN:
        return text("annex.yes") if number else text("annex.no")
    shown = writer.count_text(number, is_confidential=element.code in confidential_elements(writer))
    return f"{shown} {element.unit}"


def confidential_elements(writer: FigureWriter) -> set[str]:
    """Data elements that confidential indicators count."""
    return {
        code
        for indicator in writer.calculator.catalogue.indicators.values()
        if indicator.confidential
        for code in writer.calculator.formula(indicator.code).elements
    }


def formula_words(indicator: Indicator, elements: Mapping[str, DataElement]) -> str:
    """The formula with the names of its data elements: "Người tham gia BHYT / Dân số cuối kỳ × 100"."""
    words = _node_words(parse_expression(indicator.numerator), elements, 2 if indicator.denominator else 1)
    if indicator.denominator is not None:
        words = f"{words} / {_node_words(parse_expression(indicator.denominator), elements, 3)}"
    return f"{words} × {figure_text(indicator.factor)}" if indicator.factor != 1 else words


def _node_words(node: Node, elements: Mapping[str, DataElement], binding: int) -> str:
    """Words of a node; in brackets where what stands around it binds more tightly."""
    if isinstance(node, Constant):
        return figure_text(node.value)
    if isinstance(node, Name):
        return elements[node.code].name_vi
    return _operation_words(node, elements, binding)


def _operation_words(node: Operation, elements: Mapping[str, DataElement], binding: int) -> str:
    if node.operator in ("min", "max"):
        inner = "; ".join(_node_words(side, elements, 0) for side in (node.left, node.right))
        return f"{text(f'annex.{node.operator}')} ({inner})"
    own = {"+": 1, "-": 1, "*": 2, "/": 2}.get(node.operator, 0)
    left = _node_words(node.left, elements, own)
    right = _node_words(node.right, elements, own + (node.operator in ("-", "/")))
    words = f"{left} {_SIGNS[node.operator]} {right}"
    return f"({words})" if own < binding or own == 0 else words


def shown_elements(results: Iterable[TargetResult], writer: FigureWriter) -> set[str]:
    """Data elements that the results rest on."""
    return {code for result in results for code in writer.calculator.formula(result.value.indicator).elements}
