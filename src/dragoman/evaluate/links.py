"""Links: the happenings of coded pages scored against chains of reports that a reader linked.

In: a folder of links files (`pages`, and `clusters` of a `kind` with `members`, each a `page` and its `evidence`), and
the folder of the pages, with their gold records under `gold` where there are some. Out: B-cubed precision, recall and
F1 of each kind. A mention is what one page reports of one cluster; one that was not found stands alone, which lowers
recall.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..errors import ReadError
from ..record import Happening, Record
from ..store import Store
from .records import EVIDENCE_OVERLAP, MATCHES, code_page, load_gold, overlap

# The kinds of clusters by the kind of their findings.
KIND_OF = {"event": "events", "agreement": "agreements", "commitment": "commitments", "meeting": "meetings"}
# Files of held chains begin so.
HELD = "held-"
# The folder of the gold records below that of the pages.
GOLD = "gold"

Key = tuple[str, str]


@dataclass(slots=True)
class Mention:
    """What one page reports of one cluster: the cluster's number, the words, and the gold records that they may be."""

    cluster: int
    kind: str
    page: str
    evidence: list[str]
    golds: list[dict[str, Any]]
    found: Key | None = None


@dataclass(slots=True)
class Chain:
    """The mentions of one chain, and the happening that each finding of its pages is in."""

    mentions: list[Mention]
    homes: Mapping[Key, str]


@dataclass(slots=True)
class BCubed:
    """Precision and recall of each mention, added up; `found` of `wanted` mentions were found at all."""

    shares: list[tuple[float, float]] = field(default_factory=list)
    found: int = 0

    @property
    def wanted(self) -> int:
        """How many mentions the gold has."""
        return len(self.shares)

    @property
    def precision(self) -> float:
        """The mean share of a mention's happening that belongs to its cluster."""
        return sum(share for share, _ in self.shares) / max(self.wanted, 1)

    @property
    def recall(self) -> float:
        """The mean share of a mention's cluster that is in its happening."""
        return sum(share for _, share in self.shares) / max(self.wanted, 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score_parts(folder: Path, *, pages: Path) -> dict[str, BCubed]:
    """The figures of each kind over the chains of a folder; where some are held out, theirs and those of the others."""
    if not any(folder.glob(f"{HELD}*.json")):
        return score_links(folder, pages=pages)
    development = score_links(folder, pages=pages, only=lambda name: not name.startswith(HELD))
    kept = score_links(folder, pages=pages, only=lambda name: name.startswith(HELD))
    parts = (("development", development), ("held", kept))
    return {f"{part} {kind}": figure for part, figures in parts for kind, figure in figures.items()}


def score_links(folder: Path, *, pages: Path, only: Callable[[str], bool] | None = None) -> dict[str, BCubed]:
    """The figures of each kind over the chains of a folder; `only` picks links files by name. Raises ReadError where
    there are none."""
    paths = [path for path in sorted(folder.glob("*.json")) if only is None or only(path.name)]
    if not paths:
        raise ReadError(f"{folder} holds no links files. Give a folder of JSON files, one for each chain.")
    golds = load_gold(pages / GOLD) if (pages / GOLD).is_dir() else {}
    figures = {kind: BCubed() for kind in KIND_OF.values()}
    for path in paths:
        chain = read_chain(path, pages, golds)
        for kind, figure in figures.items():
            add_shares(figure, [mention for mention in chain.mentions if mention.kind == kind], chain.homes)
    return figures


def add_shares(figure: BCubed, mentions: Sequence[Mention], homes: Mapping[Key, str]) -> None:
    """Add the mentions of one chain and kind to the figure."""
    # A mention that was not found is alone in a happening of its own.
    ours = [homes[mention.found] if mention.found else f"missed {at}" for at, mention in enumerate(mentions)]
    theirs = [mention.cluster for mention in mentions]
    both = Counter(zip(ours, theirs, strict=True))
    sizes, wanted = Counter(ours), Counter(theirs)
    for home, cluster in zip(ours, theirs, strict=True):
        shared = both[home, cluster]
        figure.shares.append((shared / sizes[home], shared / wanted[cluster]))
    figure.found += sum(mention.found is not None for mention in mentions)


def read_chain(path: Path, pages: Path, golds: Mapping[str, list[dict[str, Any]]]) -> Chain:
    """A chain with its pages coded and linked in a store of their own."""
    links = json.loads(path.read_text(encoding="utf-8"))
    mentions = take_mentions(links, golds)
    with Store.open("sqlite://") as store:
        found: dict[str, list[Record]] = {}
        for page in links["pages"]:
            found[page] = code_page(pages / page, golds.get(page, [{}]))
            store.save_many(found[page], coder="evaluate")
        happenings = list(store.happenings())
    for page, records in found.items():
        match_page([mention for mention in mentions if mention.page == page], records)
    return Chain(mentions, unite_plans(happenings))


def take_mentions(links: Mapping[str, Any], golds: Mapping[str, list[dict[str, Any]]]) -> list[Mention]:
    """The mentions of a links file: one for each page of each cluster, with the gold records of its words."""
    clusters: list[list[Mention]] = []
    for number, cluster in enumerate(links["clusters"]):
        kind = KIND_OF[cluster["kind"]]
        words: defaultdict[str, list[str]] = defaultdict(list)
        for member in cluster["members"]:
            words[member["page"]].append(member["evidence"])
        clusters.append(
            [
                Mention(
                    number,
                    kind,
                    page,
                    told,
                    [item for gold in golds.get(page, ()) for item in gold_of(gold, kind, told)],
                )
                for page, told in words.items()
            ]
        )
    choose_golds(clusters)
    return [mention for cluster in clusters for mention in cluster]


def gold_of(gold: Mapping[str, Any], kind: str, told: Sequence[str]) -> list[dict[str, Any]]:
    """The gold records of a page that stand in the words of a mention; those that stand in most of them."""
    shared = [
        (len({item.get("sentence") or item.get("evidence"), *item.get("also", ())} & set(told)), item)
        for item in gold.get(kind, ())
    ]
    most = max((count for count, _ in shared), default=0)
    return [item for count, item in shared if count and count == most]


def choose_golds(clusters: Sequence[Sequence[Mention]]) -> None:
    """Where the words of mentions hold several gold records, leave each cluster those of one description: what most of
    its mentions have, and no other cluster. Clusters with the least choice choose first."""
    taken: set[int] = set()
    for cluster in sorted(clusters, key=lambda each: len({describe(item) for one in each for item in one.golds})):
        votes = Counter(
            name
            for mention in cluster
            for name in dict.fromkeys(describe(item) for item in mention.golds if id(item) not in taken)
        )
        for mention in cluster:
            best = max(mention.golds, key=lambda item: (votes[describe(item)], describe(item)), default=None)
            if best is not None:
                mention.golds = [item for item in mention.golds if describe(item) == describe(best)]
                taken.update(id(item) for item in mention.golds)


def describe(gold: Mapping[str, Any]) -> tuple[str, ...]:
    """What a gold record tells, whatever its words: type and parties, of a commitment the amount."""
    return tuple(str(gold.get(key)) for key in ("type", "source", "target", "parties", "amount", "countries"))


def match_page(mentions: Sequence[Mention], records: Iterable[Record]) -> None:
    """Give each mention the finding that tells it, each finding once: the one with most of its words, of the parties
    and the type of its gold record."""
    free = [(kind, record.article.id, finding.to_dict()) for record in records for kind, finding in record.findings()]
    options = []
    for at, mention in enumerate(mentions):
        for number, (kind, article, have) in enumerate(free):
            share = match_mention(mention, have) if kind == mention.kind else 0.0
            if share:
                # The type itself goes before one that a second reader would accept.
                other = all(have.get("type") != gold.get("type") for gold in mention.golds)
                options.append((other, -share, at, number, (article, str(have["id"]))))
    used: set[int] = set()
    for *_, at, number, key in sorted(options):
        if mentions[at].found is None and number not in used:
            mentions[at].found = key
            used.add(number)


def match_mention(mention: Mention, have: dict[str, Any]) -> float:
    """How much of a mention's words a finding has, 0 where it has too little or is another record's."""
    share = max(overlap(have["evidence"]["text"], text) for text in mention.evidence)
    if share < EVIDENCE_OVERLAP:
        return 0.0
    if mention.golds and not any(MATCHES[mention.kind](have, gold) for gold in mention.golds):
        return 0.0
    return share


def unite_plans(happenings: Iterable[Happening]) -> dict[Key, str]:
    """The happening of each finding; a plan counts as one with its deed, as those who link by hand have it."""
    homes: dict[str, str] = {}
    members: dict[Key, str] = {}
    many = list(happenings)
    for happening in many:
        homes[happening.id] = happening.id
        members.update(((each.article_id, each.finding_id), happening.id) for each in happening.members)
    for happening in many:
        for other in happening.held_as:
            kept, gone = sorted((homes[happening.id], homes[other]))
            homes = {name: kept if home == gone else home for name, home in homes.items()}
    return {key: homes[home] for key, home in members.items()}
