"""Tell English from other languages by script and by the small words that every text is full of.

In: any text. Out: an ISO 639-1 code, "und" for a long text without English words in no language that is listed.
A short text without evidence passes as English: a headline may hold names only.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from ..errors import LexiconError

_WORD = re.compile(r"[^\W\d_]+")
# The opening shows the language as well as the whole; longer texts only cost time.
_SAMPLE = 20_000
# Fewer small words than this prove nothing; another language needs this many more than English has.
_LEAST_HITS = 3
_LEAD = 1.5
_LEAST_SHARE = 0.12
# An English text of this many words has many small words, even in the style of headlines.
_LONG_TEXT = 40
_MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class Languages:
    """Small words by language, the main language by script, and (letters, language) that tell another one apart."""

    words: Mapping[str, frozenset[str]]
    scripts: Mapping[str, str]
    telltales: Mapping[str, tuple[str, str]]


@lru_cache(maxsize=1)
def load_languages() -> Languages:
    """The table that comes with the package."""
    source = files("dragoman") / "data" / "languages.toml"
    return read_languages(source.read_text(encoding="utf-8"), name="languages.toml")


def read_languages(toml: str, *, name: str) -> Languages:
    """The table written in `toml`; `name` stands in error messages."""
    try:
        tables = tomllib.loads(toml)
        words = {code: frozenset(value.split()) for code, value in tables.pop("words").items()}
        scripts = {str(script): str(code) for script, code in tables.pop("scripts").items()}
        telltales = {code: (each["letters"], each["language"]) for code, each in tables.pop("telltales").items()}
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        raise LexiconError(
            f"{name} cannot be used: {error!r}. It needs [words], [scripts] and [telltales]; correct the file."
        ) from error
    if tables or "en" not in words:
        raise LexiconError(
            f"{name} has the tables {sorted(tables)} or lacks words.en. Allowed are words, scripts and telltales, "
            "with English among the words. Correct the file."
        )
    return Languages(words, scripts, telltales)


def find_language(text: str) -> str:
    """The language of `text`: "en", another code, or "und"."""
    sample = text[:_SAMPLE].lower()
    languages = load_languages()
    script = _other_script(sample, languages)
    if script:
        return script
    words = _WORD.findall(sample)
    counts = Counter(words)
    hits = {code: sum(counts[word] for word in profile) for code, profile in languages.words.items()}
    english = hits.pop("en")
    best = max(hits, key=lambda code: hits[code])
    strong = hits[best] >= _LEAST_HITS and hits[best] >= _LEAST_SHARE * len(words)
    if strong and hits[best] > _LEAD * english:
        return best
    return "und" if not english and len(words) >= _LONG_TEXT else "en"


def _other_script(sample: str, languages: Languages) -> str | None:
    letters = [char for char in sample if char.isalpha()]
    scripts: Counter[str] = Counter()
    for char, count in Counter(letters).items():
        if not char.isascii():
            scripts[unicodedata.name(char, "").split(" ")[0].split("-")[0]] += count
    latin = scripts.pop("LATIN", 0) + sum(char.isascii() for char in letters)
    if not letters or latin >= _MOSTLY * len(letters):
        return None
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > 0:
        return "ja"
    code = languages.scripts.get(scripts.most_common(1)[0][0], "und")
    telltale, other = languages.telltales.get(code, ("", ""))
    return other if any(char in telltale for char in sample) else code
