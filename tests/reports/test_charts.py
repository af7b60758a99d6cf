"""Charts: the same Figure for window and paper, text as text, grey-proof."""

import io
import subprocess
import sys

from reports.charts import chart_height, figure_of
from reports.document import TrendChart
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


def test_long_labels_are_folded_to_two_lines() -> None:
    label = "Tỷ lệ phụ nữ sinh con được khám thai ít nhất bốn lần trong ba thai kỳ tại trạm y tế và bệnh viện"
    text = whole_text(render_pdf(make_report(blocks=(make_bar_chart(make_bar(label=label)),))))
    assert "Tỷ lệ phụ nữ" in text
    assert "tại trạm y tế và…" in text


def test_values_above_100_per_cent_stretch_the_axis() -> None:
    for value in (130, 420, 900):
        bar = make_bar(value=value, printed=f"{value},0%")
        assert f"{value},0%" in whole_text(render_pdf(make_report(blocks=(make_bar_chart(bar),))))


def test_dollar_signs_are_no_formulas() -> None:
    label = "Tỷ lệ $\\geq 90\\%$ và _x^2"
    assert label in whole_text(render_pdf(make_report(blocks=(make_bar_chart(make_bar(label=label)),))))


def test_height_grows_with_bars_and_rows_of_panels() -> None:
    trend = make_trend_chart().trends[0]
    assert chart_height(make_bar_chart(make_bar(), make_bar())) > chart_height(make_bar_chart())
    three, four = (TrendChart(caption="", trends=(trend,) * count) for count in (3, 4))
    assert chart_height(four) == 2 * chart_height(three)


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
