"""Contexts: given by whole words or phrases of lemmas, in the order of the data."""

from __future__ import annotations

import pytest

from dragoman.events.contexts import find_contexts, load_contexts

from .trees import make_tree


@pytest.mark.parametrize(
    ("lemmas", "contexts"),
    [
        ("the soldier leave", ("military",)),
        ("a spy be free", ("intelligence",)),
        ("joint exercise end", ("military",)),
        ("the trade talk", ("economic",)),
        ("parliament debate trade", ("legislative", "economic")),
        ("the soldierly manner", ()),
        ("exercise alone", ()),
        ("a quiet morning", ()),
    ],
)
def test_a_context_needs_one_of_its_whole_words(lemmas: str, contexts: tuple[str, ...]) -> None:
    assert find_contexts(make_tree(";".join(f"{lemma} NN dep 0" for lemma in lemmas.split()))) == contexts


def test_every_context_is_of_the_code_book() -> None:
    allowed = (
        "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy "
        "economic legal reparations human_rights rights_freedoms repression human_security gender lgbt "
        "religion_ethnicity inequality diplomatic territory peacekeeping health asylum migration disasters "
        "natural_resource environment technology terrorism cbrn cyber misinformation "
        "crime corruption illegal_drugs trafficking"
    )
    assert {name for name, _ in load_contexts()} <= set(allowed.split())


def test_words_of_contexts_are_in_lower_case() -> None:
    assert [word for _, words in load_contexts() for word in words if word != word.lower()] == []
