"""Copies: how alike the whole texts of two articles are, by MinHash.

In: texts. Out: signatures, the bands by which near-copies are found with an index, and an estimate of the share of
runs of words that two texts share. The signature of a text depends on the text alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..record.names import fold_name

# Texts that share so many of their runs of words are copies of one text, cut or edited. Two independent reports of one
# news share below a tenth.
NEAR_COPY = 0.5
# A run of words: so many are rarely the same by chance.
RUN = 4
# So many hash functions: the estimate is off by 0.04 on average where half is shared.
PERMUTATIONS = 128
# Texts are candidates where one band of so many values is the same: nine of ten at the bound above, nearly all at 0.6.
BAND = 4
BANDS = PERMUTATIONS // BAND
# The hash functions are the same for ever, or stored signatures would mean nothing.
SEED = 1
# A shorter text says too little to be a copy of another.
FEWEST_RUNS = 20
# How many hexadecimal digits a value of a signature takes.
DIGITS = 8


def sign_text(text: str) -> tuple[int, ...] | None:
    """The MinHash signature of a text, None where the text is too short for one."""
    words = re.findall(r"\w+", fold_name(text))
    runs = {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
    if len(runs) < FEWEST_RUNS:
        return None
    # It brings a library of statistics that takes a second to load, and only storing needs it.
    from datasketch import MinHash

    signature = MinHash(num_perm=PERMUTATIONS, seed=SEED)
    signature.update_batch([run.encode("utf-8", "surrogatepass") for run in sorted(runs)])
    return tuple(int(value) for value in signature.hashvalues)


def band_signature(signature: Sequence[int]) -> tuple[str, ...]:
    """The bands of a signature as texts, each with its number before it; together they hold all of it."""
    return tuple(
        f"{at:02}" + "".join(f"{value:0{DIGITS}x}" for value in signature[at * BAND : (at + 1) * BAND])
        for at in range(BANDS)
    )


def join_bands(bands: Sequence[str]) -> tuple[int, ...]:
    """The signature that bands were made of."""
    return tuple(
        int(band[at : at + DIGITS], 16) for band in sorted(bands) for at in range(2, 2 + BAND * DIGITS, DIGITS)
    )


def estimate_similarity(one: Sequence[int], other: Sequence[int]) -> float:
    """The share of runs that two texts have in common, of all runs of both, by their signatures."""
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)
