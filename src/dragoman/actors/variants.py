"""Variants: whether two spellings may be one person's name ("Lukashenko", "Lukashenka").

In: two names. Out: yes or no. Spellings of one name differ by how sounds are written in Latin letters: in vowels,
doubled letters, y for i, kh for h. Different names differ in a consonant, or by an ending that makes another name of
the first ("Karimov" and "Karimova", "Hossein" and "Hosseini"); those are refused.
"""

from __future__ import annotations

from rapidfuzz import fuzz

from ..record.names import fold_name

# Below it different surnames of the same consonants would meet ("Andersen", "Anderson": 87.5 of 100).
LEAST_RATIO = 88.0
# Shorter surnames differ by one letter as a rule ("Kim", "Lim").
LEAST_LENGTH = 5
# Endings that make a name of its own: a woman's, a people's or a family's.
_NAME_ENDINGS = frozenset("a i s n o ov ova ev eva in ina son sen ez es yan ian".split())
# How one sound is written, in the order in which it is made one.
_FOLDS = tuple(pair.split(">") for pair in "kh>h ch>č ck>k c>k ph>f ou>u oo>u ee>i iy>i yy>i y>i j>i".split())
_VOWELS = frozenset("aeiou")


def _sound(word: str) -> str:
    """The word with spellings of one sound made one, doubled letters single."""
    for written, sound in _FOLDS:
        word = word.replace(written, sound)
    return "".join(char for at, char in enumerate(word) if at == 0 or char != word[at - 1])


def _is_derived(one: str, other: str) -> bool:
    """Whether one is the other with an ending that makes another name."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and long[len(short) :] in _NAME_ENDINGS


def sound_key(surname: str) -> str:
    """What all spellings of a surname share: its first letter and its consonants."""
    folded = fold_name(surname)
    return folded[:1] + _consonants(_sound(folded))


def _consonants(word: str) -> str:
    return "".join(char for char in word if char not in _VOWELS)


def is_variant(one: str, other: str) -> bool:
    """Whether two surnames may be spellings of one name."""
    first, second = fold_name(one), fold_name(other)
    if first == second:
        return True
    if min(len(first), len(second)) < LEAST_LENGTH or first[:1] != second[:1] or _is_derived(first, second):
        return False
    first, second = _sound(first), _sound(second)
    if _is_derived(first, second):
        return False
    same_consonants = _consonants(first) == _consonants(second)
    return same_consonants and fuzz.ratio(first, second, score_cutoff=LEAST_RATIO) > 0


def sounds_alike(one: str, other: str) -> bool:
    """Whether two folded words differ only in how one sound is written ("asad", "assad")."""
    return _sound(one) == _sound(other)


def is_same_name(one: str, other: str) -> bool:
    """Whether two names of one or more words may be spellings of one: the surnames vary, the given names agree as far
    as both are given."""
    first, second = fold_name(one).split(), fold_name(other).split()
    if not first or not second or not is_variant(first[-1], second[-1]):
        return False
    if len(first) == 1 or len(second) == 1:
        return True
    return first[0] == second[0] or is_variant(first[0], second[0])
