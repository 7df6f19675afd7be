"""History: entries of the ledger against those that a reader wrote down."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import ReadError
from dragoman.evaluate.history import Told, add_in_line, add_pairs, match, read_history, read_sides, score_history
from dragoman.evaluate.records import Tally

OPENED, LATE = "The border market opened on Monday.", "The market was to open in May."


def told(home: str, change: str = "met", words: str = OPENED, page: str = "a.txt") -> Told:
    return Told(home, page, change, words)


PAIRS: list[tuple[str, list[Told], list[Told], int]] = [
    ("the same", [told("x")], [told("m")], 1),
    ("other words", [told("x", words=LATE)], [told("m", words="Ghana signed a pact with Benin.")], 0),
    ("another change", [told("x", "missed")], [told("m")], 0),
    ("another page", [told("x", page="b.txt")], [told("m")], 0),
    ("one entry for two", [told("x")], [told("m"), told("n")], 1),
    ("most of the words", [told("x", words="market opened on Monday")], [told("m")], 1),
    ("nothing", [], [told("m")], 0),
]


@pytest.mark.parametrize(("why", "ours", "wanted", "hits"), PAIRS, ids=[each[0] for each in PAIRS])
def test_entries_are_matched_once(why: str, ours: list[Told], wanted: list[Told], hits: int) -> None:
    assert len(match(ours, wanted)) == hits
    tally = Tally()
    add_pairs(tally, ours, wanted)
    assert (tally.hits, tally.given, tally.wanted) == (hits, len(ours), len(wanted))
    assert (len(tally.missed), len(tally.extra)) == (len(wanted) - hits, len(ours) - hits)


def test_a_change_counts_in_the_line_of_its_history() -> None:
    ours = [told("x", "announced", LATE), told("x", "repeated", LATE, "b.txt"), told("y")]
    wanted = [told("m", "announced", LATE), told("m", "repeated", LATE, "b.txt"), told("m")]
    every = match(ours, wanted)
    tally = Tally()
    add_in_line(tally, every, ours, wanted, every=every)
    assert (len(every), tally.hits) == (3, 2)


LINKS: dict[str, Any] = {
    "pages": ["a.txt"],
    "clusters": [
        {"kind": "commitment", "label": "market", "members": []},
        {"kind": "event", "label": "x", "members": []},
    ],
    "history": [
        {"what": "market", "page": "a.txt", "change": "met", "evidence": OPENED},
        {"what": "x", "page": "a.txt", "change": "cancelled", "evidence": OPENED},
        {"what": "nowhere", "page": "a.txt", "change": "met", "evidence": OPENED},
    ],
    "contested": [{"about": "market", "sides": [{"speaker": "A", "country": "GHA", "says": LATE, "page": "a.txt"}]}],
}


def test_only_agreements_and_commitments_have_lines() -> None:
    assert list(read_history(LINKS)) == [told("market")]
    assert list(read_sides(LINKS)) == [Told("market", "a.txt", "GHA", LATE)]


def test_a_chain_is_coded_and_scored(tmp_path: Path) -> None:
    (tmp_path / "links").mkdir()
    (tmp_path / "a.txt").write_text("ACCRA, June 3, 2024: Ghana signed a border treaty with Benin on Monday.\n")
    wanted = {"what": "treaty", "page": "a.txt", "change": "signed",
              "evidence": "Ghana signed a border treaty with Benin on Monday."}  # fmt: skip
    links = {"pages": ["a.txt"], "clusters": [{"kind": "agreement", "label": "treaty", "members": []}],
             "history": [wanted]}  # fmt: skip
    (tmp_path / "links" / "c.json").write_text(json.dumps(links))
    tallies = score_history(tmp_path / "links", pages=tmp_path)
    assert {kind: (each.hits, each.given, each.wanted) for kind, each in tallies.items()} == {
        "entries": (1, 1, 1), "changes": (1, 1, 1), "changes in their line": (1, 1, 1), "contested": (0, 0, 0)
    }  # fmt: skip


def test_a_folder_without_chains_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="holds no links files"):
        score_history(tmp_path, pages=tmp_path)
