"""Government: a capital that stands for the government in it: "Moscow said", "urged Washington to".

In: the setting of a spot that means a seat of government. Out: whether a government is meant rather than a town.
Refuses to say so where the town itself does or suffers something ("London was hit", "Rome hosted").
"""

from __future__ import annotations

from ..parse.tokens import Token
from .setting import Setting

_SUBJECT, _OBJECT = ("nsubj",), ("dobj", "dative", "iobj", "oprd")


def stands_for_government(setting: Setting) -> bool:
    """Whether the capital acts, is addressed or is dealt with as governments are."""
    if _is_party(setting) or _owns_policy(setting) or _leads_compound(setting):
        return True
    if setting.located:
        return False
    token = _first_of_list(setting)
    head = setting.sentence.head(token)
    if token.dep in _SUBJECT:
        return _acts(setting, head)
    return token.dep in _OBJECT and head.lemma.lower() in setting.lists.addressing


def _first_of_list(setting: Setting) -> Token:
    """The last word of the name, or the first part of the list that it stands in ("London and Dublin traded barbs")."""
    token = setting.sentence.tokens[setting.spot.last]
    while token.dep == "conj" and token.head != token.index and setting.sentence.head(token).pos == "PROPN":
        token = setting.sentence.head(token)
    return token


def _acts(setting: Setting, verb: Token) -> bool:
    """Whether a verb of which the capital is the active subject tells what governments do."""
    sentence, lists = setting.sentence, setting.lists
    if verb.pos not in ("VERB", "AUX") or sentence.child(verb, "nsubjpass", "auxpass") is not None:
        return False
    if verb.lemma.lower() not in lists.town_verbs:
        return True
    complement = sentence.child(verb, "acomp", "oprd")
    return complement is not None and complement.lower in lists.minded


def _is_party(setting: Setting) -> bool:
    """A preposition of dealings stands before it: "talks with Tehran", "sanctions against Moscow", "by Beijing"."""
    sentence, lists = setting.sentence, setting.lists
    token = _first_of_list(setting)
    before = sentence.head(token)
    if token.dep != "pobj" or before.index >= token.index:
        return False
    head = sentence.head(before)
    if before.dep == "agent":
        return head.lemma.lower() not in lists.town_verbs
    # The parser often hangs a preposition on the verb where a reader hangs it on the noun before it.
    beside = sentence.tokens[max(before.index - 1, 0)]
    lemmas = {each.lemma.lower() for each in (head, beside) if each.pos in ("NOUN", "VERB", "ADJ", "PROPN")}
    dealings = lists.dealings if before.lower in ("with", "between", "among", "against") else lists.directed
    known = ("with", "between", "among", "against", "to", "on", "upon", "from", "of", "for", "at", "towards", "toward")
    return before.lower in known and not lemmas.isdisjoint(dealings)


def _owns_policy(setting: Setting) -> bool:
    """What it owns is what governments have: "Beijing's claim", not "Moscow's metro"."""
    tokens, at = setting.sentence.tokens, setting.spot.last + 1
    if at >= len(tokens) or tokens[at].tag != "POS":
        return False
    token = setting.sentence.head(setting.sentence.tokens[setting.spot.last])
    return token.index > at and token.lemma.lower() in setting.lists.policies


def _leads_compound(setting: Setting) -> bool:
    """A participle joined by a hyphen makes it a government: "Moscow-backed", not "London-based"."""
    tokens, at = setting.sentence.tokens, setting.spot.last + 1
    return at + 1 < len(tokens) and tokens[at].text == "-" and tokens[at + 1].lower in setting.lists.joined
