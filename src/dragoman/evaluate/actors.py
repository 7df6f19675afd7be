"""Actors: phrases with the state and sectors that they stand for, scored field by field.

In: cases with text, context?, date? and `expect` (country, code_1, code_2, or none). Out: right and all of each field,
and of whole cases.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..actors.resolve import resolve_actor
from .tally import Count

JUNK = "JNK"


def score_actors(cases: Sequence[dict[str, Any]]) -> dict[str, Count]:
    """The counts of each field: hits are the right ones, given and wanted are all cases that ask for the field."""
    counts: dict[str, Count] = {}
    for case in cases:
        actor = resolve_actor(case["text"], context=case.get("context") or "", day=case.get("date"))
        found = None if actor is None else actor.to_dict()
        checks = check_case(found, case["expect"])
        for name, right in {**checks, "whole case": all(checks.values())}.items():
            count = counts.setdefault(name, Count())
            count.hits, count.given, count.wanted = count.hits + right, count.given + 1, count.wanted + 1
    return counts


def check_case(found: dict[str, Any] | None, expect: dict[str, Any]) -> dict[str, bool]:
    """Which fields of a case are right."""
    if expect.get("none") or expect.get("code_1") == JUNK:
        return {"null": found is None}
    sectors = (found or {}).get("sectors") or []
    checks = {}
    if "country" in expect:
        checks["country"] = ((found or {}).get("country") or "") == expect["country"]
    for place, key in enumerate(("code_1", "code_2")):
        if key in expect:
            wanted = expect[key]
            allowed = wanted["in"] if isinstance(wanted, dict) else [wanted]
            checks[f"sector {place + 1}"] = (sectors[place] if len(sectors) > place else "") in allowed
    return checks
