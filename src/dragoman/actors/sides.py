"""Sides: what a sentence shows about whose an office-holder is not, and which two states a report is about.

In: the phrases and pieces of all sentences. Out: Sides. "President X began a visit to Malawi", "accused Malawi", "met
his Malawian counterpart": X is not Malawian; in a report about Malawi and one other state X is the other's. A state
that acts through somebody is shown by "signed for Malaysia". What only may be so excludes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..lexicon.cities import load_place_states
from ..lexicon.load import check_keys, load_table
from ..parse.tokens import Parsed, Sentence, Token
from ..record import RegionKind
from ..record.names import fold_name
from .phrases import Phrase
from .pieces import Piece

SIDES_FILE = "en/sides.toml"
# A third state named more than this share as often as the second makes a report one of several states.
MOST_OF_THIRD = 0.5
# A side of a report is named at least so often: once may be by the way.
LEAST_NAMED = 2
_REPEATING = frozenset({"Counterpart", "Colleague"})
_HIS = frozenset({"his", "her", "their"})
_VERBS = ("VERB", "AUX")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Kinds of piece by which a state itself is meant, not its people or what is its.
_STATE_ITSELF = frozenset({"name", "seat"})
# "Iran's official state television": so many tokens behind the state the medium stands.
MEDIA_REACH = 4
# So many tokens before a name the noun of a visit is looked for ("a visit next month by President X").
_VISIT_REACH = 8


@dataclass(frozen=True, slots=True)
class SideWords:
    """The words of `data/en/sides.toml`; what each list holds stands there."""

    visits: frozenset[str]
    paying: frozenset[str]
    visiting: frozenset[str]
    going: frozenset[str]
    arriving: frozenset[str]
    against: frozenset[str]
    standing: frozenset[str]
    organisations: frozenset[str]
    media: frozenset[str]
    press: frozenset[str]
    roles_of_many: frozenset[str]
    heads: frozenset[str]
    bodies_at_home: frozenset[str]
    intending: frozenset[str]
    hosts: frozenset[str]
    speaking: frozenset[str]
    late: frozenset[str]


@lru_cache(maxsize=1)
def load_side_words() -> SideWords:
    """The words, built once a process. Raises LexiconError where the data file is broken."""
    table = load_table(SIDES_FILE)
    keys = frozenset(SideWords.__dataclass_fields__)
    check_keys(SIDES_FILE, table, keys, keys)
    return SideWords(**{key: frozenset(table[key]) for key in keys})


@dataclass(frozen=True, slots=True)
class Sides:
    """What is shown of the phrases of an article. `pair`: the two states that it is about, empty where it is about one
    or several; `media`: by sentence, the states on whose radio or in whose papers it was said;
    `named`: how often each state is; `ground`: the state where it was written."""

    pair: tuple[str, ...]
    excluded: Mapping[tuple[int, int], frozenset[str]]
    standing_for: Mapping[tuple[int, int], str]
    media: Mapping[int, frozenset[str]]
    named: Mapping[str, int]
    ground: str | None = None

    def not_of(self, sentence: Sentence, phrase: Phrase) -> frozenset[str]:
        """The states of which the person of the phrase is shown not to be."""
        return self.excluded.get((sentence.index, phrase.last), frozenset())

    def acts_for(self, sentence: Sentence, phrase: Phrase) -> str | None:
        """The state for which the person of the phrase signs or speaks."""
        return self.standing_for.get((sentence.index, phrase.last))

    def other(self, excluded: Iterable[str]) -> str | None:
        """The one side of the report that is left, where exactly one is shown not to be meant."""
        out = set(excluded) & set(self.pair)
        return next(side for side in self.pair if side not in out) if len(out) == 1 and len(self.pair) > 1 else None


NO_SIDES = Sides((), {}, {}, {}, {})


def find_sides(
    parsed: Parsed,
    phrases: Mapping[int, Sequence[Phrase]],
    pieces: Mapping[int, Sequence[Piece]],
    ground: str | None = None,
) -> Sides:
    """What the sentences of an article show. `ground`: the state where it was written; where that is none of the two
    that it is about, offices without a state may be the third's, and there are no two sides."""
    words = load_side_words()
    excluded: dict[tuple[int, int], set[str]] = {}
    standing: dict[tuple[int, int], str] = {}
    for sentence in parsed.sentences:
        look = _SentenceLook(sentence, phrases[sentence.index], pieces[sentence.index], words)
        for phrase in look.persons:
            excluded.setdefault((sentence.index, phrase.last), set()).update(look.excluded(phrase))
            state = look.acts_for(phrase)
            if state is not None:
                standing[sentence.index, phrase.last] = state
    for sentence_index, phrase, state in _held_by_others(phrases, words):
        excluded.setdefault((sentence_index, phrase.last), set()).add(state)
    kept = {key: frozenset(states) for key, states in excluded.items() if states}
    media = {sentence.index: _media(sentence, pieces[sentence.index], words) for sentence in parsed.sentences}
    named = _count(parsed, pieces)
    pair = _pair(named)
    shown = pair if ground is None or ground in pair else ()
    return Sides(shown, kept, standing, {index: states for index, states in media.items() if states}, named, ground)


def _media(sentence: Sentence, pieces: Sequence[Piece], words: SideWords) -> frozenset[str]:
    """ "On Uzbek radio", "told Iran's state television"."""
    tokens = sentence.tokens
    found = set()
    for piece in pieces:
        behind = tokens[piece.last + 1 : piece.last + 1 + MEDIA_REACH]
        owned = piece.kind == "adjective" or (bool(behind) and behind[0].tag == "POS")
        if piece.is_state and piece.country and owned and any(token.lower in words.media for token in behind):
            found.add(piece.country)
    return frozenset(found)


def _count(parsed: Parsed, pieces: Mapping[int, Sequence[Piece]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for sentence in parsed.sentences:
        if sentence.region in (RegionKind.HEADLINE, RegionKind.BODY):
            counts.update(each.country for each in pieces[sentence.index] if each.is_state and each.country)
    return counts


def _pair(counts: Counter[str]) -> tuple[str, ...]:
    ranked = counts.most_common(3)
    if len(ranked) < 2 or ranked[1][1] < LEAST_NAMED:
        return ()
    if len(ranked) > 2 and ranked[2][1] > MOST_OF_THIRD * ranked[1][1]:
        return ()
    return ranked[0][0], ranked[1][0]


def _held_by_others(phrases: Mapping[int, Sequence[Phrase]], words: SideWords) -> Iterator[tuple[int, Phrase, str]]:
    """An office that one person at a time holds is not of the state that has another holder in the article."""
    holders: dict[str, dict[str, str]] = {}
    named = [
        (index, phrase)
        for index, found in phrases.items()
        for phrase in found
        if phrase.kind == "person" and phrase.name
    ]
    for _, phrase in named:
        if len(phrase.countries) == 1 and not phrase.local and not phrase.former:
            for role in _sole_offices(phrase, words):
                holders.setdefault(role, {})[_surname(phrase)] = phrase.countries[0]
    for index, phrase in named:
        if phrase.countries or phrase.former:
            continue
        for role in _sole_offices(phrase, words):
            others = {state for name, state in holders.get(role, {}).items() if name != _surname(phrase)}
            if _surname(phrase) not in holders.get(role, {}):
                yield from ((index, phrase, state) for state in others)


def _sole_offices(phrase: Phrase, words: SideWords) -> set[str]:
    return {
        "Head of State" if role in words.heads else role for role in phrase.roles if role not in words.roles_of_many
    }


def _surname(phrase: Phrase) -> str:
    return fold_name(phrase.name or "").split()[-1]


class _SentenceLook:
    """Looks at the persons of one sentence of whom an office but no state is told."""

    def __init__(
        self, sentence: Sentence, phrases: Sequence[Phrase], pieces: Sequence[Piece], words: SideWords
    ) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.words = words
        self.phrases = phrases
        self.persons = [phrase for phrase in phrases if phrase.kind == "person" and not phrase.countries]
        self.states = {
            at: piece.country
            for piece in pieces
            if piece.kind in _STATE_ITSELF and piece.country and not piece.outside
            for at in range(piece.first, piece.last + 1)
        }
        self.taken = {at for piece in pieces for at in range(piece.first, piece.last + 1)}

    def excluded(self, phrase: Phrase) -> set[str]:
        """The states of which the person is not."""
        found: set[str] = set()
        for verb in self._acts(phrase):
            found.update(self._visited(verb))
            if verb.lemma in self.words.against:
                found.update(self._states_of(self.sentence.children(verb, "dobj")))
        found.update(self._visited_by(phrase))
        found.update(self._counterparts(phrase))
        return found

    def acts_for(self, phrase: Phrase) -> str | None:
        """ "X signed for Malaysia and Y for Thailand", "signed on behalf of Malaysia"."""
        for verb in self._acts(phrase):
            if verb.lemma in self.words.standing:
                state = self._behind_for(self.sentence.children(verb, "prep"))
                if state is not None:
                    return state
        by = self._introduced_by(phrase)
        if by is not None:
            return by
        signs = any(
            token.lemma in self.words.standing and token.pos in _VERBS and token.index < phrase.first
            for token in self.tokens
        )
        after = phrase.last + 1
        if signs and after + 1 < len(self.tokens) and self.tokens[after].lower == "for":
            return self._state_from(after + 1)
        return None

    def _introduced_by(self, phrase: Phrase) -> str | None:
        """ "Albania was represented by X and Kosovo by its interior minister, Y"."""
        if not any(token.lemma == "represent" for token in self.tokens[: phrase.first]):
            return None
        at = (phrase.intro or (phrase.first, phrase.last))[0] - 1
        while at > 0 and (self.tokens[at].dep == "det" or self.tokens[at].tag in ("PRP$", "DT")):
            at -= 1
        if at < 1 or self.tokens[at].lower != "by":
            return None
        before = at - 1
        while before >= 0 and (self.tokens[before].lemma in ("represent", "be") or self.tokens[before].pos == "AUX"):
            before -= 1
        return self._state_at(before) if before >= 0 else None

    def _acts(self, phrase: Phrase) -> list[Token]:
        """The verbs whose subject the person is: the clause's, those joined to it, and those of "who"."""
        head = self._head(phrase)
        found = [verb for verb in self.sentence.children(head, "relcl") if self._is_who(verb)]
        if head.dep not in _SUBJECTS:
            return found
        verb = self.sentence.head(head)
        found.append(verb)
        for other in self.sentence.children(verb, "conj"):
            if other.pos in _VERBS and self.sentence.child(other, *_SUBJECTS) is None:
                found.append(other)
        return found

    def _is_who(self, verb: Token) -> bool:
        subject = self.sentence.child(verb, *_SUBJECTS)
        return subject is not None and subject.lower == "who"

    def _head(self, phrase: Phrase) -> Token:
        inside = range(phrase.first, phrase.last + 1)
        for index in reversed(inside):
            token = self.tokens[index]
            if token.head not in inside or token.head == index:
                return token
        return self.tokens[phrase.last]

    def _visited(self, verb: Token) -> set[str]:
        """The state to which the subject of the verb travels."""
        words, sentence = self.words, self.sentence
        if verb.lemma in words.visiting:
            return self._states_of(sentence.children(verb, "dobj"))
        preps = sentence.children(verb, "prep")
        if verb.lemma in words.going:
            return self._behind(preps, "to")
        if verb.lemma in words.arriving:
            return self._behind(preps, "in", "to")
        if verb.lemma in words.paying:
            for noun in sentence.children(verb, "dobj"):
                if noun.lemma in words.visits and sentence.child(noun, "poss") is None:
                    return self._behind([*sentence.children(noun, "prep"), *preps], "to", "in", "of")
        return set()

    def _visited_by(self, phrase: Phrase) -> set[str]:
        """ "A visit by President X to Georgetown"."""
        tokens, after = self.tokens, phrase.last + 1
        if phrase.first < 2 or tokens[phrase.first - 1].lower != "by" or after + 1 >= len(tokens):
            return set()
        nouns = {token.lemma for token in tokens[max(0, phrase.first - _VISIT_REACH) : phrase.first - 1]}
        state = self._state_from(after + 1) if tokens[after].lower == "to" else None
        return {state} if state is not None and nouns & self.words.visits else set()

    def _counterparts(self, phrase: Phrase) -> Iterator[str]:
        """ "President X and his Malawian counterpart", "Energy Minister X and Malawi's Y"."""
        behind = [each for each in self.phrases if each.first > phrase.last and each.kind in ("person", "office")]
        if not behind or not phrase.roles:
            return
        other = behind[0]
        if len(other.countries) != 1:
            return
        if _REPEATING & set(other.roles) and not _REPEATING & set(phrase.roles) and self._is_his(other):
            yield other.countries[0]
        between = [token.lower for token in self.tokens[phrase.last + 1 : other.first]]
        if between == ["and"] and other.kind == "person" and not other.roles:
            yield other.countries[0]

    def _is_his(self, other: Phrase) -> bool:
        """Whether "his" stands before the phrase or in the words that introduce it."""
        first, last = other.intro or (other.first, other.last)
        return any(token.lower in _HIS for token in self.tokens[max(0, first - 2) : last + 1])

    # -- states behind prepositions ---------------------------------------------------------------------------------

    def _behind(self, preps: Iterable[Token], *wanted: str) -> set[str]:
        objects = (each for prep in preps if prep.lower in wanted for each in self.sentence.children(prep, "pobj"))
        return self._states_of(objects)

    def _states_of(self, tokens: Iterable[Token]) -> set[str]:
        found = (self._state_at(token.index) for token in tokens)
        return {state for state in found if state is not None}

    def _state_at(self, at: int) -> str | None:
        """The state named at the token, or in which the town named there lies."""
        if at in self.states or at in self.taken:
            return self.states.get(at)
        text = self.tokens[at].text
        return load_place_states().get(text.casefold()) if text[:1].isupper() else None

    def _behind_for(self, preps: Iterable[Token]) -> str | None:
        for prep in preps:
            if prep.lower == "for":
                return self._state_from(prep.index + 1)
            if prep.lower == "on" and [each.lower for each in self.tokens[prep.index + 1 : prep.index + 3]] == [
                "behalf",
                "of",
            ]:
                return self._state_from(prep.index + 3)
        return None

    def _state_from(self, at: int) -> str | None:
        """The state whose name begins at the token, "the" aside, and that owns nothing behind it."""
        if at < len(self.tokens) and self.tokens[at].lower == "the":
            at += 1
        state = self._state_at(at) if at < len(self.tokens) else None
        end = at
        while end < len(self.tokens) and self.states.get(end) == state and end in self.states:
            end += 1
        after = self.tokens[end] if end < len(self.tokens) else None
        return None if after is not None and after.tag == "POS" else state
