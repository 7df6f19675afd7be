"""A record built by hand, with one finding of every kind whose spans stand in its text."""

from __future__ import annotations

from dragoman.record import (
    Actor,
    Agreement,
    Article,
    Claim,
    Commitment,
    Condition,
    Event,
    Meeting,
    Period,
    Person,
    Reason,
    Record,
    Refusal,
    Region,
    RegionKind,
    Span,
    When,
    Where,
)

HEADLINE = "Fishing pact signed"
BODY = (
    "Foreign Minister Marit Lund of Norway signed a fishing pact with Iceland in Bergen on 3 May 2021. "
    "“We will share 40 million euros by 2023,” she said. A joint commission will watch over the quotas."
)
TEXT = f"{HEADLINE}\n\n{BODY}"
ARTICLE = Article(
    "article-1",
    TEXT,
    title=HEADLINE,
    url="https://news.example/fishing",
    publisher="The Example Post",
    published="2021-05-04",
    updated=None,
    dateline="BERGEN",
    regions=(
        Region(0, len(HEADLINE), RegionKind.HEADLINE),
        Region(len(HEADLINE) + 2, len(TEXT), RegionKind.BODY),
    ),
)


def span_of(words: str) -> Span:
    """The span of the first place in the text where `words` stand."""
    at = TEXT.index(words)
    return Span(at, at + len(words), words)


LUND = Actor(span_of("Marit Lund"), "Marit Lund", "Foreign Minister", "NOR", ("GOV",), "office", 0.9)
ICELAND = Actor(span_of("Iceland"), "Iceland", None, "ISL", (), "state", 1.0)
DAY = When(span_of("on 3 May 2021"), "2021-05-03", "2021-05-03", "day", "day-month-year", 1.0)
BERGEN = Where(span_of("Bergen"), "Bergen", "NOR", 60.39, 5.32, 3161732, "city", 0.8)
SENTENCE = span_of(BODY.split(". ")[0] + ".")


def make_record() -> Record:
    """The record: one finding of each kind and one refusal."""
    return Record(
        ARTICLE,
        events=(
            Event(
                "e1", "AGREE", None, "057", ("economic",), "verbal cooperation", 8.0, "actual", 0.9, (LUND,),
                (ICELAND,), DAY, BERGEN, LUND, SENTENCE, span_of("signed a"), "sign-pact",
            ),
        ),
        agreements=(
            Agreement(
                "a1", "agreement", ("NOR", "ISL"), ("fishing",), DAY, None, Period("2021-06-01", None), "signed",
                False, None, SENTENCE, "sign-object", 0.9,
            ),
        ),
        commitments=(
            Commitment(
                "c1", ("NOR", "ISL"), "share", 40_000_000, "EUR", None, "2023", "open", (LUND,),
                span_of("We will share 40 million euros by 2023"), "will-amount", 0.7,
            ),
        ),
        claims=(
            Claim(
                "q1", LUND, True, "We will share 40 million euros by 2023,", ("NOR",),
                span_of("We will share 40 million euros by 2023,"), "quote-then-verb", 0.95,
            ),
        ),
        meetings=(
            Meeting("m1", "meeting", (LUND, ICELAND), ("NOR", "ISL"), BERGEN, DAY, "actual", SENTENCE, "meet", 0.6),
        ),
        persons=(
            Person(
                "p1", "Marit Lund", "Foreign Minister", "NOR", ("GOV",),
                span_of("Foreign Minister Marit Lund of Norway"), "roster", 1.0,
            ),
        ),
        conditions=(
            Condition(
                "k1", "mechanism", "joint commission", ("NOR", "ISL"), span_of("A joint commission"), "word", 0.7
            ),
        ),
        refused=(Refusal("events", Reason.DIGEST, "AGREE", span_of(HEADLINE), "sign-pact"),),
    )  # fmt: skip
