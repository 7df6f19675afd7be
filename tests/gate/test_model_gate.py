"""The gate of the model: its figures on the held-out part of the corpus never fall below the floors."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
FIGURES = ("plover macro-F1", "plv15 macro-F1", "quad macro-F1", "code", "mode", "realis", "attributed", "spans F1")


@pytest.fixture(scope="session")
def gate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dragoman_gate_model", ROOT / "gate" / "model.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def floors(gate: ModuleType) -> dict[str, Any]:
    kept: dict[str, Any] = gate.load_floors()
    return kept


@pytest.fixture(scope="session")
def figures(gate: ModuleType) -> dict[str, float]:
    measured: dict[str, float] = gate.measure(gate.held_pairs())
    return measured


@pytest.mark.parametrize("name", FIGURES)
def test_the_model_keeps_its_floor(figures: dict[str, float], floors: dict[str, Any], name: str) -> None:
    assert figures[name] >= floors["floors"][name], (
        f"{name} is {figures[name]:.4f}; its floor is {floors['floors'][name]:.3f}. "
        'Mend it, or say why it may fall: python gate/model.py --lower --why "..."'
    )


def test_the_confidence_is_a_probability(figures: dict[str, float], gate: ModuleType) -> None:
    assert figures["calibration error"] <= gate.WORST_ERROR


def test_the_held_out_part_is_the_one_that_the_floors_were_measured_on(
    gate: ModuleType, floors: dict[str, Any]
) -> None:
    assert gate.take_digest(gate.held_pairs()) == floors["digest"], (
        'The held-out part changed. Where that is right: python gate/model.py --why "..."'
    )


def test_every_renewal_has_its_reason(floors: dict[str, Any]) -> None:
    assert floors["history"]
    assert all(row["why"].strip() and row["figures"] for row in floors["history"])
