"""Bring together what an article shows of its speakers: surnames, states and offices told elsewhere in the text.

In: a Passage and Drafts in order of the text. Out: the same Drafts, their speakers completed. A newspaper tells an
office first and the bare name of its holder a sentence later ("The minister said ... Ana Ruiz added"); both are one
person. Refuses: names that have an introduction of their own, and offices farther back than a few sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..actors.mention import Mention
from ..record import Actor
from .passage import Draft, Passage

NEAR = 4  # sentences between an office told without a name and the bare name of who holds it
# Rules by which a name stands without a state of its own, or with one that only the place of the report suggests.
BARE_RULES = frozenset({"named", "named-at-home", "named-late", "voice-name"})
# Rules whose state the place of the report or the office before the name gave.
LENT_RULES = frozenset({"named-at-home", "named-late"})
OPENERS = frozenset({"who", "whose", "a", "an", "the", "one"})  # behind a comma they introduce the name before it


def unite_speakers(passage: Passage, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with full names for surnames, and one person where an office is told before its holder's name."""
    united = _with_offices(passage, _with_full_names(list(drafts)))
    return _with_states(united)


def _actor(draft: Draft) -> Actor | None:
    return draft.speaker.actors[0] if draft.speaker is not None and draft.speaker.actors else None


def _put(draft: Draft, actor: Actor) -> Draft:
    """The draft with the actor in the place of its speaker's first."""
    if draft.speaker is None:
        return draft
    actors = (replace(actor, span=draft.speaker.span), *draft.speaker.actors[1:])
    return replace(draft, speaker=replace(draft.speaker, actors=actors))


def _with_full_names(drafts: list[Draft]) -> list[Draft]:
    """Surnames that another speaker's name ends with become that name."""
    full = {actor.name: actor for draft in drafts if (actor := _actor(draft)) and actor.name and " " in actor.name}
    for at, draft in enumerate(drafts):
        actor = _actor(draft)
        if actor is None or not actor.name or actor.rule != "voice-name" or " " in actor.name:
            continue
        fitting = [other for name, other in full.items() if name.endswith(f" {actor.name}")]
        if len(fitting) == 1:
            drafts[at] = _put(draft, fitting[0])
    return drafts


def _with_states(drafts: list[Draft]) -> list[Draft]:
    """A speaker whose state one draft shows has it in all."""
    known: dict[str, Actor] = {}
    for draft in drafts:
        actor = _actor(draft)
        if actor is not None and actor.name and actor.country:
            known.setdefault(actor.name, actor)
    for at, draft in enumerate(drafts):
        actor = _actor(draft)
        if actor is not None and actor.name and not actor.country and actor.name in known:
            shown = known[actor.name]
            drafts[at] = _put(draft, replace(actor, country=shown.country, role=actor.role or shown.role))
    return drafts


def _with_offices(passage: Passage, drafts: list[Draft]) -> list[Draft]:
    """The bare name of somebody new is the holder of the office that spoke without a name right before."""
    named: set[str] = set()
    for at, draft in enumerate(drafts):
        actor = _actor(draft)
        if actor is None or not actor.name or draft.speaker is None:
            continue
        if actor.name not in named and _is_bare(passage, draft.speaker, actor):
            office = _office_before(passage, drafts[:at], draft.speaker, actor)
            if office is not None:
                drafts = _name_office(drafts, office, actor)
        named.add(actor.name)
    return drafts


def _is_bare(passage: Passage, speaker: Mention, actor: Actor) -> bool:
    """Whether the text tells nothing of who bears the name: said for the first time, without apposition."""
    text, name = passage.parsed.text, (actor.name or "").split()[-1]
    body = passage.sentences[0].start if passage.sentences else 0
    if actor.rule not in BARE_RULES or name in text[body : speaker.span.start]:
        return False
    sentence = passage.parsed.sentences[speaker.sentence]
    behind = sentence.tokens[speaker.last + 1 : speaker.last + 3]
    opened = len(behind) == 2 and behind[0].text == "," and behind[1].lower in OPENERS
    return not opened and (actor.rule in LENT_RULES or not actor.country)


def _office_before(passage: Passage, drafts: Sequence[Draft], speaker: Mention, actor: Actor) -> Mention | None:
    """The nearest single person before who spoke by an office or a noun alone; the offices must agree."""
    for draft in reversed(drafts):
        other = draft.speaker
        if other is None or not other.actors or other.sentence >= speaker.sentence:
            continue
        shown = other.actors[0]
        if speaker.sentence - other.sentence > NEAR:
            return None
        if shown.name:
            # Somebody with a name spoke in between: the new name is no clue to whom was told of before.
            return None
        head = passage.parsed.sentences[other.sentence].tokens[other.head]
        single = len(other.actors) == 1 and head.tag not in ("NNS", "NNPS") and not _has_others(passage, other)
        person = other.kind == "office" or head.lemma.lower() in passage.speech.person
        return other if single and person and _fits(shown, head.lemma, actor) else None
    return None


def _has_others(passage: Passage, mention: Mention) -> bool:
    tokens = passage.parsed.sentences[mention.sentence].tokens[mention.first : mention.last + 1]
    return any(token.lower == "and" for token in tokens)


def _fits(shown: Actor, noun: str, actor: Actor) -> bool:
    """Whether the two may be one: no office contradicts the other."""
    if not actor.role:
        return True
    words = {noun.casefold(), *(shown.role or "").casefold().split()}
    return bool(words & set(actor.role.casefold().split()))


def _name_office(drafts: list[Draft], office: Mention, actor: Actor) -> list[Draft]:
    """The drafts, office and name made one person in all of them."""
    shown = office.actors[0]
    role = shown.role if len(shown.role or "") >= len(actor.role or "") else actor.role
    whole = replace(actor, country=shown.country or actor.country, role=role, sectors=actor.sectors or shown.sectors)
    united: list[Draft] = []
    for draft in drafts:
        other = _actor(draft)
        same = other is not None and (draft.speaker == office or other.name == actor.name)
        united.append(_put(draft, whole) if same else draft)
    return united
