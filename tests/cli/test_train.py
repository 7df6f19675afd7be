"""`dragoman train`: the example of the docs over the shipped model; the forms of the answer over a pretended one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from model.pretend import CARD, PretendedReader

from dragoman.model import reader
from dragoman.model.card import load_card
from dragoman.model.own import OWN_OUTPUTS, PASSAGE_OUTPUTS, OwnOntology
from dragoman.model.reader import MarkedText, load_reader
from dragoman.ontology.own_file import unmark

from .conftest import Answer

Cli = Callable[..., Answer]
EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "my-ontology.yaml"


@pytest.fixture
def pretended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "load_reader", PretendedReader)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """An ontology that learns one type and renames another."""
    states = "Chad Mali Peru Oman Fiji Cuba Laos Togo Iran Iraq".split()
    lines = [
        f"      - <S>{one}</S> serenaded <T>{other}</T>."
        for one, other in zip(states, states[1:] + states[:1], strict=True)
    ]
    path = tmp_path / "mine.yaml"
    renamed = "  - name: VIOLENCE\n    from: ASSAULT\n    modes: [{name: air-raid, from: aerial}]\n"
    path.write_text("name: mine\ntypes:\n" + renamed + "  - name: SONG\n    examples:\n" + "\n".join(lines) + "\n")
    return path


def test_the_example_of_the_docs_works_as_it_is(cli: Cli, tmp_path: Path) -> None:
    answer = cli("train", "--ontology", EXAMPLE, "--out", tmp_path / "mine", "--format", "json")
    assert answer.status == 0, answer.err
    told = json.loads(answer.out)
    pledge, violence = told["types"]
    assert (pledge["name"], pledge["examples"], violence["from"]) == ("CYBER_PLEDGE", 16, "ASSAULT")
    # Half of what was measured when the example was written: a figure that falls lower tells of a fault.
    assert min(pledge["precision"], pledge["recall"], told["contexts"][0]["recall"]) >= 0.4
    assert told["known"]["taken"] <= 8
    own, model = OwnOntology.load(tmp_path / "mine", load_card()), load_reader()
    sentences = [
        "<S>Germany</S> promised <T>Kosovo</T> to rebuild the servers that hackers wiped in September.",
        "<S>Chadian jets</S> bombed <T>a rebel camp</T> near Faya on Friday.",
        "<S>Peru</S> condemned the expulsion of its envoy by <T>Bolivia</T>.",
    ]
    marked = [unmark(each) for each in sentences]
    outputs = model.ask(OWN_OUTPUTS, [MarkedText(one.text, one.source, one.target) for one in marked])
    assert [own.decide(each, model.card).type for each in outputs] == ["CYBER_PLEDGE", "VIOLENCE", "ACCUSE"]
    rows = [{"id": one.text, "sentence": one.text, "source": one.source, "target": one.target} for one in marked]
    asked = cli("relate", "-", "--model", tmp_path / "mine", stdin="\n".join(map(json.dumps, rows)).encode())
    assert [row["type"] for row in asked.lines()] == ["CYBER_PLEDGE", "VIOLENCE", "ACCUSE"]
    (cod,) = model.ask_passages(
        PASSAGE_OUTPUTS, ["Cod stocks have fallen, and Oslo wants to halve the catch of its boats."]
    )
    assert "fisheries" in own.contexts(cod, model.card).held


@pytest.mark.usefixtures("pretended")
def test_the_table_names_types_modes_and_their_figures(cli: Cli, small: Path) -> None:
    answer = cli("train", "--ontology", small, "--out", "mine")
    assert answer.status == 0, answer.err
    rows = [line.split() for line in answer.out.splitlines()]
    assert rows[0] == ["what", "name", "from", "examples", "precision", "recall", "F1", "threshold"]
    assert rows[2:4] == [["type", "VIOLENCE", "ASSAULT"], ["mode", "VIOLENCE/air-raid", "aerial"]]
    assert rows[4][:3] == ["type", "SONG", "10"]
    assert all(0 <= float(figure) <= 1 for figure in rows[4][3:])
    assert len(rows[4]) == 7


@pytest.mark.usefixtures("pretended")
def test_progress_goes_to_standard_error_and_tells_how_to_go_on(cli: Cli, small: Path) -> None:
    answer = cli("train", "--ontology", small, "--out", "mine")
    assert "reading marked sentences: 0 of" in answer.err
    assert "learning types: SONG" in answer.err
    assert "sentences of the shipped types yours take" in answer.err
    assert "Use it: dragoman relate FILE --model mine" in answer.err


@pytest.mark.usefixtures("pretended")
@pytest.mark.parametrize(("form", "one_line"), [("json", False), ("jsonl", True)])
def test_json_holds_the_figures_and_the_folder_remembers_them(cli: Cli, small: Path, form: str, one_line: bool) -> None:
    answer = cli("train", "--ontology", small, "--out", "mine", "--format", form)
    told = json.loads(answer.out)
    assert (len(answer.out.splitlines()) == 1) is one_line
    assert (told["name"], told["folder"]) == ("mine", "mine")
    own = OwnOntology.load(Path("mine"), CARD)
    assert {key: told[key] for key in own.figures} == own.figures
    assert (told["model_digest"], told["file_digest"]) == (own.model_digest, own.file_digest)


@pytest.mark.usefixtures("pretended")
def test_a_folder_that_is_there_is_written_into_only_by_force(cli: Cli, small: Path, tmp_path: Path) -> None:
    words = ("train", "--ontology", small, "--out", "mine", "--format", "jsonl")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("kept")
    refused = cli(*words)
    assert (refused.status, refused.out) == (2, "")
    assert "mine is there already" in refused.err and "--force" in refused.err
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["notes.txt"]
    assert cli(*words, "--force").status == 0
    names = sorted(path.name for path in (tmp_path / "mine").iterdir())
    assert names == ["notes.txt", "ontology.json", "ontology.npz"]
    assert (tmp_path / "mine" / "notes.txt").read_text() == "kept"


@pytest.mark.usefixtures("pretended")
def test_a_dash_reads_standard_input(cli: Cli, small: Path) -> None:
    answer = cli("train", "--ontology", "-", "--out", "mine", "--format", "jsonl", stdin=small.read_bytes())
    assert answer.status == 0, answer.err
    assert json.loads(answer.out)["types"][1]["name"] == "SONG"


@pytest.mark.usefixtures("pretended")
def test_two_runs_leave_the_same_bytes(cli: Cli, small: Path, tmp_path: Path) -> None:
    for name in ("first", "second"):
        assert cli("train", "--ontology", small, "--out", name).status == 0
    for name in ("ontology.json", "ontology.npz"):
        assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes()


@pytest.mark.usefixtures("pretended")
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name: x\ntypes: [{name: X}]", "bad.yaml: types[1] (X) has 0 examples"),
        ("name: x\ntypes: [", "bad.yaml, line 2: this is no YAML"),
        ("name: x\ncontexts: [{name: y, from: z}]", "contexts[1].from is 'z'"),
    ],
)
def test_a_file_that_breaks_a_rule_is_named_and_nothing_is_written(
    cli: Cli, tmp_path: Path, text: str, told: str
) -> None:
    (tmp_path / "bad.yaml").write_text(text)
    answer = cli("train", "--ontology", "bad.yaml", "--out", "mine")
    assert (answer.status, answer.out) == (1, "")
    assert told in answer.err
    assert not (tmp_path / "mine").exists()


@pytest.mark.usefixtures("pretended")
def test_a_file_in_place_of_the_folder_is_refused_even_by_force(cli: Cli, small: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("kept")
    answer = cli("train", "--ontology", small, "--out", "taken", "--force")
    assert answer.status == 1
    assert "taken is a file" in answer.err
    assert (tmp_path / "taken").read_text() == "kept"


@pytest.mark.parametrize("words", [(), ("--ontology", "x.yaml"), ("--out", "mine")])
def test_both_options_are_needed(cli: Cli, words: tuple[str, ...]) -> None:
    assert cli("train", *words).status == 2
