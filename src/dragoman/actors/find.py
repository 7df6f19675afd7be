"""Find actors: every phrase that may act, as a Mention with what it is shown to mean, and the roster of persons.

In: article and Parsed. Out: Mentions in order of the text, Persons. Captions, headlines and digests inform the roster
and give mentions too; whether a mention may take part in an event is decided by its region later.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..lexicon.cities import load_place_states
from ..parse.tokens import Parsed, Sentence, Token
from ..record import Actor, Article, Person, Sightings, Span
from ..record.names import fold_name
from ..stage import Stage
from .home import find_ground, find_home, offices_abroad
from .lexicon import ActorLexicon, load_actor_lexicon
from .link import Linker
from .mention import Mention
from .names import NameIndex, find_pieces, official_names
from .people import People
from .phrases import Phrase, PhraseFinder
from .pieces import Piece, choose_bodies, find_hits
from .references import find_references
from .roster import list_persons
from .sides import find_sides
from .slots import Discourse, Slot, Target
from .tenures import Tenures
from .witnesses import Witnesses


class _Reading:
    """The pieces and phrases of all sentences: found once, then again where a name of another sentence recurs."""

    def __init__(self, parsed: Parsed, lexicon: ActorLexicon, hits: Mapping[int, list[Piece]] | None) -> None:
        self.lexicon = lexicon
        found = hits or {sentence.index: find_hits(sentence, lexicon) for sentence in parsed.sentences}
        in_play = {piece.country for hits in found.values() for piece in hits if piece.is_state and piece.country}
        in_play |= set(_states_of_officials(parsed, lexicon)) | set(_states_of_towns(parsed, found))
        self.hits = {index: choose_bodies(hits, in_play) for index, hits in found.items()}
        self.pieces: dict[int, list[Piece]] = {}
        self.phrases: dict[int, list[Phrase]] = {}
        for sentence in parsed.sentences:
            self._read(sentence, NameIndex({}))
        if len(parsed.sentences) == 1:
            return
        self._drop_namesakes(parsed)
        known = NameIndex.build(tuple(name.split()) for name in self._introduced())
        for sentence in parsed.sentences:
            if any(token.text in known.by_first for token in sentence.tokens):
                self._read(sentence, known)

    def _read(self, sentence: Sentence, known: NameIndex) -> None:
        found = find_pieces(sentence, self.lexicon, hits=self.hits[sentence.index], known=known)
        self.pieces[sentence.index] = found
        self.phrases[sentence.index] = PhraseFinder(sentence, found, self.lexicon).find()

    def _introduced(self) -> list[str]:
        """The names that some sentence gives an office or state."""
        return [
            phrase.name
            for phrases in self.phrases.values()
            for phrase in phrases
            if phrase.kind == "person" and phrase.name and (phrase.roles or phrase.countries or phrase.sectors)
        ]

    def _drop_namesakes(self, parsed: Parsed) -> None:
        """ "Jordan said" where the article tells of a Senator Jordan, or an Emily Jordan, and of nothing else that is
        Jordanian."""
        whole = [
            phrase.name
            for phrases in self.phrases.values()
            for phrase in phrases
            if phrase.kind == "person" and phrase.name and " " in phrase.name
        ]
        surnames = {name.split()[-1] for name in (*self._introduced(), *whole)}
        sure = {
            piece.country for hits in self.hits.values() for piece in hits if piece.is_state and not piece.ambiguous
        }
        for sentence in parsed.sentences:
            hits = self.hits[sentence.index]
            kept = [
                hit
                for hit in hits
                if not (hit.ambiguous and hit.country not in sure and sentence.tokens[hit.first].text in surnames)
            ]
            if len(kept) < len(hits):
                self.hits[sentence.index] = kept
                self._read(sentence, NameIndex({}))


def _states_of_officials(parsed: Parsed, lexicon: ActorLexicon) -> Iterator[str]:
    """The states of the office-holders whose whole names the article gives, where only one holder has the name."""
    for sentence in parsed.sentences:
        texts = [token.text for token in sentence.tokens]
        for first, last in official_names(texts, lexicon):
            holders = lexicon.officials.named(" ".join(texts[first : last + 1]))
            yield from (holder.country for holder in holders if len(holders) == 1)


def _states_of_towns(parsed: Parsed, hits: Mapping[int, Sequence[Piece]]) -> Iterator[str]:
    """The states of the large cities and divisions that stand as places in the article ("in Sydney")."""
    places = load_place_states()
    for sentence in parsed.sentences:
        taken = {at for piece in hits[sentence.index] for at in range(piece.first, piece.last + 1)}
        for token in sentence.tokens:
            if token.dep == "pobj" and token.index not in taken and token.text[:1].isupper():
                before = sentence.tokens[token.index - 1].text if token.index else ""
                state = places.get(f"{before} {token.text}".casefold()) or places.get(token.lower)
                yield from [state] if state else []


def _surnames(sentence: Sentence, people: People, taken: set[int]) -> Iterator[Phrase]:
    """Words that the entity labels missed but that are the name of a person named before."""
    tokens, at = sentence.tokens, 0
    while at < len(tokens):
        last = at
        while _may_be_name(tokens, last + 1, taken) and _may_be_name(tokens, at, taken):
            last += 1
        text = " ".join(token.text for token in tokens[at : last + 1])
        if at not in taken and tokens[at].text[:1].isupper() and _names_somebody(tokens[at], text, people):
            yield Phrase(at, last, "person", text, rule="surname")
        at = last + 1


def _may_be_name(tokens: tuple[Token, ...], at: int, taken: set[int]) -> bool:
    return at < len(tokens) and at not in taken and tokens[at].pos == "PROPN" and tokens[at].text[:1].isupper()


def _names_somebody(token: Token, text: str, people: People) -> bool:
    if " " in text:
        return people.is_part(text)
    if token.pos == "PROPN":
        return people.has_word(text) or people.has_variant(text)
    # At the head of a sentence the tags are less sure; a surname is taken, a given name not.
    return token.pos in ("NOUN", "ADJ", "VERB") and len(text) > 2 and people.is_surname(text)


def _introduced(reading: _Reading) -> frozenset[str]:
    """The folded names to which some phrase of the article gives a state in words."""
    return frozenset(
        fold_name(phrase.name)
        for phrases in reading.phrases.values()
        for phrase in phrases
        if phrase.kind == "person" and phrase.name and phrase.countries and not phrase.local
    )


def link_phrases(
    article: Article,
    parsed: Parsed,
    lexicon: ActorLexicon,
    today: str | None = None,
    sightings: Sightings | None = None,
    hits: Mapping[int, list[Piece]] | None = None,
) -> Linker:
    """All phrases of the article, linked. `today`: the day that counts for bare names where the article has none;
    `sightings`: what other articles showed of names; `hits`: what the lexicon knows of each sentence, where it was
    asked before."""
    reading = _Reading(parsed, lexicon, hits)
    home = find_home(article, parsed, reading.pieces, lexicon)
    capitals = {index: [piece for piece in found if piece.kind == "seat"] for index, found in reading.pieces.items()}
    abroad = offices_abroad((phrase for phrases in reading.phrases.values() for phrase in phrases), home)
    in_play = frozenset(
        piece.country for found in reading.pieces.values() for piece in found if piece.is_state and piece.country
    )
    tenures = Tenures(lexicon.officials, article.published, article.published or today, in_play, lexicon.surname_words)
    witnesses = Witnesses(
        lexicon.officials, lexicon.references.particles, article.published, _introduced(reading), sightings
    )
    sides = find_sides(parsed, reading.phrases, reading.pieces, find_ground(article, lexicon))
    linker = Linker(Discourse(parsed, lexicon.references, home, capitals, abroad, tenures, witnesses, sides))
    for sentence in parsed.sentences:
        phrases = list(reading.phrases[sentence.index])
        taken = {at for phrase in phrases for at in range(phrase.first, phrase.last + 1)}
        phrases += list(find_references(sentence, lexicon.references, taken))
        phrases += list(_surnames(sentence, linker.people, taken))
        linker.add_sentence(sentence, phrases)
    return linker


def _actor(target: Target, span: Span, lexicon: ActorLexicon) -> Actor:
    if target.person is not None:
        known = target.person
        return Actor(
            span,
            known.name,
            known.role,
            known.country,
            known.sectors,
            target.rule or known.rule,
            min(target.confidence, known.confidence),
        )
    name = target.name
    if name is None and target.role is None and not target.sectors and target.country:
        name = lexicon.states.short_names.get(target.country)
    return Actor(span, name, target.role, target.country, target.sectors, target.rule, target.confidence)


def _mention(slot: Slot, parsed: Parsed, lexicon: ActorLexicon) -> Mention:
    phrase = slot.phrase
    span = parsed.span(slot.sentence.tokens[phrase.first : phrase.last + 1])
    kind = "adjective" if phrase.modifier else slot.kind
    actors = tuple(_actor(target, span, lexicon) for target in slot.targets)
    return Mention(slot.sentence.index, phrase.first, phrase.last, slot.head.index, span, kind, actors)


def find_actors(
    article: Article,
    parsed: Parsed,
    *,
    lexicon: ActorLexicon,
    today: str | None = None,
    sightings: Sightings | None = None,
    hits: Mapping[int, list[Piece]] | None = None,
) -> tuple[tuple[Mention, ...], tuple[Person, ...]]:
    """The article's mentions in order of the text, and its persons. `today`: the day that counts for the offices of
    bare names where the article has no day of its own; `sightings`: what other articles showed of names; `hits`: what
    the lexicon knows of each sentence, where it was asked before."""
    linker = link_phrases(article, parsed, lexicon, today, sightings, hits)
    mentions = tuple(_mention(slot, parsed, lexicon) for slot in linker.slots)
    return mentions, list_persons(article, parsed, linker.slots)


def stage() -> Stage:
    """The actors stage; loads the lexicon on its first article."""
    return Stage(
        "actors",
        ("article", "parsed", "sightings"),
        ("mentions", "persons"),
        lambda article, parsed, sightings: find_actors(
            article, parsed, lexicon=load_actor_lexicon(), sightings=sightings
        ),
    )
