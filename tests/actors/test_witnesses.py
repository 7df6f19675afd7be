"""What other articles showed of a name: when it is used, and when it is not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dragoman.actors.find import find_actors
from dragoman.actors.lexicon import load_actor_lexicon
from dragoman.actors.witnesses import Witnesses
from dragoman.parse.parse import load_parser, parse_article
from dragoman.record import Actor, Article, Person, Region, RegionKind, Seen

DAY = "2025-06-04"
MINISTER = Seen("GHA", "Foreign Minister", ("GOV",), "2025-01-05", "2025-05-05", 3)


class Told:
    """Sightings by name; keeps what was asked."""

    def __init__(self, **seen: Sequence[Seen]) -> None:
        self.seen = {name.replace("_", " "): many for name, many in seen.items()}
        self.asked: list[tuple[str, str, str]] = []

    def named(self, name: str, *, since: str, until: str) -> Sequence[Seen]:
        self.asked.append((name, since, until))
        return self.seen.get(name, ())


def witnesses(source: Told, day: str | None = DAY, introduced: frozenset[str] = frozenset()) -> Witnesses:
    lexicon = load_actor_lexicon()
    return Witnesses(lexicon.officials, lexicon.references.particles, day, introduced, source)


def read(text: str, source: Told | None = None, dateline: str | None = None) -> tuple[list[Actor], tuple[Person, ...]]:
    """The actors of the mentions of persons, and the persons."""
    article = Article("a", text, published=DAY, dateline=dateline, regions=(Region(0, len(text), RegionKind.BODY),))
    parsed = parse_article(article, load_parser())
    mentions, persons = find_actors(article, parsed, lexicon=load_actor_lexicon(), sightings=source)
    return [actor for mention in mentions for actor in mention.actors if actor.name == "Kwame Addo"], persons


def state_of(text: str, source: Told | None = None, dateline: str | None = None) -> tuple[str | None, str] | None:
    """State and rule of Kwame Addo."""
    _, persons = read(text, source, dateline)
    return next(((each.country, each.rule) for each in persons if each.name == "Kwame Addo"), None)


SEEN = [
    "Kwame Addo visited Chad on Monday.",
    "Chad received Kwame Addo on Monday. He said he was glad.",
    "Foreign Minister Kwame Addo visited Chad on Monday.",
    "Former minister Kwame Addo visited Chad on Monday.",
    "Addo spoke on Monday. Kwame Addo visited Chad.",
]


@pytest.mark.parametrize("text", SEEN)
def test_witnesses_tell_the_state_of_a_name_that_the_article_does_not_introduce(text: str) -> None:
    assert state_of(text, Told(Kwame_Addo=[MINISTER])) == ("GHA", "sighting")


NOT_SEEN = [
    ("Togo's President Kwame Addo visited Chad on Monday.", ("TGO", "named-office")),
    ("Kwame Addo visited Chad. Togo's President Kwame Addo was glad.", ("TGO", "named-office")),
    ("Togo sent its foreign minister, Kwame Addo, to Chad.", ("TGO", "named-possessor")),
    ("Kwame Addo flew out. Togo sent its foreign minister, Kwame Addo, to Chad.", ("TGO", "named-possessor")),
    ("The journalist Kwame Addo visited Chad on Monday.", None),
    ("Addo visited Chad on Monday.", None),
    ("Mr. Addo visited Chad on Monday.", None),
    ("Ama Addo visited Chad on Monday.", None),
]


@pytest.mark.parametrize(("text", "found"), NOT_SEEN)
def test_witnesses_do_not_speak_where_the_article_does_or_means_another(
    text: str, found: tuple[str, str] | None
) -> None:
    assert state_of(text, Told(Kwame_Addo=[MINISTER], Addo=[MINISTER])) == found


def test_witnesses_go_before_a_guess_from_the_dateline() -> None:
    text = "Foreign Minister Kwame Addo spoke on Monday. Kenya was glad."
    assert state_of(text, dateline="NAIROBI") == ("KEN", "named-at-home")
    assert state_of(text, Told(Kwame_Addo=[MINISTER]), dateline="NAIROBI") == ("GHA", "sighting")


def test_witnesses_are_not_asked_for_a_name_of_the_tables() -> None:
    source = Told(Sergei_Lavrov=[MINISTER])
    _, persons = read("Sergei Lavrov visited Chad on Monday.", source)
    assert [(each.country, each.rule) for each in persons] == [("RUS", "office-holder")]
    assert source.asked == []


def test_witnesses_give_sectors_and_a_confidence_below_that_of_the_tables() -> None:
    (actor, *_), (person,) = read("Kwame Addo visited Chad on Monday.", Told(Kwame_Addo=[MINISTER]))
    _, (holder,) = read("Sergei Lavrov visited Chad on Monday.")
    assert (actor.country, actor.sectors, actor.role, actor.rule) == ("GHA", ("GOV",), None, "sighting")
    assert person.confidence == actor.confidence < holder.confidence


def test_witnesses_are_asked_for_two_years_around_the_day_and_once() -> None:
    source = Told(Kwame_Addo=[MINISTER])
    asking = witnesses(source)
    assert asking.seen("Kwame Addo") == asking.seen("Kwame ADDO") == MINISTER
    assert source.asked == [("Kwame Addo", "2023-06-05", "2027-06-04")]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_witnesses_stay_within_the_calendar(day: str) -> None:
    assert witnesses(Told(Kwame_Addo=[MINISTER]), day=day).seen("Kwame Addo") == MINISTER


def test_witnesses_who_disagree_on_the_state_say_nothing() -> None:
    other = Seen("TGO", "Trade Minister", ("GOV",), "2025-01-05", "2025-01-05", 1)
    assert witnesses(Told(Kwame_Addo=[MINISTER, other])).seen("Kwame Addo") is None


def test_witnesses_of_several_offices_of_one_state_tell_the_last() -> None:
    earlier = Seen("GHA", "Army Chief", ("MIL",), "2023-07-01", "2024-01-05", 9)
    assert witnesses(Told(Kwame_Addo=[MINISTER, earlier])).seen("Kwame Addo") == MINISTER


def test_witnesses_say_nothing_without_a_day_or_of_a_name_that_is_introduced() -> None:
    source = Told(Kwame_Addo=[MINISTER])
    assert witnesses(source, day=None).seen("Kwame Addo") is None
    assert witnesses(source, introduced=frozenset({"kwame addo"})).seen("Kwame Addo") is None
    assert source.asked == []


@pytest.mark.parametrize(
    "name", ["Addo", "al-Sudani", "bin Rashid", "van den Berg", "Boutros-Ghali", "J. Addo", "al Amin"]
)
def test_witnesses_are_not_asked_for_a_surname_alone(name: str) -> None:
    source = Told(**{name: [MINISTER]})
    assert witnesses(source).seen(name) is None
    assert source.asked == []


@pytest.mark.parametrize(
    ("sectors", "found"), [((), True), (("GOV",), True), (("ELI",), True), (("MIL", "GOV"), True), (("JRN",), False)]
)
def test_witnesses_say_nothing_of_somebody_in_another_walk_of_life(sectors: tuple[str, ...], found: bool) -> None:
    assert (witnesses(Told(Kwame_Addo=[MINISTER])).seen("Kwame Addo", sectors) is not None) is found
