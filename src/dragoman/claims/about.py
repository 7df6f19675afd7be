"""Tell what states a claim is about, from the mentions in its words, its sentence and its paragraph.

In: a Passage, the Drafts so far. Out: country codes in order of appearance, each once. Refuses: bodies that are no
state by their code, and the speaker's own state where only a pronoun or the passage names it.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..actors.mention import Mention
from .passage import Draft, Passage

NO_STATES = frozenset({"IGO", "NGO", "MNC"})
LOOK_BACK = 2  # body paragraphs before the claim's own that still tell what it talks about


def tell_about(passage: Passage, draft: Draft, *, earlier: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The states of the claim; where its words name no other than the speaker's, the nearest words that do.

    `earlier` is what the same speaker's claim before it in the paragraph was about.
    """
    own = draft.speaker.actors[0].country if draft.speaker is not None and draft.speaker.actors else None
    said = _codes(mention for mention in passage.mentions_within(draft.span) if _is_inside(mention, draft, own))
    if any(code != own for code in said):
        return said
    for codes in _circles(passage, draft, earlier):
        others = tuple(code for code in codes if code != own)
        if others:
            return (*said, *others)
    return said


def _circles(passage: Passage, draft: Draft, earlier: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """The codes of ever wider surroundings: sentence, claim before, paragraph, paragraphs before."""
    yield _codes(passage.mentions_by_sentence.get(draft.sentence, []))
    yield earlier
    for number in (draft.paragraph, *passage.paragraphs_before(draft.paragraph, LOOK_BACK)):
        yield tuple(code for code in passage.countries_by_paragraph.get(number, ()) if code not in NO_STATES)


def _is_inside(mention: Mention, draft: Draft, own: str | None) -> bool:
    """Whether the words of the claim speak of the mention: not of the speaker as such, nor as "we" or "he"."""
    speaker = draft.speaker
    if speaker is not None and (mention.sentence, mention.head) == (speaker.sentence, speaker.head):
        return False
    if not draft.span.covers(mention.span):
        return False
    return mention.kind != "pronoun" or mention.countries != (own,)


def _codes(mentions: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for mention in mentions for code in mention.countries if code not in NO_STATES))
