"""A user's ontology file: what it may say, and what each rule refuses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.errors import CorpusError
from dragoman.ontology import load_ontology
from dragoman.ontology.own_file import OwnFile, read_own_file, unmark

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "my-ontology.yaml"
CONTEXTS = ("military", "economic")


def marked(count: int, act: str = "promised") -> list[str]:
    return [f"<S>Chad</S> {act} <T>Mali</T> {number} computers." for number in range(count)]


def plain(count: int) -> list[str]:
    return [f"They caught {number} herring." for number in range(count)]


NEW = {"name": "CYBER_PLEDGE", "examples": marked(10)}
RENAME = {"name": "VIOLENCE", "from": "ASSAULT"}
FISH = {"name": "fisheries", "examples": plain(10)}


def read(tmp_path: Path, **keys: Any) -> OwnFile:
    path = tmp_path / "mine.yaml"
    path.write_text(yaml.safe_dump({"name": "mine", **keys}), encoding="utf-8")
    return read_own_file(path, contexts=CONTEXTS)


def test_the_example_of_the_docs_is_read() -> None:
    file = read_own_file(EXAMPLE, contexts=CONTEXTS)
    assert [(one.name, one.replaces, one.learned) for one in file.types] == [
        ("CYBER_PLEDGE", None, True),
        ("VIOLENCE", "ASSAULT", False),
    ]
    assert [(len(one.examples), len(one.unlike)) for one in file.types] == [(16, 10), (0, 0)]
    assert [(one.name, len(one.examples)) for one in file.contexts] == [("fisheries", 12)]
    for one in file.types[0].all_examples:
        assert one.text[slice(*one.source)].strip() and one.text[slice(*one.target)].strip()
        assert "<" not in one.text


def test_a_file_is_known_by_its_bytes(tmp_path: Path) -> None:
    first, again, other = (read(tmp_path, types=[RENAME], description=word).digest for word in ("a", "a", "b"))
    assert first == again != other


def test_a_renamed_type_has_quad_and_score_of_the_shipped_one(tmp_path: Path) -> None:
    (plain_one,) = read(tmp_path, types=[RENAME]).types
    shipped = load_ontology()["ASSAULT"]
    assert (plain_one.quad, plain_one.score) == (shipped.quad, shipped.score)
    (own,) = read(tmp_path, types=[RENAME | {"quad": "verbal conflict", "score": -1}]).types
    assert (own.quad, own.score) == ("verbal conflict", -1.0)


def test_a_new_type_has_neither_where_the_file_gives_none(tmp_path: Path) -> None:
    (own,) = read(tmp_path, types=[NEW]).types
    assert (own.quad, own.score, own.description, own.modes, own.unlike) == (None, None, "", (), ())


def test_examples_of_modes_are_examples_of_the_type(tmp_path: Path) -> None:
    modes = [{"name": "soft", "examples": marked(5)}, {"name": "hard", "examples": marked(5, "sold")}]
    (own,) = read(tmp_path, types=[{"name": "FARMING", "modes": modes}]).types
    assert (len(own.all_examples), own.learned) == (10, True)


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param({"types": [RENAME | {"name": "ASSAULT"}]}, id="a shipped type under its own name"),
        pytest.param({"types": [RENAME, {"name": "ASSAULT", "from": "COERCE"}]}, id="a name that another leaves"),
        pytest.param({"types": [RENAME | {"modes": [{"name": "air-raid", "from": "aerial"}]}]}, id="a mode renamed"),
        pytest.param({"types": [RENAME | {"modes": [{"name": "swarm", "examples": marked(5)}]}]}, id="a mode added"),
        pytest.param({"types": [NEW | {"unlike": marked(1, "sold")}]}, id="one sentence unlike it"),
        pytest.param({"contexts": [FISH, {"name": "army", "from": "military"}]}, id="contexts alone"),
        pytest.param({"contexts": [FISH | {"unlike": ["They caught a ball."]}]}, id="a context and what is unlike it"),
        pytest.param({"types": [RENAME], "contexts": None}, id="a key left empty"),
    ],
)
def test_what_is_allowed_is_read(tmp_path: Path, keys: dict[str, Any]) -> None:
    file = read(tmp_path, **keys)
    assert file.types or file.contexts


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        pytest.param({}, "the file has neither types nor contexts", id="nothing"),
        pytest.param({"types": []}, r"types has 0 items", id="no types"),
        pytest.param({"typs": [NEW]}, "the file has the unknown key 'typs'", id="misspelt key"),
        pytest.param({"name": 3, "types": [RENAME]}, "name is 3. Allowed: words", id="a number as name"),
        pytest.param(
            {"types": [{"name": "X"}]}, r"types\[1\] \(X\) has 0 examples. Allowed: 10 to 50", id="no examples"
        ),
        pytest.param({"types": [{"name": "X", "examples": marked(9)}]}, "has 9 examples", id="too few"),
        pytest.param({"types": [{"name": "X", "examples": marked(51)}]}, r"types\[1\].examples has 51", id="too many"),
        pytest.param({"types": [RENAME | {"examples": marked(3)}]}, "has 3 examples", id="too few to extend"),
        pytest.param(
            {"types": [NEW | {"name": "pledge"}]}, r"types\[1\].name is 'pledge'. Allowed: capitals", id="case"
        ),
        pytest.param({"types": [NEW | {"name": "A" * 41}]}, "at most 40", id="long name"),
        pytest.param(
            {"types": [NEW | {"name": "AID"}]}, r"has the name AID, which ships.*from: AID", id="shipped name"
        ),
        pytest.param(
            {"types": [RENAME, RENAME]}, r"types\[1\] has `from: ASSAULT`, and so has another", id="from twice"
        ),
        pytest.param({"types": [NEW, RENAME | {"name": "CYBER_PLEDGE"}]}, "and so has another", id="name twice"),
        pytest.param(
            {"types": [RENAME | {"from": "HARM"}]}, r"from is 'HARM'. Allowed: ACCUSE, AGREE", id="no such type"
        ),
        pytest.param({"types": [RENAME | {"quad": "conflict"}]}, "quad is 'conflict'. Allowed: material", id="quad"),
        pytest.param(
            {"types": [RENAME | {"score": -11}]}, "score is -11. Allowed: a number from -10 to 10", id="score"
        ),
        pytest.param({"types": [RENAME | {"unlike": marked(1)}]}, "`unlike` and no `examples`", id="unlike alone"),
        pytest.param(
            {"types": [RENAME | {"modes": [{"name": "x", "from": "visit"}]}]},
            r"modes\[1\].from is 'visit'",
            id="a mode of another type",
        ),
        pytest.param(
            {"types": [RENAME | {"modes": [{"name": "drone", "examples": marked(5)}]}]},
            "drone, which ships",
            id="a mode that ships",
        ),
        pytest.param(
            {"types": [RENAME | {"modes": [{"name": "swarm"}]}]}, "neither `from` nor `examples`", id="mode empty"
        ),
        pytest.param(
            {"types": [RENAME | {"modes": [{"name": "x", "from": "drone", "examples": marked(5)}]}]},
            r"modes\[1\] has both",
            id="mode with both",
        ),
        pytest.param(
            {"types": [RENAME | {"modes": [{"name": "x", "examples": marked(4)}]}]}, "4 items. Allowed: 5", id="mode"
        ),
        pytest.param(
            {"types": [{"name": "X", "modes": [{"name": "x", "examples": marked(12)}]}]},
            "all its examples in one",
            id="one mode",
        ),
        pytest.param(
            {"types": [NEW, {"name": "X", "examples": marked(10)}]},
            "an example twice, under CYBER_PLEDGE and X",
            id="an example in two types",
        ),
        pytest.param({"types": [NEW | {"unlike": marked(1)}]}, "an example twice", id="an example unlike itself"),
        pytest.param({"contexts": [FISH | {"examples": plain(9)}]}, r"contexts\[1\].examples has 9 items", id="few"),
        pytest.param({"contexts": [FISH | {"examples": plain(9) + plain(1)}]}, "an example twice", id="sentence twice"),
        pytest.param({"contexts": [FISH | {"unlike": plain(1)}]}, "under examples and unlike", id="in both lists"),
        pytest.param({"contexts": [FISH | {"name": "military"}]}, "military, which ships", id="a shipped context"),
        pytest.param(
            {"contexts": [{"name": "army", "from": "navy"}]}, "'navy'. Allowed: economic, military", id="from"
        ),
        pytest.param(
            {"contexts": [{"name": "army", "from": "military", "unlike": ["x"]}]}, "unlike", id="rename unlike"
        ),
    ],
)
def test_each_rule_is_told_with_its_place(tmp_path: Path, keys: dict[str, Any], told: str) -> None:
    with pytest.raises(CorpusError, match=r"^mine\.yaml.*" + told):
        read(tmp_path, **keys)


def test_unmark_gives_the_places_of_both() -> None:
    one = unmark("In Lima <T>Peru's <S>navy</S> chief</T> spoke.")
    assert one.text == "In Lima Peru's navy chief spoke."
    assert (one.text[slice(*one.source)], one.text[slice(*one.target)]) == ("navy", "Peru's navy chief")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Chad helped Mali.", "<S> stands 0 times"),
        ("<S>Chad</S> helped Mali.", "<T> stands 0 times"),
        ("<S>Chad</S> and <S>Peru</S> helped <T>Mali</T>.", "<S> stands 2 times"),
        ("<S>Chad helped <T>Mali</T>.", "</S> stands 0 times"),
        ("<S></S>Chad helped <T>Mali</T>.", "no word between <S> and </S>"),
        ("<S>Chad</S> helped <T> . </T>", "no word between <T> and </T>"),
        ("</S>Chad<S> helped <T>Mali</T>.", "no word between <S> and </S>"),
        ("<S><T>Chad</T></S> helped.", "both mark the same words"),
        ("<s>Chad</s> helped <t>Mali</t>.", "<S> stands 0 times"),
    ],
)
def test_a_sentence_without_its_marks_is_refused_with_its_place(tmp_path: Path, sentence: str, told: str) -> None:
    with pytest.raises(CorpusError, match=r"mine\.yaml: types\[1\]\.examples\[11\] is .*Allowed: one <S>") as caught:
        read(tmp_path, types=[NEW | {"examples": [*marked(10), sentence]}])
    assert told in str(caught.value)
