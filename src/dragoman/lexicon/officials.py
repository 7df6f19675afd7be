"""Officials: who held which office of which state, from when until when.

In: the tables `data/officials/*.tsv`. Out: Holders by their names, each with Tenures. A name is found whole, by an
alias, or by its surname; which of several namesakes is meant is for the actors stage to prove.
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

from ..errors import LexiconError
from ..record.names import fold_name
from .load import check_keys, load_table

FOLDER = "officials"
OFFICES_FILE = "officials/offices.toml"
COLUMNS = ("country", "office", "name", "from", "until", "aliases")
# Where the family name stands first.
FAMILY_FIRST = frozenset("CHN TWN HKG MAC KOR PRK VNM KHM SGP MYS".split())
# So many holders with the given name, and with the surname, make a name that private people share ("John Smith",
# "Ali Hassan"): chosen by reading the names that fall on either side.
COMMON_GIVEN, COMMON_SURNAME = 10, 5
NUMERALS = frozenset("jr sr ii iii iv".split())
# Spellings of one surname differ by so many letters at most.
MOST_LETTERS = 2
# Words of a name that are no surname by themselves.
PARTICLES = frozenset("al el bin ben ibn van von der den de di da dos del la le abu ould mohamed mohammed".split())


@dataclass(frozen=True, slots=True)
class Office:
    """An office of the tables: sectors of who holds it and of who has held it (None: nothing is known of them), whether
    the holder is known by surname alone, and words of titles that may mean it."""

    sectors: tuple[str, ...]
    after: tuple[str, ...] | None
    leading: bool
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office held from ISO day `first` to `last` (None: still held when the table was written)."""

    country: str
    office: str
    first: str
    last: str | None

    def covers(self, day: str) -> bool:
        """Whether the office was held on an ISO day; both ends belong to it."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class Holder:
    """A person of the tables with the tenures in one country."""

    name: str
    country: str
    tenures: tuple[Tenure, ...]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The folded words of the name."""
        return tuple(fold_name(self.name).split())

    def on(self, day: str) -> tuple[Tenure, ...]:
        """The tenures that cover an ISO day."""
        return tuple(tenure for tenure in self.tenures if tenure.covers(day))


class Officials:
    """All holders, found by name. Built once, then only read."""

    def __init__(self, holders: Sequence[tuple[Holder, tuple[str, ...]]], offices: dict[str, Office]) -> None:
        """`holders` with their aliases."""
        self.offices = offices
        self.holders = tuple(holder for holder, _ in holders)
        self._by_name: dict[str, list[Holder]] = {}
        self._by_surname: dict[str, list[Holder]] = {}
        self._longest: dict[str, int] = {}
        self._given = Counter(holder.words[0] for holder, _ in holders if len(holder.words) > 1)
        for holder, aliases in holders:
            for name in dict.fromkeys((holder.name, *aliases)):
                self._index(holder, name)

    def _index(self, holder: Holder, name: str) -> None:
        words = fold_name(name).split()
        for key in dict.fromkeys((" ".join(words), " ".join(without_initials(words)))):
            put(self._by_name, key, holder)
        if len(words) > 1:
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))
        if len(words) == 1:
            put(self._by_surname, words[0], holder)
        if is_spelling(words[-1], holder.words[-1]):
            for surname in surnames_of(words, holder.country):
                put(self._by_surname, surname, holder)

    def named(self, name: str) -> tuple[Holder, ...]:
        """The holders whose whole name or alias this is; initials inside a name count only where they tell namesakes
        apart."""
        words = fold_name(name).split()
        exact = self._by_name.get(" ".join(words))
        return tuple(exact or self._by_name.get(" ".join(without_initials(words))) or ())

    def is_common(self, name: str) -> bool:
        """Whether given name and surname are both so frequent among holders that others will have the whole name."""
        words = fold_name(name).split()
        return self._given[words[0]] >= COMMON_GIVEN and len(self._by_surname.get(words[-1], ())) >= COMMON_SURNAME

    def longest_at(self, texts: Sequence[str], at: int) -> int:
        """How many of the tokens from `at` on are the longest whole name of a holder, of two words or more; 0 for
        none. A hyphen may be a token by itself."""
        most = self._longest.get(fold_name(texts[at]), 0)
        for size in range(min(2 * most, len(texts) - at), 1, -1):
            name = " ".join(texts[at : at + size])
            if texts[at + size - 1][:1].isalpha() and self.named(name):
                return size
        return 0

    def surnamed(self, name: str) -> tuple[Holder, ...]:
        """The holders whose surname, or single name, this is."""
        return tuple(self._by_surname.get(fold_name(name), ()))


def put(index: dict[str, list[Holder]], key: str, holder: Holder) -> None:
    """Add a holder to a key, once."""
    bearers = index.setdefault(key, [])
    if holder not in bearers:
        bearers.append(holder)


def is_spelling(word: str, other: str) -> bool:
    """Whether the last word of an alias is that of the name, give or take its spelling: "Abu Mazen" is no surname of
    Mahmoud Abbas."""
    return word[:1] == other[:1] and abs(len(word) - len(other)) <= MOST_LETTERS


def without_initials(words: Sequence[str]) -> list[str]:
    """The words without single letters between the first and the last ("donald j trump")."""
    return [word for at, word in enumerate(words) if len(word) > 1 or at in (0, len(words) - 1)]


def surnames_of(words: Sequence[str], country: str) -> Iterator[str]:
    """The ends of a name that may stand for it, shortest first; where the family name comes first also its beginning.
    A surname with a particle is found with and without it."""
    if len(words) > 2 and words[-1] in NUMERALS:
        # "Benigno Aquino III", but "Charles III" is no Charles.
        words = words[:-1]
    for size in range(1, len(words)):
        end = words[-size:]
        if set(end) - PARTICLES and len(end[0]) > 1:
            yield " ".join(end)
    if country in FAMILY_FIRST and len(words) > 1:
        yield words[0]


def read_tenures() -> Iterator[tuple[int, str, list[str]]]:
    """The rows of all tables with file and line. Raises LexiconError on a row that has not six columns."""
    folder = files("dragoman").joinpath("data", FOLDER)
    for path in sorted((one for one in folder.iterdir() if one.name.endswith(".tsv")), key=lambda one: one.name):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if not line.strip() or line.startswith("#") or number == 1:
                continue
            cells = [cell.strip() for cell in line.split("\t")]
            if len(cells) != len(COLUMNS):
                wanted = f"Wanted: {', '.join(COLUMNS)}, parted by tabs."
                raise LexiconError(f"{FOLDER}/{path.name}:{number}: {len(cells)} columns. {wanted}")
            yield number, path.name, cells


def first_day(text: str) -> str:
    """The first ISO day of a year, month or day."""
    return text + ("-01-01", "-01", "")[text.count("-")]


def last_day(text: str) -> str:
    """The last ISO day of a year, month or day."""
    if text.count("-") != 1:
        return text if "-" in text else f"{text}-12-31"
    year, month = (int(part) for part in text.split("-"))
    return f"{text}-{monthrange(year, month)[1]}"


def load_offices() -> dict[str, Office]:
    """The offices that the tables may name. Raises LexiconError on a key that is not allowed."""
    offices = {}
    for name, row in load_table(OFFICES_FILE).items():
        keys, needed = frozenset({"sectors", "after", "leading", "words"}), frozenset({"sectors", "words"})
        check_keys(f"{OFFICES_FILE} [{name}]", row, keys, needed)
        after = tuple(row["after"]) if "after" in row else None
        offices[name] = Office(tuple(row["sectors"]), after, row.get("leading", False), tuple(row["words"]))
    return offices


@lru_cache(maxsize=1)
def load_officials() -> Officials:
    """The officials, read once a process. Raises LexiconError where a table is broken."""
    offices = load_offices()
    tenures: dict[tuple[str, str], list[Tenure]] = {}
    names: dict[tuple[str, str], tuple[str, dict[str, None]]] = {}
    for number, file, (country, office, name, first, last, aliases) in read_tenures():
        if office not in offices:
            raise LexiconError(
                f"{FOLDER}/{file}:{number}: the office {office!r} is unknown. Allowed: {sorted(offices)}."
            )
        key = country, fold_name(name)
        tenures.setdefault(key, []).append(Tenure(country, office, first_day(first), last_day(last) if last else None))
        known = names.setdefault(key, (name, {}))[1]
        known.update(dict.fromkeys(alias.strip() for alias in aliases.split(";") if alias.strip()))
    found = [(Holder(names[key][0], key[0], tuple(held)), tuple(names[key][1])) for key, held in tenures.items()]
    return Officials(found, offices)
