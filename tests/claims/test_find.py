"""What is no claim, and what every claim carries: its place in the text, its name, its rule and its confidence."""

from __future__ import annotations

import pytest

from dragoman.claims import find_claims, stage
from dragoman.claims.find import CONFIDENCE
from dragoman.parse.tokens import Parsed
from dragoman.record import Article, digest

NOTHING = [
    "Solheim said goodbye to her hosts.",
    "Chile rejected the report.",
    "Chile dismissed the plan.",
    "Araya is said to be ill.",
    "The treaty is said to have been signed in secret.",
    "Solheim left for the airport at noon.",
    "The so-called “friends of the harbour” met in Lima.",
    "Araya opened the “Bridge of Peace and Hope” in Santiago.",
    "The film “The Long Road to Lima” won a prize.",
    "Araya praised the film “The Long Road to Lima” on Sunday.",
    "Kenya launched Operation “Clear Sky over the Desert” on Monday.",
    "A group called “sons of the northern wind” signed the letter.",
    "The conference was held under the theme “water for all our people”.",
    "Araya called on Norway to return the boats.",
    "Araya thanked Norway for its doctors.",
    "Solheim vowed to rebuild the bridge.",
    "Solheim urged Chile to wait.",
    "Solheim did not say whether the bridge was safe.",
    "Solheim declined to comment.",
    "Araya would not say when the talks would end.",
    "Solheim asked whether the bridge was safe.",
    "Solheim explained why the bridge was closed.",
    "Araya is expected to say that the talks failed.",
    "Solheim will announce that the bridge is safe.",
    "If Araya says that the talks failed, markets will fall.",
    "Did Araya say that the talks had failed?",
    "It was said that the harbour froze every winter.",
    "The delegation was told that the harbour was frozen.",
    "We reported last week that the harbour was frozen.",
    "The sailors’ “friends” paid the bill.",
    "Kenya’s ministers’ cars stood outside.",
    "The court denied the appeal.",
    "Kenya denied him entry.",
    "The accused men left the court of Nairobi.",
    "Araya did not deny that Chile had moved its buoys.",
    "Morocco was accused of arming rebels.",
    "According to schedule, the train left at noon.",
    "According to the plan, the port opens in May.",
    "Solheim told Araya to leave.",
    "Araya announced a plan for the ports.",
    "Araya announced the opening of two ports.",
    "Solheim said nothing about the raid.",
    "Araya said so on Monday.",
    "That said, the harbour is small.",
    "The two sides agreed that trade should grow.",
    "Solheim rejected the offer.",
    "Araya dismissed the minister of ports.",
    "The report was read in silence.",
    "Solheim believes in free trade.",
    "The ship “Northern Star” left Oslo.",
    "Araya wrote “The Quiet Harbour” in his youth.",
    "Children sang “we are the sons of the sea” at the gate.",
    "The signs read “no fishing beyond this point”.",
    "A “very special and warm” welcome awaited the envoy.",
    "Solheim charged her phone.",
    "Araya noted the time.",
    "Araya stated his name for the record.",
    "The envoy conveyed greetings from Lima.",
]

TWO_RULES = "“The ferry is safe,” Solheim said, adding that it would sail on Monday.\nNorway accused Chile of theft."


@pytest.mark.parametrize("text", NOTHING)
def test_find_claims_leaves_out(told_by, text):
    assert told_by(text) == []


@pytest.mark.parametrize("kinds", ["c", "h", "d"])
def test_find_claims_reads_the_body_only(claims_of, kinds):
    assert claims_of("“The ferry is safe,” Solheim said.", kinds=kinds) == ()


def test_find_claims_does_not_carry_a_speaker_from_a_caption(told_by):
    text = "“The ferry is safe,” Solheim said.\n“It will sail again on Monday.”"
    assert told_by(text, kinds="cb") == [("It will sail again on Monday.", None, True)]


@pytest.mark.parametrize(
    "text", ["The Fjord Courier said that the harbour was frozen.", "“It is frozen,” The Fjord Courier said."]
)
def test_find_claims_leaves_out_the_outlet_itself(claims_of, text):
    assert claims_of(text, publisher="The Fjord Courier") == ()
    assert len(claims_of(text, publisher="Another Daily")) == 1


def test_find_claims_in_order_of_the_text_with_evidence_id_and_rule(claims_of):
    claims = claims_of(TWO_RULES)
    assert [claim.rule for claim in claims] == ["said-after-quote", "adding-said", "accused"]
    for claim in claims:
        assert claim.text == claim.evidence.text == TWO_RULES[claim.evidence.start : claim.evidence.end]
        assert claim.id == digest("article-1", "claim", claim.evidence.start, claim.evidence.end)
        assert claim.confidence == CONFIDENCE[claim.rule]


def test_find_claims_twice_gives_the_same(claims_of):
    assert claims_of(TWO_RULES) == claims_of(TWO_RULES)


def test_find_claims_of_an_empty_article():
    assert find_claims(Article("article-1", ""), Parsed("", ()), ()) == ()


@pytest.mark.parametrize(
    "text", ["“" * 400, "” said " * 400, "“a” “b " * 300, "‘’" * 400, "“said” said, " * 200, "” “"]
)
def test_find_claims_survives_broken_marks(claims_of, text):
    assert all(claim.evidence.proves(text) for claim in claims_of(text))


def test_stage_names_what_it_needs_and_gives():
    made = stage()
    assert (made.name, made.needs, made.gives) == ("claims", ("article", "parsed", "mentions"), ("claims",))
    assert made.run is find_claims
