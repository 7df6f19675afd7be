"""History: the ledger of coded pages scored against chains of reports whose history a reader wrote down.

In: a folder of links files (`pages`; `history` of `what`, `page`, `change`, `evidence`; `contested` with `sides`), and
the folder of the pages. Out: precision, recall and F1 of entries, of changes (all but announcements and repetitions),
of the same where they stand in the line that holds most of their history, and of the sides of what is contested.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import ReadError
from ..store import Store
from .links import GOLD, HELD
from .records import EVIDENCE_OVERLAP, Tally, code_page, load_gold, overlap

# What a line may be of; the histories of events and meetings are not the ledger's.
LINE_KINDS = ("agreement", "commitment")
# These say that something is promised, not what became of it.
QUIET = frozenset({"announced", "repeated"})
KINDS = ("entries", "changes", "changes in their line", "contested")


@dataclass(frozen=True, slots=True)
class Told:
    """An entry of the gold (`home` is its label) or of the ledger (`home` is its line), or the account of one side."""

    home: str
    page: str
    change: str
    words: str


def score_history(folder: Path, *, pages: Path, only: Callable[[str], bool] | None = None) -> dict[str, Tally]:
    """The figures over the chains of a folder; `only` picks links files by name. Raises ReadError where there are
    none."""
    paths = [path for path in sorted(folder.glob("*.json")) if only is None or only(path.name)]
    if not paths:
        raise ReadError(f"{folder} holds no links files. Give a folder of JSON files, one for each chain.")
    golds = load_gold(pages / GOLD) if (pages / GOLD).is_dir() else {}
    tallies = {kind: Tally() for kind in KINDS}
    for path in paths:
        score_chain(json.loads(path.read_text(encoding="utf-8")), pages, golds, tallies)
    return tallies


def score_parts(folder: Path, *, pages: Path) -> dict[str, Tally]:
    """The figures of each kind; where some chains are held out, theirs and those of the others."""
    if not any(folder.glob(f"{HELD}*.json")):
        return score_history(folder, pages=pages)
    development = score_history(folder, pages=pages, only=lambda name: not name.startswith(HELD))
    kept = score_history(folder, pages=pages, only=lambda name: name.startswith(HELD))
    parts = (("development", development), ("held", kept))
    return {f"{part} {kind}": tally for part, tallies in parts for kind, tally in tallies.items()}


def score_chain(
    links: Mapping[str, Any], pages: Path, golds: Mapping[str, list[dict[str, Any]]], tallies: Mapping[str, Tally]
) -> None:
    """Code and store the pages of a chain and add what the ledger makes of them to the tallies."""
    page_of: dict[str, str] = {}
    with Store.open("sqlite://") as store:
        for page in links["pages"]:
            records = code_page(pages / page, golds.get(page, [{}]))
            store.save_many(records, coder="evaluate")
            page_of.update((record.article.id, page) for record in records)
        ours = [
            Told(line.id, page_of[entry.article_id], entry.change, entry.words.text)
            for line in store.lines()
            for entry in line.entries
        ]
        accounts = [
            Told(contest.id, page_of[each.article_id], each.by.country or "", each.words.text)
            for contest in store.contests()
            for each in contest.accounts
            if each.by is not None
        ]
    wanted = list(read_history(links))
    add_pairs(tallies["entries"], ours, wanted)
    loud = [each for each in ours if each.change not in QUIET], [each for each in wanted if each.change not in QUIET]
    pairs = add_pairs(tallies["changes"], *loud)
    add_in_line(tallies["changes in their line"], pairs, *loud, every=match(ours, wanted))
    add_pairs(tallies["contested"], accounts, list(read_sides(links)))


def read_history(links: Mapping[str, Any]) -> Iterator[Told]:
    """The entries of agreements and commitments."""
    kinds = {cluster["label"]: cluster["kind"] for cluster in links["clusters"]}
    for entry in links.get("history", ()):
        if kinds.get(entry["what"]) in LINE_KINDS:
            yield Told(entry["what"], entry["page"], entry["change"], entry["evidence"])


def read_sides(links: Mapping[str, Any]) -> Iterator[Told]:
    """The accounts of each side, told by state."""
    for contest in links.get("contested", ()):
        for side in contest["sides"]:
            yield Told(contest["about"], side["page"], side["country"], side["says"])


def match(ours: Sequence[Told], wanted: Sequence[Told]) -> list[tuple[Told, Told]]:
    """The entries of the ledger with those of the gold that they are: the same page and change, most of the words; each
    once, the most alike first."""
    options = []
    for at, one in enumerate(ours):
        for number, other in enumerate(wanted):
            if (one.page, one.change) == (other.page, other.change):
                share = overlap(one.words, other.words)
                if share >= EVIDENCE_OVERLAP:
                    options.append((-share, at, number))
    used: set[int] = set()
    taken: set[int] = set()
    pairs = []
    for _, at, number in sorted(options):
        if at not in used and number not in taken:
            used.add(at)
            taken.add(number)
            pairs.append((ours[at], wanted[number]))
    return pairs


def add_pairs(tally: Tally, ours: Sequence[Told], wanted: Sequence[Told]) -> list[tuple[Told, Told]]:
    """Add what was found to a tally; the pairs."""
    pairs = match(ours, wanted)
    tally.hits += len(pairs)
    tally.given += len(ours)
    tally.wanted += len(wanted)
    hit, found = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    tally.extra.extend(label(one) for one in (Counter(ours) - hit).elements())
    tally.missed.extend(label(other) for other in (Counter(wanted) - found).elements())
    return pairs


def add_in_line(
    tally: Tally,
    pairs: Sequence[tuple[Told, Told]],
    ours: Sequence[Told],
    wanted: Sequence[Told],
    *,
    every: Sequence[tuple[Told, Told]],
) -> None:
    """Add the changes that stand in the line that holds most entries (`every`, announcements too) of their history."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one, other in every:
        votes[other.home][one.home] += 1
    homes = {label: min(counts, key=lambda each: (-counts[each], each)) for label, counts in votes.items()}
    tally.hits += sum(homes.get(other.home) == one.home for one, other in pairs)
    tally.given += len(ours)
    tally.wanted += len(wanted)


def label(told: Told) -> str:
    """An entry in a line, for reading errors."""
    return f"{told.page} {told.change} [{told.home}] | {told.words}"
