"""Parts of the progress report: duties with their states, charts, the annex with formulas and sources."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from data.calculation import Calculator
from data.definitions import Source
from data.model import ObligationProgress
from data.plan_definitions import Horizon, Scope, Yardstick
from reports.definitions.plan_progress import PlanProgressInput, make_document
from reports.document import BarChart, Paragraph, ReportDocument, Table, TrendChart
from reports.pdf.fonts import face
from reports.sections.annex import annex_table, formula_words
from reports.sections.charts import _parts
from reports.sections.figures import FigureWriter
from tests.builders import make_element, make_indicator, make_target
from tests.reports.plan_builders import make_input, make_progress_plan, make_state


def tables(document: ReportDocument) -> list[Table]:
    """Tables of the body."""
    return [block for block in document.blocks if isinstance(block, Table)]


def annex(document: ReportDocument) -> Table:
    """The table of the annex."""
    table = document.appendices[0].blocks[0]
    assert isinstance(table, Table)
    return table


def sentences(given: PlanProgressInput) -> str:
    """All running text of the body."""
    return "\n".join(block.text for block in make_document(given).blocks if isinstance(block, Paragraph))


def test_duties_show_the_state_of_the_period_else_the_newest_before() -> None:
    states = (
        make_state(period="2024Q1", state=ObligationProgress.NOT_DONE),
        make_state(period="2024Q2", state=ObligationProgress.IN_PROGRESS),
        make_state(period="2024Q4"),
        make_state(period="2023"),
    )
    duties = tables(make_document(make_input("2024Q3", obligation_states=states)))[1]
    assert duties.rows[0].cells[4].text == "Đang thực hiện"


def test_a_project_is_listed_once_a_state_is_recorded() -> None:
    duties = tables(make_document(make_input(obligation_states=(make_state("plan/pj01"),))))[1]
    assert [row.cells[2].text for row in duties.rows] == ["Có kế hoạch năm", "Xây mới trạm"]


def test_a_plan_without_duties_says_so() -> None:
    plan = make_progress_plan(obligations=(), projects=(), task_list=None)
    assert "Kế hoạch không nêu việc trạm phải có minh chứng." in sentences(make_input(plan=plan))


def test_two_horizons_of_one_indicator_share_a_chart_panel() -> None:
    near = make_target("insurance", ">=", "95", horizon=Horizon(kind="at_year", year=2024))
    far = make_target("insurance", ">=", "98", id="far", horizon=Horizon(kind="at_year", year=2030))
    document = make_document(make_input(plan=make_progress_plan(near, far, last_year=2030)))
    chart = next(block for block in document.blocks if isinstance(block, BarChart))
    assert [bar.printed_target for bar in chart.bars] == ["≥ 95% (2024); ≥ 98% (2030)"]
    trend = next(block for block in document.blocks if isinstance(block, TrendChart)).trends[0]
    assert trend.targets == (95, 98)


def test_more_than_twenty_bars_are_spread_over_charts() -> None:
    parts = _parts(list(range(45)), 20, "Kết quả")
    assert [(caption, len(items)) for caption, items in parts] == [
        ("Kết quả (phần 1/3)", 15),
        ("Kết quả (phần 2/3)", 15),
        ("Kết quả (phần 3/3)", 15),
    ]


def test_comparisons_with_last_year_and_foreign_scopes_have_no_bar() -> None:
    plan = make_progress_plan(
        make_target("insurance", "increase", None),
        make_target("hiv_rate", scope=Scope(kind="urban")),
    )
    assert not [block for block in make_document(make_input(plan=plan)).blocks if isinstance(block, BarChart)]


@pytest.mark.parametrize(
    ("numerator", "denominator", "factor", "words"),
    [
        ("a", "b", 100, "A / B × 100"),
        ("a - b", "(a + b) / 2", 1000, "(A − B) / ((A + B) / 2) × 1.000"),
        ("ge(a, 1)", None, 1, "(A ≥ 1)"),
        ("a * (b + 1)", None, 1, "A × (B + 1)"),
        ("min(a, b)", None, 1, "số nhỏ nhất của (A; B)"),
        ("a - (b - 1)", None, 1, "A − (B − 1)"),
    ],
)
def test_formulas_in_words(numerator: str, denominator: str | None, factor: int, words: str) -> None:
    elements = {code: make_element(code, name_vi=code.upper()) for code in ("a", "b")}
    assert formula_words(make_indicator("x", numerator, denominator, factor=factor), elements) == words


def test_the_annex_names_source_and_own_readings() -> None:
    remarks = [
        remark for row in annex(make_document(make_input())).rows for cell in row.cells for remark in cell.remarks
    ]
    assert "Nguồn: Thông tư thử nghiệm." in remarks
    words = [cell.text for row in annex(make_document(make_input())).rows for cell in row.cells]
    assert "Công thức (cách hiểu của chương trình): Lượt khám" in words
    assert any(
        remark.startswith("“Cách hiểu của chương trình”") for remark in annex(make_document(make_input())).remarks
    )


@pytest.mark.parametrize(
    ("kinds", "lines"),
    [
        (("official",), ["Nguồn chính thức: Trang 0."]),
        (("official_copy",), ["Bản chép văn bản chính thức, đăng ở trang khác: Trang 0."]),
        (("press_legal",), ["Tóm tắt của trang pháp luật: Trang 0."]),
        (("press",), ["Theo báo chí: Trang 0."]),
        (("press_copy",), ["Báo chí, trang khác đăng lại: Trang 0."]),
        (("third_party",), ["Trang khác, chưa kiểm chứng: Trang 0."]),
        (
            ("official_copy", "official", "official"),
            ["Bản chép văn bản chính thức, đăng ở trang khác: Trang 0.", "Nguồn chính thức: Trang 1; Trang 2."],
        ),
    ],
)
def test_the_annex_calls_each_source_by_its_kind(kinds: tuple[str, ...], lines: list[str]) -> None:
    given = make_input()
    keys = tuple(f"page{number}" for number in range(len(kinds)))
    pages = {
        key: Source(key=key, kind=kind, title=f"Trang {number}", address="", gives="")
        for number, (key, kind) in enumerate(zip(keys, kinds, strict=True))
    }
    indicators = dict(given.catalogue.indicators)
    indicators["insurance"] = indicators["insurance"]._replace(source_keys=keys)
    catalogue = given.catalogue._replace(sources=pages, indicators=indicators)
    table = annex_table(
        given.results, FigureWriter(Calculator(catalogue, given.calculator.figures), hides_small_counts=False)
    )
    remarks = [remark for row in table.rows for cell in row.cells for remark in cell.remarks]
    assert [remark for remark in remarks if "Trang" in remark] == lines


def test_text_of_a_chart_may_stand_upright() -> None:
    from matplotlib.figure import Figure
    from matplotlib.text import Text

    from reports.canvas_renderer import draw_figure

    canvas = Canvas(io.BytesIO(), initialFontName=face("regular").name, pageCompression=0)
    figure = Figure(figsize=(2, 2))
    figure.add_artist(Text(0.5, 0.5, "trục", rotation=90))
    draw_figure(figure, canvas, 0, 0)
    assert canvas.getpdfdata().startswith(b"%PDF")


def test_without_any_note_the_column_for_notes_is_left_out() -> None:
    noted, plain = (
        tables(make_document(make_input(obligation_states=(make_state(note=note),))))[1] for note in ("Tại trạm", "")
    )
    assert [column.title for column in noted.columns][-1] == "Ghi chú"
    assert [column.title for column in plain.columns][-1] == "Tình trạng"
    assert len(plain.rows[0].cells) == len(plain.columns)


def test_the_sign_for_no_state_is_explained_only_where_it_stands() -> None:
    done, open_ = (tables(make_document(make_input(obligation_states=states)))[1] for states in ((make_state(),), ()))
    assert done.remarks == ()
    assert open_.remarks == ("“…”: trạm chưa ghi tình trạng.",)


def test_targets_not_yet_due_are_named_with_their_gap_the_nearest_horizon_once() -> None:
    near = make_target("insurance", ">=", "98", horizon=Horizon(kind="at_year", year=2026))
    far = make_target("insurance", ">=", "99", id="far", horizon=Horizon(kind="at_year", year=2030))
    text = sentences(make_input(plan=make_progress_plan(far, near, last_year=2030)))
    assert "Các chỉ tiêu chưa đến mốc, kết quả hiện nay chưa bằng mức giao:" in text
    assert "95,0%, chỉ tiêu giao ≥ 98% vào năm 2026, còn thiếu 124 người." in text
    assert "vào năm 2030" not in text


def test_a_target_not_yet_due_that_is_reached_already_is_not_named() -> None:
    target = make_target("insurance", ">=", "90", horizon=Horizon(kind="at_year", year=2026))
    assert "chưa bằng mức giao" not in sentences(make_input(plan=make_progress_plan(target, last_year=2026)))


def test_a_missed_yardstick_is_named_beside_the_target() -> None:
    target = make_target("insurance", ">=", "95", station_yardstick=Yardstick("has_doctor", "=", "1"))
    text = sentences(make_input(plan=make_progress_plan(target), cells={"doctor@2024": "false"}))
    assert "thước đo của trạm “Trạm có bác sĩ”: Không" in text


def test_a_group_that_the_name_already_says_is_not_repeated() -> None:
    target = make_target("insurance", scope=Scope(kind="group", group_vi="Bảo hiểm y tế"))
    table = tables(make_document(make_input(plan=make_progress_plan(target))))[0]
    assert table.rows[0].cells[2].remarks == ()


def test_a_chart_names_the_targets_it_draws_and_no_comparison_with_last_year() -> None:
    level = make_target("insurance", ">=", "95")
    rise = make_target("insurance", "increase", None, id="rise")
    document = make_document(make_input(plan=make_progress_plan(level, rise)))
    chart = next(block for block in document.blocks if isinstance(block, BarChart))
    assert chart.bars[0].printed_target == "≥ 95%"


def test_the_head_says_from_when_results_are_counted() -> None:
    inside, whole = (tables(make_document(make_input(period)))[0].columns[4].title for period in ("2024Q3", "2024"))
    assert inside == "Kết quả (lũy kế: từ 01/2024)"
    assert whole == "Kết quả"
