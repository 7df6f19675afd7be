"""`dragoman code`: inputs to records, printed and stored as they come.

What cannot be read, coded or stored is reported and left out; the rest goes on and the exit status is 1.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from typing import Any

from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from ..coding import check_day, code_article, load_pipeline
from ..errors import DragomanError, ReadError, StoreError
from ..read import ReadFailure, read_inputs
from ..record import Article, Reason, Record
from .console import Format, err, fail, out, say, say_json, silence_output, warn
from .tables import print_record


class _Printer:
    """Prints records in one of the formats, as they come. `gone` is true once nobody reads them any more."""

    def __init__(self, form: Format, *, explain: bool) -> None:
        self.form, self.explain, self.count, self.gone = form, explain, 0, False

    def add(self, record: Record) -> None:
        """Print one record; does nothing after the reader has gone."""
        self._try(self._print, record)
        self.count += 1

    def close(self) -> None:
        """End what was begun."""
        self._try(self._end)

    def _try(self, work: Any, *values: Record) -> None:
        if self.gone:
            return
        try:
            work(*values)
            sys.stdout.flush()
        except BrokenPipeError:
            self.gone = True
            silence_output()

    def _print(self, record: Record) -> None:
        if self.form is Format.JSONL:
            say_json(record.to_dict(explain=self.explain))
        elif self.form is Format.JSON:
            say("[" if self.count == 0 else ",")
            say_json(record.to_dict(explain=self.explain), indent=1)
        else:
            print_record(out(), record, explain=self.explain)

    def _end(self) -> None:
        if self.form is Format.JSON:
            say("]" if self.count else "[]")


class _Failures:
    """What failed, told as it comes; what is told in the same words is told once."""

    def __init__(self) -> None:
        self.count = 0
        self._told: set[str] = set()

    def add(self, message: str) -> None:
        """Report one failure."""
        self.count += 1
        if message not in self._told:
            self._told.add(message)
            warn(message)


def _progress() -> Any:
    """A progress line on standard error, only where that is a terminal and the data goes elsewhere."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        return nullcontext()
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    # Rich would lead standard output to the terminal, away from the file or the pipe that wants it.
    return Progress(*columns, console=err(), transient=True, redirect_stdout=False)


def _name(article: Article) -> str:
    """An article in messages."""
    return article.title or article.url or article.id


def _coded(inputs: Sequence[str], published: str | None, failures: _Failures, store: Any) -> Iterator[Record]:
    """Records of all articles that can be read and coded; the store tells each what those before it showed of names."""
    load_pipeline()
    for item in read_inputs(inputs, published=published, stdin=sys.stdin.buffer):
        if isinstance(item, ReadFailure):
            failures.add(str(item))
            continue
        try:
            record = code_article(item, sightings=None if store is None else store.seen_before(item.id))
        except DragomanError:
            # A parser or a lexicon that is missing is missing for every article.
            raise
        except Exception as error:  # a fault of dragoman in one article must not cost the others
            failures.add(f"{_name(item)}: skipped, a stage failed ({type(error).__name__}: {error}). Please report it.")
            continue
        foreign = next((each for each in record.refused if each.reason is Reason.OTHER_LANGUAGE), None)
        if foreign is not None:
            failures.add(f"{_name(item)}: skipped, {foreign.label}. Give an English text.")
            continue
        if item.published is None:
            warn(
                f"{_name(item)}: no publication date, so relative dates stay unknown. Give one: --published YYYY-MM-DD"
            )
        yield record


def run(inputs: Sequence[str], *, published: str | None, form: Format, db: str | None, explain: bool) -> int:
    """Code the inputs; the exit status of the contract."""
    try:
        day = check_day(published)
    except ReadError as error:
        return fail(str(error), status=2)
    failures = _Failures()
    printer = _Printer(form, explain=explain)
    outcomes: Counter[str] = Counter()
    with _open(db) as store, _progress() as progress:
        task = progress.add_task("coding", total=None) if progress is not None else None
        for record in _coded(inputs, day, failures, store):
            if store is not None:
                _store(store, record, outcomes, failures)
            printer.add(record)
            if printer.gone and store is None:
                break
            if progress is not None:
                progress.update(task, description=f"coded {printer.count} articles")
        place = "" if store is None else store.place
    printer.close()
    if outcomes:
        warn(f"{place}: " + ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items())))
    if not printer.count and not failures.count:
        failures.add(f"No article was found in {', '.join(inputs)}. Give text, HTML, JSONL, a feed or a WARC.")
    elif failures.count and printer.count:
        warn(f"coded: {printer.count}, failed: {failures.count} (see above).")
    return 1 if failures.count else 0


def _open(db: str | None) -> Any:
    if db is None:
        return nullcontext()
    from ..store import Store

    return Store.open(db)


def _store(store: Any, record: Record, outcomes: Counter[str], failures: _Failures) -> None:
    """Store one record; what the store refuses is reported and does not stop the others."""
    try:
        outcomes[str(store.save(record, coder=_coder()))] += 1
    except StoreError as error:
        failures.add(str(error))


def _coder() -> str:
    """What made the record: the version of dragoman and of its parser."""
    from .. import version
    from ..parse.parse import find_parser

    return f"dragoman {version()} {find_parser()}"
