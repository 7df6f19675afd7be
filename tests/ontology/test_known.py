"""The known sentences that ship: every type has some, each is marked, and a broken file is refused."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from dragoman.errors import LexiconError
from dragoman.ontology import known, load_ontology
from dragoman.ontology.known import load_known


def test_every_type_has_as_many_sentences_as_the_others_and_nothing_has_more() -> None:
    counts = Counter(one.type for one in load_known())
    assert set(counts) == {*load_ontology(), None}
    assert {counts[name] for name in load_ontology()} == {12}
    assert counts[None] == 32


def test_no_sentence_stands_twice() -> None:
    texts = [one.example.text for one in load_known()]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"name": "SHOUT", "sentences": []}, "'SHOUT' is no type"),
        ({"name": "AID", "sentences": ["<S>Chad</S> helped Mali."]}, "en/known.toml, AID: <T> stands 0 times"),
        ({"name": "", "sentences": ["Chad."]}, "en/known.toml, nothing: <S> stands 0 times"),
    ],
)
def test_a_row_that_breaks_the_rules_is_refused(
    monkeypatch: pytest.MonkeyPatch, row: dict[str, Any], told: str
) -> None:
    monkeypatch.setattr(known, "load_rows", lambda *words, **keys: [row])
    with pytest.raises(LexiconError, match=told):
        load_known.__wrapped__()
