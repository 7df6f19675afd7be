"""Roll: the persons of an article by office and state, to name those of whom a meeting tells the office alone.

In: the mentions of an article and who came to a meeting. Out: who came, by name where one person alone of the article
holds the office ("the two energy ministers", named elsewhere). A meeting of long ago may have been another holder's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..actors.mention import Mention
from ..events.roles import merge
from ..record import Actor, Article
from .drafts import Draft


class Roll:
    """The named office-holders of one article."""

    def __init__(self, article: Article, mentions: Iterable[Mention]) -> None:
        self.published = article.published
        self._holders: dict[tuple[str, str], dict[str, Actor]] = {}
        for mention in mentions:
            for actor in mention.actors:
                if mention.kind == "person" and actor.name and actor.role and actor.country:
                    for role in actor.role.split(" and "):
                        self._holders.setdefault((role, actor.country), {}).setdefault(actor.name, actor)

    def named(self, actors: Sequence[Actor], draft: Draft) -> tuple[Actor, ...]:
        """The actors of a meeting, those known by office alone under their name."""
        if draft.date is not None and draft.realis == "actual" and not draft.date.is_news(self.published):
            return merge(actors)
        return merge(self._name(actor) for actor in actors)

    def _name(self, actor: Actor) -> Actor:
        if actor.name or not actor.role or not actor.country:
            return actor
        holders = self._holders.get((actor.role, actor.country), {})
        return next(iter(holders.values())) if len(holders) == 1 else actor
