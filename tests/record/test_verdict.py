"""Reasons: their words are pinned, because stores, pages and scripts rely on them."""

from __future__ import annotations

import pytest

from dragoman.record import REASONS, Reason, Refusal, Span

# Never change a line; add new ones at the end.
GOLDEN = [
    ("SUPPORTED", "supported"),
    ("NO_ACTOR", "no-actor"),
    ("NO_RECIPIENT", "no-recipient"),
    ("ONE_STATE", "one-state"),
    ("FURNITURE", "furniture"),
    ("DIGEST", "digest"),
    ("DUPLICATE", "duplicate"),
    ("SPAN_MISMATCH", "span-mismatch"),
    ("BAD_VALUE", "bad-value"),
    ("NO_SPEAKER", "no-speaker"),
    ("NO_STATE", "no-state"),
    ("OTHER_LANGUAGE", "other-language"),
    ("TOO_FEW_PARTIES", "too-few-parties"),
]


def test_the_words_of_the_reasons_are_never_renamed_or_moved() -> None:
    assert [(reason.name, reason.value) for reason in Reason][: len(GOLDEN)] == GOLDEN


def test_new_reasons_are_added_to_the_golden_list() -> None:
    assert len(Reason) == len(GOLDEN)


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_meaning(reason: Reason) -> None:
    assert REASONS[reason].strip()


def test_no_meaning_stands_without_a_reason_and_no_two_are_alike() -> None:
    assert list(REASONS) == list(Reason)
    assert len(set(REASONS.values())) == len(REASONS)


@pytest.mark.parametrize("reason", Reason)
def test_a_reason_is_a_short_word_of_lower_case_letters_and_hyphens(reason: Reason) -> None:
    assert reason.value.replace("-", "").isalpha()
    assert reason.value.islower()
    assert len(reason.value) <= 20


def test_a_refusal_with_an_unknown_reason_is_refused() -> None:
    plain = Refusal("events", Reason.NO_ACTOR, "CONSULT", Span(0, 4, "Peru"), "meet").to_dict()
    with pytest.raises(ValueError, match="because"):
        Refusal.from_dict({**plain, "reason": "because"})
