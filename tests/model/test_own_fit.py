"""Fitting a user's ontology over a pretended model: what is learned, what is left alone, and what is told of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dragoman.model import own_fit
from dragoman.model.own import OwnOntology
from dragoman.model.own_fit import Parts, fit_own, scales
from dragoman.ontology.known import Known
from dragoman.ontology.own_file import OwnContext, OwnFile, OwnMode, OwnType, unmark

from .pretend import CARD, PretendedReader, outputs_of_marked, outputs_of_passage

STATES = "Chad Mali Peru Oman Fiji Cuba Laos Togo Iran Iraq Nepal Qatar".split()
PAIRS = list(zip(STATES, STATES[3:] + STATES[:3], strict=True))


def write(act: str, *, count: int = 12) -> list[str]:
    return [f"<S>{one}</S> {act} <T>{other}</T>." for one, other in PAIRS[:count]]


PLEDGE = [*write("promised safe networks to", count=6), *write("promised computers to", count=6)]
BOMBS, RICE, SPIES = write("bombed"), write("promised rice to"), write("accused networks of")
DRONES = write("attacked with drones", count=8)
HERRING = [f"The {kind} of {state} caught herring." for kind in ("boats", "crews") for state in STATES[:6]]
KNOWN = [
    *(Known("ASSAULT", unmark(each)) for each in BOMBS[:6]),
    *(Known("AGREE", unmark(each)) for each in RICE[:6]),
    *(Known("ACCUSE", unmark(each)) for each in SPIES[:6]),
    *(Known(None, unmark(f"<S>{one}</S> lies far from <T>{other}</T>.")) for one, other in PAIRS[:6]),
]


@pytest.fixture(autouse=True)
def few_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_fit, "load_known", lambda: tuple(KNOWN))


def own_type(name: str, examples: list[str], *, replaces: str | None = None, **changes: Any) -> OwnType:
    modes, unlike = changes.pop("modes", ()), changes.pop("unlike", ())
    return OwnType(
        name, "", None, None, replaces, modes, tuple(map(unmark, examples)), tuple(map(unmark, unlike)), **changes
    )


def mode(name: str, examples: list[str]) -> OwnMode:
    return OwnMode(name, None, tuple(map(unmark, examples)))


def fit(*types: OwnType, contexts: tuple[OwnContext, ...] = ()) -> OwnOntology:
    return fit_own(OwnFile("test", "", types, contexts, "f" * 64), PretendedReader(), tell=lambda line: None)


def types_of(ontology: OwnOntology, sentences: list[str]) -> list[str | None]:
    return [ontology.decide(outputs_of_marked(each), CARD).type for each in sentences]


NEW = own_type("CYBER_PLEDGE", PLEDGE)


def test_a_new_type_is_known_in_sentences_it_has_not_seen() -> None:
    unseen = [
        "<S>Spain</S> promised safe networks to <T>Malta</T>.",
        "<S>Ghana</S> promised computers to <T>Benin</T>.",
    ]
    assert types_of(fit(NEW), unseen) == ["CYBER_PLEDGE"] * 2


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("<S>Spain</S> bombed <T>Malta</T>.", "ASSAULT"),
        ("<S>Spain</S> promised rice to <T>Malta</T>.", "AGREE"),
        ("<S>Spain</S> accused networks of <T>Malta</T>.", "ACCUSE"),
        ("<S>Spain</S> lies far from <T>Malta</T>.", None),
    ],
)
def test_a_new_type_leaves_the_others_what_is_theirs(sentence: str, kind: str | None) -> None:
    assert types_of(fit(NEW), [sentence]) == [kind]


def test_two_new_types_are_told_apart() -> None:
    ontology = fit(NEW, own_type("GRAIN", write("shipped wheat to")))
    unseen = ["<S>Spain</S> promised computers to <T>Malta</T>.", "<S>Spain</S> shipped wheat to <T>Malta</T>."]
    assert types_of(ontology, unseen) == ["CYBER_PLEDGE", "GRAIN"]


def test_unlike_takes_back_what_the_examples_would_draw_in() -> None:
    greedy = own_type("PLEDGE", write("vowed to help"))
    unseen = ["<S>Spain</S> vowed to punish <T>Malta</T>."]
    assert types_of(fit(greedy), unseen) == ["PLEDGE"]
    warned = own_type("PLEDGE", write("vowed to help"), unlike=write("vowed to punish"))
    assert types_of(fit(warned), unseen) == [None]


def test_two_fits_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("first", "second"):
        fit(NEW, contexts=(OwnContext("fisheries", None, tuple(HERRING), ()),)).save(tmp_path / name)
    first, second = (sorted((tmp_path / name).iterdir()) for name in ("first", "second"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second] != []


def test_figures_tell_how_often_an_example_is_known_when_it_is_left_out() -> None:
    figures = fit(NEW).figures
    (told,) = figures["types"]
    assert (told["name"], told["from"], told["examples"]) == ("CYBER_PLEDGE", None, 12)
    assert (told["precision"], told["recall"], told["f1"]) == (1.0, 1.0, 1.0)
    assert 0.5 <= told["threshold"] <= 0.95
    assert figures["known"] == {"sentences": len(KNOWN), "taken": 0}


def test_figures_do_not_praise_examples_that_have_nothing_in_common() -> None:
    # The parties of the known sentences in another order, so that neither acts nor names set the examples apart.
    turned = zip(STATES[:6] * 2, [*STATES[4:9], STATES[3]] * 2, strict=True)
    acts = ("bombed", "promised rice to", "accused networks of")
    mixed = [f"<S>{one}</S> {acts[at % 3]} <T>{other}</T>." for at, (one, other) in enumerate(turned) if at < 10]
    (told,) = fit(own_type("MIXED", mixed)).figures["types"]
    assert told["recall"] <= 0.3


def test_a_rename_learns_nothing_and_asks_the_model_nothing() -> None:
    reader = PretendedReader()
    file = OwnFile("test", "", (own_type("VIOLENCE", [], replaces="ASSAULT"),), (), "f" * 64)
    ontology = fit_own(file, reader, tell=lambda line: None)
    assert (reader.asked, dict(ontology.heads)) == ([], {})
    assert types_of(ontology, ["<S>Spain</S> bombed <T>Malta</T>."]) == ["VIOLENCE"]
    (told,) = ontology.figures["types"]
    assert (told["from"], told["examples"], told["precision"], told["threshold"]) == ("ASSAULT", 0, None, None)


def test_an_extended_type_keeps_what_the_shipped_one_has_and_adds_to_it() -> None:
    ontology = fit(own_type("HARM", write("poisoned wells of"), replaces="ASSAULT"))
    both = ["<S>Spain</S> bombed <T>Malta</T>.", "<S>Spain</S> poisoned wells of <T>Malta</T>."]
    assert types_of(ontology, both) == ["HARM", "HARM"]
    assert types_of(ontology, ["<S>Spain</S> promised rice to <T>Malta</T>."]) == ["AGREE"]
    assert ontology.figures["types"][0]["examples"] == 12
    assert ontology.figures["known"]["taken"] == 0


@pytest.mark.parametrize(("known_as", "kind"), [("ASSAULT", "HARM"), (None, None)])
def test_an_extended_type_learns_from_the_known_sentences_of_the_shipped_one(
    monkeypatch: pytest.MonkeyPatch, known_as: str | None, kind: str | None
) -> None:
    known = (*KNOWN, *(Known(known_as, unmark(each)) for each in write("strafed")))
    monkeypatch.setattr(own_fit, "load_known", lambda: known)
    ontology = fit(own_type("HARM", write("poisoned wells of"), replaces="ASSAULT"))
    assert types_of(ontology, ["<S>Spain</S> strafed <T>Malta</T>."]) == [kind]


def test_known_sentences_that_a_greedy_type_takes_are_counted() -> None:
    turned = zip(STATES[:6] * 2, [*STATES[4:9], *STATES[3:8], *STATES[5:7]], strict=True)
    figures = fit(own_type("GREEDY", [f"<S>{one}</S> bombed <T>{other}</T>." for one, other in turned])).figures
    assert 0 < figures["known"]["taken"] <= 6


@pytest.mark.parametrize(("act", "known_as"), [("strafed", "ASSAULT"), ("bombed", None)])
def test_what_is_right_or_what_the_shipped_model_says_itself_is_not_taken(
    monkeypatch: pytest.MonkeyPatch, act: str, known_as: str | None
) -> None:
    known = (*KNOWN, *(Known(known_as, unmark(f"<S>{one}</S> {act} <T>Malta</T>.")) for one in STATES))
    monkeypatch.setattr(own_fit, "load_known", lambda: known)
    figures = fit(own_type("HARM", write("poisoned wells of"), replaces="ASSAULT")).figures
    assert figures["known"] == {"sentences": len(known), "taken": 0}


def test_modes_of_a_renamed_type_are_learned_against_its_known_sentences() -> None:
    ontology = fit(own_type("VIOLENCE", [], replaces="ASSAULT", modes=(mode("swarm", DRONES),)))
    assert list(ontology.heads) == ["modes.VIOLENCE"]
    drones, bombs = (
        ontology.decide(outputs_of_marked(f"<S>Spain</S> {act} <T>Malta</T>."), CARD)
        for act in ("attacked with drones", "bombed")
    )
    assert (drones.type, drones.mode) == ("VIOLENCE", "swarm")
    assert (bombs.type, bombs.mode) == ("VIOLENCE", "aerial")
    (told,) = ontology.figures["types"][0]["modes"]
    assert (told["name"], told["examples"], told["recall"]) == ("swarm", 8, 1.0)


def test_modes_of_a_new_type_are_told_from_its_other_examples() -> None:
    soft, hard = mode("soft", write("lent seeds to", count=6)), mode("hard", write("sold ploughs to", count=6))
    ontology = fit(own_type("FARMING", write("talked about farms with", count=6), modes=(soft, hard)))
    acts = ("lent seeds to", "sold ploughs to", "talked about farms with")
    unseen = [f"<S>Spain</S> {act} <T>Malta</T>." for act in acts]
    told = [ontology.decide(outputs_of_marked(each), CARD) for each in unseen]
    assert [(one.type, one.mode) for one in told] == [("FARMING", "soft"), ("FARMING", "hard"), ("FARMING", None)]
    assert ontology.figures["types"][0]["examples"] == 18


def test_where_every_example_has_a_mode_every_event_has_one() -> None:
    modes = (mode("soft", write("lent seeds to", count=6)), mode("hard", write("sold ploughs to", count=6)))
    head = fit(own_type("FARMING", [], modes=modes)).heads["modes.FARMING"]
    middle = head.bias - head.bias.max()
    assert middle[0] < min(middle[1:]) - 2, "no sentence of another type has taught the head that there may be none"


def test_a_context_is_learned_from_plain_sentences() -> None:
    ontology = fit(contexts=(OwnContext("fisheries", None, tuple(HERRING), ()), OwnContext("army", "military", (), ())))
    held = [ontology.contexts(outputs_of_passage(text), CARD).held for text in ("They caught herring.", "They met.")]
    assert held == [("fisheries",), ()]
    assert ontology.contexts(outputs_of_passage("The soldiers met."), CARD).held == ("army",)
    fisheries, army = ontology.figures["contexts"]
    assert (fisheries["examples"], fisheries["recall"]) == (12, 1.0)
    assert (army["from"], army["examples"], army["recall"]) == ("military", 0, None)


def test_a_context_does_not_hold_what_is_unlike_it() -> None:
    sport = tuple(f"The {kind} of {state} caught a ball." for kind in ("boats", "crews") for state in STATES[:6])
    ontology = fit(contexts=(OwnContext("fisheries", None, tuple(HERRING), sport),))
    assert ontology.contexts(outputs_of_passage("The crews of Malta caught a ball."), CARD).held == ()


def test_progress_names_what_is_learned() -> None:
    lines: list[str] = []
    fit_own(OwnFile("test", "", (NEW,), (), "f" * 64), PretendedReader(), tell=lines.append)
    assert lines == [f"reading marked sentences: 0 of {len(KNOWN) + 12}", "learning types: CYBER_PLEDGE"]


def test_the_ontology_remembers_its_file_and_its_model() -> None:
    ontology = fit(NEW)
    assert (ontology.file_digest, ontology.model_digest) == ("f" * 64, CARD.digest)


def test_scales_give_each_part_its_length_and_bear_columns_that_never_change() -> None:
    drawn = np.random.default_rng(3).normal(size=(50, 8)) * [9, 9, 0.1, 0.1, 40, 40, 0, 0]
    centred = drawn - drawn.mean(axis=0)
    scaled = centred / scales(centred, Parts(2, 3))
    told, first, second, third = (float((block**2).sum(axis=1).mean()) for block in np.split(scaled, [2, 4, 6], axis=1))
    assert first == pytest.approx(second)
    assert told == pytest.approx(first / 4)
    assert third == 0
    assert np.isfinite(scaled).all()
