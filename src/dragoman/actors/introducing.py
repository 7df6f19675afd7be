"""Introducing: the common noun of one person that a comma closes before a name.

In: the Layout of a sentence and the comma. Out: the noun's Piece with who owns it ("A Taiwanese fisheries official, X",
"an observer from the African Union, X", "a Nepalese surveyor, X"). Nouns of things and of several give nothing.
"""

from __future__ import annotations

from .layout import REACH, Layout, Owner
from .pieces import Piece

# The role asked for where a common noun stands for one.
NOBODY = ""
# Nouns of one person of a state, who is named behind a comma.
_ONE_PERSON = frozenset({"national", "citizen", "host", "guest", "man", "woman", "pilot", "driver", "representative"})
# Endings of nouns of persons ("a Nepalese surveyor, X"), and nouns with such endings that are things.
_PERSONAL = ("er", "or", "ist", "ian", "man", "woman", "ant", "ent", "eer")
_NO_PERSONS = frozenset(
    {"trawler", "tanker", "steamer", "cruiser", "destroyer", "freighter", "carrier", "newspaper", "paper", "river"}
    | {"tower", "helicopter", "container", "number", "border", "water", "power", "letter", "member", "matter", "sector"}
    | {"quarter", "partner", "order", "corner", "government", "document", "agreement", "parliament", "restaurant"}
    | {"president", "liner", "bomber", "fighter", "launcher", "charter", "chapter", "centre", "center", "plant"}
)
_LINKS = frozenset({"from", "of", "at", "for", "with"})


def person_noun_before(layout: Layout, comma: int) -> tuple[Piece, Owner] | None:
    """The common noun of one person that a comma closes, with who is behind it ("an observer from the OAS, X")."""
    at = comma - 1
    while at >= 0 and comma - at <= REACH:
        noun = layout.kind_at(at, "noun") or _person_of_body(layout, at)
        if noun is not None and _is_thing(layout, noun.last):
            return None
        if noun is not None and noun.form != "body" and layout.tokens[noun.last].tag == "NN":
            owner = layout.owner_after(noun.last, office=NOBODY)
            return (noun, owner) if max(noun.last, owner.edge) == comma - 1 else None
        token = layout.tokens[at]
        if token.pos in ("VERB", "AUX", "PUNCT"):
            return None
        at -= 1
    return None


def _person_of_body(layout: Layout, at: int) -> Piece | None:
    """ "An observer from the OAS", "his Kenyan host": one whom only the body or state beside makes an actor."""
    token = layout.tokens[at]
    if at in layout.at:
        return None
    owned = bool(layout.states_before(at))
    personal = token.lemma in _ONE_PERSON or (token.tag == "NN" and token.lower.endswith(_PERSONAL))
    if owned and personal and not _is_thing(layout, at):
        return Piece(at, at, "noun", token.text)
    sent = token.lemma in layout.references.of_a_body and (owned or layout.lower(at + 1) in _LINKS)
    return Piece(at, at, "noun", token.text) if sent else None


def _is_thing(layout: Layout, at: int) -> bool:
    lemma = layout.tokens[at].lemma
    return lemma in _NO_PERSONS or lemma in layout.references.things
