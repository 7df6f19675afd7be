"""Triggers: which act a verb or noun tells, with a lexicon of a few acts."""

from __future__ import annotations

import pytest

from dragoman.events.lexicon import Operator
from dragoman.events.roles import Roles
from dragoman.events.triggers import find_triggers, fits, operator_act, operator_triggers, phrase_lemmas
from dragoman.parse.tokens import Sentence

from .lexicons import LEXICON
from .trees import URGED, make_tree, mention, token, words

NOBODY = Roles((), ())
STRUCK_PERU = make_tree("Chile NNP nsubj 1; struck=strike VBD ROOT 1; Peru NNP dobj 1")
STRUCK_DEAL = make_tree("Chile NNP nsubj 1; struck=strike VBD ROOT 1; a DT det 3; deal NN dobj 1")
STRUCK_BALANCE = make_tree("Chile NNP nsubj 1; struck=strike VBD ROOT 1; a DT det 3; balance NN dobj 1")
STRUCK_AT = make_tree("Chile NNP nsubj 1; struck=strike VBD ROOT 1; at IN prep 1; Peru NNP pobj 2")
MARCHED = make_tree("Peru NNP nsubjpass 2; was=be VBD auxpass 2; marched=march VBN ROOT 2")
SIGNING = make_tree(
    "The=the DT det 1; signing NN nsubj 5; of IN prep 1; the DT det 4; treaty NN pobj 2; pleased=please VBD ROOT 5"
)
SIGNING_CAR = make_tree(
    "The=the DT det 1; signing NN nsubj 5; of IN prep 1; the DT det 4; car NN pobj 2; pleased=please VBD ROOT 5"
)
TREATY_SIGNING = make_tree("A=a DT det 2; treaty NN compound 2; signing NN nsubj 3; began=begin VBD ROOT 3")
RAID = make_tree("A=a DT det 1; raid NN nsubj 2; began=begin VBD ROOT 2")
POLICE_RAID = make_tree("A=a DT det 2; police NN compound 2; raid NN nsubj 3; began=begin VBD ROOT 3")
RAID_CAMP = make_tree("The=the DT det 2; raid NN compound 2; camp NN nsubj 3; closed=close VBD ROOT 3")
PHRASE = make_tree("a DT det 2; peace NN compound 2; accord NN ROOT 2; of IN prep 2; war NN pobj 3")
REFUSED_TO_SING = make_tree("Chile NNP nsubj 1; refused=refuse VBD ROOT 1; to TO aux 3; sing VB xcomp 1")
REFUSED = make_tree("Chile NNP nsubj 1; refused=refuse VBD ROOT 1; tea NN dobj 1")


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (STRUCK_PERU, [("struck", "hit", ["Peru"])]),
        (STRUCK_DEAL, [("struck", "strike-deal", ["deal"])]),
        (STRUCK_AT, [("struck", "strike-at", ["Peru"])]),
        (SIGNING, [("signing", "signing", ["treaty"])]),
        (TREATY_SIGNING, [("signing", "signing", [])]),
        (RAID, [("raid", "raid", [])]),
        (STRUCK_BALANCE, []),
        (MARCHED, []),
        (SIGNING_CAR, []),
        (POLICE_RAID, []),
        (RAID_CAMP, []),
        (URGED, []),
    ],
)
def test_the_act_that_fits_object_and_preposition_best_is_told(
    sentence: Sentence, found: list[tuple[str, str, list[str]]]
) -> None:
    told = find_triggers(sentence, LEXICON, NOBODY)
    assert [(each.token.text, each.act.id, words(each.objects)) for each in told] == found


def test_a_noun_that_names_an_actor_tells_no_act() -> None:
    roles = Roles((mention(RAID, "raid", "PER", kind="organisation"),), ())
    assert list(find_triggers(RAID, LEXICON, roles)) == []


def test_a_phrase_is_looked_up_alone_with_its_modifiers_and_with_its_of_phrase() -> None:
    lemmas = phrase_lemmas(PHRASE, token(PHRASE, "accord"))
    assert lemmas == ["accord", "accord", "peace accord", "accord of war"]
    assert fits(PHRASE, token(PHRASE, "accord"), ("@deal",), LEXICON)
    assert not fits(PHRASE, token(PHRASE, "war"), ("@deal",), LEXICON)


@pytest.mark.parametrize(
    ("name", "code"), [("promise", "030"), ("refuse", "120"), ("demand", "100"), ("request", "020"), ("begin", None)]
)
def test_only_words_of_promising_refusing_and_asking_are_acts_by_themselves(name: str, code: str | None) -> None:
    act = operator_act(Operator(name, name, "subject"))
    assert (act and act.code) == code


@pytest.mark.parametrize(
    ("sentence", "taken", "found"),
    [
        (REFUSED_TO_SING, frozenset(), [("refused", "only-refuse")]),
        (URGED, frozenset(), [("urged", "only-request")]),
        (REFUSED_TO_SING, frozenset({1}), []),
        (REFUSED, frozenset(), []),
        (STRUCK_PERU, frozenset(), []),
    ],
)
def test_an_operator_stands_alone_over_a_clause_without_an_act(
    sentence: Sentence, taken: frozenset[int], found: list[tuple[str, str]]
) -> None:
    told = operator_triggers(sentence, LEXICON, taken)
    assert [(each.token.text, each.act.id) for each in told] == found
