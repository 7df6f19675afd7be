"""Level and format: how high a meeting was, and between how many.

In: who came, and the words that show the meeting. Out: head of state, head of government, minister or officials, of
the highest who came; bilateral, trilateral, multilateral, summit, phone or inter-ministerial. None where nothing tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..record import Actor
from .words import LevelWords

STATE, GOVERNMENT, MINISTER, OFFICIALS = "head of state", "head of government", "minister", "officials"
_BY_COUNT = {2: "bilateral", 3: "trilateral"}
_DEPUTY = ("Deputy", "Vice", "Assistant", "First Deputy")
_OFFICIAL_SECTORS = frozenset({"GOV", "MIL", "COP", "SPY"})


def level_of(actors: Iterable[Actor], evidence: str, words: LevelWords) -> str | None:
    """The level of the highest who came; where nobody's office is known, what the evidence says of them."""
    levels = [level for actor in actors if (level := _of_actor(actor, words)) is not None]
    return min(levels, key=_ORDER.index) if levels else _of_words(evidence, words)


_ORDER = (STATE, GOVERNMENT, MINISTER, OFFICIALS)


def _of_actor(actor: Actor, words: LevelWords) -> str | None:
    if not actor.role:
        return OFFICIALS if actor.name and set(actor.sectors[:1]) <= _OFFICIAL_SECTORS and actor.sectors else None
    levels = [_of_role(role, words) for role in actor.role.split(" and ")]
    return min(levels, key=_ORDER.index)


def _of_role(role: str, words: LevelWords) -> str:
    if role in words.heads_of_state:
        return STATE
    if role in words.heads_of_government:
        return GOVERNMENT
    is_deputy = role.startswith(_DEPUTY)
    if "Minister" in role and (not is_deputy or "Prime Minister" in role):
        return MINISTER
    if role in ("Secretary of State", "Vice President", "Foreign Secretary", "Home Secretary"):
        return MINISTER
    return OFFICIALS


def _of_words(evidence: str, words: LevelWords) -> str | None:
    """The highest that the words of the evidence name ("the two presidents", "experts")."""
    text = evidence.lower().replace("prime minister", "premier").replace("vice president", "deputy")
    found = {word.removesuffix("s") for word in re.findall(r"[\w-]+", text)}
    for level, wanted in (
        (STATE, words.words_of_state),
        (GOVERNMENT, words.words_of_government),
        (MINISTER, words.words_of_ministers),
        (OFFICIALS, words.words_of_officials),
    ):
        if found & wanted:
            return level
    return None


def format_of(form: str, countries: Iterable[str]) -> str | None:
    """How it was held: by telephone, inside one government, as a summit, else between how many."""
    if form == "call":
        return "phone"
    if form == "domestic":
        return "inter-ministerial"
    if form == "summit":
        return "summit"
    count = len(set(countries))
    return _BY_COUNT.get(count, "multilateral" if count > 3 else None)
