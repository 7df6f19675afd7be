"""Build what the claims stage needs from plain text: a real parse, and mentions from a cast of phrases."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from dragoman.actors.mention import Mention
from dragoman.claims import find_claims
from dragoman.parse.parse import load_parser, parse_article
from dragoman.parse.tokens import Parsed, Sentence
from dragoman.pipeline import standard_stages
from dragoman.record import Actor, Article, Claim, Region, RegionKind

SOLHEIM = (("Ingrid Solheim", "NOR"),)
ARAYA = (("Tomas Araya", "CHL"),)
QUIROGA = (("Pedro Quiroga", "PER"),)
FOREIGN_MINISTRY = (("foreign ministry", "NOR"),)
DEFENCE_MINISTRY = (("defence ministry", "KEN"),)
BOTH = ((None, "NOR"), (None, "CHL"))
# (phrases, kind, what they mean): the people, bodies and states of all passages in these tests.
CAST = (
    (("Foreign Minister Ingrid Solheim", "Ingrid Solheim", "Solheim"), "name", SOLHEIM),
    (("Norwegian Foreign Minister Ingrid Solheim", "Norway's Solheim", "Norway’s Solheim"), "name", SOLHEIM),
    (("The foreign minister", "the foreign minister", "The Norwegian minister"), "office", SOLHEIM),
    (("the Norwegian minister", "The Norwegian foreign minister", "the minister"), "office", SOLHEIM),
    (("She", "she", "her"), "pronoun", SOLHEIM),
    (("President Tomas Araya", "Tomas Araya", "Araya", "Chilean President Tomas Araya"), "name", ARAYA),
    (("The president", "the president", "The Chilean leader", "the Chilean leader"), "office", ARAYA),
    (("He", "he", "his"), "pronoun", ARAYA),
    (("Pedro Quiroga", "Quiroga", "Ambassador Pedro Quiroga", "The envoy", "the envoy"), "name", QUIROGA),
    (("the foreign ministry", "The foreign ministry", "the Norwegian foreign ministry"), "body", FOREIGN_MINISTRY),
    (("the defence ministry", "The defence ministry", "the ministry", "The ministry"), "body", DEFENCE_MINISTRY),
    (("Oslo", "Norway"), "state", ((None, "NOR"),)),
    (("Santiago", "Chile"), "state", ((None, "CHL"),)),
    (("Nairobi", "Kenya"), "state", ((None, "KEN"),)),
    (("Lima", "Peru"), "state", ((None, "PER"),)),
    (("Rabat", "Morocco"), "state", ((None, "MAR"),)),
    (("Kenyan officials", "a Kenyan official", "A Kenyan official"), "noun", ((None, "KEN"),)),
    (("the United Nations", "The United Nations"), "body", (("United Nations", "UNO"),)),
    (("both countries", "the two countries", "Both countries", "the two sides"), "noun", BOTH),
    (("They", "they", "It", "it", "We", "we"), "pronoun", ()),
    (("The Fjord Courier",), "name", (("The Fjord Courier", None),)),
)  # fmt: skip


def make_article(text: str, *, kinds: str = "", publisher: str | None = None) -> Article:
    """An article whose lines are regions; `kinds` may give a letter for each: b body, c caption, h headline."""
    letters = {"b": RegionKind.BODY, "c": RegionKind.CAPTION, "h": RegionKind.HEADLINE, "d": RegionKind.DIGEST}
    regions: list[Region] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            letter = kinds[len(regions)] if len(regions) < len(kinds) else "b"
            regions.append(Region(at, at + len(line), letters[letter]))
        at += len(line) + 1
    return Article("article-1", text, publisher=publisher, regions=tuple(regions))


def make_mentions(parsed: Parsed) -> tuple[Mention, ...]:
    """The mentions of the cast, the longest where several have the same head."""
    found: dict[tuple[int, int], Mention] = {}
    for sentence in parsed.sentences:
        spaced = [token.text for token in sentence.tokens]
        for phrases, kind, actors in CAST:
            for phrase in phrases:
                wanted = [token.text for token in load_parser().tokenizer(phrase)]
                for first in _occurrences(spaced, wanted):
                    made = _make_mention(parsed, sentence, first, first + len(wanted) - 1, kind, actors)
                    old = found.get((sentence.index, made.head))
                    if old is None or len(old.span.text) < len(made.span.text):
                        found[sentence.index, made.head] = made
    return tuple(found.values())


def _occurrences(words: list[str], wanted: list[str]) -> Iterable[int]:
    return (at for at in range(len(words) - len(wanted) + 1) if words[at : at + len(wanted)] == wanted)


def _make_mention(parsed: Parsed, sentence: Sentence, first: int, last: int, kind: str, actors) -> Mention:
    inside = range(first, last + 1)
    heads = [at for at in inside if sentence.tokens[at].head not in inside or sentence.tokens[at].head == at]
    span = parsed.span(sentence.tokens[first : last + 1])
    made = tuple(Actor(span, name=name, country=country) for name, country in actors)
    return Mention(sentence.index, first, last, heads[-1] if heads else last, span, kind, made)


@pytest.fixture(scope="session")
def claims_of() -> Callable[..., tuple[Claim, ...]]:
    """Finds the claims of a text, with the cast of these tests."""

    def find(text: str, *, kinds: str = "", publisher: str | None = None) -> tuple[Claim, ...]:
        article = make_article(text, kinds=kinds, publisher=publisher)
        parsed = parse_article(article, load_parser())
        return find_claims(article, parsed, make_mentions(parsed))

    return find


@pytest.fixture(scope="session")
def read_by() -> Callable[..., list[tuple[str, str | None, str | None, bool]]]:
    """(text, words or name of the speaker, state, quote) of each claim of a text, its actors read too."""

    def read(text: str) -> list[tuple[str, str | None, str | None, bool]]:
        article = make_article(text)
        values = {"article": article, "sightings": None}
        for each in standard_stages(with_model=False):
            given = each.run(*(values[need] for need in each.needs))
            values.update(zip(each.gives, given if len(each.gives) > 1 else (given,), strict=True))
            if each.name == "claims":
                break
        claims = values["claims"]
        assert all(text[claim.evidence.start : claim.evidence.end] == claim.text for claim in claims)
        return [
            (
                claim.text,
                claim.speaker and (claim.speaker.name or claim.speaker.span.text),
                claim.speaker and claim.speaker.country,
                claim.quote,
            )
            for claim in claims
        ]

    return read


@pytest.fixture(scope="session")
def told_by(claims_of) -> Callable[..., list[tuple[str, str | None, bool]]]:
    """(text, name or country of the speaker, quote) of each claim of a text."""

    def tell(text: str, **options) -> list[tuple[str, str | None, bool]]:
        claims = claims_of(text, **options)
        assert all(text[claim.evidence.start : claim.evidence.end] == claim.text for claim in claims)
        return [
            (claim.text, claim.speaker and (claim.speaker.name or claim.speaker.country), claim.quote)
            for claim in claims
        ]

    return tell
