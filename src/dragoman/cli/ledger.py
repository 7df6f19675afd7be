"""`dragoman ledger`: agreements and promises with what became of them; one line with its history and words."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from rich.console import Console

from ..coding import check_day
from ..errors import ReadError, StoreError
from ..ledger import Entry, Line, Speaker, tell_due
from ..lexicon.load import load_rows
from ..store import LineChoice, Store
from .console import cell, clean, fail, out, say_json, warn
from .tables import days_text, make_table

FORMATS = ("table", "json", "jsonl", "csv")
# The kinds as a user may write them.
KINDS = {"agreement": "agreements", "commitment": "commitments", "promise": "commitments"}
COLUMNS = ("id", "kind", "parties", "amount", "due", "status", "news", "last", "headline")
# Below so many characters a line the matter has room only where other columns have none.
NARROW = 110
NARROW_COLUMNS = ("id", "parties", "due", "status", "headline")
# So many characters of an id are shown in a table, enough to ask for the line.
ID_LENGTH = 8
# What stands above the words of a line, which are cut to one row.
WORDS = "what"
CSV_COLUMNS = (
    "id", "kind", "type", "parties", "what", "topics", "status", "said", "amount", "currency", "unit", "deadline",
    "due", "overdue", "first", "last", "reports", "entries",
)  # fmt: skip
# What parts the values of one cell of a CSV file.
PART = "|"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user asks for, as written."""

    due: str | None
    parties: tuple[str, ...]
    topics: tuple[str, ...]
    kind: str | None
    min_amount: float | None
    currency: str | None
    status: str | None
    overdue: bool
    as_of: str | None
    limit: int

    @property
    def is_filtered(self) -> bool:
        """Whether anything narrows the list."""
        given = (self.due, self.kind, self.min_amount, self.currency, self.status, *self.parties, *self.topics)
        return self.overdue or any(each is not None for each in given)


def run(wanted: Wanted, *, db: str, form: str) -> int:
    """List the lines; the exit status of the contract."""
    refusal = refuse(wanted) or refuse_form(form)
    if refusal is not None:
        return fail(refusal, status=2)
    try:
        as_of = check_day(wanted.as_of) or today()
        choice = make_choice(wanted, as_of)
    except (ReadError, StoreError) as error:
        return fail(str(error).replace("publication date", "day"), status=2)
    with Store.open(db, create=False) as store:
        found = list(store.lines(choice, limit=wanted.limit + 1))
        place, waiting = store.place, store.outside()
    more, found = len(found) > wanted.limit, found[: wanted.limit]
    print_lines(found, as_of, form)
    if not found:
        fits = "no agreement and no promise fits." if wanted.is_filtered else "no agreement and no promise is stored."
        warn(f"{place}: {fits}{hint_topics(wanted.topics)}")
    if more:
        warn(f"There are more than {wanted.limit} lines. Show more: --limit {wanted.limit * 10}")
    warn_outside(waiting, place)
    return 0


def today() -> str:
    """Today in UTC."""
    return datetime.now(UTC).date().isoformat()


def refuse_form(form: str) -> str | None:
    """Why a format is none, None where it is one."""
    return None if form in FORMATS else f"{form!r} is no format. Allowed: {', '.join(FORMATS)}."


def refuse(wanted: Wanted) -> str | None:
    """Why the options do not go together or mean nothing, None where they do."""
    if wanted.kind is not None and wanted.kind not in {*KINDS, *KINDS.values()}:
        return f"There are no lines of the kind {wanted.kind!r}. Allowed: agreement, commitment."
    if wanted.min_amount is not None and wanted.currency is None:
        return "--min-amount needs --currency: sums in several currencies cannot be compared. Give --currency USD."
    return None


def hint_topics(topics: Iterable[str]) -> str:
    """The contexts that ship, where one is asked for that is none of them; your own ontology may have more."""
    known = {row["name"] for row in load_rows("en/contexts.toml", "context", allowed="name words", needed="name words")}
    unknown = [topic for topic in topics if topic.lower() not in known]
    return f" {unknown[0]!r} is no context that ships: {', '.join(sorted(known))}." if unknown else ""


def make_choice(wanted: Wanted, as_of: str) -> LineChoice:
    """What is asked of the store."""
    return LineChoice(
        kind=None if wanted.kind is None else KINDS.get(wanted.kind, wanted.kind),
        due=wanted.due,
        parties=tuple(code.strip().upper() for code in wanted.parties),
        topics=tuple(topic.lower() for topic in wanted.topics),
        status=wanted.status,
        min_amount=wanted.min_amount,
        currency=None if wanted.currency is None else wanted.currency.upper(),
        overdue_on=as_of if wanted.overdue else None,
    )


def warn_outside(waiting: int, place: str) -> None:
    """Say where articles of an old store are missing."""
    if waiting:
        warn(f"{waiting} articles in {place} are not in the ledger yet. Enter them: dragoman link --db {place}")


def plain_line(line: Line, as_of: str) -> dict[str, Any]:
    """A line as JSON, with how it stands to its deadline on a day."""
    return {**line.to_dict(), "as_of": as_of, "overdue": line.is_overdue(as_of), "due_text": tell_due(line, as_of)}


def print_lines(found: Sequence[Line], as_of: str, form: str) -> None:
    """Print lines in one of the formats."""
    if form == "json":
        say_json([plain_line(line, as_of) for line in found], indent=1)
    elif form == "jsonl":
        for line in found:
            say_json(plain_line(line, as_of))
    elif form == "csv":
        write_csv(found, as_of)
    elif found:
        console = out()
        columns = COLUMNS if console.width >= NARROW else NARROW_COLUMNS
        cells = [cells_of(line, as_of) for line in found]
        table = make_table(columns, [[each[column] for column in columns] for each in cells], width=console.width)
        for column in table.columns:
            column.header = WORDS if column.header == "headline" else column.header
        console.print(table)


def write_csv(found: Iterable[Line], as_of: str) -> None:
    """Print lines as CSV, one row each."""
    writer = csv.DictWriter(sys.stdout, CSV_COLUMNS, lineterminator="\n")
    writer.writeheader()
    for line in found:
        values = {name: value for name, value in plain_line(line, as_of).items() if name in CSV_COLUMNS}
        values |= {name: PART.join(values[name]) for name in ("parties", "topics")}
        values["said"] = PART.join(f"{each.status} ({speaker_text(each.by)})" for each in line.said)
        values["entries"] = PART.join(f"{each.change} {each.day or ''}".strip() for each in line.entries)
        writer.writerow({name: clean(value) if isinstance(value, str) else value for name, value in values.items()})


# -- tables ---------------------------------------------------------------------------------------------------------


def cells_of(line: Line, as_of: str) -> dict[str, object]:
    """The cells of a line, by column."""
    return {
        "id": line.id[:ID_LENGTH],
        "kind": line.type or "promise",
        "parties": ", ".join(line.parties),
        "amount": amount_text(line.amount, line.currency, line.unit),
        "due": tell_due(line, as_of).removeprefix("due "),
        "status": status_text(line),
        "news": len(line.entries),
        "last": line.last,
        "headline": line.what,
    }


def amount_text(amount: float | None, currency: str | None, unit: str | None) -> str:
    """An amount in short."""
    return "" if amount is None else f"{amount:,.10g} {currency or unit or ''}".strip()


def status_text(line: Line) -> str:
    """The status that is reported, and what only somebody says."""
    said = dict.fromkeys(f"{each.status} says {speaker_text(each.by)}" for each in line.said)
    return "; ".join([line.status, *said])


def speaker_text(by: Speaker) -> str:
    """Who says it, in short."""
    return by.country or by.name or "somebody"


def show(name: str, *, db: str, as_of: str | None, form: str) -> int:
    """Show one line with its history and the words of each entry; the exit status of the contract."""
    refusal = refuse_form(form)
    if refusal is not None:
        return fail(refusal, status=2)
    try:
        day = check_day(as_of) or today()
    except ReadError as error:
        return fail(str(error).replace("publication date", "day"), status=2)
    with Store.open(db, create=False) as store:
        line = store.line(name)
        place, waiting = store.place, store.outside()
    if form == "table":
        console = out()
        print_head(console, line, day)
        for number, entry in enumerate(line.entries, 1):
            print_entry(console, number, entry)
        if line.may_be:
            console.print(cell(f"May belong to: {', '.join(line.may_be)}. Several fit, so it stands by itself."))
    else:
        print_lines([line], day, form)
    warn_outside(waiting, place)
    return 0


def print_head(console: Console, line: Line, as_of: str) -> None:
    """Print what a line is and how it stands."""
    console.print(cell(line.what), style="bold")
    amount = amount_text(line.amount, line.currency, line.unit)
    head = [line.type or "promise", ", ".join(line.parties), amount, tell_due(line, as_of), status_text(line)]
    console.print(cell(" · ".join(part for part in (*head, *line.topics) if part)))
    told = f"{line.reports} reports, {days_text(line.first, line.last)}" if line.first else f"{line.reports} reports"
    console.print(cell(f"id {line.id} · {told} · happenings {', '.join(line.happenings)}"), style="dim")
    console.print()


def print_entry(console: Console, number: int, entry: Entry) -> None:
    """Print one entry: what was told, where, in which words, and why it belongs here."""
    value = amount_text(entry.amount, entry.currency, entry.unit)
    told = [entry.change, value, f"by {entry.deadline}" if entry.deadline else ""]
    when = days_text(entry.first, entry.last)
    head = f"{number}. {entry.day or 'no date'}  {' '.join(part for part in told if part)}"
    console.print(cell(f"{head}{f' ({when})' if when and when != entry.day else ''}"), style="bold")
    if entry.by is not None:
        who = ", ".join(part for part in (entry.by.name, entry.by.role, entry.by.country) if part)
        console.print(cell(f"says {who or 'somebody'}"))
    console.print(cell(f"“{entry.words.text}”"))
    source = [entry.outlet, entry.title, f"article {entry.article_id}"]
    console.print(cell(" · ".join(part for part in source if part)), style="dim")
    if entry.why is not None:
        shown = "; ".join(f"{each.feature}: {each.value}" for each in entry.why.agreed)
        console.print(cell(f"the same by {shown}"), style="dim")
    console.print()
