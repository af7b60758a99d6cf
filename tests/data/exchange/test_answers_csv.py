"""A file of answers: all of them are taken or none, every fault with its line."""

from __future__ import annotations

import pytest

from data.assessment.records import SELF_LAYER, Answer
from data.assessment.results import Place
from data.errors import FaultsError
from data.exchange.answers_csv import read_answers
from tests.data.assessment.table_builders import criterion, leaf, set_of, tiers, tree

CLASSES = tiers(("=", "loai_a", "4"), ("=", "loai_b", "2"))
TABLE = set_of(
    tree(
        criterion(1, "10", leaf("1.1", points="6"), leaf("1.2", "tiered", "4", tiers=CLASSES)),
        criterion(2, "10"),
        total="20",
    )
)
HEAD = "item,layer,answer,reason\n"


def read(text: str) -> tuple[Answer, ...]:
    return read_answers(text.encode(), "F.csv", TABLE, Place())


def faults(content: str | bytes) -> list[tuple[str, str]]:
    raw = content.encode() if isinstance(content, str) else content
    with pytest.raises(FaultsError, match="answers_refused") as refused:
        read_answers(raw, "F.csv", TABLE, Place())
    return [(fault.place, fault.code) for fault in refused.value.faults]


def test_answers_of_several_layers_come_in_the_order_of_the_file() -> None:
    found = read(HEAD + '2,Sở Y tế,9.5,"thiếu, chưa đủ"\n1.1,,yes,\n1.2,tu_cham,loai_b,\n')
    assert found == (
        Answer("2", "Sở Y tế", "9.5", "thiếu, chưa đủ"),
        Answer("1.1", SELF_LAYER, "yes"),
        Answer("1.2", SELF_LAYER, "loai_b"),
    )


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbfitem,layer,answer,reason\r\n1.1,,yes,\r\n",
        b"item,layer,answer\n1.1,,yes\n",
        b"item,layer,answer\r\n\r\n1.1,tu_cham,yes",
        b" item,layer,answer,reason\n1.1,,yes,\n".lstrip(),
        b"item,layer,answer,reason\n 1.1 , , yes ,\n",
    ],
)
def test_forms_of_the_file_that_are_read(content: bytes) -> None:
    assert read_answers(content, "F.csv", TABLE, Place()) == (Answer("1.1", SELF_LAYER, "yes"),)


def test_an_empty_answer_says_that_nothing_is_answered() -> None:
    assert read(HEAD + "1.1,,,\n") == (Answer("1.1", SELF_LAYER, ""),)
    assert read(HEAD) == ()


def test_layers_are_compared_in_composed_letters() -> None:
    assert faults(HEAD + "2,Sở Y tế,1,\n2,So\u031b\u0309 Y te\u0302\u0301,1,\n") == [("F.csv:3", "answers_duplicate")]


def test_every_fault_is_named_in_the_order_of_the_file() -> None:
    lines = [
        "9.9,,yes,",
        ",,yes,",
        "1.1,,9,",
        "1.1,,yes,",
        "2,,11,",
        "1.2,,loai_c,",
        "2,Sở,9,5,",
        "1,,yes,",
        "2,\x07,9,",
    ]
    assert faults(HEAD + "\n".join(lines)) == [
        ("F.csv:2", "answer_item_unknown"),
        ("F.csv:3", "answers_item_blank"),
        ("F.csv:4", "answer_not_yes_no"),
        ("F.csv:5", "answers_duplicate"),
        ("F.csv:6", "answer_too_high"),
        ("F.csv:7", "answer_not_choice"),
        ("F.csv:8", "csv_columns"),
        ("F.csv:9", "answer_to_heading"),
        ("F.csv:10", "name_wrong"),
    ]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", ("F.csv", "csv_empty")),
        (b"item;layer;answer;reason\n", ("F.csv:1", "csv_semicolons")),
        (b"item,layer,reason,answer\n", ("F.csv:1", "csv_header")),
        (b"1.1,,yes,\n", ("F.csv:1", "csv_header")),
        (b"item,layer,answer,reason\n1.1,,\xff,\n", ("F.csv:2", "csv_not_utf8")),
        (b'item,layer,answer,reason\n1.1,,"yes"x,\n', ("F.csv:2", "csv_quotation")),
        (b"item,layer,answer,reason\0\n", ("F.csv", "csv_binary")),
    ],
)
def test_a_file_that_is_no_file_of_answers(content: bytes, fault: tuple[str, str]) -> None:
    assert faults(content) == [fault]


def test_so_many_faults_are_kept_and_all_are_counted() -> None:
    with pytest.raises(FaultsError) as refused:
        read(HEAD + "".join(f"x{number},,yes,\n" for number in range(60)))
    assert (len(refused.value.faults), refused.value.parameters["total"]) == (50, "60")
    assert refused.value.faults[0].parameters == {"item": "x0", "set": "BANG-THU"}
