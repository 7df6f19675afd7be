from __future__ import annotations

import numpy as np
import pytest

from dragoman.model.card import Card
from dragoman.model.relation import SCHEMES, best_mode, class_of, decide, scheme_of, split_label
from dragoman.model.session import Floats

CODES = ("000", "035", "084", "111", "171", "171/ASSAULT", "195")
MODES = ("-", "ASSAULT/aerial", "ASSAULT/destroy", "RETREAT/release")
REALIS = ("actual", "historical", "future", "hypothetical", "negated")
CARD = Card(CODES, MODES, REALIS, (), 0, 2, 1, 100, 1.0, {"nothing": 0.5, "tag": 0.5}, "", {})


def outputs(
    code: list[float], mode: list[float] | None = None, realis: int = 0, attributed: bool = False
) -> list[Floats]:
    told = np.zeros(5, dtype=np.float32)
    told[realis] = 3.0
    said = [0.0, 1.0] if attributed else [1.0, 0.0]
    given = [np.array(values, dtype=np.float32) for values in (code, mode or [0.0] * len(MODES))]
    return [*given, told, np.array(said, dtype=np.float32)]


@pytest.mark.parametrize(
    ("label", "scheme", "wanted"),
    [
        ("111", "plover", "ACCUSE"),
        ("111", "plv15", "ACCUSE"),
        ("111", "quad", "verbal conflict"),
        ("084", "plover", "RETREAT"),
        ("084", "plv15", "YIELD"),
        ("035", "plover", "CONCEDE"),
        ("035", "plv15", "AGREE"),
        ("171", "plv15", "COERCE"),
        ("171/ASSAULT", "plover", "ASSAULT"),
        ("171/ASSAULT", "plv15", "ASSAULT"),
        ("163", "plover", "SANCTION"),
        ("163", "plv15", "COERCE"),
        ("191", "plover", "COERCE"),
        ("191", "plv15", "ASSAULT"),
        ("055", "plv15", "SUPPORT"),
        ("116", "plv15", "ACCUSE"),
        ("000", "plover", None),
        ("000", "plv15", None),
    ],
)
def test_class_of_follows_the_table_of_each_scheme(label: str, scheme: str, wanted: str | None) -> None:
    assert class_of(label, scheme) == wanted


def test_decide_adds_the_codes_of_a_type_up_before_it_chooses() -> None:
    # 111 is the likeliest single code, but the three codes of ASSAULT together weigh more.
    relation = decide(outputs([0, 0, 0, 2.0, 0, 1.8, 1.8]), CARD)
    assert (relation.type, relation.quad) == ("ASSAULT", "material conflict")
    assert relation.cameo in ("171", "195")
    assert relation.scores["ASSAULT"] > relation.scores["ACCUSE"]


def test_decide_abstains_where_nothing_is_likelier_than_any_type() -> None:
    relation = decide(outputs([4.0, 0, 0, 1.0, 0, 0, 0]), CARD)
    assert (relation.type, relation.cameo, relation.mode, relation.quad) == (None, "000", None, None)
    assert relation.confidence == relation.nothing > 0.5


def test_decide_answers_with_the_likeliest_class_where_it_may_not_abstain() -> None:
    relation = decide(outputs([4.0, 0, 0, 1.0, 0, 0, 0]), CARD, abstain=False)
    assert (relation.type, relation.confidence) == ("ACCUSE", relation.scores["ACCUSE"])
    assert relation.nothing > 0.5


def test_decide_does_not_abstain_where_nothing_is_merely_possible() -> None:
    assert decide(outputs([1.0, 0, 0, 2.0, 0, 0, 0]), CARD).type == "ACCUSE"


def test_decide_gives_marks_beside_the_type() -> None:
    relation = decide(outputs([0, 0, 0, 0, 0, 0, 5.0], [0, 2.0, 1.0, 3.0], realis=4, attributed=True), CARD)
    assert (relation.type, relation.mode, relation.realis, relation.attributed) == (
        "ASSAULT",
        "aerial",
        "negated",
        True,
    )


def test_best_mode_takes_no_mode_of_another_type() -> None:
    logits = np.array([0.0, 1.0, 2.0, 9.0], dtype=np.float32)
    assert best_mode(logits, CARD, "ASSAULT") == "destroy"
    assert best_mode(logits, CARD, "RETREAT") == "release"
    assert best_mode(logits, CARD, "ACCUSE") is None


@pytest.mark.parametrize("scheme", SCHEMES)
def test_scores_are_probabilities_that_with_nothing_make_one(scheme: str) -> None:
    relation = decide(outputs([1.0, 2.0, 0.5, 0.1, 0.3, 0.7, 0.2]), CARD, scheme)
    assert sum(relation.scores.values()) + relation.nothing == pytest.approx(1.0, abs=1e-5)


def test_temperature_lowers_the_confidence_and_not_the_choice() -> None:
    logits = outputs([0, 0, 0, 4.0, 1.0, 0, 0])
    cool = decide(logits, CARD)
    warm = decide(logits, Card(CODES, MODES, REALIS, (), 0, 2, 1, 100, 2.0, CARD.thresholds, "", {}))
    assert cool.type == warm.type == "ACCUSE"
    assert warm.confidence < cool.confidence


def test_scheme_of_refuses_an_unknown_scheme() -> None:
    with pytest.raises(ValueError, match="Allowed: plover, plv15, quad"):
        scheme_of(CODES, "icews")


def test_split_label_reads_a_code_with_the_type_that_it_has_here() -> None:
    assert split_label("171/ASSAULT") == ("171", "ASSAULT")
    assert split_label("171") == ("171", "COERCE")
    assert split_label("000") == ("000", None)
