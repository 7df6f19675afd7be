"""Gold and findings built by hand, in the plain form that the scorer compares."""

from __future__ import annotations

from typing import Any

WORDS = "Norway signed a fishing pact with Iceland in Bergen"


def actor(country: str | None, *, name: str | None = None, text: str = "them") -> dict[str, Any]:
    """A party of a finding."""
    return {"country": country, "name": name, "text": text}


def event(**options: Any) -> dict[str, Any]:
    """An event as the pipeline gives it."""
    plain = {
        **{"type": "REQUEST", "actors": [actor("NOR")], "recipients": [actor("ISL")], "evidence": {"text": WORDS}},
        **{"rule": "ask", "trigger": {"text": "asked"}},
    }
    return {**plain, **options}


def gold_event(**options: Any) -> dict[str, Any]:
    """The same event as a reader marked it."""
    return {"type": "REQUEST", "source": ["NOR"], "target": ["ISL"], "sentence": WORDS, **options}
