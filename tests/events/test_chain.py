"""Chains: which words above an act shape it, and where the climb ends."""

from __future__ import annotations

import pytest

from dragoman.events.chain import LONGEST_CHAIN, climb, find_chain, find_operator
from dragoman.events.lexicon import load_act_lexicon
from dragoman.parse.tokens import Sentence

from .trees import ACCUSED, ATTACKED, REFUSED, URGED, make_tree, token

CALL_FOR = make_tree(
    "Kenya NNP nsubj 1; called=call VBD ROOT 1; for IN prep 1; a DT det 4; halt NN pobj 2; "
    "to IN prep 4; shelling NN pobj 5"
)
EFFORTS = make_tree(
    "Kenya NNP nsubj 1; vowed=vow VBD ROOT 1; steps=step NNS dobj 1; to TO aux 4; end VB acl 2; raids=raid NNS dobj 4"
)
AFTER = make_tree(
    "Kenya NNP nsubj 1; threatened=threaten VBD ROOT 1; Togo NNP dobj 1; after IN prep 1; "
    "the DT det 5; attack NN pobj 3"
)
WHILE = make_tree(
    "Kenya NNP nsubj 1; refused=refuse VBD ROOT 1; while IN mark 4; Togo NNP nsubj 4; attacked=attack VBD advcl 1; "
    "Chad NNP dobj 4"
)
TALKS_RESUMED = make_tree("Talks=talk NNS nsubj 1; resumed=resume VBD ROOT 1")
ATTACK_SHOWED = make_tree("Attacks=attack NNS nsubj 1; accused=accuse VBD ROOT 1; nobody NN dobj 1")
READY = make_tree("Kenya NNP nsubj 1; is=be VBZ ROOT 1; ready JJ acomp 1; to TO aux 4; mediate VB xcomp 2")
SINGS = make_tree("Kenya NNP nsubj 1; sang=sing VBD ROOT 1; to TO aux 3; attack VB xcomp 1; Togo NNP dobj 3")
DEEP = make_tree(
    "Kenya NNP nsubj 1; vowed=vow VBD ROOT 1; begin VB xcomp 1; refuse VB xcomp 2; start VB xcomp 3; agree VB xcomp 4; "
    "attack VB xcomp 5"
)


@pytest.mark.parametrize(
    ("sentence", "word", "operator"),
    [
        (REFUSED, "refused", "refuse"),
        (CALL_FOR, "halt", "stop"),
        (READY, "ready", "be-ready"),
        (SINGS, "sang", None),
        (REFUSED, "Kenya", None),
    ],
)
def test_an_operator_is_looked_up_by_part_of_speech(sentence: Sentence, word: str, operator: str | None) -> None:
    found = find_operator(sentence, token(sentence, word), load_act_lexicon())
    assert (found and found.id) == operator


@pytest.mark.parametrize(
    ("sentence", "word", "above"),
    [
        (URGED, "withdraw", ("urged", "xcomp")),
        (CALL_FOR, "shelling", ("halt", "to")),
        (ACCUSED, "attacking", ("accused", "of")),
        (ATTACKED, "Togo", ("attacked", "by")),
        (URGED, "urged", None),
        (WHILE, "Togo", ("attacked", "nsubj")),
    ],
)
def test_a_climb_passes_over_prepositions_and_coordination(
    sentence: Sentence, word: str, above: tuple[str, str] | None
) -> None:
    step = climb(sentence, token(sentence, word))
    assert (step and (step[0].text, step[1])) == above


@pytest.mark.parametrize(
    ("sentence", "act", "chain"),
    [
        (URGED, "withdraw", ["request"]),
        (REFUSED, "talks", ["resume", "refuse"]),
        (ACCUSED, "attacking", ["accuse"]),
        (CALL_FOR, "shelling", ["stop", "request"]),
        (EFFORTS, "raids", ["stop", "promise"]),
        (READY, "mediate", ["be-ready"]),
        (TALKS_RESUMED, "Talks", ["resume"]),
        # What hangs on another clause, a time or a subject is not shaped by it.
        (WHILE, "attacked", []),
        (AFTER, "attack", []),
        (ATTACK_SHOWED, "Attacks", []),
        (SINGS, "attack", []),
        (ATTACKED, "attacked", []),
    ],
)
def test_a_chain_lists_operators_from_the_nearest_outward(sentence: Sentence, act: str, chain: list[str]) -> None:
    links = find_chain(sentence, token(sentence, act), load_act_lexicon())
    assert [link.operator.id for link in links] == chain


def test_a_chain_is_never_longer_than_its_limit() -> None:
    assert len(find_chain(DEEP, token(DEEP, "attack"), load_act_lexicon())) == LONGEST_CHAIN
