"""Periods, deadlines, and what find_dates promises beyond single rows."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.dates import find_dates, find_deadlines, find_periods
from dragoman.errors import ReadError

from .rows import PUBLISHED

PERIODS = [
    ("between 2025 and 2027", "between 2025 and 2027", "2025-01-01", "2027-12-31"),
    ("The plan runs from 2024 to 2029.", "from 2024 to 2029", "2024-01-01", "2029-12-31"),
    ("the 2025-2027 roadmap", "2025-2027", "2025-01-01", "2027-12-31"),
    ("the 2021–27 programme", "2021–27", "2021-01-01", "2027-12-31"),
    ("for the 2024-2026 period", "2024-2026", "2024-01-01", "2026-12-31"),
    ("from January to June 2025", "from January to June 2025", "2025-01-01", "2025-06-30"),
    ("for January-March 2025", "January-March 2025", "2025-01-01", "2025-03-31"),
    ("from May 3 to June 5, 2024", "from May 3 to June 5, 2024", "2024-05-03", "2024-06-05"),
    ("The pact holds until 2030.", "until 2030", None, "2030-12-31"),
    ("The pact holds through 2028.", "through 2028", None, "2028-12-31"),
    ("in force since 2019", "since 2019", "2019-01-01", None),
    ("starting in 2026", "starting in 2026", "2026-01-01", None),
    ("beginning March 2026", "beginning March 2026", "2026-03-01", None),
    ("effective from July 1, 2025", "effective from July 1, 2025", "2025-07-01", None),
    ("from 2026, both will", "from 2026", "2026-01-01", None),
    ("from next year", "from next year", "2026-01-01", None),
    ("from 2026 onwards", "from 2026 onwards", "2026-01-01", None),
]
NO_PERIODS = [
    "in 2025",
    "signed on June 3, 2025",
    "by 2028",
    "for three years",
    "up 5% from 2019",
    "from last year",
    "1500-2000 soldiers",
    "between two and three years",
    "last year",
    "since then",
]
DEADLINES = [
    ("Trade will reach $10 billion by 2028.", "by 2028", "2028"),
    ("before the end of 2026", "before the end of 2026", "2026"),
    ("by the end of the decade", "by the end of the decade", "2029"),
    ("by the end of 2030", "by the end of 2030", "2030"),
    ("by March 2027", "by March 2027", "2027-03"),
    ("by the end of March 2027", "by the end of March 2027", "2027-03"),
    ("no later than June 30", "no later than June 30", "2025-06-30"),
    ("no later than June 1", "no later than June 1", "2026-06-01"),
    ("by July 15, 2026", "by July 15, 2026", "2026-07-15"),
    ("by Friday", "by Friday", "2025-06-06"),
    ("until the end of next year", "until the end of next year", "2026"),
    ("by year-end", "by year-end", "2025"),
    ("by the year's end", "by the year's end", "2025"),
    ("by the end of the month", "by the end of the month", "2025-06"),
    ("by next month", "by next month", "2025-07"),
    ("by the third quarter of 2026", "by the third quarter of 2026", "2026-09"),
    ("by the first half of 2027", "by the first half of 2027", "2027-06"),
    ("by mid-century", "by mid-century", "2050"),
    ("by the middle of the century", "by the middle of the century", "2050"),
    ("by the 2030s", "by the 2030s", "2039"),
    ("before 2028", "before 2028", "2027"),
    ("before March", "before March", "2026-02"),
    ("within two years", "within two years", "2027"),
    ("within a year", "within a year", "2026"),
    ("within six months", "within six months", "2025-12"),
    ("within 30 days", "within 30 days", "2025-07-04"),
    ("within two weeks", "within two weeks", "2025-06-18"),
    ("over the next five years", "over the next five years", "2030"),
    ("in the next three months", "in the next three months", "2025-09"),
    ("in the coming decade", "in the coming decade", "2035"),
    ("over the next decade", "over the next decade", "2035"),
]
NO_DEADLINES = [
    "in 2028",
    "on Friday",
    "led by Theresa May",
    "signed by April Smith",
    "by 2000 dollars",
    "rose by 1500",
    "by 6 p.m.",
    "within days",
    "within two years of the vote",
    "within two days after the talks",
    "over the last five years",
    "since 2019",
    "next year",
    "in two hours",
]
# Each pair of rounds is timed at one size and at four times that size.
HEAVY = ["1 ", "2019, ", "2019-", "May ", "early ", "the end of ", "Jan. ", "from May to ", "111,", "1", "will ", "'"]


@pytest.mark.parametrize(("text", "phrase", "first", "last"), PERIODS)
def test_period_has_its_days(text: str, phrase: str, first: str | None, last: str | None) -> None:
    assert [(span.text, *days) for span, *days in find_periods(text, published=PUBLISHED)] == [(phrase, first, last)]


@pytest.mark.parametrize("text", NO_PERIODS)
def test_what_is_no_period_gives_none(text: str) -> None:
    assert find_periods(text, published=PUBLISHED) == []


@pytest.mark.parametrize(("text", "phrase", "deadline"), DEADLINES)
def test_deadline_keeps_the_precision_named(text: str, phrase: str, deadline: str) -> None:
    assert [(span.text, iso) for span, iso in find_deadlines(text, published=PUBLISHED)] == [(phrase, deadline)]


@pytest.mark.parametrize("text", NO_DEADLINES)
def test_what_is_no_deadline_gives_none(text: str) -> None:
    assert find_deadlines(text, published=PUBLISHED) == []


@pytest.mark.parametrize("text", ["within two years", "by year-end", "by Friday", "by mid-century"])
def test_deadline_seen_from_publication_needs_its_day(text: str) -> None:
    assert find_deadlines(text, published=None) == []


def test_offsets_count_from_the_given_start() -> None:
    text = "It ends by 2028."
    assert find_dates(text, published=None, offset=100)[0].span.start == 108
    assert find_periods("until 2030", published=None, offset=7)[0][0].end == 17
    assert find_deadlines(text, published=None, offset=100)[0][0].start == 108


def test_tense_of_the_parse_goes_before_the_words_around() -> None:
    text = "It was said: talks on Friday."
    asked: list[int] = []

    def tense_at(position: int) -> str:
        asked.append(position)
        return "future"

    assert find_dates(text, published=PUBLISHED, tense_at=tense_at)[0].start == "2025-06-06"
    assert set(asked) == {text.index("Friday")}


def test_words_around_decide_where_the_parse_is_silent() -> None:
    found = find_dates("They will meet on Friday.", published=PUBLISHED, tense_at=lambda position: None)
    assert found[0].start == "2025-06-06"


def test_choice_without_any_sign_of_tense_is_trusted_less() -> None:
    shown, unshown = (find_dates(text, published=PUBLISHED)[0] for text in ("They met on Monday.", "Monday"))
    absolute = find_dates("in May 2024", published=PUBLISHED)[0]
    assert unshown.confidence < shown.confidence < absolute.confidence == 1


def test_publication_time_counts_as_its_day() -> None:
    assert find_dates("yesterday", published="2025-06-04T23:59:00+05:00")[0].start == "2025-06-03"


@pytest.mark.parametrize("published", ["", "soon", "2025-13-01", "04.06.2025"])
def test_publication_date_that_is_no_day_is_refused(published: str) -> None:
    with pytest.raises(ReadError, match="YYYY-MM-DD"):
        find_dates("today", published=published)


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    "text", ["last week", "next century", "two decades ago", "on Friday", "within 99 years", "May 5"]
)
def test_edges_of_the_calendar_give_nothing(text: str, published: str) -> None:
    assert find_dates(text, published=published) == []
    assert find_deadlines(text, published=published) == []


WORDS = (
    "May June 5 31 2024 , - to from the of last next week year early mid by since until 1990 s ' Friday Jan . and "
    "between quarter first half Q 3 FY end two ago AH Ramadan 1446 century 2,000 ( % will met in on – 20"
)
PIECES = st.sampled_from(WORDS.split())
PHRASES = st.one_of(
    st.lists(PIECES, max_size=14).map(" ".join),
    st.lists(PIECES, max_size=14).map("".join),
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=60), PHRASES))
def test_any_text_yields_proven_ordered_dates(text: str) -> None:
    whens = find_dates(text, published=PUBLISHED)
    assert all(when.span.proves(text) and when.span.text.strip() for when in whens)
    assert all(before.span.end <= after.span.start for before, after in zip(whens, whens[1:], strict=False))
    for when in whens:
        assert when.start or when.end
        assert when.start is None or when.end is None or when.start <= when.end
    for span, first, last in find_periods(text, published=PUBLISHED):
        assert span.proves(text)
        assert first is None or last is None or first <= last
    assert all(span.proves(text) and iso for span, iso in find_deadlines(text, published=PUBLISHED))


@settings(max_examples=100, deadline=None)
@given(st.dates(min_value=date(1001, 1, 1), max_value=date(2198, 12, 31)))
def test_every_full_date_is_read_back(day: date) -> None:
    iso = str(day)
    written = f"{day:%B} {int(iso[8:])}, {iso[:4]}"
    assert [(when.start, when.end) for when in find_dates(written, published=None)] == [(iso, iso)]


@pytest.mark.parametrize("piece", HEAVY)
def test_heavy_text_is_read_to_its_end(piece: str) -> None:
    text = piece * 2000
    assert all(when.span.proves(text) for when in find_dates(text, published=PUBLISHED))
