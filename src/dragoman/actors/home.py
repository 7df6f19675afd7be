"""Home: the state whose offices a report names without saying whose, and the offices that it names abroad.

In: an article, its pieces or phrases. Out: the state of the dateline, where the report speaks of that state as much
as of any but one other, or opens with what "the government" does; None where it does not ("GENEVA: The foreign
ministers of ..."). Without a dateline the place of the byline or the paper's own stands for it ("Jakarta Post").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ..lexicon.cities import load_city_states
from ..lexicon.states import States
from ..parse.tokens import Parsed, Sentence
from ..record import Article, RegionKind
from .lexicon import ActorLexicon
from .phrases import Phrase
from .pieces import Piece
from .sides import load_side_words

# At most so many states may be named more often than the dateline's for it to be the report's home: a report is of two
# states as a rule, and the one abroad is often named more.
HOME_RANK = 2
# The name of a paper has so many words at most: longer lines are sentences.
LONGEST_PAPER = 5
_BYLINE = re.compile(r"[Bb][Yy] [^,.]{3,60}? in ([A-Z][\w' -]+)")
# So many sentences open a report.
OPENING = 2


def find_ground(article: Article, lexicon: ActorLexicon) -> str | None:
    """The state where the report was written: of its dateline, else of its byline or paper."""
    return dateline_state(article.dateline, lexicon.states) if article.dateline else _paper_state(article, lexicon)


def find_home(article: Article, parsed: Parsed, pieces: dict[int, list[Piece]], lexicon: ActorLexicon) -> str | None:
    """The state of the dateline, where the report is about it."""
    code = find_ground(article, lexicon)
    if code is None:
        return None
    counts: Counter[str] = Counter()
    for sentence in parsed.sentences:
        if sentence.region in (RegionKind.HEADLINE, RegionKind.BODY):
            counts.update(piece.country for piece in pieces[sentence.index] if piece.is_state and piece.country)
    ahead = [other for other, count in counts.items() if other != code and count > counts[code]]
    return code if counts[code] and len(ahead) < HOME_RANK or _opens_at_home(parsed, pieces) else None


def _opens_at_home(parsed: Parsed, pieces: dict[int, list[Piece]]) -> bool:
    """Whether one of the first sentences is about "the government" or "parliament" of no state that is named."""
    opening = [each for each in parsed.sentences if each.region is RegionKind.BODY][:OPENING]
    return any(_is_bare(sentence, piece) for sentence in opening for piece in pieces[sentence.index])


def _is_bare(sentence: Sentence, piece: Piece) -> bool:
    """ "The government", "told lawmakers", not "its government", "Chad's parliament" or "the government of Chad"."""
    tokens = sentence.tokens
    if piece.kind != "noun" or tokens[piece.last].lemma.lower() not in load_side_words().bodies_at_home:
        return False
    before = tokens[piece.first - 1] if piece.first else None
    after = tokens[piece.last + 1].lower if piece.last + 1 < len(tokens) else ""
    head = tokens[piece.last]
    whole = head.dep not in ("compound", "nmod", "amod", "poss") and after not in ("of", "in", "from")
    bare = before is None or before.lower == "the" or (before.pos in ("VERB", "ADP") and head.dep in ("dobj", "pobj"))
    return whole and bare


def _paper_state(article: Article, lexicon: ActorLexicon) -> str | None:
    """The state of a paper whose name says where it is read, or of the place in a byline."""
    lines = [article.publisher or ""]
    for region in article.regions:
        if region.kind is RegionKind.BODY:
            break
        if region.kind is not RegionKind.HEADLINE:
            lines.append(article.text[region.start : region.end].strip())
    states = (_byline_state(line, lexicon.states) or _named_state(line, lexicon.states) for line in lines)
    return next((state for state in states if state), None)


def _byline_state(line: str, states: States) -> str | None:
    """ "By Ana Lopes in Lima"."""
    found = _BYLINE.fullmatch(line)
    return dateline_state(found[1], states) if found else None


def _named_state(line: str, states: States) -> str | None:
    """ "Jakarta Post", "The Kenya Times", "Times of Oman"."""
    words = line.split()
    if words and words[0].lower() == "the":
        words = words[1:]
    if not 2 <= len(words) <= LONGEST_PAPER or not all(word[:1].isupper() or word == "of" for word in words):
        return None
    press = load_side_words().press
    if words[-1].lower() in press:
        place = " ".join(words[:-1])
    elif words[0].lower() in press and words[1] == "of":
        place = " ".join(words[2:])
    else:
        return None
    place = place.title() if place.isupper() else place
    return states.code_of(place) or load_city_states().get(place.casefold())


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
