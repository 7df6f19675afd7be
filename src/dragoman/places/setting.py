"""Setting: a spot where it stands in its sentence, with what the words around it prove.

In: the spots of a sentence, the word lists, the context. Out: one Setting a spot. Refuses nothing; that is for `doubt`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..lexicon.officials import load_officials
from ..parse.tokens import Parsed, Sentence, Token
from .context import Context
from .names import fold
from .place import DIVISION, SEAT, STATE
from .spot import Spot
from .words import PlaceWords

# The small pipeline often takes a list of towns for one name.
PARTING = frozenset(("and", "or", ",", "&", ";"))
# In a line where this share of the longer words has a capital, a capital tells nothing.
TITLE_CASE_SHARE = 0.85
LONGER_WORD = 4
SHORTEST_TITLE = 4
# The small pipeline often calls foreign towns persons or firms; towns this large are too well known for that.
TRUSTED_TOWN = 20_000
# A description of a town behind a comma ("a spa town", "the largest city") is brief.
LONGEST_DESCRIPTION = 6
_OPENERS = frozenset(("a", "an", "another", "the", "in", "one", "once"))
_STOPPERS = frozenset(("who", "which", "that", "and", "but", "where", "when", "said", "told"))
# "GENEVA (News) -", "KIEV, Oct 3 (News) -", "TRIPOLI, Lebanon -".
_DATELINE = re.compile(r"(?:,[ ]?[\w.]+(?: [\w.]+){0,2}){0,2}\s?(?:\([^)\n]{1,40}\)\s?(?:[-–—:]|\n)|[-–—]{1,2}\s)")
# A name of a body is rarely longer behind the place in it ("Kabul Polytechnic University").
LONGEST_BODY_TAIL = 4


@dataclass(frozen=True, slots=True)
class Setting:
    """A spot where it stands. `taken` are the tokens of the sentence's states, capitals and divisions, `located` says
    whether a word before or a description behind it proves a place, `approached` whether a word before it suits a
    place as well as a person ("to"), `is_title` whether the sentence is written with capitals throughout."""

    spot: Spot
    text: str
    sentence: Sentence
    taken: frozenset[int]
    located: bool
    is_title: bool
    lists: PlaceWords
    context: Context
    approached: bool = False

    @property
    def is_personal(self) -> bool:
        """Whether the name is also one of persons."""
        return self.spot.is_single and self.spot.key in self.lists.personal

    @property
    def is_trusted(self) -> bool:
        """Whether the name outweighs a wrong label: a known place, or a larger town of a state in play, or any town of
        it or of a neighbour behind a word like "to", that is neither a common word nor a person's name."""
        if self.spot.is_known:
            return True
        if self.is_personal or self.spot.key in self.lists.common:
            return False
        states, near = self.context.countries, self.context.countries | self.context.neighbours
        places = [found.place for found in self.spot.candidates]
        if self.approached and any(place.country in near for place in places) and not is_surname(self.spot.key):
            return True
        return any(
            place.country in states and (place.population >= TRUSTED_TOWN or place.kind == DIVISION) for place in places
        )

    @property
    def is_state(self) -> bool:
        """Whether the name is first of all a state's."""
        return self.spot.leader.kind == STATE

    def neighbour(self, index: int) -> Token | None:
        """The token number `index` where only blanks stand between it and the spot's side of it."""
        tokens = self.sentence.tokens
        if not 0 <= index < len(tokens):
            return None
        token = tokens[index]
        before = index < self.spot.first
        nearer = tokens[index + 1] if before else tokens[index - 1]
        gap = self.text[token.end : nearer.start] if before else self.text[nearer.end : token.start]
        return token if gap.isspace() and gap.count("\n") <= 1 else None

    def companions(self) -> list[Token]:
        """The other words with a capital of the parser's entity, as far as no "and" or comma parts them from it."""
        tokens, spot = self.sentence.tokens, self.spot
        found: list[Token] = []
        for side in (range(spot.first - 1, spot.entity[0] - 1, -1), range(spot.last + 1, spot.entity[1] + 1)):
            for index in side:
                if tokens[index].lower in PARTING:
                    break
                if tokens[index].text[:1].isupper():
                    found.append(tokens[index])
        return sorted(found, key=lambda token: token.index)

    def tail(self) -> list[Token]:
        """The words with a capital that follow the spot directly, up to LONGEST_BODY_TAIL."""
        found: list[Token] = []
        for index in range(self.spot.last + 1, self.spot.last + 1 + LONGEST_BODY_TAIL):
            token = self.neighbour(index)
            if token is None or not token.text[:1].isupper():
                break
            # There is a town named Post, but none is meant in "the Jakarta Post".
            if index in self.taken and token.lower not in self.lists.body_after:
                break
            found.append(token)
        return found


def is_surname(key: str) -> bool:
    """Whether an office-holder of the tables bears the name."""
    return bool(load_officials().surnamed(key))


def is_title_case(sentence: Sentence) -> bool:
    """Whether nearly all longer words of the sentence have a capital, as in many headlines."""
    longer = [token.text for token in sentence.tokens if len(token.text) >= LONGER_WORD and token.text.isalpha()]
    capital = sum(word[0].isupper() for word in longer)
    return len(longer) >= SHORTEST_TITLE and capital >= TITLE_CASE_SHARE * len(longer)


def is_located(spot: Spot, sentence: Sentence, lists: PlaceWords) -> bool:
    """Whether a preposition or noun of place stands before the spot ("in", "the city of")."""
    at = _before(spot, sentence)
    if at < 0:
        return False
    word = sentence.tokens[at]
    if word.lower == "of" and at > 0:
        return sentence.tokens[at - 1].lower in lists.place_of
    return word.lower in lists.locative or word.text in lists.directions


def is_approached(spot: Spot, sentence: Sentence, lists: PlaceWords) -> bool:
    """Whether a word stands before the spot behind which a place often, but not always follows ("to", "facing")."""
    at = _before(spot, sentence)
    return at >= 0 and sentence.tokens[at].lower in lists.approach


def _before(spot: Spot, sentence: Sentence) -> int:
    at = spot.first - 1
    while at >= 0 and sentence.tokens[at].lower in ("the", "nearby"):
        at -= 1
    return at


def describing_noun(spot: Spot, sentence: Sentence, lists: PlaceWords) -> int | None:
    """The index of the noun that tells what place the spot is: "X, a spa town below", "X, in the county of"."""
    tokens, at = sentence.tokens, spot.last + 1
    if at + 1 >= len(tokens) or tokens[at].text != "," or tokens[at + 1].lower not in _OPENERS:
        return None
    for index in range(at + 2, min(at + 2 + LONGEST_DESCRIPTION, len(tokens))):
        word = tokens[index]
        if word.text in ",;:()" or word.lower in _STOPPERS or word.pos in ("VERB", "AUX"):
            return None
        if word.lower in lists.place_of or word.lower in lists.place_nouns:
            # "a port official" is no port.
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            if following is None or following.pos not in ("NOUN", "PROPN"):
                return index
    return None


def is_dateline(spot: Spot, sentence: Sentence, text: str) -> bool:
    """Whether the spot opens a line as a dateline does: in capitals, a dash or an agency in brackets behind it."""
    opens = not text[: spot.start].rpartition("\n")[2].strip()
    return opens and text[spot.start : spot.end].isupper() and bool(_DATELINE.match(text, spot.end))


def settings_of(
    parsed: Parsed, sentence: Sentence, spots: list[Spot], lists: PlaceWords, context: Context
) -> list[Setting]:
    """The settings of a sentence's spots. In a list ("in A, B and C") what locates the first locates all."""
    # A name beside a lesser town may be a person's ("Celina Albuquerque"); beside a state or a capital it stands alone.
    certain = (spot for spot in spots if spot.leader.own or spot.leader.kind in (STATE, SEAT, DIVISION))
    taken = frozenset(at for spot in certain for at in range(spot.first, spot.last + 1))
    title = is_title_case(sentence)
    settings: list[Setting] = []
    for number, spot in enumerate(spots):
        located = (
            is_located(spot, sentence, lists)
            or is_dateline(spot, sentence, parsed.text)
            or describing_noun(spot, sentence, lists) is not None
        )
        approached = is_approached(spot, sentence, lists)
        if not located and number:
            gap = parsed.text[spots[number - 1].end : spot.start].strip(" ,\n")
            goes_on = fold(gap) in ("", "and", "or", "to")
            located, approached = settings[-1].located and goes_on, approached or (settings[-1].approached and goes_on)
        settings.append(Setting(spot, parsed.text, sentence, taken, located, title, lists, context, approached))
    return settings
