"""Values of a user's YAML file, each with the way to it, so that a message says where the fault stands.

In: a file. Out: Values that give their keys, items, text and numbers. Refuses (CorpusError): what is no YAML, a key
that is not allowed or given twice, a value of another kind or length than wanted.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ..errors import CorpusError

# An ontology of thirty types with fifty long sentences each has a third of this.
LARGEST = 2_000_000
# So much of a wrong value is repeated in a message.
SHOWN = 60


@dataclass(frozen=True, slots=True)
class Value:
    """What stands at `path` ("types[2].examples[4]", counted from 1) of `file`."""

    file: str
    path: str
    held: Any

    def wrong(self, allowed: str) -> CorpusError:
        """The error that says what stands here, what is allowed, and in which file."""
        told = repr(self.held)
        told = told if len(told) <= SHOWN else f"{told[:SHOWN]}..."
        return CorpusError(f"{self.file}: {self.path or 'the file'} is {told}. Allowed: {allowed}.")

    def keys(self, *, allowed: str, needed: str) -> dict[str, Value]:
        """The values of a table by their keys; keys are given parted by blanks."""
        if not isinstance(self.held, dict):
            raise self.wrong(f"a table with the keys {allowed}")
        wrong = [str(key) for key in self.held if key not in allowed.split()]
        missing = [key for key in needed.split() if self.held.get(key) is None]
        if wrong or missing:
            told = f"has the unknown key {wrong[0]!r}" if wrong else f"lacks the key {missing[0]!r}"
            raise CorpusError(
                f"{self.file}: {self.path or 'the file'} {told}. Allowed: {allowed}. Needed: {needed or 'none'}."
            )
        dot = f"{self.path}." if self.path else ""
        return {key: Value(self.file, dot + key, held) for key, held in self.held.items() if held is not None}

    def items(self, *, least: int, most: int) -> list[Value]:
        """The values of a list."""
        if not isinstance(self.held, list):
            raise self.wrong(f"a list of {least} to {most}")
        if not least <= len(self.held) <= most:
            count = f"{self.file}: {self.path} has {len(self.held)} items."
            mend = "Add some" if len(self.held) < least else "Drop some"
            raise CorpusError(f"{count} Allowed: {least} to {most}. {mend}.")
        return [Value(self.file, f"{self.path}[{number}]", held) for number, held in enumerate(self.held, start=1)]

    def text(self, *, most: int) -> str:
        """Words, with blanks and line ends made one blank."""
        if not isinstance(self.held, str):
            raise self.wrong("words; put them in quotes where YAML takes them for something else (no, 1, 2024-01-01)")
        words = " ".join(self.held.split())
        if not 0 < len(words) <= most:
            raise self.wrong(f"1 to {most} characters")
        return words

    def name(self, shape: str, told: str) -> str:
        """A name that fits a regular expression; `told` says it in words."""
        name = self.text(most=1000)
        if not re.fullmatch(shape, name):
            raise self.wrong(told)
        return name

    def one_of(self, names: Collection[str]) -> str:
        """One of these names."""
        if not isinstance(self.held, str) or self.held not in names:
            raise self.wrong(", ".join(sorted(names)) or "none here")
        return self.held

    def number(self, low: float, high: float) -> float:
        """A number within bounds."""
        if isinstance(self.held, bool) or not isinstance(self.held, int | float) or not low <= self.held <= high:
            raise self.wrong(f"a number from {low:g} to {high:g}")
        return float(self.held)


class _Loader(yaml.SafeLoader):
    """Plain YAML in which a key that stands twice is an error, and not the last one's victory."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in seen:
                    told = f"the key {key.value!r} stands twice"
                    raise yaml.MarkedYAMLError(problem=told, problem_mark=key.start_mark)
                seen.add(key.value)
        return super().construct_mapping(node, deep)


def read_file(path: Path) -> bytes:
    """The bytes of a file, or of standard input for "-". Raises CorpusError where there are none to read."""
    try:
        return sys.stdin.buffer.read(LARGEST + 1) if str(path) == "-" else path.read_bytes()
    except OSError as error:
        raise CorpusError(f"{path} cannot be read: {error.strerror}. Give the YAML file of your ontology.") from error


def parse_yaml(read: bytes, name: str) -> Value:
    """The whole of a YAML file called `name` as a Value. Raises CorpusError where it is no YAML or too large."""
    if len(read) > LARGEST:
        raise CorpusError(f"{name} has more than {LARGEST} bytes. Allowed: {LARGEST}. Drop some examples.")
    try:
        return Value(name, "", yaml.load(read.decode("utf-8-sig"), Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        line = f", line {error.problem_mark.line + 1}" if error.problem_mark else ""
        told = f"{name}{line}: this is no YAML ({error.problem})."
        mend = 'A sentence that holds ": " or " #" or begins with a sign must stand in quotes.'
        raise CorpusError(f"{told} {mend}") from error
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError, ValueError) as error:
        raise CorpusError(f"{name}: this is no YAML ({str(error)[:SHOWN]}). Allowed: YAML in UTF-8.") from error
