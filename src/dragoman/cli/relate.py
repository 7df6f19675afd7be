"""`dragoman relate`: what the source does to the target, for each line of a JSONL file.

Lines are read, asked together and printed in their order. A line that cannot be read is reported with its number and
skipped; the rest is answered and the exit status is 1.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from ..errors import ReadError
from ..model.own import OWN_OUTPUTS, OwnOntology, OwnRelation
from ..model.reader import TOGETHER, MarkedText, load_reader
from ..model.relation import SCHEMES, WITHOUT_NOTHING, Relation
from .console import fail, say_json, warn
from .lines import read_lines, read_object

# Characters of a sentence that are read: longer ones are no sentence, and cost more than they tell.
LONGEST = 20_000
DIGITS = 4


# What answers a block of marked sentences.
Ask = Callable[[Sequence[MarkedText]], Sequence[Relation | OwnRelation]]


def run(file: Path, *, scheme: str | None, model: Path | None) -> int:
    """Answer the file, in a scheme or by the user's ontology in the folder `model`; the exit status of the contract."""
    if scheme is not None and scheme not in SCHEMES:
        return fail(f"The scheme {scheme!r} is unknown. Allowed: {', '.join(SCHEMES)}.", status=2)
    if scheme is not None and model is not None:
        return fail("--scheme and --model exclude each other: your own types are the scheme. Give one.", status=2)
    ask, status = asker(scheme or SCHEMES[0], model), 0
    block: list[tuple[Any, MarkedText]] = []
    for number, line in read_lines(file):
        if not line.strip():
            continue
        try:
            block.append(read_pair(line))
        except ReadError as error:
            status = 1
            warn(f"{file}, line {number}: {str(error).rstrip('.')}. The line is skipped.")
        if len(block) >= TOGETHER:
            answer(block, ask)
            block = []
    answer(block, ask)
    return status


def read_pair(line: bytes) -> tuple[Any, MarkedText]:
    """The id and the marked sentence of a line. Raises ReadError that says what is wrong with it."""
    row = read_object(line)
    sentence = row.get("sentence")
    if not isinstance(sentence, str) or not sentence.strip() or len(sentence) > LONGEST:
        raise ReadError(f'A line must have a sentence of at most {LONGEST} characters under "sentence"')
    source, target = (span_of(row, key, sentence) for key in ("source", "target"))
    return row.get("id"), MarkedText(sentence, source, target)


def span_of(row: dict[str, Any], key: str, sentence: str) -> tuple[int, int]:
    """The characters of source or target. Raises ReadError where they are none of the sentence's or hold no word."""
    place = row.get(key)
    whole = isinstance(place, list) and len(place) == 2 and all(type(one) is int for one in place)
    if not whole or not 0 <= place[0] < place[1] <= len(sentence):  # type: ignore[index]
        raise ReadError(
            f'"{key}" is {place!r}. Allowed: [start, end], characters of the sentence, 0 to {len(sentence)}'
        )
    start, end = place  # type: ignore[misc]
    if not any(sign.isalnum() for sign in sentence[start:end]):
        raise ReadError(f'"{key}" covers {sentence[start:end]!r}, which holds no word. Give the words of a party')
    return start, end


def asker(scheme: str, model: Path | None) -> Ask:
    """What answers marked sentences: the model that ships, or the user's ontology over it. Raises SetupError where that
    cannot be read."""
    reader = load_reader()
    if model is None:
        return lambda pairs: reader.relations(pairs, scheme=scheme, abstain=scheme not in WITHOUT_NOTHING)
    own = OwnOntology.load(model, reader.card)
    return lambda pairs: [own.decide(outputs, reader.card) for outputs in reader.ask(OWN_OUTPUTS, pairs)]


def answer(block: list[tuple[Any, MarkedText]], ask: Ask) -> None:
    """Print the relation of each marked sentence."""
    for (name, _), relation in zip(block, ask([pair for _, pair in block]), strict=True):
        say_json({"id": name, **plain(relation)})


def plain(relation: Relation | OwnRelation) -> dict[str, Any]:
    """A relation as it is printed."""
    return {
        "type": relation.type,
        "mode": relation.mode,
        "cameo": relation.cameo,
        "quad": relation.quad,
        "realis": relation.realis,
        "attributed": relation.attributed,
        "confidence": round(relation.confidence, DIGITS),
        "nothing": round(relation.nothing, DIGITS),
        "scores": {name: round(score, DIGITS) for name, score in relation.scores.items()},
    }
