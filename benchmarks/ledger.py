"""How long a page of the ledger takes where a store holds the lines of a million events, and what an article costs.

In: a number of lines (150,000 go with a million events). Out: on standard output the time of each question and of
saving an article, the median of several. The lines are invented, the same for the same number.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from dragoman.ledger import gather_groups, make_line, take_reports
from dragoman.record import Article, Commitment, Record, Span
from dragoman.store import LineChoice, Store, tables
from dragoman.store.ledger_rows import make_key_rows, make_line_row, make_link_rows, make_mark_rows, make_report_row

ROUNDS = 7
BATCH = 2000
# Few states are in most of the news.
STATES = [f"{a}{b}{c}" for a in "ABCDE" for b in "KLMN" for c in "TUVWX"]
WEIGHTS = [1 / (at + 1) for at in range(len(STATES))]
# Nouns for the matter of promises: some are in many of them, most in few.
WORDS = [f"{a}{b}{c}" for a in ("bel", "dor", "gan", "kur", "mis", "pol", "tur", "ves") for b in "aeiou" for c in (
    "band", "cord", "drin", "fell", "gint", "holm", "lond", "mark", "nest", "park", "rund", "sten")]  # fmt: skip
COMMON = [1 / (at + 10) for at in range(len(WORDS))]
VERBS = "finance build supply deliver complete modernise lease expand".split()
QUESTIONS: dict[str, LineChoice] = {
    "all lines": LineChoice(),
    "due in a year": LineChoice(due="2028"),
    "due in a month": LineChoice(due="2028-06"),
    "a common party": LineChoice(parties=(STATES[0],)),
    "a rare party": LineChoice(parties=(STATES[-1],)),
    "two common parties": LineChoice(parties=(STATES[0], STATES[1])),
    "a common and a rare party": LineChoice(parties=(STATES[0], STATES[-1])),
    "overdue": LineChoice(overdue_on="2026-01-01"),
    "overdue of a party": LineChoice(overdue_on="2026-01-01", parties=(STATES[3],)),
    "large sums": LineChoice(min_amount=9.9e8, currency="USD"),
    "large sums of a party": LineChoice(min_amount=9e8, currency="USD", parties=(STATES[0],)),
    "a kind": LineChoice(kind="commitments"),
    "a rare status": LineChoice(status="missed"),
}


def invent(at: int, chance: random.Random) -> Record:
    """An article with one promise."""
    parties = tuple(sorted(set(chance.choices(STATES, WEIGHTS, k=2))))
    words = chance.choices(WORDS, COMMON, k=4)
    amount, year = chance.randrange(1, 1000) * 1_000_000, chance.randrange(2020, 2036)
    verb = chance.choice(VERBS)
    text = f"Both sides agreed to {verb} the {' and '.join(words)} with ${amount:,} by the end of {year}."
    evidence = Span.cut(text, text.index(verb), len(text) - 1)
    found = Commitment(
        f"c{at}", parties, evidence.text, amount, "USD", None, str(year), "open", (), evidence, "invented", 0.9
    )
    day = f"20{chance.randrange(15, 26)}-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}"
    return Record(Article(f"article-{at:07d}", text, published=day), commitments=(found,))


def fill(store: Store, count: int, chance: random.Random) -> None:
    """Write so many lines, each with its report and keys."""
    names = ("articles", "ledger_reports", "ledger_keys", "ledger_lines", "ledger_marks", "ledger_line_reports")
    for start in range(0, count, BATCH):
        rows: dict[str, list[dict[str, Any]]] = {name: [] for name in names}
        for at in range(start, min(start + BATCH, count)):
            record = invent(at, chance)
            (report,) = take_reports(record)
            (group,) = gather_groups([report], {})
            line = make_line(group, {})
            stamp = {"content_digest": "", "coder": "", "first_coded": "", "last_coded": "", "number": at}
            rows["articles"].append({**record.article.to_dict(), **stamp, "linked": "1", "entered": "1"})
            rows["ledger_reports"].append({**make_report_row(report), "happening_id": report.id})
            rows["ledger_keys"] += make_key_rows(report)
            rows["ledger_lines"].append(make_line_row(line))
            rows["ledger_marks"] += make_mark_rows(line)
            rows["ledger_line_reports"] += make_link_rows(group)
        with store._database.writing() as connection:
            for name in names:
                connection.execute(insert(tables.metadata.tables[name]), rows[name])


def measure(ask: Callable[[], object]) -> float:
    """The median time of several rounds, in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        ask()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def questions(store: Store) -> Iterator[tuple[str, float]]:
    """Each question with the time of its first page."""
    for name, choice in QUESTIONS.items():
        yield name, measure(lambda choice=choice: list(store.lines(choice, limit=100)))  # type: ignore[misc]
    line = next(iter(store.lines(limit=1)))
    yield "one line", measure(lambda: store.line(line.id[:8]))


def main() -> None:
    """Fill a store, ask, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=150_000)
    given = parser.parse_args()
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "ledger.db") as store:
        began = time.perf_counter()
        fill(store, given.lines, chance)
        print(f"{given.lines:,} lines written in {time.perf_counter() - began:.0f} s")
        for name, spent in questions(store):
            print(f"{name:28s} {spent:7.1f} ms")
        fresh = iter([invent(given.lines + at, chance) for at in range(ROUNDS)])
        print(f"{'saving one article':28s} {measure(lambda: store.save(next(fresh), coder='bench')):7.1f} ms")


if __name__ == "__main__":
    main()
