"""Ranking: pairs by their events, contexts by their mentions."""

from __future__ import annotations

from dragoman.analysis.ranking import Tie, TopicShare, share_topics, sum_ties
from dragoman.record.counts import PairCount, TopicCount

WORDS, DEEDS = "verbal cooperation", "material conflict"


def pair(first: str, second: str, quad: str, count: int, score: float, *months: str | None) -> PairCount:
    return PairCount(first, second, None, quad, count, score, *(months or (None, None)))


def test_pairs_stand_in_the_order_of_their_events_then_of_their_codes() -> None:
    ties = sum_ties([
        pair("CHL", "PER", WORDS, 2, 8.0, "2024-03", "2024-05"),
        pair("BOL", "CHL", WORDS, 3, 7.5),
        pair("CHL", "PER", DEEDS, 1, -9.0, "2023-01", "2024-04"),
        pair("ARG", "BOL", WORDS, 1, 4.0),
    ])  # fmt: skip
    assert [(tie.first, tie.second, tie.count) for tie in ties] == [
        ("BOL", "CHL", 3), ("CHL", "PER", 3), ("ARG", "BOL", 1),
    ]  # fmt: skip
    tie = ties[1]
    assert (tie.cooperation, tie.conflict, tie.score, tie.mean) == (2, 1, -1.0, -0.3333)
    assert (tie.since, tie.until) == ("2023-01", "2024-05")
    assert (ties[0].since, ties[0].until) == (None, None)


def test_a_tie_of_nothing_has_no_mean_to_divide_by() -> None:
    assert Tie("CHL", "PER").mean == 0.0
    assert sum_ties([]) == []


def test_contexts_are_shares_of_all_mentions_and_one_mention_may_have_several() -> None:
    shares, without = share_topics([
        TopicCount((), 2, -4.0),
        TopicCount(("economic",), 3, 9.0),
        TopicCount(("economic", "military"), 5, 15.0),
    ])  # fmt: skip
    assert shares == [TopicShare("economic", 8, 0.8, 3.0), TopicShare("military", 5, 0.5, 3.0)]
    assert without == 2
    assert share_topics([]) == ([], 0)
