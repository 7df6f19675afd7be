"""A record whose texts are made to break what reads them: tabs, line ends, quotes, formulas, turned directions."""

from __future__ import annotations

from typing import Any

from dragoman.record import (
    Actor,
    Agreement,
    Article,
    Claim,
    Commitment,
    Condition,
    Event,
    Meeting,
    Person,
    Record,
    Region,
    RegionKind,
    Span,
    When,
    Where,
)

FORMULA = '=HYPERLINK("https://bad.example","Tonga")'
NAME = 'Samoa\t"the\r\nisles";\u202eevil\x1b[31m'
QUOTE = '"We, <b>all</b>;\tagree"\r\n\r\n=1+1,\u2028and \\ more</script>'
SAID = "'+cmd|' /C calc'!A0"
PLACE = "@Apia\r'harbour'"
TEXT = f"{FORMULA} met {NAME} at {PLACE} on -3 March. {QUOTE} said {SAID}.\n\n\u0639\u0631\u0628\u064a \U0001f30a end"


def cut(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def actor(words: str, country: str | None, **more: Any) -> Actor:
    return Actor(cut(words), country=country, rule="=rule", confidence=0.5, **more)


def make_hostile() -> Record:
    """The record; every finding has texts that no reader may take for more than words."""
    tonga = actor(FORMULA, "TON", name=FORMULA, role="-minister", sectors=("GOV", "MIL"))
    samoa = actor(NAME, "WSM", name=NAME, role='the "head"\tof', sectors=("LEG",))
    where = Where(cut(PLACE), PLACE, "WSM", -13.83, -171.76, 4035413, "=rule", 0.5)
    when = When(cut("-3 March"), "2031-03-03", "2031-03-03", "day", "=rule", 0.5)
    proof = cut(TEXT[: TEXT.index(QUOTE)].rstrip())
    article = Article(
        "=id/01", TEXT, title='+title\t"with"\nall', url="https://a.example/?q=1,2;\"3\"", publisher="@Wire, Ltd.\t",
        published="2031-03-05", dateline="-APIA", regions=(Region(0, len(TEXT), RegionKind.BODY),),
    )  # fmt: skip
    tail: tuple[Any, ...] = ("=rule", 0.5)
    return Record(
        article,
        events=(
            Event("=e", "AGREE", None, "057", ("economic",), "verbal cooperation", 2.5, "actual", 0.5, (tonga, samoa),
                  (actor(SAID, None, name=SAID),), when, where, None, proof, cut("met"), "=rule"),
        ),
        agreements=(
            Agreement("-a", "treaty", ("TON", "WSM"), (), when, where, None, "signed", False, None, proof, *tail),
        ),
        commitments=(
            Commitment("+c", ("TON",), QUOTE, -1.5, None, "=units", None, "open", (samoa, tonga), cut(QUOTE), *tail),
        ),
        claims=(Claim("@q", samoa, True, QUOTE, ("TON",), cut(QUOTE), *tail),),
        meetings=(Meeting("'m", "meeting", (tonga, samoa), ("TON", "WSM"), where, when, "actual", proof, *tail),),
        persons=(Person("p", SAID, "=role", "TON", ("GOV",), cut(SAID), *tail),),
        conditions=(Condition("k", "obstacle", "%what", ("TON", "WSM"), cut(SAID), *tail),),
    )  # fmt: skip
