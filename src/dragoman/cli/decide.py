"""`dragoman merge`, `split`, `undo`, `decisions`, `link`: what users decide about happenings; linking old stores."""

from __future__ import annotations

import getpass
import sys
from contextlib import nullcontext
from typing import Any

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from ..record import Decision
from ..store import Store
from .console import Format, err, fail, out, say_json, warn
from .tables import make_table

# Where standard error is no terminal, progress is told each time so many articles are linked.
TELL_EVERY = 500


def merge(one: str, other: str, *, why: str, who: str | None, db: str) -> int:
    """Make two happenings one; the exit status of the contract."""
    with Store.open(db, create=False) as store:
        number = store.merge(one, other, who=who or find_user(), why=why)
        happening = store.happening(one)
    say_done(number, f"{happening.id} has {len(happening.members)} mentions")
    return 0


def split(happening: str, member: str, *, why: str, who: str | None, db: str) -> int:
    """Keep a member apart; the exit status of the contract."""
    with Store.open(db, create=False) as store:
        number = store.split(happening, member, who=who or find_user(), why=why)
    say_done(number, f"{member} is kept apart from {happening}")
    return 0


def undo(decision: int, *, why: str | None, who: str | None, db: str) -> int:
    """Take a decision back; the exit status of the contract."""
    with Store.open(db, create=False) as store:
        store.undo(decision, who=who or find_user(), why=why)
    warn(f"Decision {decision} is undone.")
    return 0


def say_done(number: int, what: str) -> None:
    """Tell the number of a new decision, on standard output, and what it did."""
    sys.stdout.write(f"{number}\n")
    warn(f"Decision {number}: {what}. Take it back: dragoman undo {number}")


def find_user() -> str:
    """The login name of who decides."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        # A process without a user entry, as in some containers.
        return "unknown"


def list_decisions(*, db: str, form: Format) -> int:
    """List the decisions; the exit status of the contract."""
    with Store.open(db, create=False) as store:
        decisions, place = store.decisions(), store.place
    if form is Format.JSON:
        say_json([each.to_dict() for each in decisions], indent=1)
    elif form is Format.JSONL:
        for each in decisions:
            say_json(each.to_dict())
    elif decisions:
        console = out()
        columns = ("#", "decision", "kind", "who", "when", "why", "undone", "by", "findings")
        console.print(make_table(columns, [cells_of(each) for each in decisions], width=console.width))
    if not decisions:
        warn(f"{place} holds no decision.")
    return 0


def cells_of(decision: Decision) -> list[object]:
    """The cells of a decision."""
    gone = sum(member.current is None for member in decision.members)
    found = f"{len(decision.members)}" + (f" ({gone} gone)" if gone else "")
    undone = decision.undone or ""
    return [
        decision.id, decision.action, decision.kind, decision.who, decision.when, decision.why, undone,
        decision.undone_by or "", found,
    ]  # fmt: skip


def link(*, db: str, again: bool) -> int:
    """Link an old store; the exit status of the contract."""
    with Store.open(db, create=False) as store, make_progress() as progress:
        task = None if progress is None else progress.add_task("linking", total=None)

        def tell(done: int, total: int) -> None:
            if progress is not None and task is not None:
                progress.update(task, completed=done, total=total)
            elif done and done % TELL_EVERY == 0:
                warn(f"linked {done} of {total} articles")

        count = store.link(again=again, on_progress=tell)
        place = store.place
    if not count and not again:
        return fail(f"{place}: all articles are linked. Link them anew: --again", status=0)
    warn(f"{place}: {count} articles linked.")
    return 0


def make_progress() -> Any:
    """A progress bar on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        return nullcontext()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=err(), transient=True, redirect_stdout=False)
