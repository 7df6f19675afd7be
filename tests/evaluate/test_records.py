"""Scores over gold written into a folder: each item used once, pages pooled, what is missing named."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import ReadError
from dragoman.evaluate.records import KINDS, Tally, load_gold, mean_f1, score_kind, score_records

from .gold import actor, event, gold_event

PAGE = "France condemned Serbia on Monday.\n\nNorway praised Iceland for its rescue work on Monday.\n"
CONDEMNED = {"type": "ACCUSE", "source": ["FRA"], "target": ["SRB"], "sentence": "France condemned Serbia on Monday."}
PRAISED = {
    **{"type": "SUPPORT", "source": ["NOR"], "target": ["ISL"]},
    **{"sentence": "Norway praised Iceland for its rescue work on Monday."},
}
EMPTY: dict[str, Any] = {kind: [] for kind in KINDS}

Write = Callable[..., Path]


@pytest.fixture
def write_gold(tmp_path: Path) -> Write:
    """Writes a gold file and, where words are given, its page; gives the folder."""

    def write(name: str, gold: dict[str, Any], *, page: str | None = None) -> Path:
        (tmp_path / f"{name}.json").write_text(
            json.dumps({**EMPTY, "published": "2024-03-06", **gold}), encoding="utf-8"
        )
        if page is not None:
            (tmp_path / f"{name}.txt").write_text(page, encoding="utf-8")
        return tmp_path

    return write


@pytest.mark.parametrize(
    ("hits", "given", "wanted", "scores"),
    [
        (2, 4, 2, (0.5, 1, 2 / 3)),
        (3, 3, 3, (1, 1, 1)),
        (0, 5, 5, (0, 0, 0)),
        (0, 0, 0, (0, 0, 0)),
        (0, 0, 4, (0, 0, 0)),
        (0, 4, 0, (0, 0, 0)),
    ],
)
def test_a_tally_gives_precision_recall_and_f1(
    hits: int, given: int, wanted: int, scores: tuple[float, float, float]
) -> None:
    tally = Tally(hits, given, wanted)
    assert (tally.precision, tally.recall, tally.f1) == pytest.approx(scores)


def test_each_finding_is_used_for_one_gold_item() -> None:
    tally = Tally()
    score_kind("events", [event()], [gold_event(), gold_event()], tally)
    assert (tally.hits, tally.given, tally.wanted, len(tally.missed), tally.extra) == (1, 1, 2, 1, [])


def test_what_is_missed_and_what_is_extra_are_told_in_words() -> None:
    tally = Tally()
    score_kind("events", [event(recipients=[actor("FRA")])], [gold_event()], tally)
    assert (tally.hits, len(tally.missed), len(tally.extra)) == (0, 1, 1)
    assert "['NOR']>['ISL']" in tally.missed[0] and "['NOR']>['FRA']" in tally.extra[0] and "ask" in tally.extra[0]


def test_tallies_add_up_over_reports() -> None:
    tally = Tally()
    score_kind("events", [event()], [gold_event()], tally)
    score_kind("events", [], [gold_event()], tally)
    assert (tally.hits, tally.given, tally.wanted) == (1, 1, 2)


@pytest.mark.parametrize(
    ("kind", "have"),
    [
        ("persons", {"name": "Marit Lund", "role": None, "country": "NOR"}),
        ("claims", {"speaker": None, "text": "Words"}),
        ("claims", {"speaker": actor("NOR"), "text": "Words"}),
        ("agreements", {"parties": ["NOR"], "kind": "treaty", "evidence": {"text": "Words"}}),
        ("commitments", {"parties": ["NOR"], "amount": 5, "deadline": None, "evidence": {"text": "Words"}}),
        ("meetings", {"countries": ["NOR"], "evidence": {"text": "Words"}}),
    ],
)
def test_a_finding_of_any_kind_can_be_listed_as_extra(kind: str, have: dict[str, Any]) -> None:
    tally = Tally()
    score_kind(kind, [have], [], tally)
    assert len(tally.extra) == 1 and ("Words" in tally.extra[0] or "Marit Lund" in tally.extra[0])


FIRST, SECOND = "The bridge is open,", "and nobody will close it again."
WHOLE = f"{FIRST} {SECOND}"


@pytest.mark.parametrize(
    ("texts", "speaker", "counts"),
    [
        ([WHOLE], "Lund", (1, 1, 1)),
        ([FIRST, SECOND], "Lund", (2, 2, 2)),
        ([FIRST], "Lund", (1, 1, 2)),
        ([SECOND], "Lund", (1, 1, 2)),
        ([FIRST, FIRST], "Lund", (1, 2, 2)),
        ([WHOLE, SECOND], "Lund", (1, 2, 1)),
        ([FIRST, SECOND], "Vik", (0, 2, 1)),
        (["Rain fell all day"], "Lund", (0, 1, 1)),
        ([], "Lund", (0, 0, 1)),
    ],
)
def test_a_claim_in_parts_is_hit_whole_or_part_by_part(
    texts: list[str], speaker: str, counts: tuple[int, int, int]
) -> None:
    have = [{"speaker": actor("NOR", name=f"Marit {speaker}"), "text": text} for text in texts]
    tally = Tally()
    score_kind("claims", have, [{"speaker": "Marit Lund", "text": WHOLE, "parts": [FIRST, SECOND]}], tally)
    assert (tally.hits, tally.given, tally.wanted) == counts


def test_a_claim_without_parts_is_hit_by_a_part_of_it() -> None:
    tally = Tally()
    have = [{"speaker": actor("NOR", name="Marit Lund"), "text": text} for text in (FIRST, SECOND)]
    score_kind("claims", have, [{"speaker": "Marit Lund", "text": WHOLE}], tally)
    assert (tally.hits, tally.given, tally.wanted) == (1, 2, 1)


def test_the_macro_mean_weighs_kinds_alike() -> None:
    assert mean_f1({"events": Tally(1, 1, 1), "claims": Tally(0, 90, 90)}) == pytest.approx(0.5)


def test_gold_without_a_page_name_belongs_to_the_text_of_its_own_name(write_gold: Write) -> None:
    write_gold("one", {})
    write_gold("two", {"page": "shared.html"})
    folder = write_gold("three", {"page": "shared.html"})
    assert {page: len(golds) for page, golds in load_gold(folder).items()} == {"one.txt": 1, "shared.html": 2}


def test_a_folder_without_gold_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="holds no gold"):
        load_gold(tmp_path)


def test_findings_are_scored_against_the_gold_of_their_page(write_gold: Write) -> None:
    folder = write_gold("one", {"events": [CONDEMNED, PRAISED]}, page=PAGE)
    tally = score_records(folder)["events"]
    assert (tally.hits, tally.given, tally.wanted) == (2, 2, 2)


def test_gold_that_the_page_does_not_hold_is_missed(write_gold: Write) -> None:
    folder = write_gold("one", {"events": [CONDEMNED, {**PRAISED, "target": ["FRA"], "source": ["ESP"]}]}, page=PAGE)
    tally = score_records(folder)["events"]
    assert (tally.hits, len(tally.missed), len(tally.extra)) == (1, 1, 1)


def test_pages_may_lie_in_another_folder(write_gold: Write, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "report.txt").write_text(PAGE, encoding="utf-8")
    folder = write_gold("one", {"page": "report.txt", "events": [CONDEMNED]})
    assert score_records(folder, pages=pages)["events"].hits == 1


def test_only_the_pages_picked_are_scored(write_gold: Write) -> None:
    write_gold("one", {"events": [CONDEMNED]}, page=PAGE)
    folder = write_gold("two", {"events": [PRAISED]}, page=PAGE)
    tally = score_records(folder, only=lambda page: page == "one.txt")["events"]
    assert (tally.hits, tally.wanted) == (1, 1)


def test_a_missing_page_is_named(write_gold: Write) -> None:
    folder = write_gold("lost", {"events": [CONDEMNED]})
    with pytest.raises(ReadError, match=r"lost\.txt"):
        score_records(folder)


def test_every_kind_has_a_tally_even_where_nothing_is_wanted(write_gold: Write) -> None:
    folder = write_gold("one", {}, page=PAGE)
    assert set(score_records(folder)) == set(KINDS)
