"""Charts: the same Figure for window and paper, text as text, grey-proof."""

import io
import subprocess
import sys

from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from reports.charts import chart_height, figure_of
from reports.document import TrendChart, WritingLines
from reports.pdf import render_pdf
from tests.reports.builders import make_bar, make_bar_chart, make_report, make_trend_chart
from tests.reports.pdf_reading import runs, whole_text


def test_values_and_targets_stand_in_the_chart_as_text() -> None:
    chart = make_bar_chart(make_bar(), make_bar(printed="74,6%", value=74, is_met=False), make_bar(is_met=None))
    text = whole_text(render_pdf(make_report(blocks=(chart, make_trend_chart()))))
    assert all(words in text for words in ("97,0%", "74,6%", "≥ 95%", "chưa đạt", "chưa đánh giá", "2023", "92,0"))


def test_chart_text_is_9_to_10_points_in_the_font_of_the_page() -> None:
    pdf = render_pdf(make_report(blocks=(make_bar_chart(), make_trend_chart())))
    sizes = {run.size for run in runs(pdf) if "%" in run.text and run.size < 11}
    assert sizes == {9.5}


def test_long_labels_are_printed_whole_and_make_their_row_higher() -> None:
    label = "Tỷ lệ phụ nữ sinh con được khám thai ít nhất bốn lần trong ba thai kỳ tại trạm y tế và bệnh viện"
    chart = make_bar_chart(make_bar(label=label))
    assert label in whole_text(render_pdf(make_report(blocks=(chart,))))
    assert chart_height(chart) > chart_height(make_bar_chart())


def test_endless_labels_end_in_dots() -> None:
    label = "Tỷ lệ " + "rất dài " * 200
    text = whole_text(render_pdf(make_report(blocks=(make_bar_chart(make_bar(label=label)),))))
    assert "rất…" in text or "dài…" in text


def test_a_chart_is_torn_between_rows_and_says_so_on_the_next_page() -> None:
    chart = make_bar_chart(*(make_bar(label=f"Chỉ tiêu {index}") for index in range(20)))
    blocks = (WritingLines(count=12), chart, WritingLines(count=3))
    pdf = render_pdf(make_report(blocks=blocks))
    first, second = (" ".join(run.text for run in runs(pdf, page)) for page in (0, 1))
    assert "Chỉ tiêu 2" in first
    assert "(tiếp theo)" not in first
    assert "(tiếp theo)" in second
    assert "Chỉ tiêu 19" in second


def test_a_chart_higher_than_a_page_is_torn_as_often_as_needed() -> None:
    trend = make_trend_chart().trends[0]
    chart = TrendChart(caption="Diễn biến", trends=(trend,) * 80)
    pdf = render_pdf(make_report(blocks=(chart,)))
    assert whole_text(pdf).count(trend.title) == 80
    assert whole_text(pdf).count("(tiếp theo)") == 3


def test_a_chart_of_few_rows_is_never_torn() -> None:
    chart = make_bar_chart(*(make_bar() for _ in range(5)))
    pdf = render_pdf(make_report(blocks=(WritingLines(count=24), chart)))
    assert "(tiếp theo)" not in whole_text(pdf)


def test_grid_lines_lie_behind_the_bars() -> None:
    figure = figure_of(make_bar_chart())
    grid = [each for each in figure.get_children() if isinstance(each, Line2D) and each.get_color() == "0.75"]
    bars = [each for each in figure.get_children() if isinstance(each, Rectangle) and each is not figure.patch]
    assert grid
    assert bars
    assert all(line.get_zorder() < bar.get_zorder() for line in grid for bar in bars)


def test_values_above_100_per_cent_stretch_the_axis() -> None:
    for value in (130, 420, 900):
        bar = make_bar(value=value, printed=f"{value},0%")
        assert f"{value},0%" in whole_text(render_pdf(make_report(blocks=(make_bar_chart(bar),))))


def test_dollar_signs_are_no_formulas() -> None:
    label = "Tỷ lệ $\\geq 90\\%$ và _x^2"
    assert label in whole_text(render_pdf(make_report(blocks=(make_bar_chart(make_bar(label=label)),))))


def test_height_grows_with_bars_and_years() -> None:
    trend = make_trend_chart().trends[0]
    assert chart_height(make_bar_chart(make_bar(), make_bar())) > chart_height(make_bar_chart())
    three, four = (TrendChart(caption="", trends=(trend,) * count) for count in (3, 4))
    assert chart_height(four) > chart_height(three)


def test_the_window_can_paint_the_same_figure() -> None:
    for chart in (make_bar_chart(make_bar(is_met=False)), make_trend_chart()):
        file = io.BytesIO()
        figure_of(chart).savefig(file, format="png")
        assert file.getvalue().startswith(b"\x89PNG")


def test_no_system_font_is_searched_and_pyplot_stays_out() -> None:
    program = (
        "import sys\n"
        "from reports.charts import _load_matplotlib\n"
        "_load_matplotlib()\n"
        "from matplotlib.font_manager import fontManager\n"
        "assert {font.name for font in fontManager.ttflist} == {'Liberation Serif'}, fontManager.ttflist\n"
        "assert 'matplotlib.pyplot' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_nothing_heavy_is_imported_before_a_report_is_drawn() -> None:
    program = (
        "import sys, reports.registry, reports.charts, reports.pdf\n"
        "assert not {'matplotlib', 'numpy', 'reportlab'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
