"""``import`` and ``export``: all or nothing, sentences with file and line, the same figures back."""

import hashlib
import resource
from pathlib import Path

import pytest

from data import commands, queries
from data.catalogue import load_catalogue
from data.definitions import ValueType
from data.exchange.csv_rows import LARGEST_FILE
from data.model import Attribution, Completion
from data.periods import Period
from tests.ui.cli.tools import CODE, HEAD, NOW, STATION, Run, child, row, without_coverage


@pytest.fixture
def figures(tmp_path: Path) -> Path:
    """Where the tests write their file of figures."""
    return tmp_path / "F.csv"


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


FAULTY_FILES: dict[str, tuple[str | bytes, int, str]] = {
    "wrong header": (b"element,value\n", 1, "Dòng đầu phải đúng là dataElement"),
    "semicolons": (HEAD.replace(",", ";").encode(), 1, "dấu chấm phẩy"),
    "blank value": (row("deaths_total", "202401", ""), 2, "Chưa có giá trị."),
    "duplicate key": (row("deaths_total", "202401", "1") * 2, 3, "với dòng 2"),
    "unknown element": (row("none", "202401", "1"), 2, "Không có trường số liệu “none”"),
    "unknown period": (row("deaths_total", "2024Q5", "1"), 2, "“2024Q5” không phải là kỳ"),
    "other frequency": (row("deaths_total", "2024Q1", "1"), 2, "nhập theo tháng"),
    "unknown unit": (row("deaths_total", "202401", "1").replace(CODE, "TYT_B"), 2, "“TYT_B”"),
    "unknown category": (row("deaths_total", "202401", "1", "nam"), 2, "“nam” không có"),
    "part element": (row("live_births", "202401", "1", "male"), 2, "trường live_births_male"),
    "text": (row("deaths_total", "202401", "năm"), 2, "không phải là số"),
    "vietnamese form": (row("deaths_total", "202401", '"1.234,5"'), 2, "dấu chấm thập phân"),
    "nan": (row("deaths_total", "202401", "NaN"), 2, "“NaN” không phải là số"),
    "exponent": (row("deaths_total", "202401", "1e9"), 2, "“1e9” không phải là số"),
    "long number": (row("deaths_total", "202401", "9" * 5000), 2, "dài quá 12 chữ số"),
    "negative": (row("deaths_total", "202401", "-1"), 2, "-1 là số âm"),
    "fraction": (row("deaths_total", "202401", "1.5"), 2, "1.5 không phải là số nguyên"),
    "formula": (row("deaths_total", "202401", "=1+1"), 2, "“=1+1” là công thức"),
    "future": (row("deaths_total", "202510", "1"), 2, "202510 chưa bắt đầu"),
    "invalid utf-8": (HEAD.encode() + b"deaths_total,\xff\n", 2, "UTF-8"),
}


@pytest.mark.parametrize("name", FAULTY_FILES)
def test_a_faulty_file_is_refused_with_its_line(name: str, run: Run, station: Path, figures: Path) -> None:
    content, line, words = FAULTY_FILES[name]
    figures.write_bytes(content if isinstance(content, bytes) else (HEAD + content).encode())
    before, beside = digest(station), sorted(station.parent.iterdir())
    answer = run("import", station, figures)
    first, *_, last = answer.err.splitlines()
    assert (answer.status, answer.out) == (1, "")
    assert first.startswith(f"{figures}:{line}: ")
    assert words in first
    assert last.startswith(f"Chưa nhập số liệu nào từ {figures}: tìm thấy 1 lỗi.")
    assert (digest(station), sorted(station.parent.iterdir())) == (before, beside)


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "không có gì"), (b"\0\1\2", "không phải là tệp CSV"), (b"x" * (LARGEST_FILE + 1), "lớn hơn 50 MB")],
)
def test_a_file_without_lines_is_refused(content: bytes, words: str, run: Run, station: Path, figures: Path) -> None:
    figures.write_bytes(content)
    before = digest(station)
    answer = run("import", station, figures)
    assert (answer.status, answer.out, digest(station)) == (1, "", before)
    assert str(figures) in answer.err
    assert words in answer.err


def test_a_missing_file_is_refused(run: Run, station: Path, figures: Path) -> None:
    answer = run("import", station, figures)
    assert answer.status == 1
    assert answer.err == f"Không tìm thấy tệp {figures}. Xin kiểm tra lại tên và thư mục.\n"


def test_one_faulty_line_among_many_keeps_all_out(run: Run, station: Path, figures: Path) -> None:
    figures.write_text(HEAD + row("deaths_total", "202401", "1") + row("deaths_total", "202402", "x"), "utf-8")
    before = digest(station)
    assert run("import", station, figures).status == 1
    assert digest(station) == before


def test_fifty_faults_then_the_count(run: Run, station: Path, figures: Path) -> None:
    figures.write_text(HEAD + "".join(row(f"none{number}", "2024", "1") for number in range(60)), "utf-8")
    lines = run("import", station, figures).err.splitlines()
    assert len(lines) == 51
    assert "tìm thấy 60 lỗi" in lines[-1]


def test_protocol_counts_and_speaks_of_contradictions(run: Run, station: Path, figures: Path) -> None:
    figures.write_text(HEAD + row("deaths_total", "202401", "3") + row("live_births", "202401", "60000"), "utf-8")
    answer = run("import", station, figures)
    assert (answer.status, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[:4] == [f"Đã nhập {figures}: 2 số liệu", "  mới: 2", "  thay đổi: 0", "  không đổi: 0"]
    assert lines[4:] == [
        "  mâu thuẫn: 1",
        "  - tháng 01/2024: Trẻ đẻ ra sống (60.000) không thể lớn hơn 5.000: hơn 55.000",
    ]


def test_a_rehearsal_says_the_same_and_writes_nothing(run: Run, station: Path, figures: Path) -> None:
    figures.write_text(HEAD + row("deaths_total", "202401", "3"), "utf-8")
    before, beside = digest(station), sorted(station.parent.iterdir())
    rehearsal = run("import", station, figures, "--dry-run")
    assert (digest(station), sorted(station.parent.iterdir())) == (before, beside)
    assert rehearsal.out.splitlines()[0] == f"Thử nhập {figures}: 1 số liệu, chưa ghi gì vào tệp"
    assert run("import", station, figures).out.splitlines()[1:] == rehearsal.out.splitlines()[1:]


def test_a_second_import_changes_nothing(run: Run, station: Path, figures: Path) -> None:
    figures.write_text(HEAD + row("deaths_total", "202401", "3"), "utf-8")
    run("import", station, figures)
    assert run("import", station, figures).out.splitlines()[1:4] == ["  mới: 0", "  thay đổi: 0", "  không đổi: 1"]
    figures.write_text(HEAD + row("deaths_total", "202401", "4"), "utf-8")
    assert run("import", station, figures).out.splitlines()[1:4] == ["  mới: 0", "  thay đổi: 1", "  không đổi: 0"]


@pytest.mark.parametrize(("options", "user"), [((), "dòng lệnh"), (("--user", "Lan"), "Lan")])
def test_the_change_log_names_the_user(
    options: tuple[str, ...], user: str, run: Run, station: Path, figures: Path
) -> None:
    figures.write_text(HEAD + row("deaths_total", "202401", "3"), "utf-8")
    run("import", station, figures, *options)
    with commands.open_station(station, writing=False) as store:
        assert queries.history(store, "deaths_total", "202401")[0].who == user


def test_all_elements_come_in_and_come_back(run: Run, station: Path, figures: Path, tmp_path: Path) -> None:
    """Every element, every category, figures and comments; the second export equals the first."""
    lines = []
    for number, element in enumerate(load_catalogue().data_elements.values()):
        value = {ValueType.INTEGER: "7", ValueType.DECIMAL: "7.25", ValueType.BOOLEAN: "false"}.get(element.value_type)
        period = Period(2023, 12, 12).around(element.frequency).code
        sexes = ["male", "female"] if element.sex_disaggregated and not element.male_element else []
        comment = ("", "=1+1", '"a, ""b"""', "- sổ A1")[number % 4]
        lines += [row(element.code, period, value or element.choices[-1], sex, comment) for sex in ("default", *sexes)]
    figures.write_text(HEAD + "".join(lines), "utf-8")
    assert run("import", station, figures).status == 0
    out, again, other = tmp_path / "out.csv", tmp_path / "again.csv", tmp_path / "other.sotram"
    assert run("export", station, "--period", "2023", "--format", "csv", "--out", out).status == 0
    assert sorted(out.read_text("utf-8").splitlines()[1:]) == sorted("".join(lines).splitlines())
    run("new", other, *STATION)
    assert run("import", other, out).status == 0
    assert run("export", other, "--period", "2023", "--out", again).status == 0
    assert again.read_bytes() == out.read_bytes()


def test_export_says_what_is_no_figure(run: Run, example: Path, tmp_path: Path) -> None:
    answer = run("export", example, "--period", "2025", "--out", tmp_path / "F.csv")
    assert (answer.status, answer.out) == (0, "")
    assert answer.err.startswith("Chỉ xuất số liệu: bỏ qua ")


def test_export_of_nothing_is_the_header(run: Run, station: Path, tmp_path: Path) -> None:
    assert run("export", station, "--period", "2024", "--out", tmp_path / "F.csv").status == 0
    assert (tmp_path / "F.csv").read_text("utf-8") == HEAD


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--period", "2024Q5", "--out", "F"), "“2024Q5” không phải là kỳ"),
        (("--period", "2024", "--out", "none/F"), "Chưa có thư mục none"),
        (("--period", "2024", "--out", "/dev/full"), "Ổ đĩa đã đầy"),
    ],
)
def test_export_refuses(options: tuple[str, ...], words: str, run: Run, station: Path) -> None:
    answer = run("export", station, *options)
    assert (answer.status, answer.out) == (1, "")
    assert words in answer.err


def test_a_writer_elsewhere_keeps_import_out_and_lets_readers_in(run: Run, station: Path, figures: Path) -> None:
    figures.write_text(HEAD + row("deaths_total", "202401", "3"), "utf-8")
    with commands.open_station(station, writing=True):
        refused = run("import", station, figures)
        rehearsed = run("import", station, figures, "--dry-run")
        read = run("indicators", station, "--period", "2024")
    assert refused.status == 1
    assert "đang được một cửa sổ hoặc lệnh khác ghi" in refused.err
    assert (rehearsed.status, read.status) == (0, 0)


def test_a_full_disk_during_import_keeps_the_file(station: Path, figures: Path, user_folder: Path) -> None:
    """In a child, whose files may not grow beyond what the station file has."""
    lines = [row("deaths_total", f"{year}{month:02d}", "3") for year in range(1950, 2025) for month in range(1, 13)]
    figures.write_text(HEAD + "".join(lines), "utf-8")
    before, size = digest(station), station.stat().st_size
    done = child(
        "import",
        station,
        figures,
        env=without_coverage() | {"SO_TRAM_USER_FOLDER": str(user_folder)},
        before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Ổ đĩa đã đầy hoặc bị giới hạn dung lượng")
    assert digest(station) == before


@pytest.mark.parametrize("name", ["tram.sotram", "link", "other.SOTRAM"])
def test_a_station_file_is_never_the_output(name: str, run: Run, station: Path) -> None:
    (station.parent / "link").hardlink_to(station)
    before = digest(station)
    answer = run("export", station, "--period", "2024", "--out", station.parent / name)
    assert (answer.status, answer.out, digest(station)) == (1, "", before)
    assert "là tệp số liệu của trạm; không ghi kết quả đè lên đó" in answer.err


def test_figures_of_a_completed_form_are_refused_line_by_line_with_its_name(
    run: Run, station: Path, figures: Path
) -> None:
    figures.write_text(HEAD + row("population_end", "2024Q3", "4127"), encoding="utf-8")
    assert run("import", station, figures).status == 0
    form = load_catalogue().data_sets["population.quarter"]
    with commands.open_station(station, writing=True) as store:
        done = Completion(data_set=form.code, period="2024Q3", elements=form.elements)
        commands.complete(store, [done], Attribution(user="Lan", now=NOW))
    assert run("import", station, figures).status == 0  # the same figures change nothing
    figures.write_text(
        HEAD + row("population_end", "2024Q3", "4130") + row("deaths_total", "202401", "1"), encoding="utf-8"
    )
    answer = run("import", station, figures)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith(f"{figures}:2: Phiếu “{form.title_vi}” kỳ 2024Q3 đã hoàn thành")
    with commands.open_station(station, writing=False) as store:
        assert [value.value for value in queries.data_values(store)] == ["4127"]
