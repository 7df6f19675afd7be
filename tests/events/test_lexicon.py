"""The act lexicon: classes, shifts by the longest prefix, and what its loader refuses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from dragoman.errors import LexiconError
from dragoman.events import lexicon as module
from dragoman.events.lexicon import load_act_lexicon

from .lexicons import LEXICON


@pytest.mark.parametrize(
    ("phrase", "wanted", "inside"),
    [
        ("treaty", ("@deal",), True),
        ("peace accord", ("@deal",), True),
        ("parcel", ("@deal",), False),
        ("parcel", ("@deal", "parcel"), True),
        ("deal", ("parcel",), False),
        ("deal", (), False),
    ],
)
def test_a_phrase_is_in_a_class_or_is_the_word_itself(phrase: str, wanted: tuple[str, ...], inside: bool) -> None:
    assert LEXICON.is_in(phrase, wanted) is inside


@pytest.mark.parametrize(
    ("kind", "code", "shifted"),
    [
        ("refuse", "036", "125"),
        ("refuse", "031", "121"),
        ("refuse", "057", "120"),
        ("refuse", "190", ""),
        ("refuse", "173", None),
        ("juggle", "036", None),
    ],
)
def test_a_shift_goes_by_the_longest_prefix_of_the_code(kind: str, code: str, shifted: str | None) -> None:
    assert LEXICON.shift(kind, code) == shifted


@pytest.mark.parametrize(
    ("kind", "code", "root"),
    [
        ("intend", "042", "03"),
        ("intend", "072", "03"),
        ("intend", "190", "13"),
        ("refuse", "057", "12"),
        ("demand", "084", "10"),
        ("request", "084", "02"),
        ("threaten", "163", "13"),
        ("stop", "071", "16"),
        ("stop", "190", "08"),
        ("ease", "163", "08"),
        ("investigate", "190", "09"),
        ("support", "057", "05"),
    ],
)
def test_the_data_shift_codes_as_the_code_book_says(kind: str, code: str, root: str) -> None:
    assert (load_act_lexicon().shift(kind, code) or "")[:2] == root


def test_the_lexicon_is_built_once() -> None:
    assert load_act_lexicon() is load_act_lexicon()


def test_an_act_with_a_code_that_has_no_type_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def rows() -> Iterator[dict[str, Any]]:
        yield {"id": "wink", "code": "999", "verbs": ["wink"]}

    monkeypatch.setattr(module, "_act_rows", rows)
    with pytest.raises(LexiconError, match=r"\['999'\].*\[mode\]"):
        load_act_lexicon.__wrapped__()
