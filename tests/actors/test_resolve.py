"""resolve_actor: what a phrase by itself names."""

import pytest

from dragoman.actors.resolve import resolve_actor

from .resolve_rows import CODED, NOBODY


@pytest.mark.parametrize(("phrase", "country", "sector"), CODED)
def test_resolve_actor_gives_country_and_first_sector(phrase: str, country: str | None, sector: str | None) -> None:
    actor = resolve_actor(phrase)
    assert actor is not None
    assert (actor.country, actor.sectors[0] if actor.sectors else None) == (country, sector)


@pytest.mark.parametrize("phrase", NOBODY)
def test_resolve_actor_gives_none_for_what_is_no_political_actor(phrase: str) -> None:
    assert resolve_actor(phrase) is None


def test_resolve_actor_takes_from_the_context_who_a_surname_is() -> None:
    actor = resolve_actor("Moreau", context="French President Luc Moreau flew to Lima on Monday.")
    assert actor is not None
    assert (actor.name, actor.country, actor.sectors) == ("Luc Moreau", "FRA", ("GOV",))


def test_resolve_actor_does_not_take_another_name_from_the_context() -> None:
    assert resolve_actor("Lefevre", context="French President Luc Moreau flew to Lima on Monday.") is None


def test_resolve_actor_keeps_offsets_of_the_phrase_itself() -> None:
    actor = resolve_actor("the Peruvian navy", context="Peru is at sea.")
    assert actor is not None
    assert actor.span.text == "the Peruvian navy"
    assert (actor.span.start, actor.span.end) == (0, len("the Peruvian navy"))
