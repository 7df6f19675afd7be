"""A record with events of every shape that a format has to tell or to leave out."""

from __future__ import annotations

from store.factory import ANA, BY, CHILE, DAY, PERU, actor, cut, make_article, make_event

from dragoman.record import Record, When

CODER = "dragoman 9.9 test"
UN = actor("Envoys", "UNO", name="United Nations")
BODY = actor("Envoys", "IGO", name="Andean Club")
ROME = actor("Arica", "ROU", name="Romania", sectors=("MIL", "GOV", "BUS", "JRN"))
CROWD = actor("Envoys", None)
MONTH = When(cut("March 2031"), "2031-03-01", "2031-03-31", "month")
YEAR = When(cut("2031"), "2031-01-01", "2031-12-31", "year")

# What each event of the record is made for.
SHAPES = {
    "one-way": make_event("one-way"),
    "back": make_event("back", type="ASSAULT", cameo="190", quad="material conflict", score=-9.0,
                       actors=(PERU,), recipients=(CHILE,), mode=None),
    "both": make_event("both", actors=(CHILE, PERU, UN), recipients=(), date=None),
    "alone": make_event("alone", actors=(CHILE,), recipients=()),
    "crowd": make_event("crowd", actors=(CROWD,), recipients=(PERU,)),
    "inside": make_event("inside", actors=(PERU,), recipients=(ANA,)),
    "bodies": make_event("bodies", actors=(BODY,), recipients=(ROME,), place=None),
    "told": make_event("told", attribution=ANA),
    "negated": make_event("negated", realis="negated"),
    "hypothetical": make_event("hypothetical", realis="hypothetical"),
    "planned-meeting": make_event("planned-meeting", realis="future"),
    "stated": make_event("stated", type="AGREE", cameo="036", realis="future", date=DAY),
    "month": make_event("month", date=MONTH),
    "year": make_event("year", date=YEAR),
    "open": make_event("open", date=BY),
    "past": make_event("past", realis="historical", date=None),
}  # fmt: skip


def make_shapes() -> Record:
    """The record."""
    return Record(make_article("shapes-0001", published="2031-03-09", publisher=None), events=tuple(SHAPES.values()))
