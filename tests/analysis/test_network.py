"""Networks: degrees, betweenness and communities that one can see by looking."""

from __future__ import annotations

from itertools import combinations

import pytest

from dragoman.analysis.network import Network, make_network
from dragoman.analysis.ranking import Tie
from dragoman.errors import AnalysisError


def tie(first: str, second: str, cooperation: int, conflict: int = 0) -> Tie:
    made = Tie(first, second)
    made.quads["verbal cooperation"], made.quads["material conflict"] = cooperation, conflict
    return made


def two_circles() -> list[Tie]:
    """Two groups of four who deal with each other a lot, and one tie between them."""
    groups = ("ABCD", "WXYZ")
    inner = [tie(one * 3, other * 3, 10) for group in groups for one, other in combinations(group, 2)]
    return [*inner, tie("DDD", "WWW", 1, 4)]


def state(network: Network, code: str) -> tuple[int, int, int]:
    found = next(each for each in network.states if each.code == code)
    return found.degree, found.weight, found.community


def test_networks_tell_partners_weights_and_groups() -> None:
    network = make_network(two_circles())
    assert state(network, "AAA")[:2] == (3, 30)
    assert state(network, "DDD")[:2] == (4, 35)
    groups = {code: state(network, code * 3)[2] for code in "ABCDWXYZ"}
    assert groups == dict.fromkeys("ABCD", 1) | dict.fromkeys("WXYZ", 2)
    assert 0.4 < network.modularity < 0.5


def test_who_stands_between_the_groups_has_the_betweenness() -> None:
    between = {each.code: each.betweenness for each in make_network(two_circles()).states}
    assert {code for code, value in between.items() if value > 0} == {"DDD", "WWW"}
    # All paths between the groups lead through both: 3 x 4 of the 21 pairs of others.
    assert between["DDD"] == pytest.approx(12 / 21, abs=1e-4)


def test_ties_with_more_events_are_nearer() -> None:
    network = make_network([tie("AAA", "BBB", 1), tie("AAA", "CCC", 10), tie("BBB", "CCC", 10)])
    assert {each.code: each.betweenness for each in network.states} == {"AAA": 0.0, "BBB": 0.0, "CCC": 1.0}


def test_networks_of_conflict_leave_out_who_only_cooperates() -> None:
    network = make_network(two_circles(), made_of="conflict")
    assert [each.code for each in network.states] == ["DDD", "WWW"]
    assert [network.weight_of(each) for each in network.ties] == [4]
    assert {each.first for each in make_network(two_circles(), made_of="cooperation", least=2).ties} == set(
        "AAA BBB CCC WWW XXX YYY".split()
    )


def test_networks_do_not_depend_on_the_order_of_the_ties() -> None:
    ties = two_circles()
    assert make_network(ties) == make_network(ties[::-1])


def test_a_network_of_nothing_is_empty() -> None:
    assert make_network([]) == make_network([tie("AAA", "BBB", 0)]) == Network((), (), "all", 0.0)


def test_what_makes_no_tie_is_refused() -> None:
    with pytest.raises(AnalysisError, match="'love' makes no tie. Allowed: all, cooperation, conflict"):
        make_network([], made_of="love")
