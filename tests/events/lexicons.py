"""A lexicon of a few acts, so that rules of lookup are tested apart from the data."""

from __future__ import annotations

from typing import Any

from dragoman.events.lexicon import Act, ActLexicon, Operator

_PLAIN: dict[str, Any] = {
    **{"mode": None, "objects": (), "noun_objects": (), "noun_of": "recipient", "to": ("with", "to", "on")},
    **{"recipient": ("object", "prep", "inside"), "mutual": False, "alone": False, "passive": True, "reply": False},
}


def make_act(name: str, code: str, **options: Any) -> Act:
    """An act with the given keys, the others as they are by default."""
    return Act(**{"id": name, "code": code, **_PLAIN, **options})


HIT = make_act("hit", "190")
STRIKE_DEAL = make_act("strike-deal", "057", objects=("@deal",), mutual=True)
STRIKE_OUT = make_act("strike-at", "193")
ONLY_ACTIVE = make_act("march", "190", passive=False)
SIGNING = make_act("signing", "057", noun_of="object", noun_objects=("@deal",))
RAID = make_act("raid", "171")
LEXICON = ActLexicon(
    verbs={"strike": (("", HIT), ("", STRIKE_DEAL), ("at", STRIKE_OUT)), "march": (("", ONLY_ACTIVE),)},
    nouns={"signing": (SIGNING,), "raid": (RAID,)},
    operator_verbs={
        "refuse": Operator("refuse", "refuse", "subject"),
        "urge": Operator("request", "request", "object"),
    },
    operator_nouns={},
    operator_adjectives={},
    classes={"deal": frozenset({"deal", "treaty", "peace accord", "end of war"})},
    shifts={"refuse": {"0": "120", "03": "121", "036": "125", "19": ""}},
    types={},
    plain=((frozenset({"strike"}), frozenset({"balance"})),),
    plain_nouns=frozenset({"police raid"}),
)
