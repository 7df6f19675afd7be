"""To plain values and back: nothing is lost, whatever the fields hold, and nothing can be changed afterwards."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError, fields
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.record import KINDS, Actor, Article, Period, Record, Refusal, Region, Span, When, Where

from .factory import ARTICLE, make_record
from .strategies import records, values_of

SMALL = (Actor, When, Where, Period, Region, Refusal, Article, Span)
FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("kind", [*SMALL, *KINDS.values()], ids=lambda kind: kind.__name__)
@FEW
@given(choice=st.data())
def test_from_dict_is_the_inverse_of_to_dict(kind: type[Any], choice: st.DataObject) -> None:
    value = choice.draw(values_of(kind))
    through_json = json.loads(json.dumps(value.to_dict()))
    assert kind.from_dict(through_json) == value
    assert kind.from_dict(through_json).to_dict() == value.to_dict()


@FEW
@given(record=records())
def test_a_record_comes_back_whole(record: Record) -> None:
    assert Record.from_dict(json.loads(json.dumps(record.to_dict(explain=True)))) == record


def test_without_explain_a_record_leaves_out_what_was_refused() -> None:
    record = make_record()
    plain = record.to_dict()
    assert "refused" not in plain
    assert Record.from_dict(plain).refused == ()
    assert Record.from_dict(plain).findings() == record.findings()


def test_the_hand_built_record_has_every_kind_once_in_order() -> None:
    assert [kind for kind, _ in make_record().findings()] == list(KINDS)


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("events", "id type mode cameo contexts quad score realis confidence actors recipients"),
        ("events", "date place attribution evidence"),
        ("agreements", "id kind parties topics date period status evidence"),
        ("commitments", "id parties what amount currency unit deadline status evidence"),
        ("claims", "id speaker quote text about evidence"),
        ("meetings", "id participants countries place date evidence"),
        ("persons", "name role country sectors"),
        ("conditions", "id kind what parties evidence"),
    ],
)
def test_the_public_keys_of_a_finding_are_there(kind: str, keys: str) -> None:
    plain = make_record().to_dict()[kind][0]
    assert set(keys.split()) <= set(plain)


@pytest.mark.parametrize(
    ("value", "keys"),
    [
        (ARTICLE, "id title url publisher published dateline language text"),
        (make_record().events[0].actors[0], "text name role country sectors start end"),
        (make_record().events[0].date, "text from to precision start end"),
        (make_record().events[0].place, "text name country lat lon geonameid start end"),
        (make_record().agreements[0].period, "from to"),
        (make_record().events[0].evidence, "start end text"),
    ],
    ids=["article", "actor", "date", "place", "period", "evidence"],
)
def test_the_public_keys_of_a_part_are_there(value: Any, keys: str) -> None:
    assert set(keys.split()) <= set(value.to_dict())


@pytest.mark.parametrize(("kind", "finding"), make_record().findings(), ids=list(KINDS))
def test_a_finding_is_frozen(kind: str, finding: Any) -> None:
    for field in fields(finding):
        with pytest.raises(FrozenInstanceError):
            setattr(finding, field.name, None)


@pytest.mark.parametrize("value", [ARTICLE, ARTICLE.regions[0], make_record()], ids=["article", "region", "record"])
def test_articles_and_records_are_frozen(value: Any) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(value, fields(value)[0].name, None)


@pytest.mark.parametrize(("kind", "finding"), make_record().findings(), ids=list(KINDS))
def test_a_finding_can_be_put_in_a_set(kind: str, finding: Any) -> None:
    assert len({finding, KINDS[kind].from_dict(finding.to_dict())}) == 1


@pytest.mark.parametrize("kind", list(KINDS))
@pytest.mark.parametrize("change", ["extra", "missing"])
def test_a_plain_finding_with_other_keys_is_refused(kind: str, change: str) -> None:
    plain = make_record().to_dict()[kind][0]
    if change == "extra":
        plain["colour"] = "red"
    else:
        del plain["evidence"]
    with pytest.raises((TypeError, KeyError)):
        KINDS[kind].from_dict(plain)


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [("Marit Lund", "NOR", "NOR"), ("Marit Lund", None, "Marit Lund"), (None, None, "she"), (None, "NOR", "NOR")],
)
def test_an_actor_stands_in_a_dyad_by_country_then_name_then_words(
    name: str | None, country: str | None, expected: str
) -> None:
    assert Actor(Span(0, 3, "she"), name=name, country=country).code == expected
