"""Home: the state whose offices a report names without saying whose, and the offices that it names abroad.

In: an article, its pieces or phrases. Out: the state of the dateline, where the report speaks of that state as much
as of any but one other; None where it does not ("GENEVA: The foreign ministers of ...") or has no dateline.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..lexicon.cities import load_city_states
from ..lexicon.states import States
from ..parse.tokens import Parsed
from ..record import Article, RegionKind
from .lexicon import ActorLexicon
from .phrases import Phrase
from .pieces import Piece

# At most so many states may be named more often than the dateline's for it to be the report's home: a report is of two
# states as a rule, and the one abroad is often named more.
HOME_RANK = 2


def find_home(article: Article, parsed: Parsed, pieces: dict[int, list[Piece]], lexicon: ActorLexicon) -> str | None:
    """The state of the dateline, where the report is about it."""
    code = dateline_state(article.dateline, lexicon.states) if article.dateline else None
    if code is None:
        return None
    counts: Counter[str] = Counter()
    for sentence in parsed.sentences:
        if sentence.region in (RegionKind.HEADLINE, RegionKind.BODY):
            counts.update(piece.country for piece in pieces[sentence.index] if piece.is_state and piece.country)
    ahead = [other for other, count in counts.items() if other != code and count > counts[code]]
    return code if counts[code] and len(ahead) < HOME_RANK else None


def dateline_state(dateline: str, states: States) -> str | None:
    """The state in which a dateline's town lies: the one that it names, else that of the town."""
    # "MOSCOW/KYIV": the first town is where the report was written.
    parts = [part.strip().title() for part in dateline.split("/")[0].split(",") if part.strip()]
    for part in reversed(parts[1:]):
        code = states.code_of(part)
        if code:
            return code
    if not parts:
        return None
    return states.code_of(parts[0]) or load_city_states().get(parts[0].casefold())


def offices_abroad(phrases: Iterable[Phrase], home: str | None) -> frozenset[str]:
    """The offices that the article gives to other states than the home."""
    return frozenset(
        role
        for phrase in phrases
        if phrase.countries and home not in phrase.countries and not phrase.former
        for role in phrase.roles
    )
