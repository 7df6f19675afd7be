"""Mention: a stretch of a sentence that means an actor, a group of actors, or somebody not known.

The actors stage gives one Mention for each noun phrase that may act: names, nationalities, offices, bodies,
nominal phrases and pronouns. `actors` holds what the mention was shown to mean: one Actor, several for "both
countries", none where nothing proves it. Other stages never guess beyond that.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..record import Actor, Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase of sentence number `sentence`, tokens `first` to `last` (both included), headed by token `head`.

    `span` is the phrase in the article. `kind` is name, state, office, body, noun or pronoun; `actors` what it means.
    Every Actor in it carries `span` as its own span.
    """

    sentence: int
    first: int
    last: int
    head: int
    span: Span
    kind: str
    actors: tuple[Actor, ...]

    @property
    def countries(self) -> tuple[str, ...]:
        """The codes of the actors that have a country, in order, each once."""
        return tuple(dict.fromkeys(actor.country for actor in self.actors if actor.country))
