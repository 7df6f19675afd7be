"""`dragoman claims`: who said what about whom, and what is contested, with the accounts of all sides."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from rich.console import Console
from rich.padding import Padding

from ..coding import check_day
from ..errors import ReadError
from ..ledger.accounts import Contest, Point
from ..ledger.contested import Account
from ..store import ClaimRow, Store
from .console import Format, cell, fail, out, say_json, warn
from .ledger import warn_outside
from .tables import actors_text, make_table

COLUMNS = ("published", "speaker", "about", "article", "words")
# Below so many characters a line the article is left out, so that the words have room.
NARROW = 110
# How far an account stands in from what is contested.
INDENT = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user asks for, as written."""

    speaker: str | None
    about: str | None
    search: str | None
    since: str | None
    until: str | None
    limit: int

    def days(self) -> tuple[str | None, str | None]:
        """Both days; refuses what is none."""
        return check_day(self.since), check_day(self.until)

    @property
    def is_filtered(self) -> bool:
        """Whether anything narrows the list."""
        return any((self.speaker, self.about, self.search, self.since, self.until))


def code_of(code: str | None) -> str | None:
    """A code as it is stored."""
    return None if code is None else code.strip().upper()


def list_claims(asked: Asked, *, db: str, form: Format) -> int:
    """List claims; the exit status of the contract."""
    try:
        since, until = asked.days()
    except ReadError as error:
        return fail(str(error).replace("publication date", "day"), status=2)
    with Store.open(db, create=False) as store:
        found = list(
            store.claims(
                speaker=code_of(asked.speaker),
                about=code_of(asked.about),
                search=asked.search,
                since=since,
                until=until,
                limit=asked.limit + 1,
            )
        )
        place = store.place
    more, found = len(found) > asked.limit, found[: asked.limit]
    if form is Format.JSON:
        say_json([plain_claim(row) for row in found], indent=1)
    elif form is Format.JSONL:
        for row in found:
            say_json(plain_claim(row))
    elif found:
        console = out()
        columns = COLUMNS if console.width >= NARROW else tuple(each for each in COLUMNS if each != "article")
        cells = [cells_of(row) for row in found]
        console.print(make_table(columns, [[each[at] for at in columns] for each in cells], width=console.width))
    if not found:
        warn(f"{place}: no claim fits." if asked.is_filtered else f"{place} holds no claim.")
    warn_more(more, asked.limit)
    return 0


def warn_more(more: bool, limit: int) -> None:
    """Say that there are more than were shown."""
    if more:
        warn(f"There are more than {limit}. Show more: --limit {limit * 10}")


def plain_claim(row: ClaimRow) -> dict[str, Any]:
    """A claim as JSON, with the head of its article."""
    head = {name: value for name, value in asdict(row).items() if name != "claim"}
    return {**row.claim.to_dict(), "article": head.pop("article_id"), **head}


def cells_of(row: ClaimRow) -> dict[str, object]:
    """The cells of a claim, by column."""
    claim = row.claim
    return {
        "published": row.published,
        "speaker": actors_text([claim.speaker]) if claim.speaker else "",
        "about": ", ".join(claim.about),
        "article": row.article_id,
        "words": f"“{claim.text.strip('“”')}”" if claim.quote else claim.text,
    }


# -- what is contested ----------------------------------------------------------------------------------------------


def list_contests(asked: Asked, *, db: str, form: Format) -> int:
    """List what is contested; the exit status of the contract."""
    try:
        since, until = asked.days()
    except ReadError as error:
        return fail(str(error).replace("publication date", "day"), status=2)
    found: list[Contest] = []
    with Store.open(db, create=False) as store:
        for contest in store.contests(since=since, until=until):
            if is_wanted(contest, asked):
                found.append(contest)
            if len(found) > asked.limit:
                break
        place, waiting = store.place, store.outside()
    more, found = len(found) > asked.limit, found[: asked.limit]
    if form is Format.JSON:
        say_json([contest.to_dict() for contest in found], indent=1)
    elif form is Format.JSONL:
        for contest in found:
            say_json(contest.to_dict())
    else:
        console = out()
        for contest in found:
            print_contest(console, contest)
    if not found:
        warn(f"{place}: nothing contested fits." if asked.is_filtered else f"{place}: nothing is contested.")
    warn_more(more, asked.limit)
    warn_outside(waiting, place)
    return 0


def is_wanted(contest: Contest, asked: Asked) -> bool:
    """Whether a contest has an account of the speaker's state, is about the state, and has all the words."""
    speaker, about = code_of(asked.speaker), code_of(asked.about)
    spoken = {account.by.country for account in contest.accounts if account.by is not None}
    words = " ".join(account.words.text for account in contest.accounts).casefold()
    return (
        (speaker is None or speaker in spoken)
        and (about is None or about in contest.states)
        and all(word in words for word in (asked.search or "").casefold().split())
    )


def print_contest(console: Console, contest: Contest) -> None:
    """Print what is contested, each account with its words, then in what they agree and differ."""
    head = [contest.kind.removesuffix("s"), ", ".join(contest.states), contest.first or "", f"id {contest.id}"]
    console.print(cell(contest.about), style="bold")
    console.print(cell(" · ".join(part for part in head if part)), style="dim")
    for number, account in enumerate(contest.accounts, 1):
        console.print(cell(f"{number} {account_text(account)}"))
        console.print(Padding(cell(f"“{account.words.text.strip('“”')}”"), (0, 0, 0, INDENT)))
    for point in contest.points:
        console.print(cell(point_text(point)))
    console.print()


def account_text(account: Account) -> str:
    """Whose account it is and where it stands."""
    if account.by is None:
        who = f"{account.outlet or 'the outlet'} itself"
    else:
        named = ", ".join(part for part in (account.by.name, account.by.role, account.by.country) if part)
        who = named or "somebody"
    source = [account.outlet or "", account.day or "", account.article_id]
    return f"{account.stance}: {who} ({', '.join(part for part in source if part)})"


def point_text(point: Point) -> str:
    """In what accounts agree or differ."""
    told = "; ".join(f"{value} ({', '.join(map(str, numbers))})" for value, numbers in point.values)
    return f"{'agree' if point.agrees else 'differ'} in {point.feature}: {told}"
