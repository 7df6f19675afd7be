"""Find actors: every phrase that may act, as a Mention with what it is shown to mean, and the roster of persons.

In: article and Parsed. Out: Mentions in order of the text, Persons. Captions, headlines and digests inform the roster
and give mentions too; whether a mention may take part in an event is decided by its region later.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..lexicon.cities import load_city_states
from ..lexicon.states import States
from ..parse.tokens import Parsed, Sentence, Token
from ..record import Actor, Article, Person, RegionKind, Span, digest
from ..stage import Stage
from .lexicon import ActorLexicon, References, load_actor_lexicon
from .link import Known, Linker, Slot, Target
from .mention import Mention
from .phrases import Phrase, PhraseFinder
from .pieces import Piece, find_pieces

_THIRD = frozenset("he she him her his himself herself it its itself they them their theirs themselves".split())
_FIRST = frozenset("we us our ours ourselves".split())
# At most so many states may be named more often than the dateline's for it to be the report's home: a report is of two
# states as a rule, and the one abroad is often named more.
HOME_RANK = 2


def find_home(
    article: Article, parsed: Parsed, pieces: dict[int, list[Piece]], lexicon: ActorLexicon
) -> str | None:
    """The state whose offices a report names without saying whose: that of its dateline, where the report speaks of that
    state as much as of any but one other; None where it does not ("GENEVA: The foreign ministers of ...")."""
    if not article.dateline:
        return None
    code = _dateline_state(article.dateline, lexicon.states)
    if code is None:
        return None
    counts: Counter[str] = Counter()
    for sentence in parsed.sentences:
        if sentence.region in (RegionKind.HEADLINE, RegionKind.BODY):
            counts.update(piece.country for piece in pieces[sentence.index] if piece.is_state and piece.country)
    ahead = [other for other, count in counts.items() if other != code and count > counts[code]]
    return code if counts[code] and len(ahead) < HOME_RANK else None


def _dateline_state(dateline: str, states: States) -> str | None:
    first = dateline.split("/")[0].split(",")[0].strip().title()
    return states.code_of(first) or load_city_states().get(first.casefold())


def _references(sentence: Sentence, references: References, taken: set[int]) -> Iterator[Phrase]:
    """Pronouns and nouns that refer back, outside the phrases already found."""
    tokens = sentence.tokens
    for token in tokens:
        if token.tag in ("PRP", "PRP$") and token.dep != "expl":
            if token.lower in _THIRD:
                rule = "it" if token.lower in ("it", "its", "itself") else "person"
                yield Phrase(token.index, token.index, "pronoun", rule=rule)
            elif token.lower in _FIRST and token.text != "US":
                yield Phrase(token.index, token.index, "first-person", rule="first-person")
        elif token.index not in taken and token.pos in ("NOUN", "PROPN") and token.lemma in references.pair_nouns:
            first = _reference_start(sentence, token)
            words = {each.lower for each in tokens[first : token.index]}
            if any(at in taken for at in range(first, token.index)):
                continue
            if token.tag in ("NNS", "NNPS") and (words & references.pair_words or _is_bare_pair(token, words)):
                yield Phrase(first, token.index, "pair", plural=True, rule="pair")
            elif token.tag in ("NN", "NNP") and token.lemma in references.state_nouns and "the" in words:
                if token.dep not in ("compound", "amod", "nmod"):
                    yield Phrase(first, token.index, "that-state", rule="that-state")


def _is_bare_pair(token: Token, words: set[str]) -> bool:
    """"The sides", "the neighbouring countries"."""
    return "the" in words and (token.lower == "sides" or bool(words & {"neighbouring", "neighboring"}))


def _reference_start(sentence: Sentence, token: Token) -> int:
    first = token.index
    while first > 0 and sentence.tokens[first - 1].head == token.index and token.index - first < 5:
        before = sentence.tokens[first - 1]
        if before.pos not in ("DET", "NUM", "ADJ", "VERB", "PRON", "ADV", "CCONJ"):
            break
        first -= 1
    return first


def _surnames(sentence: Sentence, linker: Linker, taken: set[int]) -> Iterator[Phrase]:
    """Words that the entity labels missed but that are the surname of a person named before."""
    for token in sentence.tokens:
        if token.index in taken or not token.text[:1].isupper() or token.pos not in ("PROPN", "NOUN", "ADJ", "VERB"):
            continue
        known = linker.person_named(token.text)
        if known is not None and known.words[-1] == token.lower and len(token.text) > 2:
            yield Phrase(token.index, token.index, "person", token.text, rule="surname")


def link_phrases(article: Article, parsed: Parsed, lexicon: ActorLexicon) -> Linker:
    """All phrases of the article, linked."""
    pieces = {sentence.index: find_pieces(sentence, lexicon) for sentence in parsed.sentences}
    capitals = {index: [piece for piece in found if piece.kind == "seat"] for index, found in pieces.items()}
    linker = Linker(lexicon.references, find_home(article, parsed, pieces, lexicon), capitals)
    for sentence in parsed.sentences:
        phrases = PhraseFinder(sentence, pieces[sentence.index], lexicon).find()
        taken = {at for phrase in phrases for at in range(phrase.first, phrase.last + 1)}
        phrases += list(_references(sentence, lexicon.references, taken))
        phrases += list(_surnames(sentence, linker, taken))
        for phrase in sorted(phrases, key=lambda phrase: (phrase.first, phrase.last)):
            linker.add(sentence, phrase)
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


def _persons(article: Article, parsed: Parsed, linker: Linker) -> tuple[Person, ...]:
    """The roster: every person of whom an office or a state is known, at the words that introduce them best."""
    best: dict[int, Slot] = {}
    order: dict[int, Known] = {}
    for slot in linker.slots:
        known = slot.targets[0].person if slot.kind == "person" and slot.targets else None
        if known is None:
            continue
        order.setdefault(id(known), known)
        held = best.get(id(known))
        if held is None or len(slot.phrase.roles) > len(held.phrase.roles):
            best[id(known)] = slot
    persons = []
    for key, known in order.items():
        if not known.roles and not known.country:
            continue
        slot = best[key]
        first, last = slot.phrase.intro or (slot.phrase.first, slot.phrase.last)
        evidence = parsed.span(slot.sentence.tokens[first : last + 1])
        persons.append(
            Person(
                digest(article.id, "person", evidence.start, known.name),
                known.name,
                known.role,
                known.country,
                known.sectors,
                evidence,
                known.rule,
                known.confidence,
            )
        )
    return tuple(persons)


def find_actors(
    article: Article, parsed: Parsed, *, lexicon: ActorLexicon
) -> tuple[tuple[Mention, ...], tuple[Person, ...]]:
    """The article's mentions in order of the text, and its persons."""
    linker = link_phrases(article, parsed, lexicon)
    mentions = tuple(_mention(slot, parsed, lexicon) for slot in linker.slots)
    return mentions, _persons(article, parsed, linker)


def stage() -> Stage:
    """The actors stage; loads the lexicon on its first article."""
    return Stage(
        "actors",
        ("article", "parsed"),
        ("mentions", "persons"),
        lambda article, parsed: find_actors(article, parsed, lexicon=load_actor_lexicon()),
    )
