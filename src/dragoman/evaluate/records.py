"""Records: coded pages scored against gold records, kind by kind.

In: a folder of gold JSON files (one a report: `id`, `page`, `published`, and the lists `events`, `agreements`,
`commitments`, `claims`, `meetings`, `persons`) and the folder of their pages. Out: precision, recall and F1 of each
kind and their macro mean. A finding matches one gold item where the words of its evidence overlap and its parties,
type, amount or speaker agree; each item is used once. A claim with `parts` is one quote that its sentence breaks up:
one finding that holds all parts hits it, else each part counts as a claim of its own.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..coding import code_article
from ..errors import ReadError
from ..read import ReadFailure, read_inputs
from ..record import Record

# How much of the shorter text's words two pieces of evidence must share.
EVIDENCE_OVERLAP, COMMITMENT_OVERLAP, CLAIM_OVERLAP = 0.6, 0.5, 0.7
# How alike two sets of parties must be (intersection over union).
PARTY_OVERLAP = 0.5
# Types whose two sides may stand in either order.
EITHER_ORDER = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
KINDS = ("events", "agreements", "commitments", "claims", "meetings", "persons")


@dataclass(slots=True)
class Tally:
    """How many findings hit, were given and were wanted; what was missed and what was given too much, to read."""

    hits: int = 0
    given: int = 0
    wanted: int = 0
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Hits among the given."""
        return self.hits / max(self.given, 1)

    @property
    def recall(self) -> float:
        """Hits among the wanted."""
        return self.hits / max(self.wanted, 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def _words(text: str | None) -> Counter[str]:
    return Counter(re.findall(r"\w+", (text or "").lower()))


def overlap(one: str | None, other: str | None) -> float:
    """The share of the shorter text's words that the other has too."""
    ours, theirs = _words(one), _words(other)
    return sum((ours & theirs).values()) / max(min(sum(ours.values()), sum(theirs.values())), 1)


def alike(one: Iterable[str], other: Iterable[str]) -> float:
    """Intersection over union of two sets; two empty ones are alike."""
    ours, theirs = {each for each in one if each}, {each for each in other if each}
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 1.0


def _codes(actors: Sequence[dict[str, Any]]) -> list[str]:
    return [actor.get("country") or actor.get("name") or actor["text"] for actor in actors]


def match_event(have: dict[str, Any], want: dict[str, Any]) -> bool:
    """The type or one that a second reader would accept, the words, and the dyad."""
    if have["type"] not in {want["type"], *want.get("alt_types", ())}:
        return False
    told = [want["sentence"], *want.get("also", ())]
    if not any(overlap(have["evidence"]["text"], text) >= EVIDENCE_OVERLAP for text in told):
        return False
    actors, recipients = _codes(have["actors"]), _codes(have["recipients"])
    if want.get("symmetric") or want["type"] in EITHER_ORDER:
        return alike(actors + recipients, want["source"] + want["target"]) >= PARTY_OVERLAP
    sides = alike(actors, want["source"]) >= PARTY_OVERLAP
    return sides and (not want["target"] or alike(recipients, want["target"]) >= PARTY_OVERLAP)


def match_agreement(have: dict[str, Any], want: dict[str, Any]) -> bool:
    """The words and the parties."""
    same_words = overlap(have["evidence"]["text"], want["evidence"]) >= EVIDENCE_OVERLAP
    return same_words and alike(have["parties"], want["parties"]) >= PARTY_OVERLAP


def match_commitment(have: dict[str, Any], want: dict[str, Any]) -> bool:
    """The amount, the year of the deadline, and the words."""
    ours, theirs = have["amount"], want["amount"]
    same_amount = (
        ours is None
        and theirs is None
        or (ours is not None and theirs is not None and abs(ours - theirs) <= 1e-6 * abs(theirs))
    )
    same_year = str(have["deadline"] or "")[:4] == str(want["deadline"] or "")[:4]
    return same_amount and same_year and overlap(have["evidence"]["text"], want["evidence"]) >= COMMITMENT_OVERLAP


def match_claim(have: dict[str, Any], want: dict[str, Any]) -> bool:
    """The words and the speaker's last name."""
    speaker = have["speaker"] or {}
    surname = (re.findall(r"\w+", want["speaker"].lower()) or [""])[-1]
    named = surname in _words(f"{speaker.get('name')} {speaker.get('text')}")
    return named and overlap(have["text"], want["text"]) >= CLAIM_OVERLAP


def holds_parts(have: dict[str, Any], want: dict[str, Any]) -> bool:
    """Whether the finding holds the words of every part of the claim, not merely as many as the shorter text has."""
    ours = _words(have["text"])
    for part in want["parts"]:
        theirs = _words(part)
        if sum((ours & theirs).values()) < CLAIM_OVERLAP * sum(theirs.values()):
            return False
        ours -= theirs
    return True


def match_meeting(have: dict[str, Any], want: dict[str, Any]) -> bool:
    """The words and the states."""
    same_words = overlap(have["evidence"]["text"], want["evidence"]) >= EVIDENCE_OVERLAP
    return same_words and alike(have["countries"], want["countries"]) >= PARTY_OVERLAP


def match_person(have: dict[str, Any], want: dict[str, Any]) -> bool:
    """The last name and the state."""
    return _last_word(have["name"]) == _last_word(want["name"]) and have["country"] == want["country"]


def _last_word(name: str) -> str:
    words: list[str] = re.findall(r"\w+", name.lower())
    return words[-1] if words else ""


MATCHES: dict[str, Callable[[dict[str, Any], dict[str, Any]], bool]] = {
    "events": match_event,
    "agreements": match_agreement,
    "commitments": match_commitment,
    "claims": match_claim,
    "meetings": match_meeting,
    "persons": match_person,
}


def _label(kind: str, item: dict[str, Any]) -> str:
    """An item in a line, for reading errors."""
    if kind == "persons":
        return f"{item['name']} / {item['role']} / {item['country']}"
    if kind == "events":
        if "sentence" in item:
            return f"{item['type']} {item['source']}>{item['target']} | {item['sentence']}"
        rule = f"{item['rule']} at {item['trigger']['text']!r}"
        dyad = f"{_codes(item['actors'])}>{_codes(item['recipients'])}"
        return f"{item['type']} {dyad} [{rule}] | {item['evidence']['text']}"
    if kind == "claims":
        speaker = item["speaker"]
        name = str(speaker if isinstance(speaker, str) or speaker is None else speaker["name"] or speaker["text"])
        return f"{name}: {item['text']}"
    evidence = item["evidence"] if isinstance(item["evidence"], str) else item["evidence"]["text"]
    parties = item.get("parties") or item.get("countries")
    return f"{parties} {item.get('amount')} {item.get('deadline')} {item.get('kind') or ''} | {evidence}"


def score_kind(kind: str, have: Sequence[dict[str, Any]], want: Sequence[dict[str, Any]], tally: Tally) -> None:
    """Add one report to the tally of a kind."""
    free = list(have)
    want = _split_parts(free, want) if kind == "claims" else want
    for item in want:
        found = next((each for each in free if MATCHES[kind](each, item)), None)
        if found is None:
            tally.missed.append(_label(kind, item))
        else:
            free.remove(found)
            tally.hits += 1
    tally.extra.extend(_label(kind, each) for each in free)
    tally.given += len(have)
    tally.wanted += len(want)


def _split_parts(have: Sequence[dict[str, Any]], want: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The wanted claims, each one in parts broken up where no finding holds it whole but one or more hold a part."""
    split: list[dict[str, Any]] = []
    for item in want:
        parts = [{**item, "text": part} for part in item.get("parts", ())]
        whole = any(match_claim(each, item) and holds_parts(each, item) for each in have) if parts else True
        apart = not whole and any(match_claim(each, part) for each in have for part in parts)
        split.extend(parts if apart else [item])
    return split


def _read_gold(path: Path) -> dict[str, Any]:
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ReadError(f"The gold record {path} cannot be read: {error}. Mend or remove the file.") from error
    if not isinstance(gold, dict):
        raise ReadError(f"The gold record {path} is no JSON object. Give one object for each report.")
    return gold


def load_gold(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The gold records of a folder by page, in the order of the reports. Raises ReadError where there are none."""
    pages: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(folder.glob("*.json")):
        gold = _read_gold(path)
        page = gold.get("page") or gold.get("txt_file") or path.with_suffix(".txt").name
        pages.setdefault(page, []).append(gold)
    if not pages:
        raise ReadError(f"{folder} holds no gold records. Give a folder of JSON files, one for each report.")
    return pages


def code_page(path: Path, golds: Sequence[dict[str, Any]]) -> list[Record]:
    """The records of a page; a day that only the gold knows is given where the page holds one report."""
    day = golds[0].get("published") if len(golds) == 1 else None
    records: list[Record] = []
    for item in read_inputs([str(path)], published=day):
        if isinstance(item, ReadFailure):
            raise ReadError(str(item))
        records.append(code_article(item))
    return records


def score_records(
    gold: Path, *, pages: Path | None = None, only: Callable[[str], bool] | None = None
) -> dict[str, Tally]:
    """The tally of each kind over all pages of the gold; `only` picks pages by name. Findings of a page with several
    reports are pooled. Raises ReadError where a page is missing."""
    tallies = {kind: Tally() for kind in KINDS}
    for page, golds in load_gold(gold).items():
        if only is not None and not only(page):
            continue
        path = (pages or gold) / page
        plain = [record.to_dict() for record in code_page(path, golds)]
        for kind in KINDS:
            have = [item for record in plain for item in record[kind]]
            want = [item for record in golds for item in record.get(kind, ())]
            score_kind(kind, have, want, tallies[kind])
    return tallies


def mean_f1(tallies: dict[str, Tally]) -> float:
    """The macro mean of F1 over the kinds."""
    return sum(tally.f1 for tally in tallies.values()) / len(tallies)
