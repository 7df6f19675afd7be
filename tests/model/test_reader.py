"""The model that ships, as it is read at run time."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from dragoman.errors import SetupError
from dragoman.model.card import WEIGHTS, load_card, read_card
from dragoman.model.reader import MarkedText, Reader, load_reader, read_folder

# The package that ships may be no larger: it is installed with one command on a laptop.
MOST_BYTES = 75_000_000
MODEL = Path(str(files("dragoman"))) / "data" / "model"


def marked(text: str, source: str, target: str | None) -> MarkedText:
    def place(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    return MarkedText(text, place(source), None if target is None else place(target))


CASES = [
    (marked("Norway sent medical supplies to Malawi on Monday.", "Norway", "Malawi"), "AID"),
    (marked("Norway will send medical supplies to Malawi.", "Norway", "Malawi"), "AGREE"),
    (marked("Norway refused to send medical supplies to Malawi.", "Norway", "Malawi"), "REJECT"),
    (marked("Norway was asked by Malawi for medical supplies.", "Malawi", "Norway"), "REQUEST"),
    (marked("Chadian jets bombed a rebel camp near Faya on Friday.", "Chadian jets", "a rebel camp"), "ASSAULT"),
    (marked("Peru condemned the expulsion of its envoy by Bolivia.", "Peru", "Bolivia"), "ACCUSE"),
    (
        marked("The foreign minister of Oman arrived in Qatar for talks.", "The foreign minister of Oman", "Qatar"),
        "CONSULT",
    ),
    (marked("Police arrested the editor of a weekly in Lusaka.", "Police", "the editor of a weekly"), "COERCE"),
]


def test_the_weights_are_small_enough_to_ship() -> None:
    assert (MODEL / WEIGHTS).stat().st_size <= MOST_BYTES


@pytest.mark.parametrize(("pair", "kind"), CASES, ids=[f"{kind} {pair.text[:24]}" for pair, kind in CASES])
def test_relations_reads_plain_sentences(pair: MarkedText, kind: str) -> None:
    (relation,) = load_reader().relations([pair])
    assert relation.type == kind


def test_relations_reads_by_the_marks_and_not_by_the_sentence() -> None:
    text = "Peru accused Bolivia of smuggling and thanked Chile for its help."
    first, second = load_reader().relations([marked(text, "Peru", "Bolivia"), marked(text, "Peru", "Chile")])
    assert (first.type, second.type) == ("ACCUSE", "SUPPORT")


def test_relations_gives_the_same_answer_alone_and_among_others() -> None:
    reader = load_reader()
    together = reader.relations([pair for pair, _ in CASES])
    alone = [reader.relations([pair])[0] for pair, _ in CASES]
    assert together == alone


def test_relations_of_nothing_are_nothing() -> None:
    assert load_reader().relations([]) == []
    assert load_reader().passages([]) == []


def test_passages_finds_who_acts_and_who_is_acted_on() -> None:
    text = "Police in Lusaka arrested three opposition leaders on Sunday."
    (reading,) = load_reader().passages([text])
    roles = {span.role: text[span.start : span.end] for span in reading.spans}
    assert "Police" in roles["actor"]
    assert "opposition leaders" in roles["recipient"]
    assert "arrested" in roles["trigger"]


def test_passages_finds_nobody_acting_where_nothing_happens() -> None:
    (reading,) = load_reader().passages(["Rain is expected over the coast for most of the week."])
    assert [span for span in reading.spans if span.role != "trigger"] == []


def test_vectors_have_a_row_for_each_pair() -> None:
    vectors = load_reader().vectors([pair for pair, _ in CASES])
    assert vectors.shape[0] == len(CASES)
    assert np.isfinite(vectors).all()


def test_the_card_tells_what_a_stranger_asks() -> None:
    told = load_card().told
    assert {"licence", "corpus_digest", "layers", "plan", "held_out"} <= set(told)


def test_a_model_whose_weights_changed_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(MODEL, folder)
    with (folder / WEIGHTS).open("r+b") as weights:
        weights.seek(1000)
        weights.write(b"changed")
    with pytest.raises(SetupError, match="digest"):
        read_folder(folder)


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="card"):
        read_card(tmp_path)
    with pytest.raises(SetupError):
        Reader(tmp_path, load_card())
