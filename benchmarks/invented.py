"""Invented articles for benchmarks: stories about pairs of states, each told by several outlets, over forty years.

In: a number of events and a seed. Out: stories whose spans prove themselves, and the articles that tell them, the same
ones for the same seed. How often a pair is in the news follows Zipf's law; the number of reports grows over the years.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import accumulate

from dragoman.lexicon.states import load_states
from dragoman.ontology import load_ontology
from dragoman.record import (
    Actor,
    Agreement,
    Article,
    Claim,
    Event,
    Person,
    Record,
    Region,
    RegionKind,
    Span,
    When,
    digest,
)

YEARS = range(1985, 2025)
PAIRS = 4000
# For one story in the first year there are so many in the last; in between the number grows evenly.
GROWTH = 6.0
OUTLETS = tuple(
    f"The {place} {kind}" for place in "Harbour Valley Northern Coast Capital".split() for kind in ("Post", "Times")
)
# How often each type is met, roughly as in published event data, and the words that tell it.
ACTS = {
    "CONSULT": (30, "held talks with"), "AGREE": (10, "reached an understanding with"),
    "SUPPORT": (10, "expressed support for"), "COOPERATE": (9, "carried out joint work with"),
    "AID": (5, "sent aid to"), "CONCEDE": (2, "gave way to"), "RETREAT": (2, "withdrew from"),
    "REQUEST": (8, "called on"), "ACCUSE": (9, "accused"), "REJECT": (5, "rejected an offer of"),
    "THREATEN": (3, "threatened"), "PROTEST": (1, "protested against"), "SANCTION": (2, "imposed duties on"),
    "MOBILIZE": (1, "moved troops towards"), "COERCE": (1, "detained a ship of"), "ASSAULT": (2, "fired on"),
}  # fmt: skip
TOGETHER = frozenset({"CONSULT", "AGREE", "COOPERATE"})
CONTEXTS = ("military", "economic", "diplomatic", "resource", "migration", "territory", "technology", "health")
SURNAMES = "Abara Belmont Castane Dorvik Eskola Farouk Gombo Hadid Ivanek Jarrah Kimura Lindqvist".split()
MONTHS = "January February March April May June July August September October November December".split()


class Page:
    """A text that grows, and the spans of what was written into it."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, words: str) -> Span:
        """Write words; their span."""
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text), words)


def make_stories(events: int, *, seed: int = 1) -> Iterator[tuple[Record, list[Article]]]:
    """Stories with so many events in all that are reported, each with the articles that tell it in the same words; the
    last story may add a few more."""
    chance = random.Random(seed)
    names = load_states().short_names
    codes = sorted(code for code in names if len(code) == 3)
    pairs = [tuple(chance.sample(codes, 2)) for _ in range(PAIRS)]
    weights = list(accumulate(1 / rank for rank in range(1, PAIRS + 1)))
    growing = list(accumulate(1 + (GROWTH - 1) * at / (len(YEARS) - 1) for at in range(len(YEARS))))
    made = number = 0
    while made < events:
        first, second = chance.choices(pairs, cum_weights=weights)[0]
        year = chance.choices(YEARS, cum_weights=growing)[0]
        told = date(year, 1, 1) + timedelta(days=chance.randrange(365))
        story = make_story(chance, (first, second), (names[first], names[second]), told)
        articles = []
        # Most stories are told once or twice, a few by every outlet.
        for copy in range(min(int(chance.expovariate(0.6)) + 1, len(OUTLETS))):
            number += 1
            outlet = OUTLETS[(number + copy) % len(OUTLETS)]
            about = {"publisher": outlet, "url": f"https://news.example/{number}"}
            day = (told + timedelta(days=copy // 2)).isoformat()
            articles.append(replace(story.article, id=digest("invented", seed, number), published=day, **about))
            made += len(story.events)
        yield story, articles


def make_story(chance: random.Random, codes: tuple[str, str], names: tuple[str, str], told: date) -> Record:
    """A story of some acts of two states, a claim and now and then an agreement."""
    page = Page()
    events: list[Event] = []
    for at in range(chance.choice((1, 2, 3, 4, 4, 5, 6))):
        events.append(tell_act(page, chance, at, codes, names, told))
    speaker, claim = tell_claim(page, chance, codes, names)
    agreements = (tell_agreement(page, codes, names),) if chance.random() < 0.2 else ()
    article = Article(
        "story", page.text, title=f"{names[0]} and {names[1]}, {told.year}",
        regions=(Region(0, len(page.text), RegionKind.BODY),),
    )  # fmt: skip
    return Record(article, events=tuple(events), claims=(claim,), agreements=agreements, persons=(speaker,))


def tell_act(
    page: Page, chance: random.Random, at: int, codes: tuple[str, str], names: tuple[str, str], told: date
) -> Event:
    """An act of one state towards the other, in a sentence."""
    one = chance.random() < 0.5
    doer, other = (0, 1) if one else (1, 0)
    name = chance.choices(list(ACTS), [weight for weight, _ in ACTS.values()])[0]
    kind = load_ontology()[name]
    start = len(page.text)
    actor = Actor(page.write(names[doer]), names[doer], None, codes[doer], (), "invented", 1.0)
    page.write(" ")
    trigger = page.write(ACTS[name][1])
    page.write(" ")
    recipient = Actor(page.write(names[other]), names[other], None, codes[other], (), "invented", 1.0)
    page.write(" ")
    when = tell_date(page, chance, told)
    page.write(".")
    evidence = Span(start, len(page.text), page.text[start:])
    page.write(" ")
    together = name in TOGETHER
    return Event(
        f"e{at}", name, None, "040", tuple(chance.sample(CONTEXTS, chance.choice((0, 1, 1, 2)))), kind.quad, kind.score,
        chance.choices(("actual", "future", "negated"), (88, 9, 3))[0], 0.9,
        (actor, recipient) if together else (actor,), () if together else (recipient,), when, None,
        actor if chance.random() < 0.1 else None, evidence, trigger, "invented",
    )  # fmt: skip


def tell_date(page: Page, chance: random.Random, told: date) -> When | None:
    """The day before, the month before, or no date."""
    draw = chance.random()
    if draw < 0.35:
        page.write("this week")
        return None
    if draw < 0.95:
        day = told - timedelta(days=chance.randint(0, 3))
        words = page.write(f"on {day.day} {MONTHS[day.month - 1]} {day.year}")
        return When(words, day.isoformat(), day.isoformat(), "day", "invented", 1.0)
    words = page.write(f"in {told.year - 1}")
    return When(words, f"{told.year - 1}-01-01", f"{told.year - 1}-12-31", "year", "invented", 1.0)


def tell_claim(
    page: Page, chance: random.Random, codes: tuple[str, str], names: tuple[str, str]
) -> tuple[Person, Claim]:
    """What an official of one state says about the other."""
    one, other = (0, 1) if chance.random() < 0.5 else (1, 0)
    words = page.write(f"The port of {names[other]} stays open to us")
    page.write(", ")
    surname = chance.choice(SURNAMES)
    start = len(page.text)
    page.write(f"Foreign Minister of {names[one]} ")
    name = page.write(f"Ada {surname}")
    shown = Span(start, len(page.text), page.text[start:])
    page.write(" said. ")
    who = Actor(name, name.text, "Foreign Minister", codes[one], ("GOV",), "invented", 1.0)
    person = Person("p0", name.text, "Foreign Minister", codes[one], ("GOV",), shown, "named-office", 1.0)
    return person, Claim("c0", who, False, words.text, (codes[other],), words, "invented", 0.9)


def tell_agreement(page: Page, codes: tuple[str, str], names: tuple[str, str]) -> Agreement:
    """A treaty of both."""
    words = page.write(f"{names[0]} and {names[1]} signed a treaty.")
    return Agreement("a0", "treaty", codes, (), None, None, None, "signed", False, None, words, "invented", 0.9)
