"""Roles: which actors a token means, by mentions built by hand."""

from __future__ import annotations

import pytest

from dragoman.events.roles import Roles, codes, is_coded, merge
from dragoman.record import Actor, Claim, Span

from .trees import make_tree, mention, span, token, words

HERE = Span(0, 4, "here")
KENYA = Actor(HERE, country="KEN")
PERSON = Actor(HERE, name="Joseph Otieno", role="President", country="KEN")
GUNMEN = Actor(HERE, sectors=("UAF",))
# Kenya's decision angered gunboats of Togo and Chad in Lima
SENTENCE = make_tree(
    "Kenya NNP poss 2; 's POS case 0; decision NN nsubj 3; angered=anger VBD ROOT 3; Togolese JJ amod 5; "
    "gunboats=gunboat NNS dobj 3; of IN prep 5; Benin NNP pobj 6; and CC cc 7; Chad NNP conj 7; "
    "in IN prep 3; Lima NNP pobj 10"
)
MENTIONS = (
    mention(SENTENCE, "Kenya", "KEN"),
    mention(SENTENCE, "Togolese", "TGO", kind="adjective"),
    mention(SENTENCE, "Benin", "BEN"),
    mention(SENTENCE, "Chad", "TCD"),
    mention(SENTENCE, "Lima", "PER", kind="seat"),
)
ROLES = Roles(MENTIONS, ())
WE = make_tree("We=we PRP nsubj 1; condemn VBP ROOT 1; Togo NNP dobj 1")


def make_claim(speaker: Actor | None) -> Claim:
    words_of = span(WE, "We", "Togo")
    return Claim("c", speaker, True, words_of.text, (), words_of, "quote", 0.9)


@pytest.mark.parametrize(
    ("actor", "coded"), [(KENYA, True), (Actor(HERE, name="Red Cross"), True), (GUNMEN, False), (Actor(HERE), False)]
)
def test_an_actor_is_coded_by_a_state_or_a_name_only(actor: Actor, coded: bool) -> None:
    assert is_coded(actor) is coded


def test_codes_stand_once_each_in_order_and_leave_out_who_has_none() -> None:
    assert codes([PERSON, GUNMEN, Actor(HERE, country="TGO"), KENYA]) == ["KEN", "TGO"]


def test_merging_keeps_a_state_and_its_person_but_nobody_twice() -> None:
    assert merge([KENYA, PERSON, KENYA, PERSON, GUNMEN, GUNMEN]) == (KENYA, PERSON, GUNMEN)


def test_a_token_is_found_in_the_mention_that_it_heads() -> None:
    found = ROLES.mention_at(SENTENCE, token(SENTENCE, "Chad"))
    assert found is not None and found.countries == ("TCD",)
    assert ROLES.mention_at(SENTENCE, token(SENTENCE, "decision")) is None


@pytest.mark.parametrize(("word", "countries"), [("Kenya", ["KEN"]), ("Togolese", []), ("decision", [])])
def test_a_nationality_by_itself_names_nobody(word: str, countries: list[str]) -> None:
    assert codes(ROLES.named(SENTENCE, token(SENTENCE, word))) == countries


@pytest.mark.parametrize(
    ("word", "countries"),
    [
        ("decision", ["KEN"]),
        ("gunboats", ["TGO", "BEN", "TCD"]),
        ("Kenya", ["KEN"]),
        # Where something happens is no owner of it.
        ("angered", []),
    ],
)
def test_a_noun_gives_those_who_possess_or_qualify_it(word: str, countries: list[str]) -> None:
    assert codes(ROLES.of_tokens(SENTENCE, [token(SENTENCE, word)])) == countries


@pytest.mark.parametrize(("word", "countries"), [("decision", []), ("gunboats", []), ("Benin", ["BEN"])])
def test_heads_alone_give_only_what_they_themselves_mean(word: str, countries: list[str]) -> None:
    assert codes(ROLES.heads_only(SENTENCE, [token(SENTENCE, word)])) == countries


@pytest.mark.parametrize(("speaker", "countries"), [(PERSON, ["KEN"]), (None, []), (Actor(HERE, sectors=("CVL",)), [])])
def test_we_is_whoever_is_shown_to_speak(speaker: Actor | None, countries: list[str]) -> None:
    roles = Roles((mention(WE, "We", None, kind="first-person"),), (make_claim(speaker),))
    found = roles.named(WE, token(WE, "We"))
    assert codes(found) == countries
    assert [each.span.text for each in found] == ["We"] * len(found)


def test_we_outside_of_any_claim_is_nobody() -> None:
    roles = Roles((mention(WE, "We", None, kind="first-person"),), ())
    assert roles.named(WE, token(WE, "We")) == ()


def test_the_narrowest_claim_holds_an_offset() -> None:
    wide = make_claim(PERSON)
    narrow = Claim("n", KENYA, True, "Togo", (), span(WE, "Togo"), "quote", 0.9)
    roles = Roles((), (wide, narrow))
    assert roles.claim_at(token(WE, "Togo").start) is narrow
    assert roles.claim_at(token(WE, "We").start) is wide
    assert roles.claim_at(WE.end) is None


def test_mentions_of_another_sentence_are_not_looked_at() -> None:
    other = make_tree(" ; ".join(f"{word} NNP dep 0" for word in words(SENTENCE.tokens)), index=7)
    assert ROLES.in_sentence(other) == [] and len(ROLES.in_sentence(SENTENCE)) == len(MENTIONS)
