"""Officials: the tables of office-holders hold together, and names find their holders."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import pycountry
import pytest

from dragoman.lexicon.officials import (
    Officials,
    first_day,
    is_spelling,
    last_day,
    load_offices,
    load_officials,
    read_tenures,
    surnames_of,
    without_initials,
)

# The tables' bodies, states that are gone, and states without a code of their own.
OTHER_CODES = {"XKX", "UNO", "EUR", "IGO", "NGO", "YUG", "SCG", "CSK", "DDR", "SUN", "YMD", "ZAR"}
# One person at a time holds these in a state; bodies share a code.
SINGLE = {"defence-minister", "interior-minister", "finance-minister", "central-bank", "ambassador-un"}
BODIES = {"UNO", "EUR", "IGO", "NGO"}


@pytest.fixture(scope="module")
def officials() -> Officials:
    return load_officials()


def test_every_tenure_has_a_code_that_exists_and_an_office_that_is_told() -> None:
    codes = {country.alpha_3 for country in pycountry.countries} | OTHER_CODES
    offices = load_offices()
    wrong = [
        (file, number, cells)
        for number, file, cells in read_tenures()
        if cells[0] not in codes or cells[1] not in offices
    ]
    assert wrong == []


def test_every_tenure_begins_before_it_ends_and_on_days_that_exist() -> None:
    wrong = []
    for number, file, (_, _, _, first, last, _) in read_tenures():
        begin, end = first_day(first), last_day(last) if last else "9999-12-31"
        date.fromisoformat(begin)
        date.fromisoformat(end)
        if begin > end:
            wrong.append((file, number, first, last))
    assert wrong == []


def test_an_office_of_one_holder_has_one_holder_at_a_time() -> None:
    held = defaultdict(list)
    for number, file, (country, office, name, first, last, _) in read_tenures():
        if office in SINGLE and country not in BODIES:
            held[country, office].append((first, last or "9999", name, file, number))
    wrong = []
    for rows in held.values():
        rows.sort()
        for one, other in zip(rows, rows[1:], strict=False):
            # A year or month alone may touch the next tenure.
            shortest = min(len(one[1]), len(other[0]))
            if one[1][:shortest] > other[0][:shortest] and one[2] != other[2]:
                wrong.append((one, other))
    assert wrong == []


def test_no_person_holds_one_office_twice_at_a_time() -> None:
    held = defaultdict(list)
    for _, _, (country, office, name, first, last, _) in read_tenures():
        held[country, office, name].append((first, last or "9999"))
    wrong = [
        (key, one, other)
        for key, rows in held.items()
        for one, other in zip(sorted(rows), sorted(rows)[1:], strict=False)
        if one[1][: min(len(one[1]), len(other[0]))] > other[0][: min(len(one[1]), len(other[0]))] or one == other
    ]
    assert wrong == []


def test_the_tables_are_as_broad_as_promised(officials: Officials) -> None:
    states = {holder.country for holder in officials.holders}
    tenures = sum(len(holder.tenures) for holder in officials.holders)
    members = {country.alpha_3 for country in pycountry.countries}
    assert tenures >= 4_000
    assert len(states & members) >= 193


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Vladimir Putin", "RUS"),
        ("Recep Tayyip Erdoğan", "TUR"),
        ("George H.W. Bush", "USA"),
        ("Angela Merkel", "DEU"),
        ("Kim Jong-un", "PRK"),
        ("Kim Jong Un", "PRK"),
    ],
)
def test_a_whole_name_finds_its_holder_whatever_its_accents_and_hyphens(
    officials: Officials, name: str, country: str
) -> None:
    assert {holder.country for holder in officials.named(name)} == {country}


@pytest.mark.parametrize("name", ["Vladimir", "Putina", "Angela", "", "Jane Doe Smithson"])
def test_what_is_no_whole_name_finds_nobody(officials: Officials, name: str) -> None:
    assert officials.named(name) == ()


def test_initials_count_where_they_tell_namesakes_apart(officials: Officials) -> None:
    father, son = officials.named("George H.W. Bush"), officials.named("George W. Bush")
    assert len(father) == len(son) == 1 and father != son


def test_an_alias_gives_a_surname_only_where_it_ends_as_the_name_does(officials: Officials) -> None:
    assert is_spelling("sissi", "sisi") and not is_spelling("mazen", "abbas")
    assert all(holder.country != "PSE" for holder in officials.surnamed("Mazen"))


@pytest.mark.parametrize(
    ("words", "country", "surnames"),
    [
        (["tony", "blair"], "GBR", ["blair"]),
        (["xi", "jinping"], "CHN", ["jinping", "xi"]),
        (["enrique", "pena", "nieto"], "MEX", ["nieto", "pena nieto"]),
        (["abdel", "fattah", "al", "sisi"], "EGY", ["sisi", "al sisi", "fattah al sisi"]),
        (["pele"], "BRA", []),
    ],
)
def test_surnames_are_the_ends_of_a_name_or_its_beginning_where_the_family_comes_first(
    words: list[str], country: str, surnames: list[str]
) -> None:
    assert list(surnames_of(words, country)) == surnames


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2004", "2004-01-01", "2004-12-31"),
        ("2004-02", "2004-02-01", "2004-02-29"),
        ("2003-02", "2003-02-01", "2003-02-28"),
        ("2004-02-03", "2004-02-03", "2004-02-03"),
    ],
)
def test_a_year_or_month_stands_for_all_its_days(text: str, first: str, last: str) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


def test_without_initials_keeps_the_first_and_last_word() -> None:
    assert without_initials(["donald", "j", "trump"]) == ["donald", "trump"]
    assert without_initials(["u", "nu"]) == ["u", "nu"]
