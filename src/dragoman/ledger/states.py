"""States: which states a sentence names, by name, adjective, people or seat of government.

In: a text. Out: their codes. Refuses names that often mean something else, and states that are gone.
"""

from __future__ import annotations

import re

from ..lexicon.states import load_states

# A run of capitalised words, with the little words that names have.
_RUN = re.compile(r"[A-ZÀ-Þ][\w’'.-]*(?:\s+(?:of|and|the|[A-ZÀ-Þ][\w’'.-]*))*")
_POSSESSIVE = re.compile(r"['’]s?$")
# No name of a state has more words.
LONGEST = 5


def find_states(text: str) -> tuple[str, ...]:
    """The codes of the states that a text names."""
    found: set[str] = set()
    for run in _RUN.finditer(text):
        words = run[0].split()
        at = 0
        while at < len(words):
            for length in range(min(LONGEST, len(words) - at), 0, -1):
                code = _code_of(" ".join(words[at : at + length]))
                if code is not None:
                    found.add(code)
                    break
            else:
                length = 1
            at += length
    return tuple(sorted(found))


def _code_of(name: str) -> str | None:
    entries = load_states().book.look_up(_POSSESSIVE.sub("", name).rstrip("."))
    codes = {each.code for each in entries if each.code and not each.ambiguous and not each.past}
    return codes.pop() if len(codes) == 1 and not any(each.kind == "region" for each in entries) else None
