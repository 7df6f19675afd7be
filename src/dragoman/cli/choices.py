"""Choices: what a user asks of pairs of states, as the store takes it.

In: codes, days, types and words as they are written. Out: codes and a Choice. Refuses (AnalysisError) what means
nothing; the commands answer that with status 2.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ..analysis.official import BODIES
from ..coding import check_day
from ..errors import AnalysisError, ReadError, StoreError
from ..lexicon.states import load_states
from ..ontology import load_ontology
from ..store import Choice


@lru_cache(maxsize=1)
def known_codes() -> frozenset[str]:
    """The codes of all states, those that are gone too, and of bodies."""
    states = load_states()
    return frozenset({*states.short_names, *(name.code for name in states.names if name.code), *BODIES})


def parse_code(written: str) -> str:
    """The code of a state or a body."""
    code = written.strip().upper()
    if code in known_codes():
        return code
    meant = load_states().code_of(written.strip())
    hint = f" {written.strip()} is {meant}." if meant else ""
    raise AnalysisError(
        f"{written!r} is no code of a state.{hint} Allowed: ISO 3166-1 alpha-3 (BLR, KEN), codes of states that are "
        f"gone (SUN, YUG), or {', '.join(sorted(BODIES))}."
    )


def parse_pair(first: str, second: str) -> tuple[str, str]:
    """Two different codes."""
    pair = (parse_code(first), parse_code(second))
    if pair[0] == pair[1]:
        raise AnalysisError(f"{first!r} and {second!r} are one state. Give two.")
    return pair


def parse_day(day: str | None) -> str | None:
    """An ISO day."""
    try:
        return check_day(day)
    except ReadError as error:
        raise AnalysisError(str(error).replace("publication date", "day")) from None


def parse_types(written: Sequence[str]) -> tuple[str, ...]:
    """Types, each given by itself or several parted by commas. A user's own type is taken as it is written."""
    names = [name.strip() for each in written for name in each.split(",") if name.strip()]
    known = load_ontology()
    return tuple(dict.fromkeys(name.upper() if name.upper() in known else name for name in names))


def make_choice(
    *,
    since: str | None,
    until: str | None,
    types: Sequence[str],
    realis: Sequence[str],
    attributed: bool,
    count: str,
) -> Choice:
    """The choice that the options make."""
    first, last = parse_day(since), parse_day(until)
    if first is not None and last is not None and first > last:
        raise AnalysisError(f"--since {first} is after --until {last}. Turn them round.")
    words = [word.strip().lower() for each in realis for word in each.split(",") if word.strip()]
    options = {} if not words else {"realis": tuple(dict.fromkeys(words))}
    try:
        return Choice(
            first, last, types=parse_types(types), attributed=attributed, counted=count.strip().lower(), **options
        )
    except StoreError as error:
        raise AnalysisError(str(error)) from None


def name_of(code: str) -> str:
    """The usual name of a state, its code where it has none."""
    return load_states().short_names.get(code, code)
