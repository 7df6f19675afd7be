"""The ontology: sixteen types, each with its quad class and scores."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.errors import LexiconError
from dragoman.ontology import load_ontology
from dragoman.ontology import plover as module

VERBAL_GOOD, MATERIAL_GOOD = "verbal cooperation", "material cooperation"
VERBAL_BAD, MATERIAL_BAD = "verbal conflict", "material conflict"
TYPES = [
    ("AGREE", VERBAL_GOOD, 2.5),
    ("CONSULT", VERBAL_GOOD, 2.5),
    ("SUPPORT", VERBAL_GOOD, 5),
    ("CONCEDE", VERBAL_GOOD, 4.5),
    ("COOPERATE", MATERIAL_GOOD, 9.5),
    ("AID", MATERIAL_GOOD, 10),
    ("RETREAT", MATERIAL_GOOD, 6.5),
    ("REQUEST", VERBAL_BAD, 0),
    ("ACCUSE", VERBAL_BAD, -3),
    ("REJECT", VERBAL_BAD, -2),
    ("THREATEN", VERBAL_BAD, -3.5),
    ("PROTEST", MATERIAL_BAD, -5),
    ("SANCTION", MATERIAL_BAD, -6),
    ("MOBILIZE", MATERIAL_BAD, -5.5),
    ("COERCE", MATERIAL_BAD, -7),
    ("ASSAULT", MATERIAL_BAD, -9),
]


@pytest.mark.parametrize(("name", "quad", "score"), TYPES)
def test_a_type_has_its_quad_class_and_score(name: str, quad: str, score: float) -> None:
    kind = load_ontology()[name]
    assert (kind.quad, kind.score, kind.score_of(None)) == (quad, score, score)


def test_there_are_no_other_types() -> None:
    assert sorted(load_ontology()) == sorted(name for name, _, _ in TYPES)


@pytest.mark.parametrize(
    ("name", "mode", "score"),
    [
        ("CONSULT", "visit", 4),
        ("CONSULT", "phone", 1.5),
        ("RETREAT", "disarm", 10),
        ("REQUEST", "assist", 0.5),
        ("ASSAULT", "unconventional", -10),
        ("THREATEN", "territory", -4),
    ],
)
def test_a_mode_has_a_score_of_its_own(name: str, mode: str, score: float) -> None:
    assert load_ontology()[name].score_of(mode) == score


def test_a_mode_of_another_type_has_no_score() -> None:
    with pytest.raises(KeyError):
        load_ontology()["AGREE"].score_of("visit")


def test_scores_of_modes_lie_on_the_side_of_their_quad() -> None:
    wrong = [
        (kind.name, mode)
        for kind in load_ontology().values()
        for mode, score in kind.modes.items()
        if not -10 <= score <= 10 or (score > 0) != ("cooperation" in kind.quad) and kind.name != "REQUEST"
    ]
    assert wrong == []


def test_a_quad_class_outside_of_the_four_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def rows(*_: Any, **__: Any) -> list[dict[str, Any]]:
        return [{"name": "NAP", "quad": "sleepy", "score": 0}]

    monkeypatch.setattr(module, "load_rows", rows)
    with pytest.raises(LexiconError, match="'sleepy'"):
        load_ontology.__wrapped__()
