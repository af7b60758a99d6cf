"""Reading catalogue files: what is refused, and where the fault is said to be."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from data.catalogue.files import ConventionsFile, IndicatorFile, SourceFile
from data.catalogue.integrity import check_catalogue
from data.catalogue.reader import Draft, read_folder
from data.catalogue.records import RecordReader
from data.definitions import Level, OverTime, ValueType
from data.errors import Fault
from data.paths import asset
from data.periods import PeriodType

BROKEN = Path(__file__).parents[2] / "golden" / "broken_catalogue"


def read_sources(changes: Mapping[str, object]) -> tuple[SourceFile | None, list[Fault]]:
    """Read one source whose keys are changed; None takes a key away."""
    table = {"key": "page", "kind": "official", "title": "Trang", "address": "https://example.vn", "gives": "formula"}
    block = {key: value for key, value in {**table, **changes}.items() if value is not None}
    reader = RecordReader()
    return reader.read(SourceFile, {"source": [block]}, "sources.toml:"), reader.faults


def copy_of_shipped(folder: Path) -> Path:
    """A copy of the shipped catalogue that a test may spoil."""
    return shutil.copytree(asset("catalogue"), folder / "catalogue")


def copy_of_heads(folder: Path) -> Path:
    """A copy of the three files that every catalogue has, which is read at once."""
    for name in ("groups.toml", "sources.toml", "conventions.toml"):
        shutil.copy(asset("catalogue", name), folder)
    return folder


@pytest.fixture(scope="module")
def shipped() -> Draft:
    """The shipped catalogue, read once."""
    return read_folder(asset("catalogue"))


def as_line(fault: Fault) -> str:
    """A fault in one line: place, code, parameters."""
    parameters = [f"{name}={value}" for name, value in fault.parameters.items()]
    return " ".join([f"{fault.place}: {fault.code}", *parameters])


def test_broken_catalogue_has_exactly_the_expected_faults() -> None:
    expected = (BROKEN / "expected_faults.txt").read_text("utf-8").splitlines()
    assert [as_line(fault) for fault in check_catalogue(BROKEN)] == expected


def test_a_sound_table_becomes_a_record() -> None:
    sources, faults = read_sources({})
    assert sources is not None
    assert (sources.sources[0].key, sources.sources[0].title) == ("page", "Trang")
    assert faults == []


@pytest.mark.parametrize(
    ("changes", "code", "key"),
    [
        ({"title": None}, "catalogue_missing_key", "title"),
        ({"colour": "red"}, "catalogue_unknown_key", "colour"),
        ({"title": 5}, "catalogue_wrong_type", "title"),
        ({"title": True}, "catalogue_wrong_type", "title"),
        ({"title": ""}, "catalogue_empty_text", "title"),
        ({"title": "e\u0301"}, "catalogue_not_nfc", "title"),
        ({"kind": "hearsay"}, "catalogue_bad_word", "kind"),
    ],
)
def test_a_faulty_key_is_told_with_its_place(changes: dict[str, object], code: str, key: str) -> None:
    _, faults = read_sources(changes)
    assert [(fault.code, fault.place) for fault in faults] == [(code, f"sources.toml: source[1] page: {key}")]


def test_all_faults_of_a_table_are_told() -> None:
    _, faults = read_sources({"title": 5, "kind": "hearsay", "gives": None, "colour": "red"})
    assert len(faults) == 4


def test_a_faulty_table_is_left_out_of_its_list() -> None:
    sources, _ = read_sources({"title": 5})
    assert sources == SourceFile(sources=())


def test_a_table_where_a_list_is_meant() -> None:
    reader = RecordReader()
    assert reader.read(SourceFile, {"source": {"key": "page"}}, "sources.toml:") is None
    assert reader.faults == [
        Fault("catalogue_wrong_type", "sources.toml: source", {"wanted": "array", "found": "table"})
    ]


def test_a_text_where_a_table_is_meant() -> None:
    reader = RecordReader()
    reader.read(ConventionsFile, {"version": "1", "indicators": "x"}, "conventions.toml:")
    assert [fault.place for fault in reader.faults if fault.code == "catalogue_wrong_type"] == [
        "conventions.toml: indicators"
    ]


@pytest.mark.parametrize(
    ("units", "place"),
    [
        ("none", "conventions.toml: indicators: units"),
        ({"%": 5}, "conventions.toml: indicators: units: %"),
    ],
)
def test_a_table_of_texts_holds_texts(units: object, place: str) -> None:
    reader = RecordReader()
    remarks = {"title_vi": "Chỉ tiêu", "conventions": {}, "units": units}
    reader.read(ConventionsFile, {"version": "1", "indicators": remarks}, "conventions.toml:")
    assert [fault.place for fault in reader.faults if fault.code == "catalogue_wrong_type"] == [place]


def test_what_is_given_is_not_asked_of_the_file() -> None:
    """The group of an indicator is the name of its file; a block that repeats it is refused."""
    reader = RecordReader()
    reader.read(IndicatorFile, {"indicator": [{"code": "x", "group": "y"}]}, "f.toml:", {"group": "health"})
    unknown = [fault.place for fault in reader.faults if fault.code == "catalogue_unknown_key"]
    missing = [fault.place for fault in reader.faults if fault.code == "catalogue_missing_key"]
    assert unknown == ["f.toml: indicator[1] x: group"]
    assert "f.toml: indicator[1] x: denominator" not in missing


def test_words_become_enums(shipped: Draft) -> None:
    births = next(element for element in shipped.data_elements if element.code == "live_births")
    assert (births.value_type, births.over_time) == (ValueType.INTEGER, OverTime.SUM)
    assert (births.frequency, shipped.indicators[0].level) == (PeriodType.MONTH, Level.STATION)


def test_a_record_knows_its_place(shipped: Draft) -> None:
    plan = next(plan for plan in shipped.plans if plan.id == "lao-cai-2024")
    place = "plans/lao-cai-2024.toml: target[3] lao-cai-2024/natural_increase_rate-2024"
    assert shipped.place(plan.targets[2]) == place


def test_an_empty_folder_lacks_three_files(tmp_path: Path) -> None:
    faults = check_catalogue(tmp_path)
    assert [(fault.code, fault.place) for fault in faults] == [
        ("catalogue_file_missing", "groups.toml"),
        ("catalogue_file_missing", "sources.toml"),
        ("catalogue_file_missing", "conventions.toml"),
    ]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"[[source]]\nkey = 'e\xff'\n", Fault("catalogue_not_utf8", "sources.toml", {"byte": "20"})),
        (b"[[source]]\nkey = \n", Fault("catalogue_not_toml", "sources.toml", {"line": "2"})),
        (b"[[source]]\n\nkey =", Fault("catalogue_not_toml", "sources.toml", {"line": "3"})),
    ],
)
def test_an_unreadable_file_is_told_once(tmp_path: Path, content: bytes, fault: Fault) -> None:
    folder = copy_of_heads(tmp_path)
    (folder / "sources.toml").write_bytes(content)
    draft = read_folder(folder)
    assert (draft.sources, draft.faults) == (None, [fault])


def test_a_byte_order_mark_and_crlf_change_nothing(tmp_path: Path, shipped: Draft) -> None:
    folder = copy_of_heads(tmp_path)
    content = (folder / "groups.toml").read_bytes()
    (folder / "groups.toml").write_bytes(b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"))
    assert read_folder(folder).groups == shipped.groups


def test_naming_a_faulty_record_is_no_second_fault(tmp_path: Path) -> None:
    folder = copy_of_shipped(tmp_path)
    path = folder / "data_elements" / "population.toml"
    path.write_text(path.read_text("utf-8").replace('over_time = "first"', 'over_time = "never"'), "utf-8")
    assert [fault.code for fault in check_catalogue(folder)] == ["catalogue_bad_word"]
