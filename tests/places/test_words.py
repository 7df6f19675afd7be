"""The word lists are closed."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.errors import LexiconError
from dragoman.lexicon.load import load_table
from dragoman.places.words import PLACES_FILE, load_words, read_words


def _table() -> dict[str, Any]:
    table: dict[str, Any] = load_table(PLACES_FILE)["words"]
    return table


def test_lists_of_the_package_are_read() -> None:
    words = load_words()
    assert "split" in words.common
    assert "hormuz" not in words.common


@pytest.mark.parametrize("change", [{"unknown": ["x"]}, {"common": ["Split"]}, {"common": [1]}, {"common": [" "]}])
def test_unknown_lists_and_malformed_words_are_refused(change: dict[str, Any]) -> None:
    with pytest.raises(LexiconError, match="words"):
        read_words(_table() | change)


def test_missing_list_is_refused() -> None:
    table = _table()
    del table["never"]
    with pytest.raises(LexiconError, match="never"):
        read_words(table)


def test_no_word_is_both_refused_and_only_doubted() -> None:
    words = load_words()
    assert not words.common & words.never
