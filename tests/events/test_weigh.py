"""Events of the rules and acts of the model, weighed against each other; the model's answers are written here."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dragoman.actors.find import find_actors
from dragoman.actors.lexicon import load_actor_lexicon
from dragoman.events.find import EventFinder
from dragoman.events.lexicon import load_act_lexicon
from dragoman.model.reader import MarkedText, Reading
from dragoman.model.relation import Relation
from dragoman.model.tagger import Tagged
from dragoman.parse.parse import load_parser, parse_article
from dragoman.record import Article, Event, Region, RegionKind

QUADS = {"ACCUSE": "verbal conflict", "ASSAULT": "material conflict", "CONSULT": "verbal cooperation"}
Answers = dict[tuple[str, str | None], Relation]


def says(kind: str | None, confidence: float, *, cameo: str = "112", nothing: float = 0.0) -> Relation:
    quad = None if kind is None else QUADS.get(kind, "material conflict")
    return Relation(kind, None, cameo, quad, "actual", False, confidence, {}, nothing)


SILENT = says(None, 0.7, cameo="000", nothing=0.7)


class Scripted:
    """Tags the words in braces by their roles and answers pairs from a table; what is not in it has nothing between."""

    def __init__(self, tags: dict[str, str], answers: Answers) -> None:
        self.tags, self.answers = tags, answers

    def passages(self, texts: Sequence[str]) -> list[Reading]:
        return [
            Reading(
                tuple(
                    Tagged(text.index(words), text.index(words) + len(words), role, 0.9)
                    for words, roles in self.tags.items()
                    if words in text
                    for role in roles.split()
                ),
                {},
            )
            for text in texts
        ]

    def relations(self, pairs: Sequence[MarkedText]) -> list[Relation]:
        return [self.answers.get(words_of(pair), SILENT) for pair in pairs]


def words_of(pair: MarkedText) -> tuple[str, str | None]:
    return pair.text[slice(*pair.source)], None if pair.target is None else pair.text[slice(*pair.target)]


def events_of(text: str, tags: dict[str, str], answers: Answers) -> list[Event]:
    article = Article("a1", text, published="2024-03-06", regions=(Region(0, len(text), RegionKind.BODY),))
    parsed = parse_article(article, load_parser())
    mentions, _ = find_actors(article, parsed, lexicon=load_actor_lexicon())
    reader = Scripted(tags, answers)
    return list(EventFinder(article, parsed, mentions, [], [], [], load_act_lexicon(), reader).find())


CHARGE = "Kenya condemned Uganda."
TAGS = {"Kenya": "actor", "Uganda": "recipient", "condemned": "trigger"}


def shapes(events: list[Event]) -> list[tuple[str, str, str]]:
    return [
        (each.type, ",".join(a.code for a in each.actors), ",".join(a.code for a in each.recipients)) for each in events
    ]


def test_weigh_raises_the_confidence_where_both_agree() -> None:
    (event,) = events_of(CHARGE, TAGS, {("Kenya", "Uganda"): says("ACCUSE", 0.97, cameo="111")})
    assert (event.type, event.confidence) == ("ACCUSE", 0.97)
    assert not event.rule.startswith("model")


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        pytest.param(says("ASSAULT", 0.96, cameo="190"), "ASSAULT", id="sure of another type"),
        pytest.param(says("ASSAULT", 0.7, cameo="190"), "ACCUSE", id="unsure of another type"),
        pytest.param(says(None, 0.8, cameo="000", nothing=0.8), "ACCUSE", id="unsure that there is none"),
        pytest.param(says(None, 0.99, cameo="000", nothing=0.99), None, id="sure that there is none"),
    ],
)
def test_weigh_lets_the_model_overrule_only_where_it_is_sure(answer: Relation, kind: str | None) -> None:
    found = events_of(CHARGE, TAGS, {("Kenya", "Uganda"): answer})
    assert [event.type for event in found] == ([] if kind is None else [kind])


def test_weigh_adds_what_only_the_model_tells() -> None:
    text = "Uganda was on Kenya's mind, and Rwanda glorped Burundi."
    tags = {"Rwanda": "actor", "Burundi": "recipient", "glorped": "trigger"}
    found = events_of(text, tags, {("Rwanda", "Burundi"): says("ASSAULT", 0.9, cameo="190")})
    assert ("ASSAULT", "RWA", "BDI") in shapes(found)
    (event,) = [each for each in found if each.rule == "model"]
    assert event.trigger.text == "glorped"


@pytest.mark.parametrize(
    "tags",
    [
        pytest.param({"Rwanda": "actor", "Burundi": "recipient"}, id="no words tell it"),
        pytest.param({"Burundi": "recipient"}, id="no words and nobody"),
    ],
)
def test_weigh_adds_nothing_that_is_not_told_by_tagged_words(tags: dict[str, str]) -> None:
    assert events_of("Rwanda glorped Burundi.", tags, {("Rwanda", "Burundi"): says("ASSAULT", 0.9)}) == []


def test_weigh_adds_nothing_of_which_the_model_is_unsure() -> None:
    tags = {"Rwanda": "actor", "Burundi": "recipient", "glorped": "trigger"}
    assert events_of("Rwanda glorped Burundi.", tags, {("Rwanda", "Burundi"): says("ASSAULT", 0.4)}) == []


def test_weigh_keeps_several_recipients_in_one_event() -> None:
    text = "Rwanda glorped Burundi and Uganda."
    tags = {"Rwanda": "actor", "Burundi": "recipient", "Uganda": "recipient", "glorped": "trigger"}
    answers = {("Rwanda", other): says("ASSAULT", 0.9, cameo="190") for other in ("Burundi", "Uganda")}
    assert shapes(events_of(text, tags, answers)) == [("ASSAULT", "RWA", "BDI,UGA")]


def test_weigh_lists_both_sides_of_a_mutual_act_as_actors() -> None:
    text = "Rwanda and Burundi glorped."
    tags = {"Rwanda": "actor", "Burundi": "actor", "glorped": "trigger"}
    found = events_of(text, tags, {("Rwanda", "Burundi"): says("CONSULT", 0.9, cameo="040")})
    assert shapes(found) == [("CONSULT", "RWA,BDI", "")]


def test_weigh_does_not_tell_an_act_again_without_its_recipient() -> None:
    text = "Rwanda glorped Burundi."
    tags = {"Rwanda": "actor", "Burundi": "recipient", "glorped": "trigger"}
    answers: Answers = {("Rwanda", "Burundi"): says("ASSAULT", 0.9), ("Rwanda", None): says("ASSAULT", 0.9)}
    assert shapes(events_of(text, tags, answers)) == [("ASSAULT", "RWA", "BDI")]


def test_weigh_keeps_words_that_prove_no_state_as_they_stand() -> None:
    text = "Masked men glorped the zoo."
    tags = {"Masked men": "actor", "the zoo": "recipient", "glorped": "trigger"}
    (event,) = events_of(text, tags, {("Masked men", "the zoo"): says("ASSAULT", 0.9)})
    assert [(each.span.text, each.country) for each in event.recipients] == [("the zoo", None)]


def test_weigh_asks_of_states_that_were_not_tagged_where_words_tell_an_act() -> None:
    found = events_of("Rwanda glorped Burundi.", {"glorped": "trigger"}, {("Rwanda", "Burundi"): says("ASSAULT", 0.9)})
    assert shapes(found) == [("ASSAULT", "RWA", "BDI")]


@pytest.mark.parametrize(
    ("text", "source", "sides"),
    [
        pytest.param("Rwanda and Burundi glorped Kenya.", "Rwanda and Burundi", "RWA,BDI", id="joined by and"),
        pytest.param("A Burundian patrol glorped Kenya.", "A Burundian patrol", "BDI", id="of a nationality"),
    ],
)
def test_weigh_reads_whose_the_tagged_words_are(text: str, source: str, sides: str) -> None:
    tags = {source: "actor", "Kenya": "recipient", "glorped": "trigger"}
    found = events_of(text, tags, {(source, "Kenya"): says("ASSAULT", 0.9)})
    assert ("ASSAULT", sides, "KEN") in shapes(found)


@pytest.mark.parametrize(("confidence", "kind"), [(0.9, "ASSAULT"), (0.5, "ACCUSE")])
def test_weigh_prefers_the_model_where_a_rule_found_nobody_on_the_other_side(confidence: float, kind: str) -> None:
    tags = {"Kenya": "actor", "condemned": "trigger"}
    found = events_of("Kenya condemned it.", tags, {("Kenya", None): says(kind, confidence)})
    assert [event.type for event in found if event.trigger.text == "condemned"] == [kind]
