"""Lists: sums that several states promise with one verb ("Brazil pledged $172 million, Spain 346 million euros").

In: a sentence, the words between one sum and the next, the roles. Out: the states whose sum the next one is, with the
offset where they are named. Refuses receivers ("$5 million to Kenya and $3 million to Uganda").
"""

from __future__ import annotations

from ..events.roles import Roles, is_coded
from ..parse.tokens import Sentence
from ..record import Actor

# So many words may stand between a state and its sum ("Bonn a grant of 120 million marks").
NEAREST = 4
# Words before a state that receives.
_TO = frozenset({"to", "for", "with", "in", "of", "by", "at", "against"})


def next_maker(roles: Roles, sentence: Sentence, behind: int, start: int) -> tuple[tuple[Actor, ...], int] | None:
    """The state named last between the offsets `behind` and `start` of a sum, and where it is named; None where the sum
    is the same promiser's."""
    for mention in sorted(roles.in_sentence(sentence), key=lambda each: each.last, reverse=True):
        if not behind <= mention.span.start < mention.span.end <= start:
            continue
        between = [token for token in sentence.tokens if mention.span.end <= token.start < start]
        first = sentence.tokens[mention.first - 1].lower if mention.first else ""
        told = any(token.pos in ("VERB", "AUX") or token.text in (",", ";") for token in between)
        actors = tuple(actor for actor in mention.actors if is_coded(actor))
        if first in _TO or told or len(between) > NEAREST or not actors:
            return None
        return actors, mention.span.start
    return None
