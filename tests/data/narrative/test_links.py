"""A sentence keeps its link through editing, turns stale with its figures, and is brought up to date."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.documents.records import FigureLink, SentenceLink
from data.narrative.links import (
    Changed,
    Proposal,
    Stale,
    agreed,
    key_of,
    linked,
    place_of_figure,
    places_of,
    relinked,
    stale,
    updated,
)

VALUE = FigureLink(what="value/bhyt", category="total", period="2024", printed="92,5%")
CHANGE = FigureLink(what="change/bhyt", category="total", period="2024", printed="tăng 1,2 điểm phần trăm")
SENTENCE = "Bảo hiểm y tế: 92,5%, tăng 1,2 điểm phần trăm so với năm trước."
OTHER = "Tiêm chủng đầy đủ chưa đạt: kết quả 74,6%."


def make_link(sentence: str = SENTENCE, *figures: FigureLink, rule: str = "change") -> SentenceLink:
    """A linked sentence of the summary."""
    return SentenceLink("plan", "2024", "summary", 1, sentence, rule, figures or (VALUE, CHANGE))


def make_proposal(sentence: str, *figures: FigureLink) -> Proposal:
    """What the rule proposes now."""
    return Proposal(section="summary", rule="change", sentence=sentence, figures=figures)


LINK, SECOND = make_link(), make_link(OTHER, VALUE._replace(what="value/tc", printed="74,6%"), rule="missed")


def sentences(links: tuple[SentenceLink, ...]) -> list[str]:
    """What is linked, in order."""
    return [each.sentence for each in links]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"{SENTENCE}\n{OTHER}", [SENTENCE, OTHER]),
        (f"Mở đầu. {OTHER} Và {SENTENCE}", [OTHER, SENTENCE]),
        (f"{OTHER}\nTrạm có 5 giường.", [OTHER]),
        ("", []),
        ("Câu khác hẳn, không liên quan.", []),
        (
            "Bảo hiểm y tế đạt 92,5%, tăng 1,2 điểm phần trăm so với cùng kỳ.",
            ["Bảo hiểm y tế đạt 92,5%, tăng 1,2 điểm phần trăm so với cùng kỳ."],
        ),
        (SENTENCE.removesuffix("."), [SENTENCE.removesuffix(".")]),
        (f"x{SENTENCE}", [f"x{SENTENCE}"]),
    ],
)
def test_a_sentence_keeps_its_link_while_it_is_recognisably_the_same(text: str, kept: list[str]) -> None:
    links = relinked((LINK, SECOND), text)
    assert sentences(links) == kept
    assert [each.number for each in links] == list(range(1, len(kept) + 1))


def test_the_most_alike_sentence_takes_the_link_and_only_one_does() -> None:
    near, nearer = SENTENCE.replace("92,5%", "đạt cao"), SENTENCE.replace("92,5%", "93%")
    assert sentences(relinked((LINK,), f"{near} {nearer}")) == [nearer]


def test_of_two_links_one_edited_sentence_keeps_one() -> None:
    twin = make_link(SENTENCE.replace("Bảo", "bảo"))
    assert len(relinked((LINK, twin), SENTENCE.replace("92,5%", "93%"))) == 1


def test_a_sentence_that_comes_back_word_for_word_has_its_link_again() -> None:
    newer = LINK._replace(sentence=SENTENCE.replace("92,5%", "93,0%"))
    assert relinked((newer,), SENTENCE, (SECOND, LINK)) == (LINK,)
    assert sentences(relinked((), f"{OTHER} {SENTENCE}", (LINK, SECOND))) == [OTHER, SENTENCE]


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from(["Trạm có bác sĩ.", "Đường xa.", "Thiếu 5 giường."]), max_size=3),
    st.permutations((LINK, SECOND)),
)
def test_exact_sentences_keep_their_links_whatever_stands_around(around: list[str], links: list[SentenceLink]) -> None:
    text = "\n".join([*around, *(each.sentence for each in links), *around])
    assert sentences(relinked(tuple(links), text)) == [each.sentence for each in links]


def test_a_sentence_that_ends_another_is_found_where_it_stands_alone() -> None:
    short = make_link("tăng 1,2 điểm phần trăm so với năm trước.")
    assert [link.sentence for link, _, _ in places_of((short, LINK), SENTENCE)] == [SENTENCE]


def test_figures_that_print_differently_make_a_link_stale() -> None:
    now = {"value/bhyt": "93,0%", "change/bhyt": CHANGE.printed, "value/tc": "74,6%"}
    (found,) = stale((LINK, SECOND), lambda figure: now[figure.what])
    assert found == Stale(LINK, (Changed(VALUE, "93,0%"),))


def test_keeping_a_sentence_makes_it_current() -> None:
    kept = agreed(Stale(LINK, (Changed(VALUE, "93,0%"),)))
    assert (kept.sentence, [each.printed for each in kept.figures]) == (SENTENCE, ["93,0%", CHANGE.printed])


def both(value: str, change: str) -> tuple[FigureLink, FigureLink]:
    """The two figures as they print now."""
    return VALUE._replace(printed=value), CHANGE._replace(printed=change)


DOWN = "giảm 0,5 điểm phần trăm"
CHANGES = (Changed(VALUE, "90,8%"), Changed(CHANGE, DOWN))
RULES_OWN = f"Bảo hiểm y tế: 90,8%, {DOWN} so với năm trước."


@pytest.mark.parametrize(
    ("sentence", "new"),
    [
        (SENTENCE, RULES_OWN),
        (
            "Nhờ vận động, bảo hiểm y tế đạt 92,5%, tăng 1,2 điểm phần trăm so với năm trước.",
            f"Nhờ vận động, bảo hiểm y tế đạt 90,8%, {DOWN} so với năm trước.",
        ),
        ("Bảo hiểm y tế: hơn 92%, tăng 1,2 điểm phần trăm so với năm trước.", RULES_OWN),
    ],
)
def test_updating_keeps_a_persons_wording_where_the_old_figures_stand_in_it(sentence: str, new: str) -> None:
    old = Stale(make_link(sentence), CHANGES)
    proposal = make_proposal(RULES_OWN, *both("90,8%", DOWN))
    link = updated(old, [make_proposal("Khác.", VALUE), proposal])
    assert link is not None
    assert (link.sentence, link.figures) == (new, proposal.figures)


def test_a_figure_that_is_gone_brings_the_rules_own_sentence() -> None:
    link = updated(Stale(LINK, (Changed(VALUE, ""),)), [make_proposal("Mới.", VALUE, CHANGE)])
    assert link is not None
    assert link.sentence == "Mới."


def test_an_unchanged_figure_that_was_taken_out_does_no_harm() -> None:
    edited = make_link("Bảo hiểm y tế: 92,5% dân số tham gia.")
    link = updated(Stale(edited, (Changed(VALUE, "90,8%"),)), [make_proposal("Mới.", VALUE, CHANGE)])
    assert link is not None
    assert link.sentence == "Bảo hiểm y tế: 90,8% dân số tham gia."


def test_a_rule_that_proposes_nothing_more_leaves_it_to_a_person() -> None:
    assert updated(Stale(LINK, CHANGES), [make_proposal("Khác.", VALUE)]) is None


def test_a_proposal_taken_over_is_about_the_same() -> None:
    proposal = make_proposal(SENTENCE, VALUE, CHANGE)
    link = linked(proposal, "plan", "2024")
    assert key_of(link) == proposal.key


@pytest.mark.parametrize(
    ("sentence", "printed", "place"),
    [
        ("Có 92,5% người", "92,5%", (3, 8)),
        ("Có 192,5%, 92,5%", "92,5%", (11, 16)),
        ("Có 1.92 và 92", "92", (11, 13)),
        ("Có 92.5 và 5/92/3", "92", None),
        ("92.", "92", (0, 2)),
        ("Có 92", "", None),
    ],
)
def test_a_figure_is_found_where_it_stands_alone(sentence: str, printed: str, place: tuple[int, int] | None) -> None:
    assert place_of_figure(sentence, printed) == place
