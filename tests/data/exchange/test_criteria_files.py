"""Criteria sets as YAML, TOML and XLSX: the same in, the same out; every fault with its place in the file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from data.assessment import writer
from data.assessment.definitions import leaves
from data.assessment.reader import read_set
from data.assessment.shipped import shipped_sets
from data.catalogue import load_catalogue
from data.errors import FaultsError, UserError
from data.exchange import criteria_files
from data.exchange.criteria_cells import parsed_xlsx
from data.exchange.criteria_files import read_criteria_file, write_criteria_file
from data.exchange.criteria_yaml import read_yaml, yaml_text
from tests.data.assessment.random_sets import trees, with_own_codes
from tests.data.assessment.set_trees import GOLDEN, small_tree
from tests.data.exchange.criteria_books import faults_of, read

ENDINGS = ("yaml", "yml", "toml", "xlsx")
SMALL = yaml_text(small_tree())
MODEST = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def written(tmp_path: Path, text: str, name: str = "bang.yaml") -> Path:
    """A file with a text."""
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("name", ["bang-thu-47.yaml", "bang-thu-47.toml", "vectors.yaml", "1300-QD-BYT.yaml"])
def test_a_set_goes_to_another_station_in_any_form(name: str, ending: str, tmp_path: Path) -> None:
    before = read(GOLDEN / name)
    out = tmp_path / f"bang.{ending}"
    write_criteria_file(before.tree, out)
    assert read(out) == before


def test_shipped_sets_go_to_another_station(tmp_path: Path) -> None:
    for each in shipped_sets():
        write_criteria_file(writer.tree_of(each), tmp_path / "bang.xlsx")
        assert read(tmp_path / "bang.xlsx").criteria_set == each._replace(is_shipped=False)


def test_the_made_up_tables_are_the_same_in_both_forms() -> None:
    yaml, toml = read(GOLDEN / "bang-thu-47.yaml"), read(GOLDEN / "bang-thu-47.toml")
    assert yaml == toml
    assert (len(list(leaves(yaml.criteria_set))), yaml.warnings) == (47, ())


@given(trees)
@MODEST
def test_any_set_comes_back_from_yaml(tree: dict[str, Any]) -> None:
    found, _ = read_set(tree)
    assert found is not None
    again = read_yaml(yaml_text(writer.tree_of(found)))
    assert again.faults == ()
    assert read_set(again.tree) == (found, ())


@given(trees.map(with_own_codes))
@MODEST
def test_any_set_comes_back_from_a_spreadsheet(tmp_path: Path, tree: dict[str, Any]) -> None:
    found, _ = read_set(tree)
    assert found is not None
    path = tmp_path / "bang.xlsx"
    write_criteria_file(writer.tree_of(found), path)
    again, place = parsed_xlsx(path)
    assert read_set(again, place) == (found, ())


def test_what_is_stored_can_be_written_as_it_is(tmp_path: Path) -> None:
    found, _ = read_set(small_tree())
    assert found is not None
    write_criteria_file(small_tree(), tmp_path / "bang.toml")
    assert read(tmp_path / "bang.toml").criteria_set == found


def test_what_is_no_set_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(FaultsError, match="criteria_refused"):
        write_criteria_file({"schema": "criteria/1"}, tmp_path / "bang.yaml")
    assert list(tmp_path.iterdir()) == []


def test_scalars_keep_their_text() -> None:
    text = 'a: 0.10\nb: "0.10"\nc: 1.10\nd: 2023-03-09\ne: yes\nf: true\ng: "true"\nh: ~\ni:\nj: 0x1F\nk: [1, 2]'
    assert read_yaml(text).tree == {
        **{"a": "0.10", "b": "0.10", "c": "1.10", "d": "2023-03-09", "e": "yes", "f": True, "g": "true"},
        **{"h": None, "i": None, "j": "0x1F", "k": ["1", "2"]},
    }


def test_an_alias_repeats_what_it_names() -> None:
    assert read_yaml("a: &x [1]\nb: *x").tree == {"a": ["1"], "b": ["1"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: [1", ("criteria_not_yaml", "bang.yaml:1")),
        ("a: 1\n b: 2", ("criteria_not_yaml", "bang.yaml:2")),
        ("a: 1\n---\nb: 2", ("criteria_not_yaml", "bang.yaml:2")),
        ("a: 1\n? [b]\n: 2", ("criteria_not_yaml", "bang.yaml:2")),
        ("a: \x07", ("criteria_not_yaml", "bang.yaml:1")),
        ("a: 1\na: 2", ("criteria_key_twice", "bang.yaml:2")),
        ("a: !!python/object:os.system x", ("criteria_yaml_tag", "bang.yaml:1")),
        ("a: !mine x", ("criteria_yaml_tag", "bang.yaml:1")),
        ("a: &x\n  b: *x", ("criteria_circular", "bang.yaml:1")),
        ("a: &x [*x]", ("criteria_circular", "bang.yaml:1")),
        ("[" * 200 + "]" * 200, ("criteria_too_deep", "bang.yaml:1")),
        ("[" * 3000 + "]" * 3000, ("criteria_too_deep", "bang.yaml:1")),
        ("- x", ("criteria_not_table", "bang.yaml:1")),
    ],
)
def test_what_cannot_be_followed_is_refused_by_line(text: str, expected: tuple[str, str], tmp_path: Path) -> None:
    assert faults_of(written(tmp_path, text)) == [expected, *faults_of(written(tmp_path, text))[1:]]


def test_aliases_that_grow_beyond_any_table_are_refused(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    assert faults_of(written(tmp_path, "\n".join(lines)))[-1][0] == "criteria_too_large"


def test_items_that_lead_back_to_themselves_are_refused(tmp_path: Path) -> None:
    text = SMALL.replace("  items: []", "  items: &round\n  - {code: x, text_vi: x, max_points: 1, items: *round}")
    assert [code for code, _ in faults_of(written(tmp_path, text))] == ["criteria_circular"]


def test_a_fault_is_told_with_line_and_place(tmp_path: Path) -> None:
    path = written(tmp_path, SMALL.replace("max_points: '6'", "max_points: sáu"))
    line = next(n for n, text in enumerate(path.read_text("utf-8").splitlines(), 1) if "sáu" in text)
    assert faults_of(path) == [("criteria_not_number", f"bang.yaml:{line}: criteria[1].max_points")]


def test_a_missing_key_is_told_at_the_line_of_what_lacks_it(tmp_path: Path) -> None:
    path = written(tmp_path, SMALL.replace("  valid_to: '2030-12-31'\n", ""))
    assert faults_of(path) == [("criteria_missing_key", "bang.yaml:3: framework.valid_to")]


def test_a_code_that_stands_twice_names_both_lines(tmp_path: Path) -> None:
    with pytest.raises(FaultsError) as refused:
        read(written(tmp_path, SMALL.replace("code: '2.2'", "code: '2.1'")))
    (fault,) = refused.value.faults
    assert fault.code == "criteria_duplicate"
    assert fault.parameters["first"].startswith("bang.yaml:")


def test_the_first_fifty_faults_are_told(tmp_path: Path) -> None:
    text = SMALL + "".join(f"extra{number}: x\n" for number in range(60))
    with pytest.raises(FaultsError) as refused:
        read(written(tmp_path, text))
    assert (len(refused.value.faults), refused.value.parameters["total"]) == (50, "60")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a = \n", ("criteria_not_toml", "bang.toml:1")),
        ("a = " + "[" * 3000, ("criteria_too_deep", "bang.toml")),
        ("schema = 'criteria/1'", ("criteria_missing_key", "bang.toml: framework")),
        ("schema = 4", ("criteria_schema", "bang.toml: schema")),
    ],
)
def test_toml_is_refused_by_place(text: str, expected: tuple[str, str], tmp_path: Path) -> None:
    assert expected in faults_of(written(tmp_path, text, "bang.toml"))


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("bang.docx", b"x", "criteria_file_ending"),
        ("bang", b"x", "criteria_file_ending"),
        ("bang.xls", b"x", "criteria_file_ending"),
        ("bang.yaml", b"\xff\xfea", "criteria_not_utf8"),
        ("bang.toml", b"a = '\xe1'", "criteria_not_utf8"),
        ("bang.yaml", b"", "criteria_file_empty"),
        ("bang.yaml", b"\xef\xbb\xbf \n", "criteria_file_empty"),
        ("bang.toml", b" ", "criteria_file_empty"),
        ("bang.xlsx", b"", "xlsx_damaged"),
        ("bang.xlsx", b"PK\x03\x04 cut", "xlsx_damaged"),
        ("bang.xlsx", b"\xd0\xcf\x11\xe0", "xlsx_locked"),
    ],
)
def test_a_file_that_is_none_is_refused_in_a_sentence(name: str, content: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert faults_of(path) == [(code, "")]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert faults_of(tmp_path / "bang.yaml") == [("file_missing", "")]


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(criteria_files, "LARGEST_FILE", 10)
    assert faults_of(written(tmp_path, SMALL)) == [("criteria_file_large", "")]


def test_only_known_endings_are_written(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="criteria_file_ending"):
        write_criteria_file(small_tree(), tmp_path / "bang.pdf")


def test_a_mark_at_the_beginning_and_other_line_ends_change_nothing(tmp_path: Path) -> None:
    plain = read(written(tmp_path, SMALL))
    (tmp_path / "bang.yaml").write_bytes(b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode())
    assert read(tmp_path / "bang.yaml") == plain


def test_warnings_have_their_place(tmp_path: Path) -> None:
    path = written(tmp_path, SMALL.replace("scoring: yes_no", "scoring: yes_no\n    per_fault: 1"))
    (warning,) = read_criteria_file(path, load_catalogue()).warnings
    assert warning.code == "criteria_unused"
    assert warning.place.endswith("criteria[1].items[0].per_fault")


def test_libraries_are_loaded_only_when_a_file_is_read() -> None:
    assert "yaml" not in vars(sys.modules["data.exchange.criteria_yaml"])
