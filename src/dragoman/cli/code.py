"""`dragoman code`: inputs to records, printed and stored as they come."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from typing import Any

from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from ..coding import check_day, code_article
from ..errors import ReadError
from ..read import ReadFailure, read_inputs
from ..record import Reason, Record
from .app import Format
from .console import err, fail, out, say, say_json, warn
from .tables import print_record


class _Printer:
    """Prints records in one of the formats, as they come."""

    def __init__(self, form: Format, *, explain: bool) -> None:
        self.form, self.explain, self.count = form, explain, 0

    def add(self, record: Record) -> None:
        plain = record.to_dict(explain=self.explain) if self.form is not Format.TABLE else None
        if self.form is Format.JSONL:
            say_json(plain)
        elif self.form is Format.JSON:
            say("[" if self.count == 0 else ",")
            say_json(plain, indent=1)
        else:
            print_record(out(), record, explain=self.explain)
        self.count += 1

    def close(self) -> None:
        if self.form is Format.JSON:
            say("]" if self.count else "[]")


def _progress() -> Any:
    """A progress line on standard error, only where that is a terminal and the output is not."""
    if not sys.stderr.isatty():
        return nullcontext()
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    return Progress(*columns, console=err(), transient=True)


def _coded(inputs: Sequence[str], published: str | None, failures: list[str]) -> Iterator[Record]:
    """Records of all articles that can be read; what cannot is reported and remembered."""
    for item in read_inputs(inputs, published=published, stdin=sys.stdin.buffer):
        if isinstance(item, ReadFailure):
            failures.append(str(item))
            warn(str(item))
            continue
        record = code_article(item)
        foreign = next((each for each in record.refused if each.reason is Reason.OTHER_LANGUAGE), None)
        if foreign is not None:
            failures.append(foreign.label)
            warn(f"{item.title or item.url or item.id}: skipped, {foreign.label}. Give an English text.")
            continue
        if item.published is None:
            warn(f"{item.title or item.id}: no publication date, so relative dates stay unknown. Give one: --published YYYY-MM-DD")
        yield record


def run(inputs: Sequence[str], *, published: str | None, form: Format, db: str | None, explain: bool) -> int:
    """Code the inputs; the exit status of the contract."""
    try:
        day = check_day(published)
    except ReadError as error:
        return fail(str(error), status=2)
    failures: list[str] = []
    printer = _Printer(form, explain=explain)
    tally: dict[str, int] = {}
    with _open(db) as store, _progress() as progress:
        task = progress.add_task("coding", total=None) if progress is not None else None
        for record in _coded(inputs, day, failures):
            if store is not None:
                outcome = str(store.save(record, coder=_coder()))
                tally[outcome] = tally.get(outcome, 0) + 1
            printer.add(record)
            if progress is not None and task is not None:
                progress.update(task, advance=1, description=f"coded {printer.count} articles")
    printer.close()
    if store is not None and tally:
        warn(f"{db}: " + ", ".join(f"{count} {outcome}" for outcome, count in sorted(tally.items())))
    if not printer.count and not failures:
        failures.append("nothing")
        warn(f"No article was found in {', '.join(inputs)}. Give text, HTML, JSONL, a feed, a WARC or a folder of them.")
    if failures and printer.count:
        warn(f"{printer.count} articles were coded, {len(failures)} inputs failed (see above).")
    return 1 if failures else 0


def _open(db: str | None) -> Any:
    if db is None:
        return nullcontext()
    from ..store import Store

    return Store.open(db)


def _coder() -> str:
    """What made the record: the version of dragoman and of its parser."""
    from .. import version
    from ..parse.parse import find_parser

    return f"dragoman {version()} {find_parser()}"


