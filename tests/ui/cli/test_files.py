"""``new``, ``example``, ``check``, ``catalogue``, ``report``."""

import hashlib
from pathlib import Path

import pytest

from tests.ui.cli.tools import STATION, Run

PLAN_REPORT = ("--kind", "plan_progress", "--plan", "lao-cai-2024")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_new_makes_a_sound_file_and_says_where(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "tram.sotram"
    answer = run("new", path, *STATION)
    assert (answer.status, answer.out, answer.err) == (0, f"Đã tạo {path}\n", "")
    assert run("check", path).out == f"Tệp nguyên vẹn: {path}\n"


def test_new_never_overwrites(run: Run, station: Path) -> None:
    before = digest(station)
    answer = run("new", station, *STATION)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith(f"Đã có tệp {station}")
    assert digest(station) == before


@pytest.mark.parametrize(
    ("option", "value", "sentence"),
    [
        ("--code", "tram", "Mã đơn vị “tram” không hợp lệ."),
        ("--code", "T", "Mã đơn vị “T” không hợp lệ."),
        ("--name", "  ", "Xin ghi tên trạm."),
        ("--place", "Tả Phời", "Địa bàn “Tả Phời” phải bắt đầu bằng xã"),
    ],
)
def test_new_refuses_wrong_details(option: str, value: str, sentence: str, run: Run, tmp_path: Path) -> None:
    answer = run("new", tmp_path / "F.sotram", *STATION, option, value)
    assert answer.status == 1
    assert answer.err.startswith(sentence)
    assert not (tmp_path / "F.sotram").exists()


def test_new_needs_its_folder(run: Run, tmp_path: Path) -> None:
    answer = run("new", tmp_path / "none" / "F.sotram", *STATION)
    assert answer.status == 1
    assert answer.err.startswith("Chưa có thư mục")


def test_example_makes_its_folder_and_never_overwrites(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "one" / "two"
    assert run("example", folder).status == 0
    (path,) = folder.glob("*.sotram")
    before = digest(path)
    assert run("example", folder).status == 1
    assert digest(path) == before


def test_example_into_a_file_is_refused(run: Run, station: Path) -> None:
    answer = run("example", station)
    assert answer.status == 1
    assert "là một tệp, không phải thư mục" in answer.err


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "là tệp rỗng"),
        (b"xin chao\n", "không phải là tệp số liệu"),
        (b"SQLite format 3\0" + bytes(4096), "tệp"),
    ],
)
def test_check_says_that_a_file_is_none_of_ours(content: bytes, sentence: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "F.sotram"
    path.write_bytes(content)
    answer = run("check", path)
    assert (answer.status, answer.err) == (1, "")
    assert sentence in answer.out


def test_check_of_a_missing_file_is_refused(run: Run, tmp_path: Path) -> None:
    answer = run("check", tmp_path / "none.sotram")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("Không tìm thấy tệp")


def test_damage_inside_a_file_is_one_plain_sentence(run: Run, example: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "hong.sotram"
    content = bytearray(example.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 20_000] = b"x" * 20_000
    damaged.write_bytes(content)
    answer = run("check", damaged)
    assert (answer.status, answer.err) == (1, "")
    assert "hỏng" in answer.out
    assert len(set(answer.out.splitlines())) == len(answer.out.splitlines())
    assert not any(word in answer.out for word in ("Page", "btree", "Tree", "SQLite"))


@pytest.mark.parametrize(
    "words",
    [
        ("indicators", "--period", "2024"),
        ("indicators", "--period", "2024Q3", "--plan", "lao-cai-2024", "--format", "json"),
        ("check",),
        ("export", "--period", "2024", "--out", "{out}"),
        ("report", "--period", "2024", *PLAN_REPORT, "--out", "{out}"),
    ],
)
def test_reading_commands_change_nothing_and_leave_nothing(words: tuple[str, ...], run: Run, example: Path) -> None:
    before, beside = digest(example), sorted(example.parent.iterdir())
    out = example.parent.parent / f"{example.parent.name}.out"
    command, *options = [word.replace("{out}", str(out)) for word in words]
    assert run(command, example, *options).status == 0
    assert digest(example) == before
    assert sorted(example.parent.iterdir()) == beside


def test_report_is_a_pdf_and_the_same_twice(run: Run, example: Path, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        answer = run("report", example, *PLAN_REPORT, "--period", "2024Q3", "--out", tmp_path / name)
        assert (answer.status, answer.out, answer.err) == (0, "", "")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert digest(tmp_path / "a.pdf") == digest(tmp_path / "b.pdf")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (("--kind", "none"), "Không có loại báo cáo “none”."),
        (("--plan", "none"), "Không có kế hoạch “none”. Các kế hoạch: lao-cai-2024,"),
        (("--period", "202401"), "Báo cáo này lập theo quý"),
        (("--period", "2024Q5"), "“2024Q5” không phải là kỳ."),
        (("--set", "x"), "Báo cáo plan_progress lập theo kế hoạch"),
        (("--out", "/dev/full"), "Ổ đĩa đã đầy"),
        (("--out", "/"), "/ là một thư mục."),
        (("--out", "none/F.pdf"), "Chưa có thư mục none"),
    ],
)
def test_report_refuses(changes: tuple[str, str], sentence: str, run: Run, example: Path, tmp_path: Path) -> None:
    words = (*PLAN_REPORT, "--period", "2024", "--out", tmp_path / "F.pdf", *changes)
    answer = run("report", example, *words)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith(sentence)
    assert not (tmp_path / "F.pdf").exists()


def test_report_without_its_plan_is_wrong_usage(run: Run, example: Path) -> None:
    answer = run("report", example, "--kind", "plan_progress", "--period", "2024", "--out", "F.pdf")
    assert answer.status == 2
    assert answer.err.startswith("Còn thiếu --plan.")


def test_catalogue_is_sound_and_complete(run: Run) -> None:
    answer = run("catalogue", "check")
    assert (answer.status, answer.err) == (0, "")
    assert "5 kế hoạch, 165 chỉ tiêu giao, 203 chỉ tiêu, 300 trường số liệu" in answer.out


def test_catalogue_list_has_a_line_for_everything(run: Run) -> None:
    kinds = [line.split("\t")[0] for line in run("catalogue", "list").out.splitlines()]
    assert [kinds.count(kind) for kind in ("plan", "indicator", "data_element")] == [5, 203, 300]


def test_a_stale_or_faulty_catalogue_is_said(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.cli_catalogue.asset", lambda *parts: tmp_path.joinpath(*parts))
    answer = run("catalogue", "check")
    assert (answer.status, answer.err) == (1, "")
    assert "Thiếu tệp này." in answer.out
