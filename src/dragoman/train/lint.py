"""Check the corpus against the ontologies, its own rules, and texts that it must not share.

In: files of annotated passages (.txt) and of marked pairs (.jsonl). Out: a Report of checks, each with its faults,
which name file and line; none where all is well. Changes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import wrap
from typing import Any

from ..errors import CorpusError
from ..ontology import load_codes, load_ontology
from ..ontology.cameo import NO_EVENT
from .balance import Balance, minimums_of, weigh
from .markup import REALIS, MarkedEvent, Passage, read_passages
from .pairs import MARK, Pair, Span, pairs_of, part_of, read_marked, unmark
from .similar import (
    LONGEST_SHARED,
    Alike,
    Sentence,
    Yardstick,
    find_duplicates,
    find_near,
    find_torn,
    read_yardstick,
    words_of,
)

LONGEST_PASSAGE = 900
LONGEST_SPAN = 160
CONTEXTS = frozenset(
    "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic "
    "legal reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity "
    "inequality diplomatic territory peacekeeping health asylum migration disasters natural_resource environment "
    "technology terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking".split()
)
KEYS = frozenset("text cameo type mode realis".split())
# Nobody has read all pairs for it.
FREE_KEYS = frozenset({"attributed"})
# The kinds of values that are no plain string.
KINDS = {"type": str | None, "mode": str | None, "attributed": bool | None}
# Of the lines of the printed report.
WIDTH = 120
FIRM = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its name, what it has read, and what it finds wrong."""

    name: str
    read: str
    faults: tuple[str, ...] = ()


@dataclass(slots=True)
class Contents:
    """What could be read of some files: Pairs (those of the passages too), Passages, and the Sentences of both."""

    pairs: list[Pair] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Report:
    """The checks of some files in their order, and the balance of what they hold; `whole` where they are a corpus."""

    checks: tuple[Check, ...]
    balance: Balance
    whole: bool

    @property
    def faults(self) -> list[str]:
        """All faults, each with the name of its check."""
        return [f"{check.name}: {fault}" for check in self.checks for fault in check.faults]


def files_of(folder: Path) -> list[Path]:
    """The files of a corpus that have a check."""
    return [*sorted(folder.glob("annotated/*.txt")), *sorted(folder.glob("pairs/*.jsonl"))]


def lint(paths: Sequence[Path], *, whole: bool, against: Path | None = None) -> Report:
    """Run all checks on files; `whole` where they are a whole corpus, so that its minimums hold."""
    annotated = [path for path in paths if path.suffix == ".txt" and path.is_file()]
    marked = [path for path in paths if path.suffix == ".jsonl" and path.is_file()]
    lost = [f"{path.name}: no .txt or .jsonl file" for path in paths if path not in {*annotated, *marked}]
    contents = read_contents(annotated, marked)
    sentences = contents.sentences
    balance = weigh(contents.pairs, contents.passages)
    read = f"{len(sentences)} texts"
    checks = (
        Check("files", str(len(paths)), tuple(lost) if paths else ("no files",)),
        Check("annotated", f"{len(contents.passages)} passages", tuple(lint_files(annotated))),
        Check("pairs", f"{len(sentences) - len(contents.passages)} lines", tuple(lint_pairs(marked))),
        Check("duplicates", read, tuple(told(alike) for alike in find_duplicates(sentences))),
        Check("parts", read, tuple(told(alike) for alike in find_torn(sentences))),
        Check("near-duplicates", read, tuple(told(alike) for alike in find_near(sentences))),
        check_balance(balance, whole=whole),
        check_overlap(sentences, against),
    )
    return Report(checks, balance, whole)


def read_contents(annotated: Sequence[Path], marked: Sequence[Path]) -> Contents:
    """What can be read of the files: blocks that do not parse are left out, and files with a line that does not."""
    contents = Contents()
    for path in annotated:
        for passage in read_passages(path.read_text(encoding="utf-8"), path.stem):
            if isinstance(passage, Passage):
                contents.passages.append(passage)
                contents.pairs += pairs_of(passage)
                place, part = f"{path.name}:{passage.line}", part_of(passage.text, passage.source)
                contents.sentences.append(Sentence(place, passage.text, part))
    for path in marked:
        if any(True for line in lines_in(path) for _ in faults_of_form(line)):
            continue
        pairs = list(read_marked(path))
        contents.pairs += pairs
        for number, pair in enumerate(pairs, start=1):
            marks = (*pair.source, *(pair.target or ()))
            contents.sentences.append(Sentence(f"{path.name}:{number}", pair.text, pair.part, marks))
    return contents


def told(alike: Alike) -> str:
    """Two like sentences as a fault."""
    first, second = alike.first, alike.second
    across = "" if first.part == second.part else f", in {second.part} and {first.part}"
    return f"{second.place}: {alike.share:.2f} like {first.place}{across}"


def check_balance(balance: Balance, *, whole: bool) -> Check:
    """The minimums that a whole corpus misses."""
    if not whole:
        return Check("balance", "minimums hold for the whole corpus alone")
    minimums = minimums_of(balance)
    missed = [f"{each.has} {each.what}, at least {each.least}" for each in minimums if not each.met]
    return Check("balance", f"{len(minimums)} minimums", tuple(missed))


def check_overlap(sentences: Sequence[Sentence], against: Path | None) -> Check:
    """The runs of words that the corpus shares with a folder of yardstick texts, told in the words of the corpus."""
    if against is None:
        return Check("overlap", "not checked: no --against FOLDER")
    if not against.is_dir():
        return Check("overlap", f"not checked: no folder {against}")
    try:
        texts = [text for text in read_yardstick(against) if len(words_of(text)) >= LONGEST_SHARED]
    except CorpusError as error:
        return Check("overlap", "nothing", (str(error),))
    if not texts:
        return Check("overlap", "nothing", (f"no text of {LONGEST_SHARED} or more words in {against}",))
    yardstick = Yardstick(texts)
    longest, faults = 0, []
    # One text stands in several lines with other marks: its first line is enough.
    for text, sentence in {each.text: each for each in reversed(sentences)}.items():
        longest = max(longest, *yardstick.shared(words_of(text)), 0)
        for run in yardstick.find_runs(text):
            faults.append(f"{sentence.place}: {run.words} words shared: {text[run.start : run.end]!r}")
    return Check("overlap", f"{len(texts)} yardstick texts, longest run {longest} words", tuple(sorted(faults)))


def lint_files(paths: Sequence[Path]) -> Iterator[str]:
    """What is wrong in files of annotated passages, one message a fault."""
    for path in paths:
        for passage in read_passages(path.read_text(encoding="utf-8"), path.name):
            if isinstance(passage, CorpusError):
                yield str(passage)
            else:
                yield from (f"{path.name}:{passage.line}: {fault}" for fault in faults_of(passage))


def faults_of(passage: Passage) -> Iterator[str]:
    """What is wrong with one passage."""
    if len(passage.text) > LONGEST_PASSAGE:
        yield f"{len(passage.text)} characters; at most {LONGEST_PASSAGE}"
    if wrong := sorted(set(passage.contexts) - CONTEXTS):
        yield f"unknown contexts {wrong}"
    numbers = [event.number for event in passage.events]
    if len(set(numbers)) != len(numbers):
        yield f"event numbers repeat: {numbers}"
    if loose := sorted({span.event for span in passage.spans if span.event} - set(numbers)):
        yield f"spans of events {loose} that have no event line"
    for span in passage.spans:
        words = passage.words_of(span)
        if words != words.strip() or len(words) > LONGEST_SPAN:
            yield f"span {words!r} has blanks at its ends or is longer than {LONGEST_SPAN}"
    for event in passage.events:
        yield from (f"event {event.number}: {fault}" for fault in faults_of_label(event.type, event.mode, event.cameo))
        yield from faults_of_roles(passage, event)


def faults_of_label(kind: str | None, mode: str | None, cameo: str) -> Iterator[str]:
    """What is wrong with the type, mode and code of an event."""
    types, codes = load_ontology(), load_codes()
    if kind is None or kind not in types:
        yield f"unknown type {kind}"
        return
    code = codes.get(cameo)
    if code is None or not code.type:
        yield f"code {cameo} is no event"
    elif kind not in {code.type, *code.others}:
        yield f"code {cameo} is {' or '.join([code.type, *code.others])}, not {kind}"
    if mode is not None and mode not in types[kind].modes:
        yield f"{kind} has no mode {mode}; allowed: {', '.join(types[kind].modes) or '-'}"


def faults_of_roles(passage: Passage, event: MarkedEvent) -> Iterator[str]:
    """What is missing of an event: it needs a trigger and an actor."""
    if not passage.of("T", event.number):
        yield f"event {event.number} has no trigger (T{event.number})"
    if not passage.of("A", event.number):
        yield f"event {event.number} has no actor (A{event.number})"


def lint_pairs(paths: Sequence[Path]) -> Iterator[str]:
    """What is wrong in files of marked pairs, one message a fault."""
    for path in paths:
        for number, line in enumerate(lines_in(path), start=1):
            yield from (f"{path.name}:{number}: {fault}" for fault in faults_of_line(line))


def lines_in(path: Path) -> list[str]:
    """The lines of a file."""
    return path.read_text(encoding="utf-8").splitlines()


def faults_of_line(line: str) -> Iterator[str]:
    """What is wrong with one line of a file of marked pairs."""
    if faults := list(faults_of_form(line)):
        yield from faults
        return
    row = json.loads(line)
    yield from faults_of_marks(row["text"])
    yield from faults_of_row(row)


def faults_of_form(line: str) -> Iterator[str]:
    """Why one line is no marked pair at all: no JSON, other keys or kinds of values, marks that are missing."""
    try:
        row = json.loads(line)
        if not isinstance(row, dict) or KEYS - set(row) or set(row) - KEYS - FREE_KEYS:
            yield f"wanted a row with {', '.join(sorted(KEYS))} and perhaps {', '.join(FREE_KEYS)}: {line[:80]}"
        elif wrong := sorted(key for key in row if not isinstance(row[key], KINDS.get(key, str))):
            yield f"values of another kind under {', '.join(wrong)}: {line[:80]}"
        else:
            unmark(row["text"])
    except ValueError as error:
        yield str(error)


def faults_of_marks(marked: str) -> Iterator[str]:
    """What is wrong with the marks of source and target in a text."""
    text, source, target = unmark(marked)
    if len(MARK.findall(marked)) != 4:
        yield "a mark stands twice"
    for start, end in (source, target):
        words = text[start:end]
        if not words or words != words.strip() or len(words) > LONGEST_SPAN:
            yield f"span {words!r} is empty, has blanks at its ends or is longer than {LONGEST_SPAN}"
    if source == target or cross(source, target):
        yield f"source {text[slice(*source)]!r} and target {text[slice(*target)]!r} are one span or cross"


def cross(one: Span, other: Span) -> bool:
    """Whether two spans share characters, and each has some that the other has not."""
    (start, end), (later, last) = sorted((one, other))
    return start < later < end < last


def faults_of_row(row: dict[str, Any]) -> Iterator[str]:
    """What is wrong with the label of a marked pair."""
    kind, mode, cameo = row["type"], row["mode"], row["cameo"]
    if row["realis"] not in REALIS:
        yield f"realis {row['realis']!r} is none of {', '.join(REALIS)}"
    if cameo != NO_EVENT:
        yield from faults_of_label(kind, mode, cameo)
    elif kind is not None or mode is not None:
        yield f"code {NO_EVENT} has no type and no mode, not {kind} {mode}"


def lines_of(report: Report) -> Iterator[str]:
    """A report as a table: the checks, the minimums, the tallies, and every fault."""
    yield f"{'check':<16} {'faults':>6}  read"
    yield from (f"{check.name:<16} {len(check.faults):>6}  {check.read}" for check in report.checks)
    if report.whole:
        yield f"\n{'minimum':<42} {'has':>6} {'least':>6}"
        for each in minimums_of(report.balance):
            yield f"{each.what:<42} {each.has:>6} {each.least:>6}{'' if each.met else '  short'}"
    for name, tally in report.balance.tallies.items():
        # A value stays beside its count where a line ends.
        values = [f"{value} {count}".replace(" ", FIRM) for value, count in tally.most_common()]
        yield f"\npairs by {name}"
        yield from (line.replace(FIRM, " ") for line in wrap(", ".join(values), WIDTH, break_on_hyphens=False))
    yield f"\nfaults: {len(report.faults)}"
    yield from report.faults
