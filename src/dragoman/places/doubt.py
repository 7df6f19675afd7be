"""Doubt: why a spot is no place: a person, a body, a paper of law, a common word.

In: a spot in its sentence, the word lists, the context. Out: the first reason to refuse it, or None. The reasons are
the names of the checks in `CHECKS`, in their order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..lexicon.states import load_states
from ..parse.tokens import Parsed, Sentence, Token
from .context import Context
from .names import fold
from .place import DIVISION, SEAT, STATE
from .spot import Spot
from .words import PlaceWords

BODY_LABELS = frozenset(("ORG", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT"))
# The small pipeline often takes a list of towns for one name.
PARTING = frozenset(("and", "or", ",", "&", ";"))
# In a line where this share of the longer words has a capital, a capital tells nothing.
TITLE_CASE_SHARE = 0.85
LONGER_WORD = 4
SHORTEST_TITLE = 4
# The small pipeline often calls foreign towns persons or firms; towns this large are too well known for that.
TRUSTED_TOWN = 20_000
# A name of a body is rarely longer behind the place in it ("Kabul Polytechnic University").
LONGEST_BODY_TAIL = 4


@dataclass(frozen=True, slots=True)
class Setting:
    """A spot where it stands. `taken` are the tokens of the sentence's states, capitals and
    divisions, `located` whether a word before or
    a state behind it proves a place, `is_title` whether the sentence is written with capitals throughout."""

    spot: Spot
    text: str
    sentence: Sentence
    taken: frozenset[int]
    located: bool
    is_title: bool
    lists: PlaceWords
    context: Context

    @property
    def is_personal(self) -> bool:
        """Whether the name is also one of persons."""
        return self.spot.is_single and self.spot.key in self.lists.personal

    @property
    def is_trusted(self) -> bool:
        """Whether the name outweighs a wrong label: a known place, or a larger town of a state in play that is
        neither a common word nor a person's name."""
        if self.spot.is_known:
            return True
        if self.is_personal or self.spot.key in self.lists.common:
            return False
        return any(
            found.place.population >= TRUSTED_TOWN and found.place.country in self.context.countries
            for found in self.spot.candidates
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


def is_title_case(sentence: Sentence) -> bool:
    """Whether nearly all longer words of the sentence have a capital, as in many headlines."""
    longer = [token.text for token in sentence.tokens if len(token.text) >= LONGER_WORD and token.text.isalpha()]
    capital = sum(word[0].isupper() for word in longer)
    return len(longer) >= SHORTEST_TITLE and capital >= TITLE_CASE_SHARE * len(longer)


def is_located(spot: Spot, sentence: Sentence, lists: PlaceWords) -> bool:
    """Whether a preposition or noun of place stands before the spot ("in", "the city of")."""
    at = spot.first - 1
    while at >= 0 and sentence.tokens[at].lower in ("the", "nearby"):
        at -= 1
    if at < 0:
        return False
    word = sentence.tokens[at]
    if word.lower == "of" and at > 0:
        return sentence.tokens[at - 1].lower in lists.place_of
    return word.lower in lists.locative or word.text in lists.directions


def _is_titled(setting: Setting) -> bool:
    """A title stands directly before it: a person's surname."""
    token = setting.neighbour(setting.spot.first - 1)
    if token is None or not setting.spot.is_single or token.lower.strip(".") not in setting.lists.titles:
        return False
    if setting.is_state and not setting.is_personal:
        return False
    return token.text[:1].isupper() or setting.is_personal or not setting.spot.is_known


def _is_person(setting: Setting) -> bool:
    """The parser calls it a person's name, or a part of one."""
    spot = setting.spot
    if spot.label != "PERSON" or (spot.leader.own and not spot.is_single):
        return False
    allowed = setting.lists.allowed_after
    if any(token.index not in setting.taken and token.lower not in allowed for token in setting.companions()):
        return not (setting.located and spot.is_known and not setting.is_personal)
    return not setting.located and (setting.is_personal or not setting.is_trusted)


def _is_known_person(setting: Setting) -> bool:
    """A longer name of a person elsewhere in the text holds the word."""
    spot = setting.spot
    if not spot.is_single or setting.located or spot.key not in setting.context.persons:
        return False
    if setting.is_state and spot.is_labelled:
        return False
    return setting.is_personal or not spot.is_known or not spot.is_labelled


def _is_longer_name(setting: Setting) -> bool:
    """A word with a capital directly before or behind makes it a part of a longer name."""
    spot, lists = setting.spot, setting.lists
    if setting.is_title or (spot.is_known and not setting.is_personal) or (spot.leader.own and not spot.is_single):
        return False
    for index, allowed in ((spot.first - 1, lists.allowed_before), (spot.last + 1, lists.allowed_after)):
        token = setting.neighbour(index)
        if token is None or index in setting.taken or not token.text[:1].isupper() or token.pos != "PROPN":
            continue
        if token.lower.strip(".") in allowed or load_states().book.look_up(token.text):
            continue
        return True
    return False


def _is_body_by_words(setting: Setting) -> bool:
    """Words around it make it the name of a body, a paper or a street ("Bank of X", "X Times", "Air X")."""
    spot, lists, tokens = setting.spot, setting.lists, setting.sentence.tokens
    before = setting.neighbour(spot.first - 1)
    if before is not None and before.text[:1].isupper() and before.lower in lists.body_before:
        return True
    if before is not None and before.lower == "of" and spot.first > 1:
        head = tokens[spot.first - 2]
        if head.text[:1].isupper() and head.lower in lists.body_of:
            return True
    tail = [token.lower.strip(".") for token in setting.tail()]
    if not tail or " ".join(tail[:2]) in lists.state_pairs:
        return False
    if setting.is_state and tail[0] in lists.state_bodies:
        return False
    if setting.is_title and spot.label not in BODY_LABELS:
        return False
    return any(word in lists.body_after for word in tail)


def _is_body(setting: Setting) -> bool:
    """The parser calls it a part of the name of a body, and nothing shows that the body's place is meant."""
    spot, lists, tokens = setting.spot, setting.lists, setting.sentence.tokens
    if spot.label not in BODY_LABELS or (spot.leader.own and not spot.is_single):
        return False
    others = setting.companions()
    if not others:
        return not setting.is_trusted and not setting.located
    following = tokens[spot.last + 1] if spot.last + 1 < len(tokens) else None
    if setting.located or setting.is_title or (following is not None and following.tag == "POS"):
        return False
    if setting.is_state and _is_state_body(spot, tokens, lists):
        return False
    allowed = lists.allowed_after | lists.allowed_before
    return not all(token.index in setting.taken or token.lower in allowed for token in others)


def _is_state_body(spot: Spot, tokens: tuple[Token, ...], lists: PlaceWords) -> bool:
    following = tokens[spot.last + 1] if spot.last + 1 < len(tokens) else None
    if following is not None and following.lower in lists.state_bodies:
        return True
    at = spot.first - 1
    while at >= 0 and tokens[at].lower == "the":
        at -= 1
    if at < 1 or tokens[at].lower != "of":
        return False
    begin = max(spot.entity[0], 0)
    return any(token.lower in lists.state_of for token in tokens[begin:at])


def _is_adjective(setting: Setting) -> bool:
    """The name of a sea or region stands before a noun ("Baltic ministers")."""
    spot = setting.spot
    if not spot.is_single or spot.key not in setting.lists.adjectival:
        return False
    token = setting.neighbour(spot.last + 1)
    return token is not None and token.pos in ("NOUN", "PROPN", "ADJ")


def _is_common_word(setting: Setting) -> bool:
    """A common word with a capital, without proof that a place is meant."""
    spot = setting.spot
    if not spot.is_single or spot.key not in setting.lists.common:
        return False
    return not (setting.located or (spot.is_labelled and spot.first > 0))


def _is_no_name(setting: Setting) -> bool:
    """The parser calls it neither a place nor a proper noun."""
    spot = setting.spot
    if spot.is_labelled or not spot.is_single or setting.located:
        return False
    token = setting.sentence.tokens[spot.first]
    if setting.is_personal:
        return not setting.is_state
    return token.pos != "PROPN" and not setting.is_trusted


CHECKS: tuple[tuple[str, Callable[[Setting], bool]], ...] = (
    ("titled", _is_titled),
    ("person", _is_person),
    ("known-person", _is_known_person),
    ("longer-name", _is_longer_name),
    ("body-words", _is_body_by_words),
    ("body", _is_body),
    ("adjective", _is_adjective),
    ("common-word", _is_common_word),
    ("no-name", _is_no_name),
)


def doubt(setting: Setting) -> str | None:
    """The name of the first check that the spot fails, None where it may be a place."""
    return next((name for name, fails in CHECKS if fails(setting)), None)


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
        located = is_located(spot, sentence, lists)
        if not located and number:
            gap = parsed.text[spots[number - 1].end : spot.start].strip(" ,\n")
            located = settings[-1].located and fold(gap) in ("", "and", "or", "to")
        settings.append(Setting(spot, parsed.text, sentence, taken, located, title, lists, context))
    return settings
