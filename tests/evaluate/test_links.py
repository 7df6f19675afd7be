"""Links: B-cubed figures of happenings against clusters that a reader made."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import ReadError
from dragoman.evaluate.links import (
    BCubed,
    Mention,
    add_shares,
    choose_golds,
    match_page,
    score_links,
    score_parts,
    take_mentions,
    unite_plans,
)
from dragoman.record import Article, Happening, Meeting, Member, Record, Span

MET = "Ghana's Foreign Minister Kwame Addo met Benin's President Rose Houngbo in Cotonou on Wednesday."
SIGNED = "Ghana signed a defence agreement with Benin in Accra on Friday."


def mention(cluster: int, home: str | None) -> Mention:
    """A mention of a cluster, found in a happening or not at all."""
    return Mention(cluster, "events", "a.txt", ["words"], [], None if home is None else (home, "f"))


def figures(*mentions: Mention) -> BCubed:
    figure = BCubed()
    add_shares(figure, mentions, {each.found: each.found[0] for each in mentions if each.found})
    return figure


@pytest.mark.parametrize(
    ("mentions", "precision", "recall", "found"),
    [
        ([(1, "x"), (1, "x"), (2, "y")], 1.0, 1.0, 3),
        # Everything alone: nothing wrong is joined, and of the pair half is missed.
        ([(1, "x"), (1, "y"), (2, "z")], 1.0, (0.5 + 0.5 + 1) / 3, 3),
        # Everything in one.
        ([(1, "x"), (1, "x"), (2, "x")], (2 / 3 + 2 / 3 + 1 / 3) / 3, 1.0, 3),
        # What was not found stands alone, each by itself.
        ([(1, None), (1, None), (1, "x")], 1.0, 1 / 3, 1),
        ([], 0.0, 0.0, 0),
    ],
)
def test_links_are_counted_by_mention(
    mentions: list[tuple[int, str | None]], precision: float, recall: float, found: int
) -> None:
    figure = figures(*(mention(*each) for each in mentions))
    assert (figure.precision, figure.recall) == pytest.approx((precision, recall))
    assert (figure.found, figure.wanted) == (found, len(mentions))
    assert figure.f1 == pytest.approx(2 * precision * recall / (precision + recall) if mentions else 0.0)


def test_links_take_one_mention_for_each_page_of_a_cluster() -> None:
    links = {
        "pages": ["a.txt", "b.txt"],
        "clusters": [
            {"kind": "event", "label": "talks", "members": [
                {"page": "a.txt", "evidence": "They met."}, {"page": "a.txt", "evidence": "The talks were short."},
                {"page": "b.txt", "evidence": "They met again."},
            ]},
        ],
    }  # fmt: skip
    talks = {"type": "CONSULT", "source": ["GHA"], "target": ["BEN"], "sentence": "They met."}
    praise = {"type": "SUPPORT", "source": ["GHA"], "target": ["BEN"], "sentence": "They met."}
    golds: dict[str, list[dict[str, Any]]] = {
        "a.txt": [{"events": [praise, {**talks, "also": ["The talks were short."]}]}],
        "b.txt": [{"events": [{**talks, "sentence": "They met again."}, {**praise, "sentence": "They met again."}]}],
    }
    found = take_mentions(links, golds)
    assert [(each.page, each.evidence) for each in found] == [
        ("a.txt", ["They met.", "The talks were short."]),
        ("b.txt", ["They met again."]),
    ]
    # Of two gold records in the same words the one with more of them is meant, and the one like most of the cluster.
    assert [[item["type"] for item in each.golds] for each in found] == [["CONSULT"], ["CONSULT"]]


def test_links_give_two_clusters_of_one_sentence_different_gold_records() -> None:
    golds = [[{"type": "CONSULT"}, {"type": "REJECT"}], [{"type": "REJECT"}, {"type": "CONSULT"}]]
    clusters = [
        [Mention(at, "events", page, ["x"], list(golds[number])) for number, page in enumerate("ab")] for at in range(2)
    ]
    choose_golds(clusters)
    kept = [[[item["type"] for item in mention.golds] for mention in cluster] for cluster in clusters]
    assert kept == [[["REJECT"], ["REJECT"]], [["CONSULT"], ["CONSULT"]]]


def test_links_use_each_finding_once_for_the_mention_with_most_of_its_words() -> None:
    text = "They met in Accra. They met in Accra for talks on trade."
    ends = ((0, 18), (19, len(text)))
    meetings = tuple(
        Meeting(
            f"m{at}", "meeting", (), ("BEN", "GHA"), None, None, "actual", Span(*end, text[slice(*end)]), "test", 1.0
        )
        for at, end in enumerate(ends)
    )
    told = [Mention(at, "meetings", "a.txt", [words], []) for at, words in enumerate((text[19:], text[:18], text[19:]))]
    match_page(told, [Record(Article("a", text), meetings=meetings)])
    assert sorted(str(each.found) for each in told) == ["('a', 'm0')", "('a', 'm1')", "None"]
    none = Mention(0, "meetings", "a.txt", ["Quite other words"], [])
    match_page([none], [Record(Article("a", text), meetings=meetings)])
    assert none.found is None


def make_happening(name: str, *articles: str, held_as: tuple[str, ...] = ()) -> Happening:
    members = tuple(
        Member(each, each, "f", "CONSULT", "held", None, None, None, Span(0, 1, "x"), None) for each in articles
    )
    return Happening(name, "events", "CONSULT", "held", (), None, None, members, (), held_as)


def test_links_count_a_plan_and_its_deeds_as_one() -> None:
    many = [make_happening("p", "a", held_as=("q", "r")), make_happening("q", "b"), make_happening("r", "c")]
    assert len(set(unite_plans(many).values())) == 1
    assert set(unite_plans([*many[1:], make_happening("s", "d")])) == {("b", "f"), ("c", "f"), ("d", "f")}
    assert len(set(unite_plans([*many[1:], make_happening("s", "d")]).values())) == 3


@pytest.fixture
def chain(tmp_path: Path) -> Path:
    """Two pages about one meeting, the second about a signing too, and their links file."""
    for name, day, text in (("a", "2025-06-04", MET), ("b", "2025-06-05", f"{MET} {SIGNED}")):
        (tmp_path / f"{name}.txt").write_text(f"Talks in Cotonou\n\n{day}\n\n{text}\n")
    clusters = [
        {"kind": "event", "label": "talks", "members": [{"page": f"{name}.txt", "evidence": MET} for name in "ab"]},
        {"kind": "agreement", "label": "defence", "members": [{"page": "b.txt", "evidence": SIGNED}]},
    ]
    folder = tmp_path / "links"
    folder.mkdir()
    (folder / "chain.json").write_text(json.dumps({"chain": "c", "pages": ["a.txt", "b.txt"], "clusters": clusters}))
    return folder


def test_links_are_scored_by_coding_the_pages_of_a_chain(chain: Path) -> None:
    figures = score_links(chain, pages=chain.parent)
    assert (figures["events"].wanted, figures["events"].found) == (2, 2)
    assert (figures["events"].precision, figures["events"].recall) == (1.0, 1.0)
    assert figures["meetings"].wanted == 0
    assert set(score_parts(chain, pages=chain.parent)) == set(figures)
    (chain / "held-chain.json").write_text((chain / "chain.json").read_text())
    parts = score_parts(chain, pages=chain.parent)
    assert set(parts) == {f"{part} {kind}" for part in ("development", "held") for kind in figures}
    assert parts["held events"].f1 == parts["development events"].f1 == 1.0


def test_links_want_files(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="holds no links files"):
        score_links(tmp_path, pages=tmp_path)
