"""`dragoman happenings` and `dragoman happening`: what several articles report together, and why it was joined."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from ..coding import check_day
from ..errors import ReadError
from ..record import Happening, Member
from ..store import Store
from .console import Format, cell, fail, out, say_json, warn
from .tables import days_text, make_table

# The kinds as findings are called, and one of them.
KINDS = {"event": "events", "agreement": "agreements", "commitment": "commitments", "meeting": "meetings"}
COLUMNS = ("id", "when", "kind", "what", "states", "realis", "mentions", "outlets", "words")
# Below so many characters a line there is no room for words.
NARROW = 110


def run(
    *,
    db: str,
    dyad: tuple[str, str] | None,
    kind: str | None,
    since: str | None,
    until: str | None,
    limit: int,
    form: Format,
) -> int:
    """List the happenings; the exit status of the contract."""
    if kind is not None and kind not in {*KINDS, *KINDS.values()}:
        return fail(f"There are no happenings of the kind {kind!r}. Allowed: {', '.join(KINDS.values())}.", status=2)
    try:
        since, until = check_day(since), check_day(until)
    except ReadError as error:
        return fail(str(error).replace("publication date", "day"), status=2)
    codes = None if dyad is None else (dyad[0].upper(), dyad[1].upper())
    wanted = None if kind is None else KINDS.get(kind, kind)
    with Store.open(db, create=False) as store:
        found = list(store.happenings(kind=wanted, dyad=codes, since=since, until=until, limit=limit + 1))
        place, waiting = store.place, store.unlinked()
    more, found = len(found) > limit, found[:limit]
    print_happenings(found, form)
    if not found:
        warn(f"{place}: no happening fits." if codes or wanted or since or until else f"{place} holds no happening.")
    if more:
        warn(f"There are more than {limit} happenings. Show more: --limit {limit * 10}")
    warn_unlinked(waiting, place)
    return 0


def warn_unlinked(waiting: int, place: str) -> None:
    """Say where articles of an old store are missing."""
    if waiting:
        warn(f"{waiting} articles in {place} are not linked yet. Link them: dragoman link --db {place}")


def print_happenings(found: Sequence[Happening], form: Format) -> None:
    """Print happenings in one of the formats."""
    if form is Format.JSON:
        say_json([each.to_dict() for each in found], indent=1)
    elif form is Format.JSONL:
        for each in found:
            say_json(each.to_dict())
    elif found:
        console = out()
        columns = COLUMNS if console.width >= NARROW else COLUMNS[:-1]
        rows = [cells_of(each)[: len(columns)] for each in found]
        console.print(make_table(columns, rows, width=console.width))


def cells_of(happening: Happening) -> list[object]:
    """The cells of a happening, in the order of COLUMNS."""
    return [
        happening.id,
        days_text(happening.first_day, happening.last_day),
        happening.kind.removesuffix("s"),
        happening.type,
        ", ".join(happening.states),
        happening.realis,
        len(happening.members),
        len(happening.outlets) or "",
        happening.members[0].evidence.text,
    ]


def show(name: str, *, db: str, form: Format) -> int:
    """Show one happening with all that reports it; the exit status of the contract."""
    with Store.open(db, create=False) as store:
        happening = store.happening(name)
        place, waiting = store.place, store.unlinked()
        decisions = [each for each in store.decisions() if touches(each.to_dict(), happening)]
    if form is not Format.TABLE:
        plain = {**happening.to_dict(), "decisions": [each.to_dict() for each in decisions]}
        say_json(plain, indent=1 if form is Format.JSON else None)
        return 0
    console = out()
    print_head(console, happening)
    for number, member in enumerate(happening.members, 1):
        print_member(console, number, member, happening)
    for each in decisions:
        undone = f", undone {each.undone} by {each.undone_by}" if each.undone else ""
        console.print(cell(f"decision {each.id}: {each.action} by {each.who}, {each.when}: {each.why}{undone}"))
    warn_unlinked(waiting, place)
    return 0


def touches(decision: dict[str, object], happening: Happening) -> bool:
    """Whether a decision is about a member of a happening."""
    ours = {member.id for member in happening.members}
    members = decision["members"]
    return isinstance(members, list) and any({each["id"], each["current"]} & ours for each in members)


def print_head(console: Console, happening: Happening) -> None:
    """Print what a happening is and what it hangs together with."""
    when = days_text(happening.first_day, happening.last_day)
    head = [happening.kind.removesuffix("s"), happening.type, ", ".join(happening.states), when, happening.realis]
    console.print(cell(f"{happening.id}  {'  '.join(part for part in head if part)}"), style="bold")
    for what, ids in (("planned as", happening.planned_as), ("held as", happening.held_as)):
        if ids:
            console.print(cell(f"{what}: {', '.join(ids)}"))
    outlets = f" by {', '.join(happening.outlets)}" if happening.outlets else ""
    console.print(cell(f"{len(happening.members)} mentions in {len(happening.articles)} articles{outlets}"))
    console.print()


def print_member(console: Console, number: int, member: Member, happening: Happening) -> None:
    """Print one mention: where it stands, its words, and why it belongs here."""
    told = ", ".join(part for part in (member.outlet, member.day, member.title) if part)
    console.print(cell(f"{number}. {member.id}  {member.article_id}  {told}"), style="bold")
    console.print(cell(f"“{member.evidence.text}”"))
    console.print(cell(reason_text(member, happening)), style="dim")
    console.print()


def reason_text(member: Member, happening: Happening) -> str:
    """Why a mention was joined, in a line."""
    if member.join is None:
        return "reported first" if len(happening.members) > 1 else "reported here alone"
    numbers = {each.id: number for number, each in enumerate(happening.members, 1)}
    shown = "; ".join(f"{each.feature}: {each.value}" for each in member.join.agreed)
    return f"joined with {numbers[member.join.other]} by {shown}"
