"""The words of the command line: what is understood, what is wrong usage (2), what is refused (1)."""

import pytest

from tests.ui.cli.tools import Run
from ui.cli_arguments import WINDOW, Asked, UsageFault, parse


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["a.sotram"],
        ["A.SOTRAM", "--exit-when", "painted"],
        ["--exit-when=ready", "a.sotram"],
        ["--lang", "en", "a.sotram"],
        ["--lang", "en"],
    ],
)
def test_the_window_is_asked_for(words: list[str]) -> None:
    assert parse(words).command == WINDOW


def test_options_stand_anywhere() -> None:
    wanted = {"--lang": "en", "--user": "Lan", "file": "a.sotram", "--period": "2024", "--format": "table"}
    before = parse(["--lang", "en", "--user", "Lan", "indicators", "a.sotram", "--period", "2024"])
    after = parse(["indicators", "--period=2024", "a.sotram", "--user=Lan", "--lang=en"])
    assert before.values == after.values == wanted


def test_a_flag_is_a_flag() -> None:
    assert parse(["import", "a.sotram", "F.csv", "--dry-run"]).flags == {"--dry-run"}


def test_after_two_dashes_everything_is_a_name() -> None:
    assert parse(["check", "--", "--dry-run"]).values["file"] == "--dry-run"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["bogus"], "unknown_command"),
        (["enters", "a.sotram"], "unknown_command"),
        (["catalogue", "import"], "missing_argument"),
        (["catalogue", "import", "a.sotram"], "missing_argument"),
        (["catalogue", "import", "a.sotram", "b.yaml", "c"], "unexpected_argument"),
        (["catalogue", "check", "a.sotram"], "unexpected_argument"),
        (["catalogue", "export"], "unknown_command"),
        (["catalogue"], "missing_argument"),
        (["--bogus"], "unknown_option"),
        (["a.sotram", "--bogus"], "unknown_option"),
        (["a.sotram", "b.sotram"], "unexpected_argument"),
        (["import", "a.sotram"], "missing_argument"),
        (["import", "a.sotram", "b", "c"], "unexpected_argument"),
        (["import", "a.sotram", "b", "--dry-run=1"], "unknown_option"),
        (["import", "a.sotram", "b", "--dry"], "unknown_option"),
        (["indicators", "a.sotram"], "missing_argument"),
        (["indicators", "a.sotram", "--period"], "missing_value"),
        (["indicators", "a.sotram", "--period", "--plan", "x"], "missing_value"),
        (["indicators", "a.sotram", "--period", "2024", "--format", "xml"], "unknown_format"),
        (["export", "a.sotram", "--period", "2024", "--out", "F", "--format", "json"], "unknown_format"),
        (["export", "a.sotram", "--period", "2024"], "missing_argument"),
        (["report", "a.sotram", "--period", "2024", "--out", "F", "--kind", "x", "--frozen"], "unknown_option"),
        (["new", "a.sotram", "--code", "X", "--name", "Y"], "missing_argument"),
        (["check", "-x"], "unknown_option"),
    ],
)
def test_wrong_usage(words: list[str], code: str, run: Run) -> None:
    with pytest.raises(UsageFault) as caught:
        parse(words)
    answer = run(*words)
    assert caught.value.code == code
    assert (answer.status, answer.out, len(answer.err.splitlines())) == (2, "", 2)


def test_usage_is_explained_in_the_asked_language(run: Run) -> None:
    assert run("import", "a.sotram").err.startswith("Còn thiếu FIGURES.csv.\nCách dùng: python main.py import ")
    assert run("import", "a.sotram", "--lang", "en").err.startswith("FIGURES.csv is missing.\nUsage: ")
    assert run("--lang=en", "bogus").err.startswith("There is no command “bogus”.\nThe commands: new, example,")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("check", "a.sotram", "--lang", "fr"), "Không có ngôn ngữ “fr”."),
        (("check", "a.sotram", "--user", " "), "Tên người dùng không được để trống."),
        (("a.sotram", "--exit-when", "never"), "--exit-when chỉ nhận painted hoặc ready"),
        (("check", ""), "Tên tệp hoặc thư mục (FILE.sotram) để trống"),
    ],
)
def test_wrong_values_are_refused(words: tuple[str, ...], sentence: str, run: Run) -> None:
    answer = run(*words)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith(sentence)


def test_help_names_every_command(run: Run) -> None:
    for words in (["--help"], ["-h"], ["help"]):
        answer = run(*words)
        assert answer.status == 0
        assert all(f"main.py {name} " in answer.out for name in ("new", "import", "indicators", "report", "check"))


def test_help_of_one_command(run: Run) -> None:
    assert run("export", "--help").out.startswith("Cách dùng: python main.py export FILE.sotram --period")


def test_without_a_screen_the_window_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    answer = run()
    assert answer.status == 1
    assert answer.err.startswith("Máy này không có màn hình")


def test_the_window_gets_what_was_asked(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window itself is tested elsewhere; here only that it is called."""
    calls: list[Asked] = []

    def begin(asked: Asked, **_: object) -> int:
        calls.append(asked)
        return 0

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr("ui.app.run", begin)
    assert run("a.sotram", "--exit-when", "painted").status == 0
    assert calls[0].values == {"file": "a.sotram", "--exit-when": "painted"}
