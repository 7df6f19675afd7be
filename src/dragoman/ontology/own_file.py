"""A user's own ontology: a YAML file becomes types, modes and contexts with their examples.

In: the file (docs/ontology.md tells its keys). Out: an OwnFile. Refuses (CorpusError, with the way to the value):
unknown keys, names that are taken, sentences without their marks, too few examples, an example that stands twice.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from ..errors import CorpusError
from ..record.findings import QUADS
from .plover import load_ontology
from .values import Value, parse_yaml, read_file

Span = tuple[int, int]

FILE_KEYS = "name description types contexts"
TYPE_KEYS = "name description quad score from modes examples unlike"
MODE_KEYS, CONTEXT_KEYS = "name from examples", "name from examples unlike"
TYPE_NAME, TYPE_TOLD = r"[A-Z][A-Z0-9_]{0,39}", "capitals, digits and _, a capital first, at most 40"
PART_NAME, PART_TOLD = r"[a-z][a-z0-9_-]{0,39}", "small letters, digits, - and _, a letter first, at most 40"
# With fewer than ten the figures of leaving one out jump by more than a tenth with each sentence.
LEAST, LEAST_OF_MODE, MOST = 10, 5, 50
MOST_PARTS = 30
LONGEST = 1000
MARK = re.compile(r"</?[ST]>")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the characters of source and target."""

    text: str
    source: Span
    target: Span


@dataclass(frozen=True, slots=True)
class OwnMode:
    """A mode of a user's type: new with examples, or (`replaces`) a shipped one under another name."""

    name: str
    replaces: str | None
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class OwnType:
    """A user's type. `replaces`: the PLOVER type that it renames, or extends where it has examples. `quad` and `score`
    are those of that type where the file gives none, else None. `unlike`: what looks like it and is not."""

    name: str
    description: str
    quad: str | None
    score: float | None
    replaces: str | None
    modes: tuple[OwnMode, ...]
    examples: tuple[Example, ...]
    unlike: tuple[Example, ...]

    @property
    def all_examples(self) -> tuple[Example, ...]:
        """The type's own examples and those of its modes, which are of the type as well."""
        return (*self.examples, *(example for mode in self.modes for example in mode.examples))

    @property
    def learned(self) -> bool:
        """Whether the examples teach the type, and not only its name or its modes."""
        return self.replaces is None or bool(self.examples)


@dataclass(frozen=True, slots=True)
class OwnContext:
    """A user's context: new with examples, or (`replaces`) a shipped one under another name. `unlike`: sentences that
    look like it and are not."""

    name: str
    replaces: str | None
    examples: tuple[str, ...]
    unlike: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnFile:
    """The whole file, and the digest of its bytes."""

    name: str
    description: str
    types: tuple[OwnType, ...]
    contexts: tuple[OwnContext, ...]
    digest: str


def read_own_file(path: Path, *, contexts: Collection[str]) -> OwnFile:
    """The ontology of a file, or of standard input for "-"; `contexts` are those that ship. Raises CorpusError where it
    breaks a rule."""
    read = read_file(path)
    whole = parse_yaml(read, path.name)
    keys = whole.keys(allowed=FILE_KEYS, needed="name")
    types = [read_type(one) for one in items_of(keys, "types", most=MOST_PARTS)]
    own = [read_context(one, contexts) for one in items_of(keys, "contexts", most=MOST_PARTS)]
    if not types and not own:
        raise CorpusError(
            f"{path.name}: the file has neither types nor contexts. Allowed: one of them at least. Add some."
        )
    if types:
        check_names(keys["types"], [(one.name, one.replaces) for one in types], load_ontology())
        given = [(str(each), one.name) for one in types for each in (*one.all_examples, *one.unlike)]
        check_repeats(keys["types"], given)
    if own:
        check_names(keys["contexts"], [(one.name, one.replaces) for one in own], contexts)
    return OwnFile(
        name=keys["name"].text(most=100),
        description=keys["description"].text(most=LONGEST) if "description" in keys else "",
        types=tuple(types),
        contexts=tuple(own),
        digest=hashlib.sha256(read).hexdigest(),
    )


def items_of(keys: dict[str, Value], name: str, *, least: int = 1, most: int) -> list[Value]:
    """The items under a key; none where the key is absent."""
    return keys[name].items(least=least, most=most) if name in keys else []


def read_type(value: Value) -> OwnType:
    """One of the types. Raises CorpusError."""
    shipped = load_ontology()
    keys = value.keys(allowed=TYPE_KEYS, needed="name")
    replaces = keys["from"].one_of(shipped) if "from" in keys else None
    base = shipped[replaces] if replaces else None
    known = base.modes if base else {}
    modes = tuple(read_mode(one, known) for one in items_of(keys, "modes", most=MOST_PARTS))
    if modes:
        check_names(keys["modes"], [(mode.name, mode.replaces) for mode in modes], known)
    found = OwnType(
        name=keys["name"].name(TYPE_NAME, TYPE_TOLD),
        description=keys["description"].text(most=LONGEST) if "description" in keys else "",
        quad=keys["quad"].one_of(QUADS) if "quad" in keys else base.quad if base else None,
        score=keys["score"].number(-10, 10) if "score" in keys else base.score if base else None,
        replaces=replaces,
        modes=modes,
        examples=tuple(read_example(one) for one in items_of(keys, "examples", most=MOST)),
        unlike=tuple(read_example(one) for one in items_of(keys, "unlike", most=MOST)),
    )
    check_enough(value, found)
    return found


def check_enough(value: Value, found: OwnType) -> None:
    """Raise CorpusError where a type that must be learned has too few examples, or none but those of a single mode."""
    count = len(found.all_examples)
    if found.learned and count < LEAST:
        raise CorpusError(
            f"{value.file}: {value.path} ({found.name}) has {count} examples. Allowed: {LEAST} to {MOST}, those of its "
            "modes counted, or none beside `from` to give a PLOVER type another name. Add some."
        )
    if found.replaces is None and not found.examples and len(found.modes) == 1:
        raise CorpusError(
            f"{value.file}: {value.path} ({found.name}) has all its examples in one mode. Allowed: two modes or more, "
            "or examples without a mode. Move some to the type's own `examples`."
        )
    if found.unlike and not found.learned:
        raise CorpusError(
            f"{value.file}: {value.path} ({found.name}) has `unlike` and no `examples` of its own. Allowed: `unlike` "
            "beside `examples`. Add some, or drop it."
        )


def read_mode(value: Value, known: Collection[str]) -> OwnMode:
    """One of the modes of a type; `known` are the modes of the PLOVER type that it comes from. Raises CorpusError."""
    keys = read_part(value, MODE_KEYS)
    examples = items_of(keys, "examples", least=LEAST_OF_MODE, most=MOST)
    return OwnMode(
        name=keys["name"].name(PART_NAME, PART_TOLD),
        replaces=keys["from"].one_of(known) if "from" in keys else None,
        examples=tuple(read_example(one) for one in examples),
    )


def read_context(value: Value, known: Collection[str]) -> OwnContext:
    """One of the contexts. Raises CorpusError."""
    keys = read_part(value, CONTEXT_KEYS)
    sentences = [one.text(most=LONGEST) for one in items_of(keys, "examples", least=LEAST, most=MOST)]
    unlike = [one.text(most=LONGEST) for one in items_of(keys, "unlike", most=MOST)]
    if unlike and not sentences:
        raise keys["unlike"].wrong("`unlike` beside `examples`, so leave it out where a context is only renamed")
    check_repeats(value, [(one, "examples") for one in sentences] + [(one, "unlike") for one in unlike])
    return OwnContext(
        name=keys["name"].name(PART_NAME, PART_TOLD),
        replaces=keys["from"].one_of(known) if "from" in keys else None,
        examples=tuple(sentences),
        unlike=tuple(unlike),
    )


def read_part(value: Value, allowed: str) -> dict[str, Value]:
    """The keys of a mode or context, which has either examples or the name that it replaces. Raises CorpusError."""
    keys = value.keys(allowed=allowed, needed="name")
    if ("from" in keys) == ("examples" in keys):
        told = "both `from` and `examples`" if "from" in keys else "neither `from` nor `examples`"
        raise CorpusError(
            f"{value.file}: {value.path} has {told}. Allowed: `from` to give a shipped one another name, or `examples` "
            "to add a new one. Keep one of the two."
        )
    return keys


def read_example(value: Value) -> Example:
    """A sentence with its marks. Raises CorpusError where they are not one <S>..</S> and one <T>..</T> around words."""
    try:
        return unmark(value.text(most=LONGEST))
    except ValueError as error:
        allowed = f"one <S>..</S> around the one who acts and one <T>..</T> around the one acted on ({error})"
        raise value.wrong(allowed) from error


def unmark(marked: str) -> Example:
    """The sentence without its marks. Raises ValueError with what is wrong about them."""
    marks = MARK.findall(marked)
    for mark in ("<S>", "</S>", "<T>", "</T>"):
        if marks.count(mark) != 1:
            raise ValueError(f"{mark} stands {marks.count(mark)} times")
    text, last, places = "", 0, dict[str, int]()
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        places[match[0]] = len(text)
        last = match.end()
    text += marked[last:]
    source, target = (places["<S>"], places["</S>"]), (places["<T>"], places["</T>"])
    for sign, (start, end) in (("S", source), ("T", target)):
        if not any(letter.isalnum() for letter in text[start:end]):
            raise ValueError(f"there is no word between <{sign}> and </{sign}>")
    if source == target:
        raise ValueError("both mark the same words")
    return Example(text, source, target)


def check_names(value: Value, given: list[tuple[str, str | None]], shipped: Collection[str]) -> None:
    """Raise CorpusError where a name or a replaced one stands twice, or a name is that of a shipped one that stays."""
    gone = [replaces for _, replaces in given if replaces is not None]
    names = [name for name, _ in given]
    for number, (name, replaces) in enumerate(given, start=1):
        path = f"{value.file}: {value.path}[{number}]"
        if replaces is not None and gone.count(replaces) > 1:
            raise CorpusError(f"{path} has `from: {replaces}`, and so has another. Allowed: once. Drop one of them.")
        if names.count(name) > 1:
            raise CorpusError(f"{path} has the name {name}, and so has another. Allowed: once. Choose another name.")
        if name in shipped and name not in gone:
            raise CorpusError(
                f"{path} has the name {name}, which ships. Allowed: a name that is free. Choose another, or give "
                f"`from: {name}` to change the one that ships."
            )


def check_repeats(value: Value, given: list[tuple[str, str]]) -> None:
    """Raise CorpusError where an example stands twice: leaving one of them out would then prove nothing."""
    seen: dict[str, str] = {}
    for example, name in given:
        if example in seen:
            raise CorpusError(
                f"{value.file}: {value.path} holds an example twice, under {seen[example]} and {name}: "
                f"{example[:80]!r}. Allowed: each once. Drop one of them."
            )
        seen[example] = name
