"""Keys: numbers by which a database finds the reports that may be of one line, without looking at all of them.

In: a Report. Out: the keys under which it is kept and those under which its like are. Every two reports with a tie
share keys of at least ENOUGH weight; that they do shows nothing yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b

from .days import MONTH, YEAR, due_day, shift
from .report import AGREEMENTS, COMMITMENTS, NOTES, Report
from .same import SMALL_COUNT

# Two of words, amounts and months of deadlines make a look worth while: no tie rests on one of them alone. The parties
# of an agreement are enough, for its days are looked at too.
WORD, PARTIES, ENOUGH = 1, 2, 2
# A key is a whole number of 64 bits.
KEY_BYTES = 8
Key = tuple[int, int]


def number_of(name: str) -> int:
    """The number of a report: its id of 16 hexadecimal digits as a signed number of 64 bits."""
    return int.from_bytes(bytes.fromhex(name), "big", signed=True)


def stored_keys(report: Report) -> tuple[Key, ...]:
    """The keys of a report with their weights, each once."""
    return _make_keys(report, {AGREEMENTS: "a", COMMITMENTS: "c", NOTES: "n"}[report.kind])


def wanted_keys(report: Report) -> tuple[Key, ...]:
    """The keys of the reports that may have a tie with one."""
    if report.kind == AGREEMENTS:
        return _make_keys(report, "a")
    if report.kind == NOTES:
        return _make_keys(report, "c")
    return (*_make_keys(report, "c"), *_make_keys(report, "n"))


def _make_keys(report: Report, space: str) -> tuple[Key, ...]:
    if report.kind == AGREEMENTS:
        return ((_hash(space, "|".join(report.parties)), PARTIES),)
    found: dict[int, int] = {}
    for state in report.parties:
        for stem in report.stems:
            found[_hash(space, state, stem)] = WORD
        for sign in _signs_of(report):
            found[_hash(space, state, sign)] = WORD
    return tuple(sorted(found.items()))


def _signs_of(report: Report) -> Iterator[str]:
    """The amounts and deadlines that a report names, and those that its words show were told before. A year is the
    deadline of too many promises to find one by."""
    start, end = report.evidence.start - report.words.start, report.evidence.end - report.words.start
    for figure in report.figures:
        if start <= figure.start < end and (figure.money or figure.scale != 1.0 or figure.value >= SMALL_COUNT):
            yield f"#{figure.value:.9g}"
    months = {named.last[:MONTH] for named in report.days if named.first[:MONTH] == named.last[:MONTH]}
    if report.deadline is not None and len(report.deadline) > YEAR:
        months.add(str(due_day(report.deadline))[:MONTH])
    # "Two months after the date": the date is that of two months before.
    exact = {named.first[:MONTH] for named in report.days if named.first[:MONTH] == named.last[:MONTH]}
    months |= {shift(month, -by) for month in exact for by in report.shifts}
    for month in sorted(months):
        yield f"@{month}"


def _hash(*parts: str) -> int:
    return int.from_bytes(
        blake2b("\x1f".join(parts).encode("utf-8"), digest_size=KEY_BYTES).digest(), "big", signed=True
    )
