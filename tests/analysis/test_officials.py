"""Officials: tables and sightings merged by person and office, and what contradicts what."""

from __future__ import annotations

from itertools import count

import pytest

from dragoman.analysis.official import Official, load_single, single_office
from dragoman.analysis.officials import list_officials, serving_on
from dragoman.lexicon.officials import Holder, Officials, Tenure, load_offices
from dragoman.record import Sighting, Span

_NUMBERS = count()


def holder(name: str, country: str, *held: tuple[str, str, str | None]) -> tuple[Holder, tuple[str, ...]]:
    """A holder of the tables with offices from and until."""
    return Holder(name, country, tuple(Tenure(country, office, first, last) for office, first, last in held)), ()


TABLES = Officials(
    [
        holder("Viktor Khrenin", "BLR", ("defence-minister", "2020-01-20", None)),
        holder("Andrei Ravkov", "BLR", ("defence-minister", "2014-11-25", "2020-01-20")),
        holder(
            "Roman Golov",
            "BLR",
            ("head-of-government", "2020-06-04", "2025-03-10"),
            ("central-bank", "2025-03-10", None),
        ),
        holder("Ivan Sergeyenko", "BLR", ("speaker", "2010-01-01", "2012-12-31")),
        holder("Ama Boateng", "GHA", ("foreign-minister", "2024-01-01", None)),
        holder("Ama Boateng", "IGO", ("secretary-general", "2010-01-01", "2012-12-31")),
    ],
    load_offices(),
)


def see(name: str, office: str, day: str | None = "2025-01-05", country: str = "BLR") -> Sighting:
    number = next(_NUMBERS)
    words = f"{office} {name}"
    return Sighting(f"a{number}", f"p{number}", name, office, country, ("GOV",), day, Span(0, len(words), words))


def officials(*sightings: Sighting, country: str = "BLR") -> list[Official]:
    """The officials that have sightings."""
    return [each for each in list_officials(country, TABLES, sightings) if each.sightings]


def against(*sightings: Sighting, country: str = "BLR") -> list[tuple[str, str]]:
    """Name and kind of each contradiction."""
    found = officials(*sightings, country=country)
    return [(each.name, contradiction.kind) for each in found for contradiction in each.contradictions]


FITTING = [
    ("Viktor Khrenin", "Defence Minister", "2025-01-05", "Viktor Khrenin"),
    ("Victor Khrenin", "Defence Minister", "2025-01-05", "Viktor Khrenin"),
    ("Khrenin", "Defence Minister", "2025-01-05", "Viktor Khrenin"),
    ("Ravkov", "Defence Minister", "2019-01-05", "Andrei Ravkov"),
    ("Viktor Khrenin", "Deputy Prime Minister and Defence Minister", "2025-01-05", "Viktor Khrenin"),
    ("Andrei Ravkov", "Defence Minister", "2020-02-20", "Andrei Ravkov"),
    ("Viktor Khrenin", "Defence Minister", None, "Viktor Khrenin"),
    ("Roman Golov", "Central Bank Governor", "2025-06-01", "Roman Golov"),
]


@pytest.mark.parametrize(("name", "office", "day", "held"), FITTING)
def test_officials_a_sighting_that_fits_a_tenure_stands_with_it(
    name: str, office: str, day: str | None, held: str
) -> None:
    (official,) = officials(see(name, office, day))
    assert official.name == held
    assert official.tenure is not None
    assert official.contradictions == []


NOT_FITTING = [
    ("Viktor Khrenin", "Trade Minister", "2025-01-05"),
    ("Viktor Khrenin", "Defence Minister", "2018-01-05"),
    ("Andrei Ravkov", "Defence Minister", "2024-01-05"),
    ("Pavel Khrenin", "Defence Minister", "2025-01-05"),
    ("Viktor Khrenin", "Deputy Defence Minister", "2025-01-05"),
    ("Viktor", "Trade Minister", "2025-01-05"),
]


@pytest.mark.parametrize(("name", "office", "day"), NOT_FITTING)
def test_officials_a_sighting_of_another_office_time_or_person_stands_alone(name: str, office: str, day: str) -> None:
    (official,) = officials(see(name, office, day))
    assert official.tenure is None


def test_officials_merge_the_sightings_of_one_person_in_one_office_in_the_usual_spelling() -> None:
    seen = [
        see("Oleg Sidorenko", "Trade Minister", "2025-01-05"),
        see("Oleg Sidorenka", "Trade Minister", "2025-03-05"),
        see("Sidorenko", "Trade Minister", "2025-02-05"),
        see("Oleg Sidorenko", "Trade Minister", None),
        see("Oleg Sidorenko", "Party Leader", "2025-02-05"),
        see("Olga Petrova", "Trade Minister", "2026-02-05"),
    ]
    found = officials(*sorted(seen, key=lambda each: each.day or "9999"))
    assert [(each.name, each.office, each.days) for each in found] == [
        ("Oleg Sidorenko", "trade-minister", ["2025-01-05", "2025-02-05", "2025-03-05"]),
        ("Olga Petrova", "trade-minister", ["2026-02-05"]),
        ("Oleg Sidorenko", "Party Leader", ["2025-02-05"]),
    ]
    assert found[0].sightings[-1].day is None


def test_officials_stand_in_the_order_of_office_and_time() -> None:
    found = list_officials("BLR", TABLES, [see("Oleg Sidorenko", "Defence Minister", "2013-01-05")])
    assert [(each.name, each.office) for each in found] == [
        ("Roman Golov", "head-of-government"),
        ("Oleg Sidorenko", "defence-minister"),
        ("Andrei Ravkov", "defence-minister"),
        ("Viktor Khrenin", "defence-minister"),
        ("Ivan Sergeyenko", "speaker"),
        ("Roman Golov", "central-bank"),
    ]


def test_officials_of_a_day_are_those_of_the_tables_then_and_those_seen_within_two_years() -> None:
    found = list_officials(
        "BLR",
        TABLES,
        [see("Oleg Sidorenko", "Trade Minister", "2025-01-05"), see("Ivan Belov", "Trade Minister", "2021-01-05")],
    )
    assert [each.name for each in serving_on(found, "2024-01-05")] == [
        "Roman Golov",
        "Viktor Khrenin",
        "Oleg Sidorenko",
    ]
    assert [each.name for each in serving_on(found, "2014-12-01")] == ["Andrei Ravkov"]
    assert serving_on(found, "1950-01-01") == []


CONTRADICTIONS = [
    # Two persons in an office that one holds, on one day.
    (
        [see("Oleg Sidorenko", "Trade Minister"), see("Ivan Belov", "Trade Minister")],
        [("Ivan Belov", "other-person"), ("Oleg Sidorenko", "other-person")],
    ),
    # The tables have somebody else.
    ([see("Oleg Sidorenko", "Defence Minister")], [("Oleg Sidorenko", "other-holder")]),
    # The tables have the person at another time.
    (
        [see("Andrei Ravkov", "Defence Minister", "2024-01-05")],
        [("Andrei Ravkov", "outside-tenure"), ("Andrei Ravkov", "other-holder")],
    ),
    # The same name in two states.
    (
        [see("Oleg Sidorenko", "Trade Minister"), see("Oleg Sidorenko", "Trade Minister", "2026-01-05", country="RUS")],
        [("Oleg Sidorenko", "other-state")],
    ),
    ([see("Ama Boateng", "Trade Minister")], [("Ama Boateng", "other-state")]),
]


@pytest.mark.parametrize(("sightings", "found"), CONTRADICTIONS)
def test_officials_what_cannot_be_true_together_is_told(
    sightings: list[Sighting], found: list[tuple[str, str]]
) -> None:
    assert against(*sightings) == found


NO_CONTRADICTIONS = [
    # Another day, several holders, another spelling, a surname alone.
    [see("Oleg Sidorenko", "Trade Minister"), see("Ivan Belov", "Trade Minister", "2025-01-06")],
    [see("Oleg Sidorenko", "Vice President"), see("Ivan Belov", "Vice President")],
    [
        see("Oleg Sidorenko", "Trade Minister"),
        see("Oleg Sidorenka", "Trade Minister"),
        see("Sidorenko", "Trade Minister"),
    ],
    # About the day on which the office changed hands, and where the tables are silent.
    [see("Oleg Sidorenko", "Defence Minister", "2020-02-01")],
    [see("Oleg Sidorenko", "Defence Minister", "2012-02-01")],
    [see("Oleg Sidorenko", "Defence Minister", None)],
    # A speaker who becomes president was not president before.
    [see("Ivan Sergeyenko", "President", "2025-01-05")],
    # Far apart in time, a body beside a state, a surname alone.
    [see("Oleg Sidorenko", "Trade Minister"), see("Oleg Sidorenko", "Trade Minister", "2028-01-05", country="RUS")],
    [see("Oleg Sidorenko", "Trade Minister"), see("Oleg Sidorenko", "Envoy", country="UNO")],
    [see("Sidorenko", "Trade Minister"), see("Sidorenko", "Trade Minister", country="RUS")],
    [see("Ama Boateng", "Trade Minister", "2015-01-05")],
]


@pytest.mark.parametrize("sightings", NO_CONTRADICTIONS)
def test_officials_what_can_be_true_together_is_left_alone(sightings: list[Sighting]) -> None:
    assert against(*sightings) == []


def test_officials_of_bodies_may_hold_the_same_title() -> None:
    seen = [see("Ann Lee", "President", country="EUR"), see("Bo Chen", "President", country="EUR")]
    assert against(*seen, country="EUR") == []


def test_officials_a_contradiction_shows_the_words_on_the_other_side_and_is_told_once() -> None:
    one, other = see("Oleg Sidorenko", "Trade Minister"), see("Ivan Belov", "Trade Minister")
    first, second = officials(one, other, see("Ivan Belov", "Trade Minister"))
    assert [(each.text, each.evidence) for each in second.contradictions] == [
        ("Ivan Belov is seen in the same office on the same day, 2025-01-05.", (other,))
    ]
    assert [each.evidence for each in first.contradictions] == [(one,)]


@pytest.mark.parametrize(
    ("told", "office"),
    [
        ("Foreign Minister", "foreign-minister"),
        ("Deputy Prime Minister and Foreign Minister", "foreign-minister"),
        ("Deputy Foreign Minister", None),
        ("Vice President", None),
        ("Chancellor", None),
    ],
)
def test_officials_single_offices_are_known_by_their_titles(told: str, office: str | None) -> None:
    assert single_office(told) == office


def test_officials_every_title_of_a_single_office_is_one_that_texts_give() -> None:
    from dragoman.lexicon.load import load_rows

    rows = load_rows("en/offices.toml", "office", allowed="words role sectors kind country note", needed="words role")
    assert set(load_single()) <= {row["role"].casefold() for row in rows}
