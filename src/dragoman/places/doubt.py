"""Doubt: why a spot is no place: a person, a body, a paper of law, a common word.

In: a spot in its sentence, the word lists, the context. Out: the first reason to refuse it, or None. The reasons are
the names of the checks in `CHECKS`, in their order.
"""

from __future__ import annotations

from collections.abc import Callable

from ..lexicon.states import load_states
from ..parse.tokens import Token
from .setting import Setting
from .spot import Spot
from .things import is_in_phrase, is_modifier
from .words import PlaceWords

BODY_LABELS = frozenset(("ORG", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT"))


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
    ("phrase", is_in_phrase),
    ("modifier", is_modifier),
    ("adjective", _is_adjective),
    ("common-word", _is_common_word),
    ("no-name", _is_no_name),
)


def doubt(setting: Setting) -> str | None:
    """The name of the first check that the spot fails, None where it may be a place."""
    return next((name for name, fails in CHECKS if fails(setting)), None)
