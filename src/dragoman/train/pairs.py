"""Marked pairs: a sentence, a source and a target in it, and what passes between them.

In: the corpus folder (`pairs/*.jsonl` with <S> and <T> in the text, `annotated/*.txt` in the markup). Out: Pairs, each
in its part: "train", "dev" (calibration and choices) or "held" (figures only). A sentence is in one part with all its
pairs.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import CorpusError
from ..ontology import load_codes
from ..ontology.cameo import NO_EVENT
from .markup import MarkedEvent, MarkedSpan, Passage, read_passages

Span = tuple[int, int]

# The writer whose passages nobody trains on, chosen before a line was written.
HELD_WRITERS = ("w8",)
# Of a hundred sentences of the other files: these go to the held-out part, the next ones to the development part.
HELD_SHARE, DEV_SHARE = 6, 6
# Pairs that one event with compound parties gives at most: more would drown the sentences with one pair.
MOST_PAIRS = 4
# Where one hurts the other, the recipient does nothing to the doer: the pair turned round is a pair with nothing
# between.
ONE_WAY = frozenset("ACCUSE REJECT THREATEN SANCTION COERCE ASSAULT REQUEST".split())
MARK = re.compile(r"</?[ST]>")


@dataclass(frozen=True, slots=True)
class Pair:
    """A marked pair. `target` None: the act has no recipient. `attributed` None: nobody has read for it."""

    text: str
    source: Span
    target: Span | None
    cameo: str
    type: str | None
    mode: str | None
    realis: str
    attributed: bool | None
    origin: str
    part: str

    @property
    def label(self) -> str:
        """The class that the model learns: the code, with the type where it is not the code's usual one."""
        return label_of(self.cameo, self.type)


def label_of(cameo: str, kind: str | None) -> str:
    """A code and its type as one word: "171" where the type is the usual one, else "171/ASSAULT"."""
    if cameo == NO_EVENT or kind is None or load_codes()[cameo].type == kind:
        return cameo
    return f"{cameo}/{kind}"


def split_label(label: str) -> tuple[str, str | None]:
    """The code and type of a label; no type for nothing between."""
    cameo, _, kind = label.partition("/")
    return cameo, (kind or (None if cameo == NO_EVENT else load_codes()[cameo].type))


def part_of(text: str, origin: str) -> str:
    """The part of the corpus that a sentence belongs to: by its writer, else by a digest of its words."""
    if origin in HELD_WRITERS:
        return "held"
    share = int(hashlib.sha256(text.encode()).hexdigest()[:8], 16) % 100
    return "held" if share < HELD_SHARE else "dev" if share < HELD_SHARE + DEV_SHARE else "train"


def read_pairs(folder: Path) -> list[Pair]:
    """All marked pairs of the corpus. Raises CorpusError on a line or passage that does not parse."""
    found = [pair for path in sorted(folder.glob("pairs/*.jsonl")) for pair in read_marked(path)]
    return found + [pair for passage in read_annotated(folder) for pair in pairs_of(passage)]


def read_annotated(folder: Path) -> list[Passage]:
    """All annotated passages of the corpus. Raises CorpusError on one that does not parse."""
    found = []
    for path in sorted(folder.glob("annotated/*.txt")):
        for passage in read_passages(path.read_text(encoding="utf-8"), path.stem):
            if isinstance(passage, CorpusError):
                raise passage
            found.append(passage)
    return found


def read_marked(path: Path) -> Iterator[Pair]:
    """The pairs of a file of marked sentences. Raises CorpusError with file and line."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            row = json.loads(line)
            text, source, target = unmark(row["text"])
            yield Pair(
                text,
                source,
                target,
                row["cameo"],
                row["type"],
                row["mode"],
                row["realis"],
                row.get("attributed"),
                path.stem,
                part_of(text, path.stem),
            )
        except (ValueError, KeyError) as error:
            raise CorpusError(
                f"{path.name}:{number}: {error}. Wanted: text with <S> and <T>, cameo, type, mode, realis."
            ) from error


def unmark(marked: str) -> tuple[str, Span, Span]:
    """The text without its marks, and the characters of source and target. Raises ValueError where a mark is
    missing."""
    text, last, places = "", 0, dict[str, int]()
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        places[match[0]] = len(text)
        last = match.end()
    if set(places) != {"<S>", "</S>", "<T>", "</T>"}:
        raise ValueError(f"the marks of {marked[:60]!r} are {sorted(places)}")
    return text + marked[last:], (places["<S>"], places["</S>"]), (places["<T>"], places["</T>"])


def pairs_of(passage: Passage) -> list[Pair]:
    """The pairs of an annotated passage: of every event, and one between which nothing passes."""
    found = [pair for event in passage.events for pair in event_pairs(passage, event)]
    return found + idle_pairs(passage)


def event_pairs(passage: Passage, event: MarkedEvent) -> list[Pair]:
    """The pairs of one event: each actor with each recipient; the actors of a mutual act among themselves; or an actor
    alone."""
    actors, recipients = passage.of("A", event.number), passage.of("R", event.number)
    sides: list[tuple[MarkedSpan, MarkedSpan | None]]
    if recipients:
        sides = [(actor, other) for actor in actors for other in recipients]
    elif len(actors) > 1:
        sides = list(zip(actors, actors[1:], strict=False))
    else:
        sides = [(actor, None) for actor in actors]
    attributed = bool(passage.of("S", event.number))
    return [
        build_pair(passage, actor, other, event.cameo, event.type, event.mode, event.realis, attributed)
        for actor, other in sides[:MOST_PAIRS]
        if other is None or apart(actor, other)
    ]


def idle_pairs(passage: Passage) -> list[Pair]:
    """Pairs with nothing between: a bystander with a party, and one pair of a one-way act turned round; one of each at
    most."""
    parties = list({(s.start, s.end): s for s in passage.spans if s.role in "AR"}.values())
    idle = [
        s
        for s in passage.spans
        if s.role == "N" and not any(o != s and o.start <= s.start and s.end <= o.end for o in passage.spans)
    ]
    chosen: list[tuple[MarkedSpan, MarkedSpan]] = []
    near = [(one, other) for one in idle for other in [*parties, *idle] if one != other and apart(one, other)]
    if near:
        one, other = near[ordinal(passage.text) % len(near)]
        chosen.append((one, other) if ordinal(passage.text + "side") % 2 else (other, one))
    turned = [
        (other, actor)
        for event in passage.events
        if event.type in ONE_WAY
        for actor in passage.of("A", event.number)
        for other in passage.of("R", event.number)
        if apart(actor, other) and not acts_on(passage, other, actor)
    ]
    if turned and ordinal(passage.text + "turn") % 3 == 0:
        chosen.append(turned[ordinal(passage.text) % len(turned)])
    return [build_pair(passage, one, other, NO_EVENT, None, None, "actual", False) for one, other in chosen]


def acts_on(passage: Passage, one: MarkedSpan, other: MarkedSpan) -> bool:
    """Whether any event of the passage has the first among its actors and the second among its parties."""
    place = {(span.role, span.event) for span in passage.spans if (span.start, span.end) == (one.start, one.end)}
    there = {(span.role, span.event) for span in passage.spans if (span.start, span.end) == (other.start, other.end)}
    return any(role == "A" and {("A", event), ("R", event)} & there for role, event in place)


def apart(one: MarkedSpan, other: MarkedSpan) -> bool:
    """Whether two spans share no character, or one lies inside the other without being it."""
    return (one.start, one.end) != (other.start, other.end)


def build_pair(
    passage: Passage,
    source: MarkedSpan,
    target: MarkedSpan | None,
    cameo: str,
    kind: str | None,
    mode: str | None,
    realis: str,
    attributed: bool,
) -> Pair:
    """A Pair of a passage."""
    place = None if target is None else (target.start, target.end)
    return Pair(
        passage.text,
        (source.start, source.end),
        place,
        cameo,
        kind,
        mode,
        realis,
        attributed,
        passage.source,
        part_of(passage.text, passage.source),
    )


def ordinal(text: str) -> int:
    """A number that hangs on the text alone, so that the choice is the same in every run."""
    return int(hashlib.sha256(text.encode()).hexdigest()[:8], 16)


def only(pairs: Sequence[Pair], part: str) -> list[Pair]:
    """The pairs of one part."""
    return [pair for pair in pairs if pair.part == part]


def corpus_digest(corpus: Path) -> str:
    """A digest of all sentences and labels of the corpus."""
    sums = hashlib.sha256()
    for path in sorted([*corpus.glob("pairs/*.jsonl"), *corpus.glob("annotated/*.txt")]):
        sums.update(path.name.encode() + b"\0" + path.read_bytes())
    return sums.hexdigest()
