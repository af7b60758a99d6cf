"""The compiled catalogue: fresh, equal to its files, refused when damaged."""

from __future__ import annotations

import json
import runpy
import sys
from pathlib import Path

import pytest

from data.catalogue import load_catalogue
from data.catalogue.assemble import assemble
from data.catalogue.compile import compile_folder, main
from data.catalogue.integrity import read_catalogue
from data.catalogue.reader import Draft
from data.errors import EnvironmentFault, FaultsError
from data.paths import asset
from tests.data.catalogue.test_reader import BROKEN, copy_of_heads


def test_committed_file_equals_a_fresh_compile() -> None:
    assert asset("catalogue", "compiled.json").read_text("utf-8") == compile_folder(asset("catalogue"))


def test_loaded_catalogue_equals_its_files() -> None:
    assert load_catalogue() == read_catalogue(asset("catalogue"))


def test_faulty_files_are_not_compiled() -> None:
    with pytest.raises(FaultsError) as caught:
        compile_folder(BROKEN)
    assert caught.value.code == "catalogue_faulty"
    assert len(caught.value.faults) == len((BROKEN / "expected_faults.txt").read_text("utf-8").splitlines())


def test_a_faulty_draft_makes_no_catalogue() -> None:
    with pytest.raises(ValueError, match="faults"):
        assemble(Draft())


def test_command_writes_and_compares(tmp_path: Path) -> None:
    folder = copy_of_heads(tmp_path)
    assert main(["--check"], folder) == 1
    assert main([], folder) == 0
    assert main(["--check"], folder) == 0
    assert (folder / "compiled.json").read_bytes() == compile_folder(folder).encode()


def test_module_runs_as_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "data.catalogue.compile")
    monkeypatch.setattr(sys, "argv", ["compile", "--check"])
    with pytest.raises(SystemExit) as left:
        runpy.run_module("data.catalogue.compile", run_name="__main__")
    assert left.value.code == 0


def test_command_names_each_fault_on_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], BROKEN) == 1
    expected = (BROKEN / "expected_faults.txt").read_text("utf-8").splitlines()
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == len(expected)
    assert lines[0].startswith("sources.toml: source[2] rumour: kind: catalogue_bad_word")


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"layout": {}, "catalogue": {}}', '{"layout": 5}'])
def test_a_damaged_compiled_file_is_told_in_a_sentence(tmp_path: Path, content: str) -> None:
    path = tmp_path / "compiled.json"
    path.write_text(content, "utf-8")
    with pytest.raises(EnvironmentFault) as caught:
        load_catalogue(path)
    assert (caught.value.code, caught.value.parameters) == ("catalogue_unreadable", {"file": "compiled.json"})


def test_a_missing_compiled_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="catalogue_unreadable"):
        load_catalogue(tmp_path / "none.json")


def test_a_line_of_the_compiled_file_is_a_record() -> None:
    """So that a change of one indicator is a change of one line."""
    lines = asset("catalogue", "compiled.json").read_text("utf-8").splitlines()
    line = next(line for line in lines if line.startswith('["health_insurance_coverage"'))
    assert json.loads(line.removesuffix(","))[4:6] == ["insured_persons", "population_end"]


def test_a_file_compiled_for_other_records_is_refused(tmp_path: Path) -> None:
    content = json.loads(asset("catalogue", "compiled.json").read_bytes())
    content["layout"]["Group"].reverse()
    (tmp_path / "compiled.json").write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(EnvironmentFault, match="catalogue_unreadable"):
        load_catalogue(tmp_path / "compiled.json")
