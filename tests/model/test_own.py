"""A user's ontology at work: who wins, what stays, and the folder it is kept in."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dragoman.errors import SetupError
from dragoman.model.own import (
    ARRAYS_FILE,
    REST,
    TOLD_FILE,
    Head,
    OwnOntology,
    TypeTold,
    best_code,
    pair_features,
    passage_features,
)
from dragoman.model.relation import decide, scheme_of

from .pretend import CARD, WIDTH, bag, hot, outputs_of, outputs_of_passage

SHIPPED = scheme_of(CARD.codes, "plover").names
COLUMNS = len(SHIPPED) + 1 + 3 * WIDTH
RENAMED = TypeTold("VIOLENCE", "what hurts", "material conflict", -9.0, "ASSAULT", {"aerial": "air-raid"})
PLEDGE = TypeTold("CYBER_PLEDGE", "", None, None, None, {})
MERGED = TypeTold("BLAME", "", "verbal conflict", -2.0, "ACCUSE", {})


def head_of(word: str, *names: str, least: float = 0.5, length: int = COLUMNS, before: int = COLUMNS) -> Head:
    """A head that gives the first of the names wherever a word stands in the sentence, and REST elsewhere."""
    weight = np.zeros((1 + len(names), length))
    at = before - 3 * WIDTH if length == COLUMNS else before
    weight[1, at : at + WIDTH] = 12.0 * bag(word)
    bias = np.full(1 + len(names), -6.0)
    bias[0] = 0.0
    return Head((REST, *names), weight, bias, 1.0, dict.fromkeys(names, least))


def own(*types: TypeTold, **changes: Any) -> OwnOntology:
    plain = OwnOntology("test", "", types, {}, {}, CARD.digest, "f" * 64, {"types": [], "contexts": []})
    return replace(plain, **changes)


def test_a_renamed_type_keeps_the_probability_of_the_shipped_one() -> None:
    outputs = outputs_of("Chad bombed Mali.")
    shipped, told = decide(outputs[:-1], CARD), own(RENAMED).decide(outputs, CARD)
    assert (shipped.type, told.type) == ("ASSAULT", "VIOLENCE")
    assert told.scores["VIOLENCE"] == pytest.approx(shipped.scores["ASSAULT"])
    assert "ASSAULT" not in told.scores
    assert (told.cameo, told.quad, told.confidence) == ("195", "material conflict", told.scores["VIOLENCE"])


@pytest.mark.parametrize(
    ("text", "kind", "cameo"),
    [("Chad accused Mali.", "ACCUSE", "112"), ("Chad signed.", "SUPPORT", "057"), ("Chad Mali.", None, "000")],
)
def test_a_rename_touches_no_other_type(text: str, kind: str | None, cameo: str) -> None:
    outputs = outputs_of(text)
    shipped, told = decide(outputs[:-1], CARD), own(RENAMED).decide(outputs, CARD)
    assert (told.type, told.cameo, told.quad) == (kind, cameo, shipped.quad)
    assert told.confidence == pytest.approx(shipped.confidence)
    assert told.nothing == pytest.approx(shipped.nothing)


def test_a_new_type_wins_where_its_head_is_sure() -> None:
    told = own(PLEDGE, heads={"types": head_of("networks", "CYBER_PLEDGE")}).decide(
        outputs_of("Chad promised Mali safe networks."), CARD
    )
    assert (told.type, told.cameo, told.mode, told.quad) == ("CYBER_PLEDGE", None, None, None)
    assert told.confidence == told.scores["CYBER_PLEDGE"] > 0.9


def test_a_new_type_wins_even_where_the_shipped_model_sees_nothing() -> None:
    told = own(PLEDGE, heads={"types": head_of("networks", "CYBER_PLEDGE")}).decide(outputs_of("Safe networks."), CARD)
    assert (told.type, told.cameo) == ("CYBER_PLEDGE", None)


@pytest.mark.parametrize(("text", "kind"), [("Chad promised Mali rice.", "AGREE"), ("Chad bombed Mali.", "VIOLENCE")])
def test_elsewhere_the_shipped_decision_stays(text: str, kind: str) -> None:
    ontology = own(PLEDGE, RENAMED, heads={"types": head_of("networks", "CYBER_PLEDGE")})
    assert ontology.decide(outputs_of(text), CARD).type == kind


def test_a_new_type_under_its_threshold_loses_but_keeps_its_score() -> None:
    ontology = own(PLEDGE, heads={"types": head_of("networks", "CYBER_PLEDGE", least=0.999)})
    told = ontology.decide(outputs_of("Chad promised Mali safe networks."), CARD)
    assert (told.type, told.cameo) == ("AGREE", "036")
    assert told.scores["CYBER_PLEDGE"] > 0.9 > told.confidence == told.scores["AGREE"]


def test_an_extended_type_adds_to_what_the_shipped_one_has() -> None:
    ontology = own(MERGED, heads={"types": head_of("sneered", "BLAME")})
    won = ontology.decide(outputs_of("Chad sneered at Mali."), CARD)
    assert (won.type, won.cameo, won.quad) == ("BLAME", "112", "verbal conflict"), "the code is one of the shipped type"
    kept = ontology.decide(outputs_of("Chad accused Mali."), CARD)
    assert (kept.type, kept.cameo) == ("BLAME", "112")
    assert ontology.decide(outputs_of("Chad bombed Mali."), CARD).type == "ASSAULT"


@pytest.mark.parametrize("text", ["Chad bombed Mali.", "Safe networks.", "Chad promised Mali safe networks.", "Chad."])
def test_scores_and_nothing_share_out_the_whole(text: str) -> None:
    for types, name in (((PLEDGE, RENAMED), "CYBER_PLEDGE"), ((MERGED,), "BLAME")):
        told = own(*types, heads={"types": head_of("networks", name)}).decide(outputs_of(text), CARD)
        assert sum(told.scores.values()) + told.nothing == pytest.approx(1.0)


def test_realis_and_attribution_come_from_the_shipped_model() -> None:
    told = own(PLEDGE).decide(outputs_of("Chad will reportedly promise Mali."), CARD)
    assert (told.realis, told.attributed) == ("future", True)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        pytest.param("Chad bombed Mali.", "air-raid", id="a shipped mode under its new name"),
        pytest.param("Chad attacked Mali.", None, id="no mode"),
        pytest.param("Chad bombed Mali with drones.", "swarm", id="the user's mode goes before the shipped one"),
        pytest.param("Chad attacked Mali with drones.", "swarm", id="the user's mode"),
        pytest.param("Chad accused Mali with drones.", None, id="not in another type"),
    ],
)
def test_a_mode_of_the_user_goes_before_the_shipped_one(text: str, mode: str | None) -> None:
    ontology = own(RENAMED, heads={"modes.VIOLENCE": head_of("drones", "swarm")})
    assert ontology.decide(outputs_of(text), CARD).mode == mode


def test_contexts_are_renamed_and_added() -> None:
    columns = len(CARD.contexts) + WIDTH
    added = head_of("herring", "fisheries", least=0.8, length=columns, before=len(CARD.contexts))
    ontology = own(renamed_contexts={"military": "armed-forces"}, heads={"context.fisheries": added})
    told = ontology.contexts(outputs_of_passage("The soldiers ate herring."), CARD)
    assert list(told.chances) == ["armed-forces", "economic", "fisheries"]
    assert told.held == ("armed-forces", "fisheries")
    assert ontology.contexts(outputs_of_passage("The farmers ate rice."), CARD).held == ()


def test_a_context_under_its_threshold_is_not_held() -> None:
    columns = len(CARD.contexts) + WIDTH
    shy = head_of("herring", "fisheries", least=0.999, length=columns, before=len(CARD.contexts))
    told = own(heads={"context.fisheries": shy}).contexts(outputs_of_passage("They ate herring."), CARD)
    assert told.chances["fisheries"] > 0.9
    assert told.held == ()


def test_features_are_finite_where_the_model_is_wholly_sure() -> None:
    outputs = outputs_of("Chad bombed Mali.")
    sure = decide([hot(len(CARD.codes), 5) * 1000, *outputs[1:-1]], CARD)
    assert np.isfinite(pair_features(sure, outputs[-1])).all()
    assert np.abs(passage_features(np.array([900, -900], dtype=np.float32), outputs[-1])).max() < 10


@pytest.mark.parametrize(("likely", "code"), [(4, "190"), (5, "195"), (0, "190"), (3, "190")])
def test_best_code_is_one_of_the_type(likely: int, code: str) -> None:
    assert best_code(hot(len(CARD.codes), likely), CARD, "ASSAULT") == code


def kept(folder: Path) -> OwnOntology:
    ontology = own(PLEDGE, RENAMED, heads={"types": head_of("networks", "CYBER_PLEDGE")})
    ontology.save(folder)
    return ontology


def test_a_folder_gives_back_what_was_saved(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    ontology = kept(folder)
    assert sorted(path.name for path in folder.iterdir()) == [TOLD_FILE, ARRAYS_FILE]
    loaded = OwnOntology.load(folder, CARD)
    assert (loaded.name, loaded.types, loaded.figures) == (ontology.name, ontology.types, ontology.figures)
    outputs = outputs_of("Chad promised Mali safe networks.")
    assert loaded.decide(outputs, CARD) == ontology.decide(outputs, CARD)


def test_saving_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("first", "second"):
        kept(tmp_path / name)
    for name in (ARRAYS_FILE, TOLD_FILE):
        assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes()


def test_load_refuses_the_ontology_of_another_model(tmp_path: Path) -> None:
    kept(tmp_path)
    with pytest.raises(SetupError, match=r"made over the model d{16}\.\.\., the model here is e{16}.*Train it again"):
        OwnOntology.load(tmp_path, replace(CARD, digest="e" * 64))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        pytest.param({"format": 9}, "it is of format 9", id="format of the future"),
        pytest.param({"arrays_digest": "0"}, "is not the one", id="arrays of another run"),
        pytest.param(
            {"heads": {"types": {"classes": ["", "A", "B"], "temperature": 1, "thresholds": {}}}},
            "3 classes",
            id="classes that do not fit",
        ),
        pytest.param({"heads": {"other": {}}}, "KeyError", id="a head without arrays"),
        pytest.param({"types": [{"name": "A"}]}, "TypeError", id="a type without its fields"),
        pytest.param({"types": None}, "TypeError", id="no types"),
    ],
)
def test_load_refuses_a_folder_that_does_not_fit_together(tmp_path: Path, changes: dict[str, Any], told: str) -> None:
    kept(tmp_path)
    row = json.loads((tmp_path / TOLD_FILE).read_text())
    (tmp_path / TOLD_FILE).write_text(json.dumps(row | changes))
    with pytest.raises(SetupError, match=f"holds no ontology that can be read.*{told}.*Train it again"):
        OwnOntology.load(tmp_path, CARD)


@pytest.mark.parametrize("name", [TOLD_FILE, ARRAYS_FILE])
@pytest.mark.parametrize("left", [None, b"", b"{", b"[]"])
def test_load_refuses_a_folder_with_a_broken_file(tmp_path: Path, name: str, left: bytes | None) -> None:
    kept(tmp_path)
    (tmp_path / name).unlink()
    if left is not None:
        (tmp_path / name).write_bytes(left)
    with pytest.raises(SetupError, match="holds no ontology that can be read"):
        OwnOntology.load(tmp_path, CARD)


def test_save_says_where_it_cannot_write(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("taken")
    with pytest.raises(SetupError, match="cannot be written.*--out"):
        kept(tmp_path / "file" / "below")
