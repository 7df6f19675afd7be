"""Phrases resolved a second, from a warm process: by the rules for bare phrases, by the parser, and repeated."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from dragoman.actors import resolve
from dragoman.actors.bare import parse_bare
from dragoman.actors.lexicon import load_actor_lexicon

TABLES = Path(__file__).parents[1] / "gate" / "tables"
REPEATED = 20_000
# How often the phrase of rank r stands beside that of rank 1: r to this power (Zipf), as names in news do.
POWER = -1.0


def phrases() -> list[str]:
    """The different phrases of the tables that stand without context and are noun phrases."""
    rows = [json.loads(line) for path in sorted(TABLES.glob("actors*.jsonl")) for line in path.open(encoding="utf-8")]
    lexicon = load_actor_lexicon()
    texts = dict.fromkeys(row["text"] for row in rows if not row.get("context"))
    return [text for text in texts if parse_bare(text, lexicon) is not None]


def rate(texts: Sequence[str], work: Callable[[str], object]) -> float:
    """Texts a second."""
    begun = time.perf_counter()
    for text in texts:
        work(text)
    return len(texts) / (time.perf_counter() - begun)


def main() -> None:
    """Print the rates."""
    texts = phrases()
    resolve.resolve_actor("the Kenyan army")
    resolve.resolve_actor("the army said so", context="Kenya's army left.")
    resolve._resolve_bare.cache_clear()
    print(f"{len(texts)} phrases, each once, by rule     {rate(texts, resolve.resolve_actor):8.0f} a second")
    often = random.Random(1).choices(texts, [(rank + 1) ** POWER for rank in range(len(texts))], k=REPEATED)
    resolve._resolve_bare.cache_clear()
    print(f"{REPEATED} phrases that repeat, by rule {rate(often, resolve.resolve_actor):8.0f} a second")
    parsed = rate(texts[:200], lambda text: resolve.resolve_actor(text, context="Talks went on."))
    print(f"200 phrases, each once, by the parser {parsed:8.0f} a second")


if __name__ == "__main__":
    main()
