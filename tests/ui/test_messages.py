"""Every code has a sentence in both languages, and every sentence a code that is raised."""

import ast
import string
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from data.catalogue import load_catalogue
from data.errors import EnvironmentFault, Fault, FaultsError, UserError
from data.model import Category, RuleResult, Status, Verdict
from data.periods import parse_period
from data.printing import Gap
from tests.builders import make_catalogue, make_element, make_rule
from ui.messages import load_messages

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("vi", "en")
RAISED = {"UserError", "EnvironmentFault", "FaultsError", "Fault", "Draft", "_fault", "_keep"}
TABLES = {
    language: tomllib.loads((ROOT / f"assets/texts/messages_{language}.toml").read_text("utf-8"))
    for language in LANGUAGES
}


class Raise(NamedTuple):
    """A place in the code that names a code by itself, and the parameters it gives (None: not to be read off)."""

    place: str
    code: str
    parameters: frozenset[str] | None


@cache
def sources() -> dict[str, ast.Module]:
    """Our modules, parsed, by their place."""
    files = [
        *ROOT.glob("main.py"),
        *(path for name in ("data", "reports", "ui") for path in ROOT.glob(f"{name}/**/*.py")),
    ]
    return {str(path.relative_to(ROOT)): ast.parse(path.read_text("utf-8")) for path in files}


@cache
def raises() -> tuple[Raise, ...]:
    """Every call that names an error code as a literal."""
    return tuple(_raises())


def _raises() -> Iterator[Raise]:
    for place, module in sources().items():
        for node in ast.walk(module):
            if isinstance(node, ast.Call):
                name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                first = node.args[1:2] if name == "Draft" else node.args[:1]
                if name in RAISED and first and isinstance(first[0], ast.Constant) and isinstance(first[0].value, str):
                    yield Raise(f"{place}:{node.lineno}", first[0].value, given(node, name))


def given(call: ast.Call, name: str) -> frozenset[str] | None:
    """Names of the parameters that a call gives; None where they stand in a variable."""
    if name in ("Draft", "_fault", "_keep"):
        return None
    named = {keyword.arg for keyword in call.keywords if keyword.arg}
    if len(named) < len(call.keywords):
        return None
    if name != "Fault":
        return frozenset(named | {"count"} if name == "FaultsError" else named)
    if len(call.args) < 3:
        return frozenset()
    if not isinstance(call.args[2], ast.Dict):
        return None
    keys = call.args[2].keys
    names = [key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str)]
    return frozenset(names) if len(names) == len(keys) else None


def texts_in_code() -> set[str]:
    """Every literal text of our modules, and the beginnings of those put together."""
    return {
        node.value
        for module in sources().values()
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def parameters_of(sentence: str) -> set[str]:
    """Names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_sentence(language: str) -> None:
    sentences = TABLES[language]["error"]
    assert [each for each in raises() if each.code not in sentences] == []


@pytest.mark.parametrize("code", ["file_damaged", "check_integrity"])
def test_damage_leads_to_guided_recovery(code: str) -> None:
    sentence = load_messages("vi").error(EnvironmentFault(code, file="tram.sotram"))
    assert "mở tệp bằng cửa sổ chương trình để phục hồi" in sentence


def test_every_sentence_is_used() -> None:
    literals = texts_in_code()
    unused = [
        code
        for code in TABLES["vi"]["error"]
        if code not in literals
        and not any(text.endswith("_") and code.startswith(text) for text in literals if len(text) > 9)
    ]
    assert unused == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_use_only_parameters_that_are_given(language: str) -> None:
    sentences = TABLES[language]["error"]
    faults = [
        each
        for each in raises()
        if each.parameters is not None and not parameters_of(sentences.get(each.code, "")) <= each.parameters
    ]
    assert faults == []


def test_both_languages_have_the_same_tables_keys_and_parameters() -> None:
    shapes = [
        {(table, key): parameters_of(text) for table, texts in TABLES[language].items() for key, text in texts.items()}
        for language in LANGUAGES
    ]
    assert shapes[0].keys() == shapes[1].keys()
    assert {key for key in shapes[0] if shapes[0][key] != shapes[1][key]} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_composed_and_end_like_sentences(language: str) -> None:
    texts = [text for texts in TABLES[language].values() for text in texts.values()]
    assert all(unicodedata.is_normalized("NFC", text) for text in texts)
    unfinished = [
        text for text in TABLES[language]["error"].values() if not text.endswith((".", "--help", ": {finding}"))
    ]
    assert unfinished == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verdict_and_status_has_its_word(language: str) -> None:
    assert set(TABLES[language]["verdict"]) == {verdict.value for verdict in Verdict}
    assert set(TABLES[language]["status"]) == {status.value for status in Status}


def test_an_error_becomes_its_sentence() -> None:
    messages = load_messages("vi")
    assert messages.error(EnvironmentFault("file_empty", file="a.sotram")).startswith("a.sotram là tệp rỗng")
    assert messages.fault(Fault("csv_value_blank", "F.csv:12")).startswith("F.csv:12: Chưa có giá trị.")


def test_faults_come_before_their_closing_sentence() -> None:
    error = FaultsError("csv_refused", (Fault("csv_empty", "F.csv"),), file="F.csv", total=1)
    lines = load_messages("vi").lines(error)
    assert [line[:6] for line in lines] == ["F.csv:", "Chưa n"]
    assert load_messages("en").lines(UserError("user_blank")) == ["The user's name must not be empty."]


def test_more_faults_than_are_listed_is_said() -> None:
    error = FaultsError("csv_refused", (Fault("csv_empty", "F.csv:2"),), file="F.csv", total=60)
    lines = load_messages("vi").lines(error)
    assert "60 lỗi" in lines[1]
    assert lines[1].endswith("Chỉ liệt kê 1 lỗi đầu.")


def test_a_fault_names_its_file_once() -> None:
    sentence = load_messages("vi").fault(Fault("file_not_sqlite", "README.md", {"file": "README.md"}))
    assert sentence.count("README.md") == 1
    assert ".sotram" in sentence


def test_a_grouped_count_is_told_how_to_be_written() -> None:
    fault = Fault("csv_value_grouped", "F.csv:2", {"value": "1.234", "joined": "1234"})
    assert "xin viết 1234." in load_messages("vi").fault(fault)


@pytest.mark.parametrize(
    ("code", "vietnamese", "english"),
    [
        ("202403", "tháng 03/2024", "month 03/2024"),
        ("2024Q3", "quý III/2024", "quarter III/2024"),
        ("2024S1", "6 tháng đầu năm 2024", "first half of 2024"),
        ("2024S2", "6 tháng cuối năm 2024", "second half of 2024"),
        ("2024M9", "9 tháng đầu năm 2024", "first nine months of 2024"),
        ("2024", "năm 2024", "year 2024"),
    ],
)
def test_periods_are_spoken_of(code: str, vietnamese: str, english: str) -> None:
    period = parse_period(code)
    assert (load_messages("vi").period(period), load_messages("en").period(period)) == (vietnamese, english)


@pytest.mark.parametrize(
    ("gap", "sentence"),
    [
        (Gap("short", "132", "người"), "còn thiếu 132 người"),
        (Gap("over", "1", "ca"), "vượt 1 ca"),
        (Gap("unreachable", "", ""), "không thể đạt trong kỳ"),
    ],
)
def test_a_gap_in_words(gap: Gap, sentence: str) -> None:
    assert load_messages("vi").gap(gap) == sentence


CATALOGUE = make_catalogue(
    (
        make_element("full", name_vi="Trẻ tiêm đủ", name_en="Fully immunised"),
        make_element("under_1", name_vi="trẻ dưới 1 tuổi", name_en="children under 1"),
    )
)


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (
            make_rule("not_above", element="under_1"),
            "Trẻ tiêm đủ (148) không thể nhiều hơn trẻ dưới 1 tuổi (141): hơn 7",
        ),
        (make_rule("range", maximum="141"), "Trẻ tiêm đủ (148) không thể lớn hơn 141: hơn 7"),
        (make_rule("sex_sum", expression="male + female"), "Trẻ tiêm đủ (148) phải bằng nam + nữ (141): lệch 7"),
        (
            make_rule("equals", expression="under_1 - 2"),
            "Trẻ tiêm đủ (148) phải bằng trẻ dưới 1 tuổi − 2 (141): lệch 7",
        ),
        (
            make_rule("parts_sum_to", expression="full + full", total="under_1"),
            "Trẻ tiêm đủ + trẻ tiêm đủ cộng lại (148) phải bằng trẻ dưới 1 tuổi (141): lệch 7",
        ),
        (
            make_rule("parts_not_above", expression="full", total="under_1"),
            "Trẻ tiêm đủ cộng lại (148) không thể nhiều hơn trẻ dưới 1 tuổi (141): hơn 7",
        ),
        (
            make_rule("near", expression="under_1", tolerance_pct="2.5"),
            "Trẻ tiêm đủ (148) chênh quá 2,5% so với trẻ dưới 1 tuổi (141): lệch 7",
        ),
        (make_rule("balance", expression="under_1"), "Trẻ tiêm đủ (148) phải khớp với trẻ dưới 1 tuổi (141): lệch 7"),
        (
            make_rule("equals_previous_period", element="under_1"),
            "Trẻ tiêm đủ (148) phải bằng trẻ dưới 1 tuổi của kỳ trước (141): lệch 7",
        ),
        (
            make_rule("yearly_change_pct", maximum="4"),
            "Trẻ tiêm đủ (148) thay đổi quá 4% so với cùng kỳ năm trước (141): lệch 7",
        ),
    ],
)
def test_a_broken_rule_in_words(rule: object, sentence: str) -> None:
    result = RuleResult("full", rule, "2024", Category.DEFAULT, False, 148, 141)  # type: ignore[arg-type]
    assert load_messages("vi").rule(result, CATALOGUE) == f"năm 2024: {sentence}"


def test_a_range_from_below_names_the_sex() -> None:
    result = RuleResult("full", make_rule("range", minimum="3"), "2024Q1", Category.MALE, False, 1, 3)
    sentence = "quý I/2024: Trẻ tiêm đủ – nam (1) không thể nhỏ hơn 3: thiếu 2"
    assert load_messages("vi").rule(result, CATALOGUE) == sentence
    assert load_messages("en").rule(result, CATALOGUE).startswith("quarter I/2024: Fully immunised – male (1)")


def test_every_rule_of_the_catalogue_can_be_spoken() -> None:
    catalogue = load_catalogue()
    for language in LANGUAGES:
        for element in catalogue.data_elements.values():
            for rule in element.rules:
                result = RuleResult(element.code, rule, "2024", Category.DEFAULT, False, 2, 1)
                assert "_" not in load_messages(language).rule(result, catalogue)
