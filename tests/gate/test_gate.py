"""The gate: dragoman's F1 on the project's gold never falls below the floors, and the gold never changes unnoticed."""

from __future__ import annotations

import importlib.util
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dragoman.evaluate.records import KINDS, load_gold, mean_f1, score_records

ROOT = Path(__file__).parents[2]
GROUPS = ("development", "held")
# A second yardstick that does not lie in the repository; who has it keeps it beside the checkout.
YARDSTICK = ROOT.parent / "shared" / "samples"


@lru_cache(maxsize=1)
def load_renew() -> ModuleType:
    """gate/renew.py, which belongs to no package."""
    spec = importlib.util.spec_from_file_location("dragoman_gate_renew", ROOT / "gate" / "renew.py")
    assert spec is not None
    assert spec.loader is not None
    renew = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(renew)
    return renew


@pytest.fixture(scope="session")
def floors() -> dict[str, Any]:
    held: dict[str, Any] = load_renew().load_floors()
    return held


@pytest.fixture(scope="session")
def measured() -> dict[str, dict[str, Any]]:
    """The figures of both groups, each measured once. No tally: a failing test would print what held pages say."""
    return {group: load_renew().measure(group) for group in GROUPS}


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_keeps_its_floor(
    measured: dict[str, dict[str, Any]], floors: dict[str, Any], group: str, kind: str
) -> None:
    figures, floor = measured[group][kind], floors["floors"][group][kind]
    assert figures.f1 >= floor, (
        f"{kind} of the {group} pages: F1 {figures.f1:.3f}, precision {figures.precision:.3f}, "
        f"recall {figures.recall:.3f}; its floor is {floor:.3f}. "
        "Mend the rules, or say why it may fall: python gate/renew.py --lower WHY"
    )


def test_the_gold_and_its_pages_are_those_that_the_floors_were_measured_on(floors: dict[str, Any]) -> None:
    assert load_renew().take_digest() == floors["digest"], (
        'The gold or a page was changed. Where that is right: python gate/renew.py --why "..."'
    )


def test_every_renewal_has_its_day_its_reason_and_its_figures(floors: dict[str, Any]) -> None:
    assert floors["history"]
    for row in floors["history"]:
        assert date.fromisoformat(row["date"])
        assert row["why"].strip()
        assert set(row["mean"]) == set(GROUPS)


def test_both_groups_hold_gold_and_every_page_is_there() -> None:
    renew = load_renew()
    for gold, folder in renew.SOURCES:
        pages = load_gold(gold)
        held = {page for page in pages if page.startswith(renew.HELD)}
        assert held
        assert set(pages) - held
        assert [page for page in pages if not (folder / page).exists()] == []


@pytest.mark.parametrize(
    ("measured_f1", "before", "lower", "floor"),
    [(0.9, 0.5, False, 0.88), (0.9, 0.89, False, 0.89), (0.9, 0.89, True, 0.88), (0.01, 0.0, False, 0.0)],
)
def test_a_floor_rises_and_falls_only_where_that_is_asked_for(
    measured_f1: float, before: float, lower: bool, floor: float
) -> None:
    assert load_renew().choose_floor(measured_f1, before, lower=lower) == pytest.approx(floor)


def test_the_digest_sees_a_changed_byte_and_a_changed_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    renew = load_renew()
    for name in ("GOLD", "PAGES"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(renew, "SOURCES", ((tmp_path / "GOLD", tmp_path / "PAGES"),))
    seen = []
    for page, words in (("a", "one"), ("a", "two"), ("b", "two")):
        (tmp_path / "PAGES" / page).write_text(words)
        seen.append(renew.take_digest())
        (tmp_path / "PAGES" / page).unlink()
    assert len(set(seen)) == 3


def test_the_optional_yardstick_is_met() -> None:
    if not YARDSTICK.is_dir():
        pytest.skip("the optional yardstick ../shared/samples is not beside this checkout")
    tallies = score_records(YARDSTICK)
    assert mean_f1(tallies) >= 0.75
    assert tallies["events"].f1 >= 0.60
