"""Spans: what they prove, what they refuse, and how they lie to each other."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.record import Span

TEXT = "Peru recalled its envoy."


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (0, 3, "Peru"),
        (0, 5, "Peru"),
        (-1, 3, "Peru"),
        (-4, 0, "Peru"),
        (4, 0, "Peru"),
        (4, 3, ""),
        (0, 1, ""),
    ],
)
def test_a_span_refuses_words_of_another_length(start: int, end: int, words: str) -> None:
    with pytest.raises(ValueError, match="does not have the length"):
        Span(start, end, words)


def test_the_refusal_of_a_span_names_its_values() -> None:
    with pytest.raises(ValueError, match=r"\[7, 9\).*'Peru'"):
        Span(7, 9, "Peru")


@pytest.mark.parametrize(
    ("start", "text", "proven"),
    [
        (0, TEXT, True),
        (0, "Perú recalled its envoy.", False),
        (1, TEXT, False),
        (0, "", False),
        (900, TEXT, False),
    ],
)
def test_a_span_proves_itself_only_where_its_words_stand(start: int, text: str, proven: bool) -> None:
    assert Span(start, start + 4, "Peru").proves(text) is proven


@given(text=st.text(max_size=40), ends=st.tuples(st.integers(0, 40), st.integers(0, 40)))
def test_a_cut_span_proves_itself_and_has_no_white_space_at_its_edges(text: str, ends: tuple[int, int]) -> None:
    start, end = sorted(min(at, len(text)) for at in ends)
    span = Span.cut(text, start, end)
    assert span.proves(text)
    assert span.text == text[start:end].strip()
    assert start <= span.start <= span.end <= end


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("  Peru  ", 0, 8, (2, 6)),
        ("Peru", 0, 4, (0, 4)),
        ("\u00a0Peru\u2003", 0, 6, (1, 5)),
        ("a   b", 1, 4, (4, 4)),
        ("𝒫eru ", 0, 5, (0, 4)),
    ],
)
def test_cut_counts_code_points(text: str, start: int, end: int, expected: tuple[int, int]) -> None:
    span = Span.cut(text, start, end)
    assert (span.start, span.end) == expected


@pytest.mark.parametrize(
    ("first", "second", "covers", "overlaps"),
    [
        ((0, 9), (2, 5), True, True),
        ((0, 9), (0, 9), True, True),
        ((2, 5), (0, 9), False, True),
        ((0, 5), (4, 9), False, True),
        ((0, 5), (5, 9), False, False),
        ((5, 9), (0, 5), False, False),
    ],
)
def test_spans_know_how_they_lie(first: tuple[int, int], second: tuple[int, int], covers: bool, overlaps: bool) -> None:
    one, other = (Span(start, end, TEXT[start:end]) for start, end in (first, second))
    assert one.covers(other) is covers
    assert one.overlaps(other) is overlaps
    assert other.overlaps(one) is overlaps


def test_spans_sort_by_place_then_by_length() -> None:
    spans = [Span(5, 6, "r"), Span(0, 4, "Peru"), Span(0, 1, "P")]
    assert [(span.start, span.end) for span in sorted(spans)] == [(0, 1), (0, 4), (5, 6)]


def test_a_span_is_frozen() -> None:
    span = Span(0, 4, "Peru")
    with pytest.raises(FrozenInstanceError):
        span.start = 1  # type: ignore[misc]


def test_a_plain_span_with_wrong_offsets_is_refused() -> None:
    with pytest.raises(ValueError, match="length"):
        Span.from_dict({"start": 0, "end": 9, "text": "Peru"})
