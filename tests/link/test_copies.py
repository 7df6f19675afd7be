"""Copies: the same wire text is known again, cut or edited; another report of the same news is not taken for it."""

from __future__ import annotations

import random

import pytest

from dragoman.link.copies import BANDS, NEAR_COPY, band_signature, estimate_similarity, join_bands, sign_text

WORDS = [
    f"{first}{last}" for first in ("lor", "men", "tas", "vik", "ral", "dov") for last in ("an", "es", "im", "ot", "u")
]


def make_text(seed: int, length: int = 200) -> str:
    """A text of its own; never the same with another seed."""
    dice = random.Random(seed)
    return " ".join(dice.choice(WORDS) for _ in range(length))


def similarity(one: str, other: str) -> float:
    ours, theirs = sign_text(one), sign_text(other)
    assert ours is not None and theirs is not None
    return estimate_similarity(ours, theirs)


@pytest.mark.parametrize(
    "copy",
    [
        make_text(1),
        make_text(1).upper(),
        make_text(1) + " " + make_text(2, 30),
        make_text(1)[: len(make_text(1)) * 3 // 4],
        "By our correspondent. " + make_text(1).replace(" lores ", " LORES, "),
    ],
)
def test_copies_are_known_again(copy: str) -> None:
    assert similarity(make_text(1), copy) >= NEAR_COPY


@pytest.mark.parametrize("other", [make_text(2), make_text(1)[:200] + make_text(3)])
def test_copies_are_not_seen_where_most_words_differ(other: str) -> None:
    assert similarity(make_text(1), other) < NEAR_COPY


def test_copies_share_a_band_and_strangers_none() -> None:
    def bands(text: str) -> set[str]:
        signature = sign_text(text)
        assert signature is not None
        return set(band_signature(signature))

    assert bands(make_text(1)) & bands(make_text(1) + " " + make_text(2, 40))
    assert not bands(make_text(1)) & bands(make_text(2))


def test_signature_is_the_same_at_every_time_and_comes_back_from_its_bands() -> None:
    signature = sign_text(make_text(1))
    assert signature is not None and signature == sign_text(make_text(1))
    bands = band_signature(signature)
    assert len(bands) == len(set(bands)) == BANDS
    assert join_bands(sorted(bands, reverse=True)) == signature


def test_signature_is_none_of_a_text_that_is_too_short() -> None:
    assert sign_text("Talks were held.") is None
