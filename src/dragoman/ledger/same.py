"""Same: whether two reports are of one agreement or one promise, though amount, deadline or wording differ.

In: two reports. Out: a Tie with its points and what shows it, None where nothing does. A promise whose amount or
deadline differ is the same one only where the later words say so or name the old value. Depends on the two alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..link.mention import days_between, shift_day
from ..record.happening import Agreed
from .changes import Told, points_back
from .days import MONTH, YEAR
from .figures import Figure, near
from .refer import LOOSE
from .report import AGREEMENTS, COMMITMENTS, NEWS_DAYS, NOTES, OPEN_DAYS, SAME_DAY, Report
from .values import (
    DIFFER,
    ELSE,
    SAME,
    compare_amounts,
    compare_deadlines,
    names_due,
    names_old_deadline,
    old_amount,
    own_figures,
)

# How many stems, and which share of the fewer, show the same matter (strong), or may show it (weak).
STRONG_COUNT, STRONG_SHARE, WEAK_COUNT, WEAK_SHARE = 3, 0.5, 2, 0.15
STRONG, WEAK = 2, 1
# What a tie weighs by what shows it.
OLD_VALUE, SAME_VALUE, BY_WORDS, REFERENCE, SAME_NEWS = 6, 5, 4, 6, 4
# Of a note: an amount, a small count, a deadline, words that point back; and what it needs in all.
AMOUNT_NAMED, COUNT_NAMED, DEADLINE_NAMED, BACK, NOTE_ENOUGH = 2, 1, 2, 1, 3
# An amount from here on is not met twice by chance.
LARGE = 1000
# Numbers below this that are neither scaled nor money occur everywhere.
SMALL_COUNT = 20
# What became of a promise is told within so many days after it.
NOTE_DAYS = 20 * 365
# What is done with an agreement once it is made.
MADE = frozenset({"signed", "ratified", "in force"})
NOT_MADE = frozenset({"planned", "proposed"})
_MOVED = {"raised", "lowered"}
_DELAYED = {"postponed", "brought forward"}


@dataclass(frozen=True, slots=True)
class Tie:
    """Two reports of one line: points, the strongest first, and what agrees."""

    points: int
    agreed: tuple[Agreed, ...]


def tie(one: Report, other: Report) -> Tie | None:
    """The tie of two reports, whichever is first."""
    earlier, later = (one, other) if one.order <= other.order else (other, one)
    kinds = {one.kind, other.kind}
    if kinds == {COMMITMENTS}:
        return _tie_promises(earlier, later)
    if kinds == {AGREEMENTS}:
        return _tie_agreements(earlier, later)
    if kinds == {COMMITMENTS, NOTES}:
        promise, note = (one, other) if one.kind == COMMITMENTS else (other, one)
        return tie_note(note, promise)
    return None


def share_matter(one: Report, other: Report) -> tuple[int, tuple[str, ...]]:
    """How strongly the words show one matter (0, WEAK, STRONG), and the stems that both have."""
    shared = set(one.stems) & set(other.stems)
    fewest = min(len(one.stems), len(other.stems)) or 1
    share = len(shared) / fewest
    words = tuple(sorted(shared))
    if len(shared) >= STRONG_COUNT and share >= STRONG_SHARE:
        return STRONG, words
    if len(shared) >= WEAK_COUNT and share >= WEAK_SHARE:
        return WEAK, words
    return 0, words


def same_sides(one: Report, other: Report) -> bool:
    """Whether the parties of one are those of the other, or among them: texts leave out who is plain."""
    ours, theirs = set(one.parties), set(other.parties)
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


# -- promises -------------------------------------------------------------------------------------------------------


def _tie_promises(earlier: Report, later: Report) -> Tie | None:
    # A sentence that tells two promises tells them apart.
    if not same_sides(earlier, later) or (earlier.article_id, earlier.words) == (later.article_id, later.words):
        return None
    strength, words = share_matter(earlier, later)
    agreed = [Agreed("parties", ", ".join(sorted({*earlier.parties, *later.parties})))]
    if strength:
        agreed.append(Agreed("wording", ", ".join(words)))
    found = _shared_values(earlier, later, strength)
    if not found:
        return None
    return Tie(max(points for points, _ in found) + strength, (*agreed, *(each for _, each in found)))


def _shared_values(earlier: Report, later: Report, strength: int) -> list[tuple[int, Agreed]]:
    """What of amount, deadline and words shows that a later promise is an earlier one, with its points."""
    amounts, deadlines = compare_amounts(earlier, later), compare_deadlines(earlier.deadline, later)
    if not strength:
        # A large sum due in the same month needs no words besides.
        exact = deadlines == SAME and len(str(earlier.deadline)) > YEAR and len(str(later.deadline)) > YEAR
        telling = amounts == SAME and exact and (later.amount or 0) >= LARGE
        return [(SAME_VALUE, Agreed("amount", _tell(later.amount)))] if telling else []
    found: list[tuple[int, Agreed]] = []
    old = old_amount(earlier, later) if amounts == DIFFER else None
    if old is not None:
        found.append((OLD_VALUE, Agreed("amount", f"{_tell(old)}, now {_tell(later.amount)}")))
    if deadlines == DIFFER and amounts != DIFFER and names_old_deadline(earlier, later):
        found.append((OLD_VALUE, Agreed("deadline", f"{earlier.deadline}, now {later.deadline}")))
    if amounts == SAME and deadlines != DIFFER:
        found.append((SAME_VALUE, Agreed("amount", _tell(later.amount))))
    if deadlines == SAME and amounts != DIFFER and strength == STRONG:
        found.append((SAME_VALUE, Agreed("deadline", str(later.deadline))))
    said = _say_so(later, amounts, deadlines)
    if strength == STRONG and earlier.article_id != later.article_id and said is not None:
        found.append((BY_WORDS, Agreed("words", later.words.text[said.start : said.end])))
    return found


def _say_so(later: Report, amounts: str, deadlines: str) -> Told | None:
    """The words of a later report that say that it is an earlier promise, where what differs is what they say."""
    if amounts == ELSE:
        return None
    wanted = {*_MOVED, *_DELAYED, "repeated"}
    wanted = wanted & _MOVED if amounts == DIFFER else wanted
    wanted = wanted & _DELAYED if deadlines == DIFFER else wanted
    return next((each for each in later.own_told if each.change in wanted), None)


# -- what became of a promise -----------------------------------------------------------------------------------------


def tie_note(note: Report, promise: Report) -> Tie | None:
    """Whether a sentence about what was done tells of a promise: by its amount, its deadline and its matter."""
    # One state alone is in the news for much: the sentence itself must name it.
    states = note.parties if len(promise.parties) > 1 else note.named
    if not promise.parties or not set(promise.parties) <= set(states) or promise.order > note.order:
        return None
    if promise.day is not None and note.day is not None and days_between(promise.day, note.day) > NOTE_DAYS:
        return None
    if note.article_id == promise.article_id and note.words.overlaps(promise.words):
        return None
    strength, words = share_matter(note, promise)
    agreed = [Agreed("parties", ", ".join(promise.parties))]
    points, signs = 0, 0
    amount = _named_amount(note, promise)
    if amount is not None:
        small = not amount.money and amount.scale == 1.0 and amount.value < SMALL_COUNT
        points += COUNT_NAMED if small else AMOUNT_NAMED
        signs += not small
        agreed.append(Agreed("amount", _tell(amount.value)))
    if promise.deadline is not None and names_due(note, promise.deadline):
        points, signs = points + DEADLINE_NAMED, signs + 1
        agreed.append(Agreed("deadline", promise.deadline))
        # Beside the month or the day of a deadline one word for the matter is enough.
        if not strength and words and len(promise.deadline) > YEAR:
            strength = WEAK
    if strength:
        agreed.append(Agreed("wording", ", ".join(words)))
    if strength == STRONG and points_back(note.words.text):
        points += BACK
    if points + strength < NOTE_ENOUGH or not (strength or signs > 1):
        return None
    return Tie(points + strength, tuple(agreed))


def _named_amount(note: Report, promise: Report) -> Figure | None:
    """The figure of a note that is the amount of a promise, or another number of the promise's own words."""
    own = own_figures(promise)
    best = None
    for figure in note.figures:
        known = promise.amount is not None and figure.is_amount(promise.amount, promise.currency)
        known = known or any(near(figure.value, each.value) and figure.money == each.money for each in own)
        if known and (best is None or figure.value > best.value):
            best = figure
    return best


# -- agreements -------------------------------------------------------------------------------------------------------


def _tie_agreements(earlier: Report, later: Report) -> Tie | None:
    if set(earlier.parties) != set(later.parties) or earlier.article_id == later.article_id:
        return None
    parties = Agreed("parties", ", ".join(earlier.parties))
    for reference, target in ((later, earlier), (earlier, later)):
        if reference.refers is not None and not _is_reference(target):
            found = refers_to(reference, target)
            if found is not None:
                return Tie(REFERENCE, (parties, *found))
    if _is_reference(earlier) and _is_reference(later):
        return _tie_references(earlier, later, parties)
    if earlier.refers is None and later.refers is None and not earlier.grouped and not later.grouped:
        return _tie_news(earlier, later, parties)
    return None


def _is_reference(report: Report) -> bool:
    """Whether a report does no more than take up an agreement made before."""
    return report.refers is not None


def fits_kind(one: str, other: str) -> bool:
    """Whether two kinds of agreement may be one: "agreement" may be any."""
    return one == other or LOOSE in (one, other)


def made_on(report: Report) -> tuple[str, str] | None:
    """The days on which an agreement was made by a report of it: by its words, else the days of the news."""
    if report.status in NOT_MADE:
        return None
    if report.day_told is not None:
        return report.day_told
    return None if report.day is None else (shift_day(report.day, -NEWS_DAYS), report.day)


def refers_to(reference: Report, target: Report) -> tuple[Agreed, ...] | None:
    """What shows that the words of one report mean the agreement of another, None where they cannot or do not."""
    refers, made = reference.refers, made_on(target)
    if refers is None or made is None or not fits_kind(refers.kind, target.type):
        return None
    days = refers.days
    if days is None:
        # "The agreement", told by nobody before in its article, is the one in the news.
        if reference.day is None or target.day is None or target.day > reference.day:
            return None
        days = shift_day(reference.day, -NEWS_DAYS), reference.day
    if not (made[0] <= days[1] and days[0] <= made[1]):
        return None
    agreed = [Agreed("type", target.type), Agreed("time", " to ".join(dict.fromkeys(made)))]
    if refers.occasion is not None:
        if not any(_is_occasion(refers.occasion, days, each) for each in target.occasions):
            return None
        agreed.append(Agreed("occasion", refers.occasion))
    return tuple(agreed)


def _is_occasion(form: str, days: tuple[str, str], occasion: tuple[str, str | None, str | None]) -> bool:
    known, first, last = occasion
    if known != form and "meeting" not in (known, form):
        return False
    return (first is None or first <= days[1]) and (last is None or days[0] <= last)


def _tie_references(one: Report, other: Report, parties: Agreed) -> Tie | None:
    """Two texts that take up one agreement whose making nobody has told: the same kind, the same month or day."""
    ours, theirs = one.refers, other.refers
    if ours is None or theirs is None or ours.plural or theirs.plural or ours.days is None or ours.days != theirs.days:
        return None
    narrow = ours.days[0][:MONTH] == ours.days[1][:MONTH]
    if ours.kind != theirs.kind or not (narrow or share_matter(one, other)[0] == STRONG):
        return None
    return Tie(SAME_NEWS, (parties, Agreed("type", ours.kind), Agreed("time", " to ".join(ours.days))))


def _tie_news(earlier: Report, later: Report, parties: Agreed) -> Tie | None:
    """Two reports of one signing, or of a plan and its signing, by the words of their sentences."""
    strength, words = share_matter(earlier, later)
    if not strength or not fits_kind(earlier.type, later.type):
        return None
    exact = earlier.type == later.type != LOOSE
    agreed = (parties, Agreed("type", later.type), Agreed("wording", ", ".join(words)))
    if earlier.status in NOT_MADE:
        known = earlier.day is not None and later.day is not None and days_between(earlier.day, later.day) <= OPEN_DAYS
        return Tie(BY_WORDS, agreed) if known and strength == STRONG and later.status in {*MADE, *NOT_MADE} else None
    if later.status in NOT_MADE or earlier.day is None or later.day is None:
        return None
    if strength == STRONG or exact:
        ours, theirs = earlier.day_told or (earlier.day, earlier.day), later.day_told or (later.day, later.day)
        if ours[0] == ours[1] and theirs[0] == theirs[1] and days_between(ours[0], theirs[0]) <= SAME_DAY:
            return Tie(
                SAME_NEWS + strength, (*agreed, Agreed("time", " to ".join(dict.fromkeys((ours[0], theirs[0])))))
            )
    return None


def _tell(value: float | None) -> str:
    return "" if value is None else f"{value:,.10g}"
