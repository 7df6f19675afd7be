"""Texts of the tests read by the real parser: mentions and persons by their words."""

from functools import lru_cache

from dragoman.actors.find import find_actors
from dragoman.actors.lexicon import load_actor_lexicon
from dragoman.actors.mention import Mention
from dragoman.parse.parse import load_parser, parse_article
from dragoman.parse.tokens import Parsed
from dragoman.record import Actor, Article, Person, Region, RegionKind

_HEADLINE = "# "


@lru_cache(maxsize=512)
def parse_text(text: str, dateline: str | None = None) -> tuple[Article, Parsed]:
    """The article whose paragraphs are the lines of `text`; a line that begins with "# " is a headline."""
    regions, at = [], 0
    for line in text.split("\n"):
        is_headline = line.startswith(_HEADLINE)
        start = at + len(_HEADLINE) if is_headline else at
        regions.append(Region(start, at + len(line), RegionKind.HEADLINE if is_headline else RegionKind.BODY))
        at += len(line) + 1
    article = Article("test", text, dateline=dateline, regions=tuple(regions))
    return article, parse_article(article, load_parser())


@lru_cache(maxsize=512)
def read_actors(text: str, dateline: str | None = None) -> tuple[tuple[Mention, ...], tuple[Person, ...]]:
    """What the stage gives for the text."""
    article, parsed = parse_text(text, dateline)
    return find_actors(article, parsed, lexicon=load_actor_lexicon())


def actors_of(text: str, words: str, dateline: str | None = None) -> tuple[Actor, ...]:
    """The actors of the last mention whose words are or end with `words`; none where there is no such mention."""
    mentions, _ = read_actors(text, dateline)
    exact = [mention for mention in mentions if mention.span.text == words]
    near = [mention for mention in mentions if mention.span.text.endswith(words)]
    found = exact or near
    return found[-1].actors if found else ()


def countries_of(text: str, words: str, dateline: str | None = None) -> list[str | None]:
    """The countries of those actors."""
    return [actor.country for actor in actors_of(text, words, dateline)]


def person(text: str, name: str, dateline: str | None = None) -> tuple[str | None, str | None, tuple[str, ...]] | None:
    """Role, country and sectors of a person of the roster, None where the roster lacks the name."""
    _, persons = read_actors(text, dateline)
    return next(((each.role, each.country, each.sectors) for each in persons if each.name == name), None)
