"""Tenures: names by themselves and beside titles, on a day."""

from __future__ import annotations

import pytest

from dragoman.actors.resolve import resolve_actor
from dragoman.actors.tenures import is_whole_variant, role_means

ON_A_DAY = [
    ("Angela Merkel", "2019-05-01", "DEU", ("GOV",)),
    ("Angela Merkel", "2023-05-01", "DEU", ("ELI",)),
    ("Donald Trump", "2018-01-05", "USA", ("GOV",)),
    ("Donald Trump", "2022-06-01", "USA", ("ELI",)),
    ("Jens Stoltenberg", "2009-01-01", "NOR", ("GOV",)),
    ("Jens Stoltenberg", "2016-01-01", "IGO", ()),
    ("President Trump", "2018-01-05", "USA", ("GOV",)),
    ("President Bill Clinton", "2010-01-01", "USA", ("ELI",)),
    ("former president Bill Clinton", "1999-01-01", "USA", ("ELI",)),
    ("Foreign Minister Sergei Lavrov", "2015-01-01", "RUS", ("GOV",)),
    ("Putin", "2022-03-01", "RUS", ("GOV",)),
    ("Xi", "2020-01-01", "CHN", ("GOV",)),
    ("Hosni Moubarak", "2000-10-17", "EGY", ("GOV",)),
    ("Malta's Joseph Muscat", "2017-02-03", "MLT", ("GOV",)),
]

NOBODY_ALONE = [
    # A month, a grain, a rank of soldiers; a common name; a surname that many share.
    ("May", "2018-01-01"),
    ("Rice", "2006-01-01"),
    ("Major", "1995-01-01"),
    ("John Smith", "2020-01-01"),
    ("Kim", "2020-01-01"),
    ("Fernandez", "2012-01-01"),
    # Somebody else's house, park, university.
    ("Indira Gandhi Stadium", "2001-01-01"),
]


@pytest.mark.parametrize(("phrase", "day", "country", "sectors"), ON_A_DAY)
def test_an_office_holder_has_state_and_sectors_of_the_day(
    phrase: str, day: str, country: str, sectors: tuple[str, ...]
) -> None:
    actor = resolve_actor(phrase, day=day)
    assert actor is not None
    assert (actor.country, actor.sectors) == (country, sectors)


@pytest.mark.parametrize(("phrase", "day"), NOBODY_ALONE)
def test_a_word_that_may_be_something_else_means_no_office_holder(phrase: str, day: str) -> None:
    assert resolve_actor(phrase, day=day) is None


def test_a_surname_that_many_share_means_the_leader_of_the_state_in_play() -> None:
    context = "North Korea said Kim had watched the rocket rise."
    actor = resolve_actor("Kim", context=context, day="2023-03-17")
    assert actor is not None and actor.country == "PRK"
    assert resolve_actor("Kim", day="2023-03-17") is None


def test_of_many_with_a_surname_the_head_of_a_state_is_meant_while_in_office() -> None:
    serving, later = (resolve_actor("Ortega", day=day) for day in ("2022-11-10", "2004-11-10"))
    assert serving is not None and serving.country == "NIC"
    assert later is None


def test_a_surname_that_is_a_place_in_the_text_means_nobody() -> None:
    assert resolve_actor("Sharon", context="Sharon, a leafy town, has cut its budget.", day="2003-04-30") is None


def test_the_state_that_the_text_gives_goes_before_the_tables() -> None:
    actor = resolve_actor("Kenyan businessman Tony Blair", day="2003-01-01")
    assert actor is not None and actor.country == "KEN"


@pytest.mark.parametrize(
    ("role", "words", "means"),
    [
        ("foreign minister", ["foreign"], True),
        ("deputy foreign minister", ["foreign"], False),
        ("foreign ministry spokesman", ["foreign"], False),
        ("vice president", ["president"], False),
        ("vice president", ["vice president"], True),
        ("secretary-general", ["secretary general"], True),
        ("president", ["prime minister"], False),
    ],
)
def test_a_title_means_an_office_by_whole_words_and_not_of_somebody_below(
    role: str, words: list[str], means: bool
) -> None:
    assert role_means(role, words) is means


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Yevgeni Primakov", "Yevgeny Primakov", True),
        ("Hosni Moubarak", "Hosni Mubarak", True),
        ("Primakov", "Yevgeny Primakov", False),
        ("Ivan Primakov", "Yevgeny Primakov", False),
        ("Karimov Islam", "Karimova Islam", False),
    ],
)
def test_whole_names_vary_word_by_word(one: str, other: str, same: bool) -> None:
    assert is_whole_variant(one, other) is same
