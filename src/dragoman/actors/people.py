"""People: the persons of one article, found again by their names.

In: names as the text writes them. Out: the Known persons that a name may mean. The same words mean the same person; a
surname, a family name that stands first, or a part of a longer name means those who have it; where they are several,
nobody is chosen unless what else the text says fits one alone.
"""

from __future__ import annotations

from collections.abc import Callable

from ..record.names import fold_name
from .slots import Known
from .variants import is_same_name, is_variant, sound_key

# Variants are looked for among so many persons whose surname sounds alike; more of them are a list of names.
MOST_VARIANTS = 20


class People:
    """The persons of one article, in the order in which they are named."""

    def __init__(self, particles: frozenset[str]) -> None:
        """`particles`: words inside names that mean nobody by themselves ("bin", "de")."""
        self.particles = particles
        self.known: list[Known] = []
        self._exact: dict[str, Known] = {}
        self._by_word: dict[str, list[Known]] = {}
        self._by_sound: dict[str, list[Known]] = {}

    def add(self, name: str) -> Known:
        """A new person."""
        known = Known(name)
        self.known.append(known)
        self._index(known, name)
        return known

    def rename(self, known: Known, name: str) -> None:
        """Give a person the longer name that the text now gives."""
        known.name = name
        self._index(known, name)

    def _index(self, known: Known, name: str) -> None:
        folded = fold_name(name)
        self._exact[folded] = known
        alike = self._by_sound.setdefault(sound_key(name.split()[-1]), [])
        if known not in alike:
            alike.append(known)
        for word in dict.fromkeys(folded.split()):
            bearers = self._by_word.setdefault(word, [])
            if word not in self.particles and known not in bearers:
                bearers.append(known)

    def named(self, name: str, *, fits: Callable[[Known], bool] = lambda known: True) -> list[Known]:
        """The persons whom `name` may mean, those whose surname it is before others; `fits` leaves out those whom what
        else the text says excludes."""
        folded = fold_name(name)
        words = folded.split()
        exact = self._exact.get(folded)
        if exact is not None and (len(words) > 1 or fits(exact)):
            return [exact]
        bearers = [known for known in self._by_word.get(words[-1] if words else "", ()) if fits(known)]
        ranked: dict[int, list[Known]] = {}
        for known in bearers:
            rank = _rank(words, fold_name(known.name).split())
            if rank is not None:
                ranked.setdefault(rank, []).append(known)
        if ranked:
            return ranked[min(ranked)]
        longer = self._longer(words, fits)
        return longer or self._variants(name, fits)

    def one_named(self, name: str, *, fits: Callable[[Known], bool] = lambda known: True) -> Known | None:
        """The one person whom `name` means, None where nobody or more than one may be meant."""
        found = self.named(name, fits=fits)
        return found[0] if len(found) == 1 else None

    def has_word(self, word: str) -> bool:
        """Whether the word is part of somebody's name and may mean them by itself."""
        return bool(self._by_word.get(fold_name(word)))

    def is_part(self, name: str) -> bool:
        """Whether all the words together are part of somebody's name."""
        words = fold_name(name).split()
        return any(
            _rank(words, fold_name(known.name).split()) is not None for known in self._by_word.get(words[-1], ())
        )

    def has_variant(self, word: str) -> bool:
        """Whether the word may be somebody's surname in another spelling."""
        return any(is_variant(word, known.name.split()[-1]) for known in self._alike(word))

    def _alike(self, name: str) -> list[Known]:
        words = name.split()
        return self._by_sound.get(sound_key(words[-1]), [])[-MOST_VARIANTS:] if words else []

    def is_surname(self, word: str) -> bool:
        """Whether the word ends somebody's name."""
        folded = fold_name(word)
        return any(fold_name(known.name).split()[-1] == folded for known in self._by_word.get(folded, ()))

    def _longer(self, words: list[str], fits: Callable[[Known], bool]) -> list[Known]:
        """Persons so far known by a part of the name alone ("Ruto", then "William Ruto")."""
        if len(words) < 2:
            return []
        bearers = dict.fromkeys(known for word in (words[-1], words[0]) for known in self._by_word.get(word, ()))
        return [known for known in bearers if _contains(words, fold_name(known.name).split()) and fits(known)]

    def _variants(self, name: str, fits: Callable[[Known], bool]) -> list[Known]:
        """Persons whose name is spelt otherwise here."""
        return [known for known in self._alike(name) if fits(known) and is_same_name(name, known.name)]


def _contains(words: list[str], part: list[str]) -> bool:
    """Whether `part` stands within `words`, unbroken."""
    return len(part) <= len(words) and any(
        words[at : at + len(part)] == part for at in range(len(words) - len(part) + 1)
    )


def _rank(words: list[str], theirs: list[str]) -> int | None:
    """How well a name of `words` may mean somebody called `theirs`: 0 as the end of the name, 1 as its first word, 2 as
    another part; None where it may not."""
    if len(words) > len(theirs):
        return None
    if theirs[-len(words) :] == words:
        return 0
    if theirs[: len(words)] == words:
        return 1
    if _contains(theirs, words):
        return 2
    # "Donald Trump" for "Donald J. Trump".
    if len(words) > 1 and words[0] == theirs[0] and words[-1] == theirs[-1] and set(words) <= set(theirs):
        return 0
    return None
