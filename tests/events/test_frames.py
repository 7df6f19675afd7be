"""Frames: subjects, objects and prepositions of verbs and nouns, in parses built by hand."""

from __future__ import annotations

import pytest

from dragoman.events.frames import (
    is_passive,
    lemma_of,
    noun_frame,
    owners_of,
    patients_of,
    prep_objects,
    subjects_of,
    verb_frame,
)
from dragoman.parse.tokens import Sentence

from .trees import ACCUSED, ATTACKED, REFUSED, URGED, make_tree, token, words

PLAIN = make_tree("Chile NNP nsubj 1; condemned=condemn VBD ROOT 1; Peru NNP dobj 1; and CC cc 2; Spain NNP conj 2")
CALLED_OFF = make_tree("Chile NNP nsubj 1; called=call VBD ROOT 1; off RP prt 1; talks=talk NNS dobj 1")
COORDINATED = make_tree(
    "Chile NNP nsubj 1; praised=praise VBD ROOT 1; Peru NNP dobj 1; and CC cc 1; thanked=thank VBD conj 1; "
    "Spain NNP dobj 4"
)
WHO = make_tree(
    "troops=troop NNS nsubj 4; who WP nsubj 2; attacked=attack VBD relcl 0; Peru NNP dobj 2; fled VBD ROOT 4"
)
THAT = make_tree(
    "treaty NN nsubj 4; that WDT dobj 3; Chile NNP nsubj 3; signed=sign VBD relcl 0; expired=expire VBD ROOT 4"
)
BARE_RELATIVE = make_tree("treaty NN nsubj 3; Chile NNP nsubj 2; signed=sign VBD relcl 0; expired=expire VBD ROOT 3")
WHERE = make_tree(
    "city NN nsubj 4; where WRB advmod 3; Chile NNP nsubj 3; signed=sign VBD relcl 0; grew=grow VBD ROOT 4"
)
IMPOSED = make_tree(
    "sanctions=sanction NNS nsubj 4; imposed=impose VBN acl 0; by IN agent 1; Chile NNP pobj 2; hurt VBD ROOT 4"
)
FLED = make_tree(
    "Kenya NNP nsubjpass 2; was=be VBD auxpass 2; attacked=attack VBN ROOT 2; and CC cc 2; fled=flee VBD conj 2"
)
SAID = make_tree("Chile NNP nsubj 1; said=say VBD ROOT 1; came=come VBD ccomp 1")
THANKED = make_tree(
    "Chile NNP nsubj 1; thanked=thank VBD ROOT 1; Peru NNP dobj 1; for IN prep 1; "
    "sending=send VBG pcomp 3; aid NN dobj 4"
)
SHIPS = make_tree("ships=ship NNS nsubj 3; carrying=carry VBG acl 0; grain NN dobj 1; sank=sink VBD ROOT 3")
DECISION = make_tree(
    "Kenya NNP poss 2; 's POS case 0; attack NN nsubj 5; on IN prep 2; Uganda NNP pobj 3; failed=fail VBD ROOT 5"
)
RAID = make_tree(
    "raid NN nsubj 5; by IN prep 0; Kenya NNP pobj 1; on IN prep 0; Togo NNP pobj 3; failed=fail VBD ROOT 5"
)
OUT_OF = make_tree("Kenya NNP nsubj 1; pulled=pull VBD ROOT 1; out IN prep 1; of IN prep 2; Uganda NNP pobj 3")
PROMISED = make_tree("Kenya NNP nsubj 1; promised=promise VBD ROOT 1; Uganda NNP dobj 1; to TO aux 4; leave VB xcomp 1")


@pytest.mark.parametrize(
    ("sentence", "verb", "lemma"), [(CALLED_OFF, "called", "call_off"), (PLAIN, "condemned", "condemn")]
)
def test_a_particle_joins_the_lemma_of_its_verb(sentence: Sentence, verb: str, lemma: str) -> None:
    assert lemma_of(sentence, token(sentence, verb)) == lemma


@pytest.mark.parametrize(
    ("sentence", "verb", "passive"),
    [
        (ATTACKED, "attacked", True),
        (IMPOSED, "imposed", True),
        (PLAIN, "condemned", False),
        (URGED, "withdraw", False),
        (SHIPS, "carrying", False),
        (FLED, "fled", False),
    ],
)
def test_passives_are_told_from_actives(sentence: Sentence, verb: str, passive: bool) -> None:
    assert is_passive(sentence, token(sentence, verb)) is passive


@pytest.mark.parametrize(
    ("sentence", "verb", "doers"),
    [
        (PLAIN, "condemned", ["Chile"]),
        (ATTACKED, "attacked", ["Uganda", "Togo"]),
        (IMPOSED, "imposed", ["Chile"]),
        (REFUSED, "resume", ["Kenya"]),
        (URGED, "withdraw", ["Uganda"]),
        (PROMISED, "leave", ["Kenya"]),
        (ACCUSED, "attacking", ["Uganda"]),
        (THANKED, "sending", ["Peru"]),
        (COORDINATED, "thanked", ["Chile"]),
        (FLED, "fled", ["Kenya"]),
        (WHO, "attacked", ["troops"]),
        (SHIPS, "carrying", ["ships"]),
        (SAID, "came", []),
    ],
)
def test_subjects_are_own_or_those_that_grammar_passes_on(sentence: Sentence, verb: str, doers: list[str]) -> None:
    assert words(subjects_of(sentence, token(sentence, verb))) == doers


@pytest.mark.parametrize(
    ("sentence", "verb", "sufferers"),
    [
        (PLAIN, "condemned", ["Peru", "Spain"]),
        (ATTACKED, "attacked", ["Kenya"]),
        (IMPOSED, "imposed", ["sanctions"]),
        (THAT, "signed", ["treaty"]),
        (BARE_RELATIVE, "signed", ["treaty"]),
        (WHERE, "signed", []),
        (COORDINATED, "praised", ["Peru"]),
        (FLED, "fled", []),
        (REFUSED, "refused", []),
    ],
)
def test_patients_are_objects_or_the_subjects_of_passives(sentence: Sentence, verb: str, sufferers: list[str]) -> None:
    assert words(patients_of(sentence, token(sentence, verb))) == sufferers


@pytest.mark.parametrize(
    ("sentence", "noun", "owners"),
    [
        (DECISION, "attack", ["Kenya"]),
        (RAID, "raid", ["Kenya"]),
        (REFUSED, "talks", ["Kenya"]),
        (WHO, "troops", []),
    ],
)
def test_owners_possess_the_noun_or_do_what_it_is_the_object_of(
    sentence: Sentence, noun: str, owners: list[str]
) -> None:
    assert words(owners_of(sentence, token(sentence, noun))) == owners


def test_prepositions_bring_all_their_coordinated_objects() -> None:
    assert {name: words(found) for name, found in prep_objects(ATTACKED, token(ATTACKED, "attacked")).items()} == {
        "by": ["Uganda", "Togo"]
    }


def test_two_prepositions_in_a_row_count_as_one_and_as_the_last() -> None:
    found = prep_objects(OUT_OF, token(OUT_OF, "pulled"))
    assert {name: words(objects) for name, objects in found.items()} == {"out_of": ["Uganda"], "of": ["Uganda"]}


def test_a_verb_without_prepositions_has_none() -> None:
    assert prep_objects(PLAIN, token(PLAIN, "condemned")) == {}


def test_a_verb_frame_holds_both_sides_of_a_passive() -> None:
    frame = verb_frame(ATTACKED, token(ATTACKED, "attacked"))
    assert (words(frame.agents), words(frame.objects), frame.passive) == (["Uganda", "Togo"], ["Kenya"], True)


@pytest.mark.parametrize(
    ("sentence", "noun", "agents", "preps"),
    [
        (DECISION, "attack", ["Kenya"], {"on"}),
        (RAID, "raid", ["Kenya"], {"by", "on"}),
        (REFUSED, "talks", [], {"with"}),
    ],
)
def test_a_noun_frame_has_possessors_and_by_phrases_as_agents(
    sentence: Sentence, noun: str, agents: list[str], preps: set[str]
) -> None:
    frame = noun_frame(sentence, token(sentence, noun))
    assert (words(frame.agents), set(frame.preps), frame.objects) == (agents, preps, ())
