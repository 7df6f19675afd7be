"""Find direct speech: stretches between quotation marks become Quotes.

In: the article's text and its regions. Out: Quotes in order, never across a region; a quote within a quote belongs
to the outer one. Refuses: apostrophes, and marks that nothing closes, unless the next body paragraph goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..record import Region, RegionKind, Span
from .tokens import Quote

CLOSERS = {"“": "”", "„": "“”", "«": "»", '"': '"'}
SINGLES = {"‘": "’", "'": "'"}
OPENING_BOUNDARY = "([{<—–-/:“„«\"‘'…"
TERMINALS = ",.!?…—"


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Article offsets of an opening mark and of its closing mark (None where the region ends before it)."""

    open: int
    close: int | None


def find_quotes(text: str, regions: Sequence[Region]) -> tuple[Quote, ...]:
    """The quotes of all regions; an unclosed one counts only where the next body paragraph takes it up."""
    stretches = [_find_stretches(text, region) for region in regions]
    quotes: list[Quote] = []
    for paragraph, region in enumerate(regions):
        for stretch in stretches[paragraph]:
            if stretch.close is not None:
                quotes.append(_make_quote(text, stretch.open, stretch.close, paragraph))
            elif _is_taken_up(text, regions, paragraph, text[stretch.open]):
                outer = Span.cut(text, stretch.open, region.end)
                inner = Span.cut(text, stretch.open + 1, region.end)
                quotes.append(Quote(outer, inner, paragraph, continued=True))
    return tuple(quote for quote in quotes if quote.inner.text)


def _make_quote(text: str, open_: int, close: int, paragraph: int) -> Quote:
    return Quote(Span.cut(text, open_, close + 1), Span.cut(text, open_ + 1, close), paragraph)


def _is_taken_up(text: str, regions: Sequence[Region], paragraph: int, mark: str) -> bool:
    """Whether the next body paragraph opens with the same mark."""
    if regions[paragraph].kind is not RegionKind.BODY:
        return False
    for after in range(paragraph + 1, len(regions)):
        region = regions[after]
        if region.kind is RegionKind.BODY:
            start = next((at for at in range(region.start, region.end) if not text[at].isspace()), region.end)
            return start < region.end and text[start] == mark
    return False


def _find_stretches(text: str, region: Region) -> list[_Stretch]:
    """The outermost stretches of one region, in order; at most the last one is open."""
    found: list[_Stretch] = []
    nests = _counts_match(text, region)
    at, pending, depth = region.start, -1, 0
    while at < region.end:
        char = text[at]
        if pending < 0:
            if char in CLOSERS and _opens(text, at, region):
                pending, depth = at, 1
            elif (
                char in SINGLES and _opens(text, at, region) and (close := _close_single(text, at, region)) is not None
            ):
                found.append(_Stretch(at, close))
                at = close
        elif char in CLOSERS[text[pending]] and (char != '"' or _closes_straight(text, at, region)):
            depth -= 1
            if depth == 0:
                found.append(_Stretch(pending, at))
                pending = -1
        elif char == text[pending] and char != '"':
            # Without balance the earlier mark was never closed: its words are not known to be speech.
            pending, depth = (pending, depth + 1) if nests else (at, 1)
        at += 1
    if pending >= 0:
        found.append(_Stretch(pending, None))
    return found


def _counts_match(text: str, region: Region) -> bool:
    """Whether curly marks of the region balance, so that one inside another is a nested quote."""
    return text.count("“", region.start, region.end) == text.count("”", region.start, region.end)


def _opens(text: str, at: int, region: Region) -> bool:
    """Whether the mark at `at` stands where a quote may begin."""
    if at + 1 >= region.end or text[at + 1].isspace():
        return False
    if text[at] in "“„«":
        return True
    if at > region.start and not (text[at - 1].isspace() or text[at - 1] in OPENING_BOUNDARY):
        return False
    # A decade ('90s) or a clipped word is no speech.
    return text[at] not in SINGLES or not text[at + 1].isdigit()


def _closes_straight(text: str, at: int, region: Region) -> bool:
    """Whether a straight mark ends a quote: words stand before it and none right behind it."""
    behind = text[at + 1] if at + 1 < region.end else " "
    return not text[at - 1].isspace() and not behind.isalnum()


def _close_single(text: str, open_: int, region: Region) -> int | None:
    """The mark that closes a single quote: one that cannot be a possessive, else (curly only) the first that can."""
    closer, weak = SINGLES[text[open_]], None
    at = open_ + 1
    while at < region.end:
        if text[at] == closer and not text[at - 1].isspace():
            behind = text[at + 1] if at + 1 < region.end else "\n"
            if not behind.isalnum():
                if text[at - 1] in TERMINALS or behind in ",.;:!?)\n" or at + 1 >= region.end:
                    return at
                if text[at - 1] not in "sS" and closer == "’":
                    return at
                weak = at if weak is None else weak
        elif text[at] == text[open_] and _opens(text, at, region):
            break
        at += 1
    return weak if closer == "’" else None
