"""Choose: which of the places of a name a text means.

In: a spot, its qualifier, the context. Out: the place with the rule that chose it, or None: unknown beats a guess.
Order: what the text says beside the name; the states in play; how known the places are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .context import CLEAR_TOWN, Context
from .place import DIVISION, SEAT, STATE, Place
from .qualifier import Qualifier
from .spot import FEDERAL_STATES, KNOWN_CITY, Candidate, Spot

# A namesake in a state in play is meant where it has this share of the known city's weight ...
IN_PLAY_SHARE = 1 / 10
# ... and with this share where the text also names its first-level division.
DIVISION_SHARE = 1 / 50
# Of two candidates with equal support the weightier is meant only where it outweighs the other so far.
CLEAR_RATIO, CLEAR_RATIO_IN_PLAY = 3.0, 1.5
# A town below this needs a state in play.
SMALL_TOWN = 15_000
CONFIDENCE = {
    "qualified": 0.98, "state": 0.97, "own": 0.95, "seat": 0.95, "in-play": 0.9, "known": 0.85, "near": 0.75,
    "only": 0.6,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen place and how: qualified, state, own, seat, in-play, known, near or only."""

    place: Place
    how: str


def choose(
    spot: Spot, qualifier: Qualifier | None, context: Context, *, located: bool, approached: bool = False
) -> Choice | None:
    """The place that the spot means, None where that stays unknown. `located`: a word of place stands before it;
    `approached`: one that suits a place as well as a person."""
    if qualifier is not None:
        fitting = [found for found in spot.candidates if qualifier.fits(found.place)]
        exact = [found for found in fitting if found.place.division in qualifier.divisions]
        town = _largest(exact or [] if qualifier.divisions and spot.leader.kind == STATE else exact or fitting)
        if town is not None and (spot.leader.kind != STATE or town.place.kind != DIVISION):
            return Choice(town.place, "qualified")
    leader = spot.candidates[0]
    if leader.place.kind == STATE:
        return Choice(_state_or_division(spot, context), "state")
    if leader.place.own:
        return _choose_own(spot, context)
    if leader.weight >= KNOWN_CITY:
        return _choose_known(spot, context)
    return _choose_town(spot, context, located=located, approached=approached)


def _largest(candidates: Sequence[Candidate]) -> Candidate | None:
    return max(candidates, key=lambda found: found.weight, default=None)


def _state_or_division(spot: Spot, context: Context) -> Place:
    """A state, but the first-level division of that name where the text names towns of its state and none of the
    state's own ("Georgia" beside "Atlanta")."""
    state = spot.leader
    for found in spot.candidates[1:]:
        division = found.place
        if (
            division.kind == DIVISION
            and division.division in context.divisions
            and state.country not in context.countries
        ):
            return division
    return state


def _choose_own(spot: Spot, context: Context) -> Choice | None:
    own = [found.place for found in spot.candidates if found.place.own]
    if len(own) == 1:
        return Choice(own[0], "own")
    in_play = [place for place in own if place.country in context.countries]
    return Choice(in_play[0], "in-play") if len(in_play) == 1 else None


def _choose_known(spot: Spot, context: Context) -> Choice | None:
    leader = spot.candidates[0]
    if leader.place.country not in context.countries:
        rivals = [
            found
            for found in spot.candidates[1:]
            if found.place.country in context.countries and found.weight >= leader.weight * _share(found, context)
        ]
        rival = _largest(rivals)
        if rival is not None:
            return Choice(rival.place, "in-play")
        second = _largest(spot.candidates[1:])
        if second is not None and leader.place.kind != SEAT and leader.weight < second.weight * CLEAR_RATIO_IN_PLAY:
            return None
    else:
        named = [found for found in spot.candidates[1:] if found.place.country in context.countries]
        second = _largest(named)
        if second is not None and leader.weight < second.weight * CLEAR_RATIO_IN_PLAY and leader.place.kind != SEAT:
            return None
    return Choice(leader.place, "seat" if leader.place.kind == SEAT else "known")


def _share(found: Candidate, context: Context) -> float:
    return DIVISION_SHARE if found.place.division in context.divisions else IN_PLAY_SHARE


def _choose_town(spot: Spot, context: Context, *, located: bool, approached: bool) -> Choice | None:
    supported = located or approached or spot.is_labelled
    in_play = [found for found in spot.candidates if found.place.country in context.countries]
    near = [found for found in in_play if found.place.division in context.divisions]
    pool = near or in_play
    how, ratio = ("in-play", CLEAR_RATIO_IN_PLAY) if pool else ("only", CLEAR_RATIO)
    ordered = sorted(pool or spot.candidates, key=lambda found: -found.weight)
    best = ordered[0]
    # A division and its chief town of the same name stand in the same state: the town is meant.
    towns = [found for found in ordered if found.place.kind != DIVISION]
    if best.place.kind == DIVISION and towns and towns[0].place.country == best.place.country:
        best = towns[0]
    rivals = [found for found in ordered if found is not best and not _is_same_place(found.place, best.place)]
    if rivals and best.weight < rivals[0].weight * ratio:
        return None
    if how == "only" and best.place.country in context.neighbours:
        # News of a border names towns on both sides of it.
        how = "near"
    if best.weight < SMALL_TOWN and (how == "only" or not supported):
        return None
    if how == "only" and not (located or spot.is_labelled):
        return None
    # North America has a town for nearly every surname, and news nearly always names the United States.
    if best.place.country in FEDERAL_STATES and not near and best.weight < CLEAR_TOWN and not located:
        return None
    return Choice(best.place, how)


def _is_same_place(one: Place, other: Place) -> bool:
    """Whether one is the division of the other's name in the same state."""
    return one.country == other.country and DIVISION in (one.kind, other.kind)
