"""Clusters: the same whatever the order of the mentions; never through a third what contradicts itself."""

from __future__ import annotations

from itertools import combinations, permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.link import Cluster, Mention, Pair, Wishes, compare, gather_clusters, settle_wishes
from dragoman.link.conflict import find_conflict
from dragoman.record import Agreed, DecidedMember, Decision, Span

from .factory import STRUCK, UNDATED, make_commitment, make_mention, on_day

RETOLD = "Nine dock workers were killed when jets struck the depot by the harbour"
MONTH = {"start": "2031-03-01", "end": "2031-03-31", "precision": "month"}
CHAIN = (
    make_mention("a"),
    make_mention("b", RETOLD, published="2031-03-05"),
    make_mention("c", published="2031-03-06", **on_day("2031-03-05")),
    make_mention("d", published="2031-04-02", **MONTH),
    make_mention("e", **UNDATED),
)


def gather(mentions: tuple[Mention, ...], wishes: Wishes | None = None) -> list[Cluster]:
    """The clusters of mentions that are compared each with each."""
    found = (compare(one, other) for one, other in combinations(mentions, 2))
    pairs: list[Pair] = [pair for pair in found if pair is not None]
    return gather_clusters(mentions, pairs, wishes or Wishes())


def shape(clusters: list[Cluster]) -> list[list[str]]:
    return [[member.article_id for member in cluster.members] for cluster in clusters]


def decide(number: int, action: str, ours: str, theirs: str, *, undone: str | None = None) -> Decision:
    """A decision about the mentions of CHAIN in the articles named by letters."""
    ids = {mention.article_id: mention.id for mention in CHAIN}
    members = tuple(
        DecidedMember(side, ids[name], name, "f1", ("CHL", "PER"), Span(0, 1, "x"), ids[name])
        for side, names in enumerate((ours, theirs), 1)
        for name in names
    )
    return Decision(number, action, "events", "Ana", "because", "2031-05-01", undone, None, None, members)


def test_clusters_are_the_same_in_any_order() -> None:
    expected = gather(CHAIN)
    assert shape(expected) == [["a", "e", "b"], ["c"], ["d"]]
    for order in permutations(CHAIN):
        assert gather(order) == expected


def test_clusters_never_join_through_a_third_what_contradicts_itself() -> None:
    # A report of the whole month fits both days; they stay two, and it joins at most one of them.
    days = [make_mention(name, **on_day(day)) for name, day in (("a", "2031-03-03"), ("b", "2031-03-09"))]
    bridge = make_mention("c", **MONTH)
    for cluster in gather((*days, bridge)):
        assert not any(find_conflict(one, other) for one, other in combinations(cluster.members, 2))
    # Which of the two the third means nobody can tell.
    assert len(gather((*days, bridge))) == 3
    told = make_mention("c", **MONTH, people=("rojas",))
    sure = make_mention("a", **on_day("2031-03-03"), people=("rojas",))
    assert shape(gather((sure, days[1], told))) == [["a", "c"], ["b"]]


def test_clusters_keep_two_amounts_of_one_article_apart_through_a_third_article() -> None:
    one = make_commitment("a", amount=5.0, currency=None, unit="tonnes")
    two = make_commitment("a", at=500, finding_id="f2", amount=7.0, currency=None, unit="tonnes")
    third = make_commitment("b", amount=7.0, currency=None, unit="tonnes")
    assert [[member.finding_id for member in each.members] for each in gather((one, two, third))] == [
        ["f1"],
        ["f2", "f1"],
    ]


def test_clusters_do_not_join_the_ends_of_a_chain_of_likenesses() -> None:
    words = "jets struck depot harbour workers bridge soldiers railway guards tunnel convoy barracks".split()
    texts = [" ".join(words[at : at + 6]) for at in range(0, 7, 2)]
    chain = tuple(make_mention(name, text, names=()) for name, text in zip("abcd", texts, strict=True))
    found = gather(chain)
    assert all({"a", "d"} - {member.article_id for member in cluster.members} for cluster in found)


def test_clusters_name_the_best_reason_for_each_member() -> None:
    (first, *_) = gather(CHAIN)
    assert first.id == CHAIN[0].id
    assert set(first.joins) == {CHAIN[1].id, CHAIN[4].id}
    assert first.joins[CHAIN[4].id].other == CHAIN[0].id


def test_clusters_follow_the_user_before_the_contents() -> None:
    merged = gather(CHAIN, settle_wishes([decide(1, "merge", "a", "c")]))
    # What could have meant either of the two means the one that they are now.
    assert shape(merged) == [["a", "e", "b", "c", "d"]]
    assert merged[0].joins[CHAIN[2].id].agreed[-1] == Agreed("decision", "1")
    split = gather(CHAIN, settle_wishes([decide(1, "split", "b", "ae")]))
    assert shape(split) == [["a", "e"], ["b"], ["c"], ["d"]]


def test_wishes_that_were_undone_count_for_nothing() -> None:
    assert settle_wishes([decide(1, "merge", "a", "c", undone="2031-05-02")]) == Wishes()


def test_wishes_of_the_newest_decision_win_in_any_order_of_reading() -> None:
    for first, second in (("merge", "split"), ("split", "merge")):
        decisions = [decide(1, first, "a", "c"), decide(2, second, "a", "c")]
        assert settle_wishes(decisions) == settle_wishes(decisions[::-1])
        together = shape(gather(CHAIN, settle_wishes(decisions)))[0]
        assert ("c" in together) == (second == "merge")


def test_wishes_reach_through_each_other_but_not_against_a_newer_one() -> None:
    chain = [decide(1, "merge", "a", "c"), decide(2, "merge", "c", "d")]
    assert shape(gather(CHAIN, settle_wishes(chain)))[0] == ["a", "e", "b", "c", "d"]
    apart = [*chain, decide(3, "split", "d", "a")]
    found = shape(gather(CHAIN, settle_wishes(apart)))
    assert not any({"a", "d"} <= set(each) for each in found)


DAYS = st.sampled_from(["2031-03-01", "2031-03-02", "2031-03-03"])


@st.composite
def mentions(draw: st.DrawFn) -> tuple[Mention, ...]:
    """Reports of a few days and wordings, some without a day, several of one article."""
    found = []
    for at in range(draw(st.integers(1, 7))):
        day = draw(DAYS)
        dates = draw(st.sampled_from([UNDATED, MONTH, on_day(day)]))
        text = draw(st.sampled_from([STRUCK, RETOLD, "Jets struck a bridge and a depot, killing nine"]))
        article = draw(st.sampled_from("abcde"))
        found.append(make_mention(article, text, finding_id=f"f{at}", published=draw(DAYS), **dates))
    return tuple(found)


@settings(max_examples=150, deadline=None)
@given(mentions(), st.randoms(use_true_random=False))
def test_clusters_hold_each_mention_once_without_contradiction_in_any_order(found: tuple[Mention, ...], dice) -> None:  # type: ignore[no-untyped-def]
    clusters = gather(found)
    assert sorted(member.id for cluster in clusters for member in cluster.members) == sorted(each.id for each in found)
    for cluster in clusters:
        assert not any(find_conflict(one, other) for one, other in combinations(cluster.members, 2))
        assert set(cluster.joins) == {member.id for member in cluster.members[1:]}
    shuffled = list(found)
    dice.shuffle(shuffled)
    assert gather(tuple(shuffled)) == clusters
